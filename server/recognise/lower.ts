/**
 * Lowers a tree-sitter tree to the neutral syntax, as the language's shapes say. One pass over the tree with a cursor,
 * children first; each child goes to the first part of its parent's shape that asks for it.
 */
import type { Language as Grammar, TreeCursor } from 'web-tree-sitter';
import { type LanguageData, PARTS, type Shape, type ShapeKind } from '../languages/language.ts';
import type { Arm, Assign, Handler, If, Operator, Syntax, Text } from './syntax.ts';

/** A child as the cursor met it: a token has no node. */
interface Child {
	readonly field: number;
	readonly type: number;
	readonly start: number;
	readonly end: number;
	/** Undefined for tokens, comments and whatever is hidden. */
	readonly node: Syntax | undefined;
	readonly isNamed: boolean;
}

interface Matcher {
	readonly field?: number;
	readonly type?: number;
	readonly index?: number;
	readonly rest?: boolean;
}

interface CompiledShape {
	readonly is: ShapeKind;
	readonly parts: readonly (readonly [name: string, matchers: readonly Matcher[]])[];
	readonly shape: Shape;
}

export interface Comment {
	readonly start: number;
	readonly end: number;
}

/** What a unit was lowered to, offsets relative to the unit's start. */
export interface Lowered {
	readonly syntax: Syntax;
	readonly comments: readonly Comment[];
}

/** One language's shapes against its grammar, compiled once. */
export class Lowering {
	readonly #data: LanguageData;
	/** By node type id. */
	readonly #shapes: (CompiledShape | undefined)[] = [];
	readonly #comments = new Set<number>();
	/** Type ids, or `parent/child` of them. */
	readonly #containers = new Set<number | string>();
	readonly #named: boolean[] = [];

	/** @throws when a shape names a node type or field that the grammar does not have. */
	constructor(data: LanguageData, grammar: Grammar) {
		this.#data = data;
		const typeId = (type: string): number[] => {
			const ids = grammar.types.flatMap((name, id) => (name === type && grammar.nodeTypeIsNamed(id) ? [id] : []));
			if (ids.length === 0) throw new Error(`${data.id}: the grammar ${data.grammar} has no node "${type}"`);
			return ids;
		};
		for (let id = 0; id < grammar.nodeTypeCount; id++) this.#named[id] = grammar.nodeTypeIsNamed(id);
		const compile = (selector: string): Matcher[] =>
			selector.split('|').flatMap((one): Matcher[] => {
				if (one === '*') return [{ rest: true }];
				if (one.startsWith('#')) return [{ index: Number(one.slice(1)) }];
				if (one.startsWith('@')) return typeId(one.slice(1)).map((type) => ({ type }));
				const field = grammar.fieldIdForName(one);
				if (field === null) throw new Error(`${data.id}: the grammar ${data.grammar} has no field "${one}"`);
				return [{ field }];
			});
		for (const [type, shape] of Object.entries(data.shapes) as [string, Shape][]) {
			const compiled: CompiledShape = {
				is: shape.is,
				parts: Object.entries(shape)
					.filter(([name]) => (PARTS[shape.is] as readonly string[]).includes(name))
					.map(([name, selector]): [string, Matcher[]] => [name, compile(selector as string)]),
				shape,
			};
			for (const id of typeId(type)) this.#shapes[id] = compiled;
		}
		for (const type of data.comments.types) for (const id of typeId(type)) this.#comments.add(id);
		for (const container of data.containers) {
			const [outer = '', inner] = container.split('/');
			if (!inner) for (const id of typeId(outer)) this.#containers.add(id);
			else for (const a of typeId(outer)) for (const b of typeId(inner)) this.#containers.add(`${a}/${b}`);
		}
	}

	isComment(type: number): boolean {
		return this.#comments.has(type);
	}

	isContainer(type: number, parent: number): boolean {
		return this.#containers.has(type) || this.#containers.has(`${parent}/${type}`);
	}

	isNamed(type: number): boolean {
		return this.#named[type] ?? true;
	}

	/** The name of the container that the cursor stands on, '' where it has none. The cursor is left where it was. */
	nameOf(cursor: TreeCursor, source: string): string {
		const matchers = this.#shapes[cursor.nodeTypeId]?.parts.find(([part]) => part === 'name')?.[1] ?? [];
		let name = '';
		if (matchers.length === 0 || !cursor.gotoFirstChild()) return name;
		do {
			if (matchers.some((matcher) => matcher.field === cursor.currentFieldId))
				name = source.slice(cursor.startIndex, cursor.endIndex);
		} while (cursor.gotoNextSibling());
		cursor.gotoParent();
		return name;
	}

	/** Lowers the node that the cursor stands on. `source` is the whole document, `base` the unit's start in it. */
	lower(cursor: TreeCursor, source: string, base: number): Lowered {
		const comments: Comment[] = [];
		const syntax = this.#node(cursor, source, base, comments);
		return { syntax: syntax ?? { kind: 'nothing', start: 0, end: 0 }, comments };
	}

	#node(cursor: TreeCursor, source: string, base: number, comments: Comment[]): Syntax | undefined {
		const type = cursor.nodeTypeId;
		const start = cursor.startIndex - base;
		const end = cursor.endIndex - base;
		if (this.#comments.has(type)) {
			comments.push({ start, end });
			return undefined;
		}
		const compiled = this.#shapes[type];
		const children: Child[] = [];
		if (cursor.gotoFirstChild()) {
			do {
				const childType = cursor.nodeTypeId;
				const isNamed = this.#named[childType] ?? true;
				children.push({
					field: cursor.currentFieldId,
					type: childType,
					start: cursor.startIndex - base,
					end: cursor.endIndex - base,
					node: isNamed ? this.#node(cursor, source, base, comments) : undefined,
					isNamed: isNamed && !this.#comments.has(childType),
				});
			} while (cursor.gotoNextSibling());
			cursor.gotoParent();
		}
		const text = (from: number, to: number) => source.slice(base + from, base + to);
		if (!compiled) {
			const nodes = children.flatMap((child) => child.node ?? []);
			return nodes.length > 0 ? { kind: 'other', start, end, children: nodes } : undefined;
		}
		return this.#build(compiled, distribute(compiled, children), children, start, end, text);
	}

	#build(
		{ is, shape }: CompiledShape,
		parts: ReadonlyMap<string, readonly Child[]>,
		children: readonly Child[],
		start: number,
		end: number,
		text: (from: number, to: number) => string,
	): Syntax | undefined {
		const all = (name: string): Syntax[] => (parts.get(name) ?? []).flatMap((child) => child.node ?? []);
		const maybe = (name: string): Syntax | undefined => all(name)[0];
		const one = (name: string): Syntax => maybe(name) ?? { kind: 'other', start, end, children: [] };
		const written = (name: string): string => {
			const [first] = parts.get(name) ?? [];
			return first ? text(first.start, first.end) : '';
		};
		const operator = (spelling: string): Operator | 'not' | 'minus' | 'pass' =>
			this.#data.operators[spelling.replace(/\s+/g, ' ')] ?? 'other';
		const body = (name: string): Syntax => asBlock(one(name));

		switch (is) {
			case 'hidden':
				return undefined;
			case 'pass':
				return maybe('of') ?? (children.length > 0 ? { kind: 'other', start, end, children: [] } : undefined);
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
				const inner = { start: children[0]?.end ?? start, end: children.at(-1)?.start ?? end };
				const holes = all('holes');
				const value =
					holes.length > 0 ? withoutHoles(parts.get('holes') ?? [], inner, text) : text(inner.start, inner.end);
				return { kind: 'text', start, end, value, inner, holes };
			}
			case 'member':
				return { kind: 'member', start, end, object: one('object'), property: written('property') };
			case 'path':
				return all('*').reduce((object, step) =>
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
				return operators
					.flatMap((op, i): Syntax[] => {
						const left = operands[i];
						const right = operands[i + 1];
						if (!left || !right || op === 'not' || op === 'minus' || op === 'pass') return [];
						return [{ kind: 'binary', start: left.start, end: right.end, operator: op, left, right }];
					})
					.reduce((left, right) => ({
						kind: 'binary',
						start: left.start,
						end: right.end,
						operator: '&&',
						left,
						right,
					}));
			}
			case 'unary': {
				const spelling = written('operator') || text(start, one('operand').start).trim();
				const operand = one('operand');
				const neutral = operator(spelling);
				if (neutral === 'not') return { kind: 'not', start, end, operand };
				if (neutral === 'pass') return operand;
				if (neutral === 'minus' && operand.kind === 'number')
					return { kind: 'number', start, end, text: `-${operand.text}` };
				return { kind: 'other', start, end, children: [operand] };
			}
			case 'ternary':
				return { kind: 'ternary', start, end, condition: one('condition'), consequent: one('then'), otherwise: one('else') };
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
					(this.#data.namesCapture && values.some((value) => value.kind === 'name'));
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
				const mode = shape.mode === 'each' || (parts.get('each') ?? []).length > 0 ? 'each' : 'repeat';
				const condition = maybe('condition');
				return {
					kind: 'loop',
					start,
					end,
					mode,
					head: [...all('each'), ...all('head')],
					...optional('condition', condition),
					body: body('body'),
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
					values: whole && whole.kind === 'list' && targets.length === 1 && whole.items.length > 1 ? [{ ...whole, type: '' }] : items(all('values')),
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
			case 'nothing':
				return { kind: 'nothing', start, end };
			case 'other':
				return { kind: 'other', start, end, children: all('*') };
		}
	}
}

/** Each child to the first part that asks for it. */
function distribute(compiled: CompiledShape, children: readonly Child[]): Map<string, Child[]> {
	const parts = new Map<string, Child[]>();
	let index = 0;
	for (const child of children) {
		const at = child.isNamed ? index++ : -1;
		// A field says most, a place among the children least: `for {}` has its body where a condition might stand.
		const asks = (fits: (matcher: Matcher) => boolean) => compiled.parts.find(([, matchers]) => matchers.some(fits));
		const part =
			asks((matcher) => matcher.field !== undefined && matcher.field === child.field) ??
			asks((matcher) => matcher.type !== undefined && matcher.type === child.type) ??
			asks((matcher) => matcher.index !== undefined && matcher.index === at && child.field === 0) ??
			asks((matcher) => matcher.index !== undefined && matcher.index === at) ??
			asks((matcher) => matcher.rest === true && child.isNamed);
		if (!part) continue;
		const list = parts.get(part[0]);
		if (list) list.push(child);
		else parts.set(part[0], [child]);
	}
	return parts;
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

const asBlock = (node: Syntax): Syntax =>
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
