/** Judges what stands in one unit, so that it can be kept for as long as nothing around it changes. */
import type { Lookup } from '../catalogue/lookup.ts';
import type { Check, Draft, Site } from '../dispatch/draft.ts';
import type { FoundDispatch } from '../dispatch/find.ts';
import { judgeDispatch } from '../dispatch/judge.ts';
import { isBareWord, judgeValue, meaningOf } from '../dispatch/meaning.ts';
import type { Certainty, Range, Role, Sighting } from '../model.ts';
import type { CourtBuilder } from './court.ts';
import type { Unit } from './parse.ts';
import type { Syntax } from './syntax.ts';
import type { UnitFacts } from './unit.ts';

/** A judged dispatch or table with what is shown of it, made once: most of a file stays as it is at a keystroke. */
export interface JudgedSite extends Site {
	readonly drafts: readonly DraftShown[];
	/** From the first test to the end of the last, or the table's name. */
	readonly span: Range;
	readonly subject: Range;
	readonly named: readonly string[];
	readonly missing: readonly string[];
}

/** A judged dispatch or table with its place. */
export interface PlacedSite extends JudgedSite {
	/** The document's offset that its offsets count from. */
	readonly base: number;
}

export interface SourceResult {
	readonly sightings: readonly Sighting[];
	readonly sites: readonly PlacedSite[];
}

/** A draft as it is shown while nothing suppresses a part of it. */
export interface DraftShown {
	readonly draft: Draft;
	readonly codes: readonly string[];
	readonly message: string;
}

/** What judging found in one unit, offsets relative to it. */
export interface JudgedUnit {
	readonly sites: readonly JudgedSite[];
	readonly sightings: readonly Seen[];
	/** Literals behind references, and sets that were asked, with how sure the asking dispatch is. */
	readonly proven: readonly Proof[];
	readonly asked: readonly Proof[];
}

/** A literal or set that was reached through a name; `facts`: the unit that it stands in, if that is another one. */
export interface Proof {
	readonly node: Syntax;
	readonly facts: UnitFacts | undefined;
	readonly certainty: Certainty;
	readonly lookup: Lookup;
}

export interface Seen extends Range {
	readonly lookup: Lookup;
	readonly code: string;
	readonly success: boolean;
	readonly role: Role;
	readonly certainty: Certainty;
}

export function judgeUnit(
	dispatches: readonly FoundDispatch[],
	facts: UnitFacts,
	courts: readonly CourtBuilder[],
	check: Check,
	text: (node: Syntax) => string,
): JudgedUnit {
	const sites: JudgedSite[] = [];
	const sightings: Seen[] = [];
	const proven: Proof[] = [];
	const asked: Proof[] = [];
	const indentOf = (offset: number): number => {
		const before = text({ kind: 'nothing', start: 0, end: offset });
		const line = before.slice(before.lastIndexOf('\n') + 1);
		return line.length - line.trimStart().length;
	};
	const hasComment: Site['hasComment'] = (start, end, limit) =>
		facts.comments.some((comment) => {
			if (comment.start < start || comment.start > Math.max(limit, end)) return false;
			// A suppression says nothing to people.
			if (text({ kind: 'nothing', ...comment }).includes('faultbook-')) return false;
			if (comment.start < end || !text({ kind: 'nothing', start: end, end: comment.start }).includes('\n')) return true;
			return comment.start < limit && indentOf(comment.start) > indentOf(start);
		});
	for (const builder of courts) {
		const court = builder.for(facts, text);
		const { lookup } = builder.evidence;
		for (const dispatch of dispatches) {
			const judged = judgeDispatch(dispatch, { ...court, companionBeside: builder.hasCompanion(dispatch, facts) });
			if (!judged) continue;
			const site: Site = { judged, dispatch, hasComment };
			sites.push(shownSite(site, check));
			if (judged.isForeign) continue;
			for (const value of judged.values) {
				if (value.isHere && (judged.certainty === 'certain' || !isBareWord(value)))
					sightings.push(
						...seen(
							value.operand,
							judged.certainty,
							value.resolved.kind === 'value' ? value.resolved.text : '',
							lookup,
						),
					);
				const { resolved } = value;
				if (resolved.kind === 'value' && (resolved.viaReference || !value.isHere)) {
					const facts = (resolved.unit as Unit | undefined)?.facts;
					proven.push({ node: resolved.literal, facts, certainty: judged.certainty, lookup });
				}
			}
			for (const set of judged.sets) {
				const facts = (set.unit as Unit | undefined)?.facts;
				asked.push({ node: set.container, facts, certainty: judged.certainty, lookup });
			}
		}
		for (const loose of facts.loose) {
			const value = judgeValue(loose, court.values, lookup);
			const { resolved, meaning } = value;
			if (resolved.kind !== 'value' || (meaning?.kind !== 'code' && meaning?.kind !== 'success')) continue;
			const near = builder.evidence.near(loose.enclosing);
			if (near === 'rival') continue;
			const beside = loose.siblings.some((name) => lookup.catalogue.match.companions.includes(name));
			const isNamed = near === 'here' || beside;
			if (isBareWord(value) && !isNamed) continue;
			sightings.push(...seen(loose, isNamed ? 'certain' : 'possible', resolved.text, lookup));
		}
	}
	return { sites, sightings, proven, asked };
}

/** Asks the rules, and prepares what is shown. */
export function shownSite(site: Site, check: Check): JudgedSite {
	const { judged, dispatch, table } = site;
	const subject = dispatch?.at ?? table?.at ?? { start: 0, end: 0 };
	const nodes = dispatch?.conditionals.map(({ node }) => node) ?? [];
	return {
		...site,
		drafts: check(site).map((draft) => ({
			draft,
			codes: [...draft.codes.map(({ code }) => code), ...(draft.texts ?? [])],
			message: draft.message(draft.codes),
		})),
		span: {
			start: Math.min(subject.start, ...nodes.map((node) => node.start)),
			end: Math.max(subject.end, ...nodes.map((node) => node.end)),
		},
		subject: { start: subject.start, end: subject.end },
		named: judged.named.map(({ code }) => code),
		missing: judged.missing.map(({ code }) => code),
	};
}

/** The sighting of a value, or none where it is no code, or success that is not certain. */
export function seen(
	{ node, role }: { node: Syntax; role: Role },
	certainty: Certainty,
	text: string,
	lookup: Lookup,
): Seen[] {
	const meaning = meaningOf(text, lookup);
	const success = meaning.kind === 'success';
	if (meaning.kind !== 'code' && !(success && certainty === 'certain')) return [];
	const { start, end } = node.kind === 'text' ? node.inner : node;
	return [{ start, end, lookup, code: meaning.kind === 'code' ? meaning.code.code : text, success, role, certainty }];
}
