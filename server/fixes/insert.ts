/** Where lines go into a document, and what goes along with them. */

import type { Code } from '../catalogue/catalogue.ts';
import { effectiveBody } from '../dispatch/armBody.ts';
import type { FoundConditional } from '../dispatch/found.ts';
import type { TextEdit } from '../model.ts';
import type { Syntax } from '../recognise/syntax.ts';
import type { Action } from './action.ts';
import { importEdits } from './imports.ts';
import type { FixSite } from './site.ts';
import { indentAt, indented, lineEnd } from './style.ts';

/** An arm to be written. */
export interface Written {
	/** Those that it is for; `rest`: whatever no test names. */
	readonly codes: readonly Code[] | 'success' | 'rest';
	readonly action: Action;
}

/** The edits, and the imports that the lines need. */
export function withImports(edits: TextEdit[], lines: readonly string[], site: FixSite): TextEdit[] {
	return [...importEdits(lines, site), ...edits];
}

/** New lines behind the line of an offset; undefined where something else follows on that line. */
export function insertLines(
	offset: number,
	lines: readonly string[],
	actions: readonly string[],
	site: FixSite,
): TextEdit[] | undefined {
	const start = lineEnd(site.text, offset);
	if (!endsLine(offset, site)) return undefined;
	return withImports(
		[{ start, end: start, newText: lines.map((line) => site.style.newline + line).join('') }],
		actions,
		site,
	);
}

/** Whether nothing but the end of a statement, or a comment, follows an offset on its line. */
export function endsLine(offset: number, { text, language }: FixSite): boolean {
	const rest = text.slice(offset, lineEnd(text, offset)).replace(/^\s*;?\s*/, '');
	return rest === '' || rest.startsWith(language.comments.line);
}

/** New lines behind a node, indented like it. */
export function insertAfter(
	node: Syntax,
	lines: readonly string[],
	site: FixSite,
	actions: readonly string[] = lines,
): TextEdit[] | undefined {
	const { text } = site;
	const indent = indentAt(text, site.at(node.start));
	return insertLines(site.at(node.end), indented(lines, indent), actions, site);
}

/** The statements of nested blocks, in order. */
export const flat = (node: Syntax): readonly Syntax[] =>
	node.kind === 'block' ? node.statements.flatMap(flat) : [node];

/** Whether what comes into an arm never gets behind the conditional. */
export function leavesAlways(conditional: FoundConditional, index: number): boolean {
	const last = effectiveBody(conditional, index).flatMap(flat).at(-1);
	return (
		// The last value of a function is its result only for as long as nothing stands behind it.
		(last?.kind === 'return' && last.values[0]?.start !== last.start) ||
		last?.kind === 'throw' ||
		last?.kind === 'goto' ||
		(last?.kind === 'jump' && last.to === 'continue')
	);
}

/**
 * Lines in the place of a statement, offsets of the document. Where the statement is all that an `if` or a loop does, and
 * stands there without braces, several lines bring some.
 */
export function inPlace(start: number, end: number, lines: readonly string[], site: FixSite): TextEdit {
	const { text, style, language } = site;
	const indent = indentAt(text, start);
	const put = (first: string, rest: readonly string[]): string =>
		first + rest.map((line) => style.newline + (line === '' ? line : indent + line)).join('');
	const [head = '', ...tail] = lines;
	const before = text.slice(0, start).trimEnd();
	const needsBraces =
		lines.length > 1 && language.stubs.if[0]?.endsWith('{') === true && /(?:\)|\belse|\bdo)$/.test(before);
	if (!needsBraces) return { start, end, newText: put(head, tail) };
	const outer = indentAt(text, before.length - 1);
	const body = indented(lines, outer + style.indent).join(style.newline);
	return { start: before.length, end, newText: ` {${style.newline}${body}${style.newline}${outer}}` };
}
