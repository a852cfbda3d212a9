/** How stretches of statements end for a code that walks them, and where jumps lead. */
import type { Jump, Loop } from '../recognise/syntax.ts';

/** How a stretch of statements ends for the code that walks it. */
export type Step =
	| 'fails'
	| 'passed-on'
	| 'arm-counts'
	| 'retries'
	| 'succeeds'
	| 'leaves'
	/** Out of the innermost switch or loop. */
	| 'breaks'
	/** To the next item of a for-each. */
	| 'skips'
	/** Out of the loop or block with that label, or to its next item. */
	| `to ${string}`
	/** On to what follows. */
	| 'on';

/** What ends the way well: nothing gets lost. */
export const COUNTS: readonly Step[] = ['fails', 'passed-on', 'arm-counts'];

/** A step that a switch, loop or block takes up itself: what follows it comes next. */
export const outOf = (step: Step, left: Step): Step => (step === left ? 'on' : step);

/** After a loop: a break or a next item leads out of it; so does, for once, a retry that is not meant for this code. */
export const leaveLoop = (step: Step, loop: Loop | undefined): Step =>
	step === 'breaks' || step === 'skips' ? 'on' : outOf(step, `to ${loop?.label}`);

/** Where a jump leads. `loop`: the innermost around it. `labelled`: the function's loops with a label, outer ones first. */
export function jumpStep({ to, label, start, end }: Jump, loop: Loop | undefined, labelled: readonly Loop[]): Step {
	if (to === 'fallthrough') return 'on';
	const isNamed = (one: Loop): boolean => one.label === label && one.start <= start && end <= one.end;
	const goal = label === undefined ? loop : labelled.find(isNamed);
	if (to === 'continue' && goal?.mode === 'repeat') return 'retries';
	if (label !== undefined) return `to ${label}`;
	return to === 'break' ? 'breaks' : 'skips';
}
