/** The children of a grammar node as its shape shares them out among its parts. */
import type { LanguageData } from '../languages/language.ts';
import type { Shape } from '../languages/shapes.ts';
import { calledIn } from './messages.ts';
import { asStatement } from './shortCircuits.ts';
import type { Block, Operator, Syntax } from './syntax.ts';

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
export class Parts {
	readonly shape: Shape;
	readonly data: LanguageData;
	/** The children that each part of the shape took. */
	readonly parts: ReadonlyMap<string, readonly Child[]>;
	readonly children: readonly Child[];
	readonly start: number;
	readonly end: number;
	/** The source from one offset to another. */
	readonly text: (from: number, to: number) => string;

	constructor(of: Pick<Parts, 'shape' | 'data' | 'parts' | 'children' | 'start' | 'end' | 'text'>) {
		this.shape = of.shape;
		this.data = of.data;
		this.parts = of.parts;
		this.children = of.children;
		this.start = of.start;
		this.end = of.end;
		this.text = of.text;
	}

	all(name: string): Syntax[] {
		return (this.parts.get(name) ?? []).flatMap((child) => child.node ?? []);
	}

	maybe(name: string): Syntax | undefined {
		return this.all(name)[0];
	}

	/** The part, or an `other` with nothing in it where damaged source has none. */
	one(name: string): Syntax {
		return this.maybe(name) ?? { kind: 'other', start: this.start, end: this.end, children: [] };
	}

	/** The source of the part, '' where there is none. */
	written(name: string): string {
		const [first] = this.parts.get(name) ?? [];
		return first ? this.text(first.start, first.end) : '';
	}

	/** The part as a block; where several nodes are it (a `try`'s body and its `else`), as one. */
	body(name: string): Block {
		const blocks = this.all(name).map(asBlock);
		const [first = { kind: 'block', start: this.start, end: this.end, statements: [] }] = blocks;
		return {
			...first,
			end: blocks.at(-1)?.end ?? first.end,
			statements: blocks.flatMap((block) => this.done(block.statements)),
		};
	}

	/** Nodes as statements. */
	done(nodes: readonly Syntax[]): readonly Syntax[] {
		const statements = this.data.shortCircuits ? nodes.map(asStatement) : nodes;
		return this.data.namesCall ? calledIn(statements, this.data) : statements;
	}

	operator(spelling: string): Operator | 'not' | 'minus' | 'pass' {
		return neutralOf(spelling.replace(/\s+/g, ' '), this.data);
	}
}

type Plain = Operator | 'not' | 'minus' | 'pass';

const PLAIN: ReadonlySet<string> = new Set<Plain>([
	...(['==', '!=', '<', '<=', '>', '>=', '&&', '||', 'in', 'not in', 'is a', 'other', 'not', 'minus', 'pass'] as const),
]);
const isPlain = (operator: string): operator is Plain => PLAIN.has(operator);

/** What an operator compares or joins; `other` for any that seeks. */
export function neutralOf(spelling: string, { operators }: LanguageData): Plain {
	const neutral = operators[spelling] ?? 'other';
	return isPlain(neutral) ? neutral : 'other';
}

/** An operator as one between two sides; one that stands before a side is none. */
export const betweenSides = (operator: Plain): Operator =>
	operator === 'not' || operator === 'minus' || operator === 'pass' ? 'other' : operator;

export const asBlock = (node: Syntax): Block =>
	node.kind === 'block'
		? node
		: // An `else` that may stand in a switch, too
			node.kind === 'arm'
			? { kind: 'block', start: node.start, end: node.end, statements: node.body }
			: { kind: 'block', start: node.start, end: node.end, statements: [node] };

/** The type of lists that are no value: arguments, parameters, several targets of an assignment. */
export const SEQUENCE = ',';

/** The items of a lone sequence or block; any other nodes as they are. */
export function items(nodes: readonly Syntax[]): readonly Syntax[] {
	const [first] = nodes;
	if (nodes.length !== 1 || !first) return nodes;
	if (first.kind === 'list' && first.type === SEQUENCE && first.cast === undefined) return first.items;
	return first.kind === 'block' ? first.statements : nodes;
}

/** Nodes with the sequences among them taken apart. */
export const flat = (nodes: readonly Syntax[]): Syntax[] =>
	nodes.flatMap((node) => (node.kind === 'list' && node.type === SEQUENCE ? flat(node.items) : [node]));

/** A property that is there only with a value. */
export const optional = <K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } =>
	(value === undefined ? {} : { [key]: value }) as { [P in K]?: T };

/** What stands in a cast, dereference or other wrapper that is no node of its own. */
export const wide = (node: Syntax, start: number, end: number, cast = ''): Syntax => ({
	...node,
	written: { start, end },
	...(cast && { cast }),
});
