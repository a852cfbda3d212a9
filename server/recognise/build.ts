/**
 * Builds one node of the neutral syntax from a grammar node's shape and children, which are built already: expressions
 * here, what is made of statements in `buildStatement.ts`.
 */
import { pathText } from '../dispatch/scope.ts';
import type { LanguageData } from '../languages/language.ts';
import { buildBlocks } from './buildBlocks.ts';
import { buildCommand } from './buildCommand.ts';
import { captureOf, entryOf, INITIAL, made, member, optionally, property } from './buildObject.ts';
import { buildStatement, LONGEST_CHAIN } from './buildStatement.ts';
import { answered, formOf } from './callForms.ts';
import { heldAgainst } from './captures.ts';
import { withHanded } from './closures.ts';
import { rawText } from './declare.ts';
import { infix } from './infix.ts';
import { appended, messageOf, plainPattern, wordOf } from './messages.ts';
import { items, type Parts, SEQUENCE } from './parts.ts';
import { alternatives, asked, bound, capture } from './patterns.ts';
import type { Call, Syntax, Text } from './syntax.ts';
import { differing, headCompared, statusFilled, streamed, withoutZero } from './textForms.ts';
import { patternAsked, placed } from './textPatterns.ts';
import { tokenTree } from './tokens.ts';

/** How many marks a text has at either end that the grammar gives as one. */
const marked = (written: string): number => /^("{3}|'{3}|["'])[\s\S]*\1$/.exec(written)?.[1]?.length ?? 0;

/** The node, or undefined where the shape hides it. */
export function build(of: Parts): Syntax | undefined {
	const { shape, data, children, start, end, text } = of;
	switch (shape.is) {
		case 'hidden':
			return undefined;
		case 'pass':
			return passed(of);
		case 'name':
			// `@reply` is a field of one's own.
			if (typeof shape.own === 'string') {
				const object: Syntax = { kind: 'name', start, end: start, text: shape.own };
				return { kind: 'member', start, end, object, property: text(start, end) };
			}
			return worded({ kind: 'name', start, end, text: text(start, end) }, shape.words);
		case 'shorthand': {
			const name: Syntax = { kind: 'name', start, end, text: text(start, end) };
			return { kind: 'pair', start, end, key: name, value: name };
		}
		case 'number': {
			const written = text(start, end);
			const digits =
				typeof shape.suffix === 'string' ? written.replace(new RegExp(`(?<=^\\d+)(?:${shape.suffix})$`), '') : written;
			return { kind: 'number', start, end: start + digits.length, text: digits };
		}
		case 'raw':
			return rawText(of);
		case 'constant':
			return {
				kind: 'constant',
				start,
				end,
				value: (shape.value ?? text(start, end).toLowerCase()) as 'true' | 'false' | 'null',
			};
		case 'text': {
			// A string whose end is missing, or that the grammar gives without its marks, has nothing between them.
			const from = typeof shape.opens === 'number' ? start + shape.opens : (children[0]?.end ?? start);
			const [content] = of.parts.get('content') ?? [];
			const bare = children.length === 0 && shape.opens === undefined ? marked(text(start, end)) : 0;
			const inner = content
				? { start: content.start, end: content.end }
				: bare > 0
					? { start: start + bare, end: end - bare }
					: { start: from, end: Math.max(from, children.at(-1)?.start ?? end) };
			const named = namedHoles(of, inner);
			const holes = [...of.all('holes'), ...named].sort((a, b) => a.start - b.start);
			const cut = [...(of.parts.get('holes') ?? []).filter(({ node }) => node !== undefined), ...named].sort(
				(a, b) => a.start - b.start,
			);
			const value = cut.length > 0 ? withoutHoles(cut, inner, text) : text(inner.start, inner.end);
			return { kind: 'text', start, end, value, inner, holes };
		}
		case 'member':
			return member(of);
		case 'path':
			return joined(of.all('*').flatMap(stepsOf), (object, step) =>
				step.kind === 'name'
					? { kind: 'member', start: object.start, end: step.end, object, property: step.text }
					: object,
			);
		case 'index':
			return { kind: 'index', start, end, object: of.one('object'), index: of.one('index'), ...optionally(of) };
		case 'regex':
			return plainPattern(of);
		case 'call':
			return (
				messageOf(of) ??
				made(
					filled(
						{
							...{ kind: 'call', start, end, callee: calleeOf(of), args: argsOf(of) },
							...optionally(of),
						},
						of.data,
					),
					of,
				)
			);
		case 'binary': {
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
			const neutral = of.operator(spelling);
			const known = neutral === 'not' || neutral === 'minus' || neutral === 'pass' ? 'other' : neutral;
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
		case 'infix':
			return infix(of);
		case 'comparison': {
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
		case 'range': {
			const isOpen = children.some((child) => !child.isNamed && text(child.start, child.end) === shape.excludes);
			const from = of.maybe('from');
			const to = of.maybe('to');
			return { kind: 'range', start, end, ...(from && { from }), ...(to && { to }), isOpen };
		}
		case 'tokens': {
			if (shape.callee === undefined) return tokenTree(of);
			return filled({ kind: 'call', start, end, callee: of.one('callee'), args: items(of.all('args')) }, of.data);
		}
		case 'unary': {
			const spelling = of.written('operator') || text(start, (of.parts.get('operand') ?? [])[0]?.start ?? end).trim();
			const operand = of.one('operand');
			const neutral = of.operator(spelling);
			if (neutral === 'not') return { kind: 'not', start, end, operand };
			if (neutral === 'pass') {
				const passed = wide(operand, start, end);
				return spelling === '*' ? { ...passed, isTarget: true } : passed;
			}
			// `-EINVAL`: what a constant stands for is below zero.
			if (neutral === 'minus' && operand.kind === 'name' && /^[A-Z][A-Z0-9_]*$/.test(operand.text))
				return { kind: 'number', start, end, text: `-${operand.text}` };
			if (neutral === 'minus' && operand.kind === 'number')
				return { kind: 'number', start, end, text: `-${operand.text}` };
			return { kind: 'other', start, end, children: [operand] };
		}
		case 'ternary':
			return {
				kind: 'ternary',
				start,
				end,
				condition: of.one('condition'),
				consequent: of.one('then'),
				otherwise: of.one('else'),
			};
		case 'list':
			return { kind: 'list', start, end, type: of.written('type'), items: of.all('items') };
		case 'sequence':
			return {
				kind: 'list',
				start,
				end,
				type: SEQUENCE,
				items: shape.namedArgs === true ? of.all('items').map(entryOf) : of.all('items'),
			};
		case 'literal': {
			const own = shape.arrow === undefined ? items(of.all('items')) : pairsIn(of);
			const [list] = own;
			const inner = shape.nested === true && own.length === 1 && list && 'items' in list ? list.items : own;
			const kind = inner.some((item) => item.kind === 'pair') ? 'table' : 'list';
			return { kind, start, end, type: of.written('type'), items: inner };
		}
		case 'table':
			return { kind: 'table', start, end, type: '', items: of.all('items') };
		case 'record': {
			const values = of.all('values');
			const pairs = of.all('keys').flatMap((key, i): Syntax[] => {
				const value = values[i];
				return value ? [{ kind: 'pair', start: key.start, end: value.end, key, value }] : [];
			});
			return { kind: 'table', start, end, type: '', items: pairs };
		}
		case 'pair':
			// `Reply { code }`
			return {
				kind: 'pair',
				start,
				end,
				key: of.one('key'),
				value: children.length > 1 ? of.one('value') : of.one('key'),
			};
		case 'both':
			return joined(of.all('*'), (left, right) => ({
				...{ kind: 'binary', start: left.start, end: right.end, operator: '&&', left, right },
			}));
		case 'alternatives':
			return alternatives({ start, end }, of.all('*'));
		case 'bound': {
			const value = of.one('value');
			const spelling = of.written('operator') || text(start, value.start).trim();
			const operator = of.operator(spelling);
			// `!is ApiException`
			const not = data.operators[spelling] === 'is not a';
			const pattern = bound({ start, end }, not ? 'is a' : isBound(operator) ? operator : 'other', value);
			return not ? { kind: 'not', start, end, operand: pattern } : pattern;
		}
		case 'capture':
			return captureOf(of);
		case 'matches':
			return typeof of.data.namesCapture === 'string'
				? { ...heldAgainst(of.one('pattern'), of.one('subject'), new RegExp(of.data.namesCapture)), start, end }
				: asked(of.one('pattern'), of.one('subject'));
		case 'initial':
			return { kind: 'list', start, end, type: INITIAL, items: of.all('*').map(entryOf) };
		case 'property':
			return property(of);
		case 'entry': {
			const [key, value] = of.all('*');
			return key && value ? { kind: 'pair', start, end, key, value } : key;
		}
		case 'other':
			return { kind: 'other', start, end, children: of.all('*'), ...(shape.yields === true && { yields: true }) };
		default:
			return buildStatement(of) ?? buildCommand(of) ?? buildBlocks(of);
	}
}

const isBound = (operator: string): operator is '<' | '<=' | '>' | '>=' | 'in' | 'not in' | 'is a' =>
	/^(?:[<>]=?|in|not in|is a)$/.test(operator);

/** What is passed on, with the cast that is around it; without what is to be passed, everything that is there. */
function passed(of: Parts): Syntax | undefined {
	const { shape, children, start, end } = of;
	const cast = of.written('cast');
	if (shape.wide === true) return wide(of.one('of'), start, end, cast);
	const node = of.maybe('of');
	if (node) return cast ? { ...node, cast } : node;
	if (children.length === 0) return undefined;
	const inner = children.flatMap((child) => child.node ?? []);
	// A lone `;`
	if (inner.length === 0 && of.text(start, end) === ';') return { kind: 'nothing', start, end };
	return { kind: 'other', start, end, children: inner };
}

const wide = (node: Syntax, start: number, end: number, cast = ''): Syntax => ({
	...node,
	written: { start, end },
	...(cast && { cast }),
});

/** What is called: a statement's own word where the grammar has no node for it. */
function calleeOf(of: Parts): Syntax {
	const { calls } = of.shape;
	if (typeof calls === 'string') return { kind: 'name', start: of.start, end: of.start + calls.length, text: calls };
	const object = of.maybe('object');
	const callee = of.one('callee');
	// `object.method(…)` where no node is `object.method`
	if (object) return { kind: 'member', start: object.start, end: callee.end, object, property: of.written('callee') };
	// `send(request) { … }` is one call.
	return callee.kind === 'call' && (of.parts.get('trailing') ?? []).length > 0 ? callee.callee : callee;
}

/** What a call is given, functions behind the arguments and the members of a class without a name included. */
function argsOf(of: Parts): readonly Syntax[] {
	const own = items(of.all('args'));
	const trailing = of.all('trailing');
	const callee = of.maybe('callee');
	const before = trailing.length > 0 && callee?.kind === 'call' ? callee.args : [];
	const [body] = of.all('members');
	const { start, end } = body ?? of;
	const type: Syntax[] = body
		? [{ kind: 'type', start, end, name: of.written('callee'), at: { start, end: start }, members: items([body]) }]
		: [];
	return [...before, ...own, ...trailing, ...type];
}

/** The items of a pattern whose keys and values are siblings: `['code' => $code]`. */
function pairsIn(of: Parts): Syntax[] {
	const found: Syntax[] = [];
	let isValue = false;
	for (const { node, start, end } of of.children) {
		const key = found.at(-1);
		if (!node) isValue ||= of.text(start, end) === of.shape.arrow;
		else if (isValue && key) {
			found[found.length - 1] = { kind: 'pair', start: key.start, end, key, value: node };
			isValue = false;
		} else found.push(node);
	}
	return found;
}

/**
 * Calls that are something else by their meaning. `errors.As(err, &e)` gives `e` the error, and asks whether there is
 * one; `isinstance(e, T)` asks what `e instanceof T` does, `in_array($code, $set)` what `code in set` does.
 */
function filled(made: Call, data: LanguageData): Syntax {
	const call = withHanded(made, data);
	const { start, end } = call;
	const form =
		wordOf(call, data) ??
		formOf(call, data) ??
		differing(call, data) ??
		statusFilled(call, data) ??
		patternAsked(call, data);
	if (form) return form;
	const { lexicon } = data;
	const [from, to] = call.args;
	if (!from) return call;
	const name = pathText(call.callee);
	if (to && lexicon.typeChecks.includes(name))
		return { kind: 'binary', start, end, operator: 'is a', left: from, right: to };
	if (to && lexicon.isIn.includes(name)) return { kind: 'binary', start, end, operator: 'in', left: from, right: to };
	if (lexicon.isFalsy.includes(name)) return { kind: 'not', start, end, operand: from };
	const isThere = lexicon.isThere.includes(name);
	if (isThere || lexicon.isNothing.includes(name)) {
		const right: Syntax = { kind: 'constant', start: end, end, value: 'null' };
		return { kind: 'binary', start, end, operator: isThere ? '!=' : '==', left: from, right };
	}
	if (to?.kind !== 'name' || !lexicon.fills.includes(name)) return call;
	return { kind: 'assign', start, end, targets: [to], values: [from], declares: false, plain: true, type: '' };
}

/** The names of a path that is the rest of another one: `b::c` of `a::b::c`. */
function stepsOf(node: Syntax, at: number): readonly Syntax[] {
	if (at === 0 || node.kind !== 'member') return [node];
	const { start, end } = node;
	return [...stepsOf(node.object, at), { kind: 'name', start, end, text: node.property }];
}

/** Nodes joined from the left; undefined where damaged source left none. */
function joined(nodes: readonly Syntax[], join: (left: Syntax, right: Syntax) => Syntax): Syntax | undefined {
	const [first, ...rest] = nodes.slice(0, LONGEST_CHAIN);
	return first && rest.reduce(join, first);
}

/** The literal pieces of a template, joined. */
function withoutHoles(
	holes: readonly { readonly start: number; readonly end: number }[],
	inner: Text['inner'],
	text: (from: number, to: number) => string,
): string {
	let at = inner.start;
	let value = '';
	for (const hole of holes) {
		value += text(at, hole.start);
		at = hole.end;
	}
	return value + text(at, inner.end);
}

/** Words that a grammar takes for names: `null`, `break`. */
function worded(name: Syntax & { kind: 'name' }, words: unknown): Syntax {
	const meaning = (words as Readonly<Record<string, string>> | undefined)?.[name.text];
	const { start, end } = name;
	if (meaning === 'break' || meaning === 'continue') return { kind: 'jump', start, end, to: meaning };
	if (meaning === 'null' || meaning === 'true' || meaning === 'false')
		return { kind: 'constant', start, end, value: meaning };
	return name;
}

/** Names in a text that the grammar leaves in it: `"code $code"`. */
function namedHoles({ shape, text }: Parts, { start, end }: Text['inner']): Syntax[] {
	if (typeof shape.inline !== 'string') return [];
	return [...text(start, end).matchAll(new RegExp(shape.inline, 'g'))].map(([whole, name = ''], i, all): Syntax => {
		const from = start + (all[i]?.index ?? 0);
		return { kind: 'name', start: from, end: from + whole.length, text: name };
	});
}

/** What an operator makes of its sides that asks nothing: a table's entry, a range. */
function joinedAs(operator: string | undefined, of: Parts): Syntax | undefined {
	const { start, end } = of;
	if (operator === 'pair') return { kind: 'pair', start, end, key: of.one('left'), value: of.one('right') };
	if (operator !== 'range' && operator !== 'open range') return undefined;
	return { kind: 'range', start, end, from: of.one('left'), to: of.one('right'), isOpen: operator === 'open range' };
}
