/** The rows of a scan as text, JSON or NDJSON, and its summary. */

import type { ScanRow } from '../scan/logScan.ts';
import type { Summary } from '../scan/summary.ts';
import { type Paint, printable } from './text.ts';

export type ScanFormat = 'text' | 'json' | 'ndjson';

/** Prints rows as they come, some at a time. */
export interface RowPrinter {
	readonly begin: string;
	/** Some rows; '' for none. */
	rows(file: string, rows: readonly ScanRow[]): string;
	/** What stands between what `rows` gave. */
	readonly between: string;
	readonly end: string;
}

/** @param titles by catalogue id, what kind of error a code is */
export function rowPrinter(format: ScanFormat, paint: Paint, titles: Titles): RowPrinter {
	const lines = { begin: '', between: '', end: '' };
	const json = (file: string, row: ScanRow): string => JSON.stringify(fieldsOf(file, row));
	switch (format) {
		case 'ndjson':
			return { ...lines, rows: (file, rows) => rows.map((row) => `${json(file, row)}\n`).join('') };
		case 'json':
			return {
				...{ begin: '[\n', between: ',\n', end: '\n]\n' },
				rows: (file, rows) => rows.map((row) => json(file, row)).join(',\n'),
			};
		case 'text':
			return { ...lines, rows: (file, rows) => rows.map((row) => `${textRow(file, row, paint, titles)}\n`).join('') };
	}
}

type Titles = ReadonlyMap<string, (code: string) => string>;

/** A row's fields in the order of the contract. */
function fieldsOf(
	file: string,
	{ line, offset, time, catalogue, code, severity, certainty, message, module, requestId }: ScanRow,
) {
	return { file, line, offset, time, catalogue, code, severity, certainty, message, module, requestId };
}

const STYLES: Readonly<Record<string, 'red' | 'yellow' | 'blue'>> = {
	fatal: 'red',
	transient: 'yellow',
	partial: 'yellow',
};

function textRow(
	file: string,
	{ line, time, catalogue, code, severity, certainty, message }: ScanRow,
	paint: Paint,
	titles: Titles,
): string {
	const what = titles.get(catalogue)?.(code) ?? '';
	const parts = [
		`${paint('bold', printable(file))}:${line}`,
		...(time === null ? [] : [paint('dim', time)]),
		paint(STYLES[severity ?? ''] ?? 'blue', severity ?? 'success'),
		[code, ...(what === '' ? [] : [what])].join(' '),
	];
	const unsure = certainty === 'certain' ? '' : ` (${certainty})`;
	return `${parts.join(' ')}${unsure}${message === null ? '' : `: ${printable(message)}`}`;
}

/** A summary for people: a line a code, the most frequent first. */
export function summaryText({ codes, lines }: Summary, paint: Paint, titles: Titles): string {
	if (codes.length === 0) return `No codes in ${lines} lines.\n`;
	const rows = [...codes]
		.sort((one, other) => other.count - one.count || (one.code < other.code ? -1 : 1))
		.map(({ catalogue, code, severity, count, first, last, minutes }) => {
			const most = Object.entries(minutes)
				.filter(([minute]) => minute !== 'unknown')
				.sort(([, one], [, other]) => other - one)[0];
			return {
				cells: [
					String(count),
					severity ?? 'success',
					code,
					titles.get(catalogue)?.(code) ?? '',
					first ?? '',
					last ?? '',
				],
				peak: most && most[1] > 1 ? `most at ${most[0]}: ${most[1]}` : '',
				severity,
			};
		});
	const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...rows.map(({ cells }) => cells[column]?.length ?? 0)));
	return rows
		.map(({ cells, peak, severity }) => {
			const padded = cells.map((cell, i) => (i === 0 ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)));
			const [count = '', name = '', ...others] = padded;
			return `${[count, paint(STYLES[severity ?? ''] ?? 'blue', name), ...others, peak].join('  ').trimEnd()}\n`;
		})
		.join('');
}
