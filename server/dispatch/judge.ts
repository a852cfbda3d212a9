/**
 * Judges a dispatch or a table for one catalogue: what its values mean, how sure that is, which codes it names, what
 * becomes of the rest, and so its outcome.
 */

import type { FallbackPolicy } from '../../shared/settings.ts';
import type { Code } from '../catalogue/catalogue.ts';
import type { Lookup } from '../catalogue/lookup.ts';
import type { LanguageData } from '../languages/language.ts';
import type { Certainty, Outcome } from '../model.ts';
import type { Evidence } from '../recognise/evidence.ts';
import type { Syntax } from '../recognise/syntax.ts';
import { type FoundTable, isRetrySet } from '../recognise/unit.ts';
import { purposeOf } from './arms.ts';
import type { Entries } from './constants.ts';
import { Decider, type Values } from './decide.ts';
import { Effects } from './effects.ts';
import { type FoundDispatch, isTest } from './find.ts';
import { isCodeByNumber, isCodeByWord, isOtherStatus, type JudgedValue, judgeValue, speaks } from './meaning.ts';
import { FallbackPath } from './path.ts';
import type { SubjectReader } from './subject.ts';
import { atoms, type Test } from './test.ts';

export interface Judged {
	readonly lookup: Lookup;
	readonly certainty: Certainty;
	readonly outcome: Outcome;
	readonly why: string;
	/** Every value that it tests for or holds, in source order. */
	readonly values: readonly JudgedValue[];
	/** The sets that it refers to by name. */
	readonly sets: readonly Entries<unknown>[];
	readonly named: readonly Code[];
	readonly missing: readonly Code[];
	/** Answers for which codes its tests hold; a table has none. */
	readonly decider?: Decider;
	/** Nothing at all is said of it: the values are another API's. */
	readonly isForeign: boolean;
}

/** What judging needs to know of the file. */
export interface Court {
	readonly values: Values;
	readonly evidence: Evidence;
	readonly language: LanguageData;
	readonly reader: SubjectReader;
	readonly policy: FallbackPolicy;
	/** The codes of a set that is written as a literal or behind a name. */
	readonly setOperands: (test: Test & { kind: 'in' }) => Entries<unknown> | undefined;
	/** The source of a node of the unit that is judged. */
	readonly text: (node: Syntax) => string;
	/** Whether the function or the file reads this companion of the same carrier. */
	readonly companionBeside: boolean;
}

/** Undefined where the dispatch has nothing to do with the catalogue. */
export function judgeDispatch(found: FoundDispatch, court: Court): Judged | undefined {
	const { evidence, values } = court;
	const { lookup } = evidence;
	const conditionals = found.conditionals.some((one) => one.form !== 'value')
		? found.conditionals.filter((one) => one.form !== 'value')
		: found.conditionals;
	const tests = conditionals
		.flatMap((one) => one.arms.flatMap((arm) => [...atoms(arm.test)]))
		.filter(([test]) => isTest(test));
	const sets = tests.flatMap(([test]) => (test.kind === 'in' ? [court.setOperands(test)] : []));
	const judged = tests.flatMap(([test]): JudgedValue[] => {
		if (test.kind === 'is') return [judgeValue(test.operand, values, lookup)];
		if (test.kind === 'range') return [{ ...judgeValue(test.bound, values, lookup), isBound: true }];
		if (test.kind !== 'in') return [];
		const set = court.setOperands(test);
		return (set?.operands ?? []).map((operand) => judgeValue(operand, values, lookup, set?.name === '', set?.unit));
	});
	const bounds = new Set(tests.flatMap(([test]) => (test.kind === 'range' ? [test.bound] : [])));
	const compared = judged.filter((value) => !bounds.has(value.operand));

	const decider = new Decider(lookup, values);
	const named = lookup.catalogue.codes.filter((code) =>
		conditionals.some((one) => one.arms.some((arm) => decider.names(arm.test, code))),
	);
	const usesCompanion =
		found.subject.via === 'companion' ||
		tests.some(([test]) => 'via' in test && test.via === 'companion') ||
		court.companionBeside;
	const near = evidence.near(found.scope.enclosing);
	const context = near === 'open' && usesCompanion ? 'here' : near;
	const isHttp = named.length === 0 && compared.some(isOtherStatus);
	const isOurs =
		context === 'here'
			? named.length > 0 || (!isHttp && judged.some((value) => speaks(value, lookup)))
			: (named.length > 0 && !judged.some(isCodeByWord)) || judged.some(isCodeByNumber);
	if (!isOurs) return undefined;

	const isUnknown = judged.some((value) => value.resolved.kind === 'unknown') || sets.includes(undefined);
	const sure = howSure(compared, context, evidence, isUnknown);
	const base = {
		lookup,
		values: judged,
		sets: sets.flatMap((set) => (set?.name ? [set] : [])),
		named,
		missing: [] as readonly Code[],
		decider,
		isForeign: sure === 'foreign',
	};
	const end = (
		outcome: Outcome,
		why: string,
		certainty: Certainty = sure === 'foreign' ? 'possible' : sure,
	): Judged => ({
		...base,
		certainty,
		outcome,
		why,
	});
	const { title } = lookup.catalogue;
	if (sure === 'foreign')
		return end(
			'foreign',
			near === 'rival'
				? 'A name around it, or a pragma, says that another API is meant.'
				: `Two or more of its values are no codes of ${title}, and nothing near says that this API is meant.`,
		);
	if (sure === 'possible')
		return end(
			'unsure',
			`Nothing near says that these are codes of ${title}: no import, host, name, pragma or setting.`,
		);
	if (sets.length > 0 && sets.every((set) => set && isRetrySet(set.name)) && sets.length === tests.length)
		return end('retry-set', 'It only asks for a set that is named for codes to retry or ignore.');

	const effects = new Effects(
		court.language,
		court.reader,
		found.subject,
		found.scope,
		new Set(lookup.catalogue.match.messages),
	);
	const purpose = purposeOf({ ...found, conditionals }, effects);
	if (purpose === 'predicate')
		return end('predicate', 'It only answers true or false; whoever asks decides what to do.');
	if (purpose === 'lookup') return end('lookup', 'It only gives each code a text; nothing is handled here.');
	if (tests.length <= 1 && !conditionals.some((one) => one.form === 'switch'))
		return end('too-little', 'It is a single test, which shows no intention to tell the codes apart.');

	const demanded = lookup.demanded.filter((code) => !named.includes(code));
	if (demanded.length === 0) return end('handled', 'Every fatal code is named by a test.');
	const ending = new FallbackPath(
		{ ...found, conditionals },
		decider,
		effects,
		court.reader,
		court.policy,
		court.text,
	).ending();
	if (ending === 'fallback')
		return end(
			'fallback',
			'Whatever no test names is caught: by an arm that takes the rest, or by code after the tests that fails or reports it.',
		);
	if (ending === 'passed-on')
		return end(
			'passed-on',
			'Whatever no test names is handed on: the reply, its code or its message goes to somebody else.',
		);
	if (isUnknown)
		return end(
			'unsure',
			'A value that it tests for is declared elsewhere or computed, so which codes it names is not known.',
		);
	const rest = demanded.map((code) => code.code).join(', ');
	return {
		...end(
			'reported',
			`No test names ${rest}. For them, no arm that takes the rest and no code after the tests fails, reports or hands on.`,
		),
		missing: demanded,
	};
}

/** A table of codes: never a dispatch, but its values are sightings, and some rules look at them. `used`: how sure the
 *  dispatches are that ask it, if any does. */
export function judgeTable(found: FoundTable, court: Court, used: Certainty | undefined): Judged | undefined {
	const { evidence, values } = court;
	const { lookup } = evidence;
	if (!found.isCodeLike && !used) return undefined;
	const judged = found.entries.map((operand) => judgeValue(operand, values, lookup));
	const named = lookup.catalogue.codes.filter((code) =>
		judged.some(({ meaning }) => meaning?.kind === 'code' && meaning.code === code),
	);
	const near = evidence.near(found.enclosing);
	if (named.length === 0 || (near !== 'here' && !judged.some(isCodeByNumber))) return undefined;
	const foreign = near === 'rival' || (near === 'open' && !isSure(used) && outside(judged) >= 2);
	const base = { lookup, values: judged, sets: [], named, missing: [] as readonly Code[], isForeign: foreign };
	if (foreign)
		return {
			...base,
			certainty: 'possible',
			outcome: 'foreign',
			why: `Its values are not those of ${lookup.catalogue.title}, or a name says that another API is meant.`,
		};
	// What a dispatch makes certain is certain in the set that it asks too.
	const certainty = near === 'here' ? 'certain' : (used ?? 'possible');
	if (certainty === 'possible')
		return {
			...base,
			certainty,
			outcome: 'unsure',
			why: `Nothing near says that these are codes of ${lookup.catalogue.title}.`,
		};
	return isRetrySet(found.name)
		? {
				...base,
				certainty,
				outcome: 'retry-set',
				why: 'A set that is named for codes to retry or ignore handles nothing.',
			}
		: { ...base, certainty, outcome: 'definition', why: 'A table defines or describes codes; it handles nothing.' };
}

const isSure = (certainty: Certainty | undefined): boolean => certainty === 'certain' || certainty === 'likely';

function howSure(
	values: readonly JudgedValue[],
	context: 'here' | 'rival' | 'open',
	evidence: Evidence,
	isUnknown: boolean,
): Certainty | 'foreign' {
	if (context === 'rival') return 'foreign';
	if (context === 'here') return 'certain';
	if (outside(values) >= 2) return 'foreign';
	const codes = new Set<Code>();
	let hasSuccess = false;
	for (const { meaning } of values) {
		if (meaning?.kind === 'code' && !meaning.code.optional) codes.add(meaning.code);
		if (meaning?.kind === 'success') hasSuccess = true;
	}
	const texts = [...codes].map((code) => code.code);
	const isCoherent =
		codes.size + Number(hasSuccess) >= 2 &&
		texts.some((text) => Number(text) % 1000 !== 0) &&
		outside(values) === 0 &&
		!isUnknown &&
		!evidence.rivalExplains(texts);
	return isCoherent ? 'likely' : 'possible';
}

/** How many different values are none of the catalogue's. */
function outside(values: readonly JudgedValue[]): number {
	return new Set(
		values.flatMap(({ meaning, resolved, operand }) =>
			meaning?.kind === 'outside' ? [resolved.kind === 'value' ? resolved.text : `@${operand.node.start}`] : [],
		),
	).size;
}
