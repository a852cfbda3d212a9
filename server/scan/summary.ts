/**
 * What a scan found, by code and minute. Summaries of parts of a log, or of many logs, add up to that of the whole, in
 * any order and grouping: a scan can run where the logs are, and only summaries travel.
 */
import * as v from 'valibot';
import { describeIssues } from '../catalogue/problems.ts';
import type { ScanRow } from './logScan.ts';

const count = v.pipe(v.number('a number'), v.safeInteger('a whole number'), v.minValue(0, 'a number from 0 on'));
const text = v.string('text');
const time = v.nullable(text);

const codeSchema = v.strictObject({
	catalogue: text,
	code: text,
	/** Null for success. */
	severity: v.nullable(text),
	count,
	/** The earliest and latest times, of those rows that have one. */
	first: time,
	last: time,
	/** By minute, `2026-11-23T08:15Z`, without the Z where the log gives no zone; `unknown` without a time. */
	minutes: v.record(text, count),
});

const summarySchema = v.strictObject({
	faultbook: v.literal(1, '1'),
	kind: v.literal('summary', '"summary"'),
	/** Lines that were read. */
	lines: count,
	/** Rows that were left out as merely possible. */
	hidden: count,
	/** By catalogue, then code. */
	codes: v.array(codeSchema),
});

export type Summary = v.InferOutput<typeof summarySchema>;
export type CodeSummary = v.InferOutput<typeof codeSchema>;

const EMPTY_SUMMARY: Summary = { faultbook: 1, kind: 'summary', lines: 0, hidden: 0, codes: [] };

/** Adds up rows. */
export class Tally {
	readonly #codes = new Map<string, Growing>();

	add({ catalogue, code, severity, time }: ScanRow): void {
		const key = `${catalogue}\n${code}`;
		let entry = this.#codes.get(key);
		if (!entry) {
			entry = { catalogue, code, severity, count: 0, first: null, last: null, minutes: {} };
			this.#codes.set(key, entry);
		}
		grow(entry, { count: 1, first: time, last: time, minutes: { [minuteOf(time)]: 1 } });
	}

	/** @param lines line ends read; `hidden`: rows left out as merely possible */
	summary(lines: number, hidden: number): Summary {
		return { ...EMPTY_SUMMARY, lines, hidden, codes: sorted(this.#codes.values()) };
	}
}

/** The summary of everything that these are summaries of. */
export function mergeSummaries(all: readonly Summary[]): Summary {
	const codes = new Map<string, Growing>();
	for (const summary of all)
		for (const one of summary.codes) {
			const key = `${one.catalogue}\n${one.code}`;
			const known = codes.get(key);
			if (known) grow(known, one);
			else codes.set(key, { ...one, minutes: { ...one.minutes } });
		}
	const sum = (of: (summary: Summary) => number): number => all.reduce((total, summary) => total + of(summary), 0);
	return {
		...EMPTY_SUMMARY,
		lines: sum(({ lines }) => lines),
		hidden: sum(({ hidden }) => hidden),
		codes: sorted(codes.values()),
	};
}

/** Checks what claims to be a summary. Problems are sentences with `source` and the field. */
export function loadSummary(value: unknown, source: string): { summary?: Summary; problems: string[] } {
	const result = v.safeParse(summarySchema, value);
	if (!result.success) return { problems: describeIssues(result.issues, source) };
	return { summary: result.output, problems: [] };
}

type Growing = CodeSummary;

function grow(entry: Growing, more: Pick<CodeSummary, 'count' | 'first' | 'last' | 'minutes'>): void {
	entry.count += more.count;
	if (more.first !== null && (entry.first === null || more.first < entry.first)) entry.first = more.first;
	if (more.last !== null && (entry.last === null || more.last > entry.last)) entry.last = more.last;
	for (const [minute, times] of Object.entries(more.minutes))
		entry.minutes[minute] = (entry.minutes[minute] ?? 0) + times;
}

const minuteOf = (time: string | null): string =>
	time === null ? 'unknown' : time.slice(0, 16) + (time.endsWith('Z') ? 'Z' : '');

/** In an order that does not depend on what came first. */
function sorted(codes: Iterable<CodeSummary>): CodeSummary[] {
	const inOrder = [...codes].sort(
		(one, other) => compare(one.catalogue, other.catalogue) || compare(one.code, other.code),
	);
	return inOrder.map((one) => ({
		...one,
		minutes: Object.fromEntries(Object.entries(one.minutes).sort(([a], [b]) => compare(a, b))),
	}));
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
