/**
 * The language server's wiring, without a word of what it can do: the reply to `initialize`, for which little is loaded,
 * and what a session gives to the features, whose capabilities make up the server's. A shell (`main.ts` under Node)
 * brings connection and engine; the session itself is `workspace/openSession.ts`.
 */
import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import type { DocumentSettings } from '../shared/settings.ts';
import type { Guard } from './guard.ts';
import type { DocumentInput } from './service.ts';
import { type ClientProfile, clientProfile } from './workspace/client.ts';
import type { Positions } from './workspace/documents.ts';
import { ErrorCodes, ResponseError, TextDocumentSyncKind } from './workspace/lsp.ts';
import type { LoadedEngine } from './workspace/openEngine.ts';
import type { Status } from './workspace/status.ts';

/** One version of an open document: later edits leave it as it is. */
export interface OpenDocument {
	readonly text: Positions;
	readonly input: DocumentInput;
	readonly settings: DocumentSettings;
}

/** What a feature works with. */
export interface Session {
	readonly connection: Connection;
	readonly client: ClientProfile;
	readonly guard: Guard;
	readonly status: Status;
	/** The engine, loaded once. Rejects with a message for people when it cannot be. */
	engine(): Promise<LoadedEngine>;
	/** The document as it is now; undefined when it is closed, was never opened, or is of an ignored scheme. */
	document(uri: string): Promise<OpenDocument | undefined>;
	/** The settings that hold for a file or folder. @param uri '' for those of the workspace */
	settings(uri: string): Promise<DocumentSettings>;
	/** The version that is open now; undefined for what `document` has no answer to. */
	version(uri: string): number | undefined;
	/** The URIs of what is open and not ignored. */
	openDocuments(): readonly string[];
	onChange(listener: (uri: string) => void): void;
	onClose(listener: (uri: string) => void): void;
	onSave(listener: (uri: string) => void): void;
	/** The settings of any document may have changed. */
	onSettings(listener: () => void): void;
	/** What documents see of other files may have changed, and with it their models. */
	onSurroundings(listener: () => void): void;
}

/** One thing the server can do. */
export interface Feature {
	/** Its part of the server's capabilities. */
	capabilities(client: ClientProfile): Partial<ServerCapabilities>;
	/** Registers its handlers, each through `session.guard`. Called once, when the client has its reply to `initialize`. */
	start(session: Session): void;
}

export interface SessionOptions {
	readonly features: readonly Feature[];
	readonly version: string | undefined;
	/** Loads the engine. `problem` takes what a person should know; the promise rejects when nothing can work. */
	openEngine(problem: (message: string) => void): Promise<LoadedEngine>;
}

/** Serves a connection; its owner calls `listen`. How it ends is the library's part. */
export function startSession(connection: Connection, options: SessionOptions): void {
	const { features, version } = options;
	let isInitialized = false;
	connection.onInitialize((params) => {
		if (isInitialized) throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialized already.');
		isInitialized = true;
		const client = clientProfile(params);
		const started = connection.onInitialized(async () => {
			started.dispose();
			// Bundled, an `import()` is done before the next message is looked at (scripts/bundlePlugins.mjs): none is lost.
			const { openSession } = await import('./workspace/openSession.ts');
			const session = openSession(connection, client, options, params);
			for (const feature of features) feature.start(session);
		});
		const capabilities: ServerCapabilities = {
			positionEncoding: 'utf-16',
			textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
			workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
			...(client.tellsNotebooks && { notebookDocumentSync: { notebookSelector: [{ notebook: '*' }] } }),
		};
		for (const feature of features) Object.assign(capabilities, feature.capabilities(client));
		return { capabilities, serverInfo: { name: 'faultbook', ...(version && { version }) } };
	});
}
