/** Reads conditions as tests of a subject. Nothing here decides what a test means for a code. */
import type { Role } from '../model.ts';
import type { Member, Operator, Span, Syntax } from '../recognise/syntax.ts';
import { CarrierReader, isAsked, isCodeText, namesSet, typesOf } from './carrier.ts';
import { foundBy, placeAsked } from './places.ts';
import { givenTo, itemsOf, pathText, type Scope } from './scope.ts';
import { countedIn, soughtBy } from './seeking.ts';
import { isLiteral, isReference, type Subject, type SubjectReader } from './subject.ts';
import { anyOf, conditionParts, NEVER, type Test } from './test.ts';

const MIRRORED: Partial<Record<Operator, Operator>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

export class TestReader {
	readonly #reader: SubjectReader;
	readonly #contains: ReadonlySet<string>;
	readonly #containsIn: ReadonlySet<string>;
	readonly #startsWith: ReadonlySet<string>;
	readonly #startsWithIn: ReadonlySet<string>;
	readonly #textContains: ReadonlySet<string>;
	readonly #getters: ReadonlySet<string>;
	readonly #anyOf: ReadonlySet<string>;
	readonly #carriers: CarrierReader;

	/** What names stand for that are being read: two may be made of each other. */
	readonly #open = new Set<Syntax>();

	constructor(reader: SubjectReader) {
		this.#reader = reader;
		this.#contains = new Set(reader.lexicon.contains);
		this.#containsIn = new Set(reader.lexicon.containsIn);
		this.#startsWith = new Set(reader.lexicon.startsWith);
		this.#startsWithIn = new Set(reader.lexicon.startsWithIn);
		this.#textContains = new Set(reader.lexicon.textContains);
		this.#getters = new Set(reader.lexicon.getters);
		this.#anyOf = new Set(reader.lexicon.anyOf);
		this.#carriers = new CarrierReader(reader);
	}

	/** Every subject that a condition reads, each key once, in order. */
	subjects(condition: Syntax, scope: Scope): Subject[] {
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
		look(condition, 0);
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
				const value = givenTo(node.text, scope, node.start);
				// `e, ok := err.(*T); if ok`
				if (value?.kind === 'assign' && value.values[0] && this.#isCarrier(value.values[0], subject, scope))
					return { kind: 'present' };
				const asked = askedBy(node, scope);
				if (asked && !this.#open.has(asked) && !this.#same(asked, subject, scope)) {
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
		if (isFilled && node.values.some((value) => this.#same(value, subject, scope))) return { kind: 'present' };
		// `if let Some(handler) = handlers.get(&code)`
		const [given] = node.kind === 'assign' && node.declares ? node.values : [];
		if (given && (given.kind === 'call' || given.kind === 'index') && !this.#same(given, subject, scope)) {
			const looked = this.read(given, subject, scope, role);
			if (looked.kind === 'in') return looked;
		}
		if (this.#same(node, subject, scope)) return { kind: 'truthy', subject: node };
		if (this.#isCarrier(node, subject, scope)) return { kind: 'present' };
		// `errors.As(err, &e)`
		if (node.kind === 'assign' && node.values.some((value) => this.#isCarrier(value, subject, scope)))
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
				if (this.#saysNothing(value)) return NEVER;
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
		const onLeft = this.#subjectAt(left, subject, scope);
		const onRight = onLeft ? undefined : this.#subjectAt(right, subject, scope);
		const other = onLeft ? right : left;
		const side = onLeft ?? onRight;
		if (!side) {
			const there = foundBy(operator, right, this.#reader.lexicon);
			const sought = there === undefined ? undefined : this.#seek(left, subject, scope);
			if (sought) return there ? sought : { kind: 'not', test: sought };
			const place = this.#place(operator, left, right, subject, scope, role);
			if (place) return place;
			if (operator === 'is a' && this.#isCarrier(left, subject, scope)) return { kind: 'present' };
			// `typeof reply.code === 'number'`
			const asked = left.kind === 'other' && left.children.length === 1 ? left.children[0] : undefined;
			if (asked && operator === '==' && right.kind === 'text' && this.mentions(asked, subject, scope))
				return { kind: 'present' };
			const asksNothing = (operator === '==' || operator === '!=') && this.#saysNothing(right);
			// `handler is None`, of what a table of handlers gave
			const looked = asksNothing ? this.read(left, subject, scope) : undefined;
			if (looked?.kind === 'in' || looked?.kind === 'prefix')
				return operator === '!=' ? looked : { kind: 'not', test: looked };
			if (asksNothing && this.#isCarrier(left, subject, scope))
				return operator === '!=' ? { kind: 'present' } : { kind: 'not', test: { kind: 'present' } };
			// `"4100" in str(error)`
			if ((operator === 'in' || operator === 'not in') && isCodeText(left) && this.#isAbout(right, subject, scope)) {
				const is: Test = { kind: 'is', operand: { node: left, role: 'argument', scope }, via: 'code', subject: right };
				return operator === 'in' ? is : { kind: 'not', test: is };
			}
			// `"code" in reply`
			if (operator === 'in' && left.kind === 'text' && this.#isCarrier(right, subject, scope))
				return { kind: 'present' };
			const isAbout = [left, right].some((part) => this.mentions(part, subject, scope));
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
						: this.#saysNothing(other)
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
					const holds = this.#sought(left, 'holds', side.via, right, scope, role);
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

	#call(node: Syntax & { kind: 'call' }, subject: Subject, scope: Scope): Test | undefined {
		// What reads a code asks nothing: `strings.Cut(code, ".")`.
		if (this.#same(node, subject, scope)) return undefined;
		const sought = this.#seek(node, subject, scope);
		if (sought) return sought;
		const [first, second] = node.args;
		const { callee } = node;
		if (callee.kind === 'member' && first) {
			const side = this.#subjectAt(first, subject, scope);
			// `set.has(code)`, `handlers.get(code)`
			if (side && callee.object.kind === 'range' && this.#contains.has(callee.property))
				return between(callee.object, { via: side.via, subject: first }, scope, 'comparison');
			if (side && (this.#contains.has(callee.property) || this.#getters.has(callee.property)))
				return { kind: 'in', set: { node: callee.object, scope }, via: side.via, subject: first, spot: node };
			const own = this.#subjectAt(callee.object, subject, scope);
			// `code.startswith(("AuthFailure", "UnauthorizedOperation"))`
			if (own && this.#startsWith.has(callee.property))
				return first.kind === 'list' || namesSet(first)
					? { kind: 'in', how: 'begins', set: { node: first, scope }, via: own.via, subject: callee.object, spot: node }
					: this.#sought(first, 'begins', own.via, callee.object, scope);
			const some = this.#some(callee, first, subject, scope);
			if (some) return some;
			if (own && this.#contains.has(callee.property) && !this.#reader.read(first, scope))
				return this.#sought(first, 'holds', own.via, callee.object, scope);
		}
		// `error.message.includes('4100')`
		if (callee.kind === 'member' && first && isCodeText(first) && this.#contains.has(callee.property))
			if (this.#isAbout(callee.object, subject, scope))
				return { kind: 'is', operand: { node: first, role: 'argument', scope }, via: 'code', subject: callee.object };
		if (!first || !second) return undefined;
		const name = pathText(callee);
		const inSecond = this.#subjectAt(second, subject, scope);
		if (inSecond && this.#containsIn.has(name))
			return { kind: 'in', set: { node: first, scope }, via: inSecond.via, subject: second, spot: node };
		const inFirst = this.#subjectAt(first, subject, scope);
		if (inFirst && this.#startsWithIn.has(name)) return this.#sought(second, 'begins', inFirst.via, first, scope);
		if (inFirst && this.#textContains.has(name)) return this.#sought(second, 'holds', inFirst.via, first, scope);
		// `isCode(err, 4100)`: asked about the subject or its carrier together with codes, it names them.
		const isText = node.args.some(isCodeText);
		const about = node.args.find(
			(arg) =>
				this.#subjectAt(arg, subject, scope) ||
				this.#isCarrier(arg, subject, scope) ||
				(isText && this.#isAbout(arg, subject, scope)),
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
	#seek(node: Syntax, subject: Subject, scope: Scope): Test | undefined {
		const found = soughtBy(node.kind === 'name' ? askedBy(node, scope) : node, this.#reader.lexicon);
		const side = found && this.#subjectAt(found.code, subject, scope);
		if (!side) return undefined;
		return { kind: 'in', set: { node: found.set, scope }, via: side.via, subject: found.code, spot: found.call };
	}

	/** `FAMILIES.some((family) => code.startsWith(family))`: a test of every item of a set. */
	#some(callee: Member, asked: Syntax, subject: Subject, scope: Scope): Test | undefined {
		if (!this.#anyOf.has(callee.property)) return undefined;
		// `FAMILIES.stream().anyMatch(code::startsWith)`: a method by its name
		const own = asked.kind === 'member' ? this.#subjectAt(asked.object, subject, scope) : undefined;
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
		const [item] = parameter?.kind === 'parameter' ? parameter.names : [parameter];
		if (item?.kind !== 'name' || asked.body.kind === 'block') return undefined;
		const test = this.read(asked.body, subject, scope);
		if (test.kind !== 'prefix' && test.kind !== 'is') return undefined;
		const { node } = test.operand;
		if (node.kind !== 'name' || node.text !== item.text) return undefined;
		const set = { node: callee.object, scope };
		const { via, subject: at } = test;
		const common = { set, via, subject: at, spot: callee.object };
		return test.kind === 'prefix' ? { kind: 'in', how: test.how, ...common } : { kind: 'in', ...common };
	}

	/** `code.indexOf("X") === 0`: where a text stands in the code says whether it does. */
	#place(
		operator: Operator,
		left: Syntax,
		right: Syntax,
		subject: Subject,
		scope: Scope,
		role: Role,
	): Test | undefined {
		const asked = placeAsked(operator, left, right, this.#reader.lexicon);
		if (!asked) return undefined;
		const side = this.#subjectAt(asked.of, subject, scope);
		// `error.message.indexOf('4100') >= 0`
		if (!side && asked.how === 'holds' && isCodeText(asked.sought) && this.#isAbout(asked.of, subject, scope)) {
			const operand = { node: asked.sought, role: 'argument' as const, scope };
			const is: Test = { kind: 'is', operand, via: 'code', subject: asked.of };
			return asked.holds ? is : { kind: 'not', test: is };
		}
		// `[4100, 4300].indexOf(code) !== -1`
		const member = side ? undefined : this.#subjectAt(asked.sought, subject, scope);
		if (!side && (!member || asked.how === 'begins')) return undefined;
		const test: Test = side
			? this.#sought(asked.sought, asked.how, side.via, asked.of, scope, role)
			: { kind: 'in', set: { node: asked.of, scope }, via: member?.via ?? 'code', subject: asked.sought, spot: left };
		return asked.holds ? test : { kind: 'not', test };
	}

	#sought(
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
	#lookup(node: Syntax & { kind: 'index' }, subject: Subject, scope: Scope): Test | undefined {
		const side = this.#subjectAt(node.index, subject, scope);
		return side && (isReference(node.object) || node.object.kind === 'table')
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
		return this.#reader.carrierPath(node, scope) === this.#reader.carrierPath(subject.carrier, scope);
	}

	/** Whether something is read or made of the carrier: its message, its text. */
	#isAbout(node: Syntax, subject: Subject, scope: Scope): boolean {
		if (subject.carrier === undefined) return false;
		// `const text = error.message`
		const value = node.kind === 'name' ? givenTo(node.text, scope, node.start) : undefined;
		return (
			(!isWritten(node) && this.mentions(node, subject, scope)) ||
			(value !== undefined && !isWritten(value) && this.mentions(value, subject, scope))
		);
	}

	/** `None`, of a pattern. */
	asksForNothing(values: readonly Syntax[]): boolean {
		return values.length > 0 && values.every((value) => this.#saysNothing(value));
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

/** `AuthFailure*` is no value but what one begins with. */
function patterned(test: Test & { kind: 'is' }): Test {
	const { node } = test.operand;
	return node.kind === 'text' && node.open
		? { ...test, kind: 'prefix', how: node.open === 'end' ? 'begins' : 'holds' }
		: test;
}

/** A literal with nothing put into it. */
const isWritten = (node: Syntax): boolean => isLiteral(node) && !(node.kind === 'text' && node.holes.length > 0);

/** The condition that a name was given: `const isAuth = code === 4100`, `_, ok := handlers[code]`. */
function askedBy(name: Syntax & { kind: 'name' }, scope: Scope): Syntax | undefined {
	const value = givenTo(name.text, scope, name.start);
	const asked = value?.kind === 'assign' ? value.values[0] : value;
	return asked && ['binary', 'not', 'call', 'index'].includes(asked.kind) ? asked : undefined;
}

/** That a code lies in a range. */
function between(
	{ from, to, isOpen }: Span,
	common: { readonly via: Subject['via']; readonly subject: Syntax },
	scope: Scope,
	role: Role,
): Test {
	const bound = (operator: '>=' | '<' | '<=', node: Syntax): Test => ({
		...{ kind: 'range', operator, bound: { node, role, scope }, ...common },
	});
	const above = from && bound('>=', from);
	const below = to && bound(isOpen ? '<' : '<=', to);
	if (above && below) return { kind: 'and', tests: [above, below] };
	return above ?? below ?? { kind: 'always' };
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
