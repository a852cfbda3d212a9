/** Which files imports mean, remembered: a file that comes or goes makes only those imports be looked up anew that may mean it. */
import type { Modules } from '../languages/modulesSchema.ts';
import { type Module, resolveModule, type Tree } from './modules.ts';
import { folderOf, join, nameOf, stem } from './paths.ts';

/** By what the importing file's folder says. */
type OfFolder = Map<string, Module>;

export class Resolutions {
	readonly #tree: Tree;
	/** By the language's rules, then by the importing file's folder, then by the source. */
	readonly #known = new Map<Modules, Map<string, OfFolder>>();
	/** What is known by the name that the file or folder has which is meant. */
	readonly #byName = new Map<
		string,
		{ readonly folder: string; readonly known: OfFolder; readonly source: string }[]
	>();
	readonly #changes = new Map<string, number>();

	constructor(tree: Tree) {
		this.#tree = tree;
	}

	/** The files that an import means, looked up once for each folder that imports it. */
	resolve(source: string, from: string, modules: Modules): Module {
		const folder = folderOf(from);
		const known = this.#ofFolder(folder, modules);
		let module = known.get(source);
		if (!module) {
			module = resolveModule(source, from, modules, this.#tree);
			known.set(source, module);
			const name = nameMeant(source, folder, modules);
			const entry = { folder, known, source };
			const named = this.#byName.get(name);
			if (named) named.push(entry);
			else this.#byName.set(name, [entry]);
		}
		return module;
	}

	#ofFolder(folder: string, modules: Modules): OfFolder {
		const folders = this.#known.get(modules) ?? new Map<string, OfFolder>();
		const known: OfFolder = folders.get(folder) ?? new Map();
		this.#known.set(modules, folders.set(folder, known));
		return known;
	}

	/** Forgets what may be different now that a file has come or gone. */
	forget(id: string): void {
		for (const name of new Set([stem(nameOf(id)), stem(nameOf(folderOf(id)))])) {
			for (const { folder, known, source } of this.#byName.get(name) ?? []) {
				known.delete(source);
				this.#changes.set(folder, this.changesIn(folder) + 1);
			}
			this.#byName.delete(name);
		}
	}

	/** How often something was forgotten that files right in this folder import. */
	changesIn(folder: string): number {
		return this.#changes.get(folder) ?? 0;
	}
}

/** What a file that is meant, or its folder, is called up to its first dot: `codes` for `./codes.js` and `shared.codes`. */
function nameMeant(source: string, folder: string, { by }: Modules): string {
	const written = source.replace(/\s+/g, '');
	const isDotted = by === 'dotted';
	const last = isDotted ? written.slice(written.lastIndexOf('.') + 1) : nameOf(written);
	if (last !== '' && last !== '.' && last !== '..') return stem(last);
	// `from . import x`, `'..'`, `'./codes/'`: a folder
	const path = isDotted ? '../'.repeat(Math.max(0, written.length - 1)) : written;
	return stem(nameOf(join(by === 'folder' ? '' : folder, path) ?? ''));
}
