/**
 * What a macro is given, read from the tokens that the grammar leaves it as: arguments with paths, calls, comparisons and
 * alternatives in them, as far as a code may be asked for or handed on there. What cannot be read keeps its names.
 */
import { type Child, type Parts, SEQUENCE } from './parts.ts';
import type { Operator, Syntax, Text } from './syntax.ts';

/** A named node, or a sign with the text that it is. */
interface Token {
	readonly node: Syntax | undefined;
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

/** Signs from the loosest to the tightest. */
const LEVELS: readonly (readonly string[])[] = [
	['||'],
	['&&'],
	['==', '!=', '<', '<=', '>', '>='],
	['|'],
	['+', '-', '/', '%'],
];
/** Before a value, and nothing to the analysis. */
const PREFIXES: ReadonlySet<string> = new Set(['&', '&&', '*', '%', '?', 'mut', 'ref', 'move', 'dyn']);

/** The arguments between brackets: those of a call in round ones, a list in square ones, a table or list in curly ones. */
export function tokenTree(of: Parts): Syntax {
	const { start, end } = of;
	const tokens = of.children.flatMap((child): Token[] => tokenOf(child, of));
	const opening = of.text(start, start + 1);
	const items = segments(tokens.slice(1, -1)).flatMap((segment) => argument(segment));
	if (opening === '{' && items.some((item) => item.kind === 'pair'))
		return { kind: 'table', start, end, type: '', items };
	return { kind: 'list', start, end, type: opening === '(' ? SEQUENCE : '', items };
}

function tokenOf(child: Child, of: Parts): Token[] {
	const { start, end, isNamed } = child;
	const text = of.text(start, end);
	if (isNamed) return [{ node: child.node?.kind === 'text' ? withNames(child.node) : child.node, text, start, end }];
	// Whatever it is: `Some(_)`
	if (text === '_') return [{ node: { kind: 'name', start, end, text }, text, start, end }];
	// A comment is named, and no token.
	return child.node || /^\s*\/[/*]/.test(text) ? [] : [{ node: undefined, text, start, end }];
}

/** `"{code}: {message:?}"` has the values of names in it. */
function withNames(text: Text): Text {
	if (text.holes.length > 0 || !text.value.includes('{')) return text;
	const holes: Syntax[] = [];
	const value = text.value.replace(/\{([A-Za-z_]\w*)(?::[^{}]*)?\}/g, (_, name: string, at: number) => {
		const start = text.inner.start + at + 1;
		holes.push({ kind: 'name', start, end: start + name.length, text: name });
		return '';
	});
	return holes.length > 0 ? { ...text, value, holes } : text;
}

function segments(tokens: readonly Token[]): Token[][] {
	const found: Token[][] = [[]];
	for (const token of tokens)
		if (token.text === ',' || token.text === ';') found.push([]);
		else found.at(-1)?.push(token);
	return found.filter((segment) => segment.length > 0);
}

/** An argument; `4100 | 4300 if again` is two of them, `code = e.code` and `"code": 4100` are pairs. */
function argument(tokens: readonly Token[]): Syntax[] {
	const asks = tokens.findIndex(({ text }) => text === 'if');
	if (asks > 0) return [...argument(tokens.slice(0, asks)), expression(tokens.slice(asks + 1))];
	const [first, second] = tokens;
	const isNamed = second && !second.node && (second.text === '=' || second.text === ':');
	if (!first?.node || !isNamed || tokens.length < 3) return [expression(tokens)];
	const value = expression(tokens.slice(2));
	return [{ kind: 'pair', start: first.start, end: value.end, key: first.node, value }];
}

function expression(tokens: readonly Token[]): Syntax {
	const reader = new Reader(tokens);
	const read = reader.level(0);
	return read && reader.isAtEnd ? read : others(tokens);
}

/** What stands there, whatever it means. */
function others(tokens: readonly Token[]): Syntax {
	const start = tokens[0]?.start ?? 0;
	const children = tokens.flatMap(({ node }) => node ?? []);
	return { kind: 'other', start, end: tokens.at(-1)?.end ?? start, children };
}

class Reader {
	readonly #tokens: readonly Token[];
	#at = 0;

	constructor(tokens: readonly Token[]) {
		this.#tokens = tokens;
	}

	get isAtEnd(): boolean {
		return this.#at >= this.#tokens.length;
	}

	#sign(at = this.#at): string {
		const token = this.#tokens[at];
		return token && !token.node ? token.text : '';
	}

	level(of: number): Syntax | undefined {
		const signs = LEVELS[of];
		if (!signs) return this.#range();
		let left = this.level(of + 1);
		while (left && signs.includes(this.#sign())) {
			const sign = this.#sign();
			this.#at++;
			const right = this.level(of + 1);
			left = right && joined(sign, left, right);
		}
		return left;
	}

	#range(): Syntax | undefined {
		const from = this.#prefixed();
		const sign = this.#sign();
		if (!from || (sign !== '..=' && sign !== '..')) return from;
		this.#at++;
		const to = this.#prefixed();
		const { start } = from;
		return { kind: 'range', start, end: to?.end ?? from.end, from, ...(to && { to }), isOpen: sign === '..' };
	}

	#prefixed(): Syntax | undefined {
		const token = this.#tokens[this.#at];
		if (!token) return undefined;
		const sign = this.#sign();
		if (sign !== '-' && sign !== '!' && !PREFIXES.has(sign)) return this.#postfixed();
		this.#at++;
		const operand = this.#prefixed();
		const { start } = token;
		if (!operand || PREFIXES.has(sign)) return operand;
		if (sign === '!') return { kind: 'not', start, end: operand.end, operand };
		return operand.kind === 'number' ? { ...operand, start, text: `-${operand.text}` } : operand;
	}

	#postfixed(): Syntax | undefined {
		let node = this.#tokens[this.#at]?.node;
		const bracket = this.#tokens[this.#at]?.text.charAt(0);
		if (!node) return undefined;
		this.#at++;
		// `(a || b)`
		if (bracket === '(' && node.kind === 'list')
			node = node.items.length === 1 ? (node.items[0] ?? node) : { ...node, type: '' };
		for (;;) {
			const next = this.#tokens[this.#at];
			if (!next) return node;
			const sign = this.#sign();
			if (sign === '.' || sign === '::') {
				const named = this.#tokens[this.#at + 1];
				if (!named || !/^\w+$/.test(named.text)) return undefined;
				this.#at += 2;
				// `.await` waits for the same.
				if (named.text !== 'await')
					node = { kind: 'member', start: node.start, end: named.end, object: node, property: named.text };
			} else if (sign === '?') this.#at++;
			else if (sign === '!' && this.#tokens[this.#at + 1]?.node?.kind === 'list') this.#at++;
			else if (sign === 'as') this.#at += 2;
			else if (next.node && (next.node.kind === 'list' || next.node.kind === 'table')) {
				node = applied(node, next.node, next.text.charAt(0));
				this.#at++;
			} else return node;
		}
	}
}

function joined(sign: string, left: Syntax, right: Syntax): Syntax {
	const { start } = left;
	const { end } = right;
	if (sign === '|') {
		const items = [left, right].flatMap((one) => (one.kind === 'list' && one.type === '' ? one.items : [one]));
		return { kind: 'list', start, end, type: '', items };
	}
	const operator = ['+', '-', '/', '%'].includes(sign) ? 'other' : (sign as Operator);
	return { kind: 'binary', start, end, operator, left, right };
}

/** `login(reply)`, `codes[0]`, `Reply { code: 4100 }` */
function applied(node: Syntax, given: Syntax & { kind: 'list' | 'table' }, bracket: string | undefined): Syntax {
	const { start } = node;
	const { end } = given;
	if (bracket === '(') return { kind: 'call', start, end, callee: node, args: given.items };
	const [index] = given.items;
	if (bracket === '[' && index) return { kind: 'index', start, end, object: node, index };
	return { kind: 'table', start, end, type: written(node), items: given.items };
}

/** A path as a type is written. */
const written = (node: Syntax): string =>
	node.kind === 'member' ? `${written(node.object)}::${node.property}` : node.kind === 'name' ? node.text : '';
