/**
 * What an expression or statement does, told by the language's words: whether it fails, reports, hands the reply on,
 * succeeds, tries again or only talks.
 */
import type { LanguageData } from '../languages/language.ts';
import { wordsOf } from '../recognise/names.ts';
import { type Call, childrenOf, type Syntax, walk } from '../recognise/syntax.ts';
import { functionName, givenTo, isLocal, pathText, type Scope } from './scope.ts';
import { isLiteral, type Subject, type SubjectReader } from './subject.ts';

/** How often a name is followed to what it was given. */
const HOPS = 5;
/** Of names that say that something is tried again. */
const RETRY_WORDS = new Set(['retry', 'requeue', 'resend']);
/** Of names of what logs. */
const LOG_WORDS = new Set(['log', 'logger', 'logging']);
const MESSAGE_WORDS = new Set(['message', 'msg', 'reason']);
const TELLING_WORDS = new Set(['message', 'msg', 'error', 'string', 'json', 'text', 'str', 'dump']);

/** Reads what is done in one scope about one subject. */
export class Effects {
	readonly #language: LanguageData;
	readonly #reader: SubjectReader;
	readonly #subject: Subject;
	readonly #scope: Scope;
	readonly #messages: ReadonlySet<string>;
	readonly #carriers: ReadonlySet<string>;
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
		this.#subject = subject;
		this.#scope = scope;
		this.#messages = messages;
		this.#carriers = this.#carrierPaths();
		this.#functionName = functionName(scope);
	}

	/** The carrier under all its names: what it was made from by a plain accessor is it too (`body = await res.json()`). */
	#carrierPaths(): Set<string> {
		const paths = new Set<string>();
		let at = this.#subject.carrier;
		for (let hops = 0; at && hops < HOPS; hops++) {
			paths.add(pathText(at));
			if (at.kind === 'call' && at.args.length === 0 && at.callee.kind === 'member') at = at.callee.object;
			else at = at.kind === 'name' ? givenTo(at.text, this.#scope) : undefined;
		}
		return paths;
	}

	/** Whether the code, its message or the whole carrier is in a value that is given away. */
	handsOn(node: Syntax, hops = 0): boolean {
		if (this.#reader.read(node, this.#scope)?.key === this.#subject.key) return true;
		if (this.#carriers.has(pathText(node)) || this.#isMessage(node)) return true;
		switch (node.kind) {
			case 'name': {
				const value = givenTo(node.text, this.#scope);
				return value?.kind === 'name' && hops < HOPS && this.handsOn(value, hops + 1);
			}
			case 'member':
				return false;
			case 'index':
				return this.handsOn(node.index);
			case 'call': {
				// `err.Error()`, `res.toString()`: its whole text
				const { callee } = node;
				const tells =
					callee.kind === 'member' &&
					this.#carriers.has(pathText(callee.object)) &&
					wordsOf(callee.property).some((word) => TELLING_WORDS.has(word));
				return tells || node.args.some((arg) => this.handsOn(arg));
			}
			case 'function':
				return false;
			case 'pair':
				return this.handsOn(node.value);
			default:
				return childrenOf(node).some((child) => this.handsOn(child));
		}
	}

	/** Whether a name is one of the carrier's. */
	isCarrier(name: string): boolean {
		return this.#carriers.has(name);
	}

	#isMessage(node: Syntax, hops = 0): boolean {
		if (node.kind === 'name') {
			const value = givenTo(node.text, this.#scope);
			if (value && !isLiteral(value) && hops < HOPS) return this.#isMessage(value, hops + 1);
			return !this.#subject.carrier && this.isMessageName(node.text);
		}
		const [object, field] = fieldOf(node);
		if (!object || !this.#carriers.has(pathText(object))) return false;
		return this.isMessageName(field);
	}

	/** Whether a name says that the reply's message is behind it. */
	isMessageName(name: string): boolean {
		return this.#messages.has(name) || MESSAGE_WORDS.has(wordsOf(name).at(-1) ?? '');
	}

	/** Exits non-zero, panics, rejects. */
	fails(call: Call): boolean {
		const name = pathText(call.callee);
		const { exits, fails } = this.#language.lexicon;
		if (exits.includes(name)) {
			const [status] = call.args;
			const isExit = ['exit', 'quit'].includes(wordsOf(name).at(-1) ?? '');
			return status ? !(status.kind === 'number' && Number(status.text) === 0) : !isExit;
		}
		const last = call.callee.kind === 'member' ? call.callee.property : name;
		return fails.includes(name) || (fails.includes(last) && call.callee.kind === 'name');
	}

	/** Whether a call logs, and how loud. */
	logs(call: Call): 'error' | 'below' | undefined {
		return loudness(call, this.#language);
	}

	/** An error as a value: one that is made here, or a name that says it holds one. */
	isError(node: Syntax): boolean {
		if (node.kind === 'call') {
			if (this.fails(node)) return true;
			return this.#language.lexicon.makesErrors.includes(pathText(node.callee)) || this.#endsInError(calleeName(node));
		}
		if (node.kind === 'name') return this.#endsInError(node.text);
		if (node.kind === 'member') return this.#endsInError(node.property);
		if (node.kind === 'list' || node.kind === 'table') return node.type !== '' && this.#endsInError(node.type);
		return false;
	}

	#endsInError(name: string): boolean {
		const words = wordsOf(name);
		const { errorWords } = this.#language.lexicon;
		return (
			errorWords.includes(words.at(-1) ?? '') ||
			(words.length > 1 && errorWords.includes(words[0] ?? '') && words[0] === 'err')
		);
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
		const name = calleeName(call);
		return (
			(this.#functionName !== '' && name === this.#functionName && !this.#isOtherObject(call)) ||
			saysRetry(name)
		);
	}

	/** `other.describe()` in `describe` is not the same function; `this.describe()` is. */
	#isOtherObject(call: Call): boolean {
		if (call.callee.kind !== 'member') return false;
		const object = pathText(call.callee.object);
		return !this.#language.lexicon.self.includes(object) && !(object !== '' && object === this.#scope.func?.receiver);
	}

	/** Passes code, message or carrier to a call that is no log below error level; conversions do not count. */
	passesOn(node: Syntax): boolean {
		if (node.kind === 'function') return false;
		if (node.kind === 'call') {
			if (this.logs(node) === 'below') return false;
			if (this.#reader.read(node, this.#scope) || this.#reader.peel(node) !== node) return false;
			if (node.args.some((arg) => this.handsOn(arg))) return true;
		}
		return childrenOf(node).some((child) => this.passesOn(child));
	}

	/** Whether an assignment's target outlives the function. */
	isOutside(target: Syntax): boolean {
		if (target.kind === 'name') return this.#scope.func !== undefined && !isLocal(target.text, this.#scope);
		if (target.kind !== 'member' && target.kind !== 'index') return false;
		let root: Syntax = target;
		while (root.kind === 'member' || root.kind === 'index') root = root.object;
		if (root.kind !== 'name') return true;
		const made = givenTo(root.text, this.#scope);
		// A literal made here stays here; anything else was there before.
		return !(made && (made.kind === 'table' || made.kind === 'list'));
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
		if (last.kind === 'constant') {
			if (last.value === 'true') return true;
			const results = this.#scope.func?.results ?? '';
			return last.value === 'null' && this.#language.returnsErrors && /\berror\b\s*\)?\s*$/.test(results);
		}
		return last.kind === 'call' && calleeName(last) === 'Ok';
	}

	get language(): LanguageData {
		return this.#language;
	}
}

/** Whether a name says that something is tried again. */
export const saysRetry = (name: string): boolean => wordsOf(name).some((word) => RETRY_WORDS.has(word));

/** Whether a name says that something is logged. */
export const saysLog = (name: string): boolean => wordsOf(name).some((word) => LOG_WORDS.has(word));

/** Whether a call logs, by a language's words, and how loud. */
export function loudness(call: Call, { lexicon }: LanguageData): 'error' | 'below' | undefined {
	const { loggers, prints, errorLevels, otherLevels } = lexicon;
	const name = pathText(call.callee);
	if (prints.includes(name)) return 'below';
	if (call.callee.kind !== 'member') return undefined;
	const object = pathText(call.callee.object);
	const isLogger = loggers.includes(object) || loggers.includes(object.split('.').at(-1) ?? '') || saysLog(object);
	if (!isLogger) return undefined;
	const level = call.callee.property.toLowerCase();
	if (errorLevels.includes(level)) return 'error';
	return otherLevels.includes(level) ? 'below' : undefined;
}

export const calleeName = (call: Call): string =>
	call.callee.kind === 'member' ? call.callee.property : call.callee.kind === 'name' ? call.callee.text : '';

/** The object and the name of the field that is read from it, by member, key or getter. */
function fieldOf(node: Syntax): readonly [object: Syntax | undefined, field: string] {
	if (node.kind === 'member') return [node.object, node.property];
	if (node.kind === 'index' && node.index.kind === 'text') return [node.object, node.index.value];
	if (node.kind === 'call' && node.callee.kind === 'member') {
		const [first] = node.args;
		return [node.callee.object, first?.kind === 'text' ? first.value : node.callee.property];
	}
	return [undefined, ''];
}
