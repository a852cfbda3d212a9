/** A language client for tests: starts the bundled server over stdio and speaks the LSP as a given editor would. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import {
	type CodeAction,
	createProtocolConnection,
	type Diagnostic,
	type DocumentDiagnosticReport,
	type FileEvent,
	type Hover,
	type InitializeResult,
	type MarkupContent,
	type ProtocolConnection,
	type PublishDiagnosticsParams,
	type Registration,
	type RegistrationParams,
	StreamMessageReader,
	StreamMessageWriter,
	WorkDoneProgress,
	type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DiagnosticData, StatusParams } from '../../shared/protocol.ts';
import type { Profile } from './editors.ts';

/** The build under test. */
export const dist = process.env.FAULTBOOK_DIST ?? join(import.meta.dirname, '../../dist');

export interface StartOptions {
	/** The build; another one where a test broke a copy of it. */
	readonly from?: string;
	readonly folders?: readonly string[];
	/** The `faultbook` section, for a client that answers `workspace/configuration`. */
	readonly settings?: unknown;
	/** VS Code's `files.exclude`, for a client that answers `workspace/configuration`. */
	readonly filesExclude?: unknown;
	/** How long it takes to answer for `files.exclude`, in ms. */
	readonly filesExcludeDelay?: number;
}

/** What was told of some background work. */
interface Progress {
	readonly token: string | number;
	readonly kinds: string[];
}

export class TestClient {
	readonly connection: ProtocolConnection;
	readonly process: ChildProcessWithoutNullStreams;
	readonly profile: Profile;
	initialized: InitializeResult = { capabilities: {} };
	/** What `workspace/configuration` answers. */
	settings: unknown;
	filesExclude: unknown;
	/** Texts of `window/logMessage`. */
	readonly log: string[] = [];
	readonly statuses: StatusParams[] = [];
	/** Methods of all notifications that the server sent. */
	readonly notified: string[] = [];
	/** The URIs for which the settings were asked. */
	readonly configurationRequests: string[] = [];
	/** What the server registered for. */
	readonly registrations: Registration[] = [];
	/** The progress of background work, in the order in which it began. */
	readonly progress: Progress[] = [];
	refreshes = 0;
	private readonly documents = new Map<string, TextDocument>();
	private readonly published = new Map<string, PublishDiagnosticsParams>();
	private waiting: (() => void)[] = [];

	private constructor(
		profile: Profile,
		{ from = dist, settings = {}, filesExclude, filesExcludeDelay = 0 }: StartOptions,
	) {
		this.profile = profile;
		this.settings = settings;
		this.filesExclude = filesExclude;
		this.process = spawn(process.execPath, [join(from, 'server.js'), '--stdio']);
		this.connection = createProtocolConnection(
			new StreamMessageReader(this.process.stdout),
			new StreamMessageWriter(this.process.stdin),
		);
		type Item = { scopeUri: string; section: string };
		this.connection.onRequest('workspace/configuration', async ({ items }: { items: Item[] }) => {
			if (filesExcludeDelay > 0 && items.some(({ section }) => section !== 'faultbook'))
				await new Promise((resolve) => setTimeout(resolve, filesExcludeDelay));
			this.configurationRequests.push(...items.map(({ scopeUri }) => scopeUri));
			return items.map(({ section }) => (section === 'faultbook' ? this.settings : (this.filesExclude ?? null)));
		});
		this.connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
			this.registrations.push(...registrations);
			this.wake();
			return null;
		});
		this.connection.onRequest('window/workDoneProgress/create', ({ token }: { token: string | number }) => {
			const kinds: string[] = [];
			this.progress.push({ token, kinds });
			this.connection.onProgress(WorkDoneProgress.type, token, ({ kind }) => {
				kinds.push(kind);
				this.wake();
			});
			return null;
		});
		this.connection.onRequest('workspace/diagnostic/refresh', () => {
			this.refreshes += 1;
			this.wake();
			return null;
		});
		this.connection.onUnhandledNotification(({ method, params }) => {
			this.notified.push(method);
			if (method === 'window/logMessage') this.log.push((params as unknown as { message: string }).message);
			if (method === 'faultbook/status') this.statuses.push(params as unknown as StatusParams);
			if (method === 'textDocument/publishDiagnostics') {
				const published = params as unknown as PublishDiagnosticsParams;
				this.published.set(published.uri, published);
			}
			this.wake();
		});
		this.connection.listen();
	}

	/** Starts a server and goes through the handshake. */
	static async start(profile: Profile, options: StartOptions = {}): Promise<TestClient> {
		const client = new TestClient(profile, options);
		const { capabilities, initializationOptions } = profile;
		client.initialized = await client.connection.sendRequest<InitializeResult>('initialize', {
			processId: process.pid,
			rootUri: null,
			capabilities,
			workspaceFolders: options.folders?.map((uri) => ({ uri, name: uri })) ?? null,
			...(initializationOptions && { initializationOptions }),
		});
		await client.connection.sendNotification('initialized', {});
		return client;
	}

	/** Says goodbye in order. @returns the server's exit code */
	async stop(): Promise<number | null> {
		const ended = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
		await this.connection.sendRequest('shutdown');
		await this.connection.sendNotification('exit');
		const code = await ended;
		this.connection.dispose();
		return code;
	}

	async open(uri: string, languageId: string, text: string, version = 1): Promise<void> {
		this.documents.set(uri, TextDocument.create(uri, languageId, version, text));
		await this.connection.sendNotification('textDocument/didOpen', {
			textDocument: { uri, languageId, version, text },
		});
	}

	/** Replaces one piece of text by another, as one incremental change. */
	async edit(uri: string, before: string, after: string): Promise<void> {
		const document = this.document(uri);
		const start = document.getText().indexOf(before);
		if (start === -1) throw new Error(`${JSON.stringify(before)} is not in ${uri}.`);
		const range = { start: document.positionAt(start), end: document.positionAt(start + before.length) };
		await this.change(uri, [{ range, text: after }]);
	}

	async close(uri: string): Promise<void> {
		this.documents.delete(uri);
		await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
	}

	/** Tells that a document was saved. */
	async save(uri: string): Promise<void> {
		await this.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
	}

	/** The client's own text of a document. */
	text(uri: string): string {
		return this.document(uri).getText();
	}

	/** The position of the n-th occurrence of some text. */
	at(uri: string, text: string, occurrence = 1) {
		const document = this.document(uri);
		let offset = -1;
		for (let count = 0; count < occurrence; count += 1) offset = document.getText().indexOf(text, offset + 1);
		if (offset === -1) throw new Error(`${JSON.stringify(text)} is not in ${uri} ${occurrence} times.`);
		return document.positionAt(offset);
	}

	hover(uri: string, position: { line: number; character: number }): Promise<Hover | null> {
		return this.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
	}

	/** The diagnostics of the newest version, pulled or pushed as the profile says. */
	async diagnostics(uri: string): Promise<Diagnostic[]> {
		if (this.profile.capabilities.textDocument?.diagnostic === undefined) {
			const { version } = this.document(uri);
			const published = await this.until(() => {
				const last = this.published.get(uri);
				return last?.version === version ? last : undefined;
			}, `diagnostics of version ${version} of ${uri}`);
			return published.diagnostics;
		}
		const report = await this.pull(uri);
		if (report.kind !== 'full') throw new Error(`The first report on ${uri} is "${report.kind}".`);
		return report.items;
	}

	pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
		return this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
	}

	/** Tells of what happened to files on disk, as an editor does that watches them. */
	async changed(...changes: FileEvent[]): Promise<void> {
		await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
	}

	/** What was pushed last for a URI. */
	pushed(uri: string): Diagnostic[] | undefined {
		return this.published.get(uri)?.diagnostics;
	}

	/** Forgets what was pushed, so that `diagnostics` waits for the next push. */
	forgetPushed(uri: string): void {
		this.published.delete(uri);
	}

	/** The actions that an editor offers for a diagnostic, or at a position. */
	actions(uri: string, at: Diagnostic | { line: number; character: number }, only?: string[]): Promise<CodeAction[]> {
		const isDiagnostic = 'range' in at;
		return this.connection.sendRequest('textDocument/codeAction', {
			textDocument: { uri },
			range: isDiagnostic ? at.range : { start: at, end: at },
			context: { diagnostics: isDiagnostic ? [at] : [], ...(only && { only }) },
		});
	}

	/** Applies an action as its profile's editor would: asks for the edit where it was not given. */
	async apply(action: CodeAction): Promise<void> {
		const mustAsk = action.edit === undefined;
		const whole = mustAsk ? await this.connection.sendRequest<CodeAction>('codeAction/resolve', action) : action;
		if (whole.edit === undefined) throw new Error(`The action "${action.title}" has no edit.`);
		for (const { uri, version, edits } of editsIn(whole.edit)) {
			const document = this.document(uri);
			if (version !== undefined && version !== document.version) throw new Error(`The edit is for version ${version}.`);
			await this.change(uri, [{ text: TextDocument.applyEdits(document, edits) }]);
		}
	}

	/** Waits until something that the server sends makes a condition hold. */
	async until<Result>(condition: () => Result | undefined | false, what: string): Promise<Result> {
		const deadline = Date.now() + 20_000;
		for (;;) {
			const result = condition();
			if (result !== undefined && result !== false) return result;
			if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}. Log:\n${this.log.join('\n')}`);
			await new Promise<void>((resolve) => {
				const timer = setTimeout(resolve, 500);
				this.waiting.push(() => {
					clearTimeout(timer);
					resolve();
				});
			});
		}
	}

	private async change(uri: string, contentChanges: Parameters<typeof TextDocument.update>[1]): Promise<void> {
		const document = this.document(uri);
		const version = document.version + 1;
		this.documents.set(uri, TextDocument.update(document, contentChanges, version));
		await this.connection.sendNotification('textDocument/didChange', {
			textDocument: { uri, version },
			contentChanges,
		});
	}

	private document(uri: string): TextDocument {
		const document = this.documents.get(uri);
		if (document === undefined) throw new Error(`The test did not open ${uri}.`);
		return document;
	}

	private wake(): void {
		const waiting = this.waiting;
		this.waiting = [];
		for (const resolve of waiting) resolve();
	}
}

/** The first of a list that must not be empty. */
export function first<Item>(items: readonly Item[]): Item {
	const [item] = items;
	if (item === undefined) throw new Error('There is none.');
	return item;
}

/** The codes that a diagnostic is about. */
export function codesOf({ data }: Diagnostic): readonly string[] {
	return (data as DiagnosticData).codes;
}

/** The text of a hover that there must be. */
export function textOf(hover: Hover | null): string {
	if (hover === null) throw new Error('There is no hover.');
	return (hover.contents as MarkupContent).value;
}

function editsIn(edit: WorkspaceEdit) {
	const versioned = (edit.documentChanges ?? []).flatMap((change) =>
		'edits' in change
			? [{ uri: change.textDocument.uri, version: change.textDocument.version ?? undefined, edits: change.edits }]
			: [],
	);
	const simple = Object.entries(edit.changes ?? {}).map(([uri, edits]) => ({ uri, version: undefined, edits }));
	return [...versioned, ...simple].map(({ uri, version, edits }) => ({
		uri,
		version,
		edits: edits.flatMap((each) => ('newText' in each ? [{ range: each.range, newText: each.newText }] : [])),
	}));
}
