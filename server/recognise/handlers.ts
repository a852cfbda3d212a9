/**
 * Handlers that ask more than for a type: `catch (E e) when (e.Code == "A")`, `case e: E if …`. Those of one type in a row
 * are one handler that tells its exceptions apart by an `if`: what none of them takes goes on being thrown.
 */
import { asBlock } from './parts.ts';
import type { Handler, If, Syntax } from './syntax.ts';

/** The handlers of a `try`, those with conditions joined. `catchesAll`: names of types that any exception has. */
export function joinedHandlers(handlers: readonly Handler[], catchesAll: readonly string[]): Handler[] {
	const found: Handler[] = [];
	for (let at = 0; at < handlers.length; at++) {
		const first = handlers[at];
		if (!first) break;
		if (!first.guard) {
			found.push(first);
			continue;
		}
		const run = [first];
		for (let next = handlers[at + 1]; next && isOfRun(next, first, catchesAll); next = handlers[at + run.length]) {
			run.push(next);
			if (!next.guard) break;
		}
		at += run.length - 1;
		found.push(joined(first, run));
	}
	return found;
}

/** Whether what a handler did not take comes to the next one. */
function isOfRun(next: Handler, first: Handler, catchesAll: readonly string[]): boolean {
	if (next.types.join() === first.types.join()) return nameOf(next) === nameOf(first) || !next.guard;
	return !next.guard && (next.types.length === 0 || next.types.every((type) => catchesAll.includes(type)));
}

const nameOf = ({ parameter }: Handler): string => (parameter?.kind === 'name' ? parameter.text : '');

function joined(first: Handler, run: readonly Handler[]): Handler {
	const last = run.at(-1) ?? first;
	const end = last.end;
	// Nobody wrote that it is thrown on.
	const otherwise: Syntax = last.guard ? { kind: 'throw', start: end, end, values: [] } : renamed(last, first);
	const asked = run.filter(({ guard }) => guard);
	const ladder = asked.reduceRight<Syntax>((rest, { guard, body, start, end: to }): If => {
		const condition: Syntax = guard ?? { kind: 'constant', start, end: start, value: 'true' };
		return {
			kind: 'if',
			start,
			end: Math.max(to, rest.end),
			condition,
			consequent: body,
			otherwise: rest,
			isMade: true,
		};
	}, asBlock(otherwise));
	const { parameter, types, start } = first;
	const body: Syntax = { kind: 'block', start: first.body.start, end, statements: [ladder] };
	return { kind: 'handler', start, end, ...(parameter && { parameter }), types, body };
}

/** The body of a handler that calls the same exception by another name. */
function renamed({ parameter, body, start }: Handler, { parameter: as }: Handler): Syntax {
	if (!parameter || !as || parameter.kind !== 'name' || as.kind !== 'name' || parameter.text === as.text) return body;
	const { statements } = asBlock(body);
	if (statements.every(({ kind }) => kind === 'nothing')) return body;
	const { start: from, end: to } = parameter;
	const alias: Syntax = {
		...{ kind: 'assign', start: from, end: to, targets: [parameter], values: [as] },
		...{ declares: true, plain: true, type: '' },
	};
	return { ...asBlock(body), start, statements: [alias, ...statements] };
}
