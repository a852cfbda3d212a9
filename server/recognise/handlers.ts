/**
 * Handlers that ask more than for a type: `catch (E e) when (e.Code == "A")`, `case e: E if …`. Those of one type in a row
 * are one handler that tells its exceptions apart by an `if`: what none of them takes goes on being thrown.
 */
import { asBlock, type Parts } from './parts.ts';
import { captured } from './patterns.ts';
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

/** Handlers whose types, names and bodies stand one behind the other: each is over with its block. */
export function apartHandlers(of: Parts): Handler[] {
	const found: Handler[] = [];
	let types: Syntax[] = [];
	let named: Handler | undefined;
	for (const node of of.all('handlers')) {
		if (node.kind === 'handler') named = node;
		else if (node.kind !== 'block') types.push(node);
		else {
			const start = types[0]?.start ?? named?.start ?? node.start;
			const type = of.text(start, types.at(-1)?.end ?? start);
			const parameter = named?.parameter;
			const common = { kind: 'handler', start, end: node.end, types: type ? [type] : [], body: node } as const;
			found.push({ ...common, ...(parameter && { parameter }) });
			types = [];
			named = undefined;
		}
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

/**
 * A handler that says by a pattern what it catches, or takes all: `catch let e as ApiError`, `catch ApiError.refused(let code)`.
 * `name`: of what is caught where the pattern gives it none.
 */
export function formHandler(of: Parts, name: string): Handler {
	const { start, end, text } = of;
	const head = of.maybe('types');
	const capture = head && captured(head);
	const form = head?.kind === 'table' ? head : undefined;
	const asked = head?.kind === 'binary' ? head.right : head;
	const written = capture?.type ?? form?.type ?? (asked ? text(asked.start, asked.end) : '');
	const parameter: Syntax = capture?.targets[0] ?? { kind: 'name', start, end: start, text: name };
	const fields = (form?.items ?? []).flatMap((item): Syntax[] => {
		const own = captured(item.kind === 'pair' ? item.value : item);
		const [target] = own?.targets ?? [];
		if (!own || target?.kind !== 'name') return [];
		const property = item.kind === 'pair' && item.key.kind === 'name' ? item.key.text : target.text;
		return [{ ...own, type: '', values: [{ ...target, kind: 'member', object: parameter, property }] }];
	});
	const body = of.body('body');
	const guard = of.maybe('guard');
	return {
		...{ kind: 'handler', start, end, parameter, types: written ? [written.replace(/\.[a-z]\w*$/, '')] : [] },
		...(guard && { guard }),
		body: fields.length > 0 ? { ...body, statements: [...fields, ...body.statements] } : body,
	};
}
