/** What a declarator says: C's declarations, functions whose name and parameters stand in one, text that macros stand for. */
import { toNextTime } from './jumps.ts';
import { type Child, items, type Parts } from './parts.ts';
import type { Assign, Func, Goto, Loop, Syntax } from './syntax.ts';
import { walk } from './walk.ts';

/**
 * `int code = 0, status;` as one assignment a variable, each with the type that stands before them. What has no value is
 * only declared, and a function without a body is nothing.
 */
export function declared(of: Parts): Syntax {
	const { start, end } = of;
	const type = of.written('type');
	const kept = of.all('type').filter((node) => node.kind === 'type');
	const statements = (of.parts.get('items') ?? []).flatMap((item, i, all): Syntax[] => {
		const { node } = item;
		if (!node || node.kind === 'function') return [];
		const base = { kind: 'assign', start: item.start, declares: true, plain: true, type } as const;
		if (node.kind === 'assign')
			return [{ ...node, declares: true, type: node.type || type, values: node.values.map(unbraced(of, node)) }];
		const value = valueBehind(of.parts.get('values') ?? [], item, all[i + 1]);
		const assign: Assign = {
			...base,
			end: value?.end ?? item.end,
			targets: items([node]),
			values: value ? [value] : [],
		};
		return [assign];
	});
	return { kind: 'block', start, end, statements: [...kept, ...statements], declares: true };
}

/** `int kAuth{4100}`: a value in braces without a `=` before it is the value, unless the type says that it holds several. */
const unbraced =
	(of: Parts, { targets }: Assign) =>
	(value: Syntax): Syntax => {
		const [target] = targets;
		const [only] = value.kind === 'list' && value.items.length === 1 ? value.items : [];
		if (!only || !target || of.written('type').includes('<')) return value;
		return of.text(target.end, value.start).trim() === '' ? only : value;
	};

/** The value that stands between a variable and the next. */
function valueBehind(values: readonly Child[], { end }: Child, next: Child | undefined): Syntax | undefined {
	return values.find((value) => value.start >= end && value.end <= (next?.start ?? Number.POSITIVE_INFINITY))?.node;
}

/** A function whose name, parameters and part of whose result stand in a node of their own: `char *name(int code)`. */
export function headed(of: Parts, func: Func): Func {
	const [head] = of.parts.get('head') ?? [];
	const own = head?.node;
	if (own?.kind !== 'function') return withGotos(func);
	// `*` of the result stands before the name.
	const before = head ? of.text(head.start, Math.max(head.start, own.start)).trim() : '';
	const { name, receiverType, parameters } = own;
	return withGotos({ ...func, name, receiverType, parameters, results: own.results || `${func.results}${before}` });
}

/** The name of a function, and of the type that it is a method of where that is a part of its name: `Client::describe`. */
export function namedPath(of: Parts): { name: string; receiverType: string } {
	const node = of.maybe('name');
	if (node?.kind !== 'member') return { name: of.written('name'), receiverType: '' };
	return { name: node.property, receiverType: node.object.kind === 'member' ? node.object.property : lastOf(node) };
}
const lastOf = ({ object }: Syntax & { kind: 'member' }): string => (object.kind === 'name' ? object.text : '');

/** Text that the grammar does not read: `4100`, `(4100)`, `"AuthFailure"`, `OTHER`. A comment behind it is none of it. */
export function rawText({ start, end, text }: Parts): Syntax {
	const whole = text(start, end);
	const written = whole.replace(/\/\/.*$|\/\*.*?\*\//gs, (comment) => ' '.repeat(comment.length));
	const [, open = '', inner = ''] = /^([\s(]*)(.*?)[\s)]*$/s.exec(written) ?? [];
	const from = start + open.length;
	const to = from + inner.length;
	if (/^[-+]?\d[\w.]*$/.test(inner))
		return { kind: 'number', start: from, end: to, text: inner.replace(/^\+|[uUlL]+$/g, '') };
	if (/^"(?:[^"\\]|\\.)*"$/.test(inner))
		return {
			...{ kind: 'text', start: from, end: to, value: inner.slice(1, -1), holes: [] },
			inner: { start: from + 1, end: to - 1 },
		};
	if (/^[A-Za-z_]\w*$/.test(inner)) return { kind: 'name', start: from, end: to, text: inner };
	return { kind: 'other', start, end, children: [] };
}

/** The type of what stands in the brackets of a condition. */
const CLAUSE = ';';

/** `(auto it = f(); it != end)`; where nothing stands before what is asked, that alone. */
export function clause(of: Parts): Syntax | undefined {
	const { start, end } = of;
	const [initializer] = of.all('initializer');
	const [written] = of.all('asked');
	// `if (auto reply = call())` asks for what it declares.
	const isAssign = written?.kind === 'block' && written.statements.length === 1;
	const asked = isAssign ? written.statements[0] : written;
	if (!initializer) return asked;
	return { kind: 'list', start, end, type: CLAUSE, items: [initializer, ...(asked ? [asked] : [])] };
}

/** What stands in the brackets of a condition, apart. */
export function apart(node: Syntax | undefined): { readonly initializer?: Syntax; readonly asked?: Syntax } {
	if (node?.kind !== 'list' || node.type !== CLAUSE) return node ? { asked: node } : {};
	const [initializer, asked] = node.items;
	return { ...(initializer && { initializer }), ...(asked && { asked }) };
}

/** Every `goto` of a function with what stands behind its label. */
function withGotos(func: Func): Func {
	const gotos: Goto[] = [];
	const loops: Loop[] = [];
	const labels = new Map<string, { start: number; rest: readonly Syntax[] }>();
	const lists = (list: readonly Syntax[]): void => {
		for (const [i, node] of list.entries())
			if ((node.kind === 'block' || node.kind === 'loop') && node.label !== undefined)
				labels.set(node.label, { start: node.start, rest: list.slice(i) });
	};
	walk(func.body, (node) => {
		if (node.kind === 'function' || node.kind === 'type') return false;
		if (node.kind === 'goto') gotos.push(node);
		if (node.kind === 'loop') loops.push(node);
		if (node.kind === 'block') lists(node.statements);
		if (node.kind === 'arm') lists(node.body);
		return true;
	});
	for (const one of toNextTime(gotos, loops)) {
		const label = labels.get(one.label);
		one.isBack = label !== undefined && label.start < one.start;
		one.target = one.isBack ? [] : (label?.rest ?? []);
	}
	return func;
}

/** The members of a type that only gives another one without a name its name: `typedef enum { … } code;`. */
export function membersOf(of: Parts): readonly Syntax[] {
	const members = items(of.all('members'));
	const [only] = members;
	return members.length === 1 && only?.kind === 'type' && only.name === '' ? only.members : members;
}

/** `case 4300 ... 4310:` of some compilers, which the grammar takes for an error: the range, and where its label ends. */
export function spanned(of: Parts): { values: readonly Syntax[]; end: number } | undefined {
	const { shape, children, start, text } = of;
	const colon = children.find((child) => !child.isNamed && text(child.start, child.end) === ':');
	if (typeof shape.spread !== 'string' || !colon || !text(start, colon.start).includes(shape.spread)) return undefined;
	const bare = (node: Syntax): Syntax =>
		node.kind === 'other' && node.children[0] && node.children.length === 1 ? bare(node.children[0]) : node;
	const [from, to] = children.filter(({ end }) => end <= colon.start).flatMap(({ node }) => (node ? [bare(node)] : []));
	if (!from || !to) return undefined;
	return { values: [{ kind: 'range', start: from.start, end: to.end, from, to, isOpen: false }], end: colon.end };
}

/** A type as it is written behind a name: `: Int` is `Int`. */
export const typeText = (written: string): string => written.replace(/^\s*:\s*/, '');
