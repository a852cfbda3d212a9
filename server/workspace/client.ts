/** What the client at the other end can do, read once from its `initialize` request. */
import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from '../../shared/protocol.ts';

export interface ClientProfile {
	readonly pullsDiagnostics: boolean;
	readonly refreshesDiagnostics: boolean;
	/** Answers `workspace/configuration`. */
	readonly answersConfiguration: boolean;
	/** Tells of changed settings only when the server registers for it. */
	readonly registersConfiguration: boolean;
	/** Tells of files that change on disk when the server registers for it. */
	readonly registersWatchers: boolean;
	/** Tells of folders that join or leave the workspace. */
	readonly changesFolders: boolean;
	/** Asks for the edit of a code action later. */
	readonly resolvesEdits: boolean;
	/** Takes code actions as such, not only as commands. */
	readonly takesCodeActions: boolean;
	/** Tells which cells are of one notebook. */
	readonly tellsNotebooks: boolean;
	/** Takes edits for one version of a document. */
	readonly takesVersionedEdits: boolean;
	readonly showsMarkdown: boolean;
	/** Client commands that a code action may name. */
	readonly commands: readonly string[];
	/** Shows `faultbook/status`. */
	readonly showsStatus: boolean;
}

/** Reads the profile. A client that sends nonsense gets plain LSP. */
export function clientProfile(params: InitializeParams): ClientProfile {
	const { textDocument, workspace, notebookDocument }: ClientCapabilities = params.capabilities ?? {};
	const options = params.initializationOptions as InitializationOptions | null | undefined;
	const given = options !== null && typeof options === 'object' ? options : undefined;
	const formats = textDocument?.hover?.contentFormat;
	return {
		pullsDiagnostics: textDocument?.diagnostic !== undefined,
		refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
		answersConfiguration: workspace?.configuration === true,
		registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
		registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
		changesFolders: workspace?.workspaceFolders === true,
		resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties?.includes('edit') === true,
		takesCodeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
		tellsNotebooks: notebookDocument?.synchronization !== undefined,
		takesVersionedEdits: workspace?.workspaceEdit?.documentChanges === true,
		showsMarkdown: !Array.isArray(formats) || formats.length === 0 || formats.includes('markdown'),
		commands: Array.isArray(given?.commands) ? given.commands.filter((id) => typeof id === 'string') : [],
		showsStatus: given !== undefined,
	};
}
