/**
 * Builds one node of the neutral syntax from a grammar node's shape and children, which are built already: expressions
 * here, what is made of statements in `buildStatement.ts`.
 */
import { pathText } from '../dispatch/scope.ts';
import type { LanguageData } from '../languages/language.ts';
import { buildStatement, LONGEST_CHAIN } from './buildStatement.ts';
import { type Child, items, type Parts, SEQUENCE } from './parts.ts';
import type { Call, Syntax, Text } from './syntax.ts';

/** The node, or undefined where the shape hides it. */
export function build(of: Parts): Syntax | undefined {
	const { shape, children, start, end, text } = of;
	switch (shape.is) {
		case 'hidden':
			return undefined;
		case 'pass':
			return passed(of);
		case 'name':
			return { kind: 'name', start, end, text: text(start, end) };
		case 'shorthand': {
			const name: Syntax = { kind: 'name', start, end, text: text(start, end) };
			return { kind: 'pair', start, end, key: name, value: name };
		}
		case 'number':
			return { kind: 'number', start, end, text: text(start, end) };
		case 'constant':
			return { kind: 'constant', start, end, value: shape.value as 'true' | 'false' | 'null' };
		case 'text': {
			// A string whose end is missing, or that the grammar gives without its marks, has nothing between them.
			const from = children[0]?.end ?? start;
			const inner = { start: from, end: Math.max(from, children.at(-1)?.start ?? end) };
			const holes = of.all('holes');
			const value =
				holes.length > 0 ? withoutHoles(of.parts.get('holes') ?? [], inner, text) : text(inner.start, inner.end);
			return { kind: 'text', start, end, value, inner, holes };
		}
		case 'member':
			return { kind: 'member', start, end, object: of.one('object'), property: of.written('property') };
		case 'path':
			return joined(of.all('*'), (object, step) =>
				step.kind === 'name'
					? { kind: 'member', start: object.start, end: step.end, object, property: step.text }
					: object,
			);
		case 'index':
			return { kind: 'index', start, end, object: of.one('object'), index: of.one('index') };
		case 'call':
			return filled(
				{
					...{ kind: 'call', start, end, callee: of.one('callee'), args: items(of.all('args')) },
					...(children.some((child) => of.data.lexicon.optionalCalls.includes(text(child.start, child.end))) && {
						optional: true,
					}),
				},
				of.data,
			);
		case 'binary': {
			const neutral = of.operator(of.written('operator'));
			const known = neutral === 'not' || neutral === 'minus' || neutral === 'pass' ? 'other' : neutral;
			return { kind: 'binary', start, end, operator: known, left: of.one('left'), right: of.one('right') };
		}
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
		case 'unary': {
			const spelling = of.written('operator') || text(start, of.one('operand').start).trim();
			const operand = of.one('operand');
			const neutral = of.operator(spelling);
			if (neutral === 'not') return { kind: 'not', start, end, operand };
			if (neutral === 'pass') return wide(operand, start, end);
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
			return { kind: 'list', start, end, type: SEQUENCE, items: of.all('items') };
		case 'literal': {
			const inner = items(of.all('items'));
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
			return { kind: 'pair', start, end, key: of.one('key'), value: of.one('value') };
		case 'other':
			return { kind: 'other', start, end, children: of.all('*'), ...(shape.yields === true && { yields: true }) };
		default:
			return buildStatement(of);
	}
}

/** What is passed on, with the cast that is around it; without what is to be passed, everything that is there. */
function passed(of: Parts): Syntax | undefined {
	const { shape, children, start, end } = of;
	const cast = of.written('cast');
	if (shape.wide === true) return wide(of.one('of'), start, end, cast);
	const node = of.maybe('of');
	if (node) return cast ? { ...node, cast } : node;
	if (children.length === 0) return undefined;
	return { kind: 'other', start, end, children: children.flatMap((child) => child.node ?? []) };
}

const wide = (node: Syntax, start: number, end: number, cast = ''): Syntax => ({
	...node,
	written: { start, end },
	...(cast && { cast }),
});

/** Calls that are something else by their meaning. `errors.As(err, &e)` gives `e` the error, and asks whether there is one. */
function filled(call: Call, { lexicon }: LanguageData): Syntax {
	const [from, to] = call.args;
	// `isinstance(e, T)` asks what `e instanceof T` does.
	if (from && to && lexicon.typeChecks.includes(pathText(call.callee)))
		return { kind: 'binary', start: call.start, end: call.end, operator: 'is a', left: from, right: to };
	if (!from || to?.kind !== 'name' || !lexicon.fills.includes(pathText(call.callee))) return call;
	const { start, end } = call;
	return { kind: 'assign', start, end, targets: [to], values: [from], declares: false, plain: true, type: '' };
}

/** Nodes joined from the left; undefined where damaged source left none. */
function joined(nodes: readonly Syntax[], join: (left: Syntax, right: Syntax) => Syntax): Syntax | undefined {
	const [first, ...rest] = nodes.slice(0, LONGEST_CHAIN);
	return first && rest.reduce(join, first);
}

/** The literal pieces of a template, joined. */
function withoutHoles(
	holes: readonly Child[],
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
