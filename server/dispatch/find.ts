import type { Call, Syntax } from '../recognise/syntax.ts';
import { childrenOf } from '../recognise/walk.ts';
import { CalledTables } from './calledTables.ts';
import type { FoundArm, FoundConditional, FoundDispatch } from './found.ts';
import { ifLadder, loopTest, questionLadder, questions, rungs } from './ladders.ts';
import { type Scope, walkScope } from './scope.ts';
import type { Subject, SubjectReader } from './subject.ts';
import { SwitchFinder } from './switches.ts';
import { atoms, type Test } from './test.ts';
import { TestReader } from './testReader.ts';

/** The dispatches of a scope, in source order of their subjects. */
export function findDispatches(scope: Scope, reader: SubjectReader): FoundDispatch[] {
	const tests = new TestReader(reader);
	const switches = new SwitchFinder(scope, reader, tests);
	const called = new CalledTables(scope, reader, tests);
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
				for (const subject of tests.subjects(
					rungs(node).map((rung) => rung.condition),
					scope,
				))
					add(subject, ifLadder(node, subject, tests, scope));
				return undefined;
			}
			case 'ternary': {
				if (inLadder.has(node)) return undefined;
				for (const rung of questions(node)) inLadder.add(rung);
				for (const subject of tests.subjects(
					questions(node).map((rung) => rung.condition),
					scope,
				))
					add(subject, questionLadder(node, subject, tests, scope));
				return undefined;
			}
			case 'switch':
				for (const [subject, conditional] of switches.found(node)) add(subject, conditional);
				return undefined;
			case 'block':
				for (const statement of node.statements) addShort(statement);
				return undefined;
			case 'throw':
				for (const value of node.values) if (value.kind === 'call') addCalled(value);
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
					for (const subject of tests.subjects([node.condition], scope))
						add(subject, loopTest(node, subject, tests, scope));
				return undefined;
			case 'return':
			case 'assign':
			case 'pair':
			case 'call': {
				if (node.kind === 'call') addCalled(node);
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

	const addCalled = (call: Call): void => {
		for (const [subject, conditional] of called.found(call)) add(subject, conditional);
	};

	/** A condition whose answer is kept or given away. */
	const addValue = (value: Syntax): void => {
		for (const subject of tests.subjects([value], scope)) {
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
		for (const subject of tests.subjects([left], scope)) {
			const arm: FoundArm = { test: tests.read(left, subject, scope), body: [right], start, end, isRest: false };
			add(subject, { form: 'ternary', node, arms: [arm] });
		}
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
	// What a switch switches on, though the first question about it may stand in a guard, under a name of the arm's own.
	const [head] = conditionals;
	const switched = head?.node.kind === 'switch' ? head.node.subject : undefined;
	const isSwitched = switched !== undefined && reader.read(switched, scope)?.key === subject.key;
	// Where the subject itself is read, not only its carrier.
	const first = real.find((atom) => 'subject' in atom && reader.read(atom.subject, scope)?.key === subject.key);
	const read = (first && 'subject' in first && first.subject) || subject.access;
	const at = asWritten(isSwitched ? switched : read);
	return { scope, subject, at, conditionals, testCount: real.length };
}

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
