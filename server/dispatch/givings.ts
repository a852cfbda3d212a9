/**
 * Which of several values a name stands for at a place: `e` of two `if e, ok := …` one after the other is two errors, and
 * a reply that is asked for anew is another reply.
 */
import type { Syntax } from '../recognise/syntax.ts';
import { childrenOf } from '../recognise/walk.ts';
import { type Stretches, stretched } from './stretches.ts';

/** One value that a name is given, and where it holds: from behind the assignment to the end of the block around. */
export interface Giving {
	readonly start: number;
	readonly end: number;
	/** Undefined for an item of a loop, or where the value is not written down. */
	readonly value: Syntax | undefined;
}

/** The names and values of an assignment or a loop, and of a switch, with the arm where each holds. */
export type Bound = (
	node: Syntax & { kind: 'assign' | 'loop' | 'switch' },
) => Iterable<readonly [name: string, value: Syntax | undefined, within?: Syntax]>;

/**
 * The values of these names in a function's body, nested functions and types left out. Of those around a place the
 * innermost holds there: the last that was given in a block around it.
 */
export function givingsOf(
	body: readonly Syntax[],
	names: ReadonlySet<string>,
	bound: Bound,
): ReadonlyMap<string, Stretches<Giving>> {
	const found = new Map<string, Giving[]>();
	const visit = (node: Syntax, end: number): void => {
		if (node.kind === 'function' || node.kind === 'type') return;
		if (node.kind === 'assign' || node.kind === 'loop' || node.kind === 'switch')
			for (const [name, value, within] of bound(node)) {
				if (!names.has(name)) continue;
				const giving: Giving = within
					? { start: within.start, end: within.end, value }
					: node.kind === 'loop'
						? { start: node.body.start, end: node.end, value }
						: { start: node.end, end, value };
				const before = found.get(name);
				if (before) before.push(giving);
				else found.set(name, [giving]);
			}
		const isOpen = node.kind === 'block' && node.declares === true;
		const inner = BLOCKS.has(node.kind) && !isOpen ? node.end : end;
		for (const child of childrenOf(node)) visit(child, inner);
	};
	const end = Number.POSITIVE_INFINITY;
	for (const node of body) visit(node, end);
	return stretched(found);
}

/** What a name that is declared in one of these is gone behind it. */
const BLOCKS: ReadonlySet<Syntax['kind']> = new Set(['block', 'if', 'switch', 'arm', 'loop', 'handler', 'try']);
