/** Cases without a `match` before them: a function of what they are given, and the handlers of a `try`. */
import type { Parts } from './parts.ts';
import type { Arm, Handler, Syntax } from './syntax.ts';

/** `{ case 4100 => login() }` as the function that it is. */
export function casesOf({ start, end }: Parts, arms: readonly Arm[]): Syntax {
	const given: Syntax = { kind: 'name', start, end: start, text: `{${start}}` };
	const body: Syntax = { kind: 'switch', start, end, subject: given, arms, fallsThrough: false, unmatchedFails: true };
	return {
		...{ kind: 'function', start, end, name: '', receiver: '', receiverType: '', results: '', waits: false },
		...{ parameters: [given], body },
	};
}

/** The arms of such a function; none for any other. */
export const casesIn = (node: Syntax): readonly Arm[] =>
	node.kind === 'function' && node.body.kind === 'switch' && node.body.start === node.start ? node.body.arms : [];

/** A case behind a `catch`: the types that it asks for, and the name that it gives the exception. */
export function handlerOf({ start, end, captures, values, guard, body }: Arm, catchesAll: readonly string[]): Handler {
	const [capture] = captures ?? [];
	const types = values
		.flatMap((value) => (value.kind === 'list' && !value.cast ? value.items : [value]))
		.flatMap((value) => (value.cast ? [{ ...value, kind: 'name', text: value.cast } as const] : [value]))
		.flatMap((value) => (value.kind === 'name' ? [value.text] : value.kind === 'member' ? [value.property] : []));
	return {
		...{ kind: 'handler', start, end, types: types.filter((type) => !catchesAll.includes(type)) },
		...(capture?.kind === 'name' && { parameter: capture }),
		...(guard && { guard }),
		body: { kind: 'block', start: body[0]?.start ?? end, end: body.at(-1)?.end ?? end, statements: body },
	};
}
