/**
 * What the server uses of vscode-languageserver, types aside: the one place that imports it, and a bundle of its own
 * (scripts/bundle.mjs), so that all bundles share one copy, and the table of its thousand exports is copied but once.
 */
export {
	CancellationToken,
	createConnection,
	DiagnosticSeverity,
	DidChangeConfigurationNotification,
	DidChangeWatchedFilesNotification,
	ErrorCodes,
	FileChangeType,
	FoldingRangeKind,
	LSPErrorCodes,
	NotebookDocuments,
	ProtocolNotificationType,
	ProtocolRequestType,
	ResponseError,
	SymbolKind,
	TextDocumentSyncKind,
	TextDocuments,
	WatchKind,
} from 'vscode-languageserver/node';
