/**
 * Which lines of a log belong together: a JSON reply that was printed over several lines is one record with the line
 * that it begins on and the rest of the line that it ends on; so is an exception's text with its further lines. Every
 * other line is a record of its own. A record depends on nothing outside of itself, so that a log cut between records
 * has the same records.
 */
import type { Range } from '../model.ts';

/** Beyond these a bracket that was opened is taken for one that is never closed. */
const LINE_LIMIT = 2_000;
const LENGTH_LIMIT = 256 * 1024;

/** The end of a line on which JSON may go on: `reply: {`, `{"code": 4100,`. */
const GOES_ON = /[{[,][ \t]*\r?(?=\n)/g;
const GOES_ON_AT_END = /[{[,][ \t]*\r?$/;
/** A line that can be the middle of JSON; `[2024-01-01] …` and blank lines cannot. */
const CONTINUES =
	/^[ \t]*(?:["{}\],:]|\[[ \t]*(?:["{[\]]|\r?$)|(?:-?\d[\d.eE+-]*|true|false|null)[ \t]*(?:,[ \t]*)?\r?$)/;

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

/** A further line of an exception's text: `message:…`, `RequestId=…`, also quoted or framed. */
const NEXT_FIELD = /\n[ \t>|│]*(?:error)?_?(?:code|message|request_?id)[ \t]*[:=][^\n]*/iy;
/** Code, message and request id, each on a line of its own. */
const MOST_FIELDS = 3;

/**
 * The records of more than one line, in order, not overlapping; without the last line's end.
 * @param exceptions finds where an exception's text begins; global
 */
export function joinedRecords(text: string, exceptions?: RegExp): Range[] {
	const found: Range[] = exceptions ? exceptionRecords(text, new RegExp(exceptions)) : [];
	const goesOn = new RegExp(GOES_ON);
	for (let hit = goesOn.exec(text); hit; hit = goesOn.exec(text))
		goesOn.lastIndex = joinFrom(text, text.lastIndexOf('\n', hit.index) + 1, found);
	// An inner bracket closes before the outer one: the record that begins first takes its lines.
	found.sort((one, other) => one.start - other.start);
	let end = -1;
	return found.filter((record) => {
		const isFree = record.start > end;
		if (isFree) end = record.end;
		return isFree;
	});
}

function exceptionRecords(text: string, exceptions: RegExp): Range[] {
	const found: Range[] = [];
	const next = new RegExp(NEXT_FIELD);
	for (let hit = exceptions.exec(text); hit; hit = exceptions.exec(text)) {
		const newline = text.indexOf('\n', exceptions.lastIndex);
		if (newline < 0) break;
		let end = newline;
		for (let fields = 0; fields < MOST_FIELDS; fields++) {
			next.lastIndex = end;
			if (!next.test(text)) break;
			end = next.lastIndex;
		}
		if (end > newline) found.push({ start: text.lastIndexOf('\n', hit.index) + 1, end });
		exceptions.lastIndex = end;
	}
	return found;
}

/**
 * Follows brackets from a line to the first line that cannot continue JSON, or leaves none open. One pass for all the
 * lines that a record may begin on, whatever is closed and whatever is not. Returns the offset to look on from.
 */
function joinFrom(text: string, from: number, found: Range[]): number {
	let open: OpenBracket[] = [];
	let trimAt = 4_096;
	let start = from;
	for (let line = 0; start < text.length; line++) {
		const newline = text.indexOf('\n', start);
		const end = newline < 0 ? text.length : newline;
		const content = text.slice(start, end);
		if (line > 0 && !CONTINUES.test(content)) return start;
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
				if (closed?.isFirst && line - closed.line < LINE_LIMIT && end - closed.start <= LENGTH_LIMIT)
					found.push({ start: closed.start, end });
			}
		}
		const first = open[below];
		if (first && GOES_ON_AT_END.test(content)) first.isFirst = true;
		start = end + 1;
		if (open.length === 0) break;
		if (open.length > trimAt) {
			open = open.filter((bracket) => start - bracket.start <= LENGTH_LIMIT);
			trimAt = open.length * 2 + 4_096;
		}
	}
	return start;
}
