/** Reads conditions as tests of a subject. Nothing here decides what a test means for a code. */
import type { Role } from '../model.ts';
import { pathText } from '../recognise/pathText.ts';
import type { Operator, Syntax } from '../recognise/syntax.ts';
import { itemsOf } from './bindings.ts';
import { CallTests } from './callTests.ts';
import { CarrierReader, isCodeText } from './carrier.ts';
import { Mentions } from './mentions.ts';
import { foundBy } from './places.ts';
import { givenTo, type Scope, typesOf } from './scope.ts';
import { askedBy, countedIn } from './seeking.ts';
import { isReference, type Subject, type SubjectReader } from './subject.ts';
import { anyOf, between, conditionParts, NEVER, type Test } from './test.ts';

const MIRRORED: Partial<Record<Operator, Operator>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

export class TestReader {
	readonly #reader: SubjectReader;
	readonly #anyOf: ReadonlySet<string>;
	readonly #carriers: CarrierReader;
	readonly #about: Mentions;
	readonly #calls: CallTests;

	/** What names stand for that are being read: two may be made of each other. */
	readonly #open = new Set<Syntax>();

	constructor(reader: SubjectReader) {
		this.#reader = reader;
		this.#anyOf = new Set(reader.lexicon.anyOf);
		this.#carriers = new CarrierReader(reader);
		this.#about = new Mentions(reader);
		this.#calls = new CallTests(reader, this.#about, this.#carriers, (condition, subject, scope) =>
			this.read(condition, subject, scope),
		);
	}

	/** Every subject that conditions read, each key once, in order. */
	subjects(conditions: readonly Syntax[], scope: Scope): Subject[] {
		const found = new Map<string, Subject>();
		const look = (node: Syntax, hops: number): void => {
			// Either side of `a.code || b.code` may be asked by itself.
			const subject = node.kind === 'binary' ? undefined : this.#reader.read(node, scope);
			if (subject) {
				if (!found.has(subject.key)) found.set(subject.key, subject);
				return;
			}
			const asked = node.kind === 'name' && hops < 5 ? askedBy(node, scope) : undefined;
			if (asked) look(asked, hops + 1);
			const carrier = this.#carriers.asked(node, scope);
			if (carrier && !found.has(carrier.key)) found.set(carrier.key, carrier);
			for (const child of conditionParts(node)) look(child, hops);
			if (node.kind === 'call' && node.callee.kind === 'member' && this.#anyOf.has(node.callee.property))
				for (const arg of node.args) if (arg.kind === 'function' && arg.body.kind !== 'block') look(arg.body, hops);
		};
		for (const condition of conditions) look(condition, 0);
		return [...found.values()];
	}

	/** What a condition says of a subject. `role`: of the values that it compares with. */
	read(condition: Syntax, subject: Subject, scope: Scope, role: Role = 'comparison'): Test {
		const node = this.#reader.peel(condition);
		switch (node.kind) {
			case 'not':
				return { kind: 'not', test: this.read(node.operand, subject, scope, role) };
			case 'binary':
				// `handlers[code] ?? null`
				if (node.operator === '||' && this.#about.saysNothing(node.right))
					return this.read(node.left, subject, scope, role);
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
				const test =
					node.kind === 'call' ? this.#calls.ofCall(node, subject, scope) : this.#calls.ofEntry(node, subject, scope);
				if (test) return test;
				break;
			}
			case 'name': {
				const value = givenTo(node.text, scope, node.start);
				// `e, ok := err.(*T); if ok`
				if (value?.kind === 'assign' && value.values[0] && this.#about.isCarrier(value.values[0], subject, scope))
					return { kind: 'present' };
				const asked = askedBy(node, scope);
				if (asked && !this.#open.has(asked) && !this.#about.same(asked, subject, scope)) {
					this.#open.add(asked);
					const test = this.read(asked, subject, scope, role);
					this.#open.delete(asked);
					if (test.kind !== 'opaque') return test;
				}
				break;
			}
		}
		// `int.TryParse(reply.Code, out code)` asks only whether it is a number.
		const isFilled = node.kind === 'assign' && !node.declares && node.start < (node.targets[0]?.start ?? 0);
		if (isFilled && node.values.some((value) => this.#about.same(value, subject, scope))) return { kind: 'present' };
		// `if let Some(handler) = handlers.get(&code)`
		const [given] = node.kind === 'assign' && node.declares ? node.values : [];
		if (given && (given.kind === 'call' || given.kind === 'index') && !this.#about.same(given, subject, scope)) {
			const looked = this.read(given, subject, scope, role);
			if (looked.kind === 'in') return looked;
		}
		if (this.#about.same(node, subject, scope)) {
			// `if let Some(code) = reply.code`
			const isHeld = node.kind === 'assign' && node.targets.some(({ cast }) => cast !== undefined);
			return isHeld ? { kind: 'present' } : { kind: 'truthy', subject: node };
		}
		if (this.#about.isCarrier(node, subject, scope)) return { kind: 'present' };
		// `errors.As(err, &e)`
		if (node.kind === 'assign' && node.values.some((value) => this.#about.isCarrier(value, subject, scope)))
			return { kind: 'present' };
		return this.#opaque(node, subject, scope);
	}

	/** The test of one arm of a switch on the subject. Where there is no code, no test of one holds. */
	arm(values: readonly Syntax[], subject: Subject, switched: Syntax, scope: Scope): Test {
		const { via } = subject;
		const type = this.#reader.lexicon.armsNameMembers ? typeOf(switched, scope) : undefined;
		const tests = values
			.flatMap((value) => (value.kind === 'list' ? value.items : [value]))
			.map((value): Test => {
				if (value.kind === 'range') return between(value, { via, subject: switched }, scope, 'arm');
				if (this.#about.saysNothing(value)) return NEVER;
				// `when *DENIED`
				const [spread] = value.kind === 'other' && value.children.length === 1 ? value.children : [];
				if (spread && isReference(spread))
					return { kind: 'in', set: { node: spread, scope }, via, subject: switched, spot: value };
				// `>= 4000 and < 5000`
				if (value.kind === 'not' || (value.kind === 'binary' && value.operator !== 'other'))
					return this.read(value, subject, scope, 'arm');
				const operand = { node: value, role: 'arm', scope, ...(type !== undefined && { type }) } as const;
				return patterned({ kind: 'is', operand, via, subject: switched });
			});
		return anyOf(tests);
	}

	#comparison(operator: Operator, left: Syntax, right: Syntax, subject: Subject, scope: Scope, role: Role): Test {
		const onLeft = this.#about.subjectAt(left, subject, scope);
		const onRight = onLeft ? undefined : this.#about.subjectAt(right, subject, scope);
		const other = onLeft ? right : left;
		const side = onLeft ?? onRight;
		if (!side) {
			const there = foundBy(operator, right, this.#reader.lexicon);
			const sought = there === undefined ? undefined : this.#calls.seek(left, subject, scope);
			if (sought) return there ? sought : { kind: 'not', test: sought };
			const place = this.#calls.place(operator, left, right, subject, scope, role);
			if (place) return place;
			if (operator === 'is a' && this.#about.isCarrier(left, subject, scope)) return { kind: 'present' };
			// `typeof reply.code === 'number'`
			const asked = left.kind === 'other' && left.children.length === 1 ? left.children[0] : undefined;
			if (asked && operator === '==' && right.kind === 'text' && this.#about.mentions(asked, subject, scope))
				return { kind: 'present' };
			const asksNothing = (operator === '==' || operator === '!=') && this.#about.saysNothing(right);
			// `handler is None`, of what a table of handlers gave
			const looked = asksNothing ? this.read(left, subject, scope) : undefined;
			if (looked?.kind === 'in' || looked?.kind === 'prefix')
				return operator === '!=' ? looked : { kind: 'not', test: looked };
			if (asksNothing && this.#about.isCarrier(left, subject, scope))
				return operator === '!=' ? { kind: 'present' } : { kind: 'not', test: { kind: 'present' } };
			// `"4100" in str(error)`
			if (
				(operator === 'in' || operator === 'not in') &&
				isCodeText(left) &&
				this.#about.isAbout(right, subject, scope)
			) {
				const is: Test = { kind: 'is', operand: { node: left, role: 'argument', scope }, via: 'code', subject: right };
				return operator === 'in' ? is : { kind: 'not', test: is };
			}
			// `"code" in reply`
			if (operator === 'in' && left.kind === 'text' && this.#about.isCarrier(right, subject, scope))
				return { kind: 'present' };
			const isAbout = [left, right].some((part) => this.#about.mentions(part, subject, scope));
			return { kind: 'opaque', mentions: isAbout ? 'carrier' : 'nothing' };
		}
		const written = onLeft ? left : right;
		// `(code := body.get("code")) == 4100` tests what it names.
		const at = (written.kind === 'assign' && written.targets[0]) || written;
		const common = { via: side.via, subject: at };
		const mirrored = onLeft ? operator : (MIRRORED[operator] ?? operator);
		switch (mirrored) {
			case '==':
			case '!=': {
				// `for (const code of CODES) if (code === err.code)`: one of them
				const items =
					other.kind === 'name' ? itemsOf(givenTo(other.text, scope, other.start)) : countedIn(other, scope);
				const within: Test | undefined = items && { kind: 'in', set: { node: items, scope }, spot: other, ...common };
				if (within) return mirrored === '==' ? within : { kind: 'not', test: within };
				const is: Test =
					other.kind === 'range'
						? between(other, common, scope, role)
						: this.#about.saysNothing(other)
							? { kind: 'not', test: { kind: 'present' } }
							: patterned({ kind: 'is', operand: { node: other, role, scope }, ...common });
				return mirrored === '==' ? is : { kind: 'not', test: is };
			}
			case '<':
			case '<=':
			case '>':
			case '>=':
				return { kind: 'range', operator: mirrored, bound: { node: other, role, scope }, ...common };
			case 'in':
			case 'not in': {
				if (!onLeft) {
					// `"ResourceNotFound" in e.code`
					if (this.#reader.read(left, scope)) return { kind: 'opaque', mentions: 'carrier' };
					const holds = this.#calls.sought(left, 'holds', side.via, right, scope, role);
					return mirrored === 'in' ? holds : { kind: 'not', test: holds };
				}
				const within: Test =
					other.kind === 'range'
						? between(other, common, scope, role)
						: { kind: 'in', set: { node: other, scope }, spot: other, ...common };
				return mirrored === 'in' ? within : { kind: 'not', test: within };
			}
			case 'is a':
				return { kind: 'present' };
			default:
				return { kind: 'opaque', mentions: 'carrier' };
		}
	}

	/** Whether anything in a node reads the subject or names its carrier. */
	mentions(node: Syntax, subject: Subject, scope: Scope): boolean {
		return this.#about.mentions(node, subject, scope);
	}

	/** `None`, of a pattern. */
	asksForNothing(values: readonly Syntax[]): boolean {
		return this.#about.asksForNothing(values);
	}

	#opaque(node: Syntax, subject: Subject, scope: Scope): Test {
		return { kind: 'opaque', mentions: this.#about.mentions(node, subject, scope) ? 'carrier' : 'nothing' };
	}
}

/** `AuthFailure*` is no value but what one begins with. */
function patterned(test: Test & { kind: 'is' }): Test {
	const { node } = test.operand;
	return node.kind === 'text' && node.open
		? { ...test, kind: 'prefix', how: node.open === 'end' ? 'begins' : 'holds' }
		: test;
}

/** The type of what is switched over: `ErrorCode` of `ErrorCode.of(code)`, or of a variable that is said to be one. */
function typeOf(switched: Syntax, scope: Scope): string | undefined {
	const made = switched.kind === 'name' ? givenTo(switched.text, scope, switched.start) : switched;
	const [said] = switched.kind === 'name' ? typesOf(switched.text, scope) : [];
	if (said !== undefined && /^[A-Z]\w*$/.test(said)) return said;
	if (made?.kind !== 'call' || made.callee.kind !== 'member' || !isReference(made.callee.object)) return undefined;
	const name = pathText(made.callee.object);
	return /(?:^|\.)[A-Z]\w*$/.test(name) ? name : undefined;
}
