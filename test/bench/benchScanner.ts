/** What scans logs for one catalogue, as the command line makes it. */
import { loadCatalogue } from '../../server/catalogue/load.ts';
import { lookupOf } from '../../server/catalogue/lookup.ts';
import { compileFormat } from '../../server/formats/format.ts';
import { ContextFinder } from '../../server/recognise/context.ts';
import { logReader } from '../../server/recognise/log.ts';
import { kernelScanner } from '../../server/scan/kernelScanner.ts';
import { KEPT_MOST, LogScan, logKnowledge } from '../../server/scan/logScan.ts';
import { kernelMaker } from '../../server/workspace/kernel.ts';
import { READ_SIZE, TEXT } from '../../server/workspace/scanner.ts';

interface Built {
	readonly kernel: Uint8Array;
	readonly formats: readonly Parameters<typeof compileFormat>[0][];
}

/** Returns what begins a scan. */
export function benchScanner(value: unknown, { kernel, formats }: Built): () => LogScan {
	const { catalogue, problems } = loadCatalogue(value, 'bench');
	if (!catalogue) throw new Error(problems.join('\n'));
	const reader = logReader({
		lookup: lookupOf(catalogue),
		finder: new ContextFinder(catalogue),
		namesCode: () => true,
	});
	const known = logKnowledge([reader], formats.map(compileFormat), { always: [catalogue.id], withSuccess: false });
	const make = kernelMaker(kernel);
	if (!make) throw new Error('The kernel does not run here.');
	const scanner = kernelScanner(known.needles, make, KEPT_MOST + READ_SIZE);
	const options = {
		reference: Date.UTC(2026, 11, 1),
		details: false,
		...TEXT,
	};
	return () => new LogScan(known, scanner, options);
}
