/** Takes one value out of a test: out of its list or alternatives, or the label that it is. Nothing else goes with it. */
import type { FoundConditional } from '../dispatch/found.ts';
import { rungs } from '../dispatch/ladders.ts';
import type { TextEdit } from '../model.ts';
import type { Arm, Syntax } from '../recognise/syntax.ts';
import { childrenOf } from '../recognise/walk.ts';
import { flat } from './insert.ts';
import type { FixSite } from './site.ts';
import { isFirstOnLine, lineEnd, lineStart } from './style.ts';

/**
 * Edits after which an arm no longer asks for a value, or undefined where the arm is for nothing else: then whatever it
 * does would be lost, or run for other codes.
 */
function removeValue(
	conditional: FoundConditional,
	index: number,
	value: Syntax,
	site: FixSite,
): TextEdit[] | undefined {
	const { node } = conditional;
	if (node.kind === 'switch') {
		const arm = node.arms[index];
		return (
			arm && (fromTest(arm.values, value, site) ?? (arm.guard ? undefined : label(conditional, index, value, site)))
		);
	}
	const condition = node.kind === 'if' ? rungs(node)[index]?.condition : undefined;
	return condition && fromTest([condition], value, site);
}

/** The same for several values, which must stand side by side in one list or in one row of alternatives. */
export function removeValues(
	conditional: FoundConditional,
	index: number,
	values: readonly Syntax[],
	site: FixSite,
): TextEdit[] | undefined {
	const [first] = values;
	if (!first || values.length === 1) return first && removeValue(conditional, index, first, site);
	const { node } = conditional;
	const arm = node.kind === 'switch' ? node.arms[index] : undefined;
	const condition = node.kind === 'if' ? rungs(node)[index]?.condition : undefined;
	const roots = arm ? arm.values : condition ? [condition] : [];
	const path = pathTo(roots, first);
	const list = [...(path ?? [])].reverse().find((part) => part.kind === 'list');
	const row = list?.kind === 'list' ? list.items : roots.length > 1 ? roots : alternatives(path?.[0]);
	const holders = values.map((value) => row.find((item) => pathTo([item], value)));
	const left = row.filter((item) => !holders.includes(item));
	const [one, two] = row;
	const last = row.at(-1);
	if (holders.includes(undefined) || left.length === 0 || !one || !two || !last) return undefined;
	const single = list?.kind === 'list' ? onlyOneLeft(path?.[path.indexOf(list) - 1], list, holders, site) : undefined;
	if (single) return single;
	const separator = site.source({ start: one.end, end: two.start });
	const behind = left.length === 1 ? behindLone(list, site) : '';
	const kept = left.map((item) => site.source(item)).join(separator) + behind;
	const whole = site.source({ start: one.start, end: last.end });
	// What is joined anew must be all that was there: no comments, no brackets around one of them.
	if (row.map((item) => site.source(item)).join(separator) !== whole) return undefined;
	return [{ start: site.at(one.start), end: site.at(last.end), newText: kept }];
}

/** What an `||` joins, however deep. */
const alternatives = (node: Syntax | undefined): readonly Syntax[] =>
	node?.kind === 'binary' && node.operator === '||'
		? [...alternatives(node.left), ...alternatives(node.right)]
		: node
			? [node]
			: [];

/** The same for a value that never gets there: an arm of its own goes too where it does what the arm above does. */
export function removeDead(
	conditional: FoundConditional,
	index: number,
	value: Syntax,
	site: FixSite,
): TextEdit[] | undefined {
	return removeValue(conditional, index, value, site) ?? wholeArm(conditional, index, site);
}

/** `roots`: values side by side, any of which lets one in. */
function fromTest(roots: readonly Syntax[], value: Syntax, site: FixSite): TextEdit[] | undefined {
	const path = pathTo(roots, value);
	if (!path) return undefined;
	for (let i = path.length - 1; i >= 0; i--) {
		const element = path[i];
		const parent = path[i - 1];
		if (!element) return undefined;
		if (!parent) return roots.length > 1 ? fromList(roots, element, site) : undefined;
		if (parent.kind === 'list' && parent.items.length > 1)
			return onlyOneLeft(path[i - 2], parent, [element], site) ?? fromList(parent.items, element, site, parent);
		if (parent.kind === 'binary' && parent.operator === '||') {
			const [start, end] =
				element === parent.left ? [parent.left.start, parent.right.start] : [parent.left.end, parent.right.end];
			return cut(start, end, site);
		}
		// What is negated says something of all other codes.
		if (parent.kind === 'not' || (parent.kind === 'binary' && ['!=', 'not in'].includes(parent.operator)))
			return undefined;
	}
	return undefined;
}

/** From a root down to a node, both included. */
function pathTo(roots: readonly Syntax[], node: Syntax): Syntax[] | undefined {
	for (const root of roots) {
		if (root === node) return [root];
		const below = pathTo(childrenOf(root), node);
		if (below) return [root, ...below];
	}
	return undefined;
}

/** `code == 4300` for `code in (4300,)`: the one value that is left of a tuple is compared with. */
function onlyOneLeft(
	holder: Syntax | undefined,
	list: Syntax & { kind: 'list' },
	removed: readonly (Syntax | undefined)[],
	site: FixSite,
): TextEdit[] | undefined {
	const [left, more] = list.items.filter((item) => !removed.includes(item));
	if (!left || more || !site.source(list).startsWith('(') || site.hasComment(list)) return undefined;
	if (holder?.kind !== 'binary' || holder.right !== list || site.source(holder).startsWith('(')) return undefined;
	const signs = new Map([
		['in', '=='],
		['not in', '!='],
	]);
	const sign = signs.get(holder.operator);
	const newText = ` ${sign} ${site.source(left)}`;
	return sign === undefined ? undefined : [{ start: site.at(holder.left.end), end: site.at(list.end), newText }];
}

/** With the separator before or behind it. `list`: what holds them all, where there is such a node. */
function fromList(items: readonly Syntax[], item: Syntax, site: FixSite, list?: Syntax): TextEdit[] | undefined {
	const at = items.indexOf(item);
	const next = items[at + 1];
	const before = items[at - 1];
	const edits = next ? cut(item.start, next.start, site) : before && cut(before.end, item.end, site);
	const behind = items.length === 2 ? behindLone(list, site) : '';
	if (!edits || !list || behind === '') return edits;
	const last = items.at(-1) as Syntax;
	if (last === item) return edits.map((edit) => ({ ...edit, newText: behind }));
	const isThere = site.source({ start: last.end, end: list.end }).trimStart().startsWith(behind);
	return isThere ? edits : [...edits, { start: site.at(last.end), end: site.at(last.end), newText: behind }];
}

/** What the one item that is left in a list needs behind it: the comma of a tuple. */
const behindLone = (list: Syntax | undefined, site: FixSite): string =>
	(list && site.language.stubs.loneItem[site.source(list).charAt(0)]) ?? '';

/** Undefined where more would go than the value: a comment, or one of two brackets. */
function cut(start: number, end: number, site: FixSite): TextEdit[] | undefined {
	const text = site.source({ start, end });
	if (site.hasComment({ start, end })) return undefined;
	const open = text.match(/[([{]/g)?.length ?? 0;
	const closed = text.match(/[)\]}]/g)?.length ?? 0;
	return open === closed ? [{ start: site.at(start), end: site.at(end), newText: '' }] : undefined;
}

/** One of several labels of the same statements. */
function label({ node, arms }: FoundConditional, index: number, value: Syntax, site: FixSite): TextEdit[] | undefined {
	const arm = arms[index];
	if (node.kind !== 'switch' || !node.fallsThrough || !arm) return undefined;
	const isEmpty = arm.body.length === 0;
	const isShared = index > 0 && arms[index - 1]?.body.length === 0;
	if (!isEmpty && !isShared) return undefined;
	const { text } = site;
	const colon = text.indexOf(':', site.at(value.end));
	const start = site.at(arm.start);
	const limit = arm.body[0] ? site.at(arm.body[0].start) : lineEnd(text, start);
	if (colon === -1 || colon >= limit) return undefined;
	const rest = text.slice(colon + 1, lineEnd(text, colon)).trim();
	const isAlone = rest === '' || rest.startsWith(site.language.comments.line);
	if (isFirstOnLine(text, start) && isAlone) {
		const newline = text.indexOf('\n', colon);
		return newline === -1 ? undefined : [{ start: lineStart(text, start), end: newline + 1, newText: '' }];
	}
	const gap = /^[\t ]*/.exec(text.slice(colon + 1))?.[0] ?? '';
	return [{ start, end: colon + 1 + gap.length, newText: '' }];
}

/** An arm that nothing else gets into, and that says nothing that an earlier arm does not say. */
function wholeArm({ node, arms }: FoundConditional, index: number, site: FixSite): TextEdit[] | undefined {
	if (node.kind !== 'switch') return undefined;
	const arm = node.arms[index] as Arm | undefined;
	const [only] = arm?.values ?? [];
	if (!arm || arm.guard || arm.values.length !== 1 || only?.kind === 'list') return undefined;
	const said = (one: (typeof arms)[number] | undefined): string =>
		(one?.body ?? [])
			.flatMap(flat)
			.map((part) => site.source(part))
			.join('\n');
	const own = said(arms[index]);
	const stays = (body: readonly Syntax[]): boolean => (node.endsArms ? body.length > 0 : leaves(body));
	const isRunInto = node.fallsThrough && index > 0 && !stays(arms[index - 1]?.body ?? []);
	const last = arm.body.flatMap(flat).at(-1);
	const runsOn = node.fallsThrough ? !stays(arm.body) : last?.kind === 'jump' && last.to === 'fallthrough';
	if (isRunInto || runsOn || !arms.slice(0, index).some((earlier) => said(earlier) === own)) return undefined;
	const { text } = site;
	const start = site.at(arm.start);
	const stop = site.at(arm.body.at(-1)?.end ?? arm.end);
	const end = lineEnd(text, stop);
	if (!isFirstOnLine(text, start) || text.slice(start, end).includes(site.language.comments.line)) return undefined;
	if (!/^\s*(?:[;}]\s*)?$/.test(text.slice(stop, end)) || text.slice(stop, end).includes('}')) return undefined;
	const newline = text.indexOf('\n', end);
	return newline === -1 ? undefined : [{ start: lineStart(text, start), end: newline + 1, newText: '' }];
}

function leaves(body: readonly Syntax[]): boolean {
	const last = body.flatMap(flat).at(-1);
	return last?.kind === 'jump' || last?.kind === 'goto' || last?.kind === 'return' || last?.kind === 'throw';
}
