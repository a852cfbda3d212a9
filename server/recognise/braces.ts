/**
 * Blocks of grammars in which braces are none of theirs: `{`, `statements` and `}` are three children side by side, and
 * between empty braces there is nothing at all.
 */
import type { Child } from './parts.ts';

/** The children with each pair of braces as one block. `type`: of the nodes between braces. */
export function braced(children: readonly Child[], type: number, text: (from: number, to: number) => string): Child[] {
	const found: Child[] = [];
	let open: { readonly child: Child; readonly at: number } | undefined;
	for (const child of children) {
		const sign = child.isNamed || child.node ? '' : text(child.start, child.end);
		if (sign === '{' && !open) open = { child, at: found.length };
		else if (sign !== '}' || !open) found.push(child);
		else {
			const { start } = open.child;
			const { end } = child;
			const at = found.findIndex((one, i) => i >= (open?.at ?? 0) && one.type === type);
			const inner = found[at];
			const statements = inner?.node?.kind === 'block' ? inner.node.statements : [];
			const block: Child = {
				...(inner ?? { field: 0, type, isNamed: true }),
				...{ start, end, node: { kind: 'block', start, end, statements } },
			};
			if (inner) found[at] = block;
			else found.push(block);
			open = undefined;
		}
	}
	return found;
}
