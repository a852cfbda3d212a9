/**
 * Texts that are asked by patterns, in languages whose texts have methods for that (`code:find("^AuthFailure")`), as the
 * comparisons that they are: with a text that anything may stand behind, or with a family's name.
 */

import type { LanguageData } from '../languages/language.ts';
import { pathText } from './pathText.ts';
import type { Binary, Call, Syntax, Text } from './syntax.ts';

/** What a call that looks for a pattern asks, or the first part of a dotted code that it gives; undefined for any other. */
export function patternAsked(call: Call, { patterns, lexicon }: LanguageData): Syntax | undefined {
	if (!patterns) return undefined;
	const { start, end, callee, args } = call;
	const isMethod = callee.kind === 'member' && patterns.methods.includes(callee.property);
	const isFunction = patterns.functions.includes(pathText(callee));
	const [of, pattern, ...rest] = isFunction ? args : isMethod ? [callee.object, ...args] : [];
	if (!of || pattern?.kind !== 'text' || pattern.holes.length > 0) return undefined;
	// `code:find("AuthFailure", 1, true)` looks for the text itself.
	const isPlain = rest.some((arg) => arg.kind === 'constant' && arg.value === 'true');
	if (!isPlain && isFirstPart(pattern.value, patterns.escape)) return firstPart(call, of, lexicon.splits[0] ?? '');
	const right: Text | undefined = isPlain ? { ...pattern, open: 'both' } : meant(pattern, patterns.escape);
	return right && { kind: 'binary', start, end, operator: '==', left: of, right };
}

/**
 * A comparison of what such a call gives with nothing, or with the place where texts begin, and of a text's beginning with
 * a text: `code:sub(1, 11) == "AuthFailure"`. Anything else as it is.
 */
export function placed(binary: Binary, { patterns }: LanguageData): Syntax {
	const { operator, left, right, start, end } = binary;
	if (!patterns || (operator !== '==' && operator !== '!=')) return binary;
	if (left.kind === 'call' && right.kind === 'text') {
		const of = beginningOf(left, patterns);
		return of ? { ...binary, left: of, right: { ...right, open: 'end' } } : binary;
	}
	if (left.kind !== 'binary' || left.operator !== '==' || left.right.kind !== 'text') return binary;
	const isThere = (yes: boolean): Syntax => ({ ...left, start, end, operator: yes ? '==' : '!=' });
	if (right.kind === 'constant' && right.value === 'null') return isThere(operator === '!=');
	if (right.kind !== 'number' || right.text !== patterns.first || !left.right.open) return binary;
	return { ...left, start, end, operator, right: { ...left.right, open: 'end' } };
}

/** The text whose beginning a call gives: `code` of `code:sub(1, 11)`. */
function beginningOf(
	{ callee, args }: Call,
	{ parts, first }: NonNullable<LanguageData['patterns']>,
): Syntax | undefined {
	const isMethod = callee.kind === 'member' && parts.includes(`.${callee.property}`) && args.length === 2;
	const [of, from] = isMethod ? [callee.object, args[0]] : parts.includes(pathText(callee)) ? args : [];
	return from?.kind === 'number' && from.text === first ? of : undefined;
}

/** The text that a pattern without choices looks for; `open`: what may stand around it. */
function meant(pattern: Text, mark: string): Text | undefined {
	const { value, inner } = pattern;
	const said = value.split(`${mark}.`).join('\u0000.');
	const [, opens = '', bracket = '', name = '', behind = '', closes] =
		/^(\^?)(\(?)(\w+(?:\0?\.\w+)*)\)?((?:\0?\.[*+-]?)*)(\$?)$/.exec(said) ?? [];
	if (name === '') return undefined;
	const start = inner.start + opens.length + bracket.length;
	const written = name.split('\u0000').join(mark);
	const text: Text = {
		...pattern,
		value: name.split('\u0000').join(''),
		inner: { start, end: start + written.length },
	};
	if (!opens) return { ...text, open: 'both' };
	return closes && behind === '' ? text : { ...text, open: 'end' };
}

/** Whether a pattern takes what stands before the first dot: `^[^.]+`, `^(.-)%.`, `^%w+`. */
function isFirstPart(pattern: string, mark: string): boolean {
	const plain = pattern
		.split(mark)
		.join('\\')
		.replace(/[()^$]/g, (sign) => (sign === '^' ? sign : ''));
	return /^\^?(?:\[\^\\?\.\]\+|\\[wa]\+|\[\\w_?\]\+|\.-\\\.)/.test(plain) && !/^\^?\w*[A-Za-z]{3}/.test(plain);
}

/** `code:match("^[^.]+")` as `code.split(".")[0]`, by the language's own word for it. */
function firstPart({ start, end }: Call, of: Syntax, split: string): Syntax {
	const dot: Syntax = { kind: 'text', start: end, end, value: '.', inner: { start: end, end }, holes: [] };
	const callee: Syntax = { kind: 'member', start, end, object: of, property: split };
	const call: Syntax = { kind: 'call', start, end, callee, args: [dot] };
	return { kind: 'index', start, end, object: call, index: { kind: 'number', start: end, end, text: '0' } };
}
