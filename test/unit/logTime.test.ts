/** Times of log records, whatever their shape. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTime, TimeReader } from '../../server/recognise/logTime.ts';

const reference = Date.UTC(2026, 10, 23, 12);

test.each([
	['2026-11-23T08:15:00Z', '2026-11-23T08:15:00.000Z'],
	['2026-11-23T08:15:00.250Z', '2026-11-23T08:15:00.250Z'],
	['2026-11-23T08:15:00.123456789+08:00', '2026-11-23T00:15:00.123Z'],
	['2026-11-23 08:15:00,250', '2026-11-23T08:15:00.250'],
	['2026/11/23 08:15:00', '2026-11-23T08:15:00.000'],
	['2026-11-23 08:15:00.5 -0330', '2026-11-23T11:45:00.500Z'],
	['2026-11-23 08:15:00 UTC', '2026-11-23T08:15:00.000Z'],
	['1795421700', '2026-11-23T08:15:00.000Z'],
	['1795421700.25', '2026-11-23T08:15:00.250Z'],
	['1795421700250', '2026-11-23T08:15:00.250Z'],
	['1795421700250000', '2026-11-23T08:15:00.250Z'],
	['1795421700250000000', '2026-11-23T08:15:00.250Z'],
	['23/Nov/2026:16:15:00 +0800', '2026-11-23T08:15:00.000Z'],
	['Nov 23 08:15:00', '2026-11-23T08:15:00.000'],
	['Nov  3 08:15:00', '2026-11-03T08:15:00.000'],
	// In the future of the log: the year before.
	['Dec 24 08:15:00', '2025-12-24T08:15:00.000'],
	['2026-02-30T08:15:00Z', undefined],
	['2026-11-23T25:15:00Z', undefined],
	['23/Foo/2026:16:15:00 +0800', undefined],
	['yesterday', undefined],
	['12345', undefined],
])('%s', (text, iso) => {
	expect(readTime(text, reference)?.iso).toBe(iso);
});

test('a log’s times, one after the other, are each what they are alone', () => {
	const part = (limit: number) => fc.integer({ min: 0, max: limit }).map((value) => String(value).padStart(2, '0'));
	const time = fc.oneof(
		fc
			.tuple(
				fc.constantFrom('2026-11-23', '2026-11-24', '2026-02-30'),
				fc.constantFrom('T', ' '),
				part(25),
				part(60),
				part(60),
			)
			.chain(([day, between, ...clock]) =>
				fc
					.constantFrom('', 'Z', '.250Z', ',250', '.2Z', '+08:00', '.250 +0000')
					.map((end) => `${day}${between}${clock.join(':')}${end}`),
			),
		fc.integer({ min: 1_795_390_000, max: 1_795_500_000 }).map(String),
		fc.constantFrom('Nov 23 08:15:00', '23/Nov/2026:16:15:00 +0800', '1795421700.25', ''),
	);
	fc.assert(
		fc.property(fc.array(time, { maxLength: 20 }), (times) => {
			const reader = new TimeReader();
			for (const one of times) expect(reader.read(one, reference)).toEqual(readTime(one, reference));
		}),
		{ numRuns: 2_000, endOnFailure: true },
	);
});
