/**
 * Comments that suppress: `faultbook-ignore <rule or code>`, on the line of a finding or above it. Several are separated
 * by commas or spaces; what follows them is a reason and is not read.
 */
import { RULE_IDS } from '../../shared/settings.ts';
import type { Range } from '../model.ts';

const MARK = 'faultbook-ignore';

/** One rule or code that a comment asks to be left alone. */
export interface Suppression extends Range {
	/** A rule id or a code as written. */
	readonly target: string;
	/** Lines from 0 on which it holds. */
	readonly lines: ReadonlySet<number>;
}

/** Finds the line from 0 of an offset. Lines end with LF or CRLF. */
export class Lines {
	readonly #starts: number[] = [0];
	readonly #text: string;

	constructor(text: string) {
		this.#text = text;
		for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
	}

	lineAt(offset: number): number {
		let low = 0;
		let high = this.#starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.#starts[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return low;
	}

	/** The text of a line, its end left off; undefined behind the last. */
	textAt(line: number): string | undefined {
		const start = this.#starts[line];
		if (start === undefined) return undefined;
		return this.#text.slice(start, this.#starts[line + 1] ?? this.#text.length).replace(/\r?\n$/, '');
	}

	startOf(line: number): number {
		return this.#starts[line] ?? this.#text.length;
	}
}

/**
 * The suppressions of a document.
 * @param comments every comment's place
 * @param isCode whether a word is a code that some catalogue knows
 */
export function findSuppressions(
	text: string,
	comments: Iterable<Range>,
	lines: Lines,
	isCode: (word: string) => boolean,
): Suppression[] {
	if (!text.includes(MARK)) return [];
	const all = [...comments];
	const commentLines = new Set<number>();
	for (const { start, end } of all)
		for (let line = lines.lineAt(start); line <= lines.lineAt(end); line++)
			if (bare(lines.textAt(line) ?? '').length <= end - Math.max(start, lines.startOf(line))) commentLines.add(line);
	const found: Suppression[] = [];
	for (const { start, end } of all) {
		const comment = text.slice(start, end);
		for (let at = comment.indexOf(MARK); at !== -1; at = comment.indexOf(MARK, at + 1)) {
			const line = lines.lineAt(start + at);
			const held = new Set([line]);
			if (commentLines.has(line)) {
				let next = line + 1;
				while (commentLines.has(next)) held.add(next++);
				held.add(next);
			}
			const named = targets(comment, at + MARK.length, isCode);
			// Nothing named is nothing suppressed: told like any other that has no use.
			if (named.length === 0) found.push({ start: start + at, end: start + at + MARK.length, target: '', lines: held });
			for (const { target, offset } of named)
				found.push({ start: start + offset, end: start + offset + target.length, target, lines: held });
		}
	}
	return found;
}

/** A line without white space at its start and the braces that a comment among JSX children stands in. */
const bare = (line: string): string => line.trimStart().replace(/^\{(.*)\}\s*$/, '$1');

/** The words behind the mark, up to the first that is neither a rule nor a code; the first is taken in any case. */
function targets(
	comment: string,
	from: number,
	isCode: (word: string) => boolean,
): { target: string; offset: number }[] {
	const found: { target: string; offset: number }[] = [];
	const word = /[\s,:]+([\w.-]+)/y;
	word.lastIndex = from;
	for (let match = word.exec(comment); match; match = word.exec(comment)) {
		const target = (match[1] ?? '').replace(/(?<![.-])[.-]+$/, '');
		const known = (RULE_IDS as readonly string[]).includes(target) || isCode(target);
		if (!target || (!known && found.length > 0)) break;
		found.push({ target, offset: match.index + match[0].length - (match[1] ?? '').length });
		if (!known) break;
	}
	return found;
}
