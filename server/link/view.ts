/**
 * What one document sees of other files. It remembers every question and its answer: as long as all of them would be
 * answered alike, what was judged by them stands, whatever happened elsewhere.
 */
import type { Foreign } from '../dispatch/constants.ts';
import { follow, isMate, namesIn, type Reader } from './follow.ts';
import { folderOf } from './paths.ts';
import type { Reach } from './reach.ts';
import type { Workspace } from './workspace.ts';

interface Asked {
	readonly path: readonly string[];
	readonly source: string | undefined;
	readonly answer: Foreign | undefined;
}

/** So many questions of earlier versions may be left over, beside as many as the first version asked. */
const MOST_LEFT_OVER = 1000;

export class View {
	readonly file: Reader;
	readonly #workspace: Workspace;
	readonly #asked = new Map<string, Asked>();
	#mentions: readonly string[] | undefined;
	#generation: number;
	#askedAtFirst: number | undefined;

	constructor(workspace: Workspace, file: Reader) {
		this.#workspace = workspace;
		this.file = file;
		this.#generation = workspace.generation;
	}

	/** What a path stands for that the file's own definitions do not explain. */
	name(path: readonly string[]): Foreign | undefined {
		return this.#ask(path, undefined);
	}

	/** What a path in a module stands for, the module named where it is read: `require('./codes').AUTH`. */
	module(source: string, path: readonly string[]): Foreign | undefined {
		return this.#ask(path, source);
	}

	/** Ids of the catalogues whose API a file names that this file imports. */
	get mentions(): readonly string[] {
		this.#mentions ??= this.#findMentions();
		return this.#mentions;
	}

	/**
	 * Whether it is better replaced, asked before a document is judged again. What a version asked whose text is gone,
	 * each beginning of a name that somebody typed, cannot be told from what stands, for parts that stay as they were do
	 * not ask again; so from time to time all is asked anew.
	 */
	isOvergrown(): boolean {
		this.#askedAtFirst ??= this.#asked.size;
		return this.#asked.size > this.#askedAtFirst * 2 + MOST_LEFT_OVER;
	}

	/** How many different questions it was asked. */
	get asked(): number {
		return this.#asked.size;
	}

	/** Whether every answer that was given would be given now. */
	holds(): boolean {
		if (this.#generation === this.#workspace.generation) return true;
		for (const { path, source, answer } of this.#asked.values())
			if (!sameAnswer(follow(this.#workspace, this.file, path, source), answer)) return false;
		if (this.#mentions && this.#mentions.join() !== this.#findMentions().join()) return false;
		this.#generation = this.#workspace.generation;
		return true;
	}

	#ask(path: readonly string[], source: string | undefined): Foreign | undefined {
		const key = `${source ?? ''}\n${path.join('\n')}`;
		let asked = this.#asked.get(key);
		if (!asked) {
			asked = { path, source, answer: follow(this.#workspace, this.file, path, source) };
			this.#asked.set(key, asked);
		}
		return asked.answer;
	}

	#findMentions(): readonly string[] {
		const found = new Set<string>();
		for (const file of importedFiles(this.#workspace, this.file))
			for (const mention of this.#workspace.get(file)?.mentions ?? []) found.add(mention);
		return [...found].sort();
	}
}

const sameAnswer = (a: Foreign | undefined, b: Foreign | undefined): boolean =>
	a === b || JSON.stringify(a) === JSON.stringify(b);

/** The files that a file imports itself, by id. */
function importedFiles(workspace: Workspace, file: Reader): Set<string> {
	const found = new Set<string>(file.beside);
	for (const { source, what, imported } of file.facts.bindings) {
		if (file.modules.by === 'name')
			for (const [i, name] of [...namesIn(source), ...namesIn(imported)].entries()) {
				const id = workspace.declarer(name, namesIn(source)[i - 1], file);
				if (id !== undefined) found.add(id);
			}
		const { files, folder } = workspace.resolve(source, file.id, file.modules);
		for (const id of files) found.add(id);
		if (file.modules.nested && folder !== undefined && what === 'name')
			for (const id of workspace.nested(folder, imported, file.modules)) found.add(id);
	}
	found.delete(file.id);
	return found;
}

/** Whether a text may read another file's constant that is a code: `sources` are the modules that it seems to name. */
export function reachesCodes(
	workspace: Workspace,
	reach: Reach,
	file: Reader,
	text: string,
	sources: readonly string[],
): boolean {
	const { id, modules } = file;
	if (file.beside?.some((other) => reach.fromFile(other))) return true;
	if (modules.by === 'name') return workspace.namesDeclared(text, modules);
	const isMateWithCodes = (other: string): boolean => {
		const mate = other === id ? undefined : workspace.get(other);
		return mate?.hasCodes === true && isMate(mate, file);
	};
	if (modules.by === 'folder' && [...(workspace.filesIn(folderOf(id)) ?? [])].some(isMateWithCodes)) return true;
	return sources.some((source) => {
		const { files, folder } = workspace.resolve(source, id, modules);
		if (files.some((one) => one !== id && reach.fromFile(one))) return true;
		return modules.nested && folder !== undefined && reach.fromFolder(folder);
	});
}
