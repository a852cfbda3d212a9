/**
 * The lines in the bytes of a log, of which only a part is there. A line that is too long for a record is cut into
 * pieces, always at the same places, wherever the part begins: each stands for a line.
 */
import type { Range } from '../model.ts';
import { type Lines, RECORD_LIMIT } from '../recognise/logRecords.ts';

export const LINE_END = 10;
/** How far a piece's border is moved to spare a word. */
const WORD_LIMIT = 256;

export class ByteLines implements Lines {
	readonly end: number;
	readonly #bytes: Uint8Array;
	readonly #decode: (bytes: Uint8Array) => string;
	/** Where the first line began: negative, if its beginning is no longer there. */
	readonly #firstStart: number;
	#last: Range = { start: -1, end: -1 };
	#lastText = '';

	/** @param decode UTF-8 to text, whatever the bytes are */
	constructor(bytes: Uint8Array, firstStart: number, decode: (bytes: Uint8Array) => string) {
		this.#bytes = bytes;
		this.#firstStart = firstStart;
		this.#decode = decode;
		this.end = bytes.length;
	}

	around(offset: number): Range {
		const newline = offset === 0 ? -1 : this.#bytes.lastIndexOf(LINE_END, offset - 1);
		const start = newline < 0 ? this.#firstStart : newline + 1;
		const found = this.#bytes.indexOf(LINE_END, offset);
		const end = found < 0 ? this.end : found;
		if (end - start <= RECORD_LIMIT) return { start: Math.max(0, start), end };
		let piece = Math.floor((offset - start) / RECORD_LIMIT);
		// The border was moved on, behind the offset.
		if (piece > 0 && this.border(start, piece) > offset) piece--;
		return { start: Math.max(0, this.border(start, piece)), end: Math.min(end, this.border(start, piece + 1)) };
	}

	textOf(line: Range): string {
		if (line.start === this.#last.start && line.end === this.#last.end) return this.#lastText;
		this.#last = line;
		this.#lastText = this.#decode(this.#bytes.subarray(line.start, line.end));
		return this.#lastText;
	}

	/** Where a piece of a long line that begins at `start` begins itself. */
	border(start: number, piece: number): number {
		const at = start + piece * RECORD_LIMIT;
		if (piece === 0) return at;
		let border = at;
		while (border < at + WORD_LIMIT && isWord(this.#bytes[border])) border++;
		return border;
	}
}

function isWord(byte: number | undefined): boolean {
	if (byte === undefined) return false;
	// The parts of a character of several bytes belong together, too.
	return (
		byte >= 0x80 ||
		(byte >= 48 && byte <= 57) ||
		(byte >= 65 && byte <= 90) ||
		byte === 95 ||
		(byte >= 97 && byte <= 122)
	);
}

/** Line ends between two offsets. */
export function lineEnds(bytes: Uint8Array, from: number, to = bytes.length): number {
	let ends = 0;
	for (let at = bytes.indexOf(LINE_END, from); at >= 0 && at < to; at = bytes.indexOf(LINE_END, at + 1)) ends++;
	return ends;
}
