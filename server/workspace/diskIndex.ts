/** What the workspace index has from the disk: built folder by folder, and kept true to what is told of files. */
import { stat } from 'node:fs/promises';
import type { FileEvent } from 'vscode-languageserver';
import { describeError } from '../guard.ts';
import type { Session } from '../session.ts';
import { canonical, type IndexedFolder } from './indexedFolder.ts';
import { type IndexedFolders, RESTART } from './indexedFolders.ts';
import { type IndexEntry, indexFiles, refusal } from './indexFiles.ts';
import { FileChangeType } from './lsp.ts';
import type { LoadedEngine } from './openEngine.ts';
import type { Pace } from './pace.ts';
import { isIgnored } from './paths.ts';
import { Progress } from './progress.ts';

export interface DiskIndexOptions {
	readonly session: Session;
	readonly engine: LoadedEngine;
	readonly folders: IndexedFolders;
	readonly pace: Pace;
	/** Whether a document is open, so that the disk does not count. */
	isOpen(uri: string): boolean;
	/** Called when other files may be left out than before. */
	exclusionsChanged(): void;
}

/** A file on disk that belongs to the index. */
interface TakenFile {
	/** The URI of its folder. */
	readonly folder: string;
	/** Differs when the file was written since; undefined where nobody looked. */
	readonly stamp: string | undefined;
}

/** What a walk came to. */
interface Walked {
	/** How many files were to be read, and how many were. */
	readonly found: number;
	readonly done: number;
	/** By folder, how many of them have to be read for it to be known whole. */
	readonly needed: ReadonlyMap<string, number>;
	/** Somebody stopped it. */
	readonly isStopped: boolean;
}

/** One thing at a time: whoever calls waits until it is done. URIs are canonical. */
export class DiskIndex {
	readonly #options: DiskIndexOptions;
	readonly #taken = new Map<string, TakenFile>();
	/** Of a folder that was not read to its end: what people are told. */
	readonly #unfinished = new Map<string, string>();
	/** Whether it is to be seen from the files themselves that they changed. */
	#usesStamps = false;

	constructor(options: DiskIndexOptions) {
		this.#options = options;
	}

	/** From now on changes are found by looking at every file. */
	useStamps(): void {
		this.#usesStamps = true;
	}

	/** Walks folders and indexes what is new in them; what is no longer to be in the index leaves it. */
	async build(folders: readonly IndexedFolder[]): Promise<void> {
		try {
			if (folders.length === 0) return;
			const progress = new Progress(this.#options.session.connection, 'Faultbook: indexing');
			const walked = await this.#walk(folders, progress).finally(() => progress.end());
			this.#conclude(walked);
		} finally {
			this.#options.exclusionsChanged();
		}
	}

	/** Walks all folders again for what was written, came or went. Nothing is shown of it. */
	async lookAgain(): Promise<void> {
		const folders = this.#options.folders.all();
		for (const folder of folders) folder.readIgnoresAgain();
		this.#conclude(await this.#walk(folders));
		this.#options.exclusionsChanged();
	}

	async #walk(folders: readonly IndexedFolder[], progress?: Progress): Promise<Walked> {
		const { session, pace } = this.#options;
		const entries: IndexEntry[] = [];
		const stamps = new Map<string, string | undefined>();
		const needed = new Map<string, number>(folders.map(({ uri }) => [uri, Number.POSITIVE_INFINITY]));
		for (const folder of folders) {
			const found = new Set<string>();
			try {
				for await (const entry of folder.entries()) {
					await pace.turn();
					if (progress?.isCancelled) break;
					found.add(entry.uri);
					const known = this.#taken.get(entry.uri);
					const stamp = this.#usesStamps ? await stampOf(entry.file) : undefined;
					if (known?.folder === folder.uri && known.stamp === stamp) continue;
					stamps.set(entry.uri, stamp);
					entries.push(entry);
				}
			} catch (error) {
				session.status.note(`The folder ${folder.uri} is not indexed whole: ${describeError(error)}`);
				needed.delete(folder.uri);
				continue;
			}
			if (progress?.isCancelled) break;
			needed.set(folder.uri, entries.length);
			for (const [uri, { folder: owner }] of this.#taken) if (owner === folder.uri && !found.has(uri)) this.drop(uri);
		}
		const done = progress?.isCancelled ? 0 : await this.#take(entries, { stamps, progress });
		return { found: entries.length, done, needed, isStopped: progress?.isCancelled === true };
	}

	/** Tells what came of a walk. */
	#conclude({ found, done, needed, isStopped }: Walked): void {
		const { session, engine } = this.#options;
		const message = `Indexing was stopped, with ${done} of ${found} files read: what is declared in the others is not known. ${RESTART} indexes them.`;
		for (const [folder, entries] of needed)
			if (isStopped && entries > done) this.#unfinished.set(folder, message);
			else this.#unfinished.delete(folder);
		this.#tellUnfinished();
		if (found > 0 && !isStopped)
			session.connection.console.info(`Indexed the workspace: ${engine.service.indexed} files.`);
	}

	/** Reads a file, or what is in a folder, as it is on the disk now. */
	async readAgain(uri: string): Promise<void> {
		const entries = await this.#entriesAt(uri);
		if (entries.length === 0) this.drop(uri);
		else await this.#take(entries);
	}

	/** Follows what happened to files. */
	async follow(events: readonly FileEvent[]): Promise<void> {
		const { folders, pace } = this.#options;
		const entries = new Map<string, IndexEntry>();
		const walkAgain = new Set<IndexedFolder>();
		const known = events.flatMap(({ uri, type }) => (isIgnored(uri) ? [] : [{ uri: canonical(uri), type }]));
		for (const { uri } of known)
			await this.#guarded(uri, async () => {
				const folder = uri.endsWith('/.gitignore') ? folders.of(uri) : undefined;
				if (folder && (await folder.ignoresChanged(uri))) walkAgain.add(folder);
			});
		/** Folders of files in the index; looked up, since thousands of other files may have gone. */
		let places: Set<string> | undefined;
		for (const { uri, type } of known) {
			await pace.turn();
			await this.#guarded(uri, async () => {
				if (type !== FileChangeType.Deleted) {
					for (const entry of await this.#entriesAt(uri)) entries.set(entry.uri, entry);
					return;
				}
				entries.delete(uri);
				if (this.#taken.has(uri)) return this.drop(uri);
				places ??= this.#places();
				if (!places.has(uri)) return;
				for (const each of this.#taken.keys()) if (each.startsWith(`${uri}/`)) this.drop(each);
			});
		}
		if (walkAgain.size > 0) await this.build([...walkAgain]);
		await this.#take([...entries.values()]);
	}

	/** A file on disk is no longer in the index. The text of an open document is. */
	drop(uri: string): void {
		this.#taken.delete(uri);
		if (!this.#options.isOpen(uri)) this.#options.engine.service.unindex(uri);
	}

	/** A folder left the workspace. */
	forget(folder: IndexedFolder): void {
		for (const [uri, { folder: owner }] of this.#taken) if (owner === folder.uri) this.drop(uri);
		this.#unfinished.delete(folder.uri);
		this.#tellUnfinished();
	}

	/** Does what one file asks for: what goes wrong with it is said, and leaves the others as they are. */
	async #guarded(uri: string, work: () => Promise<void>): Promise<void> {
		try {
			await work();
		} catch (error) {
			this.#options.session.status.note(`What happened to ${uri} is not followed: ${describeError(error)}`);
		}
	}

	/**
	 * Reads files into the index.
	 * @param stamps of the files, from before they were read
	 * @returns how many it came to
	 */
	async #take(
		entries: readonly IndexEntry[],
		{ stamps, progress }: { stamps?: ReadonlyMap<string, string | undefined>; progress?: Progress | undefined } = {},
	): Promise<number> {
		const { session, engine, folders, pace, isOpen } = this.#options;
		const { done, refused } = await indexFiles(engine.service, entries, {
			turn: async (count) => {
				await pace.turn();
				progress?.tell(count, entries.length);
				if (progress?.isCancelled) return false;
				const { uri } = entries[count] as IndexEntry;
				const folder = folders.of(uri);
				if (folder) this.#taken.set(uri, { folder: folder.uri, stamp: stamps?.get(uri) });
				return true;
			},
			isSettled: isOpen,
		});
		// A file that is gone again is no surprise.
		const message = refusal(refused.filter(({ reason }) => !reason.startsWith('no such')));
		if (message !== undefined) session.status.note(message);
		return done;
	}

	/** What the index is to have of a file or folder on disk. */
	async #entriesAt(uri: string): Promise<IndexEntry[]> {
		const found: IndexEntry[] = [];
		for await (const entry of this.#options.folders.of(uri)?.entriesAt(uri) ?? []) {
			await this.#options.pace.turn();
			found.push(entry);
		}
		return found;
	}

	#tellUnfinished(): void {
		this.#options.session.status.set('index', [...new Set(this.#unfinished.values())]);
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

async function stampOf(file: string): Promise<string | undefined> {
	try {
		const { mtimeMs, size } = await stat(file);
		return `${mtimeMs} ${size}`;
	} catch {
		return undefined; // Gone again.
	}
}
