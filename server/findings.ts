/**
 * From judged sites to what is shown: outcomes under the settings, findings with their severity, suppressions.
 */
import type { DocumentSettings, RuleId, RuleLevel } from '../shared/settings.ts';
import type { Code } from './catalogue/catalogue.ts';
import type { Lookup } from './catalogue/lookup.ts';
import type { Draft } from './dispatch/draft.ts';
import type { DispatchReport, Finding, Outcome, Range } from './model.ts';
import type { PlacedSite } from './recognise/judgedUnit.ts';
import { findSuppressions, Lines, type Suppression } from './recognise/suppressions.ts';

/** A finding with what its fixes need. */
export interface FoundFinding extends Finding {
	readonly site?: PlacedSite;
	readonly draft?: Draft;
}

export interface Reported {
	readonly findings: readonly FoundFinding[];
	readonly dispatches: readonly DispatchReport[];
	readonly suppressions: readonly Range[];
}

const ORDER: readonly RuleLevel[] = ['off', 'hint', 'information', 'warning', 'error'];
const weaker = (a: RuleLevel, b: RuleLevel): RuleLevel => (ORDER.indexOf(a) <= ORDER.indexOf(b) ? a : b);

export interface ReportOptions {
	readonly text: string;
	readonly settings: DocumentSettings;
	/** A file of tests: hovers only, unless the settings turn the rules on there. */
	readonly isTest: boolean;
	readonly comments: () => Iterable<Range>;
	readonly lookups: readonly Lookup[];
}

export function report(sites: readonly PlacedSite[], options: ReportOptions): Reported {
	const { text, settings, lookups } = options;
	const isQuiet = options.isTest && !settings.tests;
	const lines = new Lines(text);
	const isCode = (word: string) => lookups.some((lookup) => lookup.find(word) !== undefined);
	const suppressions = findSuppressions(
		text,
		text.includes('faultbook-ignore') ? options.comments() : [],
		lines,
		isCode,
	);
	const byLine = new Map<number, Suppression[]>();
	for (const suppression of suppressions)
		for (const line of suppression.lines) byLine.set(line, [...(byLine.get(line) ?? []), suppression]);
	const used = new Set<Suppression>();
	const findings: FoundFinding[] = [];
	const dispatches: DispatchReport[] = [];
	const taken = new Set<string>();

	for (const placed of sites) {
		const { site, base } = placed;
		const { judged } = site;
		/** Of the codes that nothing handles, those that no comment asks to leave alone. */
		let unsuppressed: readonly string[] | undefined;
		for (const shown of isQuiet ? [] : site.drafts) {
			const { draft } = shown;
			const level = levelOf(draft.rule, settings, judged.certainty === 'certain');
			if (level === 'off') continue;
			const spot = { start: base + draft.start, end: base + draft.end };
			const held = suppressions.length === 0 ? [] : (byLine.get(lines.lineAt(spot.start)) ?? []);
			const [left, wholly] = suppress(draft, held, used);
			const isWhole = left === draft.codes;
			if (draft.rule === 'unhandled-fatal-code') unsuppressed = wholly ? [] : left.map(({ code }) => code);
			if (wholly) continue;
			// One value, one finding: the first rule that speaks of it.
			const key = draft.value
				? `${judged.lookup.catalogue.id} ${spot.start}`
				: `${draft.rule} ${judged.lookup.catalogue.id} ${spot.start}`;
			if (taken.has(key)) continue;
			taken.add(key);
			// Written out: spread first, this object costs twenty times as much.
			findings.push({
				start: spot.start,
				end: spot.end,
				rule: draft.rule,
				catalogue: judged.lookup.catalogue.id,
				codes: isWhole ? shown.codes : [...left.map(({ code }) => code), ...(draft.texts ?? [])],
				message: isWhole ? shown.message : draft.message(left),
				level,
				certainty: judged.certainty,
				site: placed,
				draft,
			});
		}
		if (!site.unchecked && !site.accessor) dispatches.push(dispatchReport(placed, options, isQuiet, unsuppressed));
	}
	findings.push(...unused(suppressions, used, settings, isQuiet, lookups));
	findings.sort((a, b) => a.start - b.start);
	dispatches.sort((a, b) => a.subject.start - b.subject.start);
	return { findings, dispatches, suppressions };
}

function levelOf(rule: RuleId, settings: DocumentSettings, isCertain: boolean): RuleLevel {
	const level = settings.rules[rule];
	return isCertain ? level : weaker(level, 'information');
}

/** The codes that no suppression takes, and whether the whole finding is taken. */
function suppress(
	draft: Draft,
	held: readonly Suppression[],
	used: Set<Suppression>,
): [left: readonly Code[], wholly: boolean] {
	let left = draft.codes;
	let wholly = false;
	for (const suppression of held) {
		if (suppression.target === draft.rule || draft.texts?.includes(suppression.target)) {
			used.add(suppression);
			wholly = true;
		}
		if (left.some(({ code }) => code === suppression.target)) {
			used.add(suppression);
			left = left.filter(({ code }) => code !== suppression.target);
			wholly ||= left.length === 0;
		}
	}
	return [left, wholly];
}

function dispatchReport(
	{ site, base }: PlacedSite,
	{ settings, text }: ReportOptions,
	isQuiet: boolean,
	unsuppressed: readonly string[] = site.missing,
): DispatchReport {
	const { judged, span, subject, missing, named } = site;
	let { outcome, why }: { outcome: Outcome; why: string } = judged;
	if (settings.rules['unhandled-fatal-code'] === 'off') {
		outcome = 'off';
		why = 'The setting faultbook.rules.unhandled-fatal-code is off here.';
	} else if (outcome === 'reported' && unsuppressed.length === 0) {
		outcome = 'ignored';
		why = 'A faultbook-ignore comment asks to leave it alone.';
	} else if (isQuiet) {
		outcome = 'test';
		why = 'Files of tests have hovers only; faultbook.tests turns the rules on there.';
	} else if (outcome === 'reported' && unsuppressed.length < missing.length) {
		const held = missing.filter((code) => !unsuppressed.includes(code));
		why += ` A comment asks to leave ${held.join(', ')} alone.`;
	}
	return {
		start: base + span.start,
		// A part that was cut off is read with what would close it, which is nowhere in the text.
		end: Math.min(base + span.end, text.length),
		subject: { start: base + subject.start, end: base + subject.end },
		catalogue: judged.lookup.catalogue.id,
		certainty: judged.certainty,
		outcome,
		why,
		named,
		missing: outcome === 'reported' ? unsuppressed : [],
	};
}

function unused(
	suppressions: readonly Suppression[],
	used: ReadonlySet<Suppression>,
	settings: DocumentSettings,
	isQuiet: boolean,
	lookups: readonly Lookup[],
): FoundFinding[] {
	const level = settings.rules['unused-ignore'];
	const [lookup] = lookups;
	if (level === 'off' || isQuiet || !lookup) return [];
	return suppressions
		.filter((suppression) => !used.has(suppression))
		.map(({ start, end, target }): FoundFinding => {
			const owner = lookups.find((one) => one.find(target)) ?? lookup;
			return {
				start,
				end,
				rule: 'unused-ignore',
				catalogue: owner.catalogue.id,
				codes: owner.find(target) ? [target] : [],
				message: target
					? `Nothing is suppressed here: no finding of ${target} on this line or below.`
					: 'It names no rule or code, so it suppresses nothing.',
				level,
				certainty: 'certain',
			};
		});
}
