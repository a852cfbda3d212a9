/** Summaries of parts add up to the summary of the whole, in any order and grouping. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ScanRow } from '../../server/scan/logScan.ts';
import { loadSummary, mergeSummaries, type Summary, Tally } from '../../server/scan/summary.ts';

const row: fc.Arbitrary<ScanRow> = fc.record({
	line: fc.constant(1),
	offset: fc.constant(0),
	time: fc.constantFrom(
		null,
		'2026-11-23T08:15:00.000Z',
		'2026-11-23T08:15:59.999Z',
		'2026-11-23T08:16:00.000',
		'2025-01-01T00:00:00.000Z',
	),
	ms: fc.constant(null),
	catalogue: fc.constantFrom('a', 'b'),
	code: fc.constantFrom('4100', '4200', 'A.B'),
	success: fc.constant(false),
	severity: fc.constant('fatal'),
	certainty: fc.constant('certain' as const),
	message: fc.constant(null),
	module: fc.constant(null),
	requestId: fc.constant(null),
});

function summaryOf(rows: readonly ScanRow[]): Summary {
	const tally = new Tally();
	for (const one of rows) tally.add(one);
	return tally.summary(rows.length * 10, rows.length);
}

test('of parts and of the whole are the same', () => {
	fc.assert(
		fc.property(
			fc.array(fc.array(row, { maxLength: 8 }), { maxLength: 6 }),
			fc.integer({ min: 0, max: 6 }),
			(parts, cut) => {
				const whole = summaryOf(parts.flat());
				const summaries = parts.map(summaryOf);
				expect(mergeSummaries(summaries)).toEqual(whole);
				expect(mergeSummaries([...summaries].reverse())).toEqual(whole);
				const grouped = [mergeSummaries(summaries.slice(0, cut)), mergeSummaries(summaries.slice(cut))];
				expect(mergeSummaries(grouped)).toEqual(whole);
				expect(loadSummary(JSON.parse(JSON.stringify(whole)), 'x')).toEqual({ summary: whole, problems: [] });
			},
		),
		{ numRuns: 300, endOnFailure: true },
	);
});

test('counts by minute, with the earliest and the latest time', () => {
	const at = (time: string | null): ScanRow => ({
		...{ line: 1, offset: 0, ms: null, catalogue: 'a', code: '4100', success: false, severity: 'fatal' },
		...{ certainty: 'certain', message: null, module: null, requestId: null, time },
	});
	expect(summaryOf([at('2026-11-23T08:15:30.000Z'), at('2026-11-23T08:15:01.000Z'), at(null)]).codes).toEqual([
		{
			...{ catalogue: 'a', code: '4100', severity: 'fatal', count: 3 },
			...{ first: '2026-11-23T08:15:01.000Z', last: '2026-11-23T08:15:30.000Z' },
			minutes: { '2026-11-23T08:15Z': 2, unknown: 1 },
		},
	]);
});

test('what is no summary is named', () => {
	expect(loadSummary({ faultbook: 1, kind: 'summary', lines: -1, hidden: 0, codes: [] }, 'x.json').problems).toEqual([
		'x.json: lines is -1, but must be a number from 0 on.',
	]);
	expect(loadSummary('text', 'x.json').summary).toBeUndefined();
});
