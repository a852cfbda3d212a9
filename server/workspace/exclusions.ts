/**
 * What of a folder on disk the workspace index leaves out: by `faultbook.exclude`, by VS Code's `files.exclude`, and by
 * the `.gitignore` files in it, each of which counts for the folder that it lies in.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import createIgnore, { type Ignore } from 'ignore';
import { matchesAny } from '../skip.ts';

/** Globs relative to the folder. */
export interface ExclusionGlobs {
	/** `faultbook.exclude`: of files, as for open documents. */
	readonly exclude: readonly string[];
	/** `files.exclude`: of files, and of folders with all that is in them. */
	readonly hidden: readonly string[];
}

export type EntryKind = 'file' | 'folder';

/** Git follows the file system in whether case matters. */
const ignorecase = process.platform === 'win32' || process.platform === 'darwin';

/** Paths are relative to the folder, with `/` between their parts; the folder itself is ''. */
export class Exclusions {
	readonly #root: string;
	readonly #globs: ExclusionGlobs;
	/** Those of `exclude` that leave out all that is in a folder, so that the folder need not be read. */
	readonly #whole: readonly string[];
	/** By folder; undefined where it has no `.gitignore`. */
	readonly #ignores = new Map<string, Ignore | undefined>();

	/** @param root absolute path of the folder */
	constructor(root: string, globs: ExclusionGlobs) {
		this.#root = root;
		this.#globs = globs;
		this.#whole = globs.exclude.filter((glob) => glob.endsWith('/**'));
	}

	/** Reads the `.gitignore` of a folder, once. One that cannot be read ignores nothing. */
	async enter(folder: string): Promise<void> {
		if (this.#ignores.has(folder)) return;
		let ignore: Ignore | undefined;
		try {
			const text = await readFile(join(this.#root, folder, '.gitignore'), 'utf8');
			ignore = createIgnore({ ignorecase }).add(text);
		} catch {
			ignore = undefined;
		}
		this.#ignores.set(folder, ignore);
	}

	/** Whether an entry is left out. The folders above it are taken, and were entered. */
	leavesOut(path: string, kind: EntryKind): boolean {
		if (kind === 'folder' && (path === '.git' || path.endsWith('/.git'))) return true;
		if (matchesAny(path, kind === 'file' ? this.#globs.exclude : this.#whole)) return true;
		if (matchesAny(path, this.#globs.hidden)) return true;
		// The nearest file that says anything decides.
		for (let folder = parentOf(path); ; folder = parentOf(folder)) {
			const below = folder === '' ? path : path.slice(folder.length + 1);
			const verdict = this.#ignores.get(folder)?.test(kind === 'folder' ? `${below}/` : below);
			if (verdict?.ignored) return true;
			if (verdict?.unignored || folder === '') return false;
		}
	}

	/** Whether an entry is taken, wherever it stands. */
	async takes(path: string, kind: EntryKind): Promise<boolean> {
		await this.enter('');
		for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
			const folder = path.slice(0, end);
			if (this.leavesOut(folder, 'folder')) return false;
			await this.enter(folder);
		}
		return !this.leavesOut(path, kind);
	}

	/** Forgets the `.gitignore` files: one of them changed. */
	forget(): void {
		this.#ignores.clear();
	}
}

function parentOf(path: string): string {
	return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
