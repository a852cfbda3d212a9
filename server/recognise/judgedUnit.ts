/** Judges what stands in one unit, so that it can be kept for as long as nothing around it changes. */
import type { Lookup } from '../catalogue/lookup.ts';
import type { Check, Draft, Site } from '../dispatch/draft.ts';
import type { FoundDispatch } from '../dispatch/found.ts';
import { type Judged, judgeDispatch } from '../dispatch/judge.ts';
import {
	isBareWord,
	isFamilyOnly,
	isKnownDotted,
	type JudgedValue,
	judgeValue,
	meaningOf,
} from '../dispatch/meaning.ts';
import { ownPart } from '../dispatch/ownPart.ts';
import type { Operand } from '../dispatch/test.ts';
import type { Certainty, Range, Role, Sighting } from '../model.ts';
import type { CourtBuilder } from './court.ts';
import { exceptionOf } from './deadAccessors.ts';
import { spellings } from './names.ts';
import type { Unit } from './parse.ts';
import { pathText } from './pathText.ts';
import type { Syntax } from './syntax.ts';
import { isOurs, uncheckedJudged } from './unchecked.ts';
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

/** A judged dispatch or table with its place. Not one object: every site of a file is placed anew at every keystroke. */
export interface PlacedSite {
	readonly site: JudgedSite;
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
	/** Constants of other files that a dispatch tests for, by the path by which it reads them. */
	readonly imported: readonly ImportedConstant[];
}

export interface ImportedConstant {
	readonly path: string;
	readonly text: string;
	readonly certainty: Certainty;
	readonly lookup: Lookup;
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
	readonly family?: string;
	readonly success: boolean;
	readonly role: Role;
	readonly certainty: Certainty;
}

export const RANK: Record<Certainty, number> = { certain: 2, likely: 1, possible: 0 };

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
	const imported: ImportedConstant[] = [];
	const indentOf = (offset: number): number => {
		const before = text({ kind: 'nothing', start: 0, end: offset });
		const line = before.slice(before.lastIndexOf('\n') + 1);
		return line.length - line.trimStart().length;
	};
	/** On a line of its own, no deeper in, with nothing between. */
	const isAbove = (comment: Range, start: number): boolean =>
		/^[ \t]*\r?\n[ \t]*$/.test(text({ kind: 'nothing', start: comment.end, end: start })) &&
		/(?:^|\n)[ \t]*$/.test(text({ kind: 'nothing', start: Math.max(0, comment.start - 200), end: comment.start })) &&
		indentOf(comment.start) <= indentOf(start);
	const hasComment: Site['hasComment'] = (start, end, limit) =>
		facts.comments.some((comment) => {
			if (comment.start > Math.max(limit, end)) return false;
			// A suppression says nothing to people.
			if (text({ kind: 'nothing', ...comment }).includes('faultbook-')) return false;
			if (comment.start < start) return isAbove(comment, start);
			if (comment.start < end || !text({ kind: 'nothing', start: end, end: comment.start }).includes('\n')) return true;
			return comment.start < limit && indentOf(comment.start) > indentOf(start);
		});
	const judging = courts.map((builder) => ({ builder, court: builder.for(facts, text) }));
	for (const dispatch of dispatches) {
		const all = judging.flatMap(({ builder, court }) => {
			const own = ownPart(dispatch, builder.evidence, court.reader);
			const judged = judgeDispatch(own, { ...court, companionBeside: builder.hasCompanion(own, facts) });
			return judged ? [{ judged, own }] : [];
		});
		const best = bestExplained(all.map(({ judged }) => judged));
		for (const { judged, own } of all.filter(({ judged }) => best.includes(judged))) {
			const { lookup } = judged;
			const site: Site = { judged, dispatch: own, hasComment };
			sites.push(shownSite(site, check));
			if (judged.isForeign) continue;
			for (const value of judged.values) {
				const certainty = certaintyOf(value, judged);
				if (!certainty) continue;
				const { resolved } = value;
				if (value.isHere)
					sightings.push(...seen(value.operand, certainty, resolved.kind === 'value' ? resolved.text : '', lookup));
				if (resolved.kind === 'value' && resolved.from) {
					if (value.isHere) imported.push({ path: pathText(resolved.literal), text: resolved.text, certainty, lookup });
				} else if (resolved.kind === 'value' && (resolved.viaReference || !value.isHere)) {
					const facts = (resolved.unit as Unit | undefined)?.facts;
					proven.push({ node: resolved.literal, facts, certainty, lookup });
				}
			}
			for (const set of judged.sets) {
				if (set.from) continue;
				const facts = (set.unit as Unit | undefined)?.facts;
				asked.push({ node: set.container, facts, certainty: judged.certainty, lookup });
			}
		}
	}
	/** What is a code by itself to a catalogue that is meant here is no mere name of another's code. */
	const owned = new Set<Syntax>();
	for (const { evidence } of courts)
		for (const { node } of courts.length > 1 ? facts.loose : [])
			if (node.kind === 'text' && evidence.lookup.resolve(node.value) && evidence.near([]) === 'here') owned.add(node);
	for (const { builder, court } of judging) {
		const { lookup } = builder.evidence;
		for (const unchecked of facts.unchecked)
			if (isOurs(unchecked, builder.evidence, court.values))
				sites.push(shownSite({ judged: uncheckedJudged(lookup), unchecked, hasComment }, check));
		for (const accessor of facts.deadAccessors)
			if (exceptionOf(accessor, lookup.catalogue.match.exceptions) !== undefined)
				sites.push(shownSite({ judged: uncheckedJudged(lookup), accessor, hasComment }, check));
		for (const loose of facts.loose) {
			const operand: Operand = { ...loose, role: loose.role === 'text' ? 'use' : loose.role };
			const value = judgeValue(operand, court.values, lookup);
			const { resolved, meaning } = value;
			if (resolved.kind !== 'value' || (meaning?.kind !== 'code' && meaning?.kind !== 'success')) continue;
			const near = builder.evidence.near(loose.enclosing, [resolved.text]);
			if (near === 'rival') continue;
			const beside = loose.siblings.some((name) => spellings(lookup.catalogue.match.companions).includes(name));
			const isNamed = near === 'here' || beside;
			if (!beside && owned.has(loose.node) && !lookup.resolve(resolved.text)) continue;
			if (loose.role === 'text') {
				// No operand: known whole it is likely all the same.
				const isFamily = near === 'here' && isFamilyOnly(value);
				if (isKnownDotted(value)) sightings.push(...seen(operand, 'likely', resolved.text, lookup));
				else if (isFamily) sightings.push(...seen(operand, 'possible', resolved.text, lookup));
				continue;
			}
			if (isBareWord(value) && !isNamed) continue;
			const alone = isKnownDotted(value) ? 'likely' : 'possible';
			sightings.push(...seen(operand, isNamed ? 'certain' : alone, resolved.text, lookup));
		}
	}
	for (const { builder } of judging) sightings.push(...sdkUses(facts, builder));
	return { sites, sightings, proven, asked, imported };
}

/** An SDK's constant is its own proof, wherever it is read. */
function sdkUses({ references, scopes }: UnitFacts, builder: CourtBuilder): Seen[] {
	const { evidence } = builder;
	if (!builder.usesSdk || evidence.near(scopes[0]?.enclosing ?? []) !== 'here') return [];
	return [...references].flatMap(([path, nodes]) => {
		const names = path.split('.');
		const code = builder.sdkConstant(names);
		if (code === undefined || scopes.some((scope, i) => i > 0 && scope.declared.has(names[0] ?? ''))) return [];
		return nodes.flatMap((node) => seen({ node, role: 'use' }, 'certain', code, evidence.lookup));
	});
}

/**
 * Of several catalogues' judgements of one dispatch or table the best explained: the surest, then the one whose own
 * field is read, then the one that is named nearer, then the one that knows more of its values; a tie keeps both.
 */
export function bestExplained(all: readonly Judged[]): readonly Judged[] {
	if (all.length <= 1) return all;
	let left = all;
	const measures: readonly ((judged: Judged) => number)[] = [
		({ isForeign, certainty }) => (isForeign ? -1 : RANK[certainty]),
		({ isByOwnName }) => Number(isByOwnName),
		({ isNear }) => Number(isNear),
		({ values }) => new Set(values.flatMap(({ meaning }) => (meaning?.kind === 'code' ? [meaning.code] : []))).size,
	];
	for (const measure of measures) {
		const best = Math.max(...left.map(measure));
		left = left.filter((judged) => measure(judged) === best);
	}
	// That several APIs are not meant is said once.
	return left.every(({ isForeign }) => isForeign) ? left.slice(0, 1) : left;
}

/** How sure a value is in a dispatch; undefined where it is no sighting. */
export function certaintyOf(value: JudgedValue, { certainty, values }: Judged): Certainty | undefined {
	if (certainty === 'certain') return certainty;
	if (isBareWord(value)) return values.filter(isKnownDotted).length >= 2 ? certainty : undefined;
	return isFamilyOnly(value) ? 'possible' : certainty;
}

/** Asks the rules, and prepares what is shown. */
export function shownSite(site: Site, check: Check): JudgedSite {
	const { judged, dispatch, table, unchecked, accessor } = site;
	const subject = dispatch?.at ?? table?.at ?? unchecked?.at ?? accessor?.at ?? { start: 0, end: 0 };
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
	if (meaning.kind !== 'code') return [{ start, end, lookup, code: text, success, role, certainty }];
	const { code, family } = meaning.code;
	return [{ start, end, lookup, code, success, ...(family !== undefined && { family }), role, certainty }];
}
