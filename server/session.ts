/**
 * The language server's wiring, without a word of what it can do: its life from `initialize` to `exit`, the open
 * documents with their settings, the engine that is loaded when the client has its reply to `initialize`, and the
 * features, whose capabilities make up the server's. A shell (`main.ts` under Node) brings connection and engine.
 */
import { ResponseError } from 'vscode-jsonrpc';
import type {
	DidChangeConfigurationParams,
	DidChangeWorkspaceFoldersParams,
	InitializeParams,
	InitializeResult,
	RegistrationParams,
	ServerCapabilities,
} from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type InitializationOptions, Notifications } from '../shared/protocol.ts';
import type { DocumentSettings } from '../shared/settings.ts';
import { createGuard, type Guard } from './guard.ts';
import type { DocumentInput } from './service.ts';
import { type ClientProfile, clientProfile } from './workspace/client.ts';
import { type Connection, LspError } from './workspace/connection.ts';
import { Documents } from './workspace/documents.ts';
import type { LoadedEngine } from './workspace/openEngine.ts';
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
	/** The client says which process it is: a server whose client is gone is to go too. */
	watchClient(processId: number): void;
	/** Ends the server. @param code 0 when the client said goodbye in order */
	exit(code: number): void;
}

/** Serves a connection until the client ends it. */
export function startSession(connection: Connection, options: SessionOptions): void {
	let state: 'new' | 'serving' | 'stopped' = 'new';
	connection.onRequest<InitializeParams, InitializeResult>('initialize', (params) => {
		if (state !== 'new') throw new ResponseError(LspError.invalidRequest, 'The server is initialized already.');
		state = 'serving';
		if (typeof params.processId === 'number') options.watchClient(params.processId);
		const { session, initialized } = openSession(connection, options, params);
		connection.onNotification('initialized', initialized);
		const capabilities: ServerCapabilities = {
			positionEncoding: 'utf-16',
			textDocumentSync: { openClose: true, change: 2 /* incremental */ },
			workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
		};
		for (const feature of options.features) {
			feature.start(session);
			Object.assign(capabilities, feature.capabilities(session.client));
		}
		const { version } = options;
		return { capabilities, serverInfo: { name: 'faultbook', ...(version && { version }) } };
	});
	connection.onGoodbye({
		shutdown() {
			state = 'stopped';
		},
		exit: () => options.exit(state === 'stopped' ? 0 : 1),
	});
}

function openSession(connection: Connection, options: SessionOptions, params: InitializeParams) {
	const client = clientProfile(params);
	const status = new Status(
		(message) => connection.log('warning', message),
		(state) => {
			if (client.showsStatus) connection.notify(Notifications.status, state);
		},
	);

	const given = params.workspaceFolders?.map(({ uri }) => uri);
	const folders = new Set(given ?? (typeof params.rootUri === 'string' ? [params.rootUri] : []));

	let pushed: unknown = sectionOf((params.initializationOptions as InitializationOptions | null | undefined)?.settings);
	const ask = async (scopeUri: string): Promise<unknown> => {
		const answer = await connection.request('workspace/configuration', { items: [{ scopeUri, section: 'faultbook' }] });
		return Array.isArray(answer) ? answer[0] : undefined;
	};
	const settings = new SettingsCache(
		(uri) => (client.answersConfiguration ? ask(uri) : Promise.resolve(pushed)),
		(uri, problems) => status.set(`settings of ${uri}`, problems),
	);
	const settingsListeners: (() => void)[] = [];
	const settingsChanged = () => {
		settings.clear();
		for (const listener of settingsListeners) listener();
	};
	connection.onNotification<DidChangeConfigurationParams>('workspace/didChangeConfiguration', (change) => {
		if (!client.answersConfiguration) pushed = sectionOf(change.settings);
		settingsChanged();
	});
	connection.onNotification<DidChangeWorkspaceFoldersParams>('workspace/didChangeWorkspaceFolders', ({ event }) => {
		for (const { uri } of event.removed) folders.delete(uri);
		for (const { uri } of event.added) folders.add(uri);
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
					status.set('engine', [`Faultbook cannot work: ${message}`], 'failure');
					throw error;
				},
			);
		return engine;
	};

	const documents = new Documents(connection);
	documents.onClose((uri) => {
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
		guard: createGuard((message) => connection.log('error', message)),
		engine: loadEngine,
		async document(uri) {
			if (isIgnored(uri) || documents.get(uri) === undefined) return undefined;
			const found = await settings.get(uri);
			// The latest: it may have been edited or closed while the client looked up the settings.
			const text = documents.get(uri);
			if (text === undefined) return undefined;
			const { languageId, version } = text;
			const path = relativePath(uri, [...folders]);
			return { text, settings: found, input: { uri, path, languageId, version, text: text.getText() } };
		},
		version: (uri) => (isIgnored(uri) ? undefined : documents.get(uri)?.version),
		openDocuments: () => documents.uris().filter((uri) => !isIgnored(uri)),
		onChange: (listener) => documents.onChange(listener),
		onClose: (listener) => documents.onClose(listener),
		onSettings: (listener) => settingsListeners.push(listener),
	};

	const initialized = () => {
		// After the reply, not for it: whoever asks first finds the engine loaded or on its way.
		loadEngine().catch(() => {});
		if (!client.registersConfiguration) return;
		const method = 'workspace/didChangeConfiguration';
		const registration: RegistrationParams = {
			registrations: [{ id: 'faultbook-settings', method, registerOptions: { section: 'faultbook' } }],
		};
		connection
			.request('client/registerCapability', registration)
			.catch((error) => connection.log('warning', `The editor will not tell of changed settings: ${error.message}`));
	};
	return { session, initialized };
}
