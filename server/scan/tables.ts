/** What `kernel/kernel.ts` reads of a set of needles: its tables, as bytes. The offsets stand there, too. */
import { hashOf, type Needle, type Needles, Sought } from './needles.ts';

const DIGITS = 0;
const OTHERS = 16;
const NIBBLES = 32;
const CLASSES = 128;
const SLOTS = 384;
const NEEDLES = 388;
const MASK = 392;
const NUMBER_SLOTS = 396;
const NUMBER_MASK = 400;
const FIRST_FREE = 416;
const SLOT_SIZE = 8;
const NEEDLE_SIZE = 12;
const NUMBER_SLOT_SIZE = 16;

/** The tables of these needles. Positions within them count from their beginning, so that they may lie anywhere. */
export function tablesOf({ all, classes }: Needles): Uint8Array {
	const slotCount = 2 ** Math.ceil(Math.log2(all.length * 2 + 2));
	const numberBase = FIRST_FREE + slotCount * SLOT_SIZE;
	const needleBase = numberBase + slotCount * NUMBER_SLOT_SIZE;
	const textBase = needleBase + all.length * NEEDLE_SIZE;
	const length = textBase + all.reduce((sum, { text }) => sum + text.length, 0);
	const bytes = new Uint8Array(length);
	const view = new DataView(bytes.buffer);
	digitClasses(all, bytes);
	wordClasses(all, bytes);
	bytes.set(classes, CLASSES);
	view.setUint32(SLOTS, FIRST_FREE, true);
	view.setUint32(NEEDLES, needleBase, true);
	view.setUint32(MASK, slotCount - 1, true);
	view.setUint32(NUMBER_SLOTS, numberBase, true);
	view.setUint32(NUMBER_MASK, slotCount - 1, true);
	let textAt = textBase;
	for (const [i, { text, anchor, back }] of all.entries()) {
		const hash = hashOf(anchor);
		const next = all[i + 1];
		const at = needleBase + i * NEEDLE_SIZE;
		view.setUint32(at, textAt, true);
		view.setUint16(at + 4, text.length, true);
		view.setUint16(at + 6, back, true);
		view.setUint32(at + 8, next && hashOf(next.anchor) === hash ? 1 : 0, true);
		for (let k = 0; k < text.length; k++) bytes[textAt++] = text.charCodeAt(k);
		const before = all[i - 1];
		if (before?.anchor !== anchor && isShortNumber(anchor))
			putNumber(view, numberBase, slotCount - 1, anchor, firstOfHash(all, i) + 1);
		if (before && hashOf(before.anchor) === hash) continue;
		let slot = hash & (slotCount - 1);
		while (view.getUint32(FIRST_FREE + slot * SLOT_SIZE, true) !== 0) slot = (slot + 1) & (slotCount - 1);
		view.setUint32(FIRST_FREE + slot * SLOT_SIZE, i + 1, true);
		view.setUint32(FIRST_FREE + slot * SLOT_SIZE + 4, hash, true);
	}
	return bytes;
}

const isShortNumber = (anchor: string): boolean => /^\d{1,7}$/.test(anchor);

/** The first of the needles that share a hash with one. */
function firstOfHash(all: readonly Needle[], at: number): number {
	const hash = hashOf(all[at]?.anchor ?? '');
	let first = at;
	while (first > 0 && hashOf(all[first - 1]?.anchor ?? '') === hash) first--;
	return first;
}

/** Digits that fit into eight bytes are found by those: the number's last digit is the highest of them. */
function putNumber(view: DataView, base: number, mask: number, digits: string, number: number): void {
	let key = 0n;
	for (let i = 0; i < digits.length; i++) key |= BigInt(digits.charCodeAt(i)) << BigInt(64 - (digits.length - i) * 8);
	let slot = Number(BigInt.asUintN(64, key * 0x9e3779b97f4a7c15n) >> 40n) & mask;
	for (; view.getUint32(base + slot * NUMBER_SLOT_SIZE + 8, true) !== 0; slot = (slot + 1) & mask)
		if (view.getBigUint64(base + slot * NUMBER_SLOT_SIZE, true) === key) return;
	view.setBigUint64(base + slot * NUMBER_SLOT_SIZE, key, true);
	view.setUint32(base + slot * NUMBER_SLOT_SIZE + 8, number, true);
}

/** The places of a window: the byte before a number, and seven more. */
const PLACES = 8;
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

/** By byte, at which places of the window it may stand. Bytes other than 0x30 to 0x3f are all alike. */
function digitClasses(all: readonly Needle[], bytes: Uint8Array): void {
	const numbers = all.filter(({ kind }) => kind === Sought.numbers).map(({ anchor }) => anchor);
	const allowed = (byte: number): number => {
		let places = isDigit(byte) ? 0 : 1;
		for (let place = 1; place < PLACES; place++)
			if (
				numbers.some((digits) => {
					const behind = place - 1 - digits.length;
					if (behind > 0) return true;
					return behind === 0 ? !isDigit(byte) : digits.charCodeAt(place - 1) === byte;
				})
			)
				places |= 1 << place;
		return places;
	};
	const other = allowed(0);
	for (let i = 0; i < 16; i++) {
		bytes[DIGITS + i] = allowed(0x30 + i) ^ other;
		bytes[OTHERS + i] = other;
	}
}

/** By the halves of a word's first three bytes, the buckets of words that may have them there: bits of eight. */
function wordClasses(all: readonly Needle[], bytes: Uint8Array): void {
	const anchors = new Set(all.filter(({ kind }) => kind === Sought.words).map(({ anchor }) => anchor));
	// Words that begin alike share a bucket, so that the halves of one word do not go with those of another.
	for (const [i, anchor] of [...anchors].sort().entries()) {
		const bucket = 1 << Math.floor((i * 8) / anchors.size);
		for (let place = 0; place < 3; place++) {
			const byte = place < anchor.length ? anchor.charCodeAt(place) : undefined;
			for (let half = 0; half < 16; half++) {
				const low = NIBBLES + place * 32 + half;
				const high = low + 16;
				if (byte === undefined || (byte & 15) === half) bytes[low] = (bytes[low] ?? 0) | bucket;
				if (byte === undefined || byte >> 4 === half) bytes[high] = (bytes[high] ?? 0) | bucket;
			}
		}
	}
}
