/**
 * Operators between values, in languages whose grammar does not know which of them bind more tightly: what was put
 * together from the left is put together as the language reads it. Words between values are methods, `a -> b` is a pair.
 */
import type { LanguageData } from '../languages/language.ts';
import type { Parts } from './parts.ts';
import { neutralOf } from './parts.ts';
import type { Operator, Syntax } from './syntax.ts';

const COMPARING: readonly Operator[] = ['==', '!=', '<', '<=', '>', '>=', '&&', '||', 'in', 'not in', 'is a'];

/** Builds `left operator right`. */
export function infix(of: Parts): Syntax {
	const [first] = of.parts.get('left') ?? [];
	const left = of.one('left');
	// What stands in brackets stays together.
	const isOpen = first !== undefined && first.start === left.start && first.end === left.end;
	return joined(left, of.written('operator'), of.one('right'), isOpen, of.data);
}

function joined(left: Syntax, operator: string, right: Syntax, isOpen: boolean, data: LanguageData): Syntax {
	const sides = isOpen && left.infix !== undefined ? sidesOf(left) : undefined;
	if (sides && left.infix !== undefined && tightness(left.infix, data) < tightness(operator, data)) {
		const [outer, inner] = sides;
		// Whether the inner side stands in brackets is no longer known; its own operator says enough.
		return made(outer, left.infix, joined(inner, operator, right, true, data), data);
	}
	return made(left, operator, right, data);
}

/** How tightly an operator binds: the place of the first pattern that fits it. */
function tightness(operator: string, { precedence }: LanguageData): number {
	const found = precedence.findIndex((pattern) => new RegExp(pattern).test(operator));
	return found === -1 ? precedence.length : found;
}

function sidesOf(node: Syntax): readonly [Syntax, Syntax] | undefined {
	if (node.kind === 'binary') return [node.left, node.right];
	if (node.kind === 'pair') return [node.key, node.value];
	const [only] = node.kind === 'assign' ? node.values : node.kind === 'call' ? node.args : [];
	const [target] = node.kind === 'assign' ? node.targets : [];
	const from = node.kind === 'call' && node.callee.kind === 'member' ? node.callee.object : target;
	return from && only ? [from, only] : undefined;
}

function made(left: Syntax, operator: string, right: Syntax, data: LanguageData): Syntax {
	const spot = { start: left.start, end: right.end, infix: operator };
	if (operator === data.pairSign) return { kind: 'pair', ...spot, key: left, value: right };
	if (/^\w+$/.test(operator)) {
		const { start, end } = spot;
		const callee: Syntax = { kind: 'member', start, end, object: left, property: operator };
		return { kind: 'call', ...spot, callee, args: [right] };
	}
	const neutral = neutralOf(operator, data);
	if (neutral === 'other' && /^[^\w=<>!]+=$/.test(operator))
		return { kind: 'assign', ...spot, targets: [left], values: [right], declares: false, plain: false, type: '' };
	return { kind: 'binary', ...spot, operator: COMPARING.find((one) => one === neutral) ?? 'other', left, right };
}
