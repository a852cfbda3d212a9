/**
 * What a rule is. Each has a file of its own with its check, its fixes and, as `documentation`, its page: Markdown that
 * says what is found and why it matters, with code that is reported and code that is not. Rules look at what was judged
 * and never at text.
 */
import type { RuleId } from '../../shared/settings.ts';
import { type Code, nameOf } from '../catalogue/catalogue.ts';
import type { Draft, Site } from '../dispatch/draft.ts';
import type { FixSite } from '../fixes/site.ts';
import type { Range, TextEdit } from '../model.ts';
import type { PlacedSite } from '../recognise/judgedUnit.ts';
import type { ParsedSource } from '../recognise/parse.ts';

export interface Rule {
	readonly id: RuleId;
	/** How sure a sighting must be. */
	readonly needs: 'certain' | 'likely';
	readonly check: (site: Site) => Draft[];
	/** What mends a finding of this rule, best first; suppressing it is offered for every rule, last. */
	readonly fixes: (finding: Mendable) => Proposal[];
}

/** A finding with what its fixes look at. */
export interface Mendable {
	/** Codes that the finding is about, without those that are suppressed. */
	readonly codes: readonly Code[];
	readonly draft: Draft;
	/** Of the finding in the document. */
	readonly range: Range;
	/** Absent for a finding on a table or on a call. */
	readonly site?: FixSite;
	/** Where the finding's offsets count from, and the document. */
	readonly placed: PlacedSite;
	readonly parsed: ParsedSource;
}

/** A fix that could be offered. */
export interface Proposal {
	/** Names it among the fixes of its finding. */
	readonly slug: string;
	readonly title: string;
	readonly preferred?: boolean;
	readonly kind?: 'refactor.rewrite';
	/** Undefined where there is no safe place for it: then it is not offered. */
	readonly edits: () => readonly TextEdit[] | undefined;
}

/** Puts a known value in the place of the one that is written. */
export function replacing({ draft, range }: Mendable, title: (replacement: string) => string): Proposal[] {
	const { replacement, value } = draft;
	const kind = value?.operand.node.kind;
	// A constant's use is not the place to mend its value.
	if (replacement === undefined || (kind !== 'number' && kind !== 'text')) return [];
	return [
		{ slug: 'replace', title: title(replacement), preferred: true, edits: () => [{ ...range, newText: replacement }] },
	];
}

/** `4100 Authentication failed, 4300 Access denied, 4600 Protocol not supported, +6` */
export function listed(codes: readonly Code[]): string {
	const shown = codes.slice(0, 3).map(nameOf);
	return [...shown, ...(codes.length > 3 ? [`+${codes.length - 3}`] : [])].join(', ');
}
