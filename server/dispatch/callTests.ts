/** Reads calls and entries of tables as tests of a subject: `set.has(code)`, `code.startsWith(…)`, `handlers[code]`. */

import type { Role } from '../model.ts';
import { pathText } from '../recognise/pathText.ts';
import type { Member, Operator, Syntax } from '../recognise/syntax.ts';
import { patternsOf } from './bindings.ts';
import { type CarrierReader, isAsked, isCodeText, namesSet } from './carrier.ts';
import type { Mentions } from './mentions.ts';
import { placeAsked } from './places.ts';
import type { Scope } from './scope.ts';
import { askedBy, soughtBy } from './seeking.ts';
import { isReference, type Subject, type SubjectReader } from './subject.ts';
import { between, type Test } from './test.ts';

export class CallTests {
	readonly #reader: SubjectReader;
	readonly #about: Mentions;
	readonly #carriers: CarrierReader;
	/** Reads what a function that is handed over asks. */
	readonly #read: (condition: Syntax, subject: Subject, scope: Scope) => Test;
	readonly #contains: ReadonlySet<string>;
	readonly #containsIn: ReadonlySet<string>;
	readonly #startsWith: ReadonlySet<string>;
	readonly #startsWithIn: ReadonlySet<string>;
	readonly #textContains: ReadonlySet<string>;
	readonly #getters: ReadonlySet<string>;
	readonly #anyOf: ReadonlySet<string>;

	constructor(
		reader: SubjectReader,
		about: Mentions,
		carriers: CarrierReader,
		read: (condition: Syntax, subject: Subject, scope: Scope) => Test,
	) {
		this.#reader = reader;
		this.#about = about;
		this.#carriers = carriers;
		this.#read = read;
		this.#contains = new Set(reader.lexicon.contains);
		this.#containsIn = new Set(reader.lexicon.containsIn);
		this.#startsWith = new Set(reader.lexicon.startsWith);
		this.#startsWithIn = new Set(reader.lexicon.startsWithIn);
		this.#textContains = new Set(reader.lexicon.textContains);
		this.#getters = new Set(reader.lexicon.getters);
		this.#anyOf = new Set(reader.lexicon.anyOf);
	}

	/** What a call asks of a subject; undefined where it asks nothing of it. */
	ofCall(node: Syntax & { kind: 'call' }, subject: Subject, scope: Scope): Test | undefined {
		// What reads a code asks nothing: `strings.Cut(code, ".")`.
		if (this.#about.same(node, subject, scope)) return undefined;
		const sought = this.seek(node, subject, scope);
		if (sought) return sought;
		const [first, second] = node.args;
		const { callee } = node;
		if (callee.kind === 'member' && first) {
			const side = this.#about.subjectAt(first, subject, scope);
			// `set.has(code)`, `handlers.get(code)`
			if (side && callee.object.kind === 'range' && this.#contains.has(callee.property))
				return between(callee.object, { via: side.via, subject: first }, scope, 'comparison');
			if (side && (this.#contains.has(callee.property) || this.#getters.has(callee.property)))
				return { kind: 'in', set: { node: callee.object, scope }, via: side.via, subject: first, spot: node };
			const own = this.#about.subjectAt(callee.object, subject, scope);
			// `code.startswith(("AuthFailure", "UnauthorizedOperation"))`
			if (own && this.#startsWith.has(callee.property))
				return first.kind === 'list' || namesSet(first)
					? { kind: 'in', how: 'begins', set: { node: first, scope }, via: own.via, subject: callee.object, spot: node }
					: this.sought(first, 'begins', own.via, callee.object, scope);
			const some = this.#some(callee, first, subject, scope);
			if (some) return some;
			if (own && this.#contains.has(callee.property) && !this.#reader.read(first, scope))
				return this.sought(first, 'holds', own.via, callee.object, scope);
		}
		// `error.message.includes('4100')`
		if (callee.kind === 'member' && first && isCodeText(first) && this.#contains.has(callee.property))
			if (this.#about.isAbout(callee.object, subject, scope))
				return { kind: 'is', operand: { node: first, role: 'argument', scope }, via: 'code', subject: callee.object };
		if (!first || !second) return undefined;
		const name = pathText(callee);
		const inSecond = this.#about.subjectAt(second, subject, scope);
		if (inSecond && this.#containsIn.has(name))
			return { kind: 'in', set: { node: first, scope }, via: inSecond.via, subject: second, spot: node };
		const inFirst = this.#about.subjectAt(first, subject, scope);
		if (inFirst && this.#startsWithIn.has(name)) return this.sought(second, 'begins', inFirst.via, first, scope);
		if (inFirst && this.#textContains.has(name)) return this.sought(second, 'holds', inFirst.via, first, scope);
		// `isCode(err, 4100)`: asked about the subject or its carrier together with codes, it names them.
		const isText = node.args.some(isCodeText);
		const about = node.args.find(
			(arg) =>
				this.#about.subjectAt(arg, subject, scope) ||
				this.#about.isCarrier(arg, subject, scope) ||
				(isText && this.#about.isAbout(arg, subject, scope)),
		);
		const others = node.args.filter((arg) => arg !== about);
		const asked =
			others.find((arg) => isAsked(this.#reader.peel(arg))) ??
			(this.#carriers.asks(node) ? others.find((arg) => namesSet(arg)) : undefined);
		if (!about || !asked) return undefined;
		const via = 'code';
		return asked.kind === 'list' || namesSet(asked)
			? { kind: 'in', set: { node: asked, scope }, via, subject: about, spot: node }
			: { kind: 'is', operand: { node: asked, role: 'argument', scope }, via, subject: about };
	}

	/** `set.count(code)`, `set.find(code)`: that the code is in the set. */
	seek(node: Syntax, subject: Subject, scope: Scope): Test | undefined {
		const found = soughtBy(node.kind === 'name' ? askedBy(node, scope) : node, this.#reader.lexicon);
		const side = found && this.#about.subjectAt(found.code, subject, scope);
		if (!side) return undefined;
		return { kind: 'in', set: { node: found.set, scope }, via: side.via, subject: found.code, spot: found.call };
	}

	/** `FAMILIES.some((family) => code.startsWith(family))`: a test of every item of a set. */
	#some(callee: Member, asked: Syntax, subject: Subject, scope: Scope): Test | undefined {
		if (!this.#anyOf.has(callee.property)) return undefined;
		// `FAMILIES.stream().anyMatch(code::startsWith)`: a method by its name
		const own = asked.kind === 'member' ? this.#about.subjectAt(asked.object, subject, scope) : undefined;
		if (own && asked.kind === 'member') {
			const { object } = callee;
			const isStream = object.kind === 'call' && object.args.length === 0 && object.callee.kind === 'member';
			const node = isStream && object.callee.kind === 'member' ? object.callee.object : object;
			const common = { set: { node, scope }, via: own.via, subject: asked.object, spot: callee.object };
			if (this.#startsWith.has(asked.property)) return { kind: 'in', how: 'begins', ...common };
			return this.#reader.lexicon.equals.includes(asked.property) ? { kind: 'in', ...common } : undefined;
		}
		if (asked.kind !== 'function') return undefined;
		const [parameter] = asked.parameters;
		const [item] = parameter ? patternsOf(parameter) : [];
		if (item?.kind !== 'name' || asked.body.kind === 'block') return undefined;
		const test = this.#read(asked.body, subject, scope);
		if (test.kind !== 'prefix' && test.kind !== 'is') return undefined;
		const { node } = test.operand;
		if (node.kind !== 'name' || node.text !== item.text) return undefined;
		const set = { node: callee.object, scope };
		const { via, subject: at } = test;
		const common = { set, via, subject: at, spot: callee.object };
		return test.kind === 'prefix' ? { kind: 'in', how: test.how, ...common } : { kind: 'in', ...common };
	}

	/** `code.indexOf("X") === 0`: where a text stands in the code says whether it does. */
	place(operator: Operator, left: Syntax, right: Syntax, subject: Subject, scope: Scope, role: Role): Test | undefined {
		const asked = placeAsked(operator, left, right, this.#reader.lexicon);
		if (!asked) return undefined;
		const side = this.#about.subjectAt(asked.of, subject, scope);
		// `error.message.indexOf('4100') >= 0`
		if (!side && asked.how === 'holds' && isCodeText(asked.sought) && this.#about.isAbout(asked.of, subject, scope)) {
			const operand = { node: asked.sought, role: 'argument' as const, scope };
			const is: Test = { kind: 'is', operand, via: 'code', subject: asked.of };
			return asked.holds ? is : { kind: 'not', test: is };
		}
		// `[4100, 4300].indexOf(code) !== -1`
		const member = side ? undefined : this.#about.subjectAt(asked.sought, subject, scope);
		if (!side && (!member || asked.how === 'begins')) return undefined;
		const test: Test = side
			? this.sought(asked.sought, asked.how, side.via, asked.of, scope, role)
			: { kind: 'in', set: { node: asked.of, scope }, via: member?.via ?? 'code', subject: asked.sought, spot: left };
		return asked.holds ? test : { kind: 'not', test };
	}

	sought(
		node: Syntax,
		how: 'begins' | 'holds',
		via: Subject['via'],
		subject: Syntax,
		scope: Scope,
		role: Role = 'comparison',
	): Test {
		return { kind: 'prefix', how, operand: { node, role, scope }, via, subject };
	}

	/** `handlers[code]`: whether a table has the code. */
	ofEntry(node: Syntax & { kind: 'index' }, subject: Subject, scope: Scope): Test | undefined {
		const side = this.#about.subjectAt(node.index, subject, scope);
		return side && (isReference(node.object) || node.object.kind === 'table')
			? { kind: 'in', set: { node: node.object, scope }, via: side.via, subject: node.index, spot: node }
			: undefined;
	}
}
