/** Builds what operators say: comparisons, logic, signs, and what some make of their sides. */
import { LONGEST_CHAIN } from './branches.ts';
import { answered } from './callForms.ts';
import { appended } from './messages.ts';
import { betweenSides, type Parts, wide } from './parts.ts';
import { asked, bound, capture } from './patterns.ts';
import type { Syntax } from './syntax.ts';
import { headCompared, streamed, withoutZero } from './textForms.ts';
import { placed } from './textPatterns.ts';

const isBound = (operator: string): operator is '<' | '<=' | '>' | '>=' | 'in' | 'not in' | 'is a' =>
	/^(?:[<>]=?|in|not in|is a)$/.test(operator);

/** Nodes joined from the left; undefined where damaged source left none. */
export function joined(nodes: readonly Syntax[], join: (left: Syntax, right: Syntax) => Syntax): Syntax | undefined {
	const [first, ...rest] = nodes.slice(0, LONGEST_CHAIN);
	return first && rest.reduce(join, first);
}

/** What an operator makes of its sides that asks nothing: a table's entry, a range. */
function joinedAs(operator: string | undefined, of: Parts): Syntax | undefined {
	const { start, end } = of;
	if (operator === 'pair') return { kind: 'pair', start, end, key: of.one('left'), value: of.one('right') };
	if (operator !== 'range' && operator !== 'open range') return undefined;
	return { kind: 'range', start, end, from: of.one('left'), to: of.one('right'), isOpen: operator === 'open range' };
}

/** An operator between two sides, as what it asks or makes. */
export function binaryOf(of: Parts): Syntax | undefined {
	const { shape, data, start, end, text } = of;
	// Brackets around the sides are no part of them.
	const [leftSide] = of.parts.get('left') ?? [];
	const [rightSide] = of.parts.get('right') ?? [];
	const between = () => text(leftSide?.end ?? end, rightSide?.start ?? end).trim();
	const spelling = shape.operator === undefined ? between() : of.written('operator');
	const meaning = data.operators[spelling];
	const made = joinedAs(meaning, of);
	if (made) return made;
	if (meaning === 'is not a') {
		const asks: Syntax = {
			kind: 'binary',
			start,
			end,
			operator: 'is a',
			left: of.one('left'),
			right: of.one('right'),
		};
		return { kind: 'not', start, end, operand: asks };
	}
	const known = betweenSides(of.operator(spelling));
	const left = of.one('left');
	const name = of.maybe('name');
	// `e instanceof ApiException failure`: asks, and gives it a name
	if (name) return asked(capture({ start, end }, name, of.written('right')), left);
	const right = of.one('right');
	const stream =
		known === 'other'
			? (streamed(left, right, of.data) ?? appended(left, of.written('operator'), right, of.data))
			: undefined;
	const compared: Syntax & { kind: 'binary' } = { kind: 'binary', start, end, operator: known, left, right };
	const head = headCompared(compared, of.data);
	if (head) return head;
	const plain = withoutZero(compared);
	return stream ?? answered(plain.kind === 'binary' ? placed(plain, of.data) : plain);
}

/** `4000 <= code < 5000`: each operator with its neighbours, all of which have to hold. */
export function comparisonOf(of: Parts): Syntax | undefined {
	const { start, end, text } = of;
	const operands = of.all('*');
	const operators = (of.parts.get('operators') ?? []).map((child) => of.operator(text(child.start, child.end)));
	const pairs = operators.flatMap((op, i): Syntax[] => {
		const left = operands[i];
		const right = operands[i + 1];
		if (!left || !right || op === 'not' || op === 'minus' || op === 'pass') return [];
		return [{ kind: 'binary', start: left.start, end: right.end, operator: op, left, right }];
	});
	const both = joined(pairs, (left, right) => ({
		kind: 'binary',
		start: left.start,
		end: right.end,
		operator: '&&',
		left,
		right,
	}));
	return both ?? { kind: 'other', start, end, children: operands };
}

/** An operator before its operand. */
export function unaryOf(of: Parts): Syntax | undefined {
	const { start, end, text } = of;
	const spelling = of.written('operator') || text(start, (of.parts.get('operand') ?? [])[0]?.start ?? end).trim();
	const operand = of.one('operand');
	const neutral = of.operator(spelling);
	if (neutral === 'not') return { kind: 'not', start, end, operand };
	if (neutral === 'pass') {
		const passed = wide(operand, start, end);
		if (spelling === '.' && passed.kind === 'name') return { ...passed, isMember: true };
		return spelling === '*' ? { ...passed, isTarget: true } : passed;
	}
	// `-EINVAL`: what a constant stands for is below zero.
	if (neutral === 'minus' && operand.kind === 'name' && /^[A-Z][A-Z0-9_]*$/.test(operand.text))
		return { kind: 'number', start, end, text: `-${operand.text}` };
	if (neutral === 'minus' && operand.kind === 'number') return { kind: 'number', start, end, text: `-${operand.text}` };
	return { kind: 'other', start, end, children: [operand] };
}

/** A pattern that is an operator and a value: `>= 4000`, `!is ApiException`. */
export function boundOf(of: Parts): Syntax | undefined {
	const { data, start, end, text } = of;
	const value = of.one('value');
	const spelling = text(start, value.start).trim();
	const operator = of.operator(spelling);
	// `!is ApiException`
	const not = data.operators[spelling] === 'is not a';
	const pattern = bound({ start, end }, not ? 'is a' : isBound(operator) ? operator : 'other', value);
	return not ? { kind: 'not', start, end, operand: pattern } : pattern;
}
