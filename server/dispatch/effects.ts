/**
 * What an expression or statement does, told by the language's words: whether it fails, reports, hands the reply on,
 * succeeds, tries again or only talks.
 */
import type { LanguageData } from '../languages/language.ts';
import { wordsOf } from '../recognise/names.ts';
import { lastName, pathText } from '../recognise/pathText.ts';
import type { Assign, Call, Syntax } from '../recognise/syntax.ts';
import { walk } from '../recognise/walk.ts';
import { keyText } from './bindings.ts';
import {
	collectsErrors,
	failsByName,
	makesError,
	saysError,
	saysErrors,
	setsExitCode,
	setsFailureStatus,
} from './failing.ts';
import { hasTriedGuard, saysGuard } from './guards.ts';
import { Handing } from './handing.ts';
import { type Loudness, loudness } from './logging.ts';
import { type CallSummary, functionName, givenTo, isLocal, type Scope, walkScope } from './scope.ts';
import type { Subject, SubjectReader } from './subject.ts';

const QUESTIONS = new Set('is has can should was needs must may'.split(' '));
const RETRY_WORDS = new Set(['retry', 'requeue', 'resend']);

/** Reads what is done in one scope about one subject. */
export class Effects {
	readonly #language: LanguageData;
	readonly #reader: SubjectReader;
	readonly #scope: Scope;
	readonly #handing: Handing;
	readonly #functionName: string;

	/** `messages`: names of the fields that hold the reply's message. */
	constructor(
		language: LanguageData,
		reader: SubjectReader,
		subject: Subject,
		scope: Scope,
		messages: ReadonlySet<string>,
	) {
		this.#language = language;
		this.#reader = reader;
		this.#scope = scope;
		this.#handing = new Handing(reader, subject, scope, messages, this);
		this.#functionName = functionName(scope);
	}

	/** The names that the carrier and what it is a part of begin with. */
	get roots(): ReadonlySet<string> {
		return this.#handing.roots;
	}

	/** A value without what only converts it. */
	readonly peel = (node: Syntax): Syntax => this.#reader.peel(node);

	/** Whether the code, its message or the whole carrier is in a value that is given away. */
	handsOn(node: Syntax): boolean {
		return this.#handing.handsOn(node);
	}

	/** Whether a value has the code, its message or the carrier in it, and not only an answer about them. */
	shows(node: Syntax): boolean {
		return this.#handing.shows(node);
	}

	/** Whether a name is one of the carrier's, or of what it is a part of. */
	isCarrier(name: string): boolean {
		return this.#handing.isCarrier(name);
	}

	/** Whether a name says that the reply's message is behind it. */
	isMessageName(name: string): boolean {
		return this.#handing.isMessageName(name);
	}

	/** Passes code, message or carrier to a call that is no log below error level; conversions do not count. */
	passesOn(node: Syntax): boolean {
		return this.#handing.passesOn(node);
	}

	/** Exits non-zero, panics, rejects, answers with a failure, or hands over an error that was made here. */
	fails(call: Call): boolean {
		const known = this.#known(call);
		known.fails ??= failsByName(call, this.#language) || this.#handsError(call);
		return known.fails;
	}

	/** Whether a method of the reply fails for every code that is none of success: `reply.throwIfFailed()`. */
	checks(call: Call): boolean {
		const { callee } = call;
		const isOwn = callee.kind === 'member' && this.#handing.isCarrier(pathText(callee.object));
		return isOwn && saysGuard(call, this.#language.lexicon);
	}

	/** The same somewhere in a value, where the language ends the function with the error: `reply.check()?.data`. */
	checksIn(node: Syntax): boolean {
		return hasTriedGuard(node, this.#language.lexicon, (path) => this.#handing.isCarrier(path));
	}

	/** What was read of a call, whichever dispatch asked. */
	#known(call: Call): CallSummary {
		const { calls } = this.#scope;
		const known = calls.get(call) ?? {};
		calls.set(call, known);
		return known;
	}

	/** `cancel(errors.New("…"))`, `queue.put(ApiError("…"))`, `next(err)`: somebody else gets the error. */
	#handsError(call: Call): boolean {
		const { lexicon } = this.#language;
		if (call.args.length === 0 || this.logs(call) || this.#reader.peel(call) !== call) return false;
		const takesErrors = lexicon.errorTakers.includes(calleeName(call));
		return call.args.some((arg) => this.#isMadeHere(arg) || (takesErrors && this.isError(arg)));
	}

	#isMadeHere(node: Syntax): boolean {
		if (makesError(node, this.#language.lexicon)) return true;
		const value = node.kind === 'name' ? givenTo(node.text, this.#scope, node.start) : undefined;
		return value?.kind === 'call' && makesError(value, this.#language.lexicon);
	}

	/** Whether an assignment adds an error to those that are collected, or sets a status that says failure. */
	failsBy(assign: Assign): boolean {
		if (setsFailureStatus(assign) || setsExitCode(assign, this.#language.lexicon)) return true;
		// `$errors[] = new ApiError(…)`
		if (assign.targets.some(isNextItem) && assign.values.some((value) => this.#isMadeHere(value))) return true;
		return assign.values.some(
			(value) =>
				value.kind === 'call' &&
				this.#language.lexicon.appends.includes(calleeName(value)) &&
				value.args.slice(1).some((arg) => this.#isMadeHere(arg)),
		);
	}

	/** Whether something is put among errors that are collected: `errors.push("could not stop " + id)`. */
	collects(node: Call | Assign): boolean {
		const { lexicon } = this.#language;
		if (node.kind === 'call') return collectsErrors(node, lexicon);
		return node.targets.some((target) => target.kind === 'index' && saysErrors(target.object, lexicon));
	}

	/** Whether a call logs, and how loud. */
	logs(call: Call): Loudness | undefined {
		const known = this.#known(call);
		known.logs ??= loudness(call, this.#language) ?? 'no';
		return known.logs === 'no' ? undefined : known.logs;
	}

	/** An error as a value: one that is made here, or a name that says it holds one. */
	isError(node: Syntax): boolean {
		const { lexicon } = this.#language;
		if (node.kind === 'call')
			return (
				this.fails(node) || lexicon.makesErrors.includes(pathText(node.callee)) || saysError(calleeName(node), lexicon)
			);
		if (node.kind === 'name') return saysError(node.text, lexicon);
		// `ApiError.refused`
		if (node.kind === 'member') return saysError(node.property, lexicon) || isOfErrors(node.object, lexicon);
		return (node.kind === 'list' || node.kind === 'table') && node.type !== '' && saysError(node.type, lexicon);
	}

	/** Whether something in it, closures included, tries the whole thing again. */
	retries(node: Syntax): boolean {
		let found = false;
		walk(node, (part) => {
			found ||= part.kind === 'call' && this.isRetry(part);
			return !found;
		});
		return found;
	}

	/** A call of the enclosing function, or of something that says that it tries again. */
	isRetry(call: Call): boolean {
		const known = this.#known(call);
		known.retries ??= this.#isAgain(call, calleeName(call));
		return known.retries;
	}

	#isAgain(call: Call, name: string): boolean {
		return (this.#functionName !== '' && name === this.#functionName && !this.#isOtherObject(call)) || saysRetry(name);
	}

	/** `other.describe()` in `describe` is not the same function; `this.describe()` is. */
	#isOtherObject(call: Call): boolean {
		return call.callee.kind === 'member' && !this.isSelf(pathText(call.callee.object));
	}

	/** Whether a path is the object that a method belongs to. */
	isSelf(path: string): boolean {
		return (
			this.#language.lexicon.self.includes(path) ||
			(path !== '' && [this.#scope.func?.receiver, this.#scope.func?.receiverType].includes(path))
		);
	}

	/** Whether an assignment's target outlives the function. */
	isOutside(target: Syntax): boolean {
		// `*message = reply->message`: whoever called has it.
		if (target.isTarget && target.kind === 'name') return true;
		if (target.kind === 'name') return this.#scope.func !== undefined && !isLocal(target.text, this.#scope);
		// `({ code: lastCode } = reply)`: what is taken of it has to be the code, the message or all the rest.
		if (target.kind === 'table')
			return target.items.some((item) => {
				if (item.kind !== 'pair') return this.isOutside(item);
				const field = keyText(item.key);
				return (this.#reader.isAccessor(field) || this.isMessageName(field)) && this.isOutside(item.value);
			});
		if (target.kind !== 'member' && target.kind !== 'index') return false;
		let root: Syntax = target;
		while (root.kind === 'member' || root.kind === 'index') root = root.object;
		if (root.kind !== 'name') return true;
		const made = givenTo(root.text, this.#scope);
		// A literal made here stays here unless it is given back; anything else was there before.
		return !(made && (made.kind === 'table' || made.kind === 'list')) || this.#isGivenBack(root.text);
	}

	#isGivenBack(name: string): boolean {
		let found = false;
		walkScope(this.#scope.body, (node) => {
			found ||= node.kind === 'return' && node.values.some((value) => value.kind === 'name' && value.text === name);
			return !found;
		});
		return found;
	}

	/** Names of results that hold an error and may be assigned. */
	isErrorResult(target: Syntax): boolean {
		if (!this.#language.returnsErrors || target.kind !== 'name') return false;
		const results = this.#scope.func?.results ?? '';
		return new RegExp(`\\b${target.text}\\b[^,)]*\\berror\\b`).test(results);
	}

	/** nil error, true, Ok(): what a function gives back when all went well. */
	isSuccess(values: readonly Syntax[]): boolean {
		const last = values.at(-1);
		if (!last) return false;
		if (this.#language.returnsStatus) return last.kind === 'number' && Number(last.text) === 0;
		if (last.kind === 'constant') {
			if (last.value === 'true') return true;
			const results = this.#scope.func?.results ?? '';
			return last.value === 'null' && this.#language.returnsErrors && /\berror\b\s*(?:\)\s*)?$/.test(results);
		}
		return last.kind === 'call' && ['Ok', ...this.#language.lexicon.successForms].includes(calleeName(last));
	}

	/** Whether the function's name asks something: `is_denied`. */
	get isQuestion(): boolean {
		return QUESTIONS.has(wordsOf(this.#functionName)[0] ?? '');
	}

	get language(): LanguageData {
		return this.#language;
	}
}

/** Whether a name is that of a type of errors. */
const isOfErrors = (node: Syntax, lexicon: LanguageData['lexicon']): boolean =>
	(node.kind === 'name' || node.kind === 'member') && /^[A-Z]/.test(keyText(node)) && saysError(keyText(node), lexicon);

/** The place behind the last item of a list: an index without a value. */
const isNextItem = (target: Syntax): boolean =>
	target.kind === 'index' && target.index.kind === 'other' && target.index.children.length === 0;

/** Whether a name says that something is tried again. */
export const saysRetry = (name: string): boolean => wordsOf(name).some((word) => RETRY_WORDS.has(word));

export const calleeName = (call: Call): string => lastName(call.callee);
