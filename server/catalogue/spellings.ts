/** What a text that is no code was meant to be: a known spelling but for case and white space, or the code nearest to it. */
import type { Code } from './catalogue.ts';
import { editDistance } from './editDistance.ts';

/** What a misspelt text was meant to be. */
export interface Misspelling {
	/** The catalogue's own spelling: what to write instead. */
	readonly text: string;
	/** Absent where `text` is a success value or a success name. */
	readonly code?: Code;
}

/** No code is longer (`schema.ts`). */
export const LONGEST_CODE = 128;

/** Every known spelling by its lower case without white space, in order of preference. */
export class Spellings {
	readonly #folded = new Map<string, Misspelling[]>();

	add(known: Misspelling): void {
		const key = fold(known.text);
		const others = this.#folded.get(key);
		if (others === undefined) this.#folded.set(key, [known]);
		else others.push(known);
	}

	/** What equals a text but for case or white space; where several do, the one that trimming alone gives. */
	like(text: string): Misspelling | undefined {
		const candidates = this.#folded.get(fold(text));
		const trimmed = text.trim();
		return candidates?.find((candidate) => candidate.text === trimmed) ?? candidates?.[0];
	}
}

/**
 * The known code with the smallest edit distance, at most `within` edits away; of equals the one that shares the
 * longest beginning with the text, then the smaller one. A text longer than any code is near none.
 */
export function nearestCode(text: string, codes: readonly Code[], within = Number.POSITIVE_INFINITY): Code | undefined {
	if (text.length > LONGEST_CODE) return undefined;
	let best: { code: Code; distance: number; shared: number } | undefined;
	for (const code of codes) {
		const distance = editDistance(text, code.code, best?.distance ?? within);
		if (distance === undefined) continue;
		const shared = sharedBeginning(text, code.code);
		const better =
			best === undefined ||
			distance < best.distance ||
			shared > best.shared ||
			(shared === best.shared && compareCodes(code.code, best.code.code) < 0);
		if (better) best = { code, distance, shared };
	}
	return best?.code;
}

function fold(text: string): string {
	return text.replace(/\s+/gu, '').toLowerCase();
}

function sharedBeginning(one: string, other: string): number {
	let length = 0;
	while (length < one.length && length < other.length && one[length] === other[length]) length++;
	return length;
}

/** Numbers by value, before words, which go by UTF-16 unit: the same everywhere, whatever the locale. */
function compareCodes(one: string, other: string): number {
	const numbers = [Number(one), Number(other)] as const;
	if (!Number.isNaN(numbers[0]) && !Number.isNaN(numbers[1])) return numbers[0] - numbers[1];
	if (Number.isNaN(numbers[0]) !== Number.isNaN(numbers[1])) return Number.isNaN(numbers[0]) ? 1 : -1;
	return one < other ? -1 : one > other ? 1 : 0;
}
