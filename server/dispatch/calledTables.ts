/** Tables of handlers that are asked with the code and called: `handlers[code](reply)`. */
import { pathText } from '../recognise/pathText.ts';
import type { Call, Syntax } from '../recognise/syntax.ts';
import { isNull } from './failing.ts';
import type { FoundArm, FoundConditional } from './found.ts';
import { givenTo, type Scope } from './scope.ts';
import { isReference, type Subject, type SubjectReader } from './subject.ts';
import type { TestReader } from './testReader.ts';

export class CalledTables {
	readonly #scope: Scope;
	readonly #reader: SubjectReader;
	readonly #tests: TestReader;

	constructor(scope: Scope, reader: SubjectReader, tests: TestReader) {
		this.#scope = scope;
		this.#reader = reader;
		this.#tests = tests;
	}

	/** What a call asks of each subject: whether its table has the code, and what is called where it has not. */
	found(node: Call): (readonly [Subject, FoundConditional])[] {
		const found: (readonly [Subject, FoundConditional])[] = [];
		const test = (looked: Syntax, rest: Syntax | undefined): void => {
			for (const subject of this.#tests.subjects([looked], this.#scope)) {
				const asked = this.#tests.read(looked, subject, this.#scope);
				if (asked.kind !== 'in') continue;
				const arms: FoundArm[] = [{ test: asked, body: [node], start: node.start, end: node.end, isRest: false }];
				if (rest) arms.push({ test: { kind: 'always' }, body: [rest], start: rest.start, end: rest.end, isRest: true });
				found.push([subject, { form: 'map', node, arms }]);
			}
		};
		const { start, end } = node;
		const named = namedIn(node, this.#reader.lexicon, this.#scope);
		const callee = named ?? kept(invoked(node.callee, this.#reader), this.#scope);
		const isOptional =
			node.optional || (!named && callee !== node.callee && node.callee.kind === 'member' && node.callee.optional);
		const nothing: Syntax = { kind: 'throw', start, end, values: [] };
		if (callee.kind === 'index') test(callee, isOptional ? undefined : nothing);
		else if (callee.kind === 'binary' && callee.operator === '||' && callee.left.kind === 'index')
			test(callee.left, isNull(callee.right) ? nothing : calledElse(callee.right, node, this.#reader));
		else if (isTableCalled(callee, this.#reader)) test(asIndex(callee as Call), nothing);
		else if (
			callee.kind === 'call' &&
			callee.callee.kind === 'member' &&
			this.#reader.lexicon.getters.includes(callee.callee.property)
		) {
			const [key, otherwise] = callee.args;
			if (!key) return found;
			const looked: Syntax = {
				kind: 'index',
				start: callee.start,
				end: callee.end,
				object: callee.callee.object,
				index: key,
			};
			const isIfThere =
				node.callee.kind === 'member' && this.#reader.lexicon.invokesIfThere.includes(node.callee.property);
			test(looked, otherwise ? { ...node, callee: otherwise } : node.optional || isIfThere ? undefined : nothing);
		}
		return found;
	}
}

/** What a call names that calls what it is given: the entry of `public_send(HANDLERS[code], reply)`, or what a name holds. */
function namedIn(node: Call, lexicon: SubjectReader['lexicon'], scope: Scope): Syntax | undefined {
	const { callee, args } = node;
	// `method(NAMES[code]).call(reply)`
	const inner = callee.kind === 'member' && lexicon.invokes.includes(callee.property) ? callee.object : undefined;
	if (inner?.kind === 'call') return namedIn(inner, lexicon, scope);
	const name = callee.kind === 'member' ? `.${callee.property}` : pathText(callee);
	const [first] = args;
	if (!first || !lexicon.invokesIn.some((one) => one === name || `.${one}` === name)) return undefined;
	const named = first.kind === 'list' ? first.items.at(-1) : first;
	const given = named?.kind === 'name' ? givenTo(named.text, scope, named.start) : undefined;
	return given?.kind === 'index' || given?.kind === 'binary' || given?.kind === 'call' ? given : named;
}

/** What is called where a table has nothing: a function, or what leaves at once. */
function calledElse(right: Syntax, { args }: Call, { lexicon }: SubjectReader): Syntax {
	const { start, end } = right;
	const leaves = ['throw', 'return', 'jump'].includes(right.kind);
	if (leaves || (right.kind === 'call' && lexicon.fails.includes(pathText(right.callee)))) return right;
	return { kind: 'call', start, end, callee: right, args };
}

/** What a table gave under a name, where it gives something else for what it has not: `handlers[code] ?: error("…")`. */
function kept(callee: Syntax, scope: Scope): Syntax {
	const value = callee.kind === 'name' ? givenTo(callee.text, scope, callee.start) : undefined;
	return value?.kind === 'binary' && value.operator === '||' ? value : callee;
}

/** What is called as the table, with what it is given as the key. */
const asIndex = ({ start, end, callee, args: [key] }: Call): Syntax =>
	key ? { kind: 'index', start, end, object: callee, index: key } : callee;

/** `handlers(code)`, where that is how a table is asked. */
function isTableCalled(callee: Syntax, { lexicon }: SubjectReader): boolean {
	if (!lexicon.tablesAreCalled || callee.kind !== 'call' || callee.args.length !== 1) return false;
	const of = callee.callee;
	return isReference(of) && !(of.kind === 'member' && lexicon.getters.includes(of.property));
}

/** `handlers.get(code)` of `handlers.get(code).run`: what a method calls that only calls it. */
function invoked(callee: Syntax, { lexicon }: SubjectReader): Syntax {
	if (callee.kind !== 'member') return callee;
	if (!lexicon.invokes.includes(callee.property) && !lexicon.invokesIfThere.includes(callee.property)) return callee;
	const { object } = callee;
	const isTable = object.kind === 'call' && object.callee.kind === 'member' && object.args.length > 0;
	return isTable || object.kind === 'index' || object.kind === 'binary' ? object : callee;
}
