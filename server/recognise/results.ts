/**
 * Values that nobody says are given: that of a conditional (`return switch (code) { … }`, `val text = when (code) { … }`),
 * and of a function's last expression in languages where that is its result. What is done with the value is put into each
 * branch instead, so that a conditional is one wherever it stands.
 */
import { asBlock } from './parts.ts';
import type { Syntax } from './syntax.ts';
import { childrenOf } from './walk.ts';

/** Does with the value of a branch what is done with that of the whole. */
type Use = (value: Syntax) => Syntax;

/** What an expression is that is given back. */
export const returned: Use = (value) => ({ kind: 'return', start: value.start, end: value.end, values: [value] });

/** The conditional as a statement whose branches use their values; undefined for what is none. */
export function used(value: Syntax | undefined, use: Use): Syntax | undefined {
	return value?.kind === 'switch' || value?.kind === 'if' || value?.kind === 'try' ? branch(value, use) : undefined;
}

/** A function's result, where its body is a conditional. */
export function resultOf(body: Syntax): Syntax {
	const given = used(body, returned);
	return given ? asBlock(given) : body;
}

/** A function's body with the returns that nobody wrote. */
export const withResult = (body: Syntax): Syntax => branch(body, returned);

function branch(node: Syntax, use: Use): Syntax {
	switch (node.kind) {
		case 'switch':
			return { ...node, arms: node.arms.map((arm) => ({ ...arm, body: inLast(arm.body, use) })) };
		case 'if':
			return {
				...node,
				consequent: branch(asBlock(node.consequent), use),
				...(node.otherwise && { otherwise: branch(node.otherwise, use) }),
			};
		case 'try':
			return {
				...node,
				body: branch(asBlock(node.body), use),
				handlers: node.handlers.map((handler) => ({ ...handler, body: branch(asBlock(handler.body), use) })),
			};
		case 'block':
			return { ...node, statements: inLast(node.statements, use) };
		case 'return':
			return node.yielded ? use(node.values[0] ?? node) : node;
		case 'function':
			// Without a name it is a value.
			return node.name === '' ? use(node) : node;
		case 'throw':
		case 'jump':
		case 'loop':
		case 'assign':
		case 'type':
		case 'import':
		case 'nothing':
			return node;
		default:
			return use(node);
	}
}

/** The last statement gives the value, and so does whatever says that it does: `yield text;`. */
const inLast = (statements: readonly Syntax[], use: Use): readonly Syntax[] =>
	statements.map((node, i) => (i === statements.length - 1 || yields(node) ? branch(node, use) : node));

const yields = (node: Syntax): boolean =>
	node.kind === 'return'
		? node.yielded === true
		: ['if', 'block', 'arm', 'try', 'loop'].includes(node.kind) && childrenOf(node).some(yields);
