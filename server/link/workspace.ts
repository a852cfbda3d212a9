/** The files of the workspace with what they show one another, kept up to date file by file. */
import { anyOf } from '../catalogue/pattern.ts';
import type { Modules } from '../languages/modulesSchema.ts';
import type { FileFacts } from './facts.ts';
import { fileAt, type Module, type Tree } from './modules.ts';
import { folderOf, join, nameOf, stem } from './paths.ts';
import { Resolutions } from './resolutions.ts';

/** A file in the index. */
export interface IndexedFile {
	readonly id: string;
	readonly modules: Modules;
	/** Its package as it says, '' where it says none. */
	readonly package: string;
	readonly facts: FileFacts;
	/** Ids of the catalogues whose API the text names or imports. */
	readonly mentions: readonly string[];
	/** Whether a constant in it is some catalogue's code. */
	readonly hasCodes: boolean;
}

export class Workspace implements Tree {
	readonly #files = new Map<string, IndexedFile>();
	/** What may be seen of each file, as text, to tell whether it changed. */
	readonly #seen = new Map<string, string>();
	readonly #folders = new Map<string, Set<string>>();
	readonly #fileNames = new Map<string, Set<string>>();
	readonly #folderNames = new Map<string, Set<string>>();
	readonly #resolutions = new Resolutions(this);
	/** Of a folder: which of its files define a name. Made when first asked for, gone when one of them changes. */
	readonly #definers = new Map<string, Map<string, string[]>>();
	/** By the language's rules, then by name: the files that declare it, where names alone lead to files. */
	readonly #declarers = new Map<Modules, Map<string, Set<string>>>();
	/** What of each language is declared beside codes, as a pattern; made when first asked for. */
	readonly #codeNames = new Map<Modules, RegExp | undefined>();
	#generation = 0;

	/** Differs after each change that one file may see of another. */
	get generation(): number {
		return this.#generation;
	}

	get size(): number {
		return this.#files.size;
	}

	files(): Iterable<IndexedFile> {
		return this.#files.values();
	}

	get(id: string): IndexedFile | undefined {
		return this.#files.get(id);
	}

	has(id: string): boolean {
		return this.#files.has(id);
	}

	/** Takes a file, or its new state. Returns whether others may see a difference: whether `generation` went up. */
	put(file: IndexedFile): boolean {
		const before = this.#files.get(file.id);
		const isNew = before === undefined;
		const seen = shown(file);
		const isChanged = this.#seen.get(file.id) !== seen;
		if (isChanged) {
			if (before) this.#undeclare(before);
			this.#declare(file);
		}
		this.#files.set(file.id, file);
		if (isNew) this.#place(file.id);
		if (!isChanged) return false;
		this.#seen.set(file.id, seen);
		this.#definers.delete(folderOf(file.id));
		this.#generation++;
		// One that shows nothing, too: it may stand in the way of another that an import meant till now.
		return true;
	}

	/** Forgets a file. Returns whether others may see that, as `put` does. */
	remove(id: string): boolean {
		const file = this.#files.get(id);
		if (!file) return false;
		this.#files.delete(id);
		this.#undeclare(file);
		this.#seen.delete(id);
		this.#displace(id);
		this.#definers.delete(folderOf(id));
		this.#generation++;
		return true;
	}

	/** The files right in a folder that define a name, or a path that begins with it; by id. */
	definersOf(name: string, folder: string): readonly string[] {
		let names = this.#definers.get(folder);
		if (!names) {
			names = new Map();
			for (const id of [...(this.#folders.get(folder) ?? [])].sort())
				for (const root of rootsOf(this.#files.get(id)?.facts)) {
					const ids = names.get(root);
					if (ids) ids.push(id);
					else names.set(root, [id]);
				}
			this.#definers.set(folder, names);
		}
		return names.get(name) ?? [];
	}

	/**
	 * The file that alone declares a name, in languages where names lead to files. `before`: what stands before the name
	 * where it is read, a module for one; of several files the one called so is meant, else the one in the same folder.
	 */
	declarer(name: string, before: string | undefined, { id: from, modules }: Pick<IndexedFile, 'id' | 'modules'>) {
		const ids = [...(this.#declarers.get(modules)?.get(name) ?? [])].filter((id) => id !== from);
		if (ids.length < 2) return ids[0];
		const only = (isMeant: (id: string) => boolean): string | undefined => {
			const [one, ...others] = ids.filter(isMeant);
			return others.length === 0 ? one : undefined;
		};
		const called = before?.toLowerCase();
		const isCalled = (id: string): boolean =>
			stem(nameOf(id)).toLowerCase() === called || nameOf(folderOf(id)).toLowerCase() === called;
		return (called === undefined ? undefined : only(isCalled)) ?? only((id) => folderOf(id) === folderOf(from));
	}

	/** Whether a text has a name in it that another file declares and that may be a code. */
	namesDeclared(text: string, modules: Modules): boolean {
		if (!this.#codeNames.has(modules)) {
			const names = new Set<string>();
			for (const { modules: of, hasCodes, facts } of this.#files.values())
				if (of === modules && hasCodes) for (const name of namesIn(facts)) names.add(name);
			this.#codeNames.set(modules, names.size > 0 ? new RegExp(`(?<!\\w)${anyOf(names)}(?!\\w)`) : undefined);
		}
		return this.#codeNames.get(modules)?.test(text) === true;
	}

	#declare({ id, modules, facts }: IndexedFile): void {
		if (modules.by !== 'name') return;
		this.#codeNames.delete(modules);
		const declarers = this.#declarers.get(modules) ?? new Map<string, Set<string>>();
		this.#declarers.set(modules, declarers);
		for (const name of namesIn(facts)) add(declarers, name, id);
	}

	#undeclare({ id, modules, facts }: IndexedFile): void {
		this.#codeNames.delete(modules);
		const declarers = this.#declarers.get(modules);
		if (declarers) for (const name of namesIn(facts)) take(declarers, name, id);
	}

	filesIn(folder: string): ReadonlySet<string> | undefined {
		return this.#folders.get(folder);
	}

	filesNamed(name: string): ReadonlySet<string> | undefined {
		return this.#fileNames.get(name);
	}

	foldersNamed(name: string): ReadonlySet<string> | undefined {
		return this.#folderNames.get(name);
	}

	/** The files that an import means, looked up once for each folder that imports it. */
	resolve(source: string, from: string, modules: Modules): Module {
		return this.#resolutions.resolve(source, from, modules);
	}

	/** Differs after each change of what an import may mean that stands in a file right in this folder. */
	changesIn(folder: string): number {
		return this.#resolutions.changesIn(folder);
	}

	/** The file in a folder that a name imported from it may be. */
	nested(folder: string, name: string, modules: Modules): readonly string[] {
		const file = fileAt(join(folder, name) ?? '', modules, this);
		return file === undefined ? [] : [file];
	}

	#place(id: string): void {
		const folder = folderOf(id);
		if (!this.#folders.has(folder)) add(this.#folderNames, nameOf(folder), folder);
		add(this.#folders, folder, id);
		add(this.#fileNames, nameOf(id), id);
		this.#resolutions.forget(id);
	}

	#displace(id: string): void {
		const folder = folderOf(id);
		take(this.#folders, folder, id);
		take(this.#fileNames, nameOf(id), id);
		if (!this.#folders.has(folder)) take(this.#folderNames, nameOf(folder), folder);
		this.#resolutions.forget(id);
	}
}

/** What its definitions begin with, each once. */
const rootsOf = (facts: FileFacts | undefined): Set<string> =>
	new Set(Object.keys(facts?.definitions ?? {}).map((path) => path.split('.', 1)[0] ?? path));

/** The same, and the types within others: `Codes` of `Acme.Codes.AUTH`. */
const namesIn = (facts: FileFacts): Set<string> =>
	new Set([...rootsOf(facts), ...Object.keys(facts.definitions).flatMap((path) => path.split('.').slice(0, -1))]);

/** A text that is the same for files that show the same; its length and a hash, for there are many files. */
const shown = (file: Pick<IndexedFile, 'facts' | 'mentions' | 'package'>): string => {
	const text = shownText(file);
	let one = 0x811c9dc5;
	let two = 0x1000193;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		one = Math.imul(one ^ unit, 0x01000193);
		two = Math.imul(two ^ unit, 0x85ebca6b) + i;
	}
	return `${text.length} ${one} ${two}`;
};

const shownText = ({ facts, mentions, package: name }: Pick<IndexedFile, 'facts' | 'mentions' | 'package'>): string =>
	JSON.stringify([facts.definitions, facts.exports, facts.whole ?? null, facts.bindings, mentions, name]);

function add(map: Map<string, Set<string>>, key: string, value: string): void {
	const set = map.get(key);
	if (set) set.add(value);
	else map.set(key, new Set([value]));
}

function take(map: Map<string, Set<string>>, key: string, value: string): void {
	const set = map.get(key);
	set?.delete(value);
	if (set?.size === 0) map.delete(key);
}
