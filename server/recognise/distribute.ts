/** Shares the children of a grammar node out among the parts of its shape. */
import type { Shape } from '../languages/shapes.ts';
import type { Child } from './parts.ts';

/** What a part asks for: a field, a type, a place among the named children, or the rest. */
export interface Matcher {
	readonly field?: number;
	readonly type?: number;
	readonly index?: number;
	readonly rest?: boolean;
}

export interface CompiledShape {
	readonly parts: readonly (readonly [name: string, matchers: readonly Matcher[]])[];
	readonly shape: Shape;
	/** Types of children that a part asks for. */
	readonly asked: ReadonlySet<number>;
	/** The type of nodes that stand between braces without having them. */
	readonly braces?: number;
}

/** Each child to the first part that asks for it. */
export function distribute(
	{ parts: wanted, shape }: CompiledShape,
	children: readonly Child[],
	text: (from: number, to: number) => string,
): Map<string, Child[]> {
	const parts = new Map<string, Child[]>();
	const { behind } = shape as { readonly behind?: Readonly<Record<string, string>> };
	const signs = Object.keys(behind ?? {});
	let last = -1;
	let marked = behind?.[''];
	let index = 0;
	for (const child of children) {
		const at = child.isNamed ? index++ : -1;
		// Signs come in their order: a bracket in what stands behind one is none.
		const sign = child.node || signs.length === 0 ? -1 : signs.indexOf(text(child.start, child.end));
		if (sign > last) {
			last = sign;
			marked = behind?.[signs[sign] ?? ''];
			continue;
		}
		// A field says most, a place among the children least: `for {}` has its body where a condition might stand.
		const asks = (fits: (matcher: Matcher) => boolean) => wanted.find(([, matchers]) => matchers.some(fits))?.[0];
		const part =
			asks((matcher) => matcher.field !== undefined && matcher.field === child.field) ??
			asks((matcher) => matcher.type !== undefined && matcher.type === child.type) ??
			marked ??
			asks((matcher) => matcher.index !== undefined && matcher.index === at && child.field === 0) ??
			asks((matcher) => matcher.index !== undefined && matcher.index === at) ??
			asks((matcher) => matcher.rest === true && child.isNamed);
		if (part === undefined) continue;
		const list = parts.get(part);
		if (list) list.push(child);
		else parts.set(part, [child]);
	}
	return parts;
}
