/** Scans texts as the shells scan files. */

import { type KernelMaker, kernelScanner } from '../../server/scan/kernelScanner.ts';
import { KEPT_MOST, LogScan, logKnowledge, type ScanRow } from '../../server/scan/logScan.ts';
import { plainScanner } from '../../server/scan/plainScanner.ts';
import { TEXT } from '../../server/workspace/scanner.ts';
import { builtinLookup, logReaders } from './catalogues.ts';
import { testFormats } from './engine.ts';
import { testKernel } from './kernel.ts';

const readers = logReaders([builtinLookup('tencentcloud-v2'), builtinLookup('tencentcloud-v3')]);
const formats = await testFormats();
const make: KernelMaker = await testKernel();

interface Cut {
	/** Bytes a reading. */
	readonly chunk?: number;
	readonly by?: 'kernel' | 'plain';
	readonly always?: readonly string[];
}

/** All rows of a log, possible ones and success included; its year is 2026 where it gives none. */
export function scanText(
	text: string | Uint8Array,
	{ chunk = 65_536, by = 'kernel', always = [] }: Cut = {},
): ScanRow[] {
	const bytes = typeof text === 'string' ? Buffer.from(text) : text;
	const knowledge = logKnowledge(readers, formats, { always, withSuccess: true });
	const longest = KEPT_MOST + chunk;
	const scanner =
		by === 'kernel' ? kernelScanner(knowledge.needles, make, longest) : plainScanner(knowledge.needles, longest);
	const scan = new LogScan(knowledge, scanner, {
		reference: Date.UTC(2026, 11, 1),
		details: true,
		...TEXT,
	});
	const rows: ScanRow[] = [];
	for (let at = 0; at < bytes.length; at += chunk) {
		const part = bytes.subarray(at, at + chunk);
		scan.room.set(part);
		rows.push(...scan.push(part.length, 'more'));
	}
	rows.push(...scan.push(0, 'end'));
	return rows;
}
