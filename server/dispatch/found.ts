/** What is found in a function: dispatches, the conditionals of each, and their arms. */
import type { Syntax } from '../recognise/syntax.ts';
import type { Scope } from './scope.ts';
import type { Subject } from './subject.ts';
import type { Test } from './test.ts';

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
