/** Finds the source files in a folder on disk that its exclusions leave in. */
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import type { EntryKind, Exclusions } from './exclusions.ts';
import { reasonOf } from './files.ts';

export interface Walk {
	/** Absolute path of the folder. */
	readonly root: string;
	readonly exclusions: Exclusions;
	/** File name endings of the languages, with their dot, in lower case. */
	readonly extensions: readonly string[];
	/** Absolute paths of folders that are not walked into: others look after them. */
	readonly apart?: ReadonlySet<string>;
	/** Takes a sentence on each folder that cannot be read. */
	problem(message: string): void;
}

/** Whether a path is that of a source file, by its ending. */
export function isSource(path: string, extensions: readonly string[]): boolean {
	const name = path.toLowerCase();
	return extensions.some((extension) => name.endsWith(extension));
}

/**
 * Walks a folder, the entries of each in order of their names. A link to a file in the folder is a file; other links
 * are not followed: what they lead to is out of the folder, or found where it stands.
 * @param from where to begin, relative to the root
 * @returns paths relative to the root, `/` between their parts
 */
export async function* walk(
	{ root, exclusions, extensions, apart, problem }: Walk,
	from = '',
): AsyncGenerator<string, void, undefined> {
	const waiting = [from];
	for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
		await exclusions.enter(folder);
		const place = join(root, folder);
		let entries: Dirent[];
		try {
			entries = await readdir(place, { withFileTypes: true });
		} catch (error) {
			problem(`The folder ${place} cannot be read: ${reasonOf(error)}.`);
			continue;
		}
		entries.sort((a, b) => (a.name < b.name ? -1 : 1));
		const inside: string[] = [];
		for (const entry of entries) {
			const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
			if (entry.isDirectory()) {
				if (apart?.has(join(root, path)) || exclusions.leavesOut(path, 'folder')) continue;
				inside.push(path);
			} else if (isSource(path, extensions) && !exclusions.leavesOut(path, 'file')) {
				if (entry.isFile() || (entry.isSymbolicLink() && (await kindOf(root, path)) === 'file')) yield path;
			}
		}
		waiting.push(...inside.reverse());
	}
}

/** What stands at a path, links read as the walk reads them; undefined where it would pass by, or there is nothing. */
export async function kindOf(root: string, path: string): Promise<EntryKind | undefined> {
	try {
		const [base, place] = await Promise.all([realpath(root), realpath(join(root, path))]);
		const way = relative(base, place);
		if (/^\.\.(?:[\\/]|$)/.test(way) || isAbsolute(way)) return undefined;
		const found = await stat(place);
		if (found.isFile()) return 'file';
		return found.isDirectory() && way === relative(root, join(root, path)) ? 'folder' : undefined;
	} catch {
		return undefined;
	}
}
