/** Edits that write and remove comments for Faultbook: suppressions and pragmas. */
import type { Range, TextEdit } from '../model.ts';
import type { ParsedSource } from '../recognise/parse.ts';
import { indentAt, isFirstOnLine, lineEnd, lineStart } from './style.ts';

const newlineOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** A suppression on a line of its own above the finding. */
export function suppressEdits(text: string, finding: Range, target: string, mark: string): TextEdit[] {
	const start = lineStart(text, finding.start);
	const line = `${indentAt(text, finding.start)}${mark} faultbook-ignore ${target}${newlineOf(text)}`;
	return [{ start, end: start, newText: line }];
}

/** `faultbook-catalogue <id>` at the top, behind what must be first in a file. */
export function pragmaEdits(text: string, id: string, mark: string): TextEdit[] {
	let start = text.startsWith('\uFEFF') ? 1 : 0;
	// A shebang, and Python's encoding, which must be in the first two lines
	while (/^(?:#!|#.*coding[:=])/.test(text.slice(start, lineEnd(text, start)))) {
		const newline = text.indexOf('\n', start);
		if (newline === -1) break;
		start = newline + 1;
	}
	return [{ start, end: start, newText: `${mark} faultbook-catalogue ${id}${newlineOf(text)}` }];
}

/** Takes a target out of its comment; with its last target the comment goes, with the comment its empty line. */
export function removeIgnoreEdits(text: string, target: Range, parsed: ParsedSource | undefined): TextEdit[] {
	const comment = [...(parsed?.comments() ?? [])].find(({ start, end }) => start <= target.start && target.end <= end);
	if (!comment) return [];
	const before = text.slice(comment.start, target.start);
	const after = text.slice(target.end, comment.end);
	const isOnly = /^\W*faultbook-ignore[\s:]*$/.test(before) && /^\s*(?:\*\/)?\s*$/.test(after);
	if (!isOnly) {
		// `faultbook-ignore a, b`: with it goes what separates it from its neighbour.
		const behind = /^[\s,]*(?=[\w.-])/.exec(after)?.[0] ?? '';
		const ahead = behind === '' ? (/[\s,]+$/.exec(before)?.[0] ?? '') : '';
		return [{ start: target.start - ahead.length, end: target.end + behind.length, newText: '' }];
	}
	if (isFirstOnLine(text, comment.start) && text.slice(comment.end, lineEnd(text, comment.end)).trim() === '') {
		const start = lineStart(text, comment.start);
		const newline = text.indexOf('\n', comment.end);
		return [{ start, end: newline === -1 ? text.length : newline + 1, newText: '' }];
	}
	const start = text.slice(0, comment.start).trimEnd().length;
	return [{ start: Math.max(start, lineStart(text, comment.start)), end: comment.end, newText: '' }];
}
