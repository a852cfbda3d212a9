/**
 * What of a folder on disk the workspace index leaves out: by `faultbook.exclude`, by VS Code's `files.exclude`, and by
 * git's rules: the `.gitignore` files in it, each of which counts for the folder that it lies in, those above it in its
 * repository, and the repository's `info/exclude`.
 */
import { basename, dirname, join } from 'node:path';
import { matchesAny } from '../skip.ts';
import { isRepository, NO_RULES, type Rules, readRules } from './gitRules.ts';

/** Globs relative to the folder. */
export interface ExclusionGlobs {
	/** `faultbook.exclude`: of files, as for open documents. */
	readonly exclude: readonly string[];
	/** `files.exclude`: of files, and of folders with all that is in them. */
	readonly hidden: readonly string[];
}

export type EntryKind = 'file' | 'folder';

/** Rules of a folder above. */
interface RulesAbove {
	/** What stands before a path of the folder here, to be one of the folder above. */
	readonly prefix: string;
	readonly rules: Rules;
}

/** Paths are relative to the folder, with `/` between their parts; the folder itself is ''. */
export class Exclusions {
	readonly #root: string;
	readonly #globs: ExclusionGlobs;
	/** Those of `exclude` that leave out all that is in a folder, so that the folder need not be read. */
	readonly #whole: readonly string[];
	readonly #problem: (message: string) => void;
	/** By folder. */
	readonly #rules = new Map<string, Rules>();
	/** The nearest first. */
	#above: readonly RulesAbove[] = [];

	/**
	 * @param root absolute path of the folder
	 * @param problem takes a sentence on each file of rules that cannot be read
	 */
	constructor(root: string, globs: ExclusionGlobs, problem: (message: string) => void) {
		this.#root = root;
		this.#globs = globs;
		this.#whole = globs.exclude.filter((glob) => glob.endsWith('/**'));
		this.#problem = problem;
	}

	/** Reads the rules of a folder, once; with the first folder of all those above it. */
	async enter(folder: string): Promise<void> {
		if (this.#rules.has(folder)) return;
		const [rules, above] = await Promise.all([
			readRules(join(this.#root, folder), this.#problem),
			folder === '' ? this.#readAbove() : undefined,
		]);
		if (above) this.#above = above;
		this.#rules.set(folder, rules);
	}

	/** Whether an entry is left out. The folders above it are taken, and were entered. */
	leavesOut(path: string, kind: EntryKind): boolean {
		if (path === '') return false;
		if (kind === 'folder' && (path === '.git' || path.endsWith('/.git'))) return true;
		if (matchesAny(path, kind === 'file' ? this.#globs.exclude : this.#whole)) return true;
		if (matchesAny(path, this.#globs.hidden)) return true;
		const entry = kind === 'folder' ? `${path}/` : path;
		// The nearest that says anything decides, within the innermost repository.
		for (let folder = parentOf(path); ; folder = parentOf(folder)) {
			const rules = this.#rules.get(folder) ?? NO_RULES;
			const verdict = rules.leaveOut(folder === '' ? entry : entry.slice(folder.length + 1));
			if (verdict !== undefined) return verdict;
			if (rules.isRepository) return false;
			if (folder === '') return verdictAbove(this.#above, entry);
		}
	}

	/** Whether an entry is taken, wherever it stands; nothing outside the folder is. */
	async takes(path: string, kind: EntryKind): Promise<boolean> {
		if (path === '..' || path.startsWith('../')) return false;
		await this.enter('');
		for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
			const folder = path.slice(0, end);
			if (this.leavesOut(folder, 'folder')) return false;
			await this.enter(folder);
		}
		return !this.leavesOut(path, kind);
	}

	/** Forgets git's rules: some of them changed. */
	forget(): void {
		this.#rules.clear();
		this.#above = [];
	}

	/** The rules of the folders above, up to the repository's own; none where there is no repository. */
	async #readAbove(): Promise<RulesAbove[]> {
		const folders: { readonly folder: string; readonly prefix: string }[] = [];
		let prefix = '';
		for (let folder = this.#root; !(await isRepository(folder)); ) {
			prefix = `${basename(folder)}/${prefix}`;
			const next = dirname(folder);
			if (next === folder) return [];
			folder = next;
			folders.push({ folder, prefix });
		}
		const above = await Promise.all(
			folders.map(async ({ folder, prefix }) => ({ prefix, rules: await readRules(folder, this.#problem) })),
		);
		// Who opens a folder that git ignores wants to see what is in it.
		return verdictAbove(above, '') ? [] : above;
	}
}

function verdictAbove(above: readonly RulesAbove[], entry: string): boolean {
	for (const { prefix, rules } of above) {
		const verdict = rules.leaveOut(prefix + entry);
		if (verdict !== undefined) return verdict;
	}
	return false;
}

function parentOf(path: string): string {
	return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
