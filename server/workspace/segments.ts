/** Cuts a large log into parts for several threads, where no record goes on. */
import { readSync } from 'node:fs';
import { mayContinue } from '../recognise/logRecords.ts';
import { LINE_END } from '../scan/byteLines.ts';
import type { LogKnowledge } from '../scan/logScan.ts';

/** How much is looked at to find such a place. */
const WINDOW = 1024 * 1024;

/**
 * Where parts of about `size` bytes begin: the first at 0. Where no place to cut is found a part is larger.
 * @param file a file descriptor; `length`: of the file, in bytes
 */
export function segmentStarts(file: number, length: number, size: number, { blocks }: LogKnowledge): number[] {
	const starts = [0];
	const window = Buffer.alloc(WINDOW);
	for (let at = size; at < length; at += size) {
		const read = readSync(file, window, 0, WINDOW, at);
		const found = borderIn(window.subarray(0, read), (before, line) => !mayContinue(before, line, blocks));
		if (found !== undefined && at + found < length) starts.push(at + found);
	}
	return starts;
}

/** Where a line begins that belongs to nothing before it. */
function borderIn(window: Buffer, isBorder: (before: string, line: string) => boolean): number | undefined {
	let before = '';
	for (let start = window.indexOf(LINE_END) + 1; start > 0; ) {
		const end = window.indexOf(LINE_END, start);
		if (end < 0) return undefined;
		const line = window.toString('utf8', start, end);
		if (before !== '' && isBorder(before, line)) return start;
		before = line;
		start = end + 1;
	}
	return undefined;
}
