/**
 * What a rule is. Each has a file of its own with its check, its fixes and, as `documentation`, its page: Markdown that
 * says what is found and why it matters, with code that is reported and code that is not. Rules look at what was judged
 * and never at text.
 */
import type { Code } from '../catalogue/catalogue.ts';
import type { FoundConditional, FoundDispatch } from '../dispatch/find.ts';
import type { Judged, JudgedValue } from '../dispatch/judge.ts';
import type { Range } from '../model.ts';
import type { FoundTable } from '../recognise/unit.ts';
import type { RuleId } from '../../shared/settings.ts';

/** A dispatch or table with its judgement. */
export interface Site {
	readonly judged: Judged;
	readonly dispatch?: FoundDispatch;
	readonly table?: FoundTable;
	/** Whether a comment stands in this stretch of the unit, or trails its last line, still within `around`. */
	readonly hasComment: (start: number, end: number, around: Range) => boolean;
}

/** A finding before it has a place in the document and a severity: offsets are relative to its unit. */
export interface Draft extends Range {
	readonly rule: RuleId;
	readonly codes: readonly Code[];
	/** Values that are no codes and concern it. */
	readonly texts?: readonly string[];
	/** The arm that it is about. */
	readonly arm?: { readonly conditional: FoundConditional; readonly index: number };
	/** For a finding about a value: the value, and what to write instead where that is known. */
	readonly value?: JudgedValue;
	readonly replacement?: string;
	readonly message: (codes: readonly Code[]) => string;
}

export interface Rule {
	readonly id: RuleId;
	/** How sure a sighting must be. */
	readonly needs: 'certain' | 'likely';
	readonly check: (site: Site) => Draft[];
}

/** Where a value's text stands: between the quotes of a string. */
export const spotOf = (value: JudgedValue): Range => {
	const { node } = value.operand;
	return node.kind === 'text' ? node.inner : { start: node.start, end: node.end };
};

/** `4100 Authentication failed, 4300 Access denied, 4600 Protocol not supported, +6` */
export function listed(codes: readonly Code[]): string {
	const shown = codes.slice(0, 3).map(({ code, type }) => (type ? `${code} ${type}` : code));
	return [...shown, ...(codes.length > 3 ? [`+${codes.length - 3}`] : [])].join(', ');
}
