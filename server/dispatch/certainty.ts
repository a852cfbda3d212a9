/** How sure the values of a dispatch or table are, whose they are, and which codes they bring that have no entry. */
import type { Code } from '../catalogue/catalogue.ts';
import type { Lookup } from '../catalogue/lookup.ts';
import type { Certainty } from '../model.ts';
import type { Evidence, Verdict } from '../recognise/evidence.ts';
import { isKnownDotted, type JudgedValue } from './meaning.ts';

/** The texts among values, each once. */
export const textsOf = (values: readonly JudgedValue[]): string[] => [
	...new Set(values.flatMap(({ resolved }) => (resolved.kind === 'value' ? [resolved.text] : []))),
];

export const foreignBecause = ({ rival, by }: Omit<Verdict, 'near'>): string => {
	if (rival === undefined) return 'A pragma says that another API is meant.';
	return by === undefined ? `Its values are those of ${rival}.` : `${JSON.stringify(by)} speaks of ${rival}.`;
};

/** The codes among values of which only the family is known, and the families that are tested for. */
export function membersIn(values: readonly JudgedValue[], lookup: Lookup): Code[] {
	const families = lookup.families.flatMap((family) => lookup.resolve(family) ?? []);
	const written = values.flatMap(({ meaning }) => (meaning?.kind === 'code' ? [meaning.code] : []));
	return [...new Set([...families, ...written])].filter((code) => code.family !== undefined);
}

export const isSure = (certainty: Certainty | undefined): boolean => certainty === 'certain' || certainty === 'likely';

export function howSure(
	values: readonly JudgedValue[],
	context: 'here' | 'rival' | 'open',
	evidence: Evidence,
	isUnknown: boolean,
): Certainty | 'foreign' {
	if (context === 'rival') return 'foreign';
	if (context === 'here') return 'certain';
	if (outside(values) >= 2) return 'foreign';
	/** Coherence is a matter of numbers: words that belong together are not rare. */
	const codes = new Set<Code>();
	let hasSuccess = false;
	for (const { meaning } of values) {
		if (meaning?.kind === 'code' && !meaning.code.optional && /^\d+$/.test(meaning.code.code)) codes.add(meaning.code);
		if (meaning?.kind === 'success') hasSuccess = true;
	}
	const texts = [...codes].map((code) => code.code);
	// Known whole and dotted, a code needs no company.
	if (values.some(isKnownDotted)) return evidence.rivalExplains(texts) ? 'possible' : 'likely';
	const isCoherent =
		codes.size + Number(hasSuccess) >= 2 &&
		texts.some((text) => Number(text) % 1000 !== 0) &&
		outside(values) === 0 &&
		!isUnknown &&
		!evidence.isElsewhere &&
		!evidence.rivalExplains(texts);
	return isCoherent ? 'likely' : 'possible';
}

/** How many different values are none of the catalogue's. */
export function outside(values: readonly JudgedValue[]): number {
	return new Set(
		values.flatMap(({ meaning, resolved, operand }) =>
			meaning?.kind === 'outside' ? [resolved.kind === 'value' ? resolved.text : `@${operand.node.start}`] : [],
		),
	).size;
}
