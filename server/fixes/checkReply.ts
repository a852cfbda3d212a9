/** Writes the check of a reply's code behind the statement that parses the reply. */
import type { TextEdit } from '../model.ts';
import type { PlacedSite } from '../recognise/judgedUnit.ts';
import type { ParsedSource } from '../recognise/parse.ts';
import { comparison } from './compare.ts';
import { braced, equalityIn, globalMark, indentAt, indented, lineEnd, lineStart, styleOf } from './style.ts';
import { fill, fillFirst } from './template.ts';
import { inText } from './ways.ts';

/**
 * Undefined where the reply has no name, shares its line with something else, or is of a type of its own that need not
 * have the field.
 */
export function checkEdits(
	{ site: { unchecked, judged }, base }: PlacedSite,
	parsed: ParsedSource,
): TextEdit[] | undefined {
	if (unchecked?.kind !== 'reply') return undefined;
	const { assigned, read, at, scope } = unchecked;
	const { text, language } = parsed;
	const { stubs, returnsErrors } = language.data;
	const { match, success, title } = judged.lookup.catalogue;
	const [field = 'code'] = match.fields;
	const [message = 'message'] = match.messages;
	const [value] = success;
	// Where errors are returned, or a compiler minds, types decide what a field may be compared with.
	if (!assigned || !read || at.kind !== 'name' || returnsErrors || value === undefined) return undefined;
	if (stubs.messageNeedsProof) return undefined;
	// What a callback throws is caught by nobody; an expression has no place for a statement.
	if (scope.func?.body.kind !== 'block' || (scope.parent?.func && !scope.func.waits)) return undefined;
	const style = styleOf(text, language.data);
	const start = base + assigned.start;
	const end = base + assigned.end;
	const before = text.slice(lineStart(text, start), start).trim();
	if (before !== '' && !language.data.lexicon.declares.includes(before)) return undefined;
	if (!/^\)*;?\s*$/.test(text.slice(end, lineEnd(text, end)))) return undefined;
	const place = (name: string): string =>
		read.kind === 'member' ? `${at.text}.${name}` : `${at.text}[${style.quote}${name}${style.quote}]`;
	const subject = place(field);
	const test = comparison('differs', { subject, value, equality: equalityIn(text, language.data) }, language.data);
	const quotes = [style.quote, ...stubs.quotes];
	const told = place(message);
	const fail = fillFirst(stubs.fail, {
		...{ subject, message: told, title, semicolon: style.semicolon, mark: style.quote, held: '' },
		...{ subjectText: inText(subject, language.data), messageText: inText(told, language.data) },
		global: globalMark(text, language.data),
		quote: quotes.find((one) => !subject.includes(one)),
	});
	const [head = '', ...tail] = stubs.if.map((line) => fill(line, { test })?.[0] ?? '');
	const opening = braced([head], style);
	if (test === undefined || !fail) return undefined;
	const lines = [...opening, ...indented(fail, style.indent), ...tail];
	const behind = lineEnd(text, end);
	const newText = indented(lines, indentAt(text, start))
		.map((line) => style.newline + line)
		.join('');
	return [{ start: behind, end: behind, newText }];
}
