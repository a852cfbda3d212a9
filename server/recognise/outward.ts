/**
 * What a grammar binds closer than its language does, put right: `!codes` of `!codes.contains(code)`, the first of two
 * conditions in a row; and what it calls that is none: an index beside what it is of, a sign before a bracket; and words that
 * it takes for names.
 */
import { items, Parts, SEQUENCE } from './parts.ts';
import type { Syntax } from './syntax.ts';

/** Builds a node so that a sign before its first part, or a choice that is its condition, goes around it. */
export function outward(of: Parts, build: (of: Parts) => Syntax | undefined): Syntax | undefined {
	const [name, [first, ...rest] = []] = [...of.parts].find(([part]) => FIRST.has(part)) ?? [];
	const inner = first?.node;
	if (name === undefined || !first || !inner || inner.start !== first.start || inner.end !== first.end)
		return build(of);
	const { start, end } = of;
	const around = (node: Syntax): Parts =>
		new Parts({
			...partsOf(of),
			start: node.start,
			parts: new Map([...of.parts, [name, [{ ...first, start: node.start, node }, ...rest]]]),
		});
	if (inner.kind === 'not' && name !== 'condition') {
		const operand = build(around(inner.operand));
		return operand && { kind: 'not', start, end, operand };
	}
	if (inner.kind === 'ternary' && name === 'condition') {
		const otherwise = build(around(inner.otherwise));
		return otherwise && { ...inner, start, end, otherwise };
	}
	return build(of);
}

/** What stands first in a node. */
const FIRST: ReadonlySet<string> = new Set(['object', 'callee', 'condition']);

const partsOf = ({ shape, data, parts, children, start, end, text }: Parts) => ({
	...{ shape, data, parts, children, start, end, text },
});

/** `codes[4100]` and `!(code == 4100)`, which a grammar takes for calls; undefined for one that is. */
export function indexed(of: Parts): Syntax | undefined {
	if (of.shape.suffixed !== true) return undefined;
	const { start, end } = of;
	const object = of.one('callee');
	const [index, ...more] = given(of);
	if (object.kind === 'name' && of.operator(object.text) === 'not' && index)
		return { kind: 'not', start, end, operand: index };
	if (!index || !of.written('args').startsWith('[')) return undefined;
	const made: Syntax = { kind: 'index', start, end, object, index };
	// `handlers[code, default: unknown]`
	const [other] = more;
	if (other?.kind !== 'pair') return made;
	return { kind: 'binary', start, end, operator: '||', left: made, right: other.value };
}

/** What a call is given, lists within the list taken apart. */
export const given = (of: Parts): readonly Syntax[] =>
	items(of.all('args')).flatMap((node) => (node.kind === 'list' && node.type === SEQUENCE ? node.items : [node]));

/** Words that a grammar takes for names: `null`, `break`. */
export function worded(name: Syntax & { kind: 'name' }, words: unknown): Syntax {
	const meaning = (words as Readonly<Record<string, string>> | undefined)?.[name.text];
	const { start, end } = name;
	if (meaning === 'break' || meaning === 'continue' || meaning === 'fallthrough')
		return { kind: 'jump', start, end, to: meaning };
	if (meaning === 'null' || meaning === 'true' || meaning === 'false')
		return { kind: 'constant', start, end, value: meaning };
	return name;
}
