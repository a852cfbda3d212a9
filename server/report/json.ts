/** The JSON report: one array of rows. */
import type { Row } from './rows.ts';

/** @param rows in the order in which they are to stand */
export function jsonReport(rows: readonly Row[]): string {
	return `${JSON.stringify(rows, null, 2)}\n`;
}
