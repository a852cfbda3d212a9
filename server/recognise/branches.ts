/**
 * The branches of an `if` that a word ends and no bracket holds: comments behind the last statement of a branch, or alone
 * in an empty one, are siblings in the tree and belong to it.
 */
import { asBlock, type Parts } from './parts.ts';
import type { Block, Syntax } from './syntax.ts';

/** What runs where the condition holds, and the other branches, each with its comments. */
export function branchesOf(of: Parts): { readonly consequent: Block; readonly others: readonly Syntax[] } {
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
