/** Builds strings: what stands between their marks, and what is put into them. */
import type { Parts } from './parts.ts';
import type { Syntax, Text } from './syntax.ts';

/** How many marks a text has at either end that the grammar gives as one. */
const marked = (written: string): number => /^("{3}|'{3}|["'])[\s\S]*\1$/.exec(written)?.[1]?.length ?? 0;

/** The literal pieces of a template, joined. */
function withoutHoles(
	holes: readonly { readonly start: number; readonly end: number }[],
	inner: Text['inner'],
	text: (from: number, to: number) => string,
): string {
	let at = inner.start;
	let value = '';
	for (const hole of holes) {
		value += text(at, hole.start);
		at = hole.end;
	}
	return value + text(at, inner.end);
}

/** Names in a text that the grammar leaves in it: `"code $code"`. */
function namedHoles({ shape, text }: Parts, { start, end }: Text['inner']): Syntax[] {
	if (typeof shape.inline !== 'string') return [];
	return [...text(start, end).matchAll(new RegExp(shape.inline, 'g'))].map(([whole, name = ''], i, all): Syntax => {
		const from = start + (all[i]?.index ?? 0);
		return { kind: 'name', start: from, end: from + whole.length, text: name };
	});
}

/** A string, with what is put into it. */
export function textOf(of: Parts): Syntax | undefined {
	const { shape, children, start, end, text } = of;
	// A string whose end is missing, or that the grammar gives without its marks, has nothing between them.
	const from = typeof shape.opens === 'number' ? start + shape.opens : (children[0]?.end ?? start);
	const [content] = of.parts.get('content') ?? [];
	const bare = children.length === 0 && shape.opens === undefined ? marked(text(start, end)) : 0;
	const inner = content
		? { start: content.start, end: content.end }
		: bare > 0
			? { start: start + bare, end: end - bare }
			: { start: from, end: Math.max(from, children.at(-1)?.start ?? end) };
	const named = namedHoles(of, inner);
	const holes = [...of.all('holes'), ...named].sort((a, b) => a.start - b.start);
	const cut = [...(of.parts.get('holes') ?? []).filter(({ node }) => node !== undefined), ...named].sort(
		(a, b) => a.start - b.start,
	);
	const value = cut.length > 0 ? withoutHoles(cut, inner, text) : text(inner.start, inner.end);
	const [only] = holes;
	// `'$code'` is the code.
	if (shape.alone === true && only && holes.length === 1 && value === '') return { ...only, written: { start, end } };
	return { kind: 'text', start, end, value, inner, holes };
}
