/** Comparisons by functions that give 0 where two texts are the same, and what is written by an operator to a stream. */

import type { LanguageData } from '../languages/language.ts';
import { pathText } from './pathText.ts';
import type { Binary, Call, Syntax } from './syntax.ts';

/** `strcmp(a, b)` as what it says where it is asked: that the texts differ. Undefined for any other call. */
export function differing(call: Call, { lexicon }: LanguageData): Syntax | undefined {
	const { start, end, callee, args } = call;
	const [first, second] = args;
	if (callee.kind === 'member' && first && args.length === 1 && lexicon.differs.includes(`.${callee.property}`))
		return { kind: 'binary', start, end, operator: '!=', left: callee.object, right: first };
	// `code.compare(0, 11, "AuthFailure")`
	const [, , third] = args;
	const begins = callee.kind === 'member' && third && isZero(first) && lexicon.differs.includes(`.${callee.property}`);
	if (begins) {
		const operand = asksHead({ start, end }, callee.object, third, lexicon);
		return operand && { kind: 'not', start, end, operand };
	}
	if (!first || !second) return undefined;
	const name = pathText(callee);
	if (lexicon.differs.includes(name)) return { kind: 'binary', start, end, operator: '!=', left: first, right: second };
	return lexicon.differsAtStart.includes(name) ? { kind: 'not', start, end, operand: call } : undefined;
}

/** `code.substr(0, 11) == "AuthFailure"`: how the code begins. */
export function headCompared(
	{ operator, left, right, start, end }: Binary,
	{ lexicon }: LanguageData,
): Syntax | undefined {
	const { callee, args } = left.kind === 'call' ? left : {};
	const isCut =
		callee?.kind === 'member' && lexicon.cuts.includes(callee.property) && args?.length === 2 && isZero(args[0]);
	if (!isCut || (operator !== '==' && operator !== '!=')) return undefined;
	const operand = asksHead({ start, end }, callee.object, right, lexicon);
	return operator === '==' ? operand : operand && { kind: 'not', start, end, operand };
}

const isZero = (node: Syntax | undefined): boolean => node?.kind === 'number' && node.text === '0';

/** A call by which the language asks whether a text begins with another. */
function asksHead(
	{ start, end }: { start: number; end: number },
	object: Syntax,
	sought: Syntax,
	{ startsWith: [property] }: LanguageData['lexicon'],
): Syntax | undefined {
	if (property === undefined) return undefined;
	const callee: Syntax = { kind: 'member', start: object.start, end: object.end, object, property };
	return { kind: 'call', start, end, callee, args: [sought] };
}

/** What a comparison of an answer with 0 says: `strcmp(a, b) == 0` that they are the same. Anything else as it is. */
export function withoutZero(binary: Binary): Syntax {
	const { operator, left, right, start, end } = binary;
	const [asked, zero] = left.kind === 'number' ? [right, left] : [left, right];
	if (zero.kind !== 'number' || zero.text !== '0' || (operator !== '==' && operator !== '!=')) return binary;
	if (asked.kind !== 'not' && !(asked.kind === 'binary' && ANSWERS.has(asked.operator))) return binary;
	if (operator === '!=') return { ...asked, start, end };
	if (asked.kind === 'not') return { ...asked.operand, start, end };
	if (asked.operator === '!=') return { ...asked, start, end, operator: '==' };
	return { kind: 'not', start, end, operand: asked };
}
const ANSWERS: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=', '&&', '||', 'in', 'not in']);

/** `std::cerr << code << message` as a call of the stream with all that is written to it. */
export function streamed(left: Syntax, right: Syntax, { lexicon }: LanguageData): Syntax | undefined {
	const { streams } = lexicon;
	if (streams.length === 0) return undefined;
	const { start } = left;
	const { end } = right;
	if (left.kind === 'call' && streams.includes(pathText(left.callee)))
		return { ...left, end, args: [...left.args, right] };
	return streams.includes(pathText(left)) ? { kind: 'call', start, end, callee: left, args: [right] } : undefined;
}

/** Whether a call is one of a list of `name` and `name(argument)`, whichever argument it is. */
export function isCallOf({ callee, args }: Call, calls: readonly string[]): boolean {
	if (calls.length === 0) return false;
	const name = pathText(callee);
	return calls.includes(name) || args.some((arg) => calls.includes(`${name}(${pathText(arg)})`));
}

/** `curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &code)` gives `code` a status: it is no code of an API then. */
export function statusFilled(call: Call, { lexicon }: LanguageData): Syntax | undefined {
	const { start, end, args } = call;
	const [object] = args;
	const target = args.at(-1);
	if (target?.kind !== 'name' || !object || !isCallOf(call, lexicon.fillsStatus)) return undefined;
	const status: Syntax = { kind: 'member', start, end, object, property: 'statusCode' };
	return { kind: 'assign', start, end, targets: [target], values: [status], declares: false, plain: true, type: '' };
}
