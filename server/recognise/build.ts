/**
 * Builds one node of the neutral syntax from a grammar node's shape and children, which are built already.
 */

import { pathText } from '../dispatch/scope.ts';
import type { LanguageData, Shape } from '../languages/language.ts';
import type { Arm, Assign, Block, Handler, If, Operator, Syntax, Text } from './syntax.ts';

/** A child as the cursor met it: a token has no node. */
export interface Child {
	readonly field: number;
	readonly type: number;
	readonly start: number;
	readonly end: number;
	/** Undefined for tokens, comments and whatever is hidden. */
	readonly node: Syntax | undefined;
	readonly isNamed: boolean;
}

/** What a node is built from. Offsets are relative to the unit. */
export interface Build {
	readonly shape: Shape;
	readonly data: LanguageData;
	/** The children that each part of the shape took. */
	readonly parts: ReadonlyMap<string, readonly Child[]>;
	readonly children: readonly Child[];
	readonly start: number;
	readonly end: number;
	/** The source from one offset to another. */
	readonly text: (from: number, to: number) => string;
}

/** The node, or undefined where the shape hides it. */
export function build({ shape, data, parts, children, start, end, text }: Build): Syntax | undefined {
	const all = (name: string): Syntax[] => (parts.get(name) ?? []).flatMap((child) => child.node ?? []);
	const maybe = (name: string): Syntax | undefined => all(name)[0];
	const one = (name: string): Syntax => maybe(name) ?? { kind: 'other', start, end, children: [] };
	const written = (name: string): string => {
		const [first] = parts.get(name) ?? [];
		return first ? text(first.start, first.end) : '';
	};
	const operator = (spelling: string): Operator | 'not' | 'minus' | 'pass' =>
		data.operators[spelling.replace(/\s+/g, ' ')] ?? 'other';
	/** A `try`'s body and its `else` are one. */
	const body = (name: string): Syntax => {
		const [first, ...more] = all(name).map(asBlock);
		if (!first) return { kind: 'block', start, end, statements: [] };
		return more.reduce(
			(joined, next) => ({ ...joined, end: next.end, statements: [...joined.statements, ...next.statements] }),
			first,
		);
	};

	switch (shape.is) {
		case 'hidden':
			return undefined;
		case 'pass':
			if (shape.wide === true) return wide(one('of'), start, end);
			return (
				maybe('of') ??
				(children.length > 0
					? { kind: 'other', start, end, children: children.flatMap(({ node }) => node ?? []) }
					: undefined)
			);
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
			const holes = all('holes');
			const value =
				holes.length > 0 ? withoutHoles(parts.get('holes') ?? [], inner, text) : text(inner.start, inner.end);
			return { kind: 'text', start, end, value, inner, holes };
		}
		case 'member':
			return { kind: 'member', start, end, object: one('object'), property: written('property') };
		case 'path':
			return joined(all('*'), (object, step) =>
				step.kind === 'name'
					? { kind: 'member', start: object.start, end: step.end, object, property: step.text }
					: object,
			);
		case 'index':
			return { kind: 'index', start, end, object: one('object'), index: one('index') };
		case 'call':
			return { kind: 'call', start, end, callee: one('callee'), args: items(all('args')) };
		case 'binary': {
			const neutral = operator(written('operator'));
			const known = neutral === 'not' || neutral === 'minus' || neutral === 'pass' ? 'other' : neutral;
			return { kind: 'binary', start, end, operator: known, left: one('left'), right: one('right') };
		}
		case 'comparison': {
			const operands = all('*');
			const operators = (parts.get('operators') ?? []).map((child) => operator(text(child.start, child.end)));
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
			const spelling = written('operator') || text(start, one('operand').start).trim();
			const operand = one('operand');
			const neutral = operator(spelling);
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
				condition: one('condition'),
				consequent: one('then'),
				otherwise: one('else'),
			};
		case 'list':
			return { kind: 'list', start, end, type: written('type'), items: all('items') };
		case 'sequence':
			return { kind: 'list', start, end, type: SEQUENCE, items: all('items') };
		case 'literal': {
			const inner = items(all('items'));
			const kind = inner.some((item) => item.kind === 'pair') ? 'table' : 'list';
			return { kind, start, end, type: written('type'), items: inner };
		}
		case 'table':
			return { kind: 'table', start, end, type: '', items: all('items') };
		case 'pair':
			return { kind: 'pair', start, end, key: one('key'), value: one('value') };
		case 'function':
			return {
				kind: 'function',
				start,
				end,
				name: written('name'),
				receiver: receiverName(maybe('receiver')),
				parameters: items(all('parameters')),
				results: written('results').replace(/^\s*:?\s*/, ''),
				waits: children.some((child) => !child.isNamed && text(child.start, child.end) === 'async'),
				body: one('body'),
			};
		case 'parameter':
			return { kind: 'parameter', start, end, names: all('names') };
		case 'block':
			return { kind: 'block', start, end, statements: all('statements') };
		case 'if':
			return {
				kind: 'if',
				start,
				end,
				...optional('initializer', maybe('initializer')),
				condition: one('condition'),
				consequent: body('then'),
				...optional('otherwise', ladder(all('else'))),
			};
		case 'switch':
			return {
				kind: 'switch',
				start,
				end,
				...optional('initializer', maybe('initializer')),
				...optional('subject', maybe('subject')),
				arms: all('arms').flatMap(armsIn),
				fallsThrough: shape.fallsThrough === true,
			};
		case 'arm': {
			const values = items(all('values'));
			const wildcard =
				shape.default === true ||
				(all('values').length === 0 && (parts.get('values') ?? []).length > 0) ||
				(data.namesCapture && values.some((value) => value.kind === 'name'));
			const arm: Arm = {
				kind: 'arm',
				start,
				end,
				values: wildcard ? [] : values,
				...optional('guard', maybe('guard')),
				body: all('body').flatMap((node) =>
					node.kind === 'block' && all('body').length === 1 ? node.statements : [node],
				),
				wildcard,
			};
			return arm;
		}
		case 'pattern': {
			const inner = all('*');
			const [first] = inner;
			if (first?.kind === 'number' && text(start, first.start).trim() === '-')
				return { ...first, start, text: `-${first.text}` };
			if (inner.length <= 1) return first;
			return { kind: 'list', start, end, type: '', items: inner };
		}
		case 'loop': {
			const head = [...all('each'), ...all('head')];
			const isEach = (shape.mode === 'each' || (parts.get('each') ?? []).length > 0) && !counts(head.at(-1), data);
			const condition = maybe('condition');
			return {
				kind: 'loop',
				start,
				end,
				mode: isEach ? 'each' : 'repeat',
				head,
				...optional('condition', condition),
				body: body('body'),
				...optional('otherwise', maybe('else')),
			};
		}
		case 'return':
			return { kind: 'return', start, end, values: items(all('values')) };
		case 'throw':
			return { kind: 'throw', start, end, values: all('values') };
		case 'jump':
			return { kind: 'jump', start, end, to: shape.to as 'break' | 'continue' | 'fallthrough' };
		case 'try':
			return {
				kind: 'try',
				start,
				end,
				body: body('body'),
				handlers: all('handlers').filter((node): node is Handler => node.kind === 'handler'),
				...optional('last', maybe('last')),
			};
		case 'handler':
			return { kind: 'handler', start, end, ...optional('parameter', maybe('parameter')), body: body('body') };
		case 'assign': {
			const targets = items(all('targets'));
			const whole = maybe('values');
			const assign: Assign = {
				kind: 'assign',
				start,
				end,
				targets,
				// `FATAL = 4100, 4300`: one name for all of them
				values:
					whole && whole.kind === 'list' && targets.length === 1 && whole.items.length > 1
						? [{ ...whole, type: '' }]
						: items(all('values')),
				declares: shape.declares === true,
				plain: written('operator') === '' || written('operator') === '=' || written('operator') === ':=',
			};
			return assign;
		}
		case 'type': {
			const members = items(all('members'));
			const [named] = parts.get('name') ?? [];
			return { kind: 'type', start, end, name: written('name'), at: named ?? { start, end: start }, members };
		}
		case 'import':
			return {
				kind: 'import',
				start,
				end,
				sources: (parts.get('sources') ?? []).map(({ node, start: from, end: to }) =>
					node?.kind === 'text' ? node.value : text(from, to),
				),
			};
		case 'outer':
			return {
				kind: 'outer',
				start,
				end,
				names: all('names').flatMap((node) => (node.kind === 'name' ? [node.text] : [])),
			};
		case 'nothing':
			return { kind: 'nothing', start, end };
		case 'other':
			return { kind: 'other', start, end, children: all('*') };
	}
}

const optional = <K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } =>
	(value === undefined ? {} : { [key]: value }) as { [P in K]?: T };

/** The type of lists that are no value: arguments, parameters, several targets of an assignment. */
const SEQUENCE = ',';

/** The items of a lone sequence or block; any other nodes as they are. */
function items(nodes: readonly Syntax[]): readonly Syntax[] {
	const [first] = nodes;
	if (nodes.length !== 1 || !first) return nodes;
	if (first.kind === 'list' && first.type === SEQUENCE) return first.items;
	return first.kind === 'block' ? first.statements : nodes;
}

const wide = (node: Syntax, start: number, end: number): Syntax => ({ ...node, written: { start, end } });

/** Nodes joined from the left; undefined where damaged source left none. */
function joined(nodes: readonly Syntax[], join: (left: Syntax, right: Syntax) => Syntax): Syntax | undefined {
	const [first, ...rest] = nodes;
	return first && rest.reduce(join, first);
}

/** Whether a for-each goes over numbers: `range(3)`, Go's `range 3`. */
function counts(over: Syntax | undefined, data: LanguageData): boolean {
	if (over?.kind === 'number') return true;
	if (over?.kind === 'call') return data.lexicon.counters.includes(pathText(over.callee));
	return over?.kind === 'other' && counts(over.children.at(-1), data);
}

/** `c` of Go's `func (c *Client) Describe()`. */
function receiverName(node: Syntax | undefined): string {
	const [parameter] = node?.kind === 'list' ? node.items : [];
	const [name] = parameter?.kind === 'parameter' ? parameter.names : [];
	return name?.kind === 'name' ? name.text : '';
}

const asBlock = (node: Syntax): Block =>
	node.kind === 'block' ? node : { kind: 'block', start: node.start, end: node.end, statements: [node] };

/** `elif`, `elif`, `else` as one chain. */
function ladder(alternatives: readonly Syntax[]): Syntax | undefined {
	return alternatives.reduceRight<Syntax | undefined>((rest, node) => {
		if (node.kind !== 'if') return rest ?? asBlock(node);
		if (!rest) return node;
		const joined: If = { ...node, otherwise: rest };
		return joined;
	}, undefined);
}

function armsIn(node: Syntax): Arm[] {
	if (node.kind === 'arm') return [node];
	if (node.kind === 'block') return node.statements.flatMap(armsIn);
	return node.kind === 'list' ? node.items.flatMap(armsIn) : [];
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
