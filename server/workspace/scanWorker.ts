/** A thread that scans parts of a log, as it is told (`scanPool.ts`). */
import { openSync, readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { folderResources } from '../resources.ts';
import type { ScanRow } from '../scan/logScan.ts';
import { Tally } from '../scan/summary.ts';
import { reasonOf } from './files.ts';
import { SourceError } from './logSource.ts';
import { moved, openScanner, printerOf } from './scanner.ts';
import { scanPart } from './scanPart.ts';
import type { Answer, Order, PoolOptions } from './scanPool.ts';

const { name, resources, filter, reference, output, ...options } = workerData as PoolOptions;

async function work(): Promise<void> {
	const scanner = await openScanner(folderResources(resources), options, () => {});
	const printer = printerOf(output, scanner);
	const file = openSync(name, 'r');
	/** By number of the part, until they are asked for; lines count from the part's beginning. */
	const kept = new Map<number, ScanRow[]>();
	const answer = (one: Answer): void => parentPort?.postMessage(one);

	const scan = async (number: number, start: number, end: number): Promise<void> => {
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
		const counts = { lines: 0, possible: 0, timeless: 0, bytes: 0 };
		let problem: string | undefined;
		try {
			for await (const batch of scanPart(scanner.begin(reference, start), { read }, filter, end - start)) {
				for (const row of batch.rows) rows.push(row);
				counts.possible += batch.possible;
				counts.timeless += batch.timeless;
				counts.lines = batch.lines;
				counts.bytes = batch.bytes;
			}
		} catch (error) {
			problem = (error as Error).message;
		}
		kept.set(number, rows);
		answer({ kind: 'scanned', number, problem, ...counts });
	};

	parentPort?.on('message', (order: Order) => {
		if (order.kind === 'scan') {
			void scan(order.number, order.start, order.end);
			return;
		}
		const { number, linesBefore } = order;
		const rows = moved(kept.get(number) ?? [], linesBefore);
		kept.delete(number);
		if (printer) {
			answer({ kind: 'told', number, found: printer.rows(name, rows) });
			return;
		}
		const tally = new Tally();
		for (const row of rows) tally.add(row);
		answer({ kind: 'told', number, found: tally.summary(0, 0) });
	});
}

void work();
