/** Scans logs one after the other, with several threads where one is large, and tells what it finds in order. */
import { closeSync, openSync } from 'node:fs';
import type { ScanRow } from '../scan/logScan.ts';
import type { RowFilter } from '../scan/rowFilter.ts';
import type { Summary } from '../scan/summary.ts';
import { followLog } from './follow.ts';
import { type LogSource, openLog, SourceError } from './logSource.ts';
import { type LogScanner, type OutputOptions, READ_SIZE, type ScannerOptions } from './scanner.ts';
import { type ScanBatch, scanPart, sifted } from './scanPart.ts';
import { type SegmentResult, scanSegments } from './scanPool.ts';
import { segmentStarts } from './segments.ts';

export interface ScanJob extends ScannerOptions {
	readonly filter: RowFilter;
	readonly threads: number;
	/** The folder of the resources. */
	readonly resources: string;
	readonly signal: AbortSignal;
	readonly output: OutputOptions;
	/** The rows of a log, lines from its beginning; returns when more can be taken. */
	rows(shown: string, rows: readonly ScanRow[]): void | Promise<void>;
	/** Rows as `output` has them: printed already, or counted. */
	found(found: string | Summary): void | Promise<void>;
	/** How far a log is read; `size` is undefined where nobody knows. */
	progress(shown: string, bytes: number, size: number | undefined): void;
	/** Something was not read whole; for people. */
	problem(message: string): void;
}

export interface ScanTotals {
	lines: number;
	possible: number;
	timeless: number;
	bytes: number;
	/** Logs that were read, whole or in part. */
	logs: number;
}

/** Scans a log as it grows, until the signal aborts. */
export async function scanGrowing(
	name: string,
	scanner: LogScanner,
	job: ScanJob,
	remark: (message: string) => void,
): Promise<ScanTotals> {
	const totals: ScanTotals = { lines: 0, possible: 0, timeless: 0, bytes: 0, logs: 1 };
	let scan = scanner.begin(Date.now());
	const take = async (count: number, then: 'more' | 'pause' | 'end'): Promise<void> => {
		const before = scan.lines;
		const { rows, possible, timeless } = sifted(scan.push(count, then), job.filter);
		totals.lines += scan.lines - before;
		totals.bytes += count;
		totals.possible += possible;
		totals.timeless += timeless;
		if (rows.length > 0) await job.rows(name, rows);
	};
	try {
		const room = () => scan.room.subarray(0, READ_SIZE);
		for await (const event of followLog(name, room, job.signal, remark)) {
			if (event.kind === 'bytes') await take(event.count, 'more');
			else await take(0, event.kind === 'quiet' ? 'pause' : 'end');
			if (event.kind === 'anew') scan = scanner.begin(Date.now());
		}
		await take(0, 'end');
	} catch (error) {
		if (!(error instanceof SourceError)) throw error;
		job.problem(error.message);
	}
	return totals;
}

/** Below this a second thread would take longer to start than it saves. In bytes. */
const WORTH_A_THREAD = 32 * 1024 * 1024;
/** Of a part of a log, in bytes: results wait in memory until their turn. */
const SEGMENT = 16 * 1024 * 1024;

export async function scanLogs(names: readonly string[], scanner: LogScanner, job: ScanJob): Promise<ScanTotals> {
	const totals: ScanTotals = { lines: 0, possible: 0, timeless: 0, bytes: 0, logs: 0 };
	for (const name of names) {
		if (job.signal.aborted) break;
		let source: LogSource;
		try {
			source = openLog(name);
		} catch (error) {
			if (!(error instanceof SourceError)) throw error;
			job.problem(error.message);
			continue;
		}
		totals.logs++;
		const stop = () => source.close();
		// A file's reading never waits; closed twice, it would fail.
		if (source.size === undefined) job.signal.addEventListener('abort', stop);
		try {
			await scanLog(name, source, scanner, job, totals);
		} catch (error) {
			if (!(error instanceof SourceError)) throw error;
			job.problem(error.message);
		} finally {
			job.signal.removeEventListener('abort', stop);
			if (!job.signal.aborted || source.size !== undefined) source.close();
		}
	}
	return totals;
}

async function scanLog(
	name: string,
	source: LogSource,
	scanner: LogScanner,
	job: ScanJob,
	totals: ScanTotals,
): Promise<void> {
	const { size, shown, written } = source;
	const isShared = job.threads > 1 && size !== undefined && size >= WORTH_A_THREAD;
	const parts = isShared ? partsOf(name, size, written, scanner, job) : whole(source, scanner, job);
	let lines = 0;
	let bytes = 0;
	for await (const { linesBefore, bytesBefore, ...part } of parts) {
		lines = linesBefore + part.lines;
		bytes = bytesBefore + part.bytes;
		totals.possible += part.possible;
		totals.timeless += part.timeless;
		if ('found' in part) await job.found(part.found);
		else if (part.rows.length > 0) await job.rows(shown, part.rows);
		job.progress(shown, bytes, size);
		if (job.signal.aborted) {
			job.problem(`${shown} was not read to its end: stopped at byte ${bytes}.`);
			break;
		}
	}
	totals.lines += lines;
	totals.bytes += bytes;
}

type Part = (ScanBatch | SegmentResult) & { readonly linesBefore: number; readonly bytesBefore: number };

async function* whole(source: LogSource, scanner: LogScanner, { filter, signal }: ScanJob): AsyncGenerator<Part> {
	let last = performance.now();
	for await (const batch of scanPart(scanner.begin(source.written), source, filter)) {
		yield { ...batch, linesBefore: 0, bytesBefore: 0 };
		// Reading a file never waits: signals come through only when somebody does.
		if (performance.now() - last < 50 || signal.aborted) continue;
		await new Promise((resolve) => setImmediate(resolve));
		last = performance.now();
	}
}

async function* partsOf(
	name: string,
	size: number,
	reference: number,
	{ known }: LogScanner,
	{ threads, resources, filter, always, success, details, output }: ScanJob,
): AsyncGenerator<Part> {
	const file = openSync(name, 'r');
	const starts = segmentStarts(file, size, SEGMENT, known);
	closeSync(file);
	// The last goes on as far as there is anything: a log may have grown meanwhile.
	const segments = starts.map((start, i) => ({ start, end: starts[i + 1] ?? Number.MAX_SAFE_INTEGER }));
	let linesBefore = 0;
	let bytesBefore = 0;
	for await (const result of scanSegments(segments, Math.min(threads, segments.length), {
		...{ name, resources, filter, always, success, details, reference, output },
	})) {
		yield { ...result, linesBefore, bytesBefore };
		if (result.problem !== undefined) throw new SourceError(result.problem);
		linesBefore += result.lines;
		bytesBefore += result.bytes;
	}
}
