/**
 * Finds dispatches: all tests of one subject in one function, with the conditionals they stand in. Reads the neutral
 * syntax alone; nothing here knows a catalogue or a language.
 */
import type { If, Loop, Switch, Syntax, Ternary } from '../recognise/syntax.ts';
import { type Scope, statements, walkScope } from './scope.ts';
import type { Subject, SubjectReader } from './subject.ts';
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

export type Form = 'switch' | 'if' | 'ternary' | 'loop' | 'value';

/** A conditional that tests the subject; a `value` is a test whose result is kept or given back. */
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
			case 'loop':
				if (node.condition)
					for (const subject of subjectsOf([node.condition])) add(subject, loop(node, subject, tests, scope));
				return undefined;
			case 'return':
			case 'assign':
			case 'pair':
			case 'call': {
				const values =
					node.kind === 'return'
						? node.values
						: node.kind === 'assign'
							? node.values
							: node.kind === 'pair'
								? [node.value]
								: node.args;
				for (const value of values) {
					if (!isCondition(value)) continue;
					for (const subject of subjectsOf([value])) {
						const test = tests.read(value, subject, scope);
						// `ec = body.get("code")` only reads it.
						if (test.kind === 'truthy') continue;
						add(subject, {
							form: 'value',
							node: value,
							arms: [{ test, body: [], start: value.start, end: value.end, isRest: false }],
						});
					}
				}
				return undefined;
			}
			default:
				return undefined;
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
			const arms = node.arms.map((arm): FoundArm => {
				const base: Test = arm.wildcard ? { kind: 'always' } : tests.arm(arm.values, direct.via, switched, scope);
				const test: Test = arm.guard ? { kind: 'and', tests: [base, tests.read(arm.guard, direct, scope)] } : base;
				return { test, body: arm.body, start: arm.start, end: arm.end, isRest: arm.wildcard && !arm.guard };
			});
			return [[direct, { form: 'switch', node, arms }]];
		}
		// `switch { case code == 1: }`, `switch (true)`
		if (node.subject && !(node.subject.kind === 'constant' && node.subject.value === 'true')) return [];
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

	walkScope(scope.body, visit);
	return [...found.values()]
		.map(({ subject, conditionals }): FoundDispatch => {
			const all = conditionals.flatMap((conditional) => conditional.arms.flatMap((arm) => [...atoms(arm.test)]));
			const real = all.map(([atom]) => atom).filter(isTest);
			// Where the subject itself is read, not only its carrier.
			const first = real.find((atom) => 'subject' in atom && reader.read(atom.subject, scope)?.key === subject.key);
			return {
				scope,
				subject,
				at: asWritten((first && 'subject' in first && first.subject) || subject.access),
				conditionals,
				testCount: real.length,
			};
		})
		.sort((a, b) => a.at.start - b.at.start);
}

const asWritten = (node: Syntax): Syntax => (node.written ? { ...node, ...node.written } : node);

/** Whether an atom asks for the code's value, as opposed to its presence or something else. */
export const isTest = (atom: Test): boolean =>
	atom.kind === 'is' || atom.kind === 'in' || atom.kind === 'range' || atom.kind === 'prefix' || atom.kind === 'truthy';

const isCondition = (node: Syntax): boolean =>
	node.kind === 'not' ||
	(node.kind === 'binary' && node.operator !== 'other') ||
	(node.kind === 'call' && node.callee.kind === 'member') ||
	(node.kind === 'call' && node.args.length > 1);

/** An `if` and the else-ifs after it. */
export function rungs(node: If): If[] {
	const all = [node];
	for (let next = node.otherwise; next?.kind === 'if'; next = next.otherwise) all.push(next);
	return all;
}

function questions(node: Ternary): Ternary[] {
	const all = [node];
	for (let next = node.otherwise; next.kind === 'ternary'; next = next.otherwise) all.push(next);
	return all;
}

function ifLadder(node: If, subject: Subject, tests: TestReader, scope: Scope): FoundConditional {
	const ladder = rungs(node);
	const arms = ladder.map(
		(rung): FoundArm => ({
			test: tests.read(rung.condition, subject, scope),
			body: statements(rung.consequent),
			start: rung.start,
			end: rung.consequent.end,
			isRest: false,
		}),
	);
	const rest = ladder.at(-1)?.otherwise;
	if (rest)
		arms.push({ test: { kind: 'always' }, body: statements(rest), start: rest.start, end: rest.end, isRest: true });
	return { form: 'if', node, arms };
}

function questionLadder(node: Ternary, subject: Subject, tests: TestReader, scope: Scope): FoundConditional {
	const ladder = questions(node);
	const value = (of: Syntax): Pick<FoundArm, 'body' | 'start' | 'end'> => ({
		body: [of],
		start: of.start,
		end: of.end,
	});
	const arms = ladder.map(
		(rung): FoundArm => ({
			test: tests.read(rung.condition, subject, scope),
			...value(rung.consequent),
			isRest: false,
		}),
	);
	const rest = ladder.at(-1)?.otherwise;
	if (rest) arms.push({ test: { kind: 'always' }, ...value(rest), isRest: true });
	return { form: 'ternary', node, arms };
}

function loop(node: Loop, subject: Subject, tests: TestReader, scope: Scope): FoundConditional {
	const test: Test = node.condition ? tests.read(node.condition, subject, scope) : { kind: 'always' };
	return {
		form: 'loop',
		node,
		arms: [{ test, body: statements(node.body), start: node.start, end: node.end, isRest: false }],
	};
}
