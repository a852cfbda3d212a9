/**
 * Tables of codes: lists, sets, maps and objects, those within others too, each with the codes in it. What they mean is
 * for the judge to say.
 */
import { namesAt } from '../dispatch/around.ts';
import type { Scope } from '../dispatch/scope.ts';
import { statements } from '../dispatch/scopes.ts';
import { isLiteral, isReference, type SubjectReader } from '../dispatch/subject.ts';
import type { Operand } from '../dispatch/test.ts';
import type { Range } from '../model.ts';
import { isCodeLike, isErrorTable } from './names.ts';
import { codeLiteral, keyName } from './operands.ts';
import { pathText } from './pathText.ts';
import { asPath } from './references.ts';
import type { Func, List, Pair, Syntax, Table } from './syntax.ts';

/** Several codes kept together: a table, list, enum, or the constants of a class. */
export interface FoundTable {
	readonly name: string;
	/** Of the name. */
	readonly at: Range;
	readonly enclosing: readonly string[];
	readonly scope: Scope;
	readonly entries: readonly Operand[];
	/** The list or table itself; none where a type is one. */
	readonly container?: Syntax;
	/** Whether the name alone says that codes are in it. */
	readonly isCodeLike: boolean;
	/** Whether two words or more are in it that are written as codes are. */
	readonly isWordy?: boolean;
}

/** Methods that give two lists as one. */
const JOINS = new Set(['concat', 'union']);

/** A word as codes are written, of several parts: `AuthFailure`. */
const WORD = /^[A-Z][a-z]+[A-Z][A-Za-z]*$/;
const DOTTED = /^[A-Za-z]\w*(?:\.\w+)+$/;

/** The list or table that a value is, constructors of sets and maps taken off. */
export function containerIn(value: Syntax, reader: SubjectReader): List | Table | undefined {
	if (value.kind === 'list' || value.kind === 'table') return value;
	if (value.kind !== 'call' || value.args.length === 0) return undefined;
	const name = pathText(value.callee);
	const [first] = value.args;
	// `LazyLock::new(|| HashSet::from([4400, 6000]))`
	const held = first?.kind === 'function' ? onlyResult(first) : first;
	return held && reader.lexicon.sets.includes(name) ? containerIn(held, reader) : undefined;
}

/** What a function gives back that does nothing else. */
function onlyResult({ body }: Func): Syntax | undefined {
	const [only, second] = statements(body);
	return only?.kind === 'return' && !second && only.values.length === 1 ? only.values[0] : undefined;
}

/** Whether nothing in a table or list is computed or taken over from elsewhere: `[...others, 4100]` is. */
export const isKnownWhole = ({ items }: List | Table): boolean =>
	items.every((item) => item.kind === 'pair' || item.kind === 'list' || isLiteral(item) || isReference(asPath(item)));

/** A value in a list, or another list that it takes over. */
export interface ListPart {
	readonly kind: 'value' | 'list';
	readonly node: Syntax;
}

/**
 * What a list is put together of: `[...CODES, 4100]`, `append(codes, 6000)`, `CODES.concat([6000])`. Nothing where it is
 * something else.
 */
export function partsOf(node: Syntax, reader: SubjectReader): readonly ListPart[] {
	const list = (part: Syntax): ListPart => ({ kind: 'list', node: part });
	const valueOrSpread = (item: Syntax): ListPart =>
		item.kind === 'other' && item.children.length === 1 && item.children[0]
			? list(item.children[0])
			: { kind: 'value', node: item };
	if (node.kind === 'list') return node.items.map(valueOrSpread);
	if (node.kind !== 'call') return [];
	const { callee, args } = node;
	const name = pathText(callee);
	if (callee.kind === 'member' && JOINS.has(callee.property)) return [callee.object, ...args].map(list);
	const [first, ...others] = args;
	return first && reader.lexicon.appends.includes(name) ? [list(first), ...others.map(valueOrSpread)] : [];
}

/**
 * The codes of a table or list: its numeric, dotted or wordy keys, or else what its members are given. Wordy keys give
 * way to members that are written as only codes are.
 */
export function tableEntries(container: List | Table, reader: SubjectReader, scope: Scope | undefined): Operand[] {
	if (container.kind === 'list' && !isElided(container))
		return container.items.flatMap((item): Operand[] => {
			const literal =
				codeLiteral(item.kind === 'list' && item.items[0] ? item.items[0] : item) ??
				(isReference(asPath(item)) ? item : undefined);
			return literal ? [{ node: literal, role: 'member', scope }] : [];
		});
	const pairs = container.items.filter((item) => item.kind === 'pair');
	const strong = pairs.flatMap((pair) => strongKey(pair) ?? []);
	const keys = wordKeys(container);
	const asKey = (node: Syntax): Operand => ({ node, role: 'key', scope });
	if (strong.length > 0) return [...strong, ...keys].sort((a, b) => a.start - b.start).map(asKey);
	// A reply in an object literal is no table: its code is assigned.
	if (pairs.some(({ key }) => reader.isAccessor(keyName(key)))) return [];
	const members = pairs.flatMap(({ value }): Syntax[] =>
		itemsIn(value, reader).flatMap((item) => codeLiteral(item) ?? []),
	);
	const asMember = (node: Syntax): Operand => ({ node, role: 'member', scope });
	if (keys.length === 0 || members.some(isStrong)) return members.map(asMember);
	// Beside codes as keys a sentence is what is told of one.
	const others = members.filter((node) => node.kind === 'text' && WORD.test(node.value));
	return [...keys.map(asKey), ...others.map(asMember)].sort((a, b) => a.node.start - b.node.start);
}

/**
 * The tables that a value is, the outermost first, then those given to its keys. `name`, `at`: of what it is given to.
 */
export function* tablesIn(
	value: Syntax,
	name: string,
	at: Range,
	scope: Scope,
	reader: SubjectReader,
	within: 'nothing' | 'table' | 'code table' = 'nothing',
): Generator<FoundTable> {
	const container = containerIn(value, reader);
	if (!container || !name) return;
	const entries = tableEntries(container, reader, scope);
	// What stands under a code in a table of codes tells of it; under a vendor's name stand codes again.
	const isInherited = within === 'code table' && entries.some(({ role }) => role === 'key');
	const isNamed = isInherited || isCodeLike(name) || isErrorTable(name);
	const isWordy = hasWords(entries);
	if (entries.length > 0 && (within === 'nothing' || isNamed || isWordy)) {
		const around = [...scope.enclosing, ...namesAt(scope.regions, container.start)];
		const enclosing = around.at(-1) === name ? around : [...around, name];
		yield { name, at, enclosing, scope, entries, container, isCodeLike: isNamed, isWordy };
	}
	for (const item of container.items) {
		if (item.kind !== 'pair' || !keyName(item.key)) continue;
		const isTable = item.value.kind === 'table' || (item.value.kind === 'list' && isElided(item.value));
		if (isTable)
			yield* tablesIn(item.value, keyName(item.key), spotOf(item.key), scope, reader, isNamed ? 'code table' : 'table');
	}
}

/** What a list or set holds; any other value alone. */
function itemsIn(value: Syntax, reader: SubjectReader): readonly Syntax[] {
	const container = containerIn(value, reader);
	return container?.kind === 'list' ? container.items : [value];
}

/** A map or struct whose type the language lets one leave out, which its grammar takes for a list. */
const isElided = ({ items }: List | Table): boolean => items.length > 0 && items.every((item) => item.kind === 'pair');

/** Keys that are words as codes are, as texts. */
function wordKeys({ items, type }: List | Table): Syntax[] {
	return items.flatMap((item): Syntax[] => {
		if (item.kind !== 'pair' || !WORD.test(keyName(item.key))) return [];
		if (item.key.kind === 'text') return [item.key];
		// The fields of a struct are no codes.
		if (type !== '') return [];
		const { start, end } = item.key;
		return [{ kind: 'text', start, end, value: keyName(item.key), inner: { start, end }, holes: [] }];
	});
}

/** A key that can only be a code, or a constant that stands for one. */
function strongKey({ key, computed }: Pair): Syntax | undefined {
	const isConstant = computed === true && key.kind === 'name' && /^(?:k_?)?[A-Z]/.test(key.text);
	const path = asPath(key);
	const literal = codeLiteral(key) ?? (isConstant || (path.kind === 'member' && isReference(path)) ? key : undefined);
	return literal && (literal.kind !== 'text' || /^-?\d+$|\./.test(literal.value)) ? literal : undefined;
}

const isStrong = (node: Syntax): boolean =>
	node.kind === 'number' || (node.kind === 'text' && (/^-?\d+$/.test(node.value) || DOTTED.test(node.value)));

const hasWords = (entries: readonly Operand[]): boolean =>
	entries.filter(({ node }) => node.kind === 'text' && (WORD.test(node.value) || DOTTED.test(node.value))).length >= 2;

const spotOf = (key: Syntax): Range => (key.kind === 'text' ? key.inner : key);
