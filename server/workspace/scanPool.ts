/**
 * Several threads that scan the parts of one log. What they find comes in the log's order. Rows stay with the thread
 * that found them until it is known how many lines are before them: then it prints or counts them, so that only text
 * or sums go from thread to thread.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { RowFilter } from '../scan/rowFilter.ts';
import type { Summary } from '../scan/summary.ts';
import type { OutputOptions, ScannerOptions } from './scanner.ts';
import type { ScanCounts } from './scanPart.ts';

/** Bytes of a log, in which whole records stand. */
export interface Segment {
	readonly start: number;
	readonly end: number;
}

/** What a thread is told: to scan a part, or to say what it found there. */
export type Order =
	| ({ readonly kind: 'scan'; readonly number: number } & Segment)
	| { readonly kind: 'tell'; readonly number: number; readonly linesBefore: number };

/** What a thread says. */
export type Answer =
	| ({ readonly kind: 'scanned'; readonly number: number; readonly problem: string | undefined } & ScanCounts)
	| { readonly kind: 'told'; readonly number: number; readonly found: string | Summary };

export interface SegmentResult extends ScanCounts {
	/** What kept the part from being read whole, for people. */
	readonly problem: string | undefined;
	/** Its rows as they are printed, or their summary. */
	readonly found: string | Summary;
}

export interface PoolOptions extends ScannerOptions {
	/** The log, as `open` takes it, and as it is shown. */
	readonly name: string;
	/** The folder of the resources, which is that of the bundles. */
	readonly resources: string;
	readonly filter: RowFilter;
	readonly reference: number;
	readonly output: OutputOptions;
}

/** How far the threads may be ahead of whoever takes the results, in segments a thread. */
const AHEAD = 3;

interface Entry {
	readonly worker: Worker;
	readonly scanned: Extract<Answer, { kind: 'scanned' }>;
	found?: string | Summary;
}

/**
 * Scans the segments with so many threads, and gives what each found, in their order.
 * @throws {Error} for people, where a thread dies; what was given before counts
 */
export async function* scanSegments(
	segments: readonly Segment[],
	threads: number,
	options: PoolOptions,
): AsyncGenerator<SegmentResult> {
	const entries: (Entry | undefined)[] = [];
	let given = 0;
	let asked = 0;
	let taken = 0;
	let linesBefore = 0;
	let failure: Error | undefined;
	let wake = (): void => {};
	const idle: Worker[] = [];
	const order = (worker: Worker, one: Order): void => worker.postMessage(one);
	const give = (): void => {
		while (given < segments.length && given < taken + threads * AHEAD) {
			const worker = idle.shift();
			const segment = segments[given];
			if (!worker || !segment) return;
			order(worker, { kind: 'scan', number: given++, ...segment });
		}
	};
	const ask = (): void => {
		for (let entry = entries[asked]; entry; entry = entries[asked]) {
			order(entry.worker, { kind: 'tell', number: asked++, linesBefore });
			linesBefore += entry.scanned.lines;
		}
	};
	const hear = (worker: Worker, answer: Answer): void => {
		const entry = entries[answer.number];
		if (answer.kind === 'scanned') {
			entries[answer.number] = { worker, scanned: answer };
			idle.push(worker);
			ask();
			give();
		} else if (entry) {
			entry.found = answer.found;
			wake();
		}
	};
	const fail = (reason: string): void => {
		failure ??= new Error(`${options.name} was not read to its end: a scanning thread ended (${reason}).`);
		wake();
	};
	const workers = Array.from({ length: threads }, () => {
		const worker = new Worker(join(options.resources, 'scanWorker.js'), { workerData: options });
		worker.on('message', (answer: Answer) => hear(worker, answer));
		worker.on('error', (error) => fail(error.message));
		worker.on('exit', (code) => fail(`exit code ${code}`));
		idle.push(worker);
		return worker;
	});
	try {
		give();
		for (; taken < segments.length; taken++) {
			while (entries[taken]?.found === undefined) {
				if (failure) throw failure;
				await new Promise<void>((resolve) => {
					wake = resolve;
				});
			}
			const { scanned, found = '' } = entries[taken] as Entry;
			entries[taken] = undefined;
			yield { ...scanned, found };
			give();
		}
	} finally {
		for (const worker of workers) worker.removeAllListeners('exit');
		await Promise.all(workers.map((worker) => worker.terminate()));
	}
}
