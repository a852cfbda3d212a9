/**
 * What the server uses of vscode-languageserver, types aside. Imported here alone: for each file that imports from a
 * CommonJS package the bundle copies the table of all that it exports, about a thousand names here, before the server
 * can answer anything.
 */
export {
	CancellationToken,
	createConnection,
	DiagnosticSeverity,
	DidChangeConfigurationNotification,
	ErrorCodes,
	LSPErrorCodes,
	ProtocolNotificationType,
	ProtocolRequestType,
	ResponseError,
	TextDocumentSyncKind,
	TextDocuments,
} from 'vscode-languageserver/node';
