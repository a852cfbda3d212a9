/** Several threads that scan the parts of one log. What they find comes in the log's order. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { RowFilter } from '../scan/rowFilter.ts';
import type { ScannerOptions } from './scanner.ts';
import type { ScanBatch } from './scanPart.ts';

/** Bytes of a log, in which whole records stand. */
export interface Segment {
	readonly start: number;
	readonly end: number;
}

export interface SegmentResult extends ScanBatch {
	/** What kept the part from being read whole, for people. */
	readonly problem: string | undefined;
}

export interface PoolOptions extends ScannerOptions {
	/** The log, as `open` takes it. */
	readonly name: string;
	/** The folder of the resources, which is that of the bundles. */
	readonly resources: string;
	readonly filter: RowFilter;
	readonly reference: number;
}

/** How far the threads may be ahead of whoever takes the results, in segments a thread. */
const AHEAD = 3;

/**
 * Scans the segments with so many threads, and gives what each found, in their order.
 * @throws {Error} for people, where a thread dies; what was given before counts
 */
export async function* scanSegments(
	segments: readonly Segment[],
	threads: number,
	options: PoolOptions,
): AsyncGenerator<SegmentResult> {
	const results: (SegmentResult | undefined)[] = [];
	let next = 0;
	let taken = 0;
	let failure: Error | undefined;
	let wake = (): void => {};
	const idle: Worker[] = [];
	const give = (): void => {
		while (next < segments.length && next < taken + threads * AHEAD) {
			const worker = idle.shift();
			if (!worker) return;
			const number = next++;
			worker.once('message', (result: SegmentResult) => {
				results[number] = result;
				idle.push(worker);
				give();
				wake();
			});
			worker.postMessage(segments[number]);
		}
	};
	const workers = Array.from({ length: threads }, () => {
		const worker = new Worker(join(options.resources, 'scanWorker.js'), { workerData: options });
		const fail = (reason: string): void => {
			failure ??= new Error(`${options.name} was not read to its end: a scanning thread ended (${reason}).`);
			wake();
		};
		worker.on('error', (error) => fail(error.message));
		worker.on('exit', (code) => fail(`exit code ${code}`));
		idle.push(worker);
		return worker;
	});
	try {
		give();
		for (; taken < segments.length; taken++) {
			let result = results[taken];
			while (!result) {
				if (failure) throw failure;
				await new Promise<void>((resolve) => {
					wake = resolve;
				});
				result = results[taken];
			}
			results[taken] = undefined;
			yield result;
			give();
		}
	} finally {
		for (const worker of workers) worker.removeAllListeners('exit');
		await Promise.all(workers.map((worker) => worker.terminate()));
	}
}
