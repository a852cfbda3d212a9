/** Makes what scans logs, from the resources beside the bundle. */
import { styleText } from 'node:util';
import { lookupOf } from '../catalogue/lookup.ts';
import { ContextFinder } from '../recognise/context.ts';
import { logReader } from '../recognise/log.ts';
import { type RowPrinter, rowPrinter, type ScanFormat } from '../report/scanReport.ts';
import type { Resources } from '../resources.ts';
import { kernelScanner } from '../scan/kernelScanner.ts';
import { KEPT_MOST, type LogKnowledge, LogScan, logKnowledge, type ScanRow } from '../scan/logScan.ts';
import { plainScanner } from '../scan/plainScanner.ts';
import type { Scanner } from '../scan/scanner.ts';
import { kernelMaker } from './kernel.ts';
import { readCatalogues, readFormats } from './openEngine.ts';

/** How many bytes are read at a time: more would not stay in the processor's cache. */
export const READ_SIZE = 512 * 1024;

export interface ScannerOptions {
	/** Ids of catalogues whose API the logs are known to be about. */
	readonly always: readonly string[];
	/** Whether success is sought, too. */
	readonly success: boolean;
	/** Whether messages and requests' ids are wanted. */
	readonly details: boolean;
}

/** What becomes of rows. */
export interface OutputOptions {
	/** Undefined where they are only counted. */
	readonly format: ScanFormat | undefined;
	readonly isColoured: boolean;
}

/** What prints the rows of a scan; undefined where they are only counted. */
export function printerOf({ format, isColoured }: OutputOptions, { titles }: LogScanner): RowPrinter | undefined {
	return format && rowPrinter(format, isColoured ? styleText : (_style, text) => text, titles);
}

/** Rows whose lines counted from a part's beginning. @param linesBefore line ends before the part */
export function moved(rows: readonly ScanRow[], linesBefore: number): readonly ScanRow[] {
	return linesBefore === 0 ? rows : rows.map((row) => ({ ...row, line: row.line + linesBefore }));
}

/** Scans one log after the other. */
export interface LogScanner {
	/**
	 * Begins with a log.
	 * @param reference milliseconds since 1970 of a moment when the log was there
	 * @param start where in it, in bytes; a record begins there
	 */
	begin(reference: number, start?: number): LogScan;
	readonly known: LogKnowledge;
	/** By catalogue id, what kind of error a code is; '' where nobody says. */
	readonly titles: ReadonlyMap<string, (code: string) => string>;
}

/** Node's own ways from bytes to text, which cost a third of a `TextDecoder`'s for short ones. */
export const TEXT = {
	decode: (bytes: Uint8Array) => asBuffer(bytes).toString('utf8'),
	keyOf: (bytes: Uint8Array) => asBuffer(bytes).toString('latin1'),
};

const asBuffer = ({ buffer, byteOffset, length }: Uint8Array): Buffer => Buffer.from(buffer, byteOffset, length);

/** Rejects with a message for people. `problem` takes what is done without, one sentence each. */
export async function openScanner(
	resources: Resources,
	{ always, success, details }: ScannerOptions,
	problem: (message: string) => void,
): Promise<LogScanner> {
	const [catalogues, formats, kernel] = await Promise.all([
		readCatalogues(resources, problem),
		readFormats(resources),
		resources.readBytes('kernel.wasm'),
	]);
	const readers = catalogues.map((catalogue) =>
		logReader({ lookup: lookupOf(catalogue), finder: new ContextFinder(catalogue), namesCode: () => true }),
	);
	const known = logKnowledge(readers, formats, { always, withSuccess: success });
	const make = kernelMaker(kernel);
	const longest = KEPT_MOST + READ_SIZE;
	const scanner: Scanner = make ? kernelScanner(known.needles, make, longest) : plainScanner(known.needles, longest);
	return {
		known,
		titles: new Map([...known.lookups].map(([id, lookup]) => [id, (code) => lookup.resolve(code)?.type ?? ''])),
		begin: (reference, start = 0) => new LogScan(known, scanner, { reference, details, ...TEXT }, start),
	};
}
