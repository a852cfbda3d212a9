/**
 * Words to be found in bytes, and the tables by which `kernel/kernel.ts` and `plainScanner.ts` find them. A needle is
 * sought by its anchor: a number by its digits, a dotted name by the word before its first dot, any other by its first
 * word. Of the needles of one anchor the longest that fits is found.
 */

/** What a needle may consist of: a catalogue's codes do. */
const NEEDLE = /^[A-Za-z0-9_.:-]{1,128}$/;
const WORD = /[A-Za-z0-9_]/;

/** What a byte may be. */
export const ByteClass = {
	/** Of a word: a needle stands alone if none of these is beside it. */
	word: 1,
	/** Between a key, its separator and its value: blanks, quotes and the like. */
	blank: 2,
	separator: 4,
	/** The last of a key. */
	keyEnd: 8,
	beforeDot: 16,
	behindDot: 32,
} as const;

/** What kinds of needles there are. */
export const Sought = { numbers: 1, dots: 2, words: 4 } as const;

export interface Needle {
	readonly text: string;
	/** The word that it is sought by, and how many bytes of the needle stand before that. */
	readonly anchor: string;
	readonly back: number;
	/** One of `Sought`. */
	readonly kind: number;
}

export interface Needles {
	/** Grouped by the hash of their anchors, longer ones first within a group. */
	readonly all: readonly Needle[];
	/** Of each needle, which of the texts that were given it is. */
	readonly origin: readonly number[];
	/** Flags of `Sought`. */
	readonly sought: number;
	/** By byte, flags of `ByteClass`. */
	readonly classes: Uint8Array;
}

/**
 * Makes needles of texts.
 * @param texts each once; those with other characters than letters, digits, `_.:-`, or longer than 128, are never found
 * @param keys names of fields: with them, only what follows one of their last letters and a separator may be asked for
 */
export function needlesOf(texts: readonly string[], keys: readonly string[] = []): Needles {
	const all = texts.flatMap((text, origin) => (NEEDLE.test(text) ? [{ ...needleOf(text), origin }] : []));
	all.sort((one, other) => hashOf(one.anchor) - hashOf(other.anchor) || other.text.length - one.text.length);
	const classes = new Uint8Array(256);
	for (let byte = 0; byte < 128; byte++) if (WORD.test(String.fromCharCode(byte))) classes[byte] = ByteClass.word;
	const mark = (characters: Iterable<string>, flag: number): void => {
		for (const character of characters) {
			const byte = character.charCodeAt(0) & 0xff;
			classes[byte] = (classes[byte] ?? 0) | flag;
		}
	};
	mark(' \t\r\\"\'`]', ByteClass.blank);
	mark(':=>', ByteClass.separator);
	mark(
		keys.map((key) => key.slice(-1)),
		ByteClass.keyEnd,
	);
	for (const { kind, anchor, text, back } of all)
		if (kind === Sought.dots) {
			mark([anchor.slice(-1)], ByteClass.beforeDot);
			mark([text.charAt(back + anchor.length + 1)], ByteClass.behindDot);
		}
	return {
		all,
		origin: all.map(({ origin }) => origin),
		sought: all.reduce((flags, { kind }) => flags | kind, 0),
		classes,
	};
}

function needleOf(text: string): Needle {
	const number = /^-?(\d+)$/.exec(text);
	if (number) return { text, anchor: number[1] ?? '', back: text.startsWith('-') ? 1 : 0, kind: Sought.numbers };
	const dotted = /^([^.]*?)([A-Za-z0-9_]+)\.[A-Za-z0-9_]/.exec(text);
	if (dotted) return { text, anchor: dotted[2] ?? '', back: dotted[1]?.length ?? 0, kind: Sought.dots };
	const word = /[A-Za-z0-9_]+/.exec(text);
	return { text, anchor: word?.[0] ?? '', back: word?.index ?? 0, kind: Sought.words };
}

/** FNV-1a, 32 bits, of ASCII. */
export function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return hash >>> 0;
}
