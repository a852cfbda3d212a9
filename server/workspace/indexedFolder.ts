/** A folder of the workspace as the index sees it: what of it is taken, by the settings that hold there. */
import { join, posix, relative, sep } from 'node:path';
import { URI } from 'vscode-uri';
import type { DocumentSettings } from '../../shared/settings.ts';
import { Exclusions } from './exclusions.ts';
import { entryOf, type IndexEntry } from './indexFiles.ts';
import { isSource, kindOf, type Walk, walk } from './walk.ts';

/**
 * One spelling for all the ways in which clients write a file's URI: without `.` and `..`, nor a slash at the end.
 * @throws {Error} for what is no URI
 */
export function canonical(uri: string): string {
	const parsed = URI.parse(uri, true);
	if (!parsed.path.startsWith('/')) return parsed.toString();
	// The root of a drive (`/c:/`) keeps its slash.
	return parsed.with({ path: posix.normalize(parsed.path).replace(/(?<=[^/:])\/$/, '') }).toString();
}

/** Whether the files of a folder can be read: not those of virtual workspaces. */
export function isOnDisk(uri: string): boolean {
	return uri.startsWith('file:');
}

export interface FolderOptions {
	/** Canonical. */
	readonly uri: string;
	readonly settings: DocumentSettings;
	/** Globs of `files.exclude`. */
	readonly hidden: readonly string[];
	/** All folders of the workspace, canonical: those within this one look after themselves. */
	readonly all: readonly string[];
	/** As in `Walk`. */
	readonly extensions: readonly string[];
	problem(message: string): void;
}

export class IndexedFolder {
	readonly uri: string;
	/** Differs where other files are to be taken. */
	readonly key: string;
	readonly #isEnabled: boolean;
	readonly #prefix: string;
	readonly #walk: Walk & { readonly exclusions: Exclusions };

	constructor({ uri, settings, hidden, all, extensions, problem }: FolderOptions) {
		this.uri = uri;
		this.#isEnabled = settings.enable;
		this.#prefix = uri.replace(/\/*$/, '/');
		const { exclude } = settings;
		const root = URI.parse(uri).fsPath;
		const within = all.filter((each) => each !== uri && this.holds(each));
		this.key = JSON.stringify([settings.enable, exclude, hidden, within]);
		this.#walk = {
			root,
			exclusions: new Exclusions(root, { exclude, hidden }, problem),
			extensions,
			apart: new Set(within.map((each) => URI.parse(each).fsPath)),
			problem,
		};
	}

	/** Whether a file, by its canonical URI, is in this folder. */
	holds(uri: string): boolean {
		return uri.startsWith(this.#prefix);
	}

	/** What the index is to have of the folder, or of a folder in it. */
	async *entries(from = ''): AsyncGenerator<IndexEntry, void, undefined> {
		if (!this.#isEnabled) return;
		for await (const path of walk(this.#walk, from)) yield entryOf(join(this.#walk.root, path), path);
	}

	/** What the index is to have of a file or folder, by its canonical URI. */
	async *entriesAt(uri: string): AsyncGenerator<IndexEntry, void, undefined> {
		if (!this.#isEnabled) return;
		const { root, exclusions, extensions } = this.#walk;
		const path = this.#pathOf(uri);
		const kind = isSource(path, extensions) ? 'file' : 'folder';
		// First what needs no look at the disk: thousands of files may come at once.
		if (!(await exclusions.takes(path, kind)) || (await kindOf(root, path)) !== kind) return;
		if (kind === 'folder') yield* this.entries(path);
		else yield entryOf(join(root, path), path);
	}

	/** Whether a file is not left out, by its canonical URI; it need not be on the disk. */
	async takes(uri: string): Promise<boolean> {
		return this.#isEnabled && this.#walk.exclusions.takes(this.#pathOf(uri), 'file');
	}

	/** Whatever happened to the `.gitignore` files, from now on it counts. */
	readIgnoresAgain(): void {
		this.#walk.exclusions.forget();
	}

	/** A `.gitignore` in it changed. Answers whether that counts: not in a folder that is left out. */
	async ignoresChanged(uri: string): Promise<boolean> {
		const { exclusions } = this.#walk;
		const path = this.#pathOf(uri);
		if (path.includes('/') && !(await exclusions.takes(path.slice(0, path.lastIndexOf('/')), 'folder'))) return false;
		exclusions.forget();
		return this.#isEnabled;
	}

	#pathOf(uri: string): string {
		return relative(this.#walk.root, URI.parse(uri).fsPath).split(sep).join('/');
	}
}
