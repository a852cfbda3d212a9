/**
 * Patterns of grammars that put all their parts side by side: `>= 4000 && < 5000`, `4100 || 4101`, `Reply(code: 4100)`.
 * What binds most is `>` and brackets, then `&&`, then `||`.
 */
import type { Child, Parts } from './parts.ts';
import { SEQUENCE } from './parts.ts';
import { alternatives, bound } from './patterns.ts';
import type { Syntax } from './syntax.ts';

/** A part of a shape as the one pattern that it is; undefined where it takes anything. */
export function loosePattern(of: Parts, part: string): Syntax | undefined {
	return patternIn(of.parts.get(part) ?? [], of);
}

function patternIn(children: readonly Child[], of: Parts): Syntax | undefined {
	let at = 0;
	const sign = (): string => {
		const child = children[at];
		const written = child && !child.node ? of.text(child.start, child.end).trim() : '';
		return of.data.operators[written] ?? written;
	};
	const single = (): Syntax | undefined => {
		const child = children[at++];
		if (!child || child.node) return child?.node;
		at--;
		const written = sign();
		at++;
		if (written === '(') {
			const inner = either();
			if (sign() === ')') at++;
			return inner;
		}
		const operator = of.operator(of.text(child.start, child.end));
		if (operator === 'not' || operator === 'minus' || operator === 'pass' || operator === 'other') return undefined;
		const value = single();
		if (!value) return undefined;
		const spot = { start: child.start, end: value.end };
		// `== 4100`
		return operator === '==' ? value : bound(spot, operator, value);
	};
	const both = (): Syntax | undefined => {
		let left = single();
		while (sign() === '&&') {
			at++;
			const right = single();
			const { start } = left ?? right ?? of;
			const { end } = right ?? left ?? of;
			left = left && right ? { kind: 'binary', start, end, operator: '&&', left, right } : (left ?? right);
		}
		return left;
	};
	const either = (): Syntax | undefined => {
		const first = both();
		const all: (Syntax | undefined)[] = [first];
		while (sign() === '||') {
			at++;
			all.push(both());
		}
		const known = all.filter((one) => one !== undefined);
		const last = known.at(-1);
		if (known.length < all.length || !first || !last) return undefined;
		return known.length === 1 ? first : alternatives({ start: first.start, end: last.end }, known);
	};
	return either();
}

/**
 * What stands between brackets with commas between: `Reply(code: 4100, :final message)`, `{'code': 4100}`, `(4100, _)`. A
 * name behind a lone colon is a field's, too.
 */
export function fieldsPattern(of: Parts): Syntax {
	const { start, end, children, text } = of;
	const signOf = (child: Child): string => (child.node ? '' : text(child.start, child.end));
	const open = children.findIndex((child) => /^[([{]$/.test(signOf(child)));
	const groups: Child[][] = [[]];
	for (const child of children.slice(open + 1)) {
		if (signOf(child) === ',') groups.push([]);
		else if (!/^[)\]}]$/.test(signOf(child))) groups.at(-1)?.push(child);
	}
	const items = groups.flatMap((group): Syntax[] => {
		const colon = group.findIndex((child) => signOf(child) === ':');
		const pattern = patternIn(group.slice(colon + 1), of);
		if (colon === -1) return pattern ? [pattern] : [];
		const key = group[0]?.node ?? nameOf(pattern);
		if (!key) return [];
		const name: Syntax = key.kind === 'text' ? { ...key.inner, kind: 'name', text: key.value } : key;
		// `:code` gives it its own name.
		if (colon === 0 && key === pattern)
			return [{ kind: 'pair', start: key.start, end: key.end, key: name, value: key }];
		return pattern ? [{ kind: 'pair', start: key.start, end: pattern.end, key: name, value: pattern }] : [];
	});
	const type = of.written('type');
	if (type === '' && !items.some(({ kind }) => kind === 'pair'))
		return { kind: 'list', start, end, type: SEQUENCE, items };
	return { kind: 'table', start, end, type, items };
}

/** The name that a pattern gives: `code` of `final code`. */
function nameOf(pattern: Syntax | undefined): Syntax | undefined {
	return pattern?.kind === 'assign' ? pattern.targets[0] : pattern?.kind === 'name' ? pattern : undefined;
}
