/** `a && b` where it is no condition but a statement, in languages that say so. */
import type { Binary, Syntax } from './syntax.ts';

export const isLogic = (node: Syntax): node is Binary & { readonly operator: '&&' | '||' } =>
	node.kind === 'binary' && (node.operator === '&&' || node.operator === '||');

/** `a && b` as a statement: `b` is done where `a` holds. What only asks stays what it is. */
export function asStatement(node: Syntax): Syntax {
	if (node.kind !== 'binary' || !isLogic(node) || asksOnly(node.right)) return node;
	const { start, end, right } = node;
	const block = (of: Syntax): Syntax =>
		of.kind === 'block' ? of : { kind: 'block', start: of.start, end: of.end, statements: [asStatement(of)] };
	const { left } = node;
	if (node.operator === '&&') return { kind: 'if', start, end, condition: left, consequent: block(right), short: true };
	// `a && b || c`
	if (isLogic(left) && left.operator === '&&' && !asksOnly(left.right))
		return {
			...{ kind: 'if', start, end, condition: left.left, consequent: block(left.right) },
			...{ otherwise: block(right), short: true },
		};
	const condition: Syntax = { kind: 'not', start: left.start, end: left.end, operand: left };
	return { kind: 'if', start, end, condition, consequent: block(right), short: true };
}

const asksOnly = (node: Syntax): boolean =>
	node.kind === 'not' ? asksOnly(node.operand) : node.kind === 'binary' && (!isLogic(node) || asksOnly(node.right));
