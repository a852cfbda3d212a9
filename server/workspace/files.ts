/** Files on disk, for the command line: which ones a path stands for, and the text of one. */
import { open, readdir, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { FORMATS } from '../../shared/formats.ts';
import { Exclusions } from './exclusions.ts';
import { walk } from './walk.ts';

/** A file to check. */
export interface SourceFile {
	/** Absolute. */
	readonly file: string;
	/** Relative to the working folder, `/` between the parts: how rows and messages name it. */
	readonly shown: string;
	/** Given by name, not found in a folder. */
	readonly named: boolean;
}

/** How large a file is read at all, in bytes: what the engine takes of a log. It takes less of other kinds. */
export const MAX_FILE_SIZE = 20 * 1024 * 1024;

/** Bytes at the start of a file in which a NUL shows that it is no text. */
const PROBE_SIZE = 8192;

/** Markdown has hovers, and nothing to report. */
const { markdown: _, ...CHECKED } = FORMATS;
const dataExtensions = Object.values(CHECKED).flatMap((format): readonly string[] => format.extensions);

/** How a file is named to people and in rows. */
export function shownPath(file: string, workingFolder: string): string {
	const path = relative(workingFolder, file) || basename(file);
	return path.split(sep).join('/');
}

export interface CollectOptions {
	readonly workingFolder: string;
	/** File name endings of the languages, with their dot. */
	readonly extensions: readonly string[];
	/** Globs of what a folder's walk leaves alone; what is given by name is always taken. */
	readonly exclude: readonly string[];
}

/**
 * The files that paths stand for, each once, in order of their names. Of a folder what git's rules and `exclude` name
 * is left out.
 * @param paths files and folders, relative to the working folder or absolute
 * @returns what was found, a sentence on each path that stands for nothing, and one on what could not be read in folders
 */
export async function collectFiles(
	paths: readonly string[],
	{ workingFolder, extensions, exclude }: CollectOptions,
): Promise<{ files: SourceFile[]; problems: string[]; remarks: string[] }> {
	const found = new Map<string, SourceFile>();
	const problems: string[] = [];
	const remarks: string[] = [];
	const remark = (message: string) => remarks.push(message);
	const endings = [...new Set([...extensions, ...dataExtensions])];
	for (const path of paths) {
		// A script's variable that is not set must not become the whole working folder.
		if (path === '') {
			problems.push('a path is empty');
			continue;
		}
		const place = resolve(workingFolder, path);
		try {
			const entry = await stat(place);
			if (!entry.isDirectory() && !entry.isFile()) {
				// A pipe or a device may never end.
				problems.push(`${path}: neither a file nor a folder`);
				continue;
			}
			if (entry.isFile()) {
				found.set(place, { file: place, shown: shownPath(place, workingFolder), named: true });
				continue;
			}
			// The walk passes over what it cannot read; a folder that was asked for is not to be passed over.
			await readdir(place);
			const exclusions = new Exclusions(place, { exclude, hidden: [] }, remark);
			for await (const each of walk({ root: place, exclusions, extensions: endings, problem: remark })) {
				const file = join(place, each);
				if (!found.has(file)) found.set(file, { file, shown: shownPath(file, workingFolder), named: false });
			}
		} catch (error) {
			problems.push(`${path}: ${reasonOf(error)}`);
		}
	}
	const files = [...found.values()].sort((a, b) => (a.shown < b.shown ? -1 : 1));
	return { files, problems, remarks };
}

/**
 * The text of a file as an editor shows it: UTF-8, or UTF-16 where it says so, without a byte order mark.
 * @param limit the most that is read, in bytes
 * @param told the limit as people are told it, where more is read to be sure
 * @returns `refused` instead, a few words, where it is too large, binary or cannot be read
 */
export async function readText(
	file: string,
	limit = MAX_FILE_SIZE,
	told = limit,
): Promise<{ readonly text: string; readonly refused?: never } | { readonly refused: string }> {
	try {
		const handle = await open(file);
		try {
			const { size } = await handle.stat();
			if (size > limit) return { refused: `too large (${megabytes(size)}; the limit is ${megabytes(told)})` };
			const bytes = await handle.readFile();
			const [first, second] = bytes;
			if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) };
			if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) };
			if (bytes.subarray(0, PROBE_SIZE).includes(0)) return { refused: 'binary, not text' };
			return { text: new TextDecoder().decode(bytes) };
		} finally {
			await handle.close();
		}
	} catch (error) {
		return { refused: reasonOf(error) };
	}
}

/** The path that decides about a file's language and whether it is a test: nothing outside the working folder counts. */
export function pathInWorkingFolder(shown: string): string {
	return shown.startsWith('../') || isAbsolute(shown) ? basename(shown) : shown;
}

/** A size as people read it. Rounded up: what is over a limit must not look like the limit. */
export function megabytes(bytes: number): string {
	const size = bytes / 1024 / 1024;
	return `${size < 10 ? Math.ceil(size * 10) / 10 : Math.ceil(size)} MB`;
}

/** Why a file or folder cannot be had, in a few words. */
export function reasonOf(error: unknown): string {
	const { code, message } = error as NodeJS.ErrnoException;
	switch (code) {
		case 'ENOENT':
			return 'no such file or folder';
		case 'EACCES':
		case 'EPERM':
			return 'no permission to read it';
		case 'EISDIR':
			return 'it is a folder';
		default:
			return message;
	}
}
