/**
 * Lowers a tree-sitter tree to the neutral syntax, as the language's shapes say. One pass over the tree with a cursor,
 * children first; each child goes to the first part of its parent's shape that asks for it.
 */
import type { Language as Grammar, TreeCursor } from 'web-tree-sitter';
import type { LanguageData } from '../languages/language.ts';
import { PARTS, type Shape } from '../languages/shapes.ts';
import type { Range } from '../model.ts';
import { braced } from './braces.ts';
import { build } from './build.ts';
import { type CompiledShape, distribute, type Matcher } from './distribute.ts';
import { type Child, Parts } from './parts.ts';
import { asStatement } from './shortCircuits.ts';
import type { Syntax } from './syntax.ts';

/** How deep a tree is looked into: no stack holds the sum of ten thousand texts that a generator writes. */
const DEEPEST = 800;

export interface Comment {
	readonly start: number;
	readonly end: number;
}

/** constants: functions are not looked into, which is enough for what others may see of a file. */
export type Extent = 'whole' | 'constants';

/** What a unit was lowered to, offsets relative to the unit's start. */
export interface Lowered {
	readonly syntax: Syntax;
	readonly comments: readonly Comment[];
}

/** The type of an error in a tree, the same in every grammar. */
const ERROR = 0xffff;

/** One language's shapes against its grammar, compiled once. */
export class Lowering {
	readonly #data: LanguageData;
	/** By node type id. */
	readonly #shapes: (CompiledShape | undefined)[] = [];
	readonly #comments = new Set<number>();
	/** Nodes that go on with the one before them. */
	readonly #tails = new Set<number>();
	/** Type ids, or `parent/child` of them. */
	readonly #containers = new Set<number | string>();
	/** Type id → the field without which it is no container. */
	readonly #containing = new Map<number, number>();
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
			const parts = Object.entries(shape)
				.filter(([name]) => (PARTS[shape.is] as readonly string[]).includes(name))
				.map(([name, selector]): [string, Matcher[]] => [name, compile(selector as string)]);
			const compiled: CompiledShape = {
				...{ parts, shape },
				asked: new Set(parts.flatMap(([, matchers]) => matchers.flatMap(({ type: one }) => one ?? []))),
				...(typeof shape.braces === 'string' && { braces: typeId(shape.braces)[0] ?? ERROR }),
			};
			for (const id of typeId(type)) this.#shapes[id] = compiled;
			if (shape.tail === true) for (const id of typeId(type)) this.#tails.add(id);
		}
		for (const type of data.comments.types) for (const id of typeId(type)) this.#comments.add(id);
		for (const container of data.containers) {
			const [types = '', field] = container.split(':');
			const [outer = '', inner] = types.split('/');
			const fieldId = field === undefined ? null : grammar.fieldIdForName(field);
			if (field !== undefined && fieldId === null)
				throw new Error(`${data.id}: the grammar ${data.grammar} has no field "${field}"`);
			if (fieldId !== null) for (const id of typeId(outer)) this.#containing.set(id, fieldId);
			if (!inner) for (const id of typeId(outer)) this.#containers.add(id);
			else for (const a of typeId(outer)) for (const b of typeId(inner)) this.#containers.add(`${a}/${b}`);
		}
	}

	isComment(type: number): boolean {
		return this.#comments.has(type);
	}

	/** Whether the children of the node that the cursor is on are units. The cursor is left where it was. */
	isContainer(cursor: TreeCursor, parent: number): boolean {
		const type = cursor.nodeTypeId;
		// What the grammar could not place may hold whole types: what is in those is read as ever.
		if (type === ERROR) return hasChild(cursor, () => cursor.nodeTypeId !== ERROR && this.isContainer(cursor, type));
		if (!this.#containers.has(type) && !this.#containers.has(`${parent}/${type}`)) return false;
		const field = this.#containing.get(type);
		return field === undefined || hasChild(cursor, () => cursor.currentFieldId === field);
	}

	/** Whether the node that the cursor is on exports, as the file's default, what is declared in it. */
	isDefault(cursor: TreeCursor, source: string): boolean {
		const shape = this.#shapes[cursor.nodeTypeId]?.shape;
		if (shape?.is !== 'export' || typeof shape.default !== 'string') return false;
		const word = shape.default;
		return hasChild(cursor, () => !cursor.nodeIsNamed && source.slice(cursor.startIndex, cursor.endIndex) === word);
	}

	isNamed(type: number): boolean {
		return this.#named[type] ?? true;
	}

	/** Whether a node of this type goes on with the one before it. */
	isTail(type: number): boolean {
		return this.#tails.has(type);
	}

	get hasTails(): boolean {
		return this.#tails.size > 0;
	}

	/** Where the name of the container stands that the cursor is on, in the document. The cursor is left where it was. */
	nameOf(cursor: TreeCursor): Range | undefined {
		const matchers = this.#shapes[cursor.nodeTypeId]?.parts.find(([part]) => part === 'name')?.[1] ?? [];
		if (matchers.length === 0 || !cursor.gotoFirstChild()) return undefined;
		let found: Range | undefined;
		do {
			if (matchers.some((matcher) => matcher.field === cursor.currentFieldId))
				found = { start: cursor.startIndex, end: cursor.endIndex };
		} while (cursor.gotoNextSibling());
		cursor.gotoParent();
		return found;
	}

	/**
	 * Lowers the node that the cursor stands on. `source` is the whole document, `base` the unit's start in it, `before` what
	 * the node goes on with.
	 */
	lower(cursor: TreeCursor, source: string, base: number, extent: Extent = 'whole', before?: Lowered): Lowered {
		const comments: Comment[] = [...(before?.comments ?? [])];
		const head = before && { ...before.syntax, field: 0, type: 0, node: before.syntax, isNamed: true };
		const syntax = this.#node(cursor, source, base, comments, 0, extent, head);
		const whole: Syntax = syntax ?? { kind: 'nothing', start: 0, end: 0 };
		return { syntax: this.#data.shortCircuits ? asStatement(whole) : whole, comments };
	}

	#node(
		cursor: TreeCursor,
		source: string,
		base: number,
		comments: Comment[],
		depth: number,
		extent: Extent,
		before?: Child,
	): Syntax | undefined {
		const type = cursor.nodeTypeId;
		const start = before?.start ?? cursor.startIndex - base;
		const end = cursor.endIndex - base;
		if (this.#comments.has(type)) {
			comments.push({ start, end });
			return undefined;
		}
		if (depth > DEEPEST) return { kind: 'other', start, end, children: [] };
		const compiled = this.#shapes[type];
		if (extent === 'constants' && compiled && isOpaque(compiled.shape, end - start))
			return { kind: 'other', start, end, children: [] };
		const children: Child[] = before ? [before] : [];
		if (cursor.gotoFirstChild()) {
			do {
				const childType = cursor.nodeTypeId;
				const isNamed = this.#named[childType] ?? true;
				const goesOn = this.#tails.has(childType) && !compiled?.asked.has(childType);
				const head = goesOn && children.at(-1)?.node ? children.pop() : undefined;
				children.push({
					field: head?.field ?? cursor.currentFieldId,
					type: childType,
					start: head?.start ?? cursor.startIndex - base,
					end: cursor.endIndex - base,
					node: isNamed
						? this.#node(cursor, source, base, comments, depth + 1, extent, head)
						: constantToken(cursor, source, base, this.#data),
					isNamed: isNamed && !this.#comments.has(childType),
				});
			} while (cursor.gotoNextSibling());
			cursor.gotoParent();
		}
		const text = (from: number, to: number) => source.slice(base + from, base + to);
		const [only, second] = compiled?.shape.tail === true && !before ? children.filter(({ isNamed }) => isNamed) : [];
		// Without what it goes on with it is what it holds.
		if (only && !second) return only.node;
		const own = compiled?.braces === undefined ? children : braced(children, compiled.braces, text);
		if (!compiled) {
			const nodes = children.flatMap((child) => child.node ?? []);
			return nodes.length > 0 ? { kind: 'other', start, end, children: nodes } : undefined;
		}
		return build(
			new Parts({
				shape: compiled.shape,
				data: this.#data,
				parts: distribute(compiled, own, text),
				children: own,
				start,
				end,
				text,
			}),
		);
	}
}

/** A sign or a word of the language that is a constant and no node: `nil`. */
function constantToken(cursor: TreeCursor, source: string, base: number, { tokens }: LanguageData): Syntax | undefined {
	const { startIndex, endIndex } = cursor;
	const value = endIndex - startIndex > 8 ? undefined : tokens[source.slice(startIndex, endIndex)];
	return value && { kind: 'constant', start: startIndex - base, end: endIndex - base, value };
}

/** A literal longer than this, in UTF-16 units, is somebody's data and no list of codes. */
export const LONGEST_LITERAL = 100_000;
const LITERALS: ReadonlySet<string> = new Set(['list', 'table', 'literal', 'sequence']);

/** What is not looked into where only a file's constants count. */
const isOpaque = ({ is }: Shape, length: number): boolean =>
	is === 'function' || (length > LONGEST_LITERAL && LITERALS.has(is));

/** Whether a child of the node that the cursor is on is such; the cursor is left where it was. */
function hasChild(cursor: TreeCursor, isSuch: () => boolean): boolean {
	if (!cursor.gotoFirstChild()) return false;
	let found = false;
	do found = isSuch();
	while (!found && cursor.gotoNextSibling());
	cursor.gotoParent();
	return found;
}
