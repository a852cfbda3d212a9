/**
 * The language server's wiring, without a word of what it can do: the connection, the open documents with their
 * settings, the engine that is loaded when the client has its reply to `initialize`, and the features, whose
 * capabilities make up the server's. The shells (`main.ts` under Node) bring connection, engine and features.
 */
import {
	type CancellationToken,
	type Connection,
	DidChangeConfigurationNotification,
	type Disposable,
	type InitializeParams,
	type InitializeResult,
	type ServerCapabilities,
	TextDocumentSyncKind,
	TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type InitializationOptions, Notifications } from '../shared/protocol.ts';
import type { DocumentSettings } from '../shared/settings.ts';
import { createGuard, describeError, type Guard } from './guard.ts';
import type { DocumentInput } from './service.ts';
import { type ClientProfile, clientProfile } from './workspace/client.ts';
import type { Engine } from './workspace/engine.ts';
import { isIgnored, relativePath } from './workspace/paths.ts';
import { SettingsCache, sectionOf } from './workspace/settings.ts';
import { Status } from './workspace/status.ts';

/** One version of an open document: later edits leave it as it is. */
export interface OpenDocument {
	/** Turns offsets into positions and back. */
	readonly text: TextDocument;
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
	engine(): Promise<Engine>;
	/** The document as it is now; undefined when it is closed, was never opened, or is of an ignored scheme. */
	document(uri: string, token?: CancellationToken): Promise<OpenDocument | undefined>;
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
	openEngine(problem: (message: string) => void): Promise<Engine>;
}

/**
 * Every version is a document of its own, so that an answer which took a while still converts its offsets with the
 * text it was made from.
 */
const immutableDocuments = {
	create: TextDocument.create,
	update(last: TextDocument, changes: Parameters<typeof TextDocument.update>[1], version: number): TextDocument {
		const copy = TextDocument.create(last.uri, last.languageId, last.version, last.getText());
		return TextDocument.update(copy, changes, version);
	},
};

/** Serves a connection. Returns at once; the connection lives until the client ends it. */
export function startSession(connection: Connection, options: SessionOptions): void {
	let stop = () => {};
	connection.onInitialize((params) => {
		const { session, initialized, dispose } = openSession(connection, options, params);
		stop = dispose;
		for (const feature of options.features) feature.start(session);
		connection.onInitialized(initialized);
		const own: ServerCapabilities = {
			positionEncoding: 'utf-16',
			textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
			workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
		};
		const capabilities = Object.assign(own, ...options.features.map((each) => each.capabilities(session.client)));
		const { version } = options;
		return { capabilities, serverInfo: { name: 'faultbook', ...(version && { version }) } } satisfies InitializeResult;
	});
	connection.onShutdown(() => stop());
	connection.listen();
}

function openSession(connection: Connection, options: SessionOptions, params: InitializeParams) {
	const client = clientProfile(params);
	const log = (message: string) => connection.console.warn(message);
	const status = new Status(log, (state) => {
		if (client.showsStatus) void connection.sendNotification(Notifications.status, state);
	});
	const folders = new Set(
		params.workspaceFolders?.map(({ uri }) => uri) ?? (typeof params.rootUri === 'string' ? [params.rootUri] : []),
	);

	let pushed: unknown = sectionOf((params.initializationOptions as InitializationOptions | null)?.settings);
	const settings = new SettingsCache(
		(uri) =>
			client.answersConfiguration
				? connection.workspace.getConfiguration({ scopeUri: uri, section: 'faultbook' })
				: Promise.resolve(pushed),
		(uri, problems) => status.set(`settings of ${uri}`, problems),
	);
	const settingsListeners: (() => void)[] = [];
	connection.onDidChangeConfiguration((change) => {
		if (!client.answersConfiguration) pushed = sectionOf(change?.settings);
		settings.clear();
		for (const listener of settingsListeners) listener();
	});

	const documents = new TextDocuments(immutableDocuments);
	const disposables: Disposable[] = [documents.listen(connection)];
	documents.onDidClose(({ document: { uri } }) => {
		settings.forget(uri);
		engine?.then(
			({ service }) => service.close(uri),
			() => {}, // Said when it failed to load.
		);
	});

	let engine: Promise<Engine> | undefined;
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
					status.set('engine', [`Faultbook cannot work: ${message}`], 'failure');
					throw error;
				},
			);
		return engine;
	};

	const session: Session = {
		connection,
		client,
		status,
		guard: createGuard((message) => connection.console.error(message)),
		engine: loadEngine,
		async document(uri) {
			if (isIgnored(uri) || !documents.get(uri)) return undefined;
			const found = await settings.get(uri);
			// The latest: it may have been edited or closed while the client looked up the settings.
			const text = documents.get(uri);
			if (text === undefined) return undefined;
			const { languageId, version } = text;
			const path = relativePath(uri, [...folders]);
			return { text, settings: found, input: { uri, path, languageId, version, text: text.getText() } };
		},
		version: (uri) => (isIgnored(uri) ? undefined : documents.get(uri)?.version),
		openDocuments: () => documents.keys().filter((uri) => !isIgnored(uri)),
		onChange: (listener) => disposables.push(documents.onDidChangeContent(({ document }) => listener(document.uri))),
		onClose: (listener) => disposables.push(documents.onDidClose(({ document }) => listener(document.uri))),
		onSettings: (listener) => settingsListeners.push(listener),
	};

	const initialized = () => {
		if (client.registersConfiguration) {
			connection.client
				.register(DidChangeConfigurationNotification.type, { section: 'faultbook' })
				.catch((error) => log(`The editor will not tell of changed settings: ${describeError(error)}`));
		}
		if (client.changesFolders) {
			connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
				for (const { uri } of removed) folders.delete(uri);
				for (const { uri } of added) folders.add(uri);
				settings.clear();
				for (const listener of settingsListeners) listener();
			});
		}
		// After the reply, not for it: whoever asks first finds the engine loaded or on its way.
		loadEngine().catch(() => {});
	};
	const dispose = () => {
		for (const disposable of disposables) disposable.dispose();
	};
	return { session, initialized, dispose };
}
