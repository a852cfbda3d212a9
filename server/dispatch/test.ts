/**
 * A condition as a test of one subject: the set of codes it denotes, still in terms of what is written. `testReader.ts`
 * reads them from conditions; `decide.ts` answers for a given code.
 */
import type { Role } from '../model.ts';
import type { Span, Syntax } from '../recognise/syntax.ts';
import type { Scope } from './scope.ts';
import type { Subject } from './subject.ts';

/** A value that a subject is tested for, as written. */
export interface Operand {
	readonly node: Syntax;
	readonly role: Role;
	readonly scope: Scope | undefined;
	/** It is written in another file; the node only holds its value. */
	readonly from?: 'elsewhere';
	/** The type that it may be a member of without saying so: that of what is switched over. */
	readonly type?: string;
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
			/** Whether the code begins with one of them, or holds it; it is one of them where this is left out. */
			readonly how?: 'begins' | 'holds';
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
	/** Whether the code begins with a text, or has it anywhere in it: how families are asked for. */
	| {
			readonly kind: 'prefix';
			readonly how: 'begins' | 'holds';
			readonly operand: Operand;
			readonly via: Subject['via'];
			readonly subject: Syntax;
	  }
	/** The subject itself as a condition: anything but 0 and the empty text. */
	| { readonly kind: 'truthy'; readonly subject: Syntax }
	/** That there is a reply, an error, a code at all. */
	| { readonly kind: 'present' }
	| { readonly kind: 'always' }
	| { readonly kind: 'not'; readonly test: Test }
	| { readonly kind: 'and' | 'or'; readonly tests: readonly [Test, Test] }
	/** Says nothing of the code. */
	| { readonly kind: 'opaque'; readonly mentions: 'carrier' | 'nothing' };

/** Holds for no code: there is none. */
export const NEVER: Test = { kind: 'not', test: { kind: 'present' } };

/** The test that holds where one of them does. */
export function anyOf(tests: readonly Test[]): Test {
	const [first, ...rest] = tests;
	if (!first) return { kind: 'opaque', mentions: 'nothing' };
	return rest.reduce((left, right): Test => ({ kind: 'or', tests: [left, right] }), first);
}

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

/** That a code lies in a range. */
export function between(
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
