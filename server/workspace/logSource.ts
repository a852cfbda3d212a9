/** Where a log's bytes come from: a file, standard input, a compressed file; and what went wrong on the way. */
import { closeSync, createReadStream, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import type { Readable } from 'node:stream';
import * as zlib from 'node:zlib';
import { reasonOf } from './files.ts';

export interface LogSource {
	/** How it is shown. */
	readonly shown: string;
	/** In bytes; undefined where nobody knows, or where it is compressed. */
	readonly size: number | undefined;
	/** When it was last written, in milliseconds since 1970; now, where nobody knows. */
	readonly written: number;
	/**
	 * Puts the next bytes into a room.
	 * @returns how many; 0 at the end
	 * @throws {SourceError} what went wrong, for people; what was read before counts
	 */
	read(room: Uint8Array): number | Promise<number>;
	/** Ends a reading that waits: what was read counts. */
	close(): void;
}

/** The message says what happened, and what to do if anything can be done. */
export class SourceError extends Error {}

const ZSTD = 'createZstdDecompress' in zlib ? (zlib.createZstdDecompress as () => zlib.Gunzip) : undefined;

/**
 * Opens a log.
 * @param name `-` for standard input
 * @throws {SourceError}
 */
export function openLog(name: string): LogSource {
	if (name === '-') return streamSource(process.stdin, '(standard input)', Date.now());
	let file: number;
	try {
		file = openSync(name, 'r');
	} catch (error) {
		throw new SourceError(`${name} was not read: ${reasonOf(error)}.`);
	}
	const stats = fstatSync(file);
	const problem = problemOf(stats, name);
	if (problem !== undefined) {
		closeSync(file);
		throw new SourceError(problem);
	}
	const begin = Buffer.alloc(2);
	// Of a pipe nothing is taken that the reading would miss.
	if (stats.isFile() && readSync(file, begin, 0, begin.length, 0) === begin.length && isUtf16(begin)) {
		closeSync(file);
		throw new SourceError(utf16(name));
	}
	if (/\.gz$/i.test(name)) return compressed(file, name, stats, zlib.createGunzip());
	if (/\.zst$/i.test(name)) {
		if (!ZSTD) {
			closeSync(file);
			throw new SourceError(
				`${name} was not read: this Node cannot decompress Zstandard. Node 22.15 can, or: zstdcat ${name} | faultbook scan -`,
			);
		}
		return compressed(file, name, stats, ZSTD());
	}
	return fileSource(file, name, stats);
}

const isUtf16 = ([first, second]: Uint8Array): boolean =>
	(first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

const utf16 = (shown: string): string =>
	`${shown} is UTF-16 and was not read: iconv -f UTF-16 -t UTF-8 makes text of it that scan - reads.`;

function problemOf(stats: Stats, name: string): string | undefined {
	if (stats.isDirectory()) return `${name} is a folder: name the log files in it.`;
	if (stats.isCharacterDevice() || stats.isBlockDevice()) return `${name} is a device and was not read.`;
	return undefined;
}

function fileSource(file: number, shown: string, stats: Stats): LogSource {
	// A pipe has no size.
	const size = stats.isFile() ? stats.size : undefined;
	return {
		...{ shown, size, written: stats.mtimeMs },
		read(room) {
			try {
				return readSync(file, room, 0, room.length, null);
			} catch (error) {
				throw new SourceError(`${shown} was not read to its end: ${reasonOf(error)}.`);
			}
		},
		close: () => closeSync(file),
	};
}

function compressed(file: number, shown: string, stats: Stats, decompress: zlib.Gunzip): LogSource {
	const source = createReadStream('', { fd: file });
	source.on('error', (error) => decompress.destroy(error));
	source.pipe(decompress);
	const stream = streamSource(decompress, shown, stats.mtimeMs);
	return {
		...stream,
		close() {
			stream.close();
			source.destroy();
		},
	};
}

function streamSource(stream: Readable, shown: string, written: number): LogSource {
	const parts = stream[Symbol.asyncIterator]();
	let left: Uint8Array = new Uint8Array();
	let isClosed = false;
	let isBegun = false;
	return {
		...{ shown, size: undefined, written },
		async read(room) {
			while (left.length === 0) {
				let next: IteratorResult<Uint8Array>;
				try {
					next = await parts.next();
				} catch (error) {
					if (isClosed) return 0;
					throw new SourceError(`${shown} was not read to its end: ${streamReason(error)}.`);
				}
				if (next.done) return 0;
				left = next.value;
				if (!isBegun && isUtf16(left)) throw new SourceError(utf16(shown));
				isBegun = true;
			}
			const count = Math.min(left.length, room.length);
			room.set(left.subarray(0, count));
			left = left.subarray(count);
			return count;
		},
		close() {
			isClosed = true;
			stream.destroy();
		},
	};
}

function streamReason(error: unknown): string {
	const code = (error as NodeJS.ErrnoException).code ?? '';
	if (code === 'Z_BUF_ERROR') return 'the compressed data ends early';
	if (code.startsWith('Z_')) return `it is damaged (${(error as Error).message})`;
	return reasonOf(error);
}
