/** Which files of the workspace an import means, by the rules that its language gives as data. */
import type { Modules } from '../languages/modulesSchema.ts';
import { folderOf, join, nameOf, upward } from './paths.ts';

/** The files and folders that there are; `workspace.ts` keeps them. */
export interface Tree {
	has(id: string): boolean;
	/** The files right in a folder. */
	filesIn(folder: string): ReadonlySet<string> | undefined;
	/** Every file of this name. */
	filesNamed(name: string): ReadonlySet<string> | undefined;
	/** Every folder of this name that has files. */
	foldersNamed(name: string): ReadonlySet<string> | undefined;
}

/** What an import leads to. */
export interface Module {
	readonly files: readonly string[];
	/** The folder that it names, whether or not a file stands for it. */
	readonly folder?: string;
}

const NOTHING: Module = { files: [] };

/** `from`: the id of the importing file. */
export function resolveModule(source: string, from: string, modules: Modules, tree: Tree): Module {
	switch (modules.by) {
		case 'path':
			return byPath(source, from, modules, tree);
		case 'dotted':
			return byDots(source, from, modules, tree);
		case 'folder':
			return byFolder(source, from, modules, tree);
		// What is declared in a file says that it is meant, not how the file is called: `Workspace.declarer`.
		case 'name':
			return NOTHING;
	}
}

/** The file that a path without its ending means, or the one that stands for it as a folder. */
export function fileAt(base: string, modules: Modules, tree: Tree): string | undefined {
	if (base === '') return undefined;
	const written = Object.entries(modules.written).flatMap(([ending, others]) =>
		base.endsWith(ending) ? others.map((other) => base.slice(0, -ending.length) + other) : [],
	);
	const isOwn = modules.endings.some((ending) => base.endsWith(ending));
	const candidates = [
		...(isOwn ? [base] : []),
		...written,
		...modules.endings.map((ending) => base + ending),
		...modules.folders.map((file) => `${base}/${file}`),
	];
	return candidates.find((candidate) => tree.has(candidate));
}

function byPath(source: string, from: string, modules: Modules, tree: Tree): Module {
	const folder = folderOf(from);
	const one = (file: string | undefined): Module => (file === undefined ? NOTHING : { files: [file] });
	if (/^\.\.?(?:\/|$)/.test(source)) return one(fileAt(join(folder, source) ?? '', modules, tree));
	if (modules.bare) {
		const beside = fileAt(join(folder, source) ?? '', modules, tree);
		if (beside !== undefined) return one(beside);
	}
	const mark = modules.marks.find((each) => source.startsWith(each)) ?? opening(source, modules);
	const path = mark === undefined ? source : source.slice(mark.length);
	// A bare name is a package's, and so is a name with a scope.
	if (!modules.bare && mark === undefined && (!path.includes('/') || path.startsWith('@'))) return NOTHING;
	return one(above(path, folder, modules, tree));
}

const opening = (source: string, { opens }: Modules): string | undefined =>
	opens === undefined ? undefined : new RegExp(`^(?:${opens})`).exec(source)?.[0];

function byDots(source: string, from: string, modules: Modules, tree: Tree): Module {
	const [, dots = '', names = ''] = /^(\.*)(.*)$/s.exec(source.replace(/\s+/g, '')) ?? [];
	const path = names.replaceAll('.', '/');
	const folder = folderOf(from);
	if (dots) {
		const base = join(folder, `${'../'.repeat(dots.length - 1)}${path}`);
		return base === undefined ? NOTHING : named(base, modules, tree);
	}
	const last = nameOf(path);
	// Where a module of this name is at all; most are none of the workspace's.
	const folders = tree.foldersNamed(last) ?? new Set();
	const files = modules.endings.flatMap((ending) => [...(tree.filesNamed(last + ending) ?? [])]);
	const stands = new Set([...folders, ...files.map((id) => `${folderOf(id)}/${last}`)]);
	if (stands.size === 0) return NOTHING;
	for (const base of basesAbove(path, folder, modules)) {
		if (!stands.has(base)) continue;
		const found = named(base, modules, tree);
		if (found.files.length > 0 || (found.folder && tree.filesIn(found.folder))) return found;
	}
	if (!path.includes('/')) return NOTHING;
	// Started from who knows where: the one place that ends so.
	const isMeant = (base: string, ending = ''): boolean => base.endsWith(`/${path}${ending}`);
	const places = [
		...files.filter((id) => modules.endings.some((ending) => isMeant(id, ending))),
		...[...folders]
			.filter((each) => isMeant(each))
			.flatMap((each) => modules.folders.map((file) => `${each}/${file}`).filter((id) => tree.has(id))),
	];
	const [only, ...others] = places;
	return only !== undefined && others.length === 0 ? { files: [only] } : NOTHING;
}

/** The file at a path, and the folder there. */
function named(base: string, modules: Modules, tree: Tree): Module {
	const file = fileAt(base, modules, tree);
	return { files: file === undefined ? [] : [file], folder: base };
}

function* basesAbove(path: string, folder: string, modules: Modules): Generator<string> {
	const isPlain = path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
	for (const at of upward(folder))
		for (const root of modules.roots) {
			const below = root === '' ? path : `${root}/${path}`;
			const base = isPlain ? `${at}/${below}` : join(at, below);
			if (base !== undefined) yield base;
		}
}

function above(path: string, folder: string, modules: Modules, tree: Tree): string | undefined {
	for (const base of basesAbove(path, folder, modules)) {
		const file = fileAt(base, modules, tree);
		if (file !== undefined) return file;
	}
	return undefined;
}

/** The folder whose path shares the longest end with the source; of equals the one nearest to the importing file. */
function byFolder(source: string, from: string, modules: Modules, tree: Tree): Module {
	const path = source.split('/').filter(Boolean);
	const name = path.at(-1);
	if (name === undefined || path.length < 2) return NOTHING;
	let best: { folder: string; shared: number; near: number } | undefined;
	let isTie = false;
	for (const folder of tree.foldersNamed(name) ?? []) {
		const parts = folder.split('/');
		const shared = sharedEnd(parts, path);
		const near = sharedBeginning(parts, from.split('/'));
		// One name in common is chance, unless the folder that it is in is above the importing file, too.
		if (shared < 2 && near < parts.length - 1) continue;
		const order = best ? shared - best.shared || near - best.near : 1;
		if (order > 0) best = { folder, shared, near };
		isTie = order === 0 || (order < 0 && isTie);
	}
	if (!best || isTie) return NOTHING;
	const files = [...(tree.filesIn(best.folder) ?? [])].filter((id) => modules.endings.some((end) => id.endsWith(end)));
	return { files: files.sort(), folder: best.folder };
}

function sharedEnd(a: readonly string[], b: readonly string[]): number {
	let count = 0;
	while (count < a.length && count < b.length && a[a.length - 1 - count] === b[b.length - 1 - count]) count++;
	return count;
}

function sharedBeginning(a: readonly string[], b: readonly string[]): number {
	let count = 0;
	while (count < a.length && count < b.length && a[count] === b[count]) count++;
	return count;
}
