/**
 * Finds dispatches: all tests of one subject in one function, with the conditionals they stand in. Reads the neutral
 * syntax alone; nothing here knows a catalogue or a language.
 */
import { type Arm, type Call, childrenOf, type Pair, type Switch, type Syntax } from '../recognise/syntax.ts';
import { formOf, formsOf, testOfForm } from './forms.ts';
import { ifLadder, loopTest, questionLadder, questions, rungs } from './ladders.ts';
import { givenTo, keyText, pathText, type Scope, walkScope } from './scope.ts';
import { isReference, type Subject, type SubjectReader } from './subject.ts';
import { anyOf, atoms, type Test } from './test.ts';
import { TestReader } from './testReader.ts';

/** One way on: what lets one in, and what then runs. */
export interface FoundArm {
	/** Of its own condition, earlier arms not yet taken off; `always` for a default or else. */
	readonly test: Test;
	/** Its own statements; what it runs into is `FoundConditional.effective`. */
	readonly body: readonly Syntax[];
	readonly start: number;
	readonly end: number;
	/** A `default`, `_` or `else`. */
	readonly isRest: boolean;
}

export type Form = 'switch' | 'if' | 'ternary' | 'loop' | 'map' | 'value';

/**
 * A conditional that tests the subject; a `value` is a test whose result is kept or given back, a `map` a table whose
 * entry for the code is called.
 */
export interface FoundConditional {
	readonly form: Form;
	readonly node: Syntax;
	readonly arms: readonly FoundArm[];
}

export interface FoundDispatch {
	readonly scope: Scope;
	readonly subject: Subject;
	/** Where the subject first stands. */
	readonly at: Syntax;
	/** In source order, none within another's condition. */
	readonly conditionals: readonly FoundConditional[];
	/** How often the subject is tested: values, sets, ranges, prefixes, truth. */
	readonly testCount: number;
}

/** The dispatches of a scope, in source order of their subjects. */
export function findDispatches(scope: Scope, reader: SubjectReader): FoundDispatch[] {
	const tests = new TestReader(reader);
	const found = new Map<string, { subject: Subject; conditionals: FoundConditional[] }>();
	const inLadder = new Set<Syntax>();

	const add = (subject: Subject, conditional: FoundConditional): void => {
		if (!conditional.arms.some((arm) => [...atoms(arm.test)].some(([atom]) => isTest(atom)))) return;
		const entry = found.get(subject.key);
		if (entry) entry.conditionals.push(conditional);
		else found.set(subject.key, { subject, conditionals: [conditional] });
	};

	const visit = (node: Syntax): boolean | undefined => {
		switch (node.kind) {
			case 'if': {
				if (inLadder.has(node)) return undefined;
				for (const rung of rungs(node)) inLadder.add(rung);
				for (const subject of subjectsOf(rungs(node).map((rung) => rung.condition)))
					add(subject, ifLadder(node, subject, tests, scope));
				return undefined;
			}
			case 'ternary': {
				if (inLadder.has(node)) return undefined;
				for (const rung of questions(node)) inLadder.add(rung);
				for (const subject of subjectsOf(questions(node).map((rung) => rung.condition)))
					add(subject, questionLadder(node, subject, tests, scope));
				return undefined;
			}
			case 'switch':
				for (const [subject, conditional] of switches(node)) add(subject, conditional);
				return undefined;
			case 'block':
				for (const statement of node.statements) addShort(statement);
				return undefined;
			case 'throw':
				for (const value of node.values) if (value.kind === 'call') handlerCall(value);
				return undefined;
			// `{code === 4100 && <Login />}`, `[item for item in items if item["code"] == 5000]`
			case 'other':
			case 'list':
				for (const child of childrenOf(node)) {
					if (child.kind === 'binary' && child.operator === '&&' && !isCondition(child.right)) addShort(child);
					// `MESSAGES[code] ?? 'failed'` asks nothing.
					else if (
						child.kind === 'binary' &&
						isCondition(child) &&
						(child.operator !== '||' || isCondition(child.right))
					)
						addValue(child);
				}
				return undefined;
			case 'loop':
				if (node.condition)
					for (const subject of subjectsOf([node.condition])) add(subject, loopTest(node, subject, tests, scope));
				return undefined;
			case 'return':
			case 'assign':
			case 'pair':
			case 'call': {
				if (node.kind === 'call') handlerCall(node);
				const values =
					node.kind === 'return'
						? node.values
						: node.kind === 'assign'
							? node.values
							: node.kind === 'pair'
								? [node.value]
								: node.args;
				for (const value of values) if (isCondition(value)) addValue(value);
				return undefined;
			}
			default:
				return undefined;
		}
	};

	/** A condition whose answer is kept or given away. */
	const addValue = (value: Syntax): void => {
		for (const subject of subjectsOf([value])) {
			const test = tests.read(value, subject, scope);
			// `ec = body.get("code")` only reads it.
			if (test.kind === 'truthy') continue;
			const { start, end } = value;
			add(subject, { form: 'value', node: value, arms: [{ test, body: [], start, end, isRest: false }] });
		}
	};

	/** `code === 4100 && login()`, a conditional for short. */
	const addShort = (node: Syntax): void => {
		if (node.kind !== 'binary' || node.operator !== '&&') return;
		const { left, right, start, end } = node;
		for (const subject of subjectsOf([left])) {
			const arm: FoundArm = { test: tests.read(left, subject, scope), body: [right], start, end, isRest: false };
			add(subject, { form: 'ternary', node, arms: [arm] });
		}
	};

	/** `handlers[code](reply)`: a table of handlers, called by the code; what it has no entry for is `otherwise`. */
	const handlerCall = (node: Call): void => {
		const test = (looked: Syntax, rest: Syntax | undefined): void => {
			for (const subject of subjectsOf([looked])) {
				const asked = tests.read(looked, subject, scope);
				if (asked.kind !== 'in') continue;
				const arms: FoundArm[] = [{ test: asked, body: [node], start: node.start, end: node.end, isRest: false }];
				if (rest) arms.push({ test: { kind: 'always' }, body: [rest], start: rest.start, end: rest.end, isRest: true });
				add(subject, { form: 'map', node, arms });
			}
		};
		const { start, end } = node;
		const callee = kept(invoked(node.callee, reader), scope);
		const isOptional =
			node.optional || (callee !== node.callee && node.callee.kind === 'member' && node.callee.optional);
		const nothing: Syntax = { kind: 'throw', start, end, values: [] };
		if (callee.kind === 'index') test(callee, isOptional ? undefined : nothing);
		else if (callee.kind === 'binary' && callee.operator === '||' && callee.left.kind === 'index')
			test(callee.left, calledElse(callee.right, node, reader));
		else if (isTableCalled(callee, reader)) test(asIndex(callee as Call), nothing);
		else if (
			callee.kind === 'call' &&
			callee.callee.kind === 'member' &&
			reader.lexicon.getters.includes(callee.callee.property)
		) {
			const [key, otherwise] = callee.args;
			if (!key) return;
			const looked: Syntax = {
				kind: 'index',
				start: callee.start,
				end: callee.end,
				object: callee.callee.object,
				index: key,
			};
			const isIfThere = node.callee.kind === 'member' && reader.lexicon.invokesIfThere.includes(node.callee.property);
			test(looked, otherwise ? { ...node, callee: otherwise } : node.optional || isIfThere ? undefined : nothing);
		}
	};

	const subjectsOf = (conditions: readonly Syntax[]): Subject[] => {
		const all = new Map<string, Subject>();
		for (const condition of conditions)
			for (const subject of tests.subjects(condition, scope)) if (!all.has(subject.key)) all.set(subject.key, subject);
		return [...all.values()];
	};

	const switches = (node: Switch): (readonly [Subject, FoundConditional])[] => {
		const direct = node.subject && reader.read(node.subject, scope);
		if (direct && node.subject) {
			const switched = node.subject;
			const forms = formsOf(node.arms.filter((arm) => !arm.wildcard || arm.guard));
			const arms = node.arms.map(
				(arm): FoundArm =>
					guarded(arm, arm.wildcard ? testOfForm(arm, forms) : tests.arm(arm.values, direct, switched, scope), direct),
			);
			return [[direct, { form: 'switch', node, arms }]];
		}
		const taken = node.subject && takenApart(node, node.subject);
		if (taken) return [taken];
		const looked = node.subject ? lookedUp(node, node.subject) : [];
		if (looked.length > 0) return looked;
		// `switch { case code == 1: }`, `switch (true)`
		if (node.subject && !(node.subject.kind === 'constant' && node.subject.value === 'true')) return guards(node);
		return subjectsOf(node.arms.flatMap((arm) => arm.values)).map((subject) => [
			subject,
			{
				form: 'switch',
				node,
				arms: node.arms.map((arm): FoundArm => {
					const test: Test = arm.wildcard
						? { kind: 'always' }
						: anyOf(arm.values.map((value) => tests.read(value, subject, scope, 'arm')));
					return { test, body: arm.body, start: arm.start, end: arm.end, isRest: arm.wildcard };
				}),
			},
		]);
	};

	/** An arm with what its guard asks besides. */
	const guarded = (arm: Arm, base: Test, subject: Subject): FoundArm => {
		const test: Test = arm.guard ? { kind: 'and', tests: [base, tests.read(arm.guard, subject, scope)] } : base;
		const isRest = !arm.guard && arm.wildcard && base.kind === 'always';
		return { test, body: arm.body, start: arm.start, end: arm.end, isRest };
	};

	/** `match handlers.get(&code) { Some(handler) => …, None => … }`: whether a table has the code. */
	const lookedUp = (node: Switch, looked: Syntax): (readonly [Subject, FoundConditional])[] =>
		subjectsOf([looked]).flatMap((subject) => {
			const test = tests.read(looked, subject, scope);
			if (test.kind !== 'in' || node.arms.some((arm) => !arm.wildcard && !tests.asksForNothing(arm.values))) return [];
			const arms = node.arms.map((arm): FoundArm => {
				const hasEntry = formOf(arm) !== '';
				const asked: Test = hasEntry ? test : arm.wildcard ? { kind: 'always' } : { kind: 'not', test };
				return guarded(arm, asked, subject);
			});
			return [[subject, { form: 'switch', node, arms }] as const];
		});

	/** `match result { Err(e) if e.code == 4100 => …, Err(e) => … }`: the guards alone ask for the code. */
	const guards = (node: Switch): (readonly [Subject, FoundConditional])[] =>
		subjectsOf(node.arms.flatMap((arm) => arm.guard ?? [])).map((subject) => {
			const asks = (arm: Arm): boolean => arm.guard !== undefined && tests.mentions(arm.guard, subject, scope);
			const forms = formsOf(node.arms.filter(asks));
			const arms = node.arms.map((arm): FoundArm => {
				const isPlain = arm.wildcard || formOf(arm) !== '';
				return guarded(arm, isPlain ? testOfForm(arm, forms) : { kind: 'opaque', mentions: 'nothing' }, subject);
			});
			return [subject, { form: 'switch', node, arms }];
		});

	/** `case {"code": 4100}:` takes the reply apart and tests a field of it. */
	const takenApart = (node: Switch, carrier: Syntax): readonly [Subject, FoundConditional] | undefined => {
		const fieldIn = (value: Syntax): Pair | undefined =>
			value.kind === 'table'
				? value.items.find((item): item is Pair => item.kind === 'pair' && reader.isAccessor(keyText(item.key)))
				: undefined;
		const patterns = node.arms.map((arm) =>
			arm.values.flatMap((value) => (value.kind === 'list' ? value.items : [value])),
		);
		const first = patterns.flat().flatMap((value) => fieldIn(value) ?? [])[0];
		if (!first) return undefined;
		const { start, end } = carrier;
		const property = keyText(first.key);
		const subject = reader.read({ kind: 'member', start, end, object: carrier, property }, scope);
		if (!subject) return undefined;
		const forms = formsOf(node.arms.filter((arm, i) => arm.guard || patterns[i]?.some(fieldIn)));
		const arms = node.arms.map((arm, i): FoundArm => {
			const tested = (patterns[i] ?? []).map((pattern): Test => {
				const field = fieldIn(pattern);
				if (!field) return { kind: 'opaque', mentions: 'carrier' };
				const is = tests.arm([field.value], subject, carrier, scope);
				const isAlone = pattern.kind === 'table' && pattern.items.every((item) => item === field || isOpen(item));
				return isAlone ? is : { kind: 'and', tests: [is, { kind: 'opaque', mentions: 'carrier' }] };
			});
			return guarded(arm, arm.wildcard ? testOfForm(arm, forms) : anyOf(tested), subject);
		});
		return [subject, { form: 'switch', node, arms }];
	};

	for (const statement of scope.body) addShort(statement);
	walkScope(scope.body, visit);
	return [...found.values()]
		.map(({ subject, conditionals }) => foundDispatch(subject, conditionals, scope, reader))
		.sort((a, b) => a.at.start - b.at.start);
}

/** The dispatch that conditionals on one subject are. */
export function foundDispatch(
	subject: Subject,
	conditionals: readonly FoundConditional[],
	scope: Scope,
	reader: SubjectReader,
): FoundDispatch {
	const all = conditionals.flatMap((conditional) => conditional.arms.flatMap((arm) => [...atoms(arm.test)]));
	const real = all.map(([atom]) => atom).filter(isTest);
	// Where the subject itself is read, not only its carrier.
	const first = real.find((atom) => 'subject' in atom && reader.read(atom.subject, scope)?.key === subject.key);
	const at = asWritten((first && 'subject' in first && first.subject) || subject.access);
	return { scope, subject, at, conditionals, testCount: real.length };
}

/** What is called where a table has nothing: a function, or what leaves at once. */
function calledElse(right: Syntax, { args }: Call, { lexicon }: SubjectReader): Syntax {
	const { start, end } = right;
	const leaves = ['throw', 'return', 'jump'].includes(right.kind);
	if (leaves || (right.kind === 'call' && lexicon.fails.includes(pathText(right.callee)))) return right;
	return { kind: 'call', start, end, callee: right, args };
}

/** What a table gave under a name, where it gives something else for what it has not: `handlers[code] ?: error("…")`. */
function kept(callee: Syntax, scope: Scope): Syntax {
	const value = callee.kind === 'name' ? givenTo(callee.text, scope, callee.start) : undefined;
	return value?.kind === 'binary' && value.operator === '||' ? value : callee;
}

/** What is called as the table, with what it is given as the key. */
const asIndex = ({ start, end, callee, args: [key] }: Call): Syntax =>
	key ? { kind: 'index', start, end, object: callee, index: key } : callee;

/** `handlers(code)`, where that is how a table is asked. */
function isTableCalled(callee: Syntax, { lexicon }: SubjectReader): boolean {
	if (!lexicon.tablesAreCalled || callee.kind !== 'call' || callee.args.length !== 1) return false;
	const of = callee.callee;
	return isReference(of) && !(of.kind === 'member' && lexicon.getters.includes(of.property));
}

/** `handlers.get(code)` of `handlers.get(code).run`: what a method calls that only calls it. */
function invoked(callee: Syntax, { lexicon }: SubjectReader): Syntax {
	if (callee.kind !== 'member') return callee;
	if (!lexicon.invokes.includes(callee.property) && !lexicon.invokesIfThere.includes(callee.property)) return callee;
	const { object } = callee;
	const isTable = object.kind === 'call' && object.callee.kind === 'member' && object.args.length > 0;
	return isTable || object.kind === 'index' || object.kind === 'binary' ? object : callee;
}

/** Of a pattern, what takes anything: `"message": text`; the name of a class. */
const isOpen = (item: Syntax): boolean => (item.kind === 'pair' ? item.value.kind === 'name' : item.kind === 'name');

const asWritten = (node: Syntax): Syntax => (node.written ? { ...node, ...node.written } : node);

/** Whether an atom asks for the code's value, as opposed to its presence or something else. */
export const isTest = (atom: Test): boolean =>
	atom.kind === 'is' || atom.kind === 'in' || atom.kind === 'range' || atom.kind === 'prefix' || atom.kind === 'truthy';

const isCondition = (node: Syntax): boolean =>
	node.kind === 'not' ||
	// `MESSAGES[code]`
	node.kind === 'index' ||
	(node.kind === 'binary' && node.operator !== 'other') ||
	(node.kind === 'call' && node.callee.kind === 'member') ||
	(node.kind === 'call' && node.args.length > 1);
