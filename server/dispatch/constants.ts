/**
 * What constants stand for: literals behind names, enum members, table entries and aliases, of this file first, then
 * of the files that it imports.
 */

import { pathText } from '../recognise/pathText.ts';
import { asPath, requiredIn, segmentsOf, WHOLE } from '../recognise/references.ts';
import type { Syntax } from '../recognise/syntax.ts';
import { keyText } from './bindings.ts';
import { givenTo, isLocal, type Scope } from './scope.ts';
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
			/** The literal stands in another file (`literal` is what refers to it), or only an SDK has it. */
			readonly from?: 'elsewhere' | 'sdk';
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
	/** It stands in another file; `container` is what refers to it. */
	readonly from?: 'elsewhere';
	/** By which it was referred to, '' for a literal. */
	readonly name: string;
}

const PLAIN = /^-?\d+$/;
const HOPS = 6;

/** What a name of another file stands for, all names in it followed. */
export type Foreign =
	| { readonly kind: 'value'; readonly text: string }
	| { readonly kind: 'odd' }
	/** `entries`: undefined where it is not known whole; an entry, where that one is not known. */
	| {
			readonly kind: 'set';
			readonly entries:
				| readonly ({ readonly kind: 'value'; readonly text: string } | { readonly kind: 'odd' } | undefined)[]
				| undefined;
	  };

/** What names stand for that a file takes from others. */
export interface Elsewhere {
	/** By a path as this file reads it: `codes.AUTH`. */
	name(path: readonly string[]): Foreign | undefined;
	/** By a module and a path in it: `require('./codes').AUTH`. */
	module(source: string, path: readonly string[]): Foreign | undefined;
}

/** Names that a file defines, and how to follow them. */
export class Constants<U> {
	readonly #defined: ReadonlyMap<string, Defined<U> | null>;
	readonly #reader: SubjectReader;
	readonly #elsewhere: Elsewhere | undefined;
	/** The paths whose members the file reads by their bare names. */
	readonly #opened: readonly string[];

	/** `defined`: by path; null where a name is given several values. */
	constructor(defined: ReadonlyMap<string, Defined<U> | null>, reader: SubjectReader, elsewhere?: Elsewhere) {
		this.#defined = defined;
		this.#opened = [...defined.keys()].flatMap((path) => path.split(WHOLE)[1] ?? []);
		this.#reader = reader;
		this.#elsewhere = elsewhere;
	}

	resolve(operand: Operand): Resolved<U> {
		const found = this.#literal(operand.node, operand.scope, undefined, 0);
		const resolved = found.kind === 'unknown' ? (this.#named(operand) ?? found) : found;
		return operand.from && resolved.kind === 'value' ? { ...resolved, from: operand.from } : resolved;
	}

	#literal(written: Syntax, scope: Scope | undefined, unit: U | undefined, hops: number): Resolved<U> {
		const node = asPath(this.#reader.peel(written));
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
		// `AUTH(4100, "not authorised")` of an enum
		const made = next && node.kind === 'member' ? madeWith(next.value) : undefined;
		if (next) return this.#literal(made ?? next.value, next.scope, next.unit, hops + 1);
		// `ErrorCode.AUTH.getCode()`
		const constant = constantRead(node, this.#reader);
		if (constant) return this.#literal(constant, scope, unit, hops + 1);
		const foreign = this.#foreign(node, scope);
		const [entry] = foreign?.kind === 'set' && node.kind === 'member' ? (foreign.entries ?? []) : [];
		if (entry?.kind === 'value')
			return { kind: 'value', text: entry.text, literal: node, unit, viaReference: true, from: 'elsewhere' };
		if (foreign?.kind === 'value')
			return { kind: 'value', text: foreign.text, literal: node, unit, viaReference: true, from: 'elsewhere' };
		return foreign?.kind === 'odd' ? foreign : { kind: 'unknown' };
	}

	/** A member that an arm names without its type: `case AUTH:` of `switch (ErrorCode.of(code))`. */
	#named({ node, role, scope, type }: Operand): Resolved<U> | undefined {
		if (node.kind !== 'name' || (role !== 'arm' && !node.isMember) || !this.#reader.lexicon.armsNameMembers)
			return undefined;
		if (type !== undefined) {
			const { start, end, text } = node;
			const object: Syntax = { kind: 'name', start, end: start, text: type };
			const member = this.#literal({ kind: 'member', start, end, object, property: text }, scope, undefined, 1);
			if (member.kind !== 'unknown') return member;
		}
		const found = [...this.#defined].filter(([path]) => path.endsWith(`.${node.text}`));
		const [, defined] = found.length === 1 ? (found[0] ?? []) : [];
		return defined ? this.#literal(madeWith(defined.value) ?? defined.value, undefined, defined.unit, 1) : undefined;
	}

	/** What a name or a path of another file stands for. */
	#foreign(node: Syntax, scope: Scope | undefined): Foreign | undefined {
		const elsewhere = this.#elsewhere;
		if (!elsewhere) return undefined;
		const required = requiredIn(node, this.#reader);
		if (required) return elsewhere.module(required.source, required.path);
		if (!isReference(node)) return undefined;
		const found = this.#foreignPath(segmentsOf(node), scope, 0);
		for (const path of found ? [] : this.#openedFor(scope)) {
			const other = elsewhere.name([...path.split('.'), ...segmentsOf(node)]);
			if (other) return other;
		}
		if (found || !scope || !this.#reader.lexicon.bareMembers) return found;
		// What stands around here may stand around it there: namespaces.
		for (const path of membersOf(scope.enclosing, pathText(node))) {
			const other = elsewhere.name(path.split('.'));
			if (other) return other;
		}
		return undefined;
	}

	#foreignPath(path: readonly string[], scope: Scope | undefined, hops: number): Foreign | undefined {
		const elsewhere = this.#elsewhere;
		const [root] = path;
		if (!elsewhere || root === undefined || hops > HOPS) return undefined;
		const isOwn = scope !== undefined && isLocal(root, scope);
		for (let length = path.length - 1; length > 0; length--) {
			// `const codes = require('./codes')`, `const Codes = codes.Codes`, in a function or out of it
			const name = path.slice(0, length);
			const value = isOwn ? length === 1 && givenTo(root, scope) : this.#defined.get(name.join('.'))?.value;
			if (!value) continue;
			const given = asPath(value);
			const rest = path.slice(length);
			const module = requiredIn(given, this.#reader);
			if (module) return elsewhere.module(module.source, [...module.path, ...rest]);
			if (isReference(given)) return this.#foreignPath([...segmentsOf(given), ...rest], scope, hops + 1);
		}
		return isOwn ? undefined : elsewhere.name(path);
	}

	/** The codes of a set, or undefined where it cannot be known whole. */
	entries(
		set: OperandSet,
		entriesOf: (
			container: Syntax,
			scope: Scope | undefined,
		) => { readonly operands: readonly Operand[]; readonly container: Syntax } | undefined,
	): Entries<U> | undefined {
		let node = asPath(set.node);
		let scope = set.scope;
		let unit: U | undefined;
		let name = '';
		for (let hops = 0; hops <= HOPS; hops++) {
			const found = entriesOf(node, scope);
			if (found) return { ...found, unit, name };
			if (isReference(node)) name = node.kind === 'member' ? node.property : pathText(node);
			const next = this.#follow(node, scope, unit);
			if (!next) return this.#foreignEntries(node, scope, unit, name);
			({ scope, unit } = next);
			node = asPath(next.value);
		}
		return undefined;
	}

	/** The codes of a set that stands in another file. */
	#foreignEntries(node: Syntax, scope: Scope | undefined, unit: U | undefined, name: string): Entries<U> | undefined {
		const foreign = this.#foreign(node, scope);
		if (foreign?.kind !== 'set' || !foreign.entries) return undefined;
		const { start, end } = node;
		const operands = foreign.entries.map((entry): Operand => {
			const inner = { start, end };
			const value: Syntax =
				entry?.kind === 'value'
					? { kind: 'text', start, end, value: entry.text, inner, holes: [] }
					: entry
						? { kind: 'constant', start, end, value: 'null' }
						: { kind: 'other', start, end, children: [] };
			return { node: value, role: 'member', scope: undefined, from: 'elsewhere' };
		});
		return { operands, container: node, unit, name, from: 'elsewhere' };
	}

	/** The paths whose members a scope reads by their bare names. */
	#openedFor(scope: Scope | undefined): readonly string[] {
		const own: string[] = [];
		for (let at = scope; at?.func; at = at.parent)
			for (const name of at.values.keys()) if (name.startsWith(WHOLE)) own.push(name.slice(WHOLE.length));
		return own.length > 0 ? [...own, ...this.#opened] : this.#opened;
	}

	#follow(
		node: Syntax,
		scope: Scope | undefined,
		unit: U | undefined,
		hops = 0,
	): { value: Syntax; scope: Scope | undefined; unit: U | undefined } | undefined {
		if (!isReference(node)) return undefined;
		if (node.kind === 'name') {
			const local = givenTo(node.text, scope);
			if (local && local !== node) return { value: local, scope, unit };
		}
		const [root = ''] = segmentsOf(node);
		const path = pathText(node);
		const own = this.#reader.lexicon.self.find((self) => path.startsWith(`${self}.`));
		const types = scope?.enclosing ?? [];
		const paths = own
			? membersOf(types, path.slice(own.length + 1))
			: [
					path,
					...(this.#reader.lexicon.bareMembers ? membersOf(types, path) : []),
					...this.#openedFor(scope).flatMap((one) => [`${one}.${path}`, ...membersOf(types, `${one}.${path}`)]),
				];
		// A parameter or a variable of the function hides the file's constant of that name.
		if (!own && scope && isLocal(root, scope)) return this.#field(node, scope, unit, hops);
		for (const candidate of paths) {
			const found = this.#defined.get(candidate);
			if (found) return { value: found.value, scope: undefined, unit: found.unit };
		}
		return this.#field(node, scope, unit, hops);
	}

	/** `CODES.AUTH` of an object literal. */
	#field(
		node: Syntax,
		scope: Scope | undefined,
		unit: U | undefined,
		hops: number,
	): { value: Syntax; scope: Scope | undefined; unit: U | undefined } | undefined {
		if (node.kind !== 'member' || hops > HOPS) return undefined;
		const table = this.#follow(node.object, scope, unit, hops + 1);
		// `namespace e = qcloud::errors;`, `using tencent::ErrorCode;`
		if (table && isReference(table.value) && table.value !== node.object)
			return this.#follow({ ...node, object: table.value }, table.scope, table.unit, hops + 1);
		if (table?.value.kind !== 'table') return undefined;
		const pair = table.value.items.find((item) => item.kind === 'pair' && keyText(item.key) === node.property);
		return pair?.kind === 'pair' ? { value: pair.value, scope: table.scope, unit: table.unit } : undefined;
	}
}

/** By what paths a member of one of the types around may be meant, the innermost first. */
const membersOf = (types: readonly string[], name: string): string[] =>
	types.flatMap((type, i) => [...new Set([`${types.slice(0, i + 1).join('.')}.${name}`, `${type}.${name}`])]).reverse();

/** What a constant begins with that is made of several values, or by a constructor. */
export function madeWith(value: Syntax): Syntax | undefined {
	const [first] = value.kind === 'list' ? value.items : value.kind === 'call' ? value.args : [];
	return first && isLiteral(first) ? first : undefined;
}

/** The constant of a type that an accessor reads its code from: `ErrorCode.AUTH` of `ErrorCode.AUTH.getCode()`. */
export function constantRead(node: Syntax, reader: SubjectReader): Syntax | undefined {
	const read = node.kind === 'call' && node.args.length === 0 ? node.callee : node;
	return read.kind === 'member' && reader.isConstant(read.object) ? read.object : undefined;
}
