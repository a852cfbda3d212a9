/**
 * Patterns whose parts stand side by side: `.failure(let error)`, `let error as ApiError`, `is ApiError`, `(4100, _)`. They
 * are built before anybody knows what is matched, as in `patterns.ts`.
 */
import { type Child, type Parts, SEQUENCE } from './parts.ts';
import { bound, capture, captured } from './patterns.ts';
import type { Spot, Syntax } from './syntax.ts';

type Source = Pick<Parts, 'text' | 'data'>;

/** What a pattern's children ask for; undefined for one that takes anything. */
export function formOf(own: readonly Child[], of: Source): Syntax | undefined {
	const { text, data } = of;
	const [first] = own;
	if (!first) return undefined;
	const spot = { start: first.start, end: own.at(-1)?.end ?? first.end };
	const binds = own.some((child) => declares(child, of));
	const word = own.find((child) => !child.node && /^\w+$/.test(text(child.start, child.end)) && !declares(child, of));
	const type = own.at(-1);
	const meaning = word && data.operators[text(word.start, word.end)];
	if (word && type?.node && meaning === 'is a') {
		const [name] = own.flatMap((child) => (child === type ? [] : (child.node ?? [])));
		const named = name && captured(name) ? captured(name)?.targets[0] : name;
		// `is ApiError`, `let error as ApiError`
		return named ? capture(spot, named, text(type.start, type.end)) : bound(spot, 'is a', type.node);
	}
	const open = own.findIndex((child) => !child.node && text(child.start, child.end) === '(');
	if (open === -1) {
		const at = own.filter((child) => child.node).at(-1);
		const node = at?.node;
		// `.refused`
		const dot = own.find((child) => child.end === at?.start && text(child.start, child.end) === '.');
		if (dot && node?.kind === 'name') return { ...node, isMember: true, written: { start: dot.start, end: node.end } };
		return node && binds ? given(node) : node;
	}
	const head = own
		.slice(0, open)
		.filter((child) => child.node)
		.at(-1);
	return holding(head ? text(head.start, head.end) : '', partsOf(own.slice(open + 1), binds, of), spot);
}

const declares = ({ node, start, end }: Child, { text, data }: Source): boolean =>
	!node && data.lexicon.declares.includes(text(start, end));

/** What stands between the brackets of a form: patterns, perhaps with labels before them. */
interface Held {
	readonly label?: Syntax;
	readonly node?: Syntax;
	readonly at: Spot;
}

function partsOf(own: readonly Child[], binds: boolean, { text }: Source): Held[] {
	const found: Held[] = [];
	let label: Syntax | undefined;
	for (const [i, child] of own.entries()) {
		const { node, start, end, isNamed } = child;
		const next = own[i + 1];
		if (node?.kind === 'name' && next && text(next.start, next.end) === ':') label = node;
		else if (isNamed) {
			const inner = node && binds ? given(node) : node;
			found.push({ at: { start, end }, ...(label && { label }), ...(inner && { node: inner }) });
			label = undefined;
		}
	}
	return found;
}

/** A form with what it holds: one value alone, as that value; else its fields, which captures have the names of. */
function holding(form: string, held: readonly Held[], spot: Spot): Syntax {
	const [only] = held;
	if (form === '') {
		const items = held.map(({ node, at }): Syntax => node ?? { kind: 'name', ...at, text: '_' });
		return { kind: 'list', ...spot, type: SEQUENCE, items };
	}
	const isLone = held.length === 1 && !only?.label;
	// `.failure(let error)`: whatever has that form, under a name
	const own = isLone && only?.node && captured(only.node);
	if (own) {
		const within = (target: Syntax): Syntax => ({
			...target,
			cast: target.cast ? `${form}(${target.cast})` : form,
		});
		return { ...own, targets: own.targets.map(within) };
	}
	if (isLone && only?.node && !captured(only.node) && only.node.kind !== 'table')
		return { ...only.node, cast: only.node.cast ? `${form}(${only.node.cast})` : form };
	const items = held.flatMap(({ label, node }): Syntax[] => {
		const key = label ?? (node && captured(node)?.targets[0]);
		if (!node) return [];
		return isLone || !key ? [node] : [{ kind: 'pair', start: key.start, end: node.end, key, value: node }];
	});
	return { kind: 'table', ...spot, type: form, items };
}

/** `let` before a form gives names to all that it holds. */
function given(node: Syntax): Syntax {
	if (node.kind === 'name') return capture(node, node, '');
	if (node.kind === 'table' || (node.kind === 'list' && node.type === SEQUENCE))
		return { ...node, items: node.items.map(given) };
	return node.kind === 'pair' ? { ...node, value: given(node.value) } : node;
}
