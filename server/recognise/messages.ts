/**
 * Languages in which everything is a message: what is sent without arguments reads as a field (`reply.code`), names that
 * stand as statements are calls (`login`), and methods with a block are the loops (`3.times { … }`).
 */

import { isReference } from '../dispatch/subject.ts';
import type { LanguageData } from '../languages/language.ts';
import { optionally } from './buildObject.ts';
import { asBlock, betweenSides, type Parts } from './parts.ts';
import { lastName, pathText } from './pathText.ts';
import type { Call, Syntax } from './syntax.ts';

/** A message without arguments: a field, or what it says of its receiver. Undefined for any other call. */
export function messageOf(of: Parts): Syntax | undefined {
	const { shape, data, start, end } = of;
	const object = of.maybe('object');
	const isBare = (of.parts.get('args') ?? []).length === 0 && (of.parts.get('trailing') ?? []).length === 0;
	if (shape.fields !== true || !object || !isBare) return undefined;
	const property = of.written('callee');
	const { lexicon } = data;
	if (lexicon.sameAs.includes(property)) return { ...object, written: { start, end } };
	const compared = lexicon.answersAs[property];
	if (compared !== undefined) return comparedTo(compared, object, of);
	return { kind: 'member', start, end, object, property, ...optionally(of) };
}

/** `code.zero?` as `code == 0`, `code.nil?` as `code == nil`. */
function comparedTo(compared: string, left: Syntax, of: Parts): Syntax {
	const { start, end } = of;
	const [spelling = '', value = ''] = compared.split(' ');
	const right: Syntax = /^\d+$/.test(value)
		? { kind: 'number', start: end, end, text: value }
		: { kind: 'constant', start: end, end, value: 'null' };
	return { kind: 'binary', start, end, operator: betweenSides(of.operator(spelling)), left, right };
}

/** What a call with a block or of a word of the language is; undefined for one that is only a call. */
export function wordOf(call: Call, data: LanguageData): Syntax | undefined {
	const { lexicon } = data;
	const { start, end, callee, args } = call;
	const name = pathText(callee);
	if (callee.kind === 'name' && lexicon.throws.includes(callee.text))
		return { kind: 'throw', start, end, values: args };
	const block = args.at(-1);
	if (block?.kind === 'function') {
		const { body, parameters } = block;
		const method = lastName(callee);
		if (lexicon.functionsOf.includes(name) && args.length === 1) return { ...block, start, end };
		const isEach = callee.kind === 'member' && lexicon.eachOf.includes(method);
		if (isEach && callee.kind === 'member')
			return { kind: 'loop', start, end, mode: 'each', head: [...parameters, callee.object], body: asBlock(body) };
		if (lexicon.loopsOf.includes(method))
			return { kind: 'loop', start, end, mode: 'repeat', head: parameters, body: asBlock(body) };
	}
	if (callee.kind !== 'member') return undefined;
	// `ApiError.new(reply)`
	if (lexicon.constructors.includes(callee.property)) return { ...call, callee: callee.object };
	const [first] = args;
	const [, second] = args;
	// `code.between?(5000, 5300)`
	if (first && second && lexicon.between.includes(callee.property)) {
		const right: Syntax = {
			kind: 'range',
			start: first.start,
			end: second.end,
			from: first,
			to: second,
			isOpen: false,
		};
		return { kind: 'binary', start, end, operator: 'in', left: callee.object, right };
	}
	// `code.in?(CODES)`
	if (first && lexicon.isIn.includes(`.${callee.property}`))
		return { kind: 'binary', start, end, operator: 'in', left: callee.object, right: first };
	// `reply.dig("Response", "Error", "Code")`
	if (first && lexicon.digs.includes(callee.property))
		return args.reduce<Syntax>((object, index) => ({ kind: 'index', start, end, object, index }), callee.object);
	// `HANDLERS[code].call(reply)`
	if (lexicon.invokes.includes(callee.property) && callee.object.kind === 'index')
		return { ...call, callee: callee.object, ...(callee.optional && { optional: true }) };
	return undefined;
}

/** `@errors << reply` adds to a list. */
export function appended(left: Syntax, spelling: string, right: Syntax, { lexicon }: LanguageData): Syntax | undefined {
	if (!lexicon.appends.includes(spelling)) return undefined;
	const { start } = left;
	const { end } = right;
	const callee: Syntax = { kind: 'member', start, end: left.end, object: left, property: spelling };
	return { kind: 'call', start, end, callee, args: [right] };
}

/** A statement that is only a name or a field, as the call that it is; the last may be a value. */
export function calledIn(statements: readonly Syntax[], { lexicon }: LanguageData): readonly Syntax[] {
	const isWord = (node: Syntax): boolean =>
		node.kind === 'name' && [...lexicon.throws, ...lexicon.exits, ...lexicon.failWords].includes(node.text);
	return statements.map((node, i) => (i < statements.length - 1 || isWord(node) ? called(node, lexicon.throws) : node));
}

/** What a name or field is where nobody asks for its value. */
function called(node: Syntax, throws: readonly string[]): Syntax {
	if (node.kind !== 'name' && !(node.kind === 'member' && isReference(node))) return node;
	const { start, end } = node;
	if (node.kind === 'name' && throws.includes(node.text)) return { kind: 'throw', start, end, values: [] };
	return { kind: 'call', start, end, callee: node, args: [] };
}

/** A function's body once its results are returns: whatever name still stands as a statement is a call. */
export function withCalls(node: Syntax, data: LanguageData): Syntax {
	const { throws } = data.lexicon;
	const all = (nodes: readonly Syntax[]): readonly Syntax[] => nodes.map((one) => called(visit(one), throws));
	const visit = (one: Syntax): Syntax => {
		switch (one.kind) {
			case 'block':
				return { ...one, statements: all(one.statements) };
			case 'if':
				return {
					...one,
					consequent: visit(one.consequent),
					...(one.otherwise && { otherwise: visit(one.otherwise) }),
				};
			case 'switch':
				return { ...one, arms: one.arms.map((arm) => ({ ...arm, body: all(arm.body) })) };
			case 'loop':
				return { ...one, body: visit(one.body) };
			case 'try':
				return {
					...one,
					body: visit(one.body),
					handlers: one.handlers.map((handler) => ({ ...handler, body: visit(handler.body) })),
					...(one.last && { last: visit(one.last) }),
				};
			default:
				return one;
		}
	};
	return visit(node);
}

/** `begin` or a body with its handlers; without any, its statements alone. */
export function guarded(of: Parts): Syntax {
	const { start, end } = of;
	const block = of.body('body');
	const handlers = of.all('handlers').flatMap((node) => (node.kind === 'handler' ? [node] : []));
	const last = of.maybe('last');
	const body: Syntax = { ...block, start, end };
	if (handlers.length === 0 && !last) return body;
	const tried: Syntax = { kind: 'try', start, end, body: block, handlers, ...(last && { last }) };
	return { ...body, statements: [tried] };
}

/** `/\AAuthFailure/`: the text that a pattern without choices looks for; anything else keeps what is in it. */
export function plainPattern(of: Parts): Syntax {
	const { start, end, text } = of;
	const whole = text(start, end);
	const [, open = '', opens = '', name = '', behind = '', closes = ''] =
		/^(\/|%r.)(\^|\\A)?(\w+(?:\\\.\w+)*)((?:\\?\.[*+]?)*)(\$|\\[zZ])?.\w*$/.exec(whole) ?? [];
	if (name === '') return { kind: 'other', start, end, children: of.all('*') };
	const from = start + open.length + (opens ?? '').length;
	const inner = { start: from, end: from + name.length };
	const value = name.replace(/\\/g, '');
	const isWhole = opens && closes && behind === '';
	return {
		...{ kind: 'text', start, end, value, inner, holes: [] },
		...(!isWhole && { open: opens ? ('end' as const) : ('both' as const) }),
	};
}
