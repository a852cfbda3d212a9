/**
 * What constants stand for: literals behind names, enum members, table entries and aliases of the same file.
 */

import type { Syntax } from '../recognise/syntax.ts';
import { givenTo, pathText, type Scope } from './scope.ts';
import type { SubjectReader } from './subject.ts';
import { isLiteral, isReference } from './subject.ts';
import type { Operand, OperandSet } from './test.ts';

/** A name's value at the top level or in a type, with the unit that it stands in (`U` is the caller's own). */
export interface Defined<U> {
	readonly value: Syntax;
	readonly name: Syntax;
	readonly unit: U;
}

export type Resolved<U> =
	| {
			readonly kind: 'value';
			/** The code's text: digits for a number, the text for a string. */
			readonly text: string;
			readonly literal: Syntax;
			/** Where the literal stands; undefined: in the unit of the operand. */
			readonly unit: U | undefined;
			readonly viaReference: boolean;
	  }
	/** A literal in a spelling that no code has: `0x1004`, `4_000`, a template. */
	| { readonly kind: 'odd' }
	/** Declared elsewhere, or computed. */
	| { readonly kind: 'unknown' };

/** The codes of a set. */
export interface Entries<U> {
	readonly operands: readonly Operand[];
	/** The list or table that holds them. */
	readonly container: Syntax;
	/** Where the container stands; undefined: in the unit of the test. */
	readonly unit: U | undefined;
	/** By which it was referred to, '' for a literal. */
	readonly name: string;
}

const PLAIN = /^-?\d+$/;
const HOPS = 6;

/** Names that a file defines, and how to follow them. */
export class Constants<U> {
	readonly #defined: ReadonlyMap<string, Defined<U> | null>;
	readonly #reader: SubjectReader;

	/** `defined`: by path; null where a name is given several values. */
	constructor(defined: ReadonlyMap<string, Defined<U> | null>, reader: SubjectReader) {
		this.#defined = defined;
		this.#reader = reader;
	}

	resolve(operand: Operand): Resolved<U> {
		return this.#literal(operand.node, operand.scope, undefined, 0);
	}

	#literal(written: Syntax, scope: Scope | undefined, unit: U | undefined, hops: number): Resolved<U> {
		const node = this.#reader.peel(written);
		if (node.kind === 'number')
			return PLAIN.test(node.text)
				? { kind: 'value', text: node.text, literal: node, unit, viaReference: hops > 0 }
				: { kind: 'odd' };
		if (node.kind === 'text')
			return node.holes.length === 0
				? { kind: 'value', text: node.value, literal: node, unit, viaReference: hops > 0 }
				: { kind: 'odd' };
		if (isLiteral(node)) return { kind: 'odd' };
		if (hops > HOPS) return { kind: 'unknown' };
		const next = this.#follow(node, scope, unit);
		return next ? this.#literal(next.value, next.scope, next.unit, hops + 1) : { kind: 'unknown' };
	}

	/** The codes of a set, or undefined where it cannot be known whole. */
	entries(
		set: OperandSet,
		entriesOf: (
			container: Syntax,
			scope: Scope | undefined,
		) => { readonly operands: readonly Operand[]; readonly container: Syntax } | undefined,
	): Entries<U> | undefined {
		let node = set.node;
		let scope = set.scope;
		let unit: U | undefined;
		let name = '';
		for (let hops = 0; hops <= HOPS; hops++) {
			const found = entriesOf(node, scope);
			if (found) return { ...found, unit, name };
			if (!isReference(node)) return undefined;
			name = node.kind === 'member' ? node.property : pathText(node);
			const next = this.#follow(node, scope, unit);
			if (!next) return undefined;
			({ value: node, scope, unit } = next);
		}
		return undefined;
	}

	#follow(
		node: Syntax,
		scope: Scope | undefined,
		unit: U | undefined,
	): { value: Syntax; scope: Scope | undefined; unit: U | undefined } | undefined {
		if (!isReference(node)) return undefined;
		if (node.kind === 'name') {
			const local = givenTo(node.text, scope);
			if (local && local !== node) return { value: local, scope, unit };
		}
		const path = pathText(node);
		const own = this.#reader.lexicon.self.find((self) => path.startsWith(`${self}.`));
		const paths = own ? (scope?.enclosing ?? []).map((type) => `${type}.${path.slice(own.length + 1)}`) : [path];
		for (const candidate of paths) {
			const found = this.#defined.get(candidate);
			if (found) return { value: found.value, scope: undefined, unit: found.unit };
		}
		if (node.kind !== 'member') return undefined;
		// `CODES.AUTH` of an object literal
		const table = this.#follow(node.object, scope, unit);
		if (table?.value.kind !== 'table') return undefined;
		const pair = table.value.items.find((item) => item.kind === 'pair' && keyText(item.key) === node.property);
		return pair?.kind === 'pair' ? { value: pair.value, scope: table.scope, unit: table.unit } : undefined;
	}
}

const keyText = (key: Syntax): string => (key.kind === 'name' ? key.text : key.kind === 'text' ? key.value : '');
