/**
 * A condition as a test of one subject: the set of codes it denotes, still in terms of what is written. `decide.ts`
 * answers for a given code; this file only reads conditions.
 */
import type { Role } from '../model.ts';
import type { Operator, Syntax } from '../recognise/syntax.ts';
import { pathText, type Scope, valueOf } from './scope.ts';
import { isReference, type Subject, type SubjectReader } from './subject.ts';

/** A value that a subject is tested for, as written. */
export interface Operand {
	readonly node: Syntax;
	readonly role: Role;
	readonly scope: Scope | undefined;
}

/** A set or list that a subject is sought in, as written: a literal, or a reference to one. */
export interface OperandSet {
	readonly node: Syntax;
	readonly scope: Scope | undefined;
}

export type Test =
	| { readonly kind: 'is'; readonly operand: Operand; readonly via: Subject['via']; readonly subject: Syntax }
	| {
			readonly kind: 'in';
			readonly set: OperandSet;
			readonly via: Subject['via'];
			readonly subject: Syntax;
			readonly spot: Syntax;
	  }
	| {
			readonly kind: 'range';
			readonly operator: '<' | '<=' | '>' | '>=';
			readonly bound: Operand;
			readonly via: Subject['via'];
			readonly subject: Syntax;
	  }
	| { readonly kind: 'prefix'; readonly operand: Operand; readonly via: Subject['via']; readonly subject: Syntax }
	/** The subject itself as a condition: anything but 0 and the empty text. */
	| { readonly kind: 'truthy'; readonly subject: Syntax }
	/** That there is a reply, an error, a code at all. */
	| { readonly kind: 'present' }
	| { readonly kind: 'always' }
	| { readonly kind: 'not'; readonly test: Test }
	| { readonly kind: 'and' | 'or'; readonly tests: readonly [Test, Test] }
	/** Says nothing of the code. */
	| { readonly kind: 'opaque'; readonly mentions: 'carrier' | 'nothing' };

const MIRRORED: Partial<Record<Operator, Operator>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

export class TestReader {
	readonly #reader: SubjectReader;
	readonly #contains: ReadonlySet<string>;
	readonly #containsIn: ReadonlySet<string>;
	readonly #startsWith: ReadonlySet<string>;
	readonly #startsWithIn: ReadonlySet<string>;
	readonly #typeChecks: ReadonlySet<string>;

	constructor(reader: SubjectReader) {
		this.#reader = reader;
		this.#contains = new Set(reader.lexicon.contains);
		this.#containsIn = new Set(reader.lexicon.containsIn);
		this.#startsWith = new Set(reader.lexicon.startsWith);
		this.#startsWithIn = new Set(reader.lexicon.startsWithIn);
		this.#typeChecks = new Set(reader.lexicon.typeChecks);
	}

	/** Every subject that a condition reads, each key once, in order. */
	subjects(condition: Syntax, scope: Scope): Subject[] {
		const found = new Map<string, Subject>();
		const look = (node: Syntax): void => {
			const subject = this.#reader.read(node, scope);
			if (subject) {
				if (!found.has(subject.key)) found.set(subject.key, subject);
				return;
			}
			for (const child of conditionParts(node)) look(child);
		};
		look(condition);
		return [...found.values()];
	}

	/** What a condition says of a subject. `role`: of the values that it compares with. */
	read(condition: Syntax, subject: Subject, scope: Scope, role: Role = 'comparison'): Test {
		const node = this.#reader.peel(condition);
		switch (node.kind) {
			case 'not':
				return { kind: 'not', test: this.read(node.operand, subject, scope, role) };
			case 'binary':
				if (node.operator === '&&' || node.operator === '||')
					return {
						kind: node.operator === '&&' ? 'and' : 'or',
						tests: [this.read(node.left, subject, scope, role), this.read(node.right, subject, scope, role)],
					};
				return this.#comparison(node.operator, node.left, node.right, subject, scope, role);
			case 'constant':
				if (node.value === 'true') return { kind: 'always' };
				break;
			case 'call':
			case 'index': {
				const test = node.kind === 'call' ? this.#call(node, subject, scope) : this.#lookup(node, subject, scope);
				if (test) return test;
				break;
			}
			case 'name': {
				const value = valueOf(node.text, scope);
				// `const isAuth = code === 4100; if (isAuth)`; `_, ok := handlers[code]; if ok`
				const condition = value?.kind === 'assign' ? value.values[0] : value;
				// `e, ok := err.(*T); if ok`
				if (value?.kind === 'assign' && condition && this.#isCarrier(condition, subject, scope))
					return { kind: 'present' };
				if (
					condition &&
					['binary', 'not', 'call', 'index'].includes(condition.kind) &&
					!this.#same(condition, subject, scope)
				) {
					const test = this.read(condition, subject, scope, role);
					if (test.kind !== 'opaque') return test;
				}
				break;
			}
		}
		if (this.#same(node, subject, scope)) return { kind: 'truthy', subject: node };
		if (this.#isCarrier(node, subject, scope)) return { kind: 'present' };
		return this.#opaque(node, subject, scope);
	}

	/** The test of one arm of a switch on the subject. */
	arm(values: readonly Syntax[], via: Subject['via'], switched: Syntax, scope: Scope): Test {
		const tests = values
			.flatMap((value) => (value.kind === 'list' ? value.items : [value]))
			.map((value): Test => ({ kind: 'is', operand: { node: value, role: 'arm', scope }, via, subject: switched }));
		return anyOf(tests);
	}

	#comparison(operator: Operator, left: Syntax, right: Syntax, subject: Subject, scope: Scope, role: Role): Test {
		const onLeft = this.#subjectAt(left, subject, scope);
		const onRight = onLeft ? undefined : this.#subjectAt(right, subject, scope);
		const other = onLeft ? right : left;
		const side = onLeft ?? onRight;
		if (!side) {
			if (operator === 'is a' && this.#isCarrier(left, subject, scope)) return { kind: 'present' };
			// `typeof reply.code === 'number'`
			const asked = left.kind === 'other' && left.children.length === 1 ? left.children[0] : undefined;
			if (asked && operator === '==' && right.kind === 'text' && this.mentions(asked, subject, scope))
				return { kind: 'present' };
			if ((operator === '==' || operator === '!=') && this.#saysNothing(right) && this.#isCarrier(left, subject, scope))
				return operator === '!=' ? { kind: 'present' } : { kind: 'not', test: { kind: 'present' } };
			// `"code" in reply`
			if (operator === 'in' && left.kind === 'text' && this.#isCarrier(right, subject, scope))
				return { kind: 'present' };
			return this.#opaque(
				{ kind: 'list', start: left.start, end: right.end, type: '', items: [left, right] },
				subject,
				scope,
			);
		}
		const written = onLeft ? left : right;
		// `(code := body.get("code")) == 4100` tests what it names.
		const at = (written.kind === 'assign' && written.targets[0]) || written;
		const common = { via: side.via, subject: at };
		const mirrored = onLeft ? operator : (MIRRORED[operator] ?? operator);
		switch (mirrored) {
			case '==':
			case '!=': {
				const is: Test = this.#saysNothing(other)
					? { kind: 'not', test: { kind: 'present' } }
					: { kind: 'is', operand: { node: other, role, scope }, ...common };
				return mirrored === '==' ? is : { kind: 'not', test: is };
			}
			case '<':
			case '<=':
			case '>':
			case '>=':
				return { kind: 'range', operator: mirrored, bound: { node: other, role, scope }, ...common };
			case 'in':
			case 'not in': {
				if (!onLeft) return { kind: 'opaque', mentions: 'carrier' };
				const within: Test = { kind: 'in', set: { node: other, scope }, spot: other, ...common };
				return mirrored === 'in' ? within : { kind: 'not', test: within };
			}
			default:
				return { kind: 'opaque', mentions: 'carrier' };
		}
	}

	#call(node: Syntax & { kind: 'call' }, subject: Subject, scope: Scope): Test | undefined {
		const [first, second] = node.args;
		const { callee } = node;
		if (callee.kind === 'member' && first) {
			const side = this.#subjectAt(first, subject, scope);
			if (side && this.#contains.has(callee.property))
				return { kind: 'in', set: { node: callee.object, scope }, via: side.via, subject: first, spot: node };
			const own = this.#subjectAt(callee.object, subject, scope);
			if (own && this.#startsWith.has(callee.property))
				return {
					kind: 'prefix',
					operand: { node: first, role: 'comparison', scope },
					via: own.via,
					subject: callee.object,
				};
		}
		if (!first || !second) return undefined;
		const name = pathText(callee);
		if (this.#typeChecks.has(name) && (this.#isCarrier(first, subject, scope) || this.#same(first, subject, scope)))
			return { kind: 'present' };
		const inSecond = this.#subjectAt(second, subject, scope);
		if (inSecond && this.#containsIn.has(name))
			return { kind: 'in', set: { node: first, scope }, via: inSecond.via, subject: second, spot: node };
		const inFirst = this.#subjectAt(first, subject, scope);
		if (inFirst && this.#startsWithIn.has(name))
			return { kind: 'prefix', operand: { node: second, role: 'comparison', scope }, via: inFirst.via, subject: first };
		// `isCode(err, 4100)`: asked about the subject or its carrier together with codes, it names them.
		const about = node.args.find((arg) => this.#subjectAt(arg, subject, scope) || this.#isCarrier(arg, subject, scope));
		const asked = node.args.find((arg) => arg !== about && isAsked(this.#reader.peel(arg)));
		if (!about || !asked) return undefined;
		const via = 'code';
		return asked.kind === 'list'
			? { kind: 'in', set: { node: asked, scope }, via, subject: about, spot: node }
			: { kind: 'is', operand: { node: asked, role: 'argument', scope }, via, subject: about };
	}

	/** `handlers[code]`: whether a table has the code. */
	#lookup(node: Syntax & { kind: 'index' }, subject: Subject, scope: Scope): Test | undefined {
		const side = this.#subjectAt(node.index, subject, scope);
		return side && isReference(node.object)
			? { kind: 'in', set: { node: node.object, scope }, via: side.via, subject: node.index, spot: node }
			: undefined;
	}

	#subjectAt(node: Syntax, subject: Subject, scope: Scope): Subject | undefined {
		const read = this.#reader.read(node, scope);
		return read?.key === subject.key ? read : undefined;
	}

	#same(node: Syntax, subject: Subject, scope: Scope): boolean {
		return this.#subjectAt(node, subject, scope) !== undefined;
	}

	#isCarrier(node: Syntax, subject: Subject, scope: Scope): boolean {
		if (!subject.carrier) return false;
		const carrier = pathText(this.#reader.origin(subject.carrier, scope));
		return pathText(this.#reader.origin(node, scope)) === carrier;
	}

	#saysNothing(node: Syntax): boolean {
		return (
			(node.kind === 'constant' && node.value === 'null') ||
			(node.kind === 'name' && this.#reader.lexicon.nothing.includes(node.text))
		);
	}

	#opaque(node: Syntax, subject: Subject, scope: Scope): Test {
		return { kind: 'opaque', mentions: this.mentions(node, subject, scope) ? 'carrier' : 'nothing' };
	}

	/** Whether anything in a node reads the subject or names its carrier. */
	mentions(node: Syntax, subject: Subject, scope: Scope): boolean {
		if (this.#same(node, subject, scope) || this.#isCarrier(node, subject, scope)) return true;
		return conditionParts(node).some((child) => this.mentions(child, subject, scope));
	}
}

/** The test that holds where one of them does. */
export function anyOf(tests: readonly Test[]): Test {
	const [first, ...rest] = tests;
	if (!first) return { kind: 'opaque', mentions: 'nothing' };
	return rest.reduce((left, right): Test => ({ kind: 'or', tests: [left, right] }), first);
}

/** A literal, a list of them or a constant's name: what a helper may be asked for. */
const isAsked = (node: Syntax): boolean =>
	node.kind === 'number' ||
	node.kind === 'text' ||
	(node.kind === 'list' && node.items.length > 0 && node.items.every(isAsked));

/** What a condition is made of, nested functions left out. */
export function conditionParts(node: Syntax): readonly Syntax[] {
	switch (node.kind) {
		case 'binary':
			return [node.left, node.right];
		case 'not':
			return [node.operand];
		case 'call':
			return [node.callee, ...node.args.filter((arg) => arg.kind !== 'function')];
		case 'member':
			return [node.object];
		case 'index':
			return [node.object, node.index];
		case 'ternary':
			return [node.condition, node.consequent, node.otherwise];
		case 'list':
			return node.items;
		case 'pair':
			return [node.value];
		case 'assign':
			return node.values;
		case 'other':
			return node.children;
		case 'text':
			return node.holes;
		case 'table':
			return node.items;
		default:
			return [];
	}
}

/** The atomic tests in a test, in source order; `negated` where an odd number of negations stands around it. */
export function* atoms(test: Test, negated = false): Generator<readonly [test: Test, negated: boolean]> {
	if (test.kind === 'not') yield* atoms(test.test, !negated);
	else if (test.kind === 'and' || test.kind === 'or') for (const part of test.tests) yield* atoms(part, negated);
	else yield [test, negated];
}
