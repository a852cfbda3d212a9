/** What a rule is shown, and what it gives back: a judged site, and drafts of findings about it. */
import type { RuleId } from '../../shared/settings.ts';
import type { Code } from '../catalogue/catalogue.ts';
import type { Range } from '../model.ts';
import type { DeadAccessor } from '../recognise/deadAccessors.ts';
import type { FoundTable } from '../recognise/tables.ts';
import type { FoundUnchecked } from '../recognise/unchecked.ts';
import type { FoundConditional, FoundDispatch } from './found.ts';
import type { Judged } from './judge.ts';
import type { JudgedValue } from './meaning.ts';

/** A dispatch or table with its judgement. */
export interface Site {
	readonly judged: Judged;
	readonly dispatch?: FoundDispatch;
	readonly table?: FoundTable;
	/** A call whose failure nobody can notice: neither dispatch nor table, and not among their reports. */
	readonly unchecked?: FoundUnchecked;
	/** An accessor that says nothing: neither of them, too. */
	readonly accessor?: DeadAccessor;
	/**
	 * Whether a comment for people stands in this stretch of the unit, trails its last line, or follows it before
	 * `limit`, further in than the line on which the stretch begins.
	 */
	readonly hasComment: (start: number, end: number, limit: number) => boolean;
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

/** Asks every rule about a site. */
export type Check = (site: Site) => readonly Draft[];
