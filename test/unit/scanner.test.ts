/** The scan kernel finds what the plain scanner finds, and both what a slow, obvious search finds. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kernelScanner } from '../../server/scan/kernelScanner.ts';
import { needlesOf } from '../../server/scan/needles.ts';
import { plainScanner } from '../../server/scan/plainScanner.ts';
import type { Hit, Scanner, Wanted } from '../../server/scan/scanner.ts';
import { testKernel } from '../support/kernel.ts';

const make = await testKernel();
const LONGEST = 4_096;
/** Chunks stand anywhere in the room. */
const BEGIN = 259;
const ROOM = LONGEST + BEGIN;
const KEYS = ['code', 'ErrorCode', 'errno_'];

function hitsOf(scanner: Scanner, bytes: Uint8Array, wanted: Wanted): { hits: Hit[]; lines: number } {
	scanner.room.set(bytes, BEGIN);
	const hits: Hit[] = [];
	const lines = scanner.scan(BEGIN, BEGIN + bytes.length, wanted, (hit) => hits.push(hit));
	return { hits, lines };
}

/** One regular expression over all: leftmost, then longest. */
function reference(texts: readonly string[], bytes: Uint8Array): { hits: Hit[]; lines: number } {
	const text = Buffer.from(bytes).toString('latin1');
	const sorted = texts.map((each, i) => ({ each, i })).sort((a, b) => b.each.length - a.each.length);
	const hits: Hit[] = [];
	const before = (offset: number) => text.slice(0, offset).split('\n').length - 1;
	if (texts.length > 0) {
		const pattern = new RegExp(
			`(?<![A-Za-z0-9_])(?:${sorted.map(({ each }) => each.replaceAll('.', '\\.')).join('|')})(?![A-Za-z0-9_])`,
			'g',
		);
		for (const { 0: found, index } of text.matchAll(pattern))
			hits.push({
				offset: index,
				text: texts.indexOf(found),
				line: before(index),
				lineStart: index === 0 ? 0 : text.lastIndexOf('\n', index - 1) + 1,
			});
	}
	return { hits, lines: before(text.length) };
}

const digits = fc.stringMatching(/^[0-9]{1,9}$/);
const word = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,12}$/);
const needle = fc.oneof(
	digits,
	fc.stringMatching(/^-[0-9]{3,5}$/),
	fc.tuple(word, word).map((parts) => parts.join('.')),
	fc.tuple(word, word, digits).map((parts) => parts.join('.')),
	word,
	fc.stringMatching(/^[A-Z]{1,4}[-:][0-9]{1,4}$/),
);

/** Bytes in which needles, parts of needles and what may stand beside them are likely. */
const textWith = (needles: readonly string[]) =>
	fc
		.array(
			fc.oneof(
				{ weight: 6, arbitrary: needles.length === 0 ? fc.constant('') : fc.constantFrom(...needles) },
				{
					weight: 1,
					arbitrary:
						needles.length === 0 ? fc.constant('') : fc.constantFrom(...needles).map((each) => each.slice(0, -1)),
				},
				{
					weight: 4,
					arbitrary: fc.constantFrom('\n', ' ', '_', '-', '.', ':', '=', '"', 'x', '7', '\0', '\u00ff', '\r\n', '","'),
				},
				{ weight: 2, arbitrary: fc.constantFrom('code=', '"code": "', 'ErrorCode => ', 'took ', '\\"code\\":\\"') },
				{ weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
			),
			{ maxLength: 120 },
		)
		.map((parts) => new Uint8Array(Buffer.from(parts.join(''), 'latin1')).slice(0, LONGEST));

const sets = fc.uniqueArray(needle, { maxLength: 24 }).chain((texts) => fc.tuple(fc.constant(texts), textWith(texts)));

describe('kernel, plain scanner and reference agree', () => {
	test('on random sets and texts', () => {
		fc.assert(
			fc.property(sets, ([texts, bytes]) => {
				const needles = needlesOf(texts, KEYS);
				const expected = reference(texts, bytes);
				expect(hitsOf(plainScanner(needles, ROOM), bytes, 'all')).toEqual(expected);
				expect(hitsOf(kernelScanner(needles, make, ROOM), bytes, 'all')).toEqual(expected);
			}),
			{ numRuns: 600, endOnFailure: true },
		);
	});

	test('on what follows a key', () => {
		fc.assert(
			fc.property(sets, ([texts, bytes]) => {
				const needles = needlesOf(texts, KEYS);
				const expected = hitsOf(plainScanner(needles, ROOM), bytes, 'keyed');
				expect(hitsOf(kernelScanner(needles, make, ROOM), bytes, 'keyed')).toEqual(expected);
			}),
			{ numRuns: 600, endOnFailure: true },
		);
	});

	test('on random bytes', () => {
		const texts = ['0', '4100', '41', 'AuthFailure', 'AuthFailure.SignatureFailure', 'Ok'];
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: LONGEST }), (bytes) => {
				const expected = reference(texts, bytes);
				expect(hitsOf(plainScanner(needlesOf(texts), ROOM), bytes, 'all')).toEqual(expected);
				expect(hitsOf(kernelScanner(needlesOf(texts), make, ROOM), bytes, 'all')).toEqual(expected);
			}),
			{ numRuns: 200, endOnFailure: true },
		);
	});
});

test('more hits than there is room for at once are all found', () => {
	const length = 200_000;
	const bytes = new Uint8Array(Buffer.from('7 A.b Ok\n'.repeat(length / 9), 'latin1'));
	const texts = ['7', 'A.b', 'Ok'];
	const scanner = kernelScanner(needlesOf(texts), make, BEGIN + length);
	const { hits, lines } = hitsOf(scanner, bytes, 'all');
	expect(lines).toBe(Math.floor(length / 9));
	expect(hits).toHaveLength(lines * 3);
	expect(hits.at(-1)).toEqual({ offset: bytes.length - 3, text: 2, line: lines - 1, lineStart: bytes.length - 9 });
	const numbers = hitsOf(kernelScanner(needlesOf(['7']), make, BEGIN + length), bytes, 'all');
	expect(numbers.hits).toHaveLength(lines);
});

test('what is left in the room from the chunk before is not seen', () => {
	const scanner = kernelScanner(needlesOf(['4100', 'Ok']), make, ROOM);
	hitsOf(scanner, new Uint8Array(Buffer.from('4100 Ok 4100 Ok')), 'all');
	expect(hitsOf(scanner, new Uint8Array(Buffer.from('4100 O')), 'all').hits.map(({ offset }) => offset)).toEqual([0]);
});
