/** Builds loops: over items, or round again while something holds. */
import type { LanguageData } from '../languages/language.ts';
import { conditionOf } from './branches.ts';
import { withJumps } from './jumps.ts';
import { items, optional, type Parts } from './parts.ts';
import { pathText } from './pathText.ts';
import type { Syntax } from './syntax.ts';

/** What a for-each goes over, without the call that gives it the items one by one: `codes` of `_, code in ipairs(codes)`. */
function gone(node: Syntax, data: LanguageData): Syntax {
	const { iterators } = data.lexicon;
	if (iterators.length === 0) return node;
	if (node.kind === 'other' && node.children.length > 1)
		return {
			...node,
			children: [...node.children.slice(0, -1), ...node.children.slice(-1).map((one) => gone(one, data))],
		};
	const [only] = items([node]);
	const [of] = only?.kind === 'call' && iterators.includes(pathText(only.callee)) ? only.args : [];
	return of ?? (node.kind === 'list' && node.items.length === 1 && only ? only : node);
}

/** Whether a for-each goes over numbers: `range(3)`, Go's `range 3`. */
function counts(over: Syntax | undefined, data: LanguageData): boolean {
	if (over?.kind === 'number' || over?.kind === 'range') return true;
	if (over?.kind === 'call') {
		const { callee } = over;
		const { counters } = data.lexicon;
		// `1 to 3`
		if (callee.kind === 'member' && counters.includes(`.${callee.property}`)) return true;
		return counters.includes(pathText(callee));
	}
	return over?.kind === 'other' && counts(over.children.at(-1), data);
}

/** A loop over items, or one that goes round while something holds. */
export function loopOf(of: Parts): Syntax | undefined {
	const { shape, data, start, end } = of;
	const [own] = of.all('head');
	// What stands in its brackets is a node of its own.
	if (own?.kind === 'loop') return withJumps(data, { ...own, start, end, body: of.body('body') });
	const head = [...of.all('each'), ...of.all('head')].map((node) => gone(node, data));
	const isEach = (shape.mode === 'each' || (of.parts.get('each') ?? []).length > 0) && !counts(head.at(-1), data);
	return withJumps(data, {
		kind: 'loop',
		start,
		end,
		mode: isEach ? 'each' : 'repeat',
		...optional('label', of.written('label').replace(/@$/, '') || undefined),
		head,
		...optional('condition', of.maybe('condition') && conditionOf(of)),
		body: of.body('body'),
		...optional('otherwise', of.maybe('else')),
	});
}
