/** Builds the words of languages of commands: texts with and without marks, what variables stand for, comparisons. */
import { compared, existing, globbed, regrouped, sought } from './commandTests.ts';
import type { Parts } from './parts.ts';
import type { Syntax, Text } from './syntax.ts';

/** A text between marks or without; where it is one expression alone, that. */
export function quoted(of: Parts): Syntax {
	const { shape, children, start, end, text } = of;
	const marks = typeof shape.marks === 'number' ? shape.marks : undefined;
	const from = marks === undefined ? (children[0]?.end ?? start) : start + marks;
	const to = marks === undefined ? (children.at(-1)?.start ?? end) : end - marks;
	const inner = { start: from, end: Math.max(from, to) };
	const holes = of.all('holes').map((hole) => trimmed(hole, text));
	const [only, ...others] = holes;
	let value = '';
	let at = inner.start;
	for (const hole of of.parts.get('holes') ?? []) {
		// Some grammars take the space before a variable for a part of it.
		const space = /^\s*/.exec(text(hole.start, hole.end))?.[0].length ?? 0;
		value += text(at, hole.start + space);
		at = hole.end;
	}
	value += text(at, inner.end);
	if (shape.alone === true && only && others.length === 0 && value === '') return { ...only, written: { start, end } };
	const whole: Text = { kind: 'text', start, end, value, inner, holes };
	return shape.glob === true && holes.length === 0 ? globbed(whole) : whole;
}

/** What is written of an expression, without space before it. */
function trimmed(node: Syntax, text: Parts['text']): Syntax {
	const { written } = node;
	if (!written) return node;
	const space = /^\s*/.exec(text(written.start, written.end))?.[0].length ?? 0;
	return space === 0 ? node : { ...node, written: { start: written.start + space, end: written.end } };
}

/** A word without marks whose `*` stand for anything, where patterns are asked for. */
export const unquoted = (node: Syntax): Syntax =>
	node.kind === 'text' && node.holes.length === 0 && node.inner.start === node.start && !node.open
		? globbed(node)
		: node;

/** What stands on the right, which may be several words: `*" $code "*`. */
function joinedSide(of: Parts): Syntax {
	const [only, ...others] = of.all('right');
	if (!only || others.length === 0) return only ? unquoted(only) : of.one('right');
	const nodes = [only, ...others];
	const { start } = only;
	const end = others.at(-1)?.end ?? of.end;
	const value = nodes.map((node) => (node.kind === 'text' ? `${node.value}${node.open ? '*' : ''}` : '')).join('');
	const holes = nodes.flatMap((node) => (node.kind === 'text' ? node.holes : [node]));
	const whole: Text = { kind: 'text', start, end, value, inner: { start, end }, holes };
	return holes.length === 0 ? globbed(whole) : whole;
}

/** `x"$code" = x4100`, as it was written when an empty text was no operand. */
function unprefixed(left: Syntax, right: Syntax): [Syntax, Syntax] {
	const [code, ...others] = left.kind === 'text' ? left.holes : [];
	if (left.kind !== 'text' || right.kind !== 'text' || !code || others.length > 0) return [left, right];
	if (!/^\w$/.test(left.value) || !right.value.startsWith(left.value) || right.holes.length > 0) return [left, right];
	const start = right.inner.start + 1;
	return [code, plain(start, right.inner.end, right.value.slice(1))];
}

export function asking(of: Parts): Syntax {
	const { start, end, shape, data } = of;
	const operand = of.maybe('operand');
	const sign = of.written('operator') || (operand ? of.text(start, operand.start).trim() : '');
	const operator = data.operators[sign] ?? 'other';
	if (operand) {
		if (operator === 'not') return { kind: 'not', start, end, operand };
		if (operator === 'minus' && operand.kind === 'number')
			return { kind: 'number', start, end, text: `-${operand.text}` };
		return existing(operator, operand, start) ?? { kind: 'other', start, end, children: [operand] };
	}
	const [left, right] = unprefixed(of.one('left'), joinedSide(of));
	if (right.kind === 'list' && (operator === '==' || operator === '!='))
		return compared(operator === '==' ? 'in' : 'not in', left, right);
	const binary = compared(operator, left, right);
	return (
		sought(operator, left, right, { start, end }) ??
		(shape.regroup === true && binary.kind === 'binary' ? regrouped(binary) : binary)
	);
}
/** `${code:-0}`, `${code%%.*}`, `${NAMES[$code]}` */
export function expansion(of: Parts): Syntax {
	const { start, end, data, children, text } = of;
	const [name] = of.all('of');
	if (!name) return { kind: 'other', start, end, children: of.all('*') };
	const signs = children.filter((child) => !child.isNamed).map((child) => text(child.start, child.end).trim());
	const operator = signs.find((sign) => !/^\$?[{}]$/.test(sign)) ?? '';
	const written = { start, end };
	if (operator === '' || data.operators[operator] === 'pass') return { ...name, written };
	const cut = text(name.end, end);
	if (data.operators[operator] !== 'first part' || !/^%%\.\*\}/.test(cut))
		return { kind: 'other', start, end, children: [name, ...of.all('*')] };
	const dot: Syntax = { kind: 'text', start: end, end, value: '.', inner: { start: end, end }, holes: [] };
	const [method = ''] = data.lexicon.splits;
	const callee: Syntax = { kind: 'member', start, end, object: name, property: method };
	const split: Syntax = { kind: 'call', start, end, callee, args: [dot] };
	return { kind: 'index', start, end, object: split, index: { kind: 'number', start: end, end, text: '0' }, written };
}

/** Words and texts without a space between them: one text, or a key with its value, `[4100]=auth`. */
export function joinedText(of: Parts): Syntax {
	const { start, end, text } = of;
	const nodes = of.all('*');
	const written = text(start, end);
	const [open, key] = nodes;
	const sign = written.startsWith('[') && key ? text(key.end, end).indexOf(']=') : -1;
	if (open && key && sign !== -1) {
		const at = key.end + sign + 2;
		const value = nodes.find((node) => node.start >= at) ?? plain(at, end, text(at, end));
		return { kind: 'pair', start, end, key, value };
	}
	const holes = nodes.flatMap((node) => (node.kind === 'text' ? node.holes : node.kind === 'number' ? [] : [node]));
	const value = nodes
		.map((node) => (node.kind === 'text' ? node.value : node.kind === 'number' ? node.text : ''))
		.join('');
	return { kind: 'text', start, end, value, inner: { start, end }, holes };
}

export const plain = (start: number, end: number, value: string): Syntax =>
	/^\d+$/.test(value)
		? { kind: 'number', start, end, text: value }
		: { kind: 'text', start, end, value, inner: { start, end }, holes: [] };
