/**
 * Conditions of languages of commands: operators that are words among others, patterns, lists that are asked for a word.
 */
import type { Range } from '../model.ts';
import type { Parts } from './parts.ts';
import { isLogic } from './shortCircuits.ts';
import type { Binary, Operator, Syntax, Text } from './syntax.ts';

/** The word that a node is, '' where it is none. */
export const wordOf = (node: Syntax | undefined): string =>
	node?.kind === 'text' && node.holes.length === 0 ? node.value : node?.kind === 'name' ? node.text : '';

/** A condition whose operators are words among its operands: `"$code" -eq 4100 -o "$code" -eq 4300`. */
export function conditionIn(args: readonly Syntax[], of: Parts): Syntax {
	const { start, end, data } = of;
	const operator = (node: Syntax | undefined) => (node ? (data.operators[wordOf(node)] ?? 'other') : 'other');
	const split = (list: readonly Syntax[], by: '||' | '&&'): Syntax | undefined => {
		const at = list.findIndex((arg, i) => i > 0 && operator(arg) === by);
		if (at === -1) return undefined;
		const [left, right] = [read(list.slice(0, at)), read(list.slice(at + 1))];
		return { kind: 'binary', start: left.start, end: right.end, operator: by, left, right };
	};
	const read = (list: readonly Syntax[]): Syntax => {
		const [first, second, third] = list;
		if (!first) return { kind: 'other', start, end, children: [] };
		const joined = split(list, '||') ?? split(list, '&&');
		if (joined) return joined;
		if (list.length > 1 && operator(first) === 'not') {
			const operand = read(list.slice(1));
			return { kind: 'not', start: first.start, end: operand.end, operand };
		}
		if (second && list.length === 2) return existing(operator(first), second, first.start) ?? second;
		const between = operator(second);
		if (!second || !third || between === 'other') return first;
		const { start: from } = first;
		return sought(between, first, third, { start: from, end: third.end }) ?? compared(between, first, third);
	};
	return read(args.filter((arg) => arg.kind !== 'pair'));
}

export const compared = (operator: string, left: Syntax, right: Syntax): Syntax =>
	answered(operator, left, right) ?? {
		...{ kind: 'binary', start: left.start, end: right.end, left, right },
		operator: COMPARED.has(operator) ? (operator as Operator) : 'other',
	};

/** `"$(jq '.code == 4100' <<<"$reply")" = true`: what a question is answered with. */
function answered(operator: string, left: Syntax, right: Syntax): Syntax | undefined {
	const isQuestion = left.kind === 'not' || (left.kind === 'binary' && left.operator !== 'other');
	const answer = right.kind === 'constant' ? right.value : wordOf(right);
	if (!isQuestion || (operator !== '==' && operator !== '!=') || (answer !== 'true' && answer !== 'false'))
		return undefined;
	if ((operator === '==') === (answer === 'true')) return left;
	return { kind: 'not', start: left.start, end: left.end, operand: left };
}

const COMPARED: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=', '&&', '||', 'in', 'not in', 'is a']);

/** Whether there is what is asked for, or nothing at all. */
export function existing(operator: string, operand: Syntax, start: number): Syntax | undefined {
	if (operator !== 'there' && operator !== 'nothing') return undefined;
	const { end } = operand;
	const right: Syntax = { kind: 'constant', start: end, end, value: 'null' };
	const left = elementOf(operand);
	return { kind: 'binary', start, end, operator: operator === 'there' ? '!=' : '==', left, right };
}

/** `NAMES[$code]`, of which only the name is text. */
function elementOf(node: Syntax): Syntax {
	const [index] = node.kind === 'text' ? node.holes : [];
	const name = node.kind === 'text' && node.holes.length === 1 ? /^(\w+)\[\]$/.exec(node.value)?.[1] : undefined;
	if (!index || name === undefined) return node;
	const { start, end } = node;
	return { kind: 'index', start, end, object: { kind: 'name', start, end: start + name.length, text: name }, index };
}

/** Comparisons with patterns, and lists that are asked from their own side; undefined for any other operator. */
export function sought(operator: string, left: Syntax, right: Syntax, at: Range): Syntax | undefined {
	const { start, end } = at;
	const is = (yes: Operator, no: Operator, operand: Syntax, other: Syntax): Syntax => ({
		...{ kind: 'binary', start, end, left: operand, right: other },
		operator: operator.startsWith('not ') ? no : yes,
	});
	switch (operator) {
		case 'contains':
		case 'not contains':
			return is('in', 'not in', right, left);
		case 'range':
			return { kind: 'range', start, end, from: left, to: right, isOpen: false };
		case 'cut': {
			const isDot = right.kind === 'text' && right.value.replace('\\', '') === '.';
			const dot: Syntax = isDot ? { ...right, value: '.' } : right;
			const callee: Syntax = { kind: 'member', start, end: left.end, object: left, property: 'Split' };
			return { kind: 'call', start, end, callee, args: [dot] };
		}
		case 'like':
		case 'not like':
			return is('==', '!=', left, right.kind === 'text' ? globbed(right) : right);
		case 'matches':
		case 'not matches': {
			const within = wordAmong(left, right);
			if (within) return is('in', 'not in', ...within);
			const pattern = right.kind === 'text' && right.holes.length === 0 ? meant(right) : undefined;
			if (!pattern) return { kind: 'other', start, end, children: [left, right] };
			return pattern.kind === 'list' ? is('in', 'not in', left, pattern) : is('==', '!=', left, pattern);
		}
		case '==':
		case '!=': {
			// `[[ " 4100 4300 " == *" $code "* ]]`
			const within = right.kind === 'text' && /^\*.*\*$/s.test(right.value) ? wordAmong(left, right) : undefined;
			return within && is(operator === '==' ? 'in' : 'not in', operator === '==' ? 'not in' : 'in', ...within);
		}
		default:
			return undefined;
	}
}

/** `" ${CODES[*]} " =~ " $code "`: a word that is sought among others. */
function wordAmong(all: Syntax, word: Syntax): [Syntax, Syntax] | undefined {
	const [sought, ...others] = word.kind === 'text' ? word.holes : [];
	if (!sought || others.length > 0 || word.kind !== 'text' || /\w/.test(word.value)) return undefined;
	if (all.kind !== 'text') return all.kind === 'name' ? [sought, all] : undefined;
	const [set, ...more] = all.holes;
	if (set) return more.length === 0 && !/\w/.test(all.value) ? [sought, set] : undefined;
	return [sought, { ...all, kind: 'list', type: '', items: partsOf(all, /[\w.]+/g) } as Syntax];
}

/** Parts of a text as values of their own. */
function partsOf({ value, inner }: Text, parts: RegExp): Syntax[] {
	return [...value.matchAll(parts)].map(({ 0: part, index }): Syntax => {
		const start = inner.start + index;
		const end = start + part.length;
		if (/^\d+$/.test(part)) return { kind: 'number', start, end, text: part };
		return { kind: 'text', start, end, value: part, inner: { start, end }, holes: [] };
	});
}

/** What a regular expression asks for, where that can be said without one. */
function meant(text: Text): Syntax | undefined {
	const { value, start, end } = text;
	const [, opens, inner = '', closes] = /^(\^?)\(?([\w.\\|]+)\)?(\$?)$/.exec(value) ?? [];
	if (inner === '') return undefined;
	const isNumbers = /^\d{4,}(?:\|\d{4,})+$/.test(inner);
	if ((opens && closes) || isNumbers) return { kind: 'list', start, end, type: '', items: partsOf(text, /[^|^()$]+/g) };
	if (inner.includes('|') || closes) return undefined;
	return { ...text, value: inner.replaceAll('\\', ''), open: opens ? 'end' : 'both' };
}

/** A text whose `*` stand for anything. */
export function globbed(text: Text): Syntax {
	const { value, start, end } = text;
	const alternatives = /^[@+?]\(([\w.|]+)\)$/.exec(value);
	if (alternatives) return { kind: 'list', start, end, type: '', items: partsOf(text, /[\w.]+/g) };
	const [, before, bare = '', behind] = /^(\**)([^*?[\]]*)(\**)$/.exec(value) ?? [];
	if (bare === '' && !before && !behind) return { kind: 'other', start, end, children: [] };
	if (!before && !behind) return text;
	if (before && bare !== '' && !behind) return { kind: 'other', start, end, children: [] };
	return { ...text, value: bare, open: before && behind ? 'both' : 'end' };
}

/** `a = b -o c = d`, which some grammars read as `a = (b -o c) = d`. */
export function regrouped(node: Binary): Binary {
	if (isLogic(node)) return node;
	const { left, right } = node;
	if (isLogic(right)) {
		const first = regrouped({ ...node, right: right.left, end: right.left.end });
		return { ...right, start: first.start, left: first, end: node.end };
	}
	if (!isLogic(left)) return node;
	const second = regrouped({ ...node, left: left.right, start: left.right.start });
	return { ...left, right: second, end: node.end };
}

/** A condition with its brackets: what is written in its place has to have them, too. */
export const bracketed = (node: Syntax, { start, end }: Range): Syntax =>
	node.kind === 'binary' || node.kind === 'not' ? { ...node, start, end } : node;
