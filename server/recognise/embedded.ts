/**
 * Codes in the comments and strings of a source file, which people paste from logs and replies: each comment, all its
 * lines, and each string is read as one record of a log. For hover only, and read when asked.
 */
import type { Lookup } from '../catalogue/lookup.ts';
import type { Range, Sighting } from '../model.ts';
import type { Evidence } from './evidence.ts';
import { type LogReader, recogniseRecord } from './log.ts';
import type { ParsedSource } from './parse.ts';
import type { Syntax, Text } from './syntax.ts';
import { childrenOf } from './walk.ts';

/** A record with the place of each of its characters in the file. */
interface Embedded {
	readonly record: string;
	/** The file's offset of a character of the record; of its length, where the last one ends. */
	place(index: number): number;
}

/** A text this long is a file of its own; reading it would hold up the hover. */
const LONGEST = 64 * 1024;

/**
 * The codes in the comment or string around an offset (UTF-16, of the document), with the ranges that they have in the
 * file; empty where neither is there. `evidence`: of each catalogue, what the file says of its API.
 */
export function embeddedSightings(
	parsed: ParsedSource,
	readers: readonly LogReader[],
	evidence: readonly Evidence[],
	offset: number,
): Sighting[] {
	const enclosing = namesAround(parsed, offset);
	const known = (lookup: Lookup) => evidence.find((one) => one.lookup === lookup)?.near(enclosing) ?? 'open';
	for (const { record, place } of recordsAt(parsed, offset)) {
		const found = recogniseRecord(record, readers, known).map(
			(sighting): Sighting => ({ ...sighting, start: place(sighting.start), end: place(sighting.end) }),
		);
		if (found.length > 0) return found;
	}
	return [];
}

/** The ways to read what stands at an offset; a string with back-slashes may be raw or not, which codes tell. */
function recordsAt(parsed: ParsedSource, offset: number): Embedded[] {
	const { text } = parsed;
	const comment = commentAt(parsed, offset);
	if (comment) return comment.end - comment.start > LONGEST ? [] : [commentRecord(text, comment)];
	const found = textAt(parsed, offset);
	if (!found || found.inner.end - found.inner.start > LONGEST) return [];
	const written = text.slice(found.inner.start, found.inner.end);
	const raw = plainRecord(oneLine(written, found), found.inner.start);
	return written.includes('\\') ? [unescaped(raw.record, found.inner.start), raw] : [raw];
}

/** The comment around an offset; line comments that follow one another are one. */
function commentAt(parsed: ParsedSource, offset: number): Range | undefined {
	const comments = [...parsed.comments()];
	const here = comments.find(({ start, end }) => start <= offset && offset <= end);
	if (!here) return undefined;
	comments.sort((one, other) => one.start - other.start);
	const at = comments.indexOf(here);
	let { start, end } = here;
	const joins = (from: number, to: number) => {
		const gap = parsed.text.slice(from, to);
		return gap.trim() === '' && gap.indexOf('\n') === gap.lastIndexOf('\n');
	};
	for (let i = at - 1; ; i--) {
		const before = comments[i];
		if (!before || !joins(before.end, start)) break;
		start = before.start;
	}
	for (let i = at + 1; ; i++) {
		const after = comments[i];
		if (!after || !joins(end, after.start)) break;
		end = after.end;
	}
	return { start, end };
}

/** What opens a line of a comment, in any language: `//`, `#`, `--`, `/**`, ` * `. */
const OPENING = /^([^\S\n]*)(\/{2,}!?|\/\*+!?|#+!?|--+|;+|\*+(?!\/))/gm;

/** Signs become spaces of the same length, so that offsets stay; all lines are one record. */
function commentRecord(text: string, { start, end }: Range): Embedded {
	const record = text
		.slice(start, end)
		.replace(OPENING, (signs) => ' '.repeat(signs.length))
		.replace(/(?<!\*)\*+\/(?=\s*$)/gm, (signs) => ' '.repeat(signs.length))
		.replace(/[\r\n]/g, ' ');
	return plainRecord(record, start);
}

function plainRecord(record: string, start: number): Embedded {
	return { record, place: (index) => start + index };
}

/** The innermost string around an offset, with offsets of the document; none in the code that a template holds. */
function textAt(parsed: ParsedSource, offset: number): Text | undefined {
	const unit = parsed.units.find(({ base, end }) => base <= offset && offset <= end);
	if (!unit) return undefined;
	const at = offset - unit.base;
	let found: Text | undefined;
	const look = (node: Syntax): void => {
		if (at < node.start || at > node.end) return;
		if (node.kind === 'text') {
			found = node.inner.start <= at && at <= node.inner.end ? node : undefined;
			for (const hole of node.holes) if (hole.start <= at && at <= hole.end) found = undefined;
		}
		for (const child of childrenOf(node)) look(child);
	};
	look(unit.facts.syntax);
	return found && moved(found, unit.base);
}

function moved(text: Text, base: number): Text {
	const { start, end } = text.inner;
	return {
		...text,
		inner: { start: base + start, end: base + end },
		holes: text.holes.map((hole) => ({ ...hole, start: base + hole.start, end: base + hole.end })),
	};
}

/** All lines as one, and a template's holes left blank. */
function oneLine(written: string, { inner, holes }: Text): string {
	let record = written;
	for (const { start, end } of holes) {
		const [from, to] = [start - inner.start, end - inner.start];
		record = record.slice(0, from) + ' '.repeat(to - from) + record.slice(to);
	}
	return record.replace(/[\r\n]/g, ' ');
}

const ESCAPE = /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/g;
/** Line ends and tabs read as spaces: the string is one record. */
const SPACES = 'nrtfv ';

/** What a string says whose escapes count, one level of them. */
function unescaped(written: string, start: number): Embedded {
	let record = '';
	const places: number[] = [];
	const add = (text: string, at: number): void => {
		for (let i = 0; i < text.length; i++) places.push(at);
		record += text;
	};
	let next = 0;
	for (const match of written.matchAll(ESCAPE)) {
		const [whole, braced, four, two, letter = ''] = match;
		for (; next < match.index; next++) add(written.charAt(next), start + next);
		const hex = Number.parseInt(braced ?? four ?? two ?? '', 16);
		const isCharacter = !Number.isNaN(hex) && hex <= 0x10ffff;
		add(isCharacter ? String.fromCodePoint(hex) : SPACES.includes(letter) ? ' ' : letter, start + next);
		next = match.index + whole.length;
	}
	for (; next < written.length; next++) add(written.charAt(next), start + next);
	places.push(start + written.length);
	return { record, place: (index) => places[index] ?? start + written.length };
}

/** Names of the types and functions around an offset, outermost first. */
function namesAround(parsed: ParsedSource, offset: number): readonly string[] {
	const unit = parsed.units.find(({ base, end }) => base <= offset && offset <= end);
	if (!unit) return parsed.types.filter(({ start, end }) => start <= offset && offset <= end).at(-1)?.path ?? [];
	const at = offset - unit.base;
	const around = unit.facts.scopes.filter(({ func }) => !func || (func.start <= at && at <= func.end));
	return around.reduce((inner: readonly string[], { enclosing }) => {
		return enclosing.length >= inner.length ? enclosing : inner;
	}, []);
}
