/** A thread that scans parts of a log: one at a time, as it is told (`scanPool.ts`). */
import { openSync, readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { folderResources } from '../resources.ts';
import type { ScanRow } from '../scan/logScan.ts';
import { reasonOf } from './files.ts';
import { SourceError } from './logSource.ts';
import { openScanner } from './scanner.ts';
import { scanPart } from './scanPart.ts';
import type { PoolOptions, Segment, SegmentResult } from './scanPool.ts';

const { name, resources, filter, reference, ...options } = workerData as PoolOptions;

async function work(): Promise<void> {
	const scanner = await openScanner(folderResources(resources), options, () => {});
	const file = openSync(name, 'r');
	parentPort?.on('message', async ({ start, end }: Segment) => {
		let at = start;
		const read = (room: Uint8Array): number => {
			try {
				const count = readSync(file, room, 0, room.length, at);
				at += count;
				return count;
			} catch (error) {
				throw new SourceError(`${name} was not read to its end: ${reasonOf(error)}.`);
			}
		};
		const rows: ScanRow[] = [];
		const sums = { lines: 0, possible: 0, timeless: 0, bytes: 0 };
		let problem: string | undefined;
		try {
			for await (const batch of scanPart(scanner.begin(reference, start), { read }, filter, end - start)) {
				for (const row of batch.rows) rows.push(row);
				sums.possible += batch.possible;
				sums.timeless += batch.timeless;
				sums.lines = batch.lines;
				sums.bytes = batch.bytes;
			}
		} catch (error) {
			problem = (error as Error).message;
		}
		parentPort?.postMessage({ rows, ...sums, problem } satisfies SegmentResult);
	});
}

void work();
