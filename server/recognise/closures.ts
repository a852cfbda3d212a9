/** Closures whose statements stand right between their braces, and what calls hand to them: `code?.let { text -> … }`. */

import type { LanguageData } from '../languages/language.ts';
import type { Parts } from './parts.ts';
import { lastName } from './pathText.ts';
import type { Assign, Call, Func, Syntax } from './syntax.ts';

/** A function's body: where its statements stand alone, a block of them, and a lone expression as it is. */
export function bodyOf(of: Parts): Syntax {
	if (of.shape.lone === true) return loneIn(of);
	if (of.shape.body !== '*') return of.one('body');
	const statements = of.all('body');
	const [only] = statements;
	if (only && statements.length === 1) return only;
	const { start, end } = of;
	return { kind: 'block', start, end, statements };
}

/** A body of one expression, which is given back: of a function with a name only where it says that it gives something back. */
function loneIn(of: Parts): Syntax {
	const body = of.one('body');
	const [only, second] = body.kind === 'block' ? body.statements : [];
	const isValue = of.written('results') !== '' || (of.shape.name === undefined && of.shape.parameters === undefined);
	if (!only || second || (!isValue && of.shape.name !== undefined)) return body;
	if (only.kind === 'if' || only.kind === 'switch' || only.kind === 'try') return isValue ? only : body;
	return STATEMENTS.has(only.kind) ? body : only;
}
const STATEMENTS: ReadonlySet<string> = new Set([
	'block',
	'loop',
	'return',
	'throw',
	'jump',
	'assign',
	'type',
	'function',
]);

/** A function's parameters; of one that names none, that which the language gives it. */
export function parametersOf({ shape, parts, start }: Parts, named: readonly Syntax[]): readonly Syntax[] {
	if (typeof shape.implicit !== 'string' || (parts.get('parameters') ?? []).length > 0) return named;
	return [{ kind: 'name', start, end: start, text: shape.implicit }];
}

/** A call that hands what it belongs to to a closure, with the closure's parameter given that: `.let`, `.also`. */
export function withHanded(call: Call, { lexicon }: LanguageData): Call {
	const { callee, args } = call;
	if (callee.kind !== 'member' || !lexicon.hands.includes(callee.property)) return call;
	const closure = args.at(-1);
	if (closure?.kind !== 'function') return call;
	const [parameter] = closure.parameters;
	const name = parameter?.kind === 'parameter' ? parameter.names[0] : parameter;
	if (name?.kind !== 'name') return call;
	const { start, end } = name;
	const given: Assign = {
		...{ kind: 'assign', start, end, targets: [name], values: [callee.object] },
		...{ declares: true, plain: true, type: '' },
	};
	const { body } = closure;
	const statements = body.kind === 'block' ? body.statements : [body];
	const handed: Func = {
		...closure,
		body: { kind: 'block', start: body.start, end: body.end, statements: [given, ...statements] },
	};
	return { ...call, args: [...args.slice(0, -1), handed] };
}

/** A call whose first argument's name belongs to that of what is called: `resume(throwing: e)`, `Code(rawValue: 4100)`. */
export function withLabel(call: Call, { lexicon }: LanguageData): Call {
	const { callee, args } = call;
	const [first, ...rest] = args;
	const label = first?.kind === 'pair' && first.key.kind === 'name' ? first.key.text : '';
	const { start, end } = callee;
	const own = lastName(callee);
	const isType = /^[A-Z]/.test(own);
	const name = `${isType ? '' : own}(${label})`;
	if (first?.kind !== 'pair' || own === '' || !lexicon.labels.includes(name)) return call;
	const named: Syntax = isType
		? { kind: 'member', start, end, object: callee, property: label }
		: callee.kind === 'member'
			? { ...callee, property: name }
			: { kind: 'name', start, end, text: name };
	return { ...call, callee: named, args: [first.value, ...rest] };
}
