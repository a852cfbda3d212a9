/** Searches for a code in a set whose result is asked afterwards, and sets that a counter goes through. */
import type { LanguageData } from '../languages/language.ts';
import { pathText } from '../recognise/pathText.ts';
import type { Syntax } from '../recognise/syntax.ts';
import { givenTo, type Scope } from './scope.ts';
import { isReference } from './subject.ts';

/** What is sought in which set: `set.count(code)`, `set.find(code)`, `std::find(v.begin(), v.end(), code)`. */
export function soughtBy(
	call: Syntax | undefined,
	{ seeks, seeksIn }: LanguageData['lexicon'],
): { code: Syntax; set: Syntax; call: Syntax } | undefined {
	if (call?.kind !== 'call' || (seeks.length === 0 && seeksIn.length === 0)) return undefined;
	const { callee, args } = call;
	const [first] = args;
	const last = args.at(-1);
	if (!first || !last) return undefined;
	if (seeksIn.includes(pathText(callee))) return { code: last, set: wholeOf(first), call };
	if (callee.kind !== 'member' || !seeks.includes(callee.property)) return undefined;
	return { code: first, set: callee.object, call };
}

/** What a search goes through that is given where to begin: `v.begin()`, `std::begin(v)`. */
function wholeOf(begin: Syntax): Syntax {
	if (begin.kind !== 'call') return begin;
	return begin.callee.kind === 'member' && begin.args.length === 0 ? begin.callee.object : (begin.args[0] ?? begin);
}

/** The set that `CODES[i]` is any item of, where `i` counts from 0. */
export function countedIn(node: Syntax, scope: Scope): Syntax | undefined {
	if (node.kind !== 'index' || node.index.kind !== 'name' || !isReference(node.object)) return undefined;
	const first = givenTo(node.index.text, scope);
	return first?.kind === 'number' && first.text === '0' ? node.object : undefined;
}

/** The condition that a name was given: `const isAuth = code === 4100`, `_, ok := handlers[code]`. */
export function askedBy(name: Syntax & { kind: 'name' }, scope: Scope): Syntax | undefined {
	const value = givenTo(name.text, scope, name.start);
	const asked = value?.kind === 'assign' ? value.values[0] : value;
	return asked && ['binary', 'not', 'call', 'index'].includes(asked.kind) ? asked : undefined;
}
