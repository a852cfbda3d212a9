/**
 * Jumps that count what they leave (`break 2`, `continue 2`), in languages where a switch counts as a loop does: each is
 * given the label of the loop that it means, or is the break that it comes to.
 */
import { childrenOf, type Jump, type Loop, type Switch, type Syntax } from './syntax.ts';

type Changing<T> = { -readonly [K in keyof T]: T[K] };

/** The jumps in a loop or switch that mean it, by how many they leave, are bound to it. Their nodes are changed in place. */
export function bindJumps<T extends Loop | Switch>(around: T): T {
	const bound: Changing<Jump>[] = [];
	const visit = (node: Syntax, depth: number): void => {
		if (node.kind === 'function' || node.kind === 'type') return;
		if (node.kind === 'jump' && Number(node.label ?? 1) === depth) bound.push(node);
		const inner = node.kind === 'loop' || node.kind === 'switch' ? depth + 1 : depth;
		for (const child of childrenOf(node)) visit(child, inner);
	};
	for (const child of childrenOf(around)) visit(child, 1);
	const counted = bound.filter(({ label }) => label !== undefined && label !== '1');
	for (const jump of bound) {
		// To go on with a switch is to leave it.
		if (around.kind === 'switch') jump.to = 'break';
		if (jump.label === '1') delete jump.label;
	}
	if (counted.length === 0) return around;
	const label = `@${around.start}`;
	for (const jump of counted) jump.label = label;
	return around.kind === 'loop' ? { ...around, label } : around;
}
