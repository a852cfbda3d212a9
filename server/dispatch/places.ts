/** Tests that ask where one text stands in another: `code.indexOf("X") === 0`, `strings.Index(code, "X") >= 0`. */
import type { LanguageData } from '../languages/language.ts';
import type { Operator, Syntax } from '../recognise/syntax.ts';
import { pathText } from './scope.ts';

/** What a comparison of a text's place says: `indexOf(x) >= 0` that it is there, `indexOf(x) === 0` that it comes first. */
const PLACES: Readonly<Record<string, { readonly how: 'begins' | 'holds'; readonly holds: boolean }>> = {
	'== 0': { how: 'begins', holds: true },
	'!= 0': { how: 'begins', holds: false },
	'>= 0': { how: 'holds', holds: true },
	'> -1': { how: 'holds', holds: true },
	'!= -1': { how: 'holds', holds: true },
	'== -1': { how: 'holds', holds: false },
	'< 0': { how: 'holds', holds: false },
};

/** What is sought in what, and whether a true answer says that it is there; undefined where nothing is. */
export function placeAsked(
	operator: Operator,
	left: Syntax,
	right: Syntax,
	lexicon: LanguageData['lexicon'],
): { of: Syntax; sought: Syntax; how: 'begins' | 'holds'; holds: boolean } | undefined {
	if (left.kind !== 'call' || right.kind !== 'number') return undefined;
	const { callee, args } = left;
	const isMethod = callee.kind === 'member' && lexicon.finds.includes(callee.property);
	const isFunction = lexicon.findsIn.includes(pathText(callee));
	const [of, sought] = isMethod ? [callee.object, args[0]] : isFunction ? args : [];
	const found = PLACES[`${operator} ${right.text}`];
	return of && sought && found ? { of, sought, ...found } : undefined;
}
