/** Takes a tree apart into scopes: what stands in each, what its names were given, and which names stand around it. */
import type { Range } from '../model.ts';
import { pathText } from '../recognise/pathText.ts';
import type { Func, Loop, Syntax, TypeDefinition } from '../recognise/syntax.ts';
import { namesAt, regionsIn } from './around.ts';
import { assigned, bindings, boundIn, boundNames, itemsBy, keyText, patternsOf } from './bindings.ts';
import { givingsOf } from './givings.ts';
import { type Catch, type Scope, walkScope } from './scope.ts';
import { type Stretches, stretched } from './stretches.ts';

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
			for (const pattern of patternsOf(parameter)) {
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

const NO_STRETCHES: ReadonlyMap<string, Stretches<never>> = new Map();

function put<T>(lists: Map<string, T[]>, name: string, item: T): void {
	const list = lists.get(name);
	if (list) list.push(item);
	else lists.set(name, [item]);
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

const sameText = (a: Syntax, b: Syntax): boolean => pathText(a) === pathText(b);
