/** What a row of a scan says beside the code: the message, decoded, and the request's id, as they stand in the record. */
import { anyOf } from '../catalogue/pattern.ts';
import { decodeEscapes } from './escapes.ts';
import { QUOTE, SEPARATOR } from './pairs.ts';

const LONGEST_MESSAGE = 2_000;
/** Messages beyond these are decoded each time. */
const MOST_REMEMBERED = 2_000;
/** Where a message without quotes ends: at the request's id, at the next field, at the line's end. */
const UNQUOTED_END = /,? ?\(?(?:request_?id)[ \t]*[:=]|\r?\n|[,;]? [A-Za-z_]\w*=|,? "?codeDesc"?[:=]/i;
const REQUEST_ID = new RegExp(`(?<![A-Za-z])request_?id${SEPARATOR}(?:${QUOTE})?([\\w-]{1,64})`, 'gi');

/** Reads the fields of records; made once for a catalogue's message names. */
export class FieldReader {
	readonly #message: RegExp | undefined;
	/** What messages say as they were written: a log says the same things again and again. */
	readonly #decoded = new Map<string, string>();

	/** @param messages names of the field that holds the message */
	constructor(messages: readonly string[]) {
		if (messages.length > 0)
			this.#message = new RegExp(`(?<![a-z\\-])(?:error_?)?${anyOf(messages)}${SEPARATOR}(${QUOTE})?`, 'gi');
	}

	/** The message that belongs to a code: the first behind it, else the last before it. Offsets are the record's. */
	message(record: string, offset: number, next: number): string | undefined {
		const found = this.#message && nearest(record, this.#message, offset, next);
		if (!found) return undefined;
		const begin = (found.index ?? 0) + found[0].length;
		const rest = record.slice(begin, begin + LONGEST_MESSAGE);
		const written = found[1] === undefined ? rest.slice(0, lengthTo(rest, UNQUOTED_END)) : quoted(rest, found[1]);
		let text = this.#decoded.get(written);
		if (text === undefined) {
			// In YAML a string goes on in the next line, whose indentation is a space.
			text = decodeEscapes(written.replace(/\s*\n\s*/g, ' ')).trim();
			if (this.#decoded.size < MOST_REMEMBERED) this.#decoded.set(written, text);
		}
		return text === '' ? undefined : text;
	}

	/** The id of the request that the code at an offset answers. */
	requestId(record: string, offset: number, next: number): string | undefined {
		return nearest(record, REQUEST_ID, offset, next)?.[1];
	}
}

/** The first match between a code and the next one, else the last before it, else the first at all. */
function nearest(record: string, pattern: RegExp, offset: number, next: number): RegExpMatchArray | undefined {
	const all = [...record.matchAll(pattern)];
	return (
		all.find(({ index = 0 }) => offset <= index && index < next) ??
		all.filter(({ index = 0 }) => index < offset).at(-1) ??
		all[0]
	);
}

function lengthTo(text: string, pattern: RegExp): number {
	return pattern.exec(text)?.index ?? text.length;
}

/** Up to the quote that closes, which is escaped as often as the one that opened. */
function quoted(rest: string, quote: string): string {
	const depth = quote.length - 1;
	const mark = quote.charAt(depth);
	for (let at = rest.indexOf(mark); at >= 0; at = rest.indexOf(mark, at + 1)) {
		let slashes = 0;
		while (rest.charAt(at - 1 - slashes) === '\\') slashes++;
		// One that is escaped more often belongs to the text.
		if (slashes <= depth) return rest.slice(0, at - slashes);
	}
	return rest.slice(0, lengthTo(rest, /\r?\n/));
}
