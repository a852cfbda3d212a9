/**
 * Questions in the words of a command that reads fields: `.code == 4100 or .code == 4300`, `.code | IN(4100, 4300)`,
 * `.Error.Code | startswith("AuthFailure")`. Offsets stay those of the text that the question stands in.
 */
import type { Operator, Syntax, Text } from './syntax.ts';

interface Token {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

const TOKENS = /\s*(\.\[?"?[A-Za-z_]\w*"?\]?\??|"[^"\\]*"|-?\d+(?:\.\d+)?|[A-Za-z_]\w*|==|!=|<=|>=|\/\/|[<>|(),.])/y;
const COMPARED: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);
/** What gives the value that it is given, in another type. */
const PASSES: ReadonlySet<string> = new Set(['tostring', 'tonumber', 'values']);

/** What a text asks of `from`; undefined where it asks nothing, or in words that nobody knows here. */
export function questionIn({ value, inner, holes }: Text, from: Syntax): Syntax | undefined {
	// With escapes in it offsets would be wrong.
	if (holes.length > 0 || inner.end - inner.start !== value.length || !/[=<>(]/.test(value)) return undefined;
	const tokens = tokensIn(value, inner.start);
	const question = tokens && new Question(tokens).read(from);
	return question && asks(question) ? question : undefined;
}

const asks = (node: Syntax): boolean => node.kind === 'not' || (node.kind === 'binary' && node.operator !== 'other');

function tokensIn(text: string, base: number): Token[] | undefined {
	const found: Token[] = [];
	TOKENS.lastIndex = 0;
	for (let match = TOKENS.exec(text); match; match = TOKENS.exec(text)) {
		const [, token = ''] = match;
		const end = base + TOKENS.lastIndex;
		found.push({ text: token, start: end - token.length, end });
		if (text.slice(end - base).trim() === '') return found;
	}
	return undefined;
}

/** Thrown where the text says more than is understood. */
class Unknown extends Error {}

class Question {
	readonly #tokens: readonly Token[];
	#at = 0;

	constructor(tokens: readonly Token[]) {
		this.#tokens = tokens;
	}

	read(from: Syntax): Syntax | undefined {
		try {
			const whole = this.#pipe(from);
			return this.#at === this.#tokens.length ? whole : undefined;
		} catch (error) {
			if (error instanceof Unknown) return undefined;
			throw error;
		}
	}

	#next(): Token {
		const token = this.#tokens[this.#at++];
		if (!token) throw new Unknown();
		return token;
	}

	#takes(text: string): boolean {
		if (this.#tokens[this.#at]?.text !== text) return false;
		this.#at++;
		return true;
	}

	#demand(text: string): void {
		if (!this.#takes(text)) throw new Unknown();
	}

	#pipe(from: Syntax): Syntax {
		let value = this.#logic(from, 'or');
		while (this.#takes('|')) value = this.#logic(value, 'or');
		return value;
	}

	#logic(from: Syntax, word: 'or' | 'and'): Syntax {
		const part = (): Syntax => (word === 'or' ? this.#logic(from, 'and') : this.#comparison(from));
		let left = part();
		while (this.#takes(word)) left = joined(word === 'or' ? '||' : '&&', left, part());
		return left;
	}

	#comparison(from: Syntax): Syntax {
		const left = this.#term(from);
		const operator = this.#tokens[this.#at]?.text ?? '';
		if (!COMPARED.has(operator)) return left;
		this.#at++;
		return joined(operator as Operator, left, this.#term(from));
	}

	#term(from: Syntax): Syntax {
		const value = this.#plain(from);
		// What there is instead where there is nothing
		if (this.#takes('//')) this.#plain(from);
		return value;
	}

	#plain(from: Syntax): Syntax {
		const { text, start, end } = this.#next();
		if (text === '(') {
			const inner = this.#pipe(from);
			this.#demand(')');
			return inner;
		}
		if (text === '.') return from;
		if (text.startsWith('.')) return this.#path({ text, start, end }, from);
		if (text.startsWith('"')) return said(text, start, end);
		if (/^-?\d/.test(text)) return { kind: 'number', start, end, text };
		if (text === 'true' || text === 'false' || text === 'null') return { kind: 'constant', start, end, value: text };
		return this.#function(text, start, from);
	}

	#path(first: Token, from: Syntax): Syntax {
		const { start } = first;
		let object = from;
		for (let token = first; ; token = this.#next()) {
			const property = /\w+/.exec(token.text)?.[0] ?? '';
			object = { kind: 'member', start, end: token.end, object, property };
			const following = this.#tokens[this.#at];
			if (!following?.text.startsWith('.') || following.text === '.' || following.start !== token.end) return object;
		}
	}

	#function(name: string, start: number, from: Syntax): Syntax {
		if (name === 'not') return { kind: 'not', start: from.start, end: from.end, operand: from };
		if (PASSES.has(name)) return from;
		this.#demand('(');
		if (name === 'select' || name === 'any' || name === 'all') {
			const asked = this.#pipe(from);
			this.#demand(')');
			return asked;
		}
		const items = [this.#plain(from)];
		while (this.#takes(',')) items.push(this.#plain(from));
		this.#demand(')');
		const [first] = items;
		const end = this.#tokens[this.#at - 1]?.end ?? start;
		if (name === 'IN') return joined('in', from, { kind: 'list', start, end, type: '', items });
		const open = name === 'startswith' ? 'end' : name === 'contains' ? 'both' : undefined;
		if (!open || items.length > 1 || first?.kind !== 'text') throw new Unknown();
		return joined('==', from, { ...first, open });
	}
}

const joined = (operator: Operator, left: Syntax, right: Syntax): Syntax => ({
	...{ kind: 'binary', start: Math.min(left.start, right.start), end: right.end, operator, left, right },
});

const said = (text: string, start: number, end: number): Text => ({
	...{ kind: 'text', start, end, value: text.slice(1, -1), inner: { start: start + 1, end: end - 1 }, holes: [] },
});
