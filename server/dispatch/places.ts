/** Tests that ask where one text stands in another: `code.indexOf("X") === 0`, `strings.Index(code, "X") >= 0`. */
import type { LanguageData } from '../languages/language.ts';
import { pathText } from '../recognise/pathText.ts';
import type { Operator, Syntax } from '../recognise/syntax.ts';

/** What a comparison of a text's place says: `indexOf(x) >= 0` that it is there, `indexOf(x) === 0` that it comes first. */
const PLACES: Readonly<Record<string, { readonly how: 'begins' | 'holds'; readonly holds: boolean }>> = {
	'== 0': { how: 'begins', holds: true },
	'!= 0': { how: 'begins', holds: false },
	'>= 0': { how: 'holds', holds: true },
	'> -1': { how: 'holds', holds: true },
	'!= -1': { how: 'holds', holds: true },
	'== -1': { how: 'holds', holds: false },
	'< 0': { how: 'holds', holds: false },
	// Where a language says so that it is nowhere
	'!= false': { how: 'holds', holds: true },
	'== false': { how: 'holds', holds: false },
};

/** What is sought in what, and whether a true answer says that it is there; undefined where nothing is. */
export function placeAsked(
	operator: Operator,
	left: Syntax,
	right: Syntax,
	lexicon: LanguageData['lexicon'],
): { of: Syntax; sought: Syntax; how: 'begins' | 'holds'; holds: boolean } | undefined {
	const place = isNowhere(right, lexicon)
		? '-1'
		: right.kind === 'number'
			? right.text
			: right.kind === 'constant'
				? right.value
				: undefined;
	if (left.kind !== 'call' || place === undefined) return undefined;
	const { callee, args } = left;
	const isMethod = callee.kind === 'member' && lexicon.finds.includes(callee.property);
	const isFunction = lexicon.findsIn.includes(pathText(callee));
	// `Array.IndexOf(codes, code)` looks like a method of `Array`.
	const [of, sought] = isFunction ? args : isMethod ? [callee.object, args[0]] : [];
	const found = PLACES[`${operator} ${place}`];
	return of && sought && found ? { of, sought, ...found } : undefined;
}

/** What a search gives where nothing is found: `std::string::npos`, `codes.end()`. */
function isNowhere(node: Syntax, { nowhere }: LanguageData['lexicon']): boolean {
	if (nowhere.length === 0) return false;
	if (node.kind === 'call' && node.callee.kind === 'member') return nowhere.includes(`.${node.callee.property}`);
	return nowhere.includes(pathText(node.kind === 'call' ? node.callee : node));
}

/** Whether a comparison of what a search gave says that something was found; undefined where it says neither. */
export function foundBy(operator: Operator, right: Syntax, lexicon: LanguageData['lexicon']): boolean | undefined {
	const place = isNowhere(right, lexicon) ? 'nowhere' : right.kind === 'number' ? right.text : '';
	return FOUND[`${operator} ${place}`];
}
const FOUND: Readonly<Record<string, boolean>> = {
	'!= nowhere': true,
	'== nowhere': false,
	'!= 0': true,
	'> 0': true,
	'>= 1': true,
	'== 1': true,
	'== 0': false,
	'< 1': false,
};
