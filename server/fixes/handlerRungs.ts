/** Handlers with conditions, `catch (E e) when (…)`: another one behind them, and the one that takes the rest. */
import type { FoundConditional } from '../dispatch/found.ts';
import { rungs } from '../dispatch/ladders.ts';
import type { TextEdit } from '../model.ts';
import type { If } from '../recognise/syntax.ts';
import { type Written, withImports } from './insert.ts';
import type { FixSite } from './site.ts';
import { indentAt, indented, isFirstOnLine, lineEnd } from './style.ts';
import { fillFirst } from './template.ts';

/** What one of them is to ask, and the lines of its body. */
export interface WrittenHandler {
	readonly test: string | undefined;
	readonly comments: readonly string[];
	readonly action: Written['action'];
}

/** Whether the tests of a ladder are the conditions of handlers. */
export const isOfHandlers = ({ node }: FoundConditional): boolean => node.kind === 'if' && node.isMade === true;

/** New handlers behind one, with the head that it has; undefined where its head or its place leaves no room. */
export function handlerEdits(blocks: readonly WrittenHandler[], model: If, site: FixSite): TextEdit[] | undefined {
	const { text, style } = site;
	const { condition, consequent } = model;
	const head = site.source({ start: model.start, end: condition.start });
	const between = site.source({ start: condition.end, end: consequent.start });
	if (head.includes('\n') || blocks.some(({ test }) => test === undefined)) return undefined;
	const end = site.at(consequent.end);
	const isBraced = text.charAt(site.at(consequent.start)) === '{' && text.charAt(end - 1) === '}';
	const isApart = isFirstOnLine(text, site.at(model.start));
	const at = isBraced ? end : lineEnd(text, end);
	if (!isBraced && text.slice(end, at).trim() !== '') return undefined;
	const indent = indentAt(text, site.at(model.start));
	const parts = blocks.map(({ test, comments, action }) => {
		const first = head + test + between.trimEnd();
		const body = indented([...comments, ...action.lines], style.indent);
		const opened = between.includes('\n') ? [first, '{'] : [`${first} {`];
		const lines = isBraced ? [...opened, ...body, '}'] : [first, ...body];
		return indented(lines, indent).join(style.newline);
	});
	const newText = parts.map((part) => (isApart ? style.newline + part : ` ${part.trimStart()}`)).join('');
	const actions = blocks.flatMap(({ action, test }) => [...action.lines, test ?? '']);
	return withImports([{ start: at, end: at, newText }], actions, site);
}

/**
 * Lines that fail, as the handler that takes the rest may say them: one that gives its exception no name, or another, can
 * only throw on what it has. Undefined where the language has no words for that.
 */
export function linesOfRest(
	{ node }: FoundConditional,
	lines: readonly string[],
	site: FixSite,
): readonly string[] | undefined {
	const [name = ''] = site.subject.match(/[\w$]+/) ?? [];
	const last = node.kind === 'if' ? rungs(node).at(-1) : undefined;
	if (!last?.otherwise) return lines;
	const says = (text: string): boolean => new RegExp(`(?<![\\w$])${name.replace(/\$/g, '\\$')}(?![\\w$])`).test(text);
	const head = site.source({ start: last.consequent.end, end: last.otherwise.start });
	if (says(head) || !lines.some(says)) return lines;
	return fillFirst(site.language.stubs.rethrow, {});
}
