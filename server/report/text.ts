/** The report for people: one line a row, and a sentence that sums up. */
import { styleText } from 'node:util';
import { type FindingRow, isFinding, type Row } from './rows.ts';

/** Styles text for a terminal, or leaves it as it is. */
export type Paint = (style: 'bold' | 'dim' | 'red' | 'yellow' | 'blue', text: string) => string;

/** The paint for a stream: colours on a terminal only, and not where `NO_COLOR` asks for none. */
export function paintFor(stream: { readonly isTTY?: boolean }, environment: { readonly NO_COLOR?: string }): Paint {
	return stream.isTTY && !environment.NO_COLOR ? styleText : (_style, text) => text;
}

const styles = { error: 'red', warning: 'yellow', information: 'blue', hint: 'dim' } as const satisfies Record<
	FindingRow['severity'],
	string
>;

/** Names and messages hold text of the files: nothing in them may reach the terminal as a command. */
export function printable(text: string): string {
	return text.replace(/\p{Cc}+/gu, ' ');
}

/** `src/a.ts:12:3 warning unhandled-fatal-code: …`, one line a row. */
export function textReport(rows: readonly Row[], paint: Paint): string {
	return rows.map((row) => `${line(row, paint)}\n`).join('');
}

function line(row: Row, paint: Paint): string {
	const place = `${paint('bold', printable(row.file))}:${row.line}:${row.column}`;
	const message = printable(row.message);
	if (isFinding(row)) return `${place} ${paint(styles[row.severity], row.severity)} ${row.rule}: ${message}`;
	return `${place} ${paint('dim', 'outcome')} ${row.outcome} (${row.certainty}): ${message}`;
}

const plurals: Record<FindingRow['severity'], (count: number) => string> = {
	error: (count) => (count === 1 ? '1 error' : `${count} errors`),
	warning: (count) => (count === 1 ? '1 warning' : `${count} warnings`),
	information: (count) => `${count} information`,
	hint: (count) => (count === 1 ? '1 hint' : `${count} hints`),
};

/** "3 files checked: 2 warnings, 1 hint." */
export function summary(rows: readonly Row[], fileCount: number): string {
	if (fileCount === 0) return 'No file checked: none here is in a language or format that Faultbook reads.';
	const files = fileCount === 1 ? '1 file checked' : `${fileCount} files checked`;
	const severities = Object.keys(plurals) as FindingRow['severity'][];
	const counts = severities.flatMap((severity) => {
		const count = rows.filter((row) => isFinding(row) && row.severity === severity).length;
		return count === 0 ? [] : [plurals[severity](count)];
	});
	return `${files}: ${counts.length === 0 ? 'nothing to report' : counts.join(', ')}.`;
}
