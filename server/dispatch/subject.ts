/**
 * What reads a code: finds the subject behind an expression, through aliases, wrappers and accessors, so that
 * `e.Code`, `e.GetCode()`, `c := e.Code` and `int(e.Code)` are one.
 */
import type { LanguageData } from '../languages/language.ts';
import { isCodeLike, isOtherCode, isOtherThing, wordsOf } from '../recognise/names.ts';
import { lastName, pathText } from '../recognise/pathText.ts';
import type { Call, Syntax } from '../recognise/syntax.ts';
import { hasOtherCode, isOfOtherType, readsOtherKind } from './otherKinds.ts';
import { bindingAt, catchOf, givenTo, type Scope } from './scope.ts';

/** Names of a catalogue that read its code or the name of its code. */
export interface OwnNames {
	readonly codes: ReadonlySet<string>;
	readonly companions: ReadonlySet<string>;
}

export interface Subject {
	/** The same for everything that reads the same code. */
	readonly key: string;
	/** Whether the code itself is read, the field that holds its name, or the family that a dotted code begins with. */
	readonly via: 'code' | 'companion' | 'family';
	/** What the code was read from; absent for a bare name. */
	readonly carrier?: Syntax;
	/** The field, method or key by which it is read from the carrier. */
	readonly property?: string;
	/** The expression that reads it, where the name was given its value. */
	readonly access: Syntax;
}

/** Words of a field's name that do not tell one code from another. */
const FORM_WORDS = new Set(['get', 'err', 'error', 'ret', 'desc', 'name', 'text', 'value']);

export class SubjectReader {
	readonly #lexicon: LanguageData['lexicon'];
	readonly #names: OwnNames;
	readonly #wrappers: ReadonlySet<string>;
	readonly #getters: ReadonlySet<string>;
	readonly #defaults: ReadonlySet<string>;
	readonly #responses: ReadonlySet<string>;
	readonly #splits: ReadonlySet<string>;
	readonly #splitsIn: ReadonlySet<string>;
	readonly #unwraps: ReadonlySet<string>;
	readonly #folds: ReadonlySet<string>;
	readonly #constants: RegExp;
	readonly #subjects = new Known<Subject | null>();
	readonly #paths = new Known<string>();

	constructor(lexicon: LanguageData['lexicon'], names: OwnNames) {
		this.#lexicon = lexicon;
		this.#names = names;
		this.#wrappers = new Set(lexicon.wrappers);
		this.#getters = new Set(lexicon.getters);
		this.#defaults = new Set(lexicon.defaults);
		this.#responses = new Set(lexicon.httpResponses);
		this.#splits = new Set(lexicon.splits);
		this.#splitsIn = new Set(lexicon.splitsIn);
		this.#unwraps = new Set(lexicon.unwraps);
		this.#folds = new Set(lexicon.folds);
		this.#constants = new RegExp(lexicon.typeConstants);
	}

	/** Without the conversions around it: `Number(x)`, `x.toString()`, `x ?? 0`. */
	peel(node: Syntax): Syntax {
		if (node.kind === 'call') {
			const callee = node.callee;
			const [first] = node.args;
			if (first && this.#wrappers.has(pathText(callee))) return this.peel(first);
			// `Code::tryFrom($code)`, of whatever type
			if (first && callee.kind === 'member' && this.#wrappers.has(`.${callee.property}`)) return this.peel(first);
			// `code.unwrap_or(0)`
			if (first && callee.kind === 'member' && this.#defaults.has(callee.property)) return this.peel(callee.object);
			if (callee.kind === 'member' && node.args.length === 0 && this.#wrappers.has(callee.property))
				return this.peel(callee.object);
		}
		// `code->valueint`
		if (node.kind === 'member' && this.#lexicon.unboxes.includes(node.property)) return this.peel(node.object);
		if (node.kind === 'member' && this.#wrappers.has(node.property) && node.object.kind !== 'name')
			return this.peel(node.object);
		if (
			node.kind === 'binary' &&
			node.operator === '||' &&
			(node.right.kind === 'number' || node.right.kind === 'text' || this.#leaves(node.right))
		)
			return this.peel(node.left);
		return node;
	}

	/** `reply?.code ?: return`, `?: error("no code")`: where there is none, nothing goes on. */
	#leaves(node: Syntax): boolean {
		if (node.kind === 'throw' || node.kind === 'return' || node.kind === 'jump') return true;
		return node.kind === 'call' && this.#lexicon.fails.includes(pathText(node.callee));
	}

	/** The subject that an expression reads, or undefined where it reads no code. */
	read(node: Syntax, scope: Scope | undefined): Subject | undefined {
		// Every dispatch of a function asks about all that comes after it.
		const known = scope && this.#subjects.in(scope);
		if (!known) return this.#reading(node, scope, 0);
		const before = known.get(node);
		if (before !== undefined) return before ?? undefined;
		const subject = this.#reading(node, scope, 0);
		known.set(node, subject ?? null);
		return subject;
	}

	/** A carrier under its first name, the same for all that mean the same one. */
	carrierPath(node: Syntax, scope: Scope): string {
		const known = this.#paths.in(scope);
		let path = known.get(node);
		if (path === undefined) {
			const origin = this.origin(node, scope);
			path = pathText(origin) + this.bindingOf(origin, scope);
			known.set(node, path);
		}
		return path;
	}

	#reading(node: Syntax, scope: Scope | undefined, hops: number): Subject | undefined {
		const peeled = this.peel(node);
		if (peeled.kind === 'name') {
			if (isOtherCode(peeled.text)) return undefined;
			const value = hops < 5 ? givenTo(peeled.text, scope, peeled.start) : undefined;
			const behind = value && value !== peeled ? this.#reading(value, scope, hops + 1) : undefined;
			if (behind) return behind;
			if (
				value &&
				(isLiteral(this.peel(value)) || readsOtherKind(value, this.#lexicon.otherKinds) || this.#isFolded(value))
			)
				return undefined;
			const via = hasOtherCode(peeled.text, scope) ? undefined : this.#via(peeled.text);
			return via && { key: `${peeled.text}${bindingAt(peeled, scope)}#`, via, access: peeled };
		}
		if (peeled.kind === 'assign' && peeled.values[0]) return this.#reading(peeled.values[0], scope, hops + 1);
		// `e.code ?? e.cause?.code`: the second where the first has none
		if (peeled.kind === 'binary' && peeled.operator === '||') {
			const left = this.#reading(peeled.right, scope, hops + 1) && this.#reading(peeled.left, scope, hops + 1);
			return left && { ...left, access: peeled };
		}
		const whole = this.#splitOf(peeled, scope);
		if (whole) {
			const subject = this.#reading(whole, scope, hops + 1);
			return subject?.via === 'code' ? { ...subject, via: 'family', access: peeled } : undefined;
		}
		const access = this.#access(peeled);
		// `ErrorCode.AUTH.getCode()` is a value.
		if (!access || this.isConstant(access.carrier)) return undefined;
		const via = this.#via(access.property);
		if (!via) return undefined;
		const carrier = this.origin(access.carrier, scope);
		if (this.#isResponse(carrier, scope) || isOtherThing(lastName(access.carrier))) return undefined;
		if (isOfOtherType([access.carrier, carrier], scope, this.#lexicon.otherTypes)) return undefined;
		return {
			key: `${pathText(carrier)}${this.bindingOf(carrier, scope)}#${this.#field(access.property)}`,
			via,
			carrier: access.carrier,
			property: access.property,
			access: peeled,
		};
	}

	/** Whether a text is in small or capital letters alone: what it is compared with is spelt so, and no code. */
	#isFolded(node: Syntax): boolean {
		const { kind, callee } = this.peel(node) as Partial<Call>;
		if (kind !== 'call' || !callee) return false;
		return this.#folds.has(pathText(callee)) || (callee.kind === 'member' && this.#folds.has(callee.property));
	}

	/** What a dotted code's first part is taken from: `code` of `code.split(".")[0]`, or of `strings.Cut(code, ".")`. */
	#splitOf(node: Syntax, scope: Scope | undefined): Syntax | undefined {
		if (node.kind === 'index' && node.index.kind === 'number') {
			if (node.index.text !== '0') return undefined;
			const cut = node.object.kind === 'name' ? givenTo(node.object.text, scope, node.start) : node.object;
			return cut && this.#splitOf(cut, scope);
		}
		// `code.split('.').first`
		const list =
			node.kind === 'member' ? node : node.kind === 'call' && node.args.length === 0 ? node.callee : undefined;
		if (list?.kind === 'member' && this.#lexicon.firsts.includes(list.property))
			return this.#splitOf(list.object, scope);
		if (node.kind !== 'call') return undefined;
		const { callee, args } = node;
		const isDot = (arg: Syntax | undefined) => arg?.kind === 'text' && /^\\{0,2}\.$/.test(arg.value);
		if (callee.kind === 'member' && this.#splits.has(callee.property) && isDot(args[0])) return callee.object;
		if (!this.#splitsIn.has(pathText(callee))) return undefined;
		// The text, or what it is cut at, comes first.
		return isDot(args[1]) ? args[0] : isDot(args[0]) ? args[1] : undefined;
	}

	/** Tells variables of one name apart: exceptions by their handler, others by what they were given. */
	bindingOf(carrier: Syntax, scope: Scope | undefined): string {
		let root = carrier;
		while (root.kind === 'member' || root.kind === 'index') root = root.object;
		return root.kind === 'name' ? bindingAt(root, scope) : '';
	}

	/** What is the same for the accessor forms of one field: `Code`, `GetCode`, `errorCode` and `codeDesc` are `code`. */
	#field(property: string): string {
		if (this.#names.codes.has(property) || this.#names.companions.has(property)) return 'code';
		return wordsOf(property)
			.filter((word) => !FORM_WORDS.has(word))
			.join(' ')
			.replace(/^(?:errno|errcode|retcode)$/, 'code');
	}

	/** A field, key or method read from an object, without regard to its name. */
	#access(node: Syntax): { carrier: Syntax; property: string } | undefined {
		if (node.kind === 'member') return { carrier: node.object, property: node.property };
		if (node.kind === 'index' && node.index.kind === 'text')
			return { carrier: node.object, property: node.index.value };
		if (node.kind !== 'call') return undefined;
		const [first, second] = node.args;
		// `cJSON_GetObjectItem(reply, "code")`
		if (first && second?.kind === 'text' && this.#lexicon.gettersIn.includes(pathText(node.callee)))
			return { carrier: first, property: second.value };
		if (node.callee.kind === 'member') {
			if (node.args.length === 0) return { carrier: node.callee.object, property: node.callee.property };
			if (first?.kind === 'text' && this.#getters.has(node.callee.property))
				return { carrier: node.callee.object, property: first.value };
		}
		// `getErrorCode(err)`
		if (node.args.length === 1 && first && isReference(first)) {
			const name = lastName(node.callee);
			if (/^(get|extract|read|parse|error|err|fetch)/i.test(name)) return { carrier: first, property: name };
		}
		return undefined;
	}

	#via(name: string): Subject['via'] | undefined {
		if (this.#names.companions.has(name)) return 'companion';
		return this.#names.codes.has(name) || isCodeLike(name) ? 'code' : undefined;
	}

	/** The carrier under its first name: what an alias was given, casts and awaits being gone already. */
	origin(node: Syntax, scope: Scope | undefined, hops = 0): Syntax {
		if (node.kind === 'call' && node.args[0] && this.#unwraps.has(pathText(node.callee)))
			return this.origin(node.args[0], scope, hops + 1);
		if (node.kind !== 'name' || hops >= 5 || catchOf(node, scope)) return node;
		const value = givenTo(node.text, scope, node.start);
		const isUnwrapped = value?.kind === 'call' && this.#unwraps.has(pathText(value.callee));
		return value && (isUnwrapped || isReference(value)) ? this.origin(value, scope, hops + 1) : node;
	}

	#isResponse(carrier: Syntax, scope: Scope | undefined): boolean {
		const made = carrier.kind === 'name' ? (givenTo(carrier.text, scope, carrier.start) ?? carrier) : carrier;
		return made.kind === 'call' && this.#responses.has(pathText(made.callee));
	}

	/** Fields by which this carrier's code would be read: whether a name is one of them. */
	isAccessor(name: string): boolean {
		return this.#via(name) !== undefined;
	}

	/** A constant of a type: `ErrorCode.AUTH`. */
	isConstant(node: Syntax): boolean {
		if (node.kind !== 'member' || !this.#constants.test(node.property)) return false;
		const { object } = node;
		return /^[A-Z]\w*[a-z]/.test(lastName(object));
	}

	get lexicon(): LanguageData['lexicon'] {
		return this.#lexicon;
	}
}

/** What is known of the nodes of scopes, for as long as they are there. */
class Known<T> {
	readonly #all = new WeakMap<Scope, Map<Syntax, T>>();
	#last: readonly [scope: Scope, known: Map<Syntax, T>] | undefined;

	in(scope: Scope): Map<Syntax, T> {
		if (this.#last?.[0] === scope) return this.#last[1];
		const known = this.#all.get(scope) ?? new Map<Syntax, T>();
		this.#all.set(scope, known);
		this.#last = [scope, known];
		return known;
	}
}

export const isLiteral = (node: Syntax): boolean =>
	node.kind === 'number' || node.kind === 'text' || node.kind === 'constant';

/** A name or a path of names: something that stands for a value without computing one. */
export const isReference = (node: Syntax): boolean =>
	node.kind === 'name' || (node.kind === 'member' && isReference(node.object));
