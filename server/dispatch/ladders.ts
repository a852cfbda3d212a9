/** Ladders of `if`s and of questions, and loops with a condition, as conditionals on a subject. */
import type { If, Loop, Syntax, Ternary } from '../recognise/syntax.ts';
import type { FoundArm, FoundConditional } from './found.ts';
import type { Scope } from './scope.ts';
import { statements } from './scopes.ts';
import type { Subject } from './subject.ts';
import type { Test } from './test.ts';
import type { TestReader } from './testReader.ts';

/** An `if` and the else-ifs after it. */
export function rungs(node: If): If[] {
	const all = [node];
	for (let next = node.otherwise; next?.kind === 'if'; next = next.otherwise) all.push(next);
	return all;
}

/** `a && b`: an `if` for short, which has no place for another rung. */
export const isShort = ({ node }: Pick<FoundConditional, 'node'>): boolean => node.kind === 'if' && node.short === true;

/** An `if` without a place for another rung: `a && b`, `login if a`. */
export const isClosed = (conditional: Pick<FoundConditional, 'node'>): boolean =>
	isShort(conditional) ||
	(conditional.node.kind === 'if' && conditional.node.consequent.start < conditional.node.condition.start);

export function questions(node: Ternary): Ternary[] {
	const all = [node];
	for (let next = node.otherwise; next.kind === 'ternary'; next = next.otherwise) all.push(next);
	return all;
}

export function ifLadder(node: If, subject: Subject, tests: TestReader, scope: Scope): FoundConditional {
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

export function questionLadder(node: Ternary, subject: Subject, tests: TestReader, scope: Scope): FoundConditional {
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

export function loopTest(node: Loop, subject: Subject, tests: TestReader, scope: Scope): FoundConditional {
	const test: Test = node.condition ? tests.read(node.condition, subject, scope) : { kind: 'always' };
	return {
		form: 'loop',
		node,
		arms: [{ test, body: statements(node.body), start: node.start, end: node.end, isRest: false }],
	};
}
