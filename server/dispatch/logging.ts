/** Whether a call logs, by a language's words, and how loud: also through a chain, a helper, or a level that it is given. */
import type { LanguageData } from '../languages/language.ts';
import { wordsOf } from '../recognise/names.ts';
import { pathText } from '../recognise/pathText.ts';
import type { Call, Syntax } from '../recognise/syntax.ts';
import { isCallOf } from '../recognise/textForms.ts';
import { keyText } from './bindings.ts';

/** error: at error level or above. told: no log, a person is shown it. below: any other level, or none. */
export type Loudness = 'error' | 'told' | 'below';

/** Of names of what logs. */
const LOG_WORDS = new Set(['log', 'logger', 'logging']);

/** Whether a name says that something is logged. */
export const saysLog = (name: string): boolean => wordsOf(name).some((word) => LOG_WORDS.has(word));

/** How loud a call logs; undefined for one that is no log. */
export function loudness(call: Call, { lexicon }: LanguageData): Loudness | undefined {
	const { callee } = call;
	if (lexicon.alerts.includes(pathText(callee))) return 'told';
	if (isCallOf(call, lexicon.errorPrints)) return 'error';
	if (lexicon.givesBack.includes(pathText(callee)) && printsOnlyValues(call.args)) return undefined;
	if (isCallOf(call, lexicon.prints))
		return call.args.some((arg) => arg.kind === 'pair' && lexicon.errorStreams.includes(pathText(arg.value)))
			? undefined
			: 'below';
	// `logger -p user.err "…"`, `log ERROR "…"`
	if (callee.kind === 'name' && lexicon.levelled.includes(callee.text)) return ofWords(call.args, lexicon);
	if (callee.kind === 'name') return ofHelper(callee.text, lexicon);
	if (callee.kind !== 'member') return undefined;
	const { methods, root } = chainOf(callee);
	const isLogger = loggerIn(root, lexicon) || methods.slice(1).some(saysLog);
	if (!isLogger) return ofHelper(callee.property, lexicon);
	if (lexicon.levelled.includes(callee.property)) {
		const levels = call.args.slice(0, 2).map((arg, i) => levelOf(arg, i === 0 && call.args.length > 1));
		if ([...levels, ...namedLevels(call.args)].some((level) => isErrorLevel(level, lexicon))) return 'error';
		// `log.atError().log("…")` has its level before.
		if (!methods.slice(1).some((method) => isLevel(method.toLowerCase(), lexicon))) return 'below';
	}
	// `log.Error().Err(err).Msg("…")`: the outermost that is a level.
	const ways = lexicon.levelled.includes(callee.property) ? methods.slice(1) : methods;
	const level = ways.map((method) => method.toLowerCase()).find((one) => isLevel(one, lexicon));
	if (level === undefined) return undefined;
	return lexicon.errorLevels.includes(level) ? 'error' : 'below';
}

type Lexicon = LanguageData['lexicon'];

const isLevel = (word: string, { errorLevels, otherLevels }: Lexicon): boolean =>
	errorLevels.includes(word) || otherLevels.includes(word);

/** The methods of a chain of calls, outermost first, and what the first of them is called on. */
function chainOf(callee: Syntax & { kind: 'member' }): { methods: string[]; root: Syntax } {
	const methods = [callee.property];
	let root = callee.object;
	while (root.kind === 'call') {
		if (root.callee.kind !== 'member') return { methods, root: root.callee };
		methods.push(root.callee.property);
		root = root.callee.object;
	}
	return { methods, root };
}

function loggerIn(node: Syntax, { loggers }: Lexicon): boolean {
	const path = pathText(node);
	return loggers.includes(path) || loggers.includes(path.split('.').at(-1) ?? '') || saysLog(path);
}

/** `logError(…)`, `self.log_warning(…)`: a helper that says so itself. */
function ofHelper(name: string, lexicon: Lexicon): Loudness | undefined {
	const [first = '', ...level] = wordsOf(name);
	const word = level.join('');
	if (!LOG_WORDS.has(first) || !isLevel(word, lexicon)) return undefined;
	return lexicon.errorLevels.includes(word) ? 'error' : 'below';
}

/** `echo "$reply"`, `printf '%s\n' "$code"`: no words for a person beside it. */
const printsOnlyValues = (args: readonly Syntax[]): boolean => {
	const said = args.filter((arg) => !(arg.kind === 'text' && /^(?:-\w+|%\w(?:\\n)?)$/.test(arg.value)));
	return said.length > 0 && said.every((arg) => arg.kind === 'name' || arg.kind === 'member' || arg.kind === 'index');
};

/** A level that stands as a word among the arguments, before what is said. */
function ofWords(args: readonly Syntax[], lexicon: Lexicon): Loudness {
	const levels = args.flatMap((arg) =>
		arg.kind === 'text' && /^(?:[\w-]+[.=])?\w+$/.test(arg.value)
			? (arg.value.split(/[.=]/).at(-1) ?? '').toLowerCase()
			: arg.kind === 'pair'
				? levelOf(arg, false)
				: [],
	);
	return [...levels, ...namedLevels(args)].some((level) => isErrorLevel(level, lexicon)) ? 'error' : 'below';
}

/** A level is one of errors by its name, or by its number. */
const isErrorLevel = (level: string, { errorLevels, errorsFrom }: Lexicon): boolean =>
	errorLevels.includes(level) || (errorsFrom !== undefined && /^\d+$/.test(level) && Number(level) >= errorsFrom);

/** `log('…', level: 1000)` */
const namedLevels = (args: readonly Syntax[]): string[] =>
	args.flatMap((arg) => (arg.kind === 'pair' && keyText(arg.key) === 'level' ? [levelOf(arg.value, true)] : []));

/** The level that an argument names: `logging.ERROR`, `slog.LevelError`, `'error'` before a text, `{ level: 'error' }`. */
function levelOf(arg: Syntax, mayBeText: boolean): string {
	if (arg.kind === 'number') return arg.text;
	// `Level.SEVERE.value`
	if (arg.kind === 'member' && arg.property === 'value') return levelOf(arg.object, mayBeText);
	if (arg.kind === 'name' || arg.kind === 'member')
		return wordsOf(keyText(arg))
			.filter((word) => word !== 'level')
			.join('');
	// `level: .error`
	if (arg.kind === 'pair') return levelOf(arg.value, false);
	if (arg.kind === 'text') return mayBeText ? arg.value.toLowerCase() : '';
	if (arg.kind !== 'table') return '';
	const level = arg.items.find((item) => item.kind === 'pair' && keyText(item.key) === 'level');
	return level?.kind === 'pair' ? levelOf(level.value, true) : '';
}
