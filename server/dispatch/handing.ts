/**
 * What hands the reply on: the code, its message or the whole carrier in a value that is given away, under whatever name,
 * in whatever text or table, or in a closure that somebody else gets.
 */
import { wordsOf } from '../recognise/names.ts';
import { pathText } from '../recognise/pathText.ts';
import type { Call, Func, Syntax } from '../recognise/syntax.ts';
import { childrenOf } from '../recognise/walk.ts';
import { boundNames, keyText, patternsOf } from './bindings.ts';
import { givenTo, type Scope, walkScope } from './scope.ts';
import { statements } from './scopes.ts';
import { isLiteral, type Subject, type SubjectReader } from './subject.ts';

/** How often a name is followed to what it was given. */
const HOPS = 5;
const MESSAGE_WORDS = new Set(['message', 'msg', 'reason']);
const TELLING_WORDS = new Set(['message', 'msg', 'error', 'string', 'json', 'text', 'str', 'dump']);

/** What else a call or a target does; `Effects` knows. */
interface Doing {
	logs(call: Call): 'error' | 'told' | 'below' | undefined;
	isOutside(target: Syntax): boolean;
	isSelf(path: string): boolean;
}

/** Reads what is handed on in one scope of one subject. */
export class Handing {
	readonly #reader: SubjectReader;
	readonly #subject: Subject;
	readonly #scope: Scope;
	readonly #messages: ReadonlySet<string>;
	readonly #effects: Doing;
	readonly #carriers: ReadonlySet<string>;
	/** What the carrier is a part of: `response` of `response.data`. */
	readonly #wholes = new Set<string>();
	#roots: ReadonlySet<string> | undefined;
	/** Names that mean something else in the closure that is being read. */
	#shadowed: ReadonlySet<string> = new Set();
	/** Values of names that have been followed, and whether they hand on. */
	readonly #followed = new Map<Syntax, boolean>();

	/** `messages`: names of the fields that hold the reply's message. */
	constructor(reader: SubjectReader, subject: Subject, scope: Scope, messages: ReadonlySet<string>, effects: Doing) {
		this.#reader = reader;
		this.#subject = subject;
		this.#scope = scope;
		this.#messages = messages;
		this.#effects = effects;
		this.#carriers = this.#carrierPaths();
	}

	/**
	 * The carrier under all its names: what it was made from by a plain accessor is it too (`body = await res.json()`).
	 * What it is read from by fields and keys is kept as its wholes.
	 */
	#carrierPaths(): Set<string> {
		const paths = new Set<string>();
		let at = this.#subject.carrier;
		for (let hops = 0; at && hops < HOPS; hops++) {
			paths.add(pathText(at));
			if (at.kind === 'call' && at.args.length === 0 && at.callee.kind === 'member') {
				at = at.callee.object;
				continue;
			}
			if (at.kind === 'member' || at.kind === 'index') this.#addWholes(at);
			at = at.kind === 'name' ? givenTo(at.text, this.#scope, at.start) : undefined;
		}
		return paths;
	}

	#addWholes(part: Syntax): void {
		let at: Syntax | undefined = part;
		for (let hops = 0; at && hops < HOPS; ) {
			if (at.kind === 'member' || at.kind === 'index') at = at.object;
			else if (at.kind === 'name') {
				at = givenTo(at.text, this.#scope, at.start);
				hops++;
			} else at = undefined;
			// One's own object is more than a reply, and what a call gives has no name.
			if (!at || at.kind === 'call' || this.#effects.isSelf(pathText(at))) return;
			this.#wholes.add(pathText(at));
		}
	}

	/** The names that the carrier and what it is a part of begin with. */
	get roots(): ReadonlySet<string> {
		this.#roots ??= new Set([...this.#carriers, ...this.#wholes].map((path) => /^[\w$]+/.exec(path)?.[0] ?? path));
		return this.#roots;
	}

	/** Whether the code, its message or the whole carrier is in a value that is given away. */
	handsOn(node: Syntax): boolean {
		return this.#handsOn(node, 'written');
	}

	/** The same, answers about the code left out. */
	shows(node: Syntax): boolean {
		return this.#handsOn(node, 'named');
	}

	/** `how`: the value stands there itself, or behind a name, which a comparison or a look-up by the code then is not. */
	#handsOn(node: Syntax, how: 'written' | 'named'): boolean {
		if (!this.#isShadowed(node)) {
			if (this.#reader.read(node, this.#scope)?.key === this.#subject.key) return true;
			if (this.isCarrier(pathText(node)) || this.#isMessage(node)) return true;
		}
		switch (node.kind) {
			case 'name':
				return !this.#shadowed.has(node.text) && this.#isGivenOn(givenTo(node.text, this.#scope, node.start));
			case 'member':
				return false;
			case 'index':
				return how === 'written' && this.#handsOn(node.index, how);
			case 'binary':
				if (how === 'named' && node.operator !== 'other' && node.operator !== '||') return false;
				return [node.left, node.right].some((part) => this.#handsOn(part, how));
			case 'not':
				return how === 'written' && this.#handsOn(node.operand, how);
			case 'ternary': {
				const parts = how === 'named' ? [node.consequent, node.otherwise] : childrenOf(node);
				return parts.some((part) => this.#handsOn(part, how));
			}
			case 'call':
				return this.#isCallOn(node, how);
			case 'function':
				return this.#closureHandsOn(node);
			case 'pair':
				return this.#handsOn(node.value, how);
			case 'assign':
				return node.values.some((value) => this.#handsOn(value, how));
			default:
				return childrenOf(node).some((child) => this.#handsOn(child, how));
		}
	}

	/** Whether what a call gives back has the code, message or carrier in it. */
	#isCallOn(node: Call, how: 'written' | 'named'): boolean {
		if (this.#effects.logs(node) === 'below') return false;
		const { callee } = node;
		if (callee.kind === 'member') {
			const { object, property } = callee;
			if (!this.#isShadowed(object) && this.isCarrier(pathText(object))) {
				// `err.Error()`, `res.toString()`: its whole text
				if (wordsOf(property).some((word) => TELLING_WORDS.has(word))) return true;
			} else if (this.#asks(property)) {
				// `code.startsWith("AuthFailure")` only answers.
				return how === 'written' && node.args.some((arg) => this.#handsOn(arg, how));
			} else if (object.kind !== 'name' && this.#handsOn(object, 'named')) return true;
		}
		return node.args.some((arg) => this.#handsOn(arg, how));
	}

	#asks(method: string): boolean {
		const { contains, startsWith, finds } = this.#reader.lexicon;
		return [contains, startsWith, finds].some((words) => words.includes(method));
	}

	/** Whether the value that a name was given has it; looked at once, for two may be made of each other. */
	#isGivenOn(value: Syntax | undefined): boolean {
		if (!value) return false;
		const known = this.#followed.get(value);
		if (known !== undefined) return known;
		this.#followed.set(value, false);
		const isOn = this.#handsOn(value, 'named');
		this.#followed.set(value, isOn);
		return isOn;
	}

	/** Whether a closure gives it back, passes it on or keeps it outside; who gets the closure gets it then. */
	#closureHandsOn(closure: Func): boolean {
		const around = this.#shadowed;
		this.#shadowed = new Set([...around, ...ownNames(closure)]);
		const isExpression = closure.body.kind !== 'block';
		let found = isExpression && (this.#handsOn(closure.body, 'written') || this.passesOn(closure.body));
		if (!isExpression)
			walkScope(statements(closure.body), (node) => {
				if (found) return false;
				if (node.kind === 'call') found = this.passesOn(node);
				else if (node.kind === 'return' || node.kind === 'throw')
					found = node.values.some((value) => this.#handsOn(value, 'written'));
				else if (node.kind === 'assign')
					found =
						node.targets.some((target) => !this.#isShadowed(target) && this.#effects.isOutside(target)) &&
						node.values.some((value) => this.#handsOn(value, 'written'));
				return !found;
			});
		this.#shadowed = around;
		return found;
	}

	/** Whether a path begins with a name that means something else here. */
	#isShadowed(node: Syntax): boolean {
		if (this.#shadowed.size === 0) return false;
		let root = node;
		for (;;) {
			if (root.kind === 'member' || root.kind === 'index') root = root.object;
			else if (root.kind === 'call')
				root = root.callee.kind === 'member' ? root.callee.object : (root.args[0] ?? root.callee);
			else return root.kind === 'name' && this.#shadowed.has(root.text);
		}
	}

	/** Whether a name is one of the carrier's, or of what it is a part of. */
	isCarrier(name: string): boolean {
		return this.#carriers.has(name) || this.#wholes.has(name);
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

	/** Passes code, message or carrier to a call that is no log below error level; conversions do not count. */
	passesOn(node: Syntax): boolean {
		if (node.kind === 'function') return false;
		if (node.kind === 'other' && node.yields && node.children.some((child) => this.handsOn(child))) return true;
		if (node.kind === 'call') {
			if (this.#effects.logs(node) === 'below') return false;
			if (!this.#isShadowed(node) && this.#reader.read(node, this.#scope)) return false;
			// `queue.send(reply).unwrap()`
			const peeled = this.#reader.peel(node);
			if (peeled !== node) return this.passesOn(peeled);
			const { releases } = this.#reader.lexicon;
			if (releases.length > 0 && releases.includes(wordsOf(keyText(node.callee)).at(-1) ?? '')) return false;
			if (node.args.some((arg) => this.handsOn(arg))) return true;
			if (node.callee.kind === 'function' && this.#closureHandsOn(node.callee)) return true;
		}
		return childrenOf(node).some((child) => this.passesOn(child));
	}
}

/** The names that a closure has for itself: its parameters and what it declares. */
function ownNames(closure: Func): string[] {
	const names = closure.parameters.flatMap((parameter) =>
		patternsOf(parameter).flatMap((pattern) => [...boundNames(pattern)]),
	);
	walkScope([closure.body], (node) => {
		if (node.kind === 'assign' && node.declares)
			names.push(...node.targets.flatMap((target) => [...boundNames(target)]));
		if (node.kind === 'handler' && node.parameter) names.push(...boundNames(node.parameter));
	});
	return names;
}

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
