/**
 * Operators between values, in languages whose grammar does not know which of them bind more tightly: what was put
 * together from the left, or from the right, is put together as the language reads it. Words between values are methods,
 * `a -> b` is a pair.
 */
import type { LanguageData } from '../languages/language.ts';
import type { Child, Parts } from './parts.ts';
import { betweenSides, neutralOf } from './parts.ts';
import type { Syntax } from './syntax.ts';

/** Builds `left operator right`. */
export function infix(of: Parts): Syntax {
	const [first] = of.parts.get('left') ?? [];
	const [last] = of.parts.get('right') ?? [];
	const between = () => of.text(first?.end ?? of.start, last?.start ?? of.end).trim();
	return joined(
		closed(of.one('left'), first),
		of.written('operator') || between(),
		closed(of.one('right'), last),
		of.data,
	);
}

/** What stands in brackets stays together: nothing of it is put together anew. */
function closed(node: Syntax, child: Child | undefined): Syntax {
	if (node.infix === undefined || (child && child.start === node.start && child.end === node.end)) return node;
	const { infix: _, ...rest } = node;
	return rest;
}

function joined(left: Syntax, operator: string, right: Syntax, data: LanguageData): Syntax {
	const own = tightness(operator, data);
	const onRight = sidesOf(right, data);
	if (onRight && right.infix !== undefined && tightness(right.infix, data) <= own) {
		const [inner, outer] = onRight;
		return joined(joined(left, operator, inner, data), right.infix, outer, data);
	}
	const onLeft = sidesOf(left, data);
	if (onLeft && left.infix !== undefined && tightness(left.infix, data) < own) {
		const [outer, inner] = onLeft;
		return made(outer, left.infix, joined(inner, operator, right, data), data);
	}
	return made(left, operator, right, data);
}
/** How tightly an operator binds: the place of the first pattern that fits it. */
function tightness(operator: string, { precedence }: LanguageData): number {
	const found = precedence.findIndex((pattern) => new RegExp(pattern).test(operator));
	return found === -1 ? precedence.length : found;
}

/** What stands on both sides of the operator by which a node was put together. */
function sidesOf(node: Syntax, data: LanguageData): readonly [Syntax, Syntax] | undefined {
	if (node.infix === undefined) return undefined;
	if (node.kind === 'binary')
		return data.operators[node.infix] === 'contains' ? [node.right, node.left] : [node.left, node.right];
	if (node.kind === 'range' && node.from && node.to) return [node.from, node.to];
	if (node.kind === 'pair') return [node.key, node.value];
	const [only] = node.kind === 'assign' ? node.values : node.kind === 'call' ? node.args : [];
	const [target] = node.kind === 'assign' ? node.targets : [];
	const from = node.kind === 'call' && node.callee.kind === 'member' ? node.callee.object : target;
	return from && only ? [from, only] : undefined;
}

function made(left: Syntax, operator: string, right: Syntax, data: LanguageData): Syntax {
	const spot = { start: left.start, end: right.end, infix: operator };
	if (/^\w+$/.test(operator) && data.operators[operator] === undefined) {
		const { start, end } = spot;
		const callee: Syntax = { kind: 'member', start, end, object: left, property: operator };
		return { kind: 'call', ...spot, callee, args: [right] };
	}
	const meaning = data.operators[operator];
	if (meaning === 'pair') return { kind: 'pair', ...spot, key: left, value: right };
	if (meaning === 'range' || meaning === 'open range')
		return { kind: 'range', ...spot, from: left, to: right, isOpen: meaning === 'open range' };
	// `4000...4999 ~= code`
	if (meaning === 'contains') return { kind: 'binary', ...spot, operator: 'in', left: right, right: left };
	const neutral = neutralOf(operator, data);
	if (neutral === 'other' && /^[^\w=<>!]+=$/.test(operator))
		return { kind: 'assign', ...spot, targets: [left], values: [right], declares: false, plain: false, type: '' };
	return { kind: 'binary', ...spot, operator: betweenSides(neutral), left, right };
}
