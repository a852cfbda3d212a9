/** Reads files from disk into the workspace index: what language server and command line share. */
import { URI } from 'vscode-uri';
import type { Service } from '../service.ts';
import { megabytes, readText } from './files.ts';

/** A file for the index. */
export interface IndexEntry {
	readonly uri: string;
	/** Absolute. */
	readonly file: string;
	/** As `DocumentInput.path`. */
	readonly path: string;
}

export interface RefusedEntry {
	readonly entry: IndexEntry;
	/** A few words. */
	readonly reason: string;
}

export interface IndexRun {
	/** Called before each file with the number of those done: waits until there is time. Answers whether to go on. */
	turn?(done: number): Promise<boolean>;
	/** Whether to leave a file as the index has it, whatever is on disk. */
	isSettled?(uri: string): boolean;
}

/**
 * How large the text of a file of the index may be, in bytes of UTF-8: larger ones are data or generated, and hold no
 * constants for others.
 */
const MAX_SIZE = 1024 * 1024;
/** In UTF-16 the same text may take twice the bytes. */
const MAX_READ = 2 * MAX_SIZE;
/** So many files are read at once. */
const READ_AHEAD = 16;

/** Why a text is not indexed, in a few words, wherever it comes from; undefined where it is. */
export function whyTooLarge(text: string): string | undefined {
	// A unit of UTF-16 takes three bytes at most: of most texts nobody need count them.
	if (text.length * 3 <= MAX_SIZE) return undefined;
	const size = Buffer.byteLength(text);
	return size > MAX_SIZE ? `too large (${megabytes(size)}; the limit is ${megabytes(MAX_SIZE)})` : undefined;
}

/** The entry of a file on disk. */
export function entryOf(file: string, path: string): IndexEntry {
	return { uri: URI.file(file).toString(), file, path };
}

/**
 * Takes the files into the index in their order; those that cannot be read are out of it.
 * @returns how many were gone through, and what could not be read, a few words on each
 */
export async function indexFiles(
	service: Service,
	entries: readonly IndexEntry[],
	{ turn, isSettled }: IndexRun = {},
): Promise<{ done: number; refused: RefusedEntry[] }> {
	const refused: RefusedEntry[] = [];
	let done = 0;
	for (let start = 0; start < entries.length; start += READ_AHEAD) {
		const next = entries.slice(start, start + READ_AHEAD);
		const reads = next.map(async (entry) => ({ entry, read: await readText(entry.file, MAX_READ, MAX_SIZE) }));
		for (const { entry, read } of await Promise.all(reads)) {
			if (turn !== undefined && !(await turn(done))) return { done, refused };
			done += 1;
			if (isSettled?.(entry.uri)) continue;
			try {
				if (read.refused !== undefined) throw new Error(read.refused);
				const reason = whyTooLarge(read.text);
				if (reason !== undefined) throw new Error(reason);
				await service.index({ uri: entry.uri, path: entry.path, languageId: '', version: 0, text: read.text });
			} catch (error) {
				if (!isSettled?.(entry.uri)) service.unindex(entry.uri);
				refused.push({ entry, reason: error instanceof Error ? error.message : String(error) });
			}
		}
	}
	return { done, refused };
}

/** One sentence on files that could not be read, the first few by name; undefined where there are none. */
export function refusal(refused: readonly RefusedEntry[]): string | undefined {
	if (refused.length === 0) return undefined;
	const named = refused.slice(0, 5).map(({ entry, reason }) => `${entry.path} (${reason})`);
	const rest = refused.length - named.length;
	return `What other files see of these is not known: ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
}
