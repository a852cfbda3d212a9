/** A process that scans a file again and again, each time that it is told to, and says how long it took. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript } from '../../scripts/typescript.mjs';

const [file, setNumber] = process.argv.slice(2);
const { SETS } = await import('./logCatalogues.mjs');
const { benchScanner } = await importTypeScript('test/bench/benchScanner.ts');
const dist = join(import.meta.dirname, '../../dist');
const begin = benchScanner(SETS[Number(setNumber)].catalogue, {
	kernel: readFileSync(join(dist, 'kernel.wasm')),
	formats: JSON.parse(readFileSync(join(dist, 'formats.json'), 'utf8')),
});

/** Full records of the whole file; the rows are counted, not kept. */
function scan() {
	const started = performance.now();
	const log = begin();
	const descriptor = openSync(file, 'r');
	let rows = 0;
	for (let count = 1; count > 0; ) {
		const room = log.room.subarray(0, 512 * 1024);
		count = readSync(descriptor, room, 0, room.length, null);
		rows += log.push(count, count === 0 ? 'end' : 'more').length;
	}
	closeSync(descriptor);
	return { rows, ms: performance.now() - started };
}

process.on('message', () => process.send(scan()));
process.send('ready');
