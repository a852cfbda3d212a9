/**
 * Function-like nodes and the top level as scopes: what stands in them, what their names were given, and which names
 * stand around them.
 */

import type { Range } from '../model.ts';
import {
	type Assign,
	type Call,
	childrenOf,
	type Func,
	type Loop,
	type Switch,
	type Syntax,
	type TypeDefinition,
} from '../recognise/syntax.ts';
import { namesAt, type Region, regionsIn } from './around.ts';
import { type Giving, givingsOf } from './givings.ts';
import type { Loudness } from './logging.ts';
import { type Stretches, stretched } from './stretches.ts';

export interface Scope {
	/** Absent for the top level. */
	readonly func?: Func;
	/** Names of the types and functions around, the calls that these are passed to and the arms that they stand in,
	 *  outermost first, its own last. */
	readonly enclosing: readonly string[];
	/** What the function is called by; '' for one without a name, and for the top level. */
	readonly name: string;
	/** The names that stand around parts of its body. */
	readonly regions: readonly Region[];
	readonly parent?: Scope;
	readonly body: readonly Syntax[];
	/** What each name was given in this scope; null where that was more than one thing. */
	readonly values: ReadonlyMap<string, Syntax | null>;
	/** The names that are its own: parameters and what is declared in it. */
	readonly declared: ReadonlySet<string>;
	/** The types that its names and paths are said to have or asked for: `var e *errors.TencentCloudSDKError`. */
	readonly types: ReadonlyMap<string, readonly string[]>;
	/** Of names that are given several values, which holds where. */
	readonly givings: ReadonlyMap<string, Stretches<Giving>>;
	/** Where an exception was given a name: the same name in two handlers is two exceptions. */
	readonly catches: ReadonlyMap<string, Stretches<Catch>>;
	/** From where on each name has been given something. */
	readonly births: ReadonlyMap<string, Stretches<Range>>;
	/** Its loops, outer ones first. */
	readonly loops: readonly Loop[];
	/** What is known of nodes in it, kept for as long as it is. */
	readonly summaries: Map<Syntax, Summary>;
	readonly calls: Map<Call, CallSummary>;
	/** What each node that has parts stands in; empty until somebody asks `ancestorsOf`. */
	readonly parents: Map<Syntax, Syntax>;
}

/** The name of a caught exception, where it holds, and the exception's types. */
export interface Catch {
	readonly name: string;
	readonly start: number;
	readonly end: number;
	readonly types: readonly string[];
	/** What threw it. */
	readonly tried: Syntax | undefined;
}

/** What a node has to do with others, whatever is asked. */
export interface Summary {
	/** Every name in it. */
	readonly names: readonly string[];
	/** It ends a way or may tell a message, whatever it is about. */
	readonly matters: boolean;
}

/** What a call does, as far as it was asked for. */
export interface CallSummary {
	fails?: boolean;
	retries?: boolean;
	logs?: Loudness | 'no';
}

const LEAVES: ReadonlySet<Syntax['kind']> = new Set(['name', 'number', 'constant', 'nothing', 'jump']);

/** A node and all that it stands in within a scope. */
export function* ancestorsOf(node: Syntax, scope: Scope): Generator<Syntax> {
	const { parents, body } = scope;
	if (parents.size === 0)
		walkScope(body, (parent) => {
			if (parent.kind === 'function' || parent.kind === 'type') return;
			for (const child of childrenOf(parent)) if (!LEAVES.has(child.kind)) parents.set(child, parent);
		});
	for (let at: Syntax | undefined = node; at; at = parents.get(at)) yield at;
}

/** Visits what stands in a scope itself, parents first, nested functions and types left out. */
export function walkScope(nodes: readonly Syntax[], visit: (node: Syntax) => unknown): void {
	for (const node of nodes) {
		if (visit(node) === false || node.kind === 'function' || node.kind === 'type') continue;
		walkScope(childrenOf(node), visit);
	}
}

/** The names that a pattern binds, each with how it is read from what is taken apart. */
function* bindings(pattern: Syntax, from: Syntax): Generator<readonly [name: string, value: Syntax]> {
	const { start, end } = pattern;
	// `Err(e)`: the form says what it is.
	if (pattern.cast && from.cast !== pattern.cast) from = { ...from, cast: pattern.cast };
	if (pattern.kind === 'name') yield [pattern.text, from];
	else if (pattern.kind === 'table')
		for (const item of pattern.items) {
			// `{ data, ...rest }`: what is left of it stands for it.
			if (item.kind === 'name') yield [item.text, from];
			if (item.kind !== 'pair') continue;
			const property = item.key.kind === 'text' ? item.key.value : item.key.kind === 'name' ? item.key.text : '';
			yield* bindings(item.value, { kind: 'member', start, end, object: from, property });
		}
	else if (pattern.kind === 'list')
		for (const [i, item] of pattern.items.entries())
			yield* bindings(item, {
				...{ kind: 'index', start, end, object: from },
				index: { kind: 'number', start, end, text: String(i) },
			});
}

/** Every name that a pattern binds. */
export function* boundNames(pattern: Syntax): Generator<string> {
	if (pattern.kind === 'name') yield pattern.text;
	else if (pattern.kind === 'table' || pattern.kind === 'list')
		for (const item of pattern.items) yield* boundNames(item);
	else if (pattern.kind === 'pair') yield* boundNames(pattern.value);
	else if (pattern.kind === 'parameter') for (const name of pattern.names) yield* boundNames(name);
}

/**
 * The scopes of a tree, outer ones first; the first is the tree's own top level.
 * `enclosing`: names around the tree.
 */
export function scopesOf(tree: Syntax, enclosing: readonly string[]): Scope[] {
	const scopes: Scope[] = [];
	const open = (body: readonly Syntax[], around: readonly string[], parent?: Scope, func?: Func, name = ''): void => {
		const values = new Map<string, Syntax | null>();
		const declared = new Set<string>();
		const outer = new Set<string>();
		const types = new Map<string, readonly string[]>();
		const catches = new Map<string, Catch[]>();
		const births = new Map<string, Range[]>();
		const loops: Loop[] = [];
		const tried = new Map<Syntax, Syntax>();
		const inner: (Func | TypeDefinition)[] = [];
		const regions = regionsIn(body);
		const scope: Scope = {
			...(func && { func }),
			...(parent && { parent }),
			enclosing: around,
			name,
			regions,
			body,
			values,
			declared,
			types,
			givings: NO_STRETCHES,
			catches: NO_STRETCHES,
			births: NO_STRETCHES,
			loops,
			summaries: new Map(),
			calls: new Map(),
			parents: new Map(),
		};
		scopes.push(scope);
		const again = new Set<string>();
		const give = (name: string, value: Syntax): void => {
			const before = values.get(name);
			if (before !== undefined) again.add(name);
			values.set(name, before === undefined || (before && sameText(before, value)) ? value : null);
		};
		for (const parameter of func?.parameters ?? []) {
			const patterns = parameter.kind === 'parameter' ? parameter.names : [parameter];
			for (const pattern of patterns) {
				for (const name of boundNames(pattern)) declared.add(name);
				if (pattern.kind === 'name') values.set(pattern.text, null);
				if (pattern.kind === 'name' && parameter.kind === 'parameter' && parameter.type)
					types.set(pattern.text, [parameter.type]);
				const carrier: Syntax = { kind: 'name', start: pattern.start, end: pattern.end, text: `{${pattern.start}}` };
				if (pattern.kind === 'table') for (const [name, value] of bindings(pattern, carrier)) values.set(name, value);
			}
		}
		walkScope(body, (node) => {
			if (node.kind === 'function' || node.kind === 'type') {
				inner.push(node);
				return;
			}
			if (node.kind === 'pair' && node.value.kind === 'function') named.set(node.value, node.key);
			if (node.kind === 'binary' && node.operator === 'is a') {
				const path = pathText(node.left);
				const asked = node.right.kind === 'list' ? node.right.items : [node.right];
				types.set(path, [...new Set([...(types.get(path) ?? []), ...asked.map(pathText)])]);
			}
			if (node.kind === 'outer') for (const name of node.names) outer.add(name);
			if (node.kind === 'try') for (const handler of node.handlers) tried.set(handler, node.body);
			if (node.kind === 'handler' && node.parameter) {
				const { start, end, types: caught } = node;
				for (const name of boundNames(node.parameter)) {
					declared.add(name);
					put(catches, name, { name, start, end, types: caught, tried: tried.get(node) });
				}
			}
			if (node.kind === 'loop') {
				loops.push(node);
				for (const [name, value] of itemsBy(node)) give(name, value);
			}
			if (node.kind === 'switch')
				for (const [name, value] of boundIn(node)) {
					declared.add(name);
					give(name, value);
				}
			if (node.kind !== 'assign') return;
			const [typed] = node.targets;
			if (node.type && typed?.kind === 'name')
				types.set(typed.text, [...new Set([node.type, ...(types.get(typed.text) ?? [])])]);
			for (const target of node.targets)
				for (const name of boundNames(target)) {
					if (node.declares) declared.add(name);
					put(births, name, { start: node.start, end: Number.POSITIVE_INFINITY });
				}
			const [value] = node.values;
			if (value?.kind === 'function' && node.targets[0]) named.set(value, node.targets[0]);
			assigned(node, give);
		});
		for (const name of outer) declared.delete(name);
		Object.assign(scope, { births: stretched(births), catches: stretched(catches) });
		if (again.size > 0) Object.assign(scope, { givings: givingsOf(body, again, boundIn) });
		for (const node of inner) openInner(node, [...around, ...namesAt(regions, node.start)], scope);
	};
	/** What functions without a name of their own were given to: a name, a field, a key. */
	const named = new Map<Syntax, Syntax>();
	const openInner = (node: Func | TypeDefinition, around: readonly string[], parent: Scope): void => {
		const target = node.name ? undefined : named.get(node);
		const name = node.name || (target ? keyText(target) : '');
		// `ws.onclose = …`: whose field it is says as much as its name.
		const shown = target?.kind === 'member' ? pathText(target) : name;
		const names = [...around, node.kind === 'function' ? node.receiverType : '', shown].filter((one) => one !== '');
		if (node.kind === 'function') open(statements(node.body), names, parent, node, name);
		else openType(node, names, parent);
	};
	const openType = (node: TypeDefinition, around: readonly string[], parent: Scope): void => {
		const regions = regionsIn(node.members);
		walkScope(node.members, (member) => {
			if (member.kind === 'assign' && member.values[0]?.kind === 'function' && member.targets[0])
				named.set(member.values[0], member.targets[0]);
			if (member.kind === 'function' || member.kind === 'type')
				openInner(member, [...around, ...namesAt(regions, member.start)], parent);
		});
	};
	open(statements(tree), enclosing);
	return scopes;
}

/** The name that a key, a target or a field is. */
export const keyText = (key: Syntax): string =>
	key.kind === 'name' ? key.text : key.kind === 'member' ? key.property : key.kind === 'text' ? key.value : '';

/** What a for-each gives its names: the last of them is an item of what it goes over. */
function* itemsBy({ mode, head }: Loop): Generator<readonly [name: string, value: Syntax]> {
	const [only] = head;
	const parts = head.length === 1 && only?.kind === 'other' ? only.children : head;
	const over = parts.at(-1);
	const names = parts.length > 1 ? parts.slice(0, -1).flatMap((part) => [...boundNames(part)]) : [];
	const last = names.at(-1);
	if (mode !== 'each' || !over || last === undefined) return;
	const { start, end } = over;
	yield [last, { kind: 'index', start, end, object: over, index: { kind: 'other', start, end, children: [] } }];
}

/** The set or list that a value is some item of; undefined for any other value. */
export const itemsOf = (value: Syntax | undefined): Syntax | undefined =>
	value?.kind === 'index' && value.index.kind === 'other' && value.index.children.length === 0
		? value.object
		: undefined;

const NO_STRETCHES: ReadonlyMap<string, Stretches<never>> = new Map();

function put<T>(lists: Map<string, T[]>, name: string, item: T): void {
	const list = lists.get(name);
	if (list) list.push(item);
	else lists.set(name, [item]);
}

/** The names that an assignment or a loop gives a value, each with what it is given. */
function boundIn(node: Assign | Loop | Switch): (readonly [name: string, value: Syntax, within?: Syntax])[] {
	if (node.kind === 'loop') return [...itemsBy(node)];
	if (node.kind === 'switch') return [...capturedIn(node)];
	const found: (readonly [string, Syntax])[] = [];
	assigned(node, (name, value) => found.push([name, value]));
	return found;
}

/** What the patterns of a switch's arms give names to. */
function* capturedIn({ subject, arms }: Switch): Generator<readonly [name: string, value: Syntax, within: Syntax]> {
	for (const arm of subject ? arms : [])
		for (const pattern of arm.captures ?? [])
			for (const [name, value] of subject ? bindings(pattern, subject) : []) if (name !== '_') yield [name, value, arm];
}

function assigned(node: Assign, give: (name: string, value: Syntax) => void): void {
	if (!node.plain) {
		for (const target of node.targets) if (target.kind === 'name') give(target.text, node);
		return;
	}
	node.targets.forEach((target, i) => {
		// `e, ok := err.(*T)`: the first name gets the value, the others say something about it.
		const value = node.values.length === node.targets.length || i === 0 ? node.values[i] : undefined;
		if (value) for (const [name, from] of bindings(target, value)) give(name, from);
		else if (target.kind === 'name' && node.values.length > 0) give(target.text, node);
	});
}

/** The statements of a block; an expression body as the return that it is. */
export function statements(body: Syntax): readonly Syntax[] {
	if (body.kind === 'block') return body.statements;
	if (isStatement(body)) return [body];
	return [{ kind: 'return', start: body.start, end: body.end, values: [body] }];
}

const isStatement = (node: Syntax): boolean =>
	[
		'if',
		'switch',
		'loop',
		'return',
		'throw',
		'jump',
		'goto',
		'try',
		'assign',
		'type',
		'import',
		'function',
		'nothing',
	].includes(node.kind);

/** The name of the function that a scope is, or of the nearest one around that has a name; '' at the top level. */
export function functionName(scope: Scope): string {
	let at: Scope | undefined = scope;
	while (at?.func && !at.name) at = at.parent;
	return at?.func ? at.name : '';
}

/**
 * What a name was given, looked for from the scope outwards. Where it was given several values, the one that holds at
 * `offset`; undefined where that is unknown.
 */
export function givenTo(name: string, scope: Scope | undefined, offset?: number): Syntax | undefined {
	for (let at = scope; at; at = at.parent) {
		const value = at.values.get(name);
		const giving = offset === undefined ? undefined : at.givings.get(name)?.around(offset);
		if (giving) return giving.value;
		if (value !== undefined) return value ?? undefined;
	}
	return undefined;
}

/** Tells the variables of one name apart by what they were given where the name stands; '' for a name of one value. */
export function bindingAt(name: Syntax & { kind: 'name' }, scope: Scope | undefined): string {
	const caught = catchOf(name, scope);
	if (caught) return `@${caught.start}`;
	for (let at = scope; at; at = at.parent) {
		const value = at.values.get(name.text);
		if (value === undefined) continue;
		const giving = value === null ? at.givings.get(name.text)?.around(name.start) : undefined;
		return giving ? `@${giving.start}` : '';
	}
	return '';
}

/** The handler that a name's exception was caught by, where the name stands in one; looked for from the scope outwards. */
export function catchOf(name: Syntax & { kind: 'name' }, scope: Scope | undefined): Catch | undefined {
	for (let at = scope; at; at = at.parent) {
		const inner = at.catches.get(name.text)?.around(name.start, name.end);
		if (inner) return inner;
		if (at.declared.has(name.text)) return undefined;
	}
	return undefined;
}

/** Whether a name is declared in the scope or a function around it, the top level left out. */
export function isLocal(name: string, scope: Scope): boolean {
	for (let at: Scope | undefined = scope; at?.func; at = at.parent) if (at.declared.has(name)) return true;
	return false;
}

/** A short text that is the same for what reads the same; for anything that calls or computes, its place. */
export function pathText(node: Syntax): string {
	switch (node.kind) {
		case 'name':
			return node.text;
		case 'member':
			return `${pathText(node.object)}.${node.property}`;
		case 'index':
			return node.index.kind === 'text'
				? `${pathText(node.object)}.${node.index.value}`
				: `${pathText(node.object)}[${pathText(node.index)}]`;
		case 'call':
			return `${pathText(node.callee)}(${node.args.map(pathText).join()})`;
		case 'number':
			return node.text;
		case 'text':
			return node.holes.length > 0 ? `@${node.start}` : JSON.stringify(node.value);
		case 'constant':
			return node.value;
		default:
			return `@${node.start}`;
	}
}

const sameText = (a: Syntax, b: Syntax): boolean => pathText(a) === pathText(b);
