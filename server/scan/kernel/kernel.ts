/**
 * The scan kernel, in AssemblyScript: finds words of a set in bytes, 64 at a time, and counts lines on the way. It
 * finds places that look right by a few bytes (SIMD), then compares the whole word (scalar). `plainScanner.ts` is the
 * same in plain JavaScript; a test compares both. `tables.ts` says what lies in memory and why.
 *
 * Nothing is allocated here and nothing outlives a call: the host owns the memory.
 */

/** Of `classes`: what a byte may be. The same bits as in `tables.ts`. */
const WORD: u32 = 1;
const BLANK: u32 = 2;
const SEPARATOR: u32 = 4;
const KEY_END: u32 = 8;
const BEFORE_DOT: u32 = 16;
const BEHIND_DOT: u32 = 32;

/** Offsets from the tables' beginning, in bytes. */
const DIGITS: usize = 0;
const OTHERS: usize = 16;
const NIBBLES: usize = 32;
const CLASSES: usize = 128;
const SLOTS: usize = 384;
const NEEDLES: usize = 388;
const MASK: usize = 392;
const NUMBER_SLOTS: usize = 396;
const NUMBER_MASK: usize = 400;

/** In each of eight bytes: the digit 0; what carries 10 and more into the highest bit; that bit. */
const DIGIT_ZEROS: u64 = ((0x30303030 as u64) << 32) | 0x30303030;
const TO_HIGHEST: u64 = ((0x76767676 as u64) << 32) | 0x76767676;
const HIGHEST: u64 = ((0x80808080 as u64) << 32) | 0x80808080;
/** The same as in `tables.ts`. */
const SPREAD: u64 = ((0x9e3779b9 as u64) << 32) | 0x7f4a7c15;

/** Bytes from the end of a window to the place where a number begins. */
const NUMBER_BACK: usize = 6;
const WORD_BACK: usize = 2;
/** How far back a key is looked for. */
const MOST_BLANKS: usize = 16;
/** The longest needle. */
const LONGEST: usize = 128;
/** More cannot begin in a block. */
const MOST_IN_BLOCK: usize = 64;
/** u32 a hit: where it begins, which needle, line ends before it, where its line begins. */
const HIT: usize = 16;

let tables: usize = 0;
let chunk: usize = 0;
/** Where the next hit goes, and from where on there may be no room for a block's. */
let out: usize = 0;
let full: usize = 0;
let isKeyedOnly: bool = false;

/** Where the scan stopped: the end, or where the hits were full. */
export let next: usize = 0;
/** Line ends up to there. */
export let counted: u32 = 0;

function classOf(at: usize): u32 {
	return load<u8>(tables + CLASSES + load<u8>(at)) as u32;
}

function isWord(at: usize): bool {
	return (classOf(at) & WORD) !== 0;
}

/** 64 lanes as 64 bits: a lane's highest bit. */
function bits(a: v128, b: v128, c: v128, d: v128): u64 {
	return (
		(i8x16.bitmask(a) as u64) |
		((i8x16.bitmask(b) as u64) << 16) |
		((i8x16.bitmask(c) as u64) << 32) |
		((i8x16.bitmask(d) as u64) << 48)
	);
}

function lineEnds(a: v128, b: v128, c: v128, d: v128): u64 {
	const newline = i8x16.splat(10);
	return bits(i8x16.eq(a, newline), i8x16.eq(b, newline), i8x16.eq(c, newline), i8x16.eq(d, newline));
}

/** By the halves of each byte, what a pair of tables says of it. */
function buckets(v: v128, pair: usize): v128 {
	const low = i8x16.splat(15);
	return v128.and(
		i8x16.swizzle(v128.load(tables + pair), v128.and(v, low)),
		i8x16.swizzle(v128.load(tables + pair, 16), v128.and(i16x8.shr_u(v, 4), low)),
	);
}

/** The lanes of two neighbours, moved on by 1, 2 or 4. */
function by1(a: v128, b: v128): v128 {
	return i8x16.shuffle(a, b, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
}
function by2(a: v128, b: v128): v128 {
	return i8x16.shuffle(a, b, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29);
}
function by4(a: v128, b: v128): v128 {
	return i8x16.shuffle(a, b, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27);
}

/** Whether what stands before a value is a key and what separates them. */
function isKeyed(at: usize): bool {
	let p = at - 1;
	const last = at - MOST_BLANKS;
	let kind = classOf(p);
	while (kind & BLANK && p > last) kind = classOf(--p);
	if (!(kind & SEPARATOR)) return false;
	// `=>`
	while (kind & (SEPARATOR | BLANK) && p > last) kind = classOf(--p);
	return (kind & KEY_END) !== 0;
}

/** The needle that an anchor with this hash belongs to: its number + 1, the longest that fits; 0 for none. */
function needleAt(hash: u32, at: usize): u32 {
	const mask = load<u32>(tables + MASK);
	const slots = tables + load<u32>(tables + SLOTS);
	for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
		const entry = slots + (slot as usize) * 8;
		const number = load<u32>(entry);
		if (number === 0) return 0;
		if (load<u32>(entry, 4) !== hash) continue;
		return firstFit(number, at);
	}
}

/** Of the needles with one hash, the first of which is given and longer ones come first: which stands at a place. */
function firstFit(first: u32, at: usize): u32 {
	let number = first;
	do {
		if (fits(number, at)) return number;
	} while (load<u32>(needle(number++), 8) !== 0);
	return 0;
}

/** Where the tables say what a needle is. */
function needle(number: u32): usize {
	return tables + load<u32>(tables + NEEDLES) + ((number - 1) as usize) * 12;
}

/** Where a needle begins whose anchor stands at a place. */
function beginOf(number: u32, at: usize): usize {
	return at - (load<u16>(needle(number), 6) as usize);
}

/** Whether a needle stands with its anchor at a place, as a word of its own. */
function fits(number: u32, at: usize): bool {
	const text = tables + load<u32>(needle(number));
	const length = load<u16>(needle(number), 4) as usize;
	const begin = beginOf(number, at);
	if (isWord(begin - 1) || isWord(begin + length)) return false;
	for (let i: usize = 0; i < length; i++) if (load<u8>(text + i) !== load<u8>(begin + i)) return false;
	return true;
}

function hashed(hash: u32, byte: u32): u32 {
	return (hash ^ byte) * 0x01000193;
}

/** The hash of the word that begins at a place. */
function wordHash(at: usize): u32 {
	let hash: u32 = 0x811c9dc5;
	for (let p = at; p < at + LONGEST && isWord(p); p++) hash = hashed(hash, load<u8>(p));
	return hash;
}

/** The needle whose digits begin at a place. */
function numberAt(at: usize): u32 {
	if (isWord(at - 1)) return 0;
	// Eight bytes at once: their highest bits tell which are no digits, and the first of those ends the number.
	const eight = load<u64>(at);
	const values = eight ^ DIGIT_ZEROS;
	const others = (values | (values + TO_HIGHEST)) & HIGHEST;
	if (others === 0) return isDigits(at) ? needleAt(wordHash(at), at) : 0;
	const length = (ctz(others) as usize) >> 3;
	if (length === 0 || isWord(at + length)) return 0;
	const key = eight << (64 - (length as u64) * 8);
	const mask = load<u32>(tables + NUMBER_MASK);
	const slots = tables + load<u32>(tables + NUMBER_SLOTS);
	let slot = numberSlot(key) & mask;
	let entry = slots + (slot as usize) * 16;
	while (load<u32>(entry, 8) !== 0 && load<u64>(entry) !== key) {
		slot = (slot + 1) & mask;
		entry = slots + (slot as usize) * 16;
	}
	const number = load<u32>(entry, 8);
	return number === 0 ? 0 : firstFit(number, at);
}

/** Whether the word at a place has digits only; it has eight at least. */
function isDigits(at: usize): bool {
	let p = at + 8;
	while ((load<u8>(p) as u32) - 48 < 10) p++;
	return !isWord(p);
}

function numberSlot(key: u64): u32 {
	return ((key * SPREAD) >> 40) as u32;
}

/**
 * Notes a hit in a block or right before it.
 * @param ends the block's line ends
 * @param lines line ends before the block
 * @param lineStart where the block's first line begins
 */
function put(number: u32, at: usize, block: usize, ends: u64, lines: u32, lineStart: usize): void {
	const begin = beginOf(number, at);
	if (isKeyedOnly && !isKeyed(begin)) return;
	store<u32>(out, (begin - chunk) as u32);
	store<u32>(out, number - 1, 4);
	if (begin >= block) {
		const before = ends & (((1 as u64) << ((begin - block) as u64)) - 1);
		store<u32>(out, lines + (popcnt(before) as u32), 8);
		store<u32>(out, ((before ? block + 64 - (clz(before) as usize) : lineStart) - chunk) as u32, 12);
	} else {
		// The window began in the block before: a line end between has been counted.
		let since: u32 = 0;
		for (let p = begin; p < block; p++) if (load<u8>(p) === 10) since++;
		store<u32>(out, lines - since, 8);
		store<u32>(out, (lineStartOf(begin) - chunk) as u32, 12);
	}
	out += HIT;
}

function lineStartOf(at: usize): usize {
	let start = at;
	while (start > chunk && load<u8>(start - 1) !== 10) start--;
	return start;
}

/**
 * What every scan begins with. The 128 bytes before the chunk and behind it are zeros.
 * @param tableBase where the tables are
 * @param begin where the chunk begins
 * @param hits where hits go
 * @param capacity how many there is room for, 256 at least
 * @param keyed only words that follow a key
 */
export function open(tableBase: usize, begin: usize, hits: usize, capacity: u32, keyed: bool): void {
	tables = tableBase;
	chunk = begin;
	out = hits;
	full = hits + (capacity as usize) * HIT - MOST_IN_BLOCK * HIT;
	isKeyedOnly = keyed;
}

/**
 * Finds numbers, from `from` (the chunk's beginning, or `next` of the last call) to `end`, and leaves in `next` how far
 * it came. `linesBefore`: line ends between the chunk's beginning and `from`.
 */
export function numbers(from: usize, end: usize, linesBefore: u32): usize {
	const digits = v128.load(tables + DIGITS);
	const others = v128.load(tables + OTHERS);
	let lines = linesBefore;
	let lineStart = lineStartOf(from);
	// Before the first block anything may have stood; whoever compares will see.
	let c = i8x16.splat(-1);
	let a = c;
	let b = c;
	let p = from;
	for (; p < end + NUMBER_BACK && out <= full; p += 64) {
		const v0 = v128.load(p);
		const v1 = v128.load(p, 16);
		const v2 = v128.load(p, 32);
		const v3 = v128.load(p, 48);
		const zero = i8x16.splat(0x30);
		const c0 = v128.xor(i8x16.swizzle(digits, v128.xor(v0, zero)), others);
		const c1 = v128.xor(i8x16.swizzle(digits, v128.xor(v1, zero)), others);
		const c2 = v128.xor(i8x16.swizzle(digits, v128.xor(v2, zero)), others);
		const c3 = v128.xor(i8x16.swizzle(digits, v128.xor(v3, zero)), others);
		// Bit k of a byte: it may stand at place k of a window. After three steps bit 7 says that all eight do.
		const a0 = v128.and(c0, i16x8.shl(by1(c, c0), 1));
		const a1 = v128.and(c1, i16x8.shl(by1(c0, c1), 1));
		const a2 = v128.and(c2, i16x8.shl(by1(c1, c2), 1));
		const a3 = v128.and(c3, i16x8.shl(by1(c2, c3), 1));
		const b0 = v128.and(a0, i16x8.shl(by2(a, a0), 2));
		const b1 = v128.and(a1, i16x8.shl(by2(a0, a1), 2));
		const b2 = v128.and(a2, i16x8.shl(by2(a1, a2), 2));
		const b3 = v128.and(a3, i16x8.shl(by2(a2, a3), 2));
		let found = bits(
			v128.and(b0, i16x8.shl(by4(b, b0), 4)),
			v128.and(b1, i16x8.shl(by4(b0, b1), 4)),
			v128.and(b2, i16x8.shl(by4(b1, b2), 4)),
			v128.and(b3, i16x8.shl(by4(b2, b3), 4)),
		);
		c = c3;
		a = a3;
		b = b3;
		const ends = lineEnds(v0, v1, v2, v3);
		while (found) {
			const at = p + (ctz(found) as usize) - NUMBER_BACK;
			found &= found - 1;
			const number = numberAt(at);
			if (number) put(number, at, p, ends, lines, lineStart);
		}
		lines += popcnt(ends) as u32;
		if (ends) lineStart = p + 64 - (clz(ends) as usize);
	}
	next = p < end ? p : end;
	counted = lines;
	return out;
}

/** The same for names with a dot. */
export function dots(from: usize, end: usize, linesBefore: u32): usize {
	let lines = linesBefore;
	let lineStart = lineStartOf(from);
	let p = from;
	for (; p < end && out <= full; p += 64) {
		const v0 = v128.load(p);
		const v1 = v128.load(p, 16);
		const v2 = v128.load(p, 32);
		const v3 = v128.load(p, 48);
		const dot = i8x16.splat(46);
		let found = bits(i8x16.eq(v0, dot), i8x16.eq(v1, dot), i8x16.eq(v2, dot), i8x16.eq(v3, dot));
		const ends = lineEnds(v0, v1, v2, v3);
		while (found) {
			const at = p + (ctz(found) as usize);
			found &= found - 1;
			if (!(classOf(at - 1) & BEFORE_DOT) || !(classOf(at + 1) & BEHIND_DOT)) continue;
			let word = at;
			while (word > at - LONGEST && isWord(word - 1)) word--;
			const number = needleAt(wordHash(word), word);
			if (number) put(number, word, p, ends, lines, lineStart);
		}
		lines += popcnt(ends) as u32;
		if (ends) lineStart = p + 64 - (clz(ends) as usize);
	}
	next = p < end ? p : end;
	counted = lines;
	return out;
}

/** The same for other words. */
export function words(from: usize, end: usize, linesBefore: u32): usize {
	let lines = linesBefore;
	let lineStart = lineStartOf(from);
	let x = i8x16.splat(-1);
	let y = x;
	let p = from;
	for (; p < end + WORD_BACK && out <= full; p += 64) {
		const v0 = v128.load(p);
		const v1 = v128.load(p, 16);
		const v2 = v128.load(p, 32);
		const v3 = v128.load(p, 48);
		// Bits of a byte: the buckets of words that may have it in this place.
		const x0 = buckets(v0, NIBBLES);
		const x1 = buckets(v1, NIBBLES);
		const x2 = buckets(v2, NIBBLES);
		const x3 = buckets(v3, NIBBLES);
		const y0 = buckets(v0, NIBBLES + 32);
		const y1 = buckets(v1, NIBBLES + 32);
		const y2 = buckets(v2, NIBBLES + 32);
		const y3 = buckets(v3, NIBBLES + 32);
		const nothing = i8x16.splat(0);
		let found = ~bits(
			i8x16.eq(v128.and(v128.and(buckets(v0, NIBBLES + 64), by1(y, y0)), by2(x, x0)), nothing),
			i8x16.eq(v128.and(v128.and(buckets(v1, NIBBLES + 64), by1(y0, y1)), by2(x0, x1)), nothing),
			i8x16.eq(v128.and(v128.and(buckets(v2, NIBBLES + 64), by1(y1, y2)), by2(x1, x2)), nothing),
			i8x16.eq(v128.and(v128.and(buckets(v3, NIBBLES + 64), by1(y2, y3)), by2(x2, x3)), nothing),
		);
		x = x3;
		y = y3;
		const ends = lineEnds(v0, v1, v2, v3);
		while (found) {
			const at = p + (ctz(found) as usize) - WORD_BACK;
			found &= found - 1;
			if (isWord(at - 1)) continue;
			const number = needleAt(wordHash(at), at);
			if (number) put(number, at, p, ends, lines, lineStart);
		}
		lines += popcnt(ends) as u32;
		if (ends) lineStart = p + 64 - (clz(ends) as usize);
	}
	next = p < end ? p : end;
	counted = lines;
	return out;
}
