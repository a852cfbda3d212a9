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
import { isRetrySet } from '../recognise/unit.ts';
import { purposeOf } from './arms.ts';
import { foreignBecause, howSure, membersIn, textsOf } from './certainty.ts';
import type { Entries } from './constants.ts';
import { Decider, type Values } from './decide.ts';
import { Effects } from './effects.ts';
import { isTest } from './find.ts';
import type { FoundConditional, FoundDispatch } from './found.ts';
import {
	isCodeByNumber,
	isCodeByWord,
	isOtherStatus,
	type JudgedValue,
	judgePrefix,
	judgeValue,
	speaks,
} from './meaning.ts';
import { placeOf } from './ownPart.ts';
import { type Ending, FallbackPath } from './path.ts';
import { RetryReader } from './retry.ts';
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
	/** What becomes of one of its codes, behind its own arm too; a table has no arms. */
	readonly endingOf?: (code: Code) => Ending;
	/** Whether an arm has the same request sent again; a table has no arms. */
	readonly retries?: (conditional: FoundConditional, index: number) => boolean;
	/** Its subject is read by a name that only this catalogue has: its companion or its own accessor. */
	readonly isByOwnName: boolean;
	/** A name at its carrier or around it says that this API is meant, as opposed to the file. */
	readonly isNear: boolean;
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
	const asides = found.conditionals
		.filter((one) => !conditionals.includes(one))
		.flatMap((one) => one.arms.flatMap((arm) => [...atoms(arm.test)]))
		.map(([test]) => (test.kind === 'in' ? court.setOperands(test) : undefined));
	const judged = tests.flatMap(([test]): JudgedValue[] => {
		if (test.kind === 'is') return [judgeValue(test.operand, values, lookup)];
		if (test.kind === 'range') return [{ ...judgeValue(test.bound, values, lookup), isBound: true }];
		// A part of a word, such as `Resource`, is no code that anybody names.
		if (test.kind === 'prefix') return [judgePrefix(test.operand, values, lookup)];
		if (test.kind !== 'in') return [];
		const set = court.setOperands(test);
		const read = test.how ? judgePrefix : judgeValue;
		return (set?.operands ?? []).map((operand) => read(operand, values, lookup, set?.name === '', set?.unit));
	});
	const compared = judged.filter((value) => !value.isBound);

	const decider = new Decider(lookup, values);
	const tells = (code: Code) => conditionals.some((one) => one.arms.some((arm) => decider.names(arm.test, code)));
	const named = lookup.inOrder([...lookup.catalogue.codes, ...membersIn(judged, lookup)].filter(tells));
	const usesCompanion =
		lookup.catalogue.match.companions.length > 0 &&
		(found.subject.via === 'companion' ||
			tests.some(([test]) => 'via' in test && test.via === 'companion') ||
			court.companionBeside);
	const { near: context, ...other } = evidence.weigh(
		{ ...placeOf(found), hasCompanion: usesCompanion },
		textsOf(compared),
	);
	// Where a variable may have been given its value anywhere, 200 alone is HTTP's.
	const isAnyones = court.language.globals && found.subject.carrier === undefined;
	const isHttp = named.length === 0 && (isAnyones || compared.some(isOtherStatus));
	const isOurs =
		context === 'here'
			? named.length > 0 || (!isHttp && judged.some((value) => speaks(value, lookup, other.proof)))
			: (named.length > 0 && !judged.some(isCodeByWord)) || judged.some((value) => isCodeByNumber(value));
	if (!isOurs) return undefined;

	const isUnknown = judged.some((value) => value.resolved.kind === 'unknown') || sets.includes(undefined);
	const sure = howSure(compared, context, evidence, isUnknown);
	const effects = new Effects(
		court.language,
		court.reader,
		found.subject,
		found.scope,
		new Set(lookup.catalogue.match.messages),
	);
	const repeats = new RetryReader(found.scope, effects);
	const way = () =>
		new FallbackPath({ ...found, conditionals }, decider, effects, court.reader, court.policy, court.text);
	const base = {
		lookup,
		values: judged,
		// A look-up beside the conditionals asks its table as they do.
		sets: [...sets, ...asides].flatMap((set) => (set?.name ? [set] : [])),
		named,
		missing: [] as readonly Code[],
		decider,
		endingOf: (code: Code) => way().endingOf(code),
		retries: (conditional: FoundConditional, index: number) => repeats.retries(conditional, index),
		isByOwnName: usesCompanion,
		isNear: other.proof === 'near',
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
			context === 'rival'
				? foreignBecause(other)
				: `Two or more of its values are no codes of ${title}, and nothing near says that this API is meant.`,
		);
	if (sure === 'possible')
		return end(
			'unsure',
			`Nothing near says that these are codes of ${title}: no import, host, name, pragma or setting.`,
		);
	if (sets.length > 0 && sets.every((set) => set && isRetrySet(set.name)) && sets.length === tests.length)
		return end('retry-set', 'It only asks for a set that is named for codes to retry or ignore.');

	const purpose = purposeOf({ ...found, conditionals }, effects, !sets.some(holdsHandlers));
	if (purpose === 'predicate')
		return end('predicate', 'It only answers true or false; whoever asks decides what to do.');
	if (purpose === 'lookup') return end('lookup', 'It only gives each code a text; nothing is handled here.');
	const isWide = conditionals.some(({ form }) => form === 'switch' || form === 'map') || sets.some(holdsHandlers);
	if (tests.length <= 1 && !isWide)
		return end('too-little', 'It is a single test, which shows no intention to tell the codes apart.');

	const demanded = lookup.demanded.filter((code) => !isCovered(code, named, lookup));
	if (demanded.length === 0) return end('handled', 'Every fatal code is named by a test.');
	const ending = way().ending();
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

/** Whether a set that is asked is a table from code to handler, which says as much as a switch. */
function holdsHandlers(set: Entries<unknown> | undefined): boolean {
	const container = set?.container;
	if ((container?.kind !== 'table' && container?.kind !== 'list') || container.items.length < 2) return false;
	return container.items.every((item) => {
		// `[(4100, login), (4300, deny)]`
		const value =
			item.kind === 'pair' ? item.value : item.kind === 'list' && item.items.length === 2 ? item.items[1] : item;
		return value !== item && (value?.kind === 'function' || value?.kind === 'name' || value?.kind === 'member');
	});
}

/** Whether nothing of a demanded code is left: it is named, or it is a family whose fatal children all are. */
function isCovered(code: Code, named: readonly Code[], lookup: Lookup): boolean {
	if (named.includes(code)) return true;
	const children = lookup.catalogue.codes.filter(
		(child) => child !== code && child.severity === 'fatal' && lookup.familyOf(child.code) === code.code,
	);
	return code.family !== undefined && children.length > 0 && children.every((child) => named.includes(child));
}
