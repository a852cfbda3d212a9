/** Loops that try again around the tests of a code. */
import type { FoundConditional } from '../dispatch/found.ts';
import type { Scope } from '../dispatch/scope.ts';
import type { Loop } from '../recognise/syntax.ts';
import { walk } from '../recognise/walk.ts';

export interface LoopAround {
	/** The name of its counter. */
	readonly attempt: string | undefined;
	/** How many loops and switches a jump in an arm has to count to mean it. */
	readonly levels: number;
}

/**
 * The innermost loop around a conditional, within the function, if it repeats; with the name of its counter, and how
 * many loops and switches a jump in an arm has to count to mean it.
 */
export function loopAround({ node: tests }: FoundConditional, { body }: Scope): LoopAround | undefined {
	let found: Loop | undefined;
	let levels = 1;
	for (const node of body)
		walk(node, (part) => {
			if (part.kind === 'function' || part.kind === 'type') return false;
			const isAround = part.start <= tests.start && part.end >= tests.end;
			if (part.kind === 'switch' && isAround) levels++;
			if (part.kind === 'loop' && part !== tests && isAround) {
				found = part;
				levels = 1;
			}
			return true;
		});
	return found?.mode === 'repeat' ? { attempt: counterOf(found), levels } : undefined;
}

/** The name that a counting loop gives its first number: `for (let attempt = 0; …)`, `for attempt in range(3)`. */
function counterOf({ head }: Loop): string | undefined {
	for (const part of head.flatMap((one) => (one.kind === 'block' ? one.statements : [one]))) {
		const [target] = part.kind === 'assign' ? part.targets : [part];
		const isCount = part.kind === 'name' || (part.kind === 'assign' && part.values[0]?.kind === 'number' && part.plain);
		if (isCount && target?.kind === 'name') return target.text;
	}
	return undefined;
}
