/**
 * Which lines of a log belong together: a JSON reply that was printed over several lines is one record with the line
 * that it begins on and the rest of the line that it ends on; so is what a format of
 * `server/formats/` joins, an exception's text with its further lines among them. Every other line is a record of its own. A record depends on nothing outside
 * of itself, and is short enough to be found from any of its lines: a log gives the same records however it is cut up.
 */
import type { Range } from '../model.ts';

/** Longer ones are none: a bracket that was opened is taken for one that is never closed. In lines, and UTF-16 units. */
const LINE_LIMIT = 2_000;
export const RECORD_LIMIT = 256 * 1024;

/** The end of a line on which JSON may go on: `reply: {`, `{"code": 4100,`. */
const GOES_ON = /[{[,][ \t]*\r?$/;
/** A line that can be the middle of JSON; `[2024-01-01] …` and blank lines cannot. */
const CONTINUES =
	/^[ \t]*(?:["}\],:]|\[[ \t]*(?:["{[\]]|\r?$)|(?:-?\d[\d.eE+-]*|true|false|null)[ \t]*(?:,[ \t]*)?\r?$)/;
/** The next document in JSON Lines, unless the line before asks for one. */
const OPENS = /^[ \t]*\{/;
const ASKS = /[{[,:][ \t]*\r?$/;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

interface OpenBracket {
	/** Offset and number of the line that it stands on. */
	readonly start: number;
	readonly line: number;
	/** The first of its line that the line leaves open: where a record may begin. */
	isFirst: boolean;
}

/** The lines of a text or of bytes; offsets are the source's own, a range has no line end in it. */
export interface Lines {
	/** The line around an offset. */
	around(offset: number): Range;
	textOf(line: Range): string;
	/** Behind the last line. */
	readonly end: number;
}

/** The lines of a text. */
export function linesOf(text: string): Lines {
	return {
		around(offset) {
			const end = text.indexOf('\n', offset);
			return {
				start: offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1,
				end: end < 0 ? text.length : end,
			};
		},
		textOf: ({ start, end }) => text.slice(start, end),
		end: text.length,
	};
}

/** Records that begin with a line like `opens` and go on with lines like `continues`, at most `most` of them. */
export interface Block {
	readonly opens: RegExp;
	readonly continues: RegExp;
	readonly most: number;
}

/** Whether a line may belong to a record with the line before it. Patterns are tried without the lines' ends. */
export function mayContinue(before: string, line: string, blocks: readonly Block[]): boolean {
	return goesOnInJson(before, line) || blocks.some(({ opens, continues }) => continues.test(line) && !opens.test(line));
}

/**
 * What a line is by itself, if the line before does not ask for more (`{`, `[`, `,` or `:` at its end). `alone`: a
 * record; `opens`: one with the next line, if that goes on with a block; `joined`: maybe one with the lines around it.
 */
export function kindOfLine(line: string, blocks: readonly Block[]): 'alone' | 'opens' | 'joined' {
	if (CONTINUES.test(line) || GOES_ON.test(line) || blocks.some(({ continues }) => continues.test(line)))
		return 'joined';
	return blocks.some(({ opens }) => opens.test(line)) ? 'opens' : 'alone';
}

function goesOnInJson(before: string, line: string): boolean {
	return CONTINUES.test(line) || (OPENS.test(line) && ASKS.test(before));
}

/** Finds the records of a text. Ask from its beginning to its end: what was found last is remembered. */
export class RecordFinder {
	readonly #lines: Lines;
	readonly #blocks: readonly Block[];
	/** The lines that were last looked at for JSON, and the records in them, outermost ones, in order. */
	#chain: Range = { start: -1, end: -1 };
	#records: readonly Range[] = [];

	constructor(lines: Lines, blocks: readonly Block[]) {
		this.#lines = lines;
		this.#blocks = blocks;
	}

	/** The record around an offset, without the end of its last line. */
	around(offset: number): Range {
		const line = this.#lines.around(offset);
		let found = line;
		for (const record of [this.#json(line, offset), ...this.#blocks.map((block) => this.#block(line, block))])
			if (record && (record.start < found.start || (record.start === found.start && record.end > found.end)))
				found = record;
		return found;
	}

	#before(line: Range): Range | undefined {
		return line.start === 0 ? undefined : this.#lines.around(line.start - 1);
	}

	#behind(line: Range): Range | undefined {
		return line.end >= this.#lines.end ? undefined : this.#lines.around(line.end + 1);
	}

	/** JSON that began on this line or before and ends behind the offset. */
	#json(line: Range, offset: number): Range | undefined {
		if (line.start < this.#chain.start || line.start > this.#chain.end) this.#readChain(line);
		// Both their beginnings and their ends are in order.
		let low = 0;
		let high = this.#records.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#records[middle]?.end ?? offset) < offset) low = middle + 1;
			else high = middle;
		}
		const record = this.#records[low];
		return record && record.start <= offset ? record : undefined;
	}

	/** Reads all lines around one that may belong together as JSON. */
	#readChain(line: Range): void {
		let top = line;
		for (let before = this.#before(top); before; before = this.#before(top)) {
			if (!goesOnInJson(this.#lines.textOf(before), this.#lines.textOf(top))) break;
			top = before;
		}
		// Nearly all lines: nothing comes from above and nothing begins here.
		if (top === line && !GOES_ON.test(this.#lines.textOf(line))) {
			this.#chain = line;
			this.#records = [];
			return;
		}
		const found: Range[] = [];
		const end = joinFrom(this.#lines, top, found);
		this.#chain = { start: top.start, end };
		found.sort((one, other) => one.start - other.start || other.end - one.end);
		let last = -1;
		this.#records = found.filter((record) => {
			const isOutermost = record.end > last;
			if (isOutermost) last = record.end;
			return isOutermost;
		});
	}

	#block(line: Range, { opens, continues, most }: Block): Range | undefined {
		let top = line;
		for (let up = 0; !opens.test(this.#lines.textOf(top)); up++) {
			const isWithin = up < most && line.end - top.start <= RECORD_LIMIT && continues.test(this.#lines.textOf(top));
			const before = isWithin ? this.#before(top) : undefined;
			if (!before) return undefined;
			top = before;
		}
		let last = top;
		for (let down = 0; down < most; down++) {
			const behind = this.#behind(last);
			if (!behind || behind.end - top.start > RECORD_LIMIT) break;
			const text = this.#lines.textOf(behind);
			if (!continues.test(text) || opens.test(text)) break;
			last = behind;
		}
		return last.end < line.end ? undefined : { start: top.start, end: last.end };
	}
}

/**
 * Follows brackets from a line to the first line that cannot continue JSON. One pass for all the lines that a record
 * may begin on, whatever is closed and whatever is not. Returns where the last line ends.
 */
function joinFrom(lines: Lines, top: Range, found: Range[]): number {
	let open: OpenBracket[] = [];
	let trimAt = 4_096;
	let at = top;
	let content = lines.textOf(at);
	for (let line = 0; ; line++) {
		const { start, end } = at;
		let below = open.length;
		let isInString = false;
		for (let index = 0; index < content.length; index++) {
			const unit = content.charCodeAt(index);
			if (unit === QUOTE) isInString = !isInString;
			else if (isInString) index += unit === BACKSLASH ? 1 : 0;
			else if (unit === OPEN_BRACE || unit === OPEN_BRACKET) open.push({ start, line, isFirst: false });
			else if (unit === CLOSE_BRACE || unit === CLOSE_BRACKET) {
				const closed = open.pop();
				below = Math.min(below, open.length);
				if (closed?.isFirst && line - closed.line < LINE_LIMIT && end - closed.start <= RECORD_LIMIT)
					found.push({ start: closed.start, end });
			}
		}
		const first = open[below];
		if (first && GOES_ON.test(content)) first.isFirst = true;
		if (open.length > trimAt) {
			open = open.filter((bracket) => end - bracket.start <= RECORD_LIMIT);
			trimAt = open.length * 2 + 4_096;
		}
		if (end >= lines.end) return end;
		const next = lines.around(end + 1);
		const text = lines.textOf(next);
		if (!goesOnInJson(content, text)) return end;
		at = next;
		content = text;
	}
}
