/** Scans a log, or a part of one, and keeps what is asked for. In this thread; `scanPool.ts` has several. */
import type { LogScan, ScanRow } from '../scan/logScan.ts';
import { type RowFilter, verdictOn } from '../scan/rowFilter.ts';
import type { LogSource } from './logSource.ts';
import { READ_SIZE } from './scanner.ts';

/** How much was read, and left out. */
export interface ScanCounts {
	/** Line ends up to here. */
	readonly lines: number;
	/** Rows left out as merely possible, and those of which nobody knows whether they are in time. */
	readonly possible: number;
	readonly timeless: number;
	/** Bytes read up to here. */
	readonly bytes: number;
}

/** What came of some bytes. Lines count from the part's beginning. */
export interface ScanBatch extends ScanCounts {
	readonly rows: readonly ScanRow[];
}

/**
 * Scans what a source gives.
 * @param length bytes to read, all if undefined
 * @throws {SourceError} after a last batch with what was read before
 */
export async function* scanPart(
	scan: LogScan,
	source: Pick<LogSource, 'read'>,
	filter: RowFilter,
	length = Number.POSITIVE_INFINITY,
): AsyncGenerator<ScanBatch> {
	let bytes = 0;
	let trouble: unknown;
	for (let isEnd = false; !isEnd; ) {
		let count = 0;
		try {
			const room = scan.room.subarray(0, Math.min(READ_SIZE, length - bytes));
			const read = room.length === 0 ? 0 : source.read(room);
			// Waiting for what is there already would cost a turn of the loop at each reading.
			count = typeof read === 'number' ? read : await read;
		} catch (error) {
			trouble = error;
		}
		bytes += count;
		isEnd = count === 0;
		yield { ...sifted(scan.push(count, isEnd ? 'end' : 'more'), filter), lines: scan.lines, bytes };
	}
	if (trouble !== undefined) throw trouble;
}

/** The rows that are asked for, and how many of the others would be if they were surer or had a time. */
export function sifted(rows: readonly ScanRow[], filter: RowFilter): Pick<ScanBatch, 'rows' | 'possible' | 'timeless'> {
	if (rows.length === 0) return { rows, possible: 0, timeless: 0 };
	const verdicts = rows.map((row) => verdictOn(row, filter));
	return {
		rows: rows.filter((_row, i) => verdicts[i] === 'shown'),
		possible: verdicts.filter((verdict) => verdict === 'possible').length,
		timeless: verdicts.filter((verdict) => verdict === 'timeless').length,
	};
}
