/**
 * The language server's wiring, without a word of what it can do: its life from `initialize` to `exit`, the open
 * documents with their settings, the engine that is loaded when the client has its reply to `initialize`, and the
 * features, whose capabilities make up the server's. A shell (`main.ts` under Node) brings connection and engine.
 */
import type { Connection, InitializeParams, ServerCapabilities } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type InitializationOptions, Notifications, type StatusParams } from '../shared/protocol.ts';
import type { DocumentSettings } from '../shared/settings.ts';
import { createGuard, type Guard } from './guard.ts';
import type { DocumentInput } from './service.ts';
import { type ClientProfile, clientProfile } from './workspace/client.ts';
import { type Positions, snapshot } from './workspace/documents.ts';
import {
	DidChangeConfigurationNotification,
	ErrorCodes,
	ProtocolNotificationType,
	ResponseError,
	TextDocumentSyncKind,
	TextDocuments,
} from './workspace/lsp.ts';
import type { LoadedEngine } from './workspace/openEngine.ts';
import { isIgnored, relativePath } from './workspace/paths.ts';
import { SettingsCache, sectionOf } from './workspace/settings.ts';
import { Status } from './workspace/status.ts';

const statusChanged = new ProtocolNotificationType<StatusParams, void>(Notifications.status);

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
	/** The version that is open now; undefined for what `document` has no answer to. */
	version(uri: string): number | undefined;
	/** The URIs of what is open and not ignored. */
	openDocuments(): readonly string[];
	onChange(listener: (uri: string) => void): void;
	onClose(listener: (uri: string) => void): void;
	/** The settings of any document may have changed. */
	onSettings(listener: () => void): void;
}

/** One thing the server can do. */
export interface Feature {
	/** Its part of the server's capabilities. */
	capabilities(client: ClientProfile): Partial<ServerCapabilities>;
	/** Registers its handlers, each through `session.guard`. Called once, before the reply to `initialize`. */
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
	let isInitialized = false;
	connection.onInitialize((params) => {
		if (isInitialized) throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialized already.');
		isInitialized = true;
		const session = openSession(connection, options, params);
		const capabilities: ServerCapabilities = {
			positionEncoding: 'utf-16',
			textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
			workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
		};
		for (const feature of options.features) {
			feature.start(session);
			Object.assign(capabilities, feature.capabilities(session.client));
		}
		const { version } = options;
		return { capabilities, serverInfo: { name: 'faultbook', ...(version && { version }) } };
	});
}

function openSession(connection: Connection, options: SessionOptions, params: InitializeParams): Session {
	const client = clientProfile(params);
	const status = new Status(
		(message) => connection.console.warn(message),
		(state) => {
			if (client.showsStatus) connection.sendNotification(statusChanged, state).catch(() => {}); // Nobody is left to see it.
		},
	);

	const given = params.workspaceFolders?.map(({ uri }) => uri);
	const folders = new Set(given ?? (typeof params.rootUri === 'string' ? [params.rootUri] : []));

	let pushed: unknown = sectionOf((params.initializationOptions as InitializationOptions | null | undefined)?.settings);
	const ask = (scopeUri: string): Promise<unknown> =>
		connection.workspace.getConfiguration({ scopeUri, section: 'faultbook' });
	const settings = new SettingsCache(
		(uri) => (client.answersConfiguration ? ask(uri) : Promise.resolve(pushed)),
		({ always }) =>
			loadEngine().then(
				(loaded) => loaded.unknownCatalogues(always),
				() => [], // Said when it failed to load.
			),
		(uri, problems) => status.set(`settings of ${uri}`, problems),
	);
	const settingsListeners: (() => void)[] = [];
	const settingsChanged = () => {
		settings.clear();
		for (const listener of settingsListeners) listener();
	};
	connection.onDidChangeConfiguration((change) => {
		if (!client.answersConfiguration) pushed = sectionOf(change.settings);
		settingsChanged();
	});

	let engine: Promise<LoadedEngine> | undefined;
	const loadEngine = () => {
		engine ??= options
			.openEngine((message) => status.add('engine', message))
			.then(
				(loaded) => {
					const count = loaded.service.catalogues.length;
					status.summarise(count === 1 ? '1 catalogue' : `${count} catalogues`);
					return loaded;
				},
				(error: unknown) => {
					const message = error instanceof Error ? error.message : String(error);
					status.set('no engine', [`Faultbook cannot work: ${message}`], 'failure');
					throw error;
				},
			);
		return engine;
	};

	const documents = new TextDocuments(TextDocument);
	documents.listen(connection);
	documents.onDidClose(({ document: { uri } }) => {
		settings.forget(uri);
		engine?.then(
			({ service }) => service.close(uri),
			() => {}, // Said when it failed to load.
		);
	});

	const session: Session = {
		connection,
		client,
		status,
		guard: createGuard((message) => connection.console.error(message)),
		engine: loadEngine,
		async document(uri) {
			if (isIgnored(uri) || documents.get(uri) === undefined) return undefined;
			const found = await settings.get(uri);
			// The latest: it may have been edited or closed while the client looked up the settings.
			const document = documents.get(uri);
			if (document === undefined) return undefined;
			const { languageId, version } = document;
			const path = relativePath(uri, [...folders]);
			const input = { uri, path, languageId, version, text: document.getText() };
			return { text: snapshot(document), settings: found, input };
		},
		version: (uri) => (isIgnored(uri) ? undefined : documents.get(uri)?.version),
		openDocuments: () => documents.keys().filter((uri) => !isIgnored(uri)),
		onChange: (listener) => documents.onDidChangeContent(({ document: { uri } }) => listener(uri)),
		onClose: (listener) => documents.onDidClose(({ document: { uri } }) => listener(uri)),
		onSettings: (listener) => settingsListeners.push(listener),
	};

	connection.onInitialized(() => {
		// After the reply, not for it: whoever asks first finds the engine loaded or on its way.
		loadEngine().catch(() => {});
		if (client.changesFolders) {
			connection.workspace.onDidChangeWorkspaceFolders(({ removed, added }) => {
				for (const { uri } of removed) folders.delete(uri);
				for (const { uri } of added) folders.add(uri);
				settingsChanged();
			});
		}
		if (!client.registersConfiguration) return;
		connection.client
			.register(DidChangeConfigurationNotification.type, { section: 'faultbook' })
			.catch((error) => connection.console.warn(`The editor will not tell of changed settings: ${error.message}`));
	});
	return session;
}
