/** Follows a name through imports, exports and constants of other files to what it stands for. */
import type { Foreign } from '../dispatch/constants.ts';
import type { Lean, LeanBinding } from './facts.ts';
import { folderOf } from './paths.ts';
import type { IndexedFile, Workspace } from './workspace.ts';

/** Where a name is read: a file that is in the index or open, or one of which only this is known. */
export type Reader = Pick<IndexedFile, 'id' | 'modules' | 'package' | 'facts'> & {
	/** Ids of files that run in one go with it. */
	readonly beside?: readonly string[];
};

/** A value with the file that it stands in. */
interface Hit {
	readonly lean: Lean & { kind: 'value' | 'odd' | 'set' };
	readonly file: Reader;
}
/** dead: the name is there, but what it stands for is not known. */
type Found = Hit | 'dead' | undefined;

/** How many steps one question may take: what goes in circles, or through a hundred files, is not known. */
const MOST_STEPS = 400;

type Path = readonly string[];

/** Answers one question; it remembers where it has been, so that a circle ends. */
class Walk {
	readonly #workspace: Workspace;
	readonly #been = new Set<string>();

	constructor(workspace: Workspace) {
		this.#workspace = workspace;
	}

	/** What a path means in a file: its own names, those of its package, those that it imports. */
	inside(file: Reader, path: Path): Found {
		if (!this.#enter('in', file, path)) return undefined;
		const found = this.#own(file, path) ?? this.#mates(file, path) ?? this.#imported(file, path, 'inside');
		return found ?? this.#beside(file, path);
	}

	/** What a path means to those who import a module. */
	outside(from: Reader, source: string, path: Path): Found {
		if (from.modules.by === 'name') return this.#declared(from, [...namesIn(source), ...path]);
		const { files, folder } = this.#workspace.resolve(source, from.id, from.modules);
		const [name, ...rest] = path;
		const isPackage = from.modules.by === 'folder' && folder !== undefined && name !== undefined;
		for (const id of isPackage ? this.#workspace.definersOf(name, folder) : files) {
			const file = this.#workspace.get(id);
			const found = file && this.#exported(file, path);
			if (found) return found;
		}
		if (!from.modules.nested || folder === undefined || name === undefined) return undefined;
		for (const id of this.#workspace.nested(folder, name, from.modules)) {
			const file = this.#workspace.get(id);
			const found = file && this.#exported(file, rest);
			if (found) return found;
		}
		return undefined;
	}

	/** The value of a set's entry or of any lean value, names followed. */
	settle(file: Reader, lean: Lean, rest: Path): Found {
		switch (lean.kind) {
			case 'path':
				return this.inside(file, [...lean.path, ...rest]) ?? 'dead';
			case 'module':
				return this.outside(file, lean.source, [...lean.path, ...rest]) ?? 'dead';
			case 'set': {
				const [name, ...inner] = rest;
				if (name === undefined) return { lean, file };
				const field = lean.fields[name];
				return field ? this.settle(file, field, inner) : 'dead';
			}
			default:
				return rest.length === 0 ? { lean, file } : 'dead';
		}
	}

	#enter(how: string, file: Reader, path: Path): boolean {
		const key = `${how} ${file.id}\n${path.join('.')}`;
		if (this.#been.has(key) || this.#been.size > MOST_STEPS) return false;
		this.#been.add(key);
		return true;
	}

	#own(file: Reader, path: Path): Found {
		for (let length = path.length; length > 0; length--) {
			const lean = file.facts.definitions[path.slice(0, length).join('.')];
			if (lean === null) return 'dead';
			if (lean) return this.settle(file, lean, path.slice(length));
		}
		return undefined;
	}

	/** What one alone of the files beside it says: which of several ran last, nobody knows. */
	#beside(file: Reader, path: Path): Found {
		const hits = (file.beside ?? []).flatMap((id) => {
			const other = this.#workspace.get(id);
			return (other && (this.#own(other, path) ?? this.#imported(other, path, 'inside'))) ?? [];
		});
		return hits.length > 1 ? 'dead' : hits[0];
	}

	#mates(file: Reader, path: Path): Found {
		const [name] = path;
		if (file.modules.by === 'name') return this.#declared(file, path);
		if (file.modules.by !== 'folder' || name === undefined) return undefined;
		for (const id of this.#workspace.definersOf(name, folderOf(file.id))) {
			const mate = id === file.id ? undefined : this.#workspace.get(id);
			const found = mate && isMate(mate, file) ? this.#own(mate, path) : undefined;
			if (found) return found;
		}
		return undefined;
	}

	/** A name that one file declares; what stands before it (a package, a module) only chooses among several. */
	#declared(file: Reader, path: Path): Found {
		for (const [i, name] of path.entries()) {
			const id = this.#workspace.declarer(name, path[i - 1], file);
			const declarer = id === undefined ? undefined : this.#workspace.get(id);
			const found = declarer && (this.#own(declarer, path.slice(i)) ?? this.#within(declarer, path.slice(i)));
			if (found) return found;
		}
		return undefined;
	}

	/** A path within the one type of a file that has it: `Codes.AUTH` of `Acme.Codes.AUTH`. */
	#within(file: IndexedFile, path: Path): Found {
		const end = `.${path.join('.')}`;
		const [one, ...others] = Object.keys(file.facts.definitions).filter((known) => known.endsWith(end));
		return one !== undefined && others.length === 0 ? this.#own(file, one.split('.')) : undefined;
	}

	#exported(file: IndexedFile, path: Path): Found {
		if (!this.#enter('out', file, path)) return undefined;
		const { exports, whole } = file.facts;
		const [name, ...rest] = path;
		const named = name === undefined ? undefined : exports[name];
		if (named) return this.settle(file, named, rest);
		if (whole) {
			const found = this.settle(file, whole, path);
			if (found && found !== 'dead') return found;
		}
		if (name === undefined) return undefined;
		const found = this.#own(file, path) ?? this.#imported(file, path, 'outside');
		// What exports itself by assignment is its own default.
		return found ?? (name === 'default' ? this.#exported(file, rest) : undefined);
	}

	#imported(file: Reader, path: Path, seen: 'inside' | 'outside'): Found {
		const { bindings } = file.facts;
		const isSeen = ({ exported }: LeanBinding): boolean =>
			seen === 'outside' ? exported || file.modules.handsOn : !exported;
		for (const binding of bindings) {
			if (binding.what === 'all' || binding.what === 'none' || !isSeen(binding)) continue;
			const rest = after(path, binding, () => this.#ownName(binding, file));
			if (!rest) continue;
			const imported = binding.what === 'name' ? binding.imported.split('.') : [];
			const found = this.outside(file, binding.source, [...imported, ...rest]);
			if (found) return found;
		}
		for (const binding of bindings) {
			if (binding.what !== 'all' || !isSeen(binding)) continue;
			const found = this.outside(file, binding.source, path);
			if (found) return found;
		}
		return undefined;
	}

	/** The name under which a module goes that its import gives none. */
	#ownName(binding: LeanBinding, file: Reader): string {
		const [first] = this.#workspace.resolve(binding.source, file.id, file.modules).files;
		return (
			(first !== undefined && this.#workspace.get(first)?.package) ||
			(binding.source.split('/').at(-1) ?? binding.source)
		);
	}
}

/** The names that a source is made of: `crate::codes`, `com.acme.Codes`, `Acme\\Codes`, `../codes.h`. */
export const namesIn = (source: string): string[] => source.split(/::|[.\\/]/).filter((name) => name !== '');

/** What of a path follows the name that a binding gives; undefined where it does not begin with that. */
function after(path: Path, { local }: LeanBinding, ownName: () => string): Path | undefined {
	const names = local === '' ? [ownName()] : local.split('.');
	return names.every((name, i) => path[i] === name) ? path.slice(names.length) : undefined;
}

/** Whether two files of a folder are of one package. */
export const isMate = (a: Reader, b: Reader): boolean =>
	a.modules.by === 'folder' && b.modules.by === 'folder' && a.package === b.package;

/** What a path that a file reads stands for, if another file says so. `source`: of this module, not by the file's names. */
export function follow(workspace: Workspace, file: Reader, path: Path, source?: string): Foreign | undefined {
	const walk = new Walk(workspace);
	const found = source === undefined ? walk.inside(file, path) : walk.outside(file, source, path);
	if (!found || found === 'dead') return undefined;
	const { lean } = found;
	if (lean.kind !== 'set') return lean;
	const entries = lean.entries?.map((entry) => {
		const settled = entry && new Walk(workspace).settle(found.file, entry, []);
		return settled && settled !== 'dead' && settled.lean.kind !== 'set' ? settled.lean : undefined;
	});
	return { kind: 'set', entries };
}
