/**
 * What is known of a carrier beside the code that is read from it: that a helper is asked about it, that a code is sought
 * in its text, and which types and names it goes by.
 */
import { isCodeLike, wordsOf } from '../recognise/names.ts';
import { lastName, pathText } from '../recognise/pathText.ts';
import type { Call, Syntax } from '../recognise/syntax.ts';
import { callText } from './around.ts';
import { placeAsked } from './places.ts';
import { catchOf, givenTo, type Scope, typesOf, walkScope } from './scope.ts';
import { isReference, type Subject, type SubjectReader } from './subject.ts';

/** Last words of what holds an exception or a reply, beside the language's own words for errors. */
const CARRIER_WORDS = new Set(
	'e ex exc exception err error reply resp response res result body cause reason'.split(' '),
);
/** Words of a helper that asks for codes. */
const ASKING_WORDS = new Set('is has code codes error err expect expected match matches matching any one'.split(' '));
/** First words of a helper that asks though it ends in a word for errors. */
const OPENING_WORDS = new Set('is has was are match matches contains check expect'.split(' '));
const SET_WORDS = new Set('codes errors errs set list retryable retriable ignorable transient'.split(' '));
const SHOWING_WORDS = new Set('stringify dumps repr inspect sprint sprintf'.split(' '));
const TEXT_WORDS = new Set('message msg error string text str reason detail details what tostring'.split(' '));

/** Finds the carrier that a condition asks about though it reads no code from it. */
export class CarrierReader {
	readonly #reader: SubjectReader;
	readonly #makesErrors: ReadonlySet<string>;

	constructor(reader: SubjectReader) {
		this.#reader = reader;
		this.#makesErrors = new Set(reader.lexicon.makesErrors);
	}

	/** The code of a carrier that is asked for: `isExpectError(err, ["ResourceNotFound"])`, `"4100" in str(error)`. */
	asked(node: Syntax, scope: Scope): Subject | undefined {
		const carrier = this.#askedCarrier(node, scope);
		if (!carrier) return undefined;
		const origin = this.#reader.origin(carrier, scope);
		const key = `${pathText(origin)}${this.#reader.bindingOf(origin, scope)}#code`;
		return { key, via: 'code', carrier, access: carrier };
	}

	#askedCarrier(node: Syntax, scope: Scope): Syntax | undefined {
		if (node.kind === 'binary' && (node.operator === 'in' || node.operator === 'not in'))
			return isCodeText(node.left) ? this.#textOf(node.right, scope) : undefined;
		if (node.kind === 'binary') {
			const place = placeAsked(node.operator, node.left, node.right, this.#reader.lexicon);
			return place?.how === 'holds' && isCodeText(place.sought) ? this.#textOf(place.of, scope) : undefined;
		}
		if (node.kind !== 'call') return undefined;
		const { callee, args } = node;
		const { lexicon } = this.#reader;
		if (callee.kind === 'member' && args.length === 1 && args[0] && isCodeText(args[0]))
			return lexicon.contains.includes(callee.property) ? this.#textOf(callee.object, scope) : undefined;
		const [first, second] = args;
		if (first && second && isCodeText(second) && lexicon.textContains.includes(pathText(callee)))
			return this.#textOf(first, scope);
		return this.asks(node) && args.some((arg) => isCodes(this.#reader.peel(arg)) || namesSet(arg))
			? args.find((arg) => this.#isCarrier(arg, scope))
			: undefined;
	}

	/** Whether a call's name says that it asks for something: no log, no wrapper of errors. */
	asks({ callee }: Call): boolean {
		const name = lastName(callee);
		const words = wordsOf(name);
		// `RetryError(err, …)` makes one, `isRetryError(err, …)` asks.
		const makes = this.#reader.lexicon.errorWords.includes(words.at(-1) ?? '') && !OPENING_WORDS.has(words[0] ?? '');
		return !makes && !this.#makesErrors.has(pathText(callee)) && words.some((word) => ASKING_WORDS.has(word));
	}

	/** The carrier whose text this is: `err.message`, `str(e)`, `err.Error()`. */
	#textOf(node: Syntax, scope: Scope): Syntax | undefined {
		const peeled = this.#reader.peel(node);
		if (peeled.kind === 'name') {
			const value = givenTo(peeled.text, scope, peeled.start);
			if (value && value !== peeled && value.kind !== 'name') return this.#textOf(value, scope);
		}
		if (peeled !== node && this.#isCarrier(peeled, scope)) return peeled;
		// `${e}`, `JSON.stringify(e)`
		const shown = peeled.kind === 'text' ? peeled.holes : isShown(peeled) ? peeled.args : [];
		for (const part of shown) {
			const carrier = this.#isCarrier(part, scope) ? part : this.#textOf(part, scope);
			if (carrier) return carrier;
		}
		const member = peeled.kind === 'call' && peeled.args.length === 0 ? peeled.callee : peeled;
		if (member.kind !== 'member' || !this.#isCarrier(member.object, scope)) return undefined;
		return wordsOf(member.property).some((word) => TEXT_WORDS.has(word)) ? member.object : undefined;
	}

	#isCarrier(node: Syntax, scope: Scope): boolean {
		if (isNamedAsCarrier(node, this.#reader)) return true;
		if (node.kind !== 'name') return false;
		// `switch real := err.(type)`, `func asked(problem error)`
		const { errorWords } = this.#reader.lexicon;
		const isTyped = typesOf(node.text, scope).some((type) => errorWords.includes(wordsOf(type).at(-1) ?? ''));
		const origin = this.#reader.origin(node, scope);
		return isTyped || catchOf(node, scope) !== undefined || (origin !== node && isNamedAsCarrier(origin, this.#reader));
	}
}

/** A call that makes a text of what it is given. */
const isShown = (node: Syntax): node is Call =>
	node.kind === 'call' && wordsOf(pathText(node.callee)).some((word) => SHOWING_WORDS.has(word));

/** Whether a name says that an exception or a reply is behind it; `common.InternalError` is a constant. */
export function isNamedAsCarrier(node: Syntax, reader: SubjectReader): boolean {
	if (!isReference(node)) return false;
	const name = lastName(node);
	const words = wordsOf(name);
	const last = words.at(-1) ?? '';
	if (!/^[a-z_]/.test(name)) return false;
	if (CARRIER_WORDS.has(last) || reader.lexicon.errorWords.includes(last)) return true;
	// `errRet`, and not `errMsg` or `errCode`
	return CARRIER_WORDS.has(words[0] ?? '') && words.length > 1 && !TEXT_WORDS.has(last) && !isCodeLike(name);
}

/** A text that can only be a code: to be sought in a message. */
export const isCodeText = (node: Syntax): boolean =>
	node.kind === 'text' && node.holes.length === 0 && /^(?:\d{3,}|[A-Za-z]\w*(?:\.\w+)+|[A-Z]\w{3,})$/.test(node.value);

/** A literal or a list of them: what a helper may be asked for. */
export const isAsked = (node: Syntax): boolean =>
	node.kind === 'number' ||
	node.kind === 'text' ||
	(node.kind === 'list' && node.items.length > 0 && node.items.every(isAsked));

/** Whether a name says that several codes are behind it: `RETRYABLE`, `FAIL_SET`, `notFoundCodes`. */
export function namesSet(node: Syntax): boolean {
	if (!isReference(node)) return false;
	const name = lastName(node);
	return /^[A-Z][A-Z0-9_]{2,}$/.test(name) || SET_WORDS.has(wordsOf(name).at(-1) ?? '');
}

/** What only codes are written as: the same without texts of several words. */
const isCodes = (node: Syntax): boolean =>
	node.kind === 'number' ||
	isCodeText(node) ||
	(node.kind === 'list' && node.items.length > 0 && node.items.every(isCodes));

/** How many calls are looked at for whose exception it is. */
const MOST_CALLS = 12;

/** How a carrier is known, for those who ask whose it is. */
export interface KnownAs {
	/** Types as written: of the handler that caught it, of its declaration, of a cast, of a check for its type. */
	readonly types: readonly string[];
	/** Its own name and what it was made from, as written. */
	readonly names: readonly string[];
}

/** What types and names a subject's carrier goes by in a scope. */
export function knownAs(subject: Subject, scope: Scope): KnownAs {
	const types: string[] = [];
	const names: string[] = [];
	let node: Syntax | undefined = subject.carrier ?? subject.access;
	for (let hops = 0; node && hops < 8; hops++) {
		if (node.cast) types.push(node.cast);
		names.push(node.kind === 'call' ? callText(node) : pathText(node));
		if (node.kind === 'member' || node.kind === 'index') {
			node = node.object;
			continue;
		}
		if (node.kind === 'call' && node.callee.kind === 'member') {
			node = node.callee.object;
			continue;
		}
		if (node.kind !== 'name') break;
		const caught = catchOf(node, scope);
		if (caught) {
			types.push(...caught.types);
			names.push(...callsIn(caught.tried, scope));
			break;
		}
		types.push(...typesOf(node.text, scope));
		node = givenTo(node.text, scope, node.start);
	}
	return { types, names };
}

/** The calls that may have thrown an exception, all in one, and then what their objects were made from. */
function callsIn(tried: Syntax | undefined, scope: Scope): string[] {
	const calls: Call[] = [];
	walkScope(tried ? [tried] : [], (node) => {
		if (node.kind === 'call' && calls.length < MOST_CALLS) calls.push(node);
	});
	const roots = new Set(calls.flatMap(({ callee }) => rootOf(callee) ?? []));
	const made = [...roots].flatMap((root) => {
		const value = givenTo(root, scope);
		return [...(value ? [value.kind === 'call' ? callText(value) : pathText(value)] : []), ...typesOf(root, scope)];
	});
	return [calls.map(callText), made].map((texts) => texts.join(' ')).filter(Boolean);
}

/** The name that a path or chain of calls begins with. */
function rootOf(node: Syntax): string | undefined {
	let at = node;
	while (at.kind === 'member' || at.kind === 'index' || at.kind === 'call')
		at = at.kind === 'call' ? at.callee : at.object;
	return at.kind === 'name' ? at.text : undefined;
}
