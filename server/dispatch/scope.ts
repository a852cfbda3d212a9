/** A function-like node or the top level as a scope: what stands in it, and what a name stands for there. */
import type { Range } from '../model.ts';
import type { Call, Func, Loop, Syntax } from '../recognise/syntax.ts';
import { childrenOf } from '../recognise/walk.ts';
import type { Region } from './around.ts';
import type { Giving } from './givings.ts';
import type { Loudness } from './logging.ts';
import type { Stretches } from './stretches.ts';

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
		// Arms that take the same apart in the same form give their names the same.
		return giving ? `@${giving.value ? `${giving.value.start}${giving.value.cast ?? ''}` : giving.start}` : '';
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

/** The types that a name is said to have or asked for, where it is declared. */
export function typesOf(name: string, scope: Scope): readonly string[] {
	for (let at: Scope | undefined = scope; at; at = at.parent) {
		const declared = at.types.get(name);
		if (declared) return declared;
		if (at.declared.has(name)) return [];
	}
	return [];
}

/** Whether a name is declared in the scope or a function around it, the top level left out. */
export function isLocal(name: string, scope: Scope): boolean {
	for (let at: Scope | undefined = scope; at?.func; at = at.parent) if (at.declared.has(name)) return true;
	return false;
}
