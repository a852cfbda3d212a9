/**
 * A unit: a top-level statement or a member of a type, lowered and read once for as long as its text stays the same.
 * Everything in it is independent of where it stands and of the rest of the file; offsets are relative to its start.
 */
import { callText, namesAt } from '../dispatch/around.ts';
import { findDispatches } from '../dispatch/find.ts';
import type { FoundDispatch } from '../dispatch/found.ts';
import { type Scope, walkScope } from '../dispatch/scope.ts';
import { scopesOf } from '../dispatch/scopes.ts';
import { isLiteral, isReference, type SubjectReader } from '../dispatch/subject.ts';
import type { Operand } from '../dispatch/test.ts';
import { readLinks } from '../link/facts.ts';
import type { Range } from '../model.ts';
import { type DeadAccessor, findDeadAccessors } from './deadAccessors.ts';
import type { Comment, Lowered } from './lower.ts';
import { isCodeLike, wordsOf } from './names.ts';
import { assignedCodes, carrierIn, handedCodes, keyName, memberLiteral, readNames } from './operands.ts';
import { lastName, pathText } from './pathText.ts';
import { asPath } from './references.ts';
import type { Assign, Binding, Member, Syntax } from './syntax.ts';
import { containerIn, type FoundTable, partsOf, tablesIn } from './tables.ts';
import { type FoundUnchecked, findUnchecked } from './unchecked.ts';

/** A name that was given a value outside any function, or a member of a type. */
export interface Definition {
	/** `Owner.NAME` for members, the bare name otherwise. */
	readonly path: string;
	readonly name: Syntax;
	readonly value: Syntax;
	/** It stands in a function, where no other file sees it. */
	readonly isInner: boolean;
}

/** A literal that stands where a code stands, in no table and no dispatch. */
export interface LooseOperand extends Omit<Operand, 'role'> {
	/** text: no operand, but a string that is nothing but words with dots between them. */
	readonly role: Operand['role'] | 'text';
	readonly enclosing: readonly string[];
	/** Field names beside it in the same object. */
	readonly siblings: readonly string[];
}

/** What a unit takes from other files and hands to them. */
export interface Links {
	readonly bindings: readonly Binding[];
	/** Those of its functions, which import for themselves. */
	readonly inner: readonly Binding[];
	/** What it exports by assignment, under a name, or '' for the file as a whole. */
	readonly exports: readonly { readonly name: string; readonly value: Syntax }[];
}

export interface UnitFacts {
	readonly syntax: Syntax;
	readonly comments: readonly Comment[];
	readonly scopes: readonly Scope[];
	/** Of the functions in it; the top level's are found over all units together. */
	readonly dispatches: readonly FoundDispatch[];
	readonly definitions: readonly Definition[];
	readonly tables: readonly FoundTable[];
	readonly loose: readonly LooseOperand[];
	/** Errors that are dropped and replies whose code nobody looks at, whosever API they are of. */
	readonly unchecked: readonly FoundUnchecked[];
	/** Accessors that say nothing, whosever exceptions they are read from. */
	readonly deadAccessors: readonly DeadAccessor[];
	/** Path text → every place where that name or path is read. */
	readonly references: ReadonlyMap<string, readonly Syntax[]>;
	readonly imports: readonly string[];
	readonly links: Links;
	/** Whether codes may be tested at the top level here: then the top level is read over all units together. */
	readonly testsAtTop: boolean;
}

/** Of sets whose codes are to be tried again or left alone. */
const SET_WORDS = new Set(
	'retry retryable retriable retries ignore ignored ignorable transient temporary skip skipped recoverable'.split(' '),
);

/** A dotted code, as far as its shape goes: words that begin with a capital. */
const DOTTED = /^[A-Z][A-Za-z]+(?:\.[A-Z]\w*)+$/;

/** Whether a name says that its codes are to be tried again or left alone. */
export const isRetrySet = (name: string): boolean => wordsOf(name).some((word) => SET_WORDS.has(word));

/** Reads a lowered unit. `enclosing`: names of the types around it. */
export function readUnit(lowered: Lowered, enclosing: readonly string[], reader: SubjectReader): UnitFacts {
	const { syntax, comments } = lowered;
	const scopes = scopesOf(syntax, enclosing);
	const [top] = scopes as [Scope];
	const definitions: Definition[] = [];
	const tables: FoundTable[] = [];
	const loose: LooseOperand[] = [];
	const imports: string[] = [];
	const references = new Map<string, Syntax[]>();
	const tabled = new Set<Syntax>();

	const define = (assign: Assign, owner: readonly string[], isInner: boolean): void =>
		assign.targets.forEach((target, i) => {
			const value = assign.values[i];
			// `Codes.AUTH = 4100`
			if (target.kind === 'member' && owner.length === 0 && !isInner && value && isField(target, value, reader))
				definitions.push({ path: pathText(target), name: target, value, isInner });
			if (target.kind !== 'name' || !value) return;
			if (!isConstant(value, reader) && (owner.length === 0 || !memberLiteral(value))) return;
			const path = [...owner, target.text].join('.');
			definitions.push({ path, name: target, value, isInner });
			const container = containerIn(value, reader);
			if (container?.kind !== 'table') return;
			for (const item of container.items)
				if (item.kind === 'pair' && keyName(item.key) && isConstant(item.value, reader))
					definitions.push({ path: `${path}.${keyName(item.key)}`, name: item.key, value: item.value, isInner });
		});

	/** Members of a type that are given literals: the codes of an enum or a class of constants. */
	const typeTable = (
		name: string,
		at: Range,
		members: readonly Syntax[],
		around: readonly string[],
		scope: Scope,
		isOpen: boolean,
	): void => {
		const entries: Operand[] = [];
		walkScope(members, (member) => {
			if (member.kind !== 'assign') return;
			define(member, around, scope !== top);
			if (isOpen) define(member, around.slice(0, -1), scope !== top);
			const literal = member.values[0] && memberLiteral(member.values[0]);
			if (literal) entries.push({ node: literal, role: 'member', scope });
		});
		if (entries.length === 0) return;
		for (const entry of entries) tabled.add(entry.node);
		tables.push({ name, at, enclosing: around, scope, entries, isCodeLike: isCodeLike(name) });
	};

	for (const scope of scopes) {
		const around = scope.enclosing;
		walkScope(scope.body, (node) => {
			if (node.kind === 'import') imports.push(...node.sources);
			if (node.kind === 'type')
				typeTable(node.name, node.at, node.members, [...around, node.name], scope, node.open === true);
			if (node.kind !== 'assign' || !node.plain) return;
			if (scope === top) define(node, around, false);
			node.targets.forEach((target, i) => {
				const value = node.values[i];
				const name = lastName(target);
				for (const table of value ? tablesIn(value, name, target, scope, reader) : []) {
					if (table.isCodeLike) for (const entry of table.entries) tabled.add(entry.node);
					tables.push(table);
				}
			});
		});
	}
	readNames(syntax, enclosing, references);
	for (const scope of scopes)
		walkScope(scope.body, (node) => {
			if (node.kind !== 'text' || node.holes.length > 0 || !DOTTED.test(node.value) || tabled.has(node)) return;
			loose.push({ node, role: 'text', scope, enclosing: namesAround(scope, node), siblings: [] });
		});
	const carriers = new Set([...references.keys()].flatMap((path) => carrierIn(path, reader) ?? []));
	for (const scope of scopes)
		walkScope(scope.body, (node) => {
			for (const [literal, role, siblings] of assignedCodes(node, reader))
				if (!tabled.has(literal))
					loose.push({ node: literal, role, scope, enclosing: namesAround(scope, literal), siblings });
			for (const literal of handedCodes(node, scope, reader, carriers)) {
				const asked = node.kind === 'call' ? [callText(node)] : [];
				const around = [...namesAround(scope, literal), ...asked];
				loose.push({ node: literal, role: 'argument', scope, enclosing: around, siblings: [] });
			}
		});
	return {
		syntax,
		comments,
		scopes,
		dispatches: scopes.slice(1).flatMap((scope) => findDispatches(scope, reader)),
		definitions,
		tables,
		loose,
		unchecked: findUnchecked(scopes, reader),
		deadAccessors: findDeadAccessors(scopes, reader),
		references,
		imports,
		links: readLinks(
			top.body,
			scopes.slice(1).flatMap(({ body }) => body),
			reader,
		),
		testsAtTop: enclosing.length === 0 && (top.body.some(isConditional) || findDispatches(top, reader).length > 0),
	};
}

/** The names around a place in a scope, outermost first. */
const namesAround = (scope: Scope, { start }: Syntax): readonly string[] => [
	...scope.enclosing,
	...namesAt(scope.regions, start),
];

const isConditional = (node: Syntax): boolean =>
	node.kind === 'if' || node.kind === 'switch' || node.kind === 'loop' || node.kind === 'try';

/** Whether a name that is given this may stand for codes. A function or a computed value does not. */
const isConstant = (value: Syntax, reader: SubjectReader): boolean => {
	const node = asPath(reader.peel(value));
	return isLiteral(node) || isReference(node) || containerIn(node, reader) !== undefined || isJoined(node, reader);
};

/** Whether a constant is made a field of something that has a name. */
const isField = (target: Member, value: Syntax, reader: SubjectReader): boolean =>
	isReference(target) && !reader.isAccessor(target.property) && isConstant(value, reader);

/** A list that is put together of others in a call: `append(codes, 6000)`. */
const isJoined = (node: Syntax, reader: SubjectReader): boolean =>
	node.kind === 'call' && partsOf(node, reader).length > 1;

/** A copy of a tree whose offsets are moved by `by`; what stands in functions is left out. */
export function shifted(node: Syntax, by: number): Syntax {
	const copy = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(copy);
		if (value === null || typeof value !== 'object') return value;
		if ('kind' in value && (value.kind === 'function' || value.kind === 'type')) {
			const { start, end } = value as Syntax;
			return { kind: 'other', start: start + by, end: end + by, children: [] };
		}
		return Object.fromEntries(
			Object.entries(value).map(([key, part]) => [
				key,
				(key === 'start' || key === 'end') && typeof part === 'number' ? part + by : copy(part),
			]),
		);
	};
	return copy(node) as Syntax;
}
