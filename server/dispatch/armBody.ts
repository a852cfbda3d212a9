/** What an arm runs, where it runs on into the next one, and whether that is anything at all. */
import type { Syntax } from '../recognise/syntax.ts';
import type { FoundArm, FoundConditional } from './found.ts';
import { statements } from './scopes.ts';

/** What an arm runs: its own statements and, where it runs on, those of the arms below. */
export function effectiveBody(conditional: FoundConditional, index: number): readonly Syntax[] {
	const own = conditional.arms[index]?.body ?? [];
	return runsOn(conditional, index) ? [...own, ...effectiveBody(conditional, index + 1)] : own;
}

/** The arm with which what an arm runs is over: itself, unless it runs on. */
export function lastArm(conditional: FoundConditional, index: number): FoundArm | undefined {
	return runsOn(conditional, index) ? lastArm(conditional, index + 1) : conditional.arms[index];
}

function runsOn({ node, arms }: FoundConditional, index: number): boolean {
	if (node.kind !== 'switch' || index + 1 >= arms.length) return false;
	const body = arms[index]?.body ?? [];
	if (node.endsArms && body.length > 0) return false;
	const last = lastOf(body);
	return node.fallsThrough ? !isExit(last) : last?.kind === 'jump' && last.to === 'fallthrough';
}

/** The arm whose own statements come first when this one is entered; itself, unless it is one of several labels. */
export function sharedArm(conditional: FoundConditional, index: number): FoundArm | undefined {
	const { node, arms } = conditional;
	const arm = arms[index];
	return node.kind === 'switch' && node.fallsThrough && arm && arm.body.length === 0 && index + 1 < arms.length
		? sharedArm(conditional, index + 1)
		: arm;
}

function lastOf(body: readonly Syntax[]): Syntax | undefined {
	const last = body.at(-1);
	return last?.kind === 'block' ? lastOf(last.statements) : last;
}

const isExit = (node: Syntax | undefined): boolean =>
	node?.kind === 'jump' ||
	node?.kind === 'goto' ||
	node?.kind === 'return' ||
	node?.kind === 'throw' ||
	(node?.kind === 'if' && branchesExit(node));

function branchesExit(node: Syntax & { kind: 'if' }): boolean {
	return (
		node.otherwise !== undefined &&
		[node.consequent, node.otherwise].every((branch) => isExit(lastOf(statements(branch))))
	);
}

/** More than breaking out, doing nothing or falling through. A bare `return` is something, and so is a `continue`. */
export const doesSomething = (node: Syntax): boolean => {
	if (node.kind === 'block') return node.statements.some(doesSomething);
	// `default => null` of a match that nobody asks for its value
	if (node.kind === 'constant') return false;
	return node.kind === 'jump' ? node.to === 'continue' : node.kind !== 'nothing';
};
