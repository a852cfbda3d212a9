/** Which calls and values fail, by a language's words and by HTTP's own: what they are about is not asked here. */
import type { LanguageData } from '../languages/language.ts';
import { wordsOf } from '../recognise/names.ts';
import { pathText } from '../recognise/pathText.ts';
import type { Assign, Call, Syntax } from '../recognise/syntax.ts';
import { keyText } from './bindings.ts';
import { loudness } from './logging.ts';

type Lexicon = LanguageData['lexicon'];

/** What the names of HTTP's statuses from 400 on have in them, whatever the library: `StatusBadGateway`, `BAD_GATEWAY`. */
const FAILURE_STATUS =
	/\b(?:bad|conflict|failed|forbidden|internal|locked|not (?:acceptable|allowed|found|implemented)|payment required|method not|teapot|timeout|too (?:large|many)|unauthorized|unavailable|unprocessable)\b/;

/** Whether a call ends the program, panics, rejects, aborts or answers with a status of 400 or more. */
export function failsByName(call: Call, language: LanguageData): boolean {
	const { exits, fails, failWords } = language.lexicon;
	const name = pathText(call.callee);
	if (exits.includes(name)) {
		const [status] = call.args;
		const isExit = ['exit', 'quit'].includes(wordsOf(name).at(-1) ?? '');
		return status ? !(status.kind === 'number' && Number(status.text) === 0) && !isTrue(status) : !isExit;
	}
	if (fails.includes(name)) return true;
	const { callee } = call;
	if (callee.kind !== 'member' && callee.kind !== 'name') return false;
	const said = keyText(callee);
	// `logger.error(…)` is a log, `parser.error(…)` ends the program.
	if (callee.kind === 'member' && fails.includes(`.${said}`) && !loudness(call, language)) return true;
	return failWords.includes(wordsOf(said)[0] ?? '') || answersFailure(call, language.lexicon);
}

/** `res.sendStatus(502)`, `http.Error(w, "…", 502)`, `Response(status=502)`, `res.status(502).json(…)`. */
function answersFailure({ callee, args }: Call, lexicon: Lexicon): boolean {
	if (callee.kind === 'member' && callee.object.kind === 'call' && answersFailure(callee.object, lexicon)) return true;
	const words = wordsOf(keyText(callee));
	const { answers, answersWith } = lexicon;
	const isAnswer =
		words.some((word) => answers.includes(word)) &&
		words.every((word) => answers.includes(word) || answersWith.includes(word));
	return isAnswer && args.some((arg) => isFailureStatus(arg) || namesFailureStatus(arg));
}

/** `status=502`, `{ status: 502 }` */
function namesFailureStatus(arg: Syntax): boolean {
	if (arg.kind === 'table') return arg.items.some(namesFailureStatus);
	return arg.kind === 'pair' && wordsOf(keyText(arg.key)).includes('status') && isFailureStatus(arg.value);
}

/** A status of HTTP from 400 on, as a number or by its name. */
export function isFailureStatus(node: Syntax): boolean {
	if (node.kind === 'number') return /^[45]\d\d$/.test(node.text);
	if (node.kind !== 'member' && node.kind !== 'name') return false;
	const words = wordsOf(pathText(node)).join(' ');
	return /\b(?:http|status)\b/.test(words) && (FAILURE_STATUS.test(words) || /\b[45]\d\d\b/.test(words));
}

/** `ctx.status = 502`, `res.statusCode = http.StatusBadGateway` */
export const setsFailureStatus = ({ targets, values }: Assign): boolean =>
	targets.some((target) => target.kind === 'member' && wordsOf(target.property).includes('status')) &&
	values.some(isFailureStatus);

/** `exitCode = 2`: the program will end with it. */
export const setsExitCode = ({ targets, values }: Assign, { exitCodes }: Lexicon): boolean =>
	targets.some((target) => exitCodes.includes(pathText(target))) &&
	values.some((value) => value.kind === 'number' && Number(value.text) !== 0);

/** Whether a name's words say that an error is behind it: `ApiError`, `errFailed`. */
export function saysError(name: string, { errorWords }: Lexicon): boolean {
	const words = wordsOf(name);
	return (
		errorWords.includes(words.at(-1) ?? '') || (words.length > 1 && words[0] === 'err' && errorWords.includes('err'))
	);
}

/** Whether a name says that errors are collected behind it: `errors`, `self.failures`. */
export function saysErrors(node: Syntax, { errorWords }: Lexicon): boolean {
	const last = wordsOf(keyText(node)).at(-1) ?? '';
	return last.endsWith('s') && errorWords.includes(last.slice(0, -1));
}

/** `errors.push(…)`, `table.insert(errors, …)` */
export function collectsErrors({ callee, args }: Call, lexicon: Lexicon): boolean {
	const [first, second] = args;
	if (first && second && lexicon.appends.includes(pathText(callee)) && saysErrors(first, lexicon)) return true;
	const isMethod = callee.kind === 'member' && lexicon.appends.includes(callee.property);
	return isMethod && first !== undefined && saysErrors(callee.object, lexicon);
}

/** An error that is made where it stands: `errors.New("…")`, `new ApiError(…)`; an accessor such as `r.Err()` makes none. */
export function makesError(node: Syntax, lexicon: Lexicon): boolean {
	if (node.kind === 'pair') return makesError(node.value, lexicon);
	if (node.kind === 'list' || node.kind === 'table')
		return (node.type !== '' && saysError(node.type, lexicon)) || node.items.some((item) => makesError(item, lexicon));
	if (node.kind !== 'call') return false;
	if (lexicon.makesErrors.includes(pathText(node.callee))) return true;
	const name = keyText(node.callee);
	return saysError(name, lexicon) && (node.args.length > 0 || /^[A-Z]/.test(name));
}

/** `{ ok: false }`, `{"success": False}`, `{ error: 'failed' }`: a result that says it is none. */
export function saysFailure(node: Syntax, lexicon: Lexicon): boolean {
	if (node.kind !== 'table') return false;
	return node.items.some((item) => {
		if (item.kind !== 'pair') return false;
		const { value } = item;
		const word = wordsOf(keyText(item.key)).at(-1) ?? '';
		if (lexicon.successWords.includes(word)) return isFalse(value);
		const isNothing =
			value.kind === 'constant' || (value.kind === 'text' && value.value === '' && value.holes.length === 0);
		return lexicon.errorWords.includes(word) && (value.kind === 'text' || value.kind === 'call') && !isNothing;
	});
}

export const isNull = (node: Syntax): boolean => node.kind === 'constant' && node.value === 'null';
export const isFalse = (node: Syntax): boolean => node.kind === 'constant' && node.value === 'false';
export const isTrue = (node: Syntax): boolean => node.kind === 'constant' && node.value === 'true';
export const isNegative = (node: Syntax): boolean => node.kind === 'number' && node.text.startsWith('-');
