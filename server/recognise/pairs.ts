/**
 * Codes that stand in a log as pairs: `code=4100`, `code: "4100"`, `'code' => 4100`, also within a string of a JSON
 * log line, and in JSON that is escaped in one. JSON objects are judged elsewhere.
 */
import type { Catalogue } from '../catalogue/catalogue.ts';
import { anyOf } from '../catalogue/pattern.ts';
import type { Range } from '../model.ts';
import {
	type Candidate,
	moduleOf,
	Nearness,
	NO_CONTEXT,
	type ReplyJudge,
	type ReplyValue,
	replyCertainty,
	replyValue,
} from './reply.ts';

interface Pair {
	readonly value: ReplyValue;
	/** Of the value, without quotes. */
	readonly start: number;
	readonly end: number;
}

/** The names that a code can have in a pair: the reply's fields, and what else reads it, methods left out. */
export const keysOf = ({ match }: Catalogue): readonly string[] => [
	...new Set([...match.fields, ...match.accessors.filter((name) => !/^get(?:_|[A-Z])/i.test(name))]),
];

/** A place that is worth a look. */
export interface Hit {
	readonly offset: number;
	readonly success: boolean;
}

/** A quote, escaped as often as the text went through strings: `"`, `\"`, `\\\"`. */
export const QUOTE = '\\\\{0,7}["\']';
/** Between a key and its value. */
export const SEPARATOR = `(?:${QUOTE}|\\])?[^\\S\\n]{0,8}(?:=>|[:=])[^\\S\\n]{0,8}`;
/** What cannot stand before a key: the rest of a longer name, of a query, a path or a flag. */
const NO_KEY_START = /[\w\-?&/@#$%+*~\\]$/;
/** `"\ncode=4100"`: the letter belongs to an escape. */
const ESCAPE_END = /\\[nrt]$/;
/** Words that say what other code it is: `exit code=`, `closed with code: `, `HTTP/1.1 code=`, `zip code: `. */
const OTHER_CODE =
	/(?:(?:exit(?:ed|s|ing)?|clos(?:e|ed|es|ing|ure)|status|\bhttps?(?:\/[\d.]+)?)(?:[\s,:;(]+with)?[\s,:;([{"'._-]*|\b(?:key|char|zip|post|postal|area|city|country|weather|product|colou?r|qr|promo)[\s"'._-]*)$/i;
const LOOK_BACK = 48;

/** Reads the pairs of one catalogue; made once, for any number of texts. */
export class PairReader {
	readonly #judge: ReplyJudge;
	readonly #codes: RegExp;
	readonly #companion: RegExp | undefined;
	readonly #message: RegExp | undefined;

	constructor(judge: ReplyJudge) {
		this.#judge = judge;
		// The value is only looked at: in `code: code=4100` it is the next key.
		this.#codes = new RegExp(
			`${anyOf(keysOf(judge.lookup.catalogue))}${SEPARATOR}(?=((?:${QUOTE})?)(-?[A-Za-z0-9][\\w.-]*))`,
			'g',
		);
		if (judge.companions.size > 0)
			this.#companion = new RegExp(`(?<![\\w\\\\-])${anyOf(judge.companions)}${SEPARATOR}(?:${QUOTE})?[A-Za-z]`);
		if (judge.messages.size > 0)
			this.#message = new RegExp(`(?<![\\w\\\\-])${anyOf(judge.messages)}${SEPARATOR}(?:${QUOTE})?`, 'g');
	}

	/** Where in a text a field of the catalogue has a value that the catalogue knows, JSON included; in order. */
	hits(text: string): Hit[] {
		const found: Hit[] = [];
		this.#codes.lastIndex = 0;
		for (let match = this.#codes.exec(text); match; match = this.#codes.exec(text)) {
			const value = replyValue(this.#judge.lookup, withoutEnd(match[2] ?? ''));
			if (value) found.push({ offset: match.index, success: value.success });
		}
		return found;
	}

	/**
	 * The sightings in one record, whose text is given alone, so that nothing outside of it counts. Offsets are the
	 * record's. `fragments` are the ranges of JSON in it, in order; keys that JSON wrote there are left to their objects.
	 */
	read(record: string, fragments: readonly Range[], surroundings: () => Nearness | undefined): Candidate[] {
		const pairs = this.#pairs(record, fragments);
		if (pairs.length === 0) return [];
		const nearness = this.hasCompanion(record) ? Nearness.companion : surroundings();
		const module = this.#module(record);
		return pairs.flatMap(({ start, end, value }) => {
			const certainty = replyCertainty(value, nearness, module);
			if (certainty === undefined) return [];
			return [
				{
					sighting: {
						...{ start, end, catalogue: this.#judge.lookup.catalogue.id, ...value },
						...{ role: 'logged', certainty, ...(module === undefined ? {} : { module }) },
					},
					nearness: nearness ?? NO_CONTEXT,
				},
			];
		});
	}

	/** Whether a companion stands in a record, as a pair or in JSON. */
	hasCompanion(record: string): boolean {
		return this.#companion?.test(record) ?? false;
	}

	#pairs(record: string, fragments: readonly Range[]): Pair[] {
		const pairs: Pair[] = [];
		let next = 0;
		this.#codes.lastIndex = 0;
		for (let match = this.#codes.exec(record); match; match = this.#codes.exec(record)) {
			while ((fragments[next]?.end ?? Number.POSITIVE_INFINITY) <= match.index) next++;
			const fragment = fragments[next];
			if (fragment && fragment.start <= match.index && isJsonKey(record, match.index)) continue;
			const [whole, quote = '', written = ''] = match;
			const text = withoutEnd(written);
			const value = replyValue(this.#judge.lookup, text);
			if (!value || !isKey(record, match.index)) continue;
			const start = match.index + whole.length + quote.length;
			const end = start + text.length;
			if (!record.startsWith(quote, end)) continue;
			pairs.push({ value, start, end });
		}
		return pairs;
	}

	#module(record: string): string | undefined {
		if (!this.#message) return undefined;
		for (const match of record.matchAll(this.#message)) {
			const start = match.index + match[0].length;
			const module = moduleOf(record.slice(start, start + 40));
			if (module !== undefined) return module;
		}
		return undefined;
	}
}

/** Whether a key's quote is one of the JSON that it stands in, and not of JSON within one of its strings. */
function isJsonKey(record: string, offset: number): boolean {
	return record.charAt(offset - 1) === '"' && record.charAt(offset - 2) !== '\\';
}

/** Whether words before an offset say that a code which begins there is of another kind. */
export function isOtherCode(record: string, offset: number): boolean {
	return OTHER_CODE.test(record.slice(Math.max(0, offset - LOOK_BACK), offset));
}

function isKey(record: string, offset: number): boolean {
	const before = record.slice(Math.max(0, offset - LOOK_BACK), offset);
	return (!NO_KEY_START.test(before) || ESCAPE_END.test(before)) && !OTHER_CODE.test(before);
}

/** The full stop of a sentence is no part of the value. */
function withoutEnd(value: string): string {
	return /[.-]$/.test(value) ? value.replace(/(?<![.-])[.-]+$/, '') : value;
}
