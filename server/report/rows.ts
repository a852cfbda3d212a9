/** The rows of a check, as the reports print them: lines and columns from 1, in UTF-16 units. */
import type { RuleLevel } from '../../shared/settings.ts';
import type { Certainty, Model, Outcome } from '../model.ts';

interface Place {
	/** Relative to the working folder, `/` between the parts. */
	readonly file: string;
	readonly line: number;
	readonly column: number;
}

/** A finding. */
export interface FindingRow extends Place {
	readonly rule: string;
	readonly severity: Exclude<RuleLevel, 'off'>;
	readonly message: string;
	readonly catalogue: string;
	readonly codes: readonly string[];
}

/** A dispatch and why it is reported or left alone. */
export interface OutcomeRow extends Place {
	readonly outcome: Outcome;
	readonly certainty: Certainty;
	readonly catalogue: string;
	/** The codes that its tests name. */
	readonly codes: readonly string[];
	/** The fatal codes that nothing handles. */
	readonly missing: readonly string[];
	readonly message: string;
}

export type Row = FindingRow | OutcomeRow;

/** Tells the two kinds of row apart. */
export function isFinding(row: Row): row is FindingRow {
	return 'rule' in row;
}

/**
 * The rows of one document, sorted by place.
 * @param explain also a row for each dispatch
 */
export function rowsOf(file: string, text: string, model: Model, { explain }: { readonly explain: boolean }): Row[] {
	const place = placesIn(file, text);
	const rows: Row[] = model.findings.map(({ start, rule, level, message, catalogue, codes }) => ({
		...place(start),
		rule,
		severity: level,
		message,
		catalogue,
		codes,
	}));
	if (explain) {
		for (const { subject, outcome, certainty, catalogue, named, missing, why } of model.dispatches) {
			rows.push({ ...place(subject.start), outcome, certainty, catalogue, codes: named, missing, message: why });
		}
	}
	return rows.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Line ends as the LSP counts them: CR LF, CR or LF. */
function placesIn(file: string, text: string): (offset: number) => Place {
	const starts = [0];
	for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
	return (offset) => {
		let low = 0;
		let high = starts.length;
		while (high - low > 1) {
			const middle = (low + high) >> 1;
			if ((starts[middle] as number) <= offset) low = middle;
			else high = middle;
		}
		return { file, line: low + 1, column: offset - (starts[low] as number) + 1 };
	};
}
