/** Edits that write and remove comments for Faultbook: suppressions and pragmas. */
import type { LanguageData } from '../languages/language.ts';
import type { Range, TextEdit } from '../model.ts';
import type { ParsedSource } from '../recognise/parse.ts';
import { indentAt, isFirstOnLine, lineEnd, lineStart } from './style.ts';

const newlineOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/**
 * A suppression above the finding's line, or at its end where above is inside a block, a string or a line that goes on.
 * Each place is tried by parsing: undefined where the text would be a comment nowhere.
 */
export function suppressEdits(finding: Range, target: string, parsed: ParsedSource): TextEdit[] | undefined {
	const { text } = parsed;
	const { comments } = parsed.language.data;
	const start = lineStart(text, finding.start);
	const end = lineEnd(text, finding.start);
	const line = text.slice(start, end);
	const said = `faultbook-ignore ${target}`;
	const forms = [`${comments.line} <<text>>`, ...comments.otherForms].map((form) => form.replace('<<text>>', said));
	const above = forms.map((comment) => ({
		start,
		end: start,
		newText: `${indentAt(text, finding.start)}${comment}${newlineOf(text)}`,
	}));
	const behind = forms.map((comment) => ({ start: end, end, newText: ` ${comment}` }));
	const places = line.trimStart().startsWith('}') ? [...behind, ...above] : [...above, ...behind];
	const place = places.find((edit) => parsed.makesComment(edit, edit.start + edit.newText.indexOf(said)));
	return place && [place];
}

/** `faultbook-catalogue <id>` at the top, behind what must be first in a file. */
export function pragmaEdits(text: string, id: string, comments: LanguageData['comments'], from: number): TextEdit[] {
	const newline = newlineOf(text);
	const comment = `${comments.line} faultbook-catalogue ${id}`;
	// Right behind a tag: on a line of its own, indented like what follows.
	if (from > 0) {
		const isAlone = text.slice(from, lineEnd(text, from)).trim() === '';
		const newText = `${newline}${indentBelow(text, from)}${comment}${isAlone ? '' : newline}`;
		return [{ start: from, end: from, newText }];
	}
	let start = text.startsWith('\uFEFF') ? 1 : 0;
	// A shebang, and Python's encoding, which must be in the first two lines
	while (/^(?:#!|#.*coding[:=])/.test(text.slice(start, lineEnd(text, start)))) {
		const newline = text.indexOf('\n', start);
		if (newline === -1) break;
		start = newline + 1;
	}
	return [{ start, end: start, newText: `${comment}${newline}${comments.apart ? newline : ''}` }];
}

/** The white space with which the first line below begins that is not empty. */
const indentBelow = (text: string, offset: number): string =>
	/^[ \t]*\r?\n(?:[ \t]*\r?\n)*([ \t]*)\S/.exec(text.slice(offset))?.[1] ?? '';

/** Takes a target out of its comment; the last one takes the comment and its reason with it, and an empty line. */
export function removeIgnoreEdits(
	text: string,
	target: Range,
	others: readonly Range[],
	parsed: ParsedSource | undefined,
): TextEdit[] {
	const comment = [...(parsed?.comments() ?? [])].find(({ start, end }) => start <= target.start && target.end <= end);
	if (!comment) return [];
	if (others.some(({ start, end }) => comment.start <= start && end <= comment.end)) {
		// `faultbook-ignore a, b`: with it goes what separates it from its neighbour.
		const after = text.slice(target.end, comment.end);
		const behind = /^[\s,]*(?=[\w.-])/.exec(after)?.[0] ?? '';
		const ahead = behind === '' ? (/(?<![\s,])[\s,]+$/.exec(text.slice(comment.start, target.start))?.[0] ?? '') : '';
		return [{ start: target.start - ahead.length, end: target.end + behind.length, newText: '' }];
	}
	const mark = text.lastIndexOf('faultbook-ignore', target.start);
	const isOnly = /^\W*$/.test(text.slice(comment.start, mark));
	// Words before the mark are a comment of their own.
	if (!isOnly) return [{ start: text.slice(0, mark).trimEnd().length, end: comment.end, newText: '' }];
	if (isFirstOnLine(text, comment.start) && text.slice(comment.end, lineEnd(text, comment.end)).trim() === '') {
		const start = lineStart(text, comment.start);
		const newline = text.indexOf('\n', comment.end);
		return [{ start, end: newline === -1 ? text.length : newline + 1, newText: '' }];
	}
	const start = text.slice(0, comment.start).trimEnd().length;
	return [{ start: Math.max(start, lineStart(text, comment.start)), end: comment.end, newText: '' }];
}
