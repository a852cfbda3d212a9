/** Calls that fail, by what they say, for whatever reply is none of success: `raise_for_code(reply)`, `reply.check()`. */
import type { LanguageData } from '../languages/language.ts';
import { wordsOf } from '../recognise/names.ts';
import { pathText } from '../recognise/pathText.ts';
import type { Call, Syntax } from '../recognise/syntax.ts';
import { walk } from '../recognise/walk.ts';
import { keyText } from './bindings.ts';

type Lexicon = LanguageData['lexicon'];

/** Whether a call's name says that it throws for every code that is none of success. */
export function saysGuard({ callee }: Call, lexicon: Lexicon): boolean {
	const { failWords, guards, successGuards, otherGuards, successWords } = lexicon;
	const name = callee.kind === 'member' || callee.kind === 'name' ? keyText(callee) : '';
	const words = wordsOf(name);
	const [first = ''] = words;
	if (words.some((word) => otherGuards.includes(word))) return false;
	const isAboutSuccess = words.some((word) => successWords.includes(word) || word === 'code');
	const said = `${words.join(' ')} `;
	return (
		failWords.includes(first) ||
		guards.some((guard) => said.startsWith(`${guard} `)) ||
		(successGuards.includes(first) && isAboutSuccess)
	);
}

/** Whether a call is given what `isOwn` knows, or belongs to it. */
export function isGiven({ callee, args }: Call, isOwn: (path: string) => boolean): boolean {
	return args.some((arg) => isOwn(pathText(arg))) || (callee.kind === 'member' && isOwn(pathText(callee.object)));
}

/** Whether something in it is a guard whose error ends the function: `let reply = reply.error_for_code()?`. */
export function hasTriedGuard(node: Syntax, lexicon: Lexicon, isOwn: (path: string) => boolean): boolean {
	let found = false;
	walk(node, (part) => {
		found ||= part.kind === 'call' && part.tried === true && isGiven(part, isOwn) && saysGuard(part, lexicon);
		return !found && part.kind !== 'function';
	});
	return found;
}
