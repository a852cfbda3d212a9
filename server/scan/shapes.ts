/**
 * What many lines of a log have in common: a line without its numbers and ids. Lines of one shape are judged alike, so
 * that a log with a million errors of ten kinds needs ten judgements.
 */

const OPEN = 40;
const CLOSE = 41;
const COLON = 58;
const ZERO = 48;
/** Stands before a code, so that a number which became a 0 is none; the second behind such a byte of the line itself. */
const CODE = 1;
const NO_CODE = 2;
/** So many digits before a colon may be a module's code. */
const MODULE_DIGITS = 4;
/** Longer lines are judged each for itself. In bytes. */
export const LONGEST_SHAPED = 4_096;
/** So far from its beginning a line and its shape have the same length: a time there stands at the same place. */
export const SAME_PLACES = 64;

/** Of a byte: 0 none of a word, 1 a letter beyond f or an underscore, 2 a to f, 3 a digit. */
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
	const character = String.fromCharCode(byte);
	if (byte >= 0x80) return 1;
	return /\d/.test(character) ? 3 : /[a-f]/.test(character) ? 2 : /\w/.test(character) ? 1 : 0;
});

export class Shapes {
	readonly #kept: ReadonlySet<string>;
	/** A word that means something could stand in an id: `face` in `face12`. */
	readonly #mayBeInIds: boolean;
	readonly #scratch = new Uint8Array(LONGEST_SHAPED * 2);
	readonly #toKey: (bytes: Uint8Array) => string;

	/**
	 * @param words that mean something to a judgement: numbers in them are kept
	 * @param toKey makes a text of bytes, another one of others
	 */
	constructor(words: readonly string[], toKey: (bytes: Uint8Array) => string) {
		const parts = words.flatMap((word) => word.toLowerCase().match(/\w+/g) ?? []);
		this.#kept = new Set(parts.filter((part) => /\d/.test(part)));
		this.#mayBeInIds = parts.some((part) => /^[a-f]+$/.test(part));
		this.#toKey = toKey;
	}

	/**
	 * The shape of a line of at most `LONGEST_SHAPED` bytes.
	 * @param places where codes stand in it, in order, which are part of it as they are
	 */
	of(bytes: Uint8Array, start: number, end: number, places: readonly number[]): string {
		const scratch = this.#scratch;
		let length = 0;
		let next = 0;
		for (let at = start; at < end; ) {
			const kind = KINDS[bytes[at] ?? 0];
			if (kind === 0) {
				const byte = bytes[at++] ?? 0;
				scratch[length++] = byte;
				if (byte === CODE) scratch[length++] = NO_CODE;
				continue;
			}
			const begin = at;
			let isIdLike = true;
			let digits = 0;
			for (let part = kind; part !== 0 && at < end; part = KINDS[bytes[++at] ?? 0]) {
				if (part === 1) isIdLike = false;
				else if (part === 3) digits++;
			}
			while ((places[next] ?? end) < begin) next++;
			const isCode = (places[next] ?? end) < at;
			if (isCode) scratch[length++] = CODE;
			if (isCode || digits === 0 || this.#isKept(bytes, begin, at, digits)) {
				for (let i = begin; i < at; i++) scratch[length++] = bytes[i] ?? 0;
			} else if (at - start <= SAME_PLACES) {
				for (let i = begin; i < at; i++) scratch[length++] = KINDS[bytes[i] ?? 0] === 3 ? ZERO : (bytes[i] ?? 0);
			} else if (isIdLike && (digits === at - begin || !this.#mayBeInIds)) {
				scratch[length++] = ZERO;
			} else {
				// `23T08`, `250ms`: how many digits there are matters to nobody.
				for (let i = begin; i < at; i++) {
					const isDigit = KINDS[bytes[i] ?? 0] === 3;
					if (!isDigit) scratch[length++] = bytes[i] ?? 0;
					else if (i === begin || KINDS[bytes[i - 1] ?? 0] !== 3) scratch[length++] = ZERO;
				}
			}
		}
		return this.#toKey(scratch.subarray(0, length));
	}

	/** Numbers and ids that a judgement may read. */
	#isKept(bytes: Uint8Array, begin: number, end: number, digits: number): boolean {
		if (digits === end - begin) {
			if (bytes[begin - 1] === OPEN && bytes[end] === CLOSE) return true;
			if (bytes[end] === COLON && digits >= MODULE_DIGITS && KINDS[bytes[end + 1] ?? 0] !== 3) return true;
		}
		if (this.#kept.size === 0) return false;
		for (const word of this.#kept) if (word.length === end - begin && standsAt(bytes, begin, word)) return true;
		return false;
	}
}

function standsAt(bytes: Uint8Array, at: number, word: string): boolean {
	for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) return false;
	return true;
}
