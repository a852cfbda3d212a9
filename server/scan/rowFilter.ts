/** Which rows of a scan are asked for. */
import type { Certainty } from '../model.ts';
import type { ScanRow } from './logScan.ts';

export interface RowFilter {
	/** How sure it has to be at least. */
	readonly least: Certainty;
	/** Only these codes, or members of these families; all, if empty. */
	readonly codes: readonly string[];
	/** Milliseconds since 1970, inclusive; a row without a time is neither before nor behind. */
	readonly since: number | undefined;
	readonly until: number | undefined;
}

const CERTAINTIES: readonly Certainty[] = ['certain', 'likely', 'possible'];

/** What becomes of a row. `possible`: left out for that alone; `timeless`: nobody knows whether it is in time. */
export type Verdict = 'shown' | 'possible' | 'timeless' | 'other';

export function verdictOn({ code, certainty, ms }: ScanRow, { least, codes, since, until }: RowFilter): Verdict {
	if (codes.length > 0 && !codes.some((one) => code === one || code.startsWith(`${one}.`))) return 'other';
	if (since !== undefined || until !== undefined) {
		if (ms === null) return 'timeless';
		if ((since !== undefined && ms < since) || (until !== undefined && ms > until)) return 'other';
	}
	if (CERTAINTIES.indexOf(certainty) <= CERTAINTIES.indexOf(least)) return 'shown';
	return certainty === 'possible' ? 'possible' : 'other';
}
