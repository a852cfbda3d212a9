/**
 * What has to hold, and the branches of an `if`. Where a word ends a branch and no bracket holds it, comments behind its
 * last statement, or alone in an empty one, are siblings in the tree and belong to it.
 */

import { inClauses } from './clauses.ts';
import { apart } from './declare.ts';
import { loosePattern } from './loosePatterns.ts';
import { asBlock, type Parts } from './parts.ts';
import { asked } from './patterns.ts';
import type { Block, If, Syntax } from './syntax.ts';

/** What runs where the condition holds, and the other branches, each with its comments. */
export function branchesOf(of: Parts): { readonly consequent: Block; readonly others: readonly Syntax[] } {
	const { otherwise } = of.shape;
	const word = of.children.find((child) => of.text(child.start, child.end) === otherwise);
	if (word) {
		// Both branches are children of one kind.
		const blocks = [...of.all('then'), ...of.all('else')];
		const [then] = blocks.filter(({ start }) => start < word.start);
		const { start, end } = word;
		const consequent = asBlock(then ?? { kind: 'block', start, end: start, statements: [] });
		return { consequent, others: blocks.filter((block) => block.start >= end) };
	}
	const consequent = of.body('then');
	const others = of.all('else');
	const condition = of.parts.get('condition')?.at(-1);
	if (of.shape.ends === undefined) {
		if ((of.parts.get('then') ?? []).length > 0 || !condition) return { consequent, others };
		// Nothing stands between the condition and the next branch but what is said of it.
		const [next] = of.parts.get('else') ?? [];
		return { consequent: { ...consequent, start: condition.end, end: next?.start ?? condition.end }, others };
	}
	const opened = of.children.find((child) => !child.isNamed && child.start >= (condition?.end ?? of.start));
	const { end } = opened ?? of;
	const isEmpty = (of.parts.get('then') ?? []).length === 0;
	const branches: Syntax[] = [isEmpty ? { ...consequent, start: end, end } : consequent];
	for (const child of of.children) {
		if (child.node && of.parts.get('else')?.includes(child)) branches.push(child.node);
		const last = branches.at(-1);
		const isComment = !child.node && of.text(child.start, child.end).startsWith(of.data.comments.line);
		if (last && isComment && child.start >= end) branches[branches.length - 1] = upTo(last, child.end);
	}
	const [first = consequent, ...rest] = branches;
	return { consequent: asBlock(first), others: rest };
}

/** A branch that reaches further. */
const upTo = (branch: Syntax, end: number): Syntax =>
	branch.kind === 'if' ? { ...branch, end, consequent: { ...branch.consequent, end } } : { ...branch, end };

/** `if (reply.code case 4100 || 4101 when again)` */
function fitted(subject: Syntax, of: Parts): Syntax {
	const pattern = loosePattern(of, 'pattern');
	const nothing: Syntax = { kind: 'constant', start: subject.end, end: subject.end, value: 'null' };
	const fits: Syntax = pattern
		? asked(pattern, subject)
		: { kind: 'binary', start: subject.start, end: subject.end, operator: '!=', left: subject, right: nothing };
	const guard = of.maybe('guard');
	if (!guard) return fits;
	return { kind: 'binary', start: fits.start, end: guard.end, operator: '&&', left: fits, right: guard };
}

/** What has to hold: of `unless`, the opposite of what is written. */
export function conditionOf(of: Parts): Syntax {
	const written = inClauses(of).condition ?? apart(of.one('condition')).asked ?? of.one('condition');
	const condition = of.parts.has('pattern') ? fitted(written, of) : written;
	if (of.shape.negated !== true) return condition;
	return { kind: 'not', start: condition.start, end: condition.end, operand: condition };
}

/** How many of a list are put into one another: no stack holds what a generator writes (see `DEEPEST` in `lower.ts`). */
export const LONGEST_CHAIN = 800;

/** `elif`, `elif`, `else` as one chain. */
export function ladder(alternatives: readonly Syntax[]): Syntax | undefined {
	const cut = alternatives[LONGEST_CHAIN];
	const end: Syntax | undefined = cut && { kind: 'other', start: cut.start, end: cut.end, children: [] };
	return alternatives.slice(0, LONGEST_CHAIN).reduceRight<Syntax | undefined>((rest, node) => {
		if (node.kind !== 'if') return rest ?? asBlock(node);
		if (!rest) return node;
		const joined: If = { ...node, otherwise: rest };
		return joined;
	}, end);
}
