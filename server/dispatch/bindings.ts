/** The names that patterns, assignments, loops and arms bind, each with how it is read from what is bound. */
import type { Assign, Loop, Switch, Syntax } from '../recognise/syntax.ts';

/** The names that a pattern binds, each with how it is read from what is taken apart. */
export function* bindings(pattern: Syntax, from: Syntax): Generator<readonly [name: string, value: Syntax]> {
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

/** What a parameter gives names to: several, where they share a type. */
export const patternsOf = (parameter: Syntax): readonly Syntax[] =>
	parameter.kind === 'parameter' ? parameter.names : [parameter];

/** Every name that a pattern binds. */
export function* boundNames(pattern: Syntax): Generator<string> {
	if (pattern.kind === 'name') yield pattern.text;
	else if (pattern.kind === 'table' || pattern.kind === 'list')
		for (const item of pattern.items) yield* boundNames(item);
	else if (pattern.kind === 'pair') yield* boundNames(pattern.value);
	else if (pattern.kind === 'parameter') for (const name of pattern.names) yield* boundNames(name);
}

/** The name that a key, a target or a field is. */
export const keyText = (key: Syntax): string =>
	key.kind === 'name' ? key.text : key.kind === 'member' ? key.property : key.kind === 'text' ? key.value : '';

/** What a for-each gives its names: the last of them is an item of what it goes over. */
export function* itemsBy({ mode, head }: Loop): Generator<readonly [name: string, value: Syntax]> {
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

/** The names that an assignment or a loop gives a value, each with what it is given. */
export function boundIn(node: Assign | Loop | Switch): (readonly [name: string, value: Syntax, within?: Syntax])[] {
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

export function assigned(node: Assign, give: (name: string, value: Syntax) => void): void {
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
