/**
 * The life of a session after the reply to `initialize`: the open documents with their settings, the workspace's
 * folders, the status, and the engine, loaded once. With the first document the index of the workspace begins.
 */
import type { Connection, InitializeParams } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type InitializationOptions, Notifications, type StatusParams } from '../../shared/protocol.ts';
import { createGuard, describeError } from '../guard.ts';
import type { Session, SessionOptions } from '../session.ts';
import type { ClientProfile } from './client.ts';
import { snapshot } from './documents.ts';
import {
	DidChangeConfigurationNotification,
	NotebookDocuments,
	ProtocolNotificationType,
	TextDocuments,
} from './lsp.ts';
import type { LoadedEngine } from './openEngine.ts';
import { isIgnored, relativePath } from './paths.ts';
import { SettingsCache, sectionOf } from './settings.ts';
import { Status } from './status.ts';

/** How long after the first document is opened the workspace is indexed, in ms: what that document needs comes first. */
const INDEX_DELAY = 100;

const statusChanged = new ProtocolNotificationType<StatusParams, void>(Notifications.status);

/**
 * Opens the session that a client asked for by `initialize`, starts to load the engine, and asks the client to tell of
 * what changes.
 */
export function openSession(
	connection: Connection,
	client: ClientProfile,
	options: SessionOptions,
	params: InitializeParams,
): Session {
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
	const notebooks = new NotebookDocuments(documents);
	if (client.tellsNotebooks) notebooks.listen(connection);
	/** The other cells of the notebook that a cell is in, those of its language, in their order. */
	const cellsBeside = ({ uri, languageId }: TextDocument): string[] | undefined =>
		notebooks
			.findNotebookDocumentForCell(uri)
			?.cells.map(({ document }) => document)
			.filter((other) => other !== uri && documents.get(other)?.languageId === languageId);
	documents.onDidClose(({ document: { uri } }) => {
		settings.forget(uri);
		engine?.then(
			({ service }) => service.close(uri),
			() => {}, // Said when it failed to load.
		);
	});

	// Whoever asks first finds the engine loaded or on its way.
	loadEngine().catch(() => {});
	if (client.changesFolders) {
		connection.workspace.onDidChangeWorkspaceFolders(({ removed, added }) => {
			for (const { uri } of removed) {
				folders.delete(uri);
				settings.forget(uri);
			}
			for (const { uri } of added) folders.add(uri);
			settingsChanged();
		});
	}
	if (client.registersConfiguration) {
		connection.client
			.register(DidChangeConfigurationNotification.type, { section: ['faultbook', 'files.exclude'] })
			.catch((error) => connection.console.warn(`The editor will not tell of changed settings: ${error.message}`));
	}

	const surroundingsListeners: (() => void)[] = [];
	const startIndex = async (loaded: LoadedEngine) => {
		const { startIndexer } = await import('./indexer.ts');
		startIndexer({
			session,
			engine: loaded,
			folders: () => [...folders],
			settings: (folder) => settings.get(folder),
			changed() {
				for (const listener of surroundingsListeners) listener();
			},
		});
	};
	const opening = documents.onDidOpen(({ document: { uri } }) => {
		if (isIgnored(uri)) return;
		opening.dispose();
		const failed = (error: Error) => {
			connection.console.error(`Indexing the workspace: ${describeError(error)}`);
			status.set('index', [`Nothing is known of what other files declare, for the index failed: ${error.message}`]);
		};
		const start = () =>
			loadEngine().then(
				(loaded) => startIndex(loaded).catch(failed),
				() => {}, // Said when it failed to load.
			);
		setTimeout(start, INDEX_DELAY);
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
			const beside = cellsBeside(document);
			const input = { uri, path, languageId, version, text: document.getText(), ...(beside && { beside }) };
			return { text: snapshot(document), settings: found, input };
		},
		settings: (uri) => settings.get(uri),
		version: (uri) => (isIgnored(uri) ? undefined : documents.get(uri)?.version),
		openDocuments: () => documents.keys().filter((uri) => !isIgnored(uri)),
		onChange: (listener) => documents.onDidChangeContent(({ document: { uri } }) => listener(uri)),
		onClose: (listener) => documents.onDidClose(({ document: { uri } }) => listener(uri)),
		onSave: (listener) => documents.onDidSave(({ document: { uri } }) => listener(uri)),
		onSettings: (listener) => settingsListeners.push(listener),
		onSurroundings: (listener) => surroundingsListeners.push(listener),
	};
	return session;
}
