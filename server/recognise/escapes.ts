/**
 * Messages whose Chinese arrives as `\uXXXX`: what they say, and where around an offset such a message stands.
 * Escapes may be escaped once more by every JSON string, log or source literal that they went through.
 */
import type { DecodedMessage, Range } from '../model.ts';

const ESCAPE = /\\u[0-9a-fA-F]{4}/;
/** All back-slashes before the `u`: how often it was escaped does not matter. */
const ESCAPES = /(?<!\\)\\+u([0-9a-fA-F]{4})/g;
/** Controls and their like are left as escapes: they cannot be read, and some turn the text around them. */
const UNREADABLE = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]/u;

/**
 * Says what a text with `\uXXXX` escapes says. Surrogate pairs become one character; half an escape, half a pair,
 * control characters and Windows paths stay as they are. Where the text is plainly the inside of a JSON string, `\n`,
 * `\"`, `\/` and the like are decoded with it. A text without escapes comes back unchanged.
 */
export function decodeEscapes(text: string): string {
	if (text.length > 1 && text.startsWith('"') && text.endsWith('"') && isStringInside(text.slice(1, -1)))
		return `"${decodeEscapes(text.slice(1, -1))}"`;
	let decoded = text;
	// Every round takes one level of escaping away, and so at least one back-slash.
	while (isStringInside(decoded) && hasReadableEscape(decoded)) {
		const next = unescapeOnce(decoded);
		if (next === decoded) break;
		decoded = next;
	}
	return decodeUnicode(decoded);
}

/**
 * The message with escapes around an offset (UTF-16, from 0), decoded: what the nearest quotes on the line enclose,
 * to the line's end where they are cut off; without quotes, the run of escapes and the words between them. Undefined
 * where no readable escape stands there.
 */
export function messageAt(text: string, offset: number): DecodedMessage | undefined {
	const line = lineAt(text, offset);
	const content = text.slice(line.start, line.end);
	if (!ESCAPE.test(content)) return undefined;
	const at = offset - line.start;
	const place = enclosingQuotes(content, at) ?? runAt(content, at);
	if (!place) return undefined;
	const message = content.slice(place.start, place.end);
	if (!hasReadableEscape(message)) return undefined;
	return { start: line.start + place.start, end: line.start + place.end, text: decodeEscapes(message) };
}

/** The messages with escapes between two offsets (UTF-16), in order, each once. */
export function messagesIn(text: string, start: number, end: number): DecodedMessage[] {
	const found: DecodedMessage[] = [];
	let behind = start;
	for (let at = text.indexOf('\\u', start); at >= 0 && at < end; at = text.indexOf('\\u', at + 2)) {
		if (at < behind) continue;
		const message = messageAt(text, at);
		if (!message) continue;
		found.push(message);
		behind = message.end;
	}
	return found;
}

/** The `\u` escapes alone. */
function decodeUnicode(text: string): string {
	const isInPath = pathsIn(text);
	// Runs of escapes, so that the halves of a pair meet.
	return text.replace(/(?:(?<!\\)\\+u[0-9a-fA-F]{4})+/g, (run, start: number) =>
		isInPath(start) ? run : decodeRun(run),
	);
}

function decodeRun(run: string): string {
	const escapes = [...run.matchAll(ESCAPES)];
	let decoded = '';
	for (let index = 0; index < escapes.length; index++) {
		const raw = escapes[index]?.[0] ?? '';
		const unit = unitOf(escapes[index]?.[1]);
		const next = unitOf(escapes[index + 1]?.[1]);
		if (isHighSurrogate(unit) && isLowSurrogate(next)) {
			const character = String.fromCharCode(unit, next);
			decoded += isReadable(character) ? character : raw + (escapes[index + 1]?.[0] ?? '');
			index++;
		} else {
			const character = String.fromCharCode(unit);
			decoded += isReadable(character) ? character : raw;
		}
	}
	return decoded;
}

/** Takes one level of a JSON string's escaping away, the way a JSON parser does; within a path only `\\`. */
function unescapeOnce(text: string): string {
	const isInPath = pathsIn(text);
	return text.replace(
		/((?:\\u[0-9a-fA-F]{4})+)|\\(["\\/bfnrt])/g,
		(whole, run: string | undefined, letter: string | undefined, start: number) => {
			if (letter === '\\') return '\\';
			if (isInPath(start)) return whole;
			return run ? decodeRun(run) : (SHORT_ESCAPES.get(letter ?? '') ?? whole);
		},
	);
}

/** Backspace and form feed say nothing to a reader: they stay. */
const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
	['"', '"'],
	['/', '/'],
	['n', '\n'],
	['r', '\r'],
	['t', '\t'],
]);

/** Whether a text can stand between the quotes of a JSON string; cut short within an escape it still can. */
function isStringInside(text: string): boolean {
	const rest = text
		.replace(/\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/g, '')
		.replace(/\\(?:u[0-9a-fA-F]{0,3})?(?:\.{3}|…)?$/, '');
	return !/["\\\p{Cc}]/u.test(rest);
}

function hasReadableEscape(text: string): boolean {
	if (!ESCAPE.test(text)) return false;
	return decodeUnicode(text) !== text;
}

function isReadable(character: string): boolean {
	return /^[\n\t]$/.test(character) || !UNREADABLE.test(character);
}

function unitOf(hex: string | undefined): number {
	return hex === undefined ? 0 : Number.parseInt(hex, 16);
}

function isHighSurrogate(unit: number): boolean {
	return unit >= 0xd800 && unit < 0xdc00;
}

function isLowSurrogate(unit: number): boolean {
	return unit >= 0xdc00 && unit < 0xe000;
}

/**
 * Windows paths and regular expressions, as far as one can tell: from the first folder below a drive, a server or a
 * variable, or from a back-slash that no string literal could have (`\Temp`, `\users`), to the end of the word.
 * Together they say that a `\u1234` behind them is a name.
 */
const PATH_PATTERNS = [
	/(?<=(?<!\w)(?:[A-Za-z]:|%\w{1,40}%)\\{1,8})(?!\\|u[0-9a-fA-F]{4})[^\s"'`<>|]+/g,
	/(?<![\\\w])(\\{1,8})\1(?!\\|[nrt]|u[0-9a-fA-F]{4})[\w.$-]+(?:\1[\w.$-]+)+/g,
	/\\(?:[cdg-mo-qswyzA-MO-TV-Z]|u[0-9a-fA-F]{0,3}[g-zG-Z_])[^\s"'`]*/g,
] as const;

/** Answers whether an offset lies within a path; to be asked in order of offsets. */
function pathsIn(text: string): (offset: number) => boolean {
	const paths: Range[] = [];
	for (const pattern of PATH_PATTERNS)
		for (const match of text.matchAll(pattern)) paths.push({ start: match.index, end: match.index + match[0].length });
	paths.sort((left, right) => left.start - right.start);
	let next = 0;
	let reached = 0;
	return (offset) => {
		for (let path = paths[next]; path && path.start <= offset; path = paths[++next])
			reached = Math.max(reached, path.end);
		return offset < reached;
	};
}

function lineAt(text: string, offset: number): Range {
	let start = offset;
	while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
	let end = offset;
	while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
	return { start, end };
}

function isLineEnd(unit: number): boolean {
	return unit === 10 || unit === 13;
}

interface OpenQuote {
	readonly character: string;
	/** 0 for `"`, 1 for `\"`, 2 for `\\\"`: the string within the string. */
	readonly level: number;
	/** Where what it encloses begins. */
	readonly start: number;
}

/** What the innermost quotes around an offset of a line enclose. */
function enclosingQuotes(line: string, offset: number): Range | undefined {
	const open: OpenQuote[] = [];
	let innermost: Range | undefined;
	const keep = (start: number, end: number): void => {
		if (start > offset || offset > end) return;
		if (!innermost || start >= innermost.start) innermost = { start, end };
	};
	for (const match of line.matchAll(/["'`]/g)) {
		const [character] = match;
		const level = levelOf(line, match.index);
		const partner = open.findIndex((quote) => quote.character === character && quote.level === level);
		if (partner >= 0) {
			keep(open[partner]?.start ?? 0, match.index - (2 ** level - 1));
			open.length = partner;
		} else if (mayOpen(line, match.index, character, level, open.at(-1))) {
			open.push({ character, level, start: match.index + 1 });
		}
	}
	// A message that was cut off has no closing quote; an apostrophe never had one.
	for (const quote of open) if (quote.character === '"') keep(quote.start, line.length);
	return innermost;
}

/** How often the quote is escaped: `\\"` closes a string that ends in a back-slash, so only the last odd ones count. */
function levelOf(line: string, quote: number): number {
	let slashes = 0;
	while (line.charAt(quote - 1 - slashes) === '\\') slashes++;
	let level = 0;
	while (slashes % 2 === 1) {
		level++;
		slashes = (slashes - 1) / 2;
	}
	return level;
}

function mayOpen(line: string, at: number, character: string, level: number, around: OpenQuote | undefined): boolean {
	if (around && around.character === character && level <= around.level) return false;
	if (character === '"') return true;
	// `can't` opens nothing; Python's `b'…'` does.
	return /(?:^|\W)(?:[bfru]|br|rb|fr|rf)?$/i.test(line.slice(Math.max(0, at - 3), at));
}

/** The run of escapes around an offset, with the words between them, and half an escape at its end. */
function runAt(line: string, offset: number): Range | undefined {
	// The run alone would not show that it is the end of a path.
	const isInPath = pathsIn(line);
	const runs = /(?<!\\)\\+u[0-9a-fA-F]{4}(?:[^"'`=;|\t\\]{0,40}\\+u[0-9a-fA-F]{4})*(?:\\+u?[0-9a-fA-F]{0,3})?/g;
	for (const match of line.matchAll(runs)) {
		const end = match.index + match[0].length;
		if (!isInPath(match.index) && match.index <= offset && offset <= end) return { start: match.index, end };
	}
	return undefined;
}
