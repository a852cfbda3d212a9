/**
 * What is known of a carrier beside the code that is read from it: that a helper is asked about it, that a code is sought
 * in its text, and which types and names it goes by.
 */
import { wordsOf } from '../recognise/names.ts';
import type { Call, Syntax } from '../recognise/syntax.ts';
import { catchOf, givenTo, pathText, type Scope } from './scope.ts';
import { isReference, type Subject, type SubjectReader } from './subject.ts';

/** Last words of what holds an exception or a reply, beside the language's own words for errors. */
const CARRIER_WORDS = new Set(
	'e ex exc exception err error reply resp response res result body cause reason'.split(' '),
);
/** Words of a helper that asks for codes. */
const ASKING_WORDS = new Set('is has code codes error err expect expected match matches matching any one'.split(' '));
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
		const key = `${pathText(origin)}${this.#reader.caughtAt(origin, scope)}#code`;
		return { key, via: 'code', carrier, access: carrier };
	}

	#askedCarrier(node: Syntax, scope: Scope): Syntax | undefined {
		if (node.kind === 'binary' && (node.operator === 'in' || node.operator === 'not in'))
			return isCodeText(node.left) ? this.#textOf(node.right, scope) : undefined;
		if (node.kind !== 'call') return undefined;
		const { callee, args } = node;
		const { lexicon } = this.#reader;
		if (callee.kind === 'member' && args.length === 1 && args[0] && isCodeText(args[0]))
			return lexicon.contains.includes(callee.property) ? this.#textOf(callee.object, scope) : undefined;
		const [first, second] = args;
		if (first && second && isCodeText(second) && lexicon.textContains.includes(pathText(callee)))
			return this.#textOf(first, scope);
		return this.#isHelper(node) && args.some((arg) => isCodes(this.#reader.peel(arg)))
			? args.find((arg) => this.#isCarrier(arg, scope))
			: undefined;
	}

	/** Whether a call's name says that it asks for something: no log, no wrapper of errors. */
	#isHelper({ callee }: Call): boolean {
		const name = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.text : '';
		return !this.#makesErrors.has(pathText(callee)) && wordsOf(name).some((word) => ASKING_WORDS.has(word));
	}

	/** The carrier whose text this is: `err.message`, `str(e)`, `err.Error()`. */
	#textOf(node: Syntax, scope: Scope): Syntax | undefined {
		const peeled = this.#reader.peel(node);
		if (peeled.kind === 'name') {
			const value = givenTo(peeled.text, scope);
			if (value && value !== peeled && !isReference(value)) return this.#textOf(value, scope);
		}
		if (peeled !== node && this.#isCarrier(peeled, scope)) return peeled;
		const member = peeled.kind === 'call' && peeled.args.length === 0 ? peeled.callee : peeled;
		if (member.kind !== 'member' || !this.#isCarrier(member.object, scope)) return undefined;
		return wordsOf(member.property).some((word) => TEXT_WORDS.has(word)) ? member.object : undefined;
	}

	#isCarrier(node: Syntax, scope: Scope): boolean {
		if (!isReference(node)) return false;
		if (node.kind === 'name' && catchOf(node, scope)) return true;
		const words = wordsOf(node.kind === 'member' ? node.property : node.kind === 'name' ? node.text : '');
		const last = words.at(-1) ?? '';
		return CARRIER_WORDS.has(last) || this.#reader.lexicon.errorWords.includes(last);
	}
}

/** A text that can only be a code: to be sought in a message. */
export const isCodeText = (node: Syntax): boolean =>
	node.kind === 'text' && node.holes.length === 0 && /^(?:\d{3,}|[A-Za-z]\w*(?:\.\w+)+|[A-Z]\w{3,})$/.test(node.value);

/** A literal or a list of them: what a helper may be asked for. */
export const isAsked = (node: Syntax): boolean =>
	node.kind === 'number' ||
	node.kind === 'text' ||
	(node.kind === 'list' && node.items.length > 0 && node.items.every(isAsked));

/** What only codes are written as: the same without texts of several words. */
const isCodes = (node: Syntax): boolean =>
	node.kind === 'number' ||
	isCodeText(node) ||
	(node.kind === 'list' && node.items.length > 0 && node.items.every(isCodes));

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
	let node = subject.carrier;
	for (let hops = 0; node && hops < 5; hops++) {
		if (node.cast) types.push(node.cast);
		names.push(pathText(node));
		if (node.kind === 'member' || node.kind === 'index') {
			node = node.object;
			continue;
		}
		if (node.kind !== 'name') break;
		const caught = catchOf(node, scope);
		if (caught) {
			types.push(...caught.types);
			break;
		}
		for (let at: Scope | undefined = scope; at; at = at.parent) {
			const declared = at.types.get(node.text);
			if (declared) types.push(...declared);
			if (declared || at.declared.has(node.text)) break;
		}
		node = givenTo(node.text, scope);
	}
	return { types, names };
}
