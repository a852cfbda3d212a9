/**
 * Builds the workspace index in the background and keeps it true: to the disk, and where a document is open to its
 * unsaved text. One job at a time, so that later ones see what earlier ones did; open documents do not wait for them.
 */
import type { FileEvent } from 'vscode-languageserver';
import type { DocumentSettings } from '../../shared/settings.ts';
import { describeError } from '../guard.ts';
import type { Session } from '../session.ts';
import { Announcer } from './announcer.ts';
import { canonical, IndexedFolder, isOnDisk } from './indexedFolder.ts';
import { type IndexEntry, indexFiles, MAX_INDEXED_SIZE, refusal } from './indexFiles.ts';
import { CancellationToken, FileChangeType } from './lsp.ts';
import type { LoadedEngine } from './openEngine.ts';
import { Pace } from './pace.ts';
import { isIgnored } from './paths.ts';
import { Progress } from './progress.ts';
import { watchFiles } from './watch.ts';

/** How long after a key an open document is looked at for what others see of it, in ms. */
const EDIT_DELAY = 50;

export interface IndexerOptions {
	readonly session: Session;
	readonly engine: LoadedEngine;
	/** The URIs of the workspace's folders, as they are now. */
	folders(): readonly string[];
	/** The settings that hold for a folder. */
	settings(folder: string): Promise<DocumentSettings>;
	/** Told a moment after something changed that files see of one another. */
	changed(): void;
}

/** Starts to index the workspace and follows it from then on. */
export function startIndexer(options: IndexerOptions): void {
	new Indexer(options).start();
}

/** URIs are canonical, but for those that a name calls given. */
class Indexer {
	readonly #options: IndexerOptions;
	readonly #pace = new Pace();
	readonly #folders = new Map<string, IndexedFolder>();
	/** The files on disk that belong to the index, each with its folder's URI. */
	readonly #taken = new Map<string, string>();
	/** The open documents, with their URIs as given. */
	readonly #open = new Map<string, string>();
	/** Those of them that were put into the index with their unsaved text. */
	readonly #held = new Set<string>();
	readonly #edits = new Map<string, NodeJS.Timeout>();
	#jobs: Promise<void> = Promise.resolve();
	/** Until then nobody knows what of the open documents is left out. */
	#foldersKnown: Promise<unknown> = Promise.resolve();
	readonly #announcer: Announcer;
	#isWorking = false;

	constructor(options: IndexerOptions) {
		this.#options = options;
		this.#announcer = new Announcer(() => options.engine.service.generation, options.changed);
	}

	start(): void {
		const { session, engine } = this.#options;
		const { connection, client, guard, status } = session;
		session.onChange((given) => this.#edited(given));
		session.onClose((given) => this.#closed(given));
		session.onSettings(() => {
			this.#do('Looking at the settings', async () => this.#build(await this.#changedFolders()));
			for (const given of this.#open.values()) this.#edited(given);
		});
		const follow = guard('workspace/didChangeWatchedFiles', undefined, ({ changes }: { changes: FileEvent[] }) => {
			const events = [...changes];
			this.#do('Following changed files', () => this.#follow(events));
		});
		connection.onDidChangeWatchedFiles((params) => void follow(params, CancellationToken.None));
		if (client.registersWatchers) {
			watchFiles(connection, engine.extensions).catch((error) =>
				status.note(`The editor will not tell of changed files: ${error.message}`),
			);
		}
		const folders = this.#changedFolders();
		this.#foldersKnown = folders.catch(() => {}); // Said by the job.
		this.#do('Indexing the workspace', async () => this.#build(await folders));
		for (const given of session.openDocuments()) this.#edited(given);
	}

	#do(what: string, job: () => Promise<void>): void {
		this.#jobs = this.#jobs
			.then(() => {
				this.#isWorking = true;
				return job();
			})
			.catch((error: unknown) => this.#options.session.connection.console.error(`${what}: ${describeError(error)}`))
			.then(() => {
				this.#isWorking = false;
				this.#announcer.look(this.#isWorking);
			});
	}

	#edited(given: string): void {
		if (isIgnored(given)) return;
		this.#pace.rest();
		this.#open.set(canonical(given), given);
		clearTimeout(this.#edits.get(given));
		const look = () => {
			this.#edits.delete(given);
			this.#takeOpen(given).catch((error) => this.#options.session.status.note(`${given}: ${describeError(error)}`));
		};
		this.#edits.set(given, setTimeout(look, EDIT_DELAY));
	}

	/** Takes an open document as it is now; what is left alone has nothing for others. */
	async #takeOpen(given: string): Promise<void> {
		const { session, engine } = this.#options;
		const { service, isExcluded } = engine;
		await this.#foldersKnown;
		const open = await session.document(given);
		if (open === undefined) return;
		const { input, settings } = open;
		const uri = canonical(given);
		const isTaken =
			settings.enable &&
			!isExcluded(input.path, settings) &&
			input.text.length <= MAX_INDEXED_SIZE &&
			(await this.#folderOf(uri)?.takes(uri)) !== false;
		if (!isTaken) {
			this.#held.delete(uri);
			service.unindex(given);
		} else if (this.#held.has(uri)) {
			// Computed already for whoever draws the document, and what is in the index follows it.
			await service.model(input, settings);
		} else {
			this.#held.add(uri);
			await service.index(input);
		}
		this.#announcer.look(this.#isWorking);
	}

	/** What counts is the disk again. */
	#closed(given: string): void {
		if (isIgnored(given)) return;
		const uri = canonical(given);
		this.#open.delete(uri);
		this.#held.delete(uri);
		clearTimeout(this.#edits.get(given));
		this.#edits.delete(given);
		this.#do(`Reading ${given} again`, async () => {
			if (this.#open.has(uri)) return;
			const entries = await this.#entriesAt(uri);
			if (entries.length === 0) this.#drop(uri);
			else await this.#take(entries);
		});
	}

	/** Reads folders and settings as they are now. @returns the folders of which other files are to be taken than before */
	async #changedFolders(): Promise<IndexedFolder[]> {
		const { session, engine, folders, settings } = this.#options;
		const problem = (message: string) => session.status.note(message);
		const uris = folders().filter((folder) => !isIgnored(folder));
		const given = new Map(uris.map((folder) => [canonical(folder), folder]));
		const all = [...given.keys()];
		for (const folder of this.#folders.values()) if (!given.has(folder.uri)) this.#forget(folder);
		const changed: IndexedFolder[] = [];
		for (const [uri, folder] of given) {
			if (!isOnDisk(uri)) {
				problem(`${folder} is not on this machine's disk: only what is open of it is indexed.`);
				continue;
			}
			const [found, hidden] = await Promise.all([settings(folder), this.#hidden(folder)]);
			const { extensions } = engine;
			const next = new IndexedFolder({ uri, settings: found, hidden, all, extensions, problem });
			if (this.#folders.get(uri)?.key === next.key) continue;
			this.#folders.set(uri, next);
			changed.push(next);
		}
		return changed;
	}

	/** The globs of VS Code's setting `files.exclude`. Those under a condition hide what was made from a file beside it. */
	async #hidden(folder: string): Promise<string[]> {
		const { connection, client, status } = this.#options.session;
		if (!client.answersConfiguration) return [];
		try {
			const answer: unknown = await connection.workspace.getConfiguration({
				scopeUri: folder,
				section: 'files.exclude',
			});
			if (answer === null || typeof answer !== 'object') return [];
			return Object.entries(answer).flatMap(([glob, is]) => (is === true ? [glob.replace(/\/+$/, '')] : []));
		} catch (error) {
			status.note(`The editor did not answer when asked for files.exclude: ${describeError(error)}`);
			return [];
		}
	}

	/** Walks folders and indexes what is new in them; what is no longer to be in the index leaves it. */
	async #build(folders: readonly IndexedFolder[]): Promise<void> {
		if (folders.length === 0) return;
		const { session, engine } = this.#options;
		const { connection, status } = session;
		const progress = new Progress(connection, 'Faultbook: indexing');
		const entries: IndexEntry[] = [];
		let done = 0;
		try {
			for (const folder of folders) {
				const found = new Set<string>();
				for await (const entry of folder.entries()) {
					await this.#pace.turn();
					if (progress.isCancelled) break;
					found.add(entry.uri);
					if (this.#taken.get(entry.uri) !== folder.uri) entries.push(entry);
				}
				if (progress.isCancelled) break;
				for (const [uri, owner] of this.#taken) if (owner === folder.uri && !found.has(uri)) this.#drop(uri);
			}
			if (!progress.isCancelled) done = await this.#take(entries, progress);
		} finally {
			progress.end();
		}
		if (progress.isCancelled) {
			status.set('index', [
				`Indexing was stopped, with ${done} of ${entries.length} files read: what is declared in the others is not known. Restarting the server indexes them.`,
			]);
			return;
		}
		status.set('index', []);
		if (entries.length > 0) connection.console.info(`Indexed the workspace: ${engine.service.indexed} files.`);
	}

	/** Reads files into the index. @returns how many it came to */
	async #take(entries: readonly IndexEntry[], progress?: Progress): Promise<number> {
		const { session, engine } = this.#options;
		const { done, refused } = await indexFiles(engine.service, entries, {
			turn: async (count) => {
				await this.#pace.turn();
				progress?.tell(count, entries.length);
				if (progress?.isCancelled) return false;
				const { uri } = entries[count] as IndexEntry;
				const folder = this.#folderOf(uri);
				if (folder) this.#taken.set(uri, folder.uri);
				return true;
			},
			isSettled: (uri) => this.#open.has(uri),
		});
		// A file that is gone again is no surprise.
		const message = refusal(refused.filter(({ reason }) => !reason.startsWith('no such')));
		if (message !== undefined) session.status.note(message);
		return done;
	}

	async #follow(events: readonly FileEvent[]): Promise<void> {
		const entries = new Map<string, IndexEntry>();
		const walkAgain = new Set<IndexedFolder>();
		const known = events.filter(({ uri }) => !isIgnored(uri)).map(({ uri, type }) => ({ uri: canonical(uri), type }));
		for (const { uri } of known) {
			const folder = uri.endsWith('/.gitignore') ? this.#folderOf(uri) : undefined;
			if (await folder?.ignoresChanged(uri)) walkAgain.add(folder as IndexedFolder);
		}
		/** Folders of files in the index; looked up, since thousands of other files may have gone. */
		let places: Set<string> | undefined;
		for (const { uri, type } of known) {
			await this.#pace.turn();
			if (type === FileChangeType.Deleted) {
				entries.delete(uri);
				if (this.#taken.has(uri)) {
					this.#drop(uri);
					continue;
				}
				places ??= this.#places();
				if (!places.has(uri)) continue;
				for (const each of this.#taken.keys()) if (each.startsWith(`${uri}/`)) this.#drop(each);
			} else {
				for (const entry of await this.#entriesAt(uri)) entries.set(entry.uri, entry);
			}
		}
		await this.#build([...walkAgain]);
		await this.#take([...entries.values()]);
	}

	/** What the index is to have of a file or folder on disk. */
	async #entriesAt(uri: string): Promise<IndexEntry[]> {
		const found: IndexEntry[] = [];
		for await (const entry of this.#folderOf(uri)?.entriesAt(uri) ?? []) {
			await this.#pace.turn();
			found.push(entry);
		}
		return found;
	}

	/** A file on disk is no longer in the index. The text of an open document is. */
	#drop(uri: string): void {
		this.#taken.delete(uri);
		if (!this.#open.has(uri)) this.#options.engine.service.unindex(uri);
	}

	#forget(folder: IndexedFolder): void {
		this.#folders.delete(folder.uri);
		for (const [uri, owner] of this.#taken) if (owner === folder.uri) this.#drop(uri);
	}

	/** The innermost folder of a file. */
	#folderOf(uri: string): IndexedFolder | undefined {
		let innermost: IndexedFolder | undefined;
		for (const folder of this.#folders.values())
			if (folder.holds(uri) && folder.uri.length > (innermost?.uri.length ?? 0)) innermost = folder;
		return innermost;
	}

	#places(): Set<string> {
		const places = new Set<string>();
		for (const uri of this.#taken.keys())
			for (let end = uri.lastIndexOf('/'); end > 0; end = uri.lastIndexOf('/', end - 1)) {
				const place = uri.slice(0, end);
				if (places.has(place)) break;
				places.add(place);
			}
		return places;
	}
}
