/** Git's rules on what is no part of a project, as they stand in one folder: `.gitignore`, and `info/exclude`. */
import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import createIgnore, { type Ignore } from 'ignore';
import { reasonOf } from './files.ts';

export interface Rules {
	/** Whether the folder is a repository's own, so that what stands above it says nothing of what is in it. */
	readonly isRepository: boolean;
	/** Whether an entry is left out; undefined where nothing is said of it. The path counts from the folder, a folder's ends with `/`. */
	leaveOut(path: string): boolean | undefined;
}

/** Of a folder that says nothing. */
export const NO_RULES: Rules = { isRepository: false, leaveOut: () => undefined };

/** Git follows the file system in whether case matters. Names that begin with dots are names. */
const options = {
	ignorecase: process.platform === 'win32' || process.platform === 'darwin',
	allowRelativePaths: true,
};

/** Whether a folder is a repository's own. */
export async function isRepository(folder: string): Promise<boolean> {
	try {
		await stat(join(folder, '.git'));
		return true;
	} catch {
		return false;
	}
}

/**
 * The rules that stand in a folder.
 * @param folder absolute
 * @param problem takes a sentence on each file that is there and cannot be read; it leaves out nothing
 */
export async function readRules(folder: string, problem: (message: string) => void): Promise<Rules> {
	const read = async (file: string): Promise<Ignore[]> => {
		try {
			return [createIgnore(options).add(await readFile(file, 'utf8'))];
		} catch (error) {
			if (!isMissing(error)) problem(`${file} leaves out nothing, for it cannot be read: ${reasonOf(error)}.`);
			return [];
		}
	};
	const [ignores, isOwn] = await Promise.all([read(join(folder, '.gitignore')), isRepository(folder)]);
	// What a .gitignore file says wins.
	if (isOwn) ignores.push(...(await read(join(await gitFolder(folder), 'info', 'exclude'))));
	if (ignores.length === 0) return isOwn ? { ...NO_RULES, isRepository: true } : NO_RULES;
	return {
		isRepository: isOwn,
		leaveOut(path) {
			for (const ignore of ignores) {
				const { ignored, unignored } = ignore.test(path);
				if (ignored || unignored) return ignored;
			}
			return undefined;
		},
	};
}

/** Where git keeps what belongs to a repository: `.git`, or what a file of this name points to (submodules, worktrees). */
async function gitFolder(folder: string): Promise<string> {
	const place = join(folder, '.git');
	const pointed = /^gitdir: *(.+)/.exec(await textOr(place, ''))?.[1];
	if (pointed === undefined) return place;
	const own = resolve(folder, pointed.trim());
	return resolve(own, (await textOr(join(own, 'commondir'), '.')).trim());
}

async function textOr(file: string, otherwise: string): Promise<string> {
	try {
		return await readFile(file, 'utf8');
	} catch {
		return otherwise;
	}
}

/** Not there: that is how it is in most folders. */
function isMissing(error: unknown): boolean {
	const { code } = error as NodeJS.ErrnoException;
	return code === 'ENOENT' || code === 'ENOTDIR';
}
