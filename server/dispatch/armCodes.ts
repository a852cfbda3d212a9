/** What the rules about arms ask: for which codes an arm is, and whether an earlier one has taken them. */
import type { Code } from '../catalogue/catalogue.ts';
import type { Lookup } from '../catalogue/lookup.ts';
import type { Range } from '../model.ts';
import { wordsOf } from '../recognise/names.ts';
import { pathText } from '../recognise/pathText.ts';
import type { Syntax } from '../recognise/syntax.ts';
import type { Candidate, Decider } from './decide.ts';
import type { FoundArm, FoundConditional } from './found.ts';
import type { Judged } from './judge.ts';
import { type JudgedValue, spotOf } from './meaning.ts';
import { atoms, type Test } from './test.ts';

type Atom = Extract<Test, { kind: 'is' | 'in' | 'prefix' }>;

/** A code, or success, that an arm asks for. */
export interface Asked {
	readonly candidate: Code | 'success';
	/** The test that asks for it. */
	readonly atom: Atom;
	/** Where it is written; of a set behind a name, the name. */
	readonly spot: Range;
	/** Absent for the codes of a set behind a name. */
	readonly value?: JudgedValue;
}

/** Tests of the code, and that there is one. */
const SAYS_NOTHING_ELSE: ReadonlySet<string> = new Set(['is', 'in', 'prefix', 'present', 'truthy']);

/** Whether a test asks for the code alone: joined with another condition it is no decision about the code. */
export const isAboutCode = (test: Test): boolean =>
	[...atoms(test)].every(([atom]) => SAYS_NOTHING_ELSE.has(atom.kind));

/** What an arm asks for, in source order; what it asks not to be left out. */
export function askedIn(arm: FoundArm, judged: Judged): Asked[] {
	return [...atoms(arm.test)].flatMap(([atom, negated]) => (negated ? [] : askedBy(atom, judged)));
}

/** What one test asks for. */
export function askedBy(atom: Test, judged: Judged): Asked[] {
	if (atom.kind !== 'is' && atom.kind !== 'prefix' && atom.kind !== 'in') return [];
	const written = judged.values.filter(({ operand, isHere, isBound }) => {
		if (!isHere || isBound) return false;
		if (atom.kind !== 'in') return operand === atom.operand;
		return atom.set.node.start <= operand.node.start && operand.node.end <= atom.set.node.end;
	});
	const asked = written.flatMap((value): Asked[] => {
		const { meaning } = value;
		if (meaning?.kind !== 'code' && meaning?.kind !== 'success') return [];
		const candidate = meaning.kind === 'code' ? meaning.code : 'success';
		return [{ candidate, atom, spot: spotOf(value), value }];
	});
	if (atom.kind !== 'in' || written.length > 0) return asked;
	const { decider, lookup } = judged;
	const { start, end } = atom.set.node;
	return lookup.catalogue.codes
		.filter((code) => decider?.decide(atom, code) === 'yes')
		.map((candidate) => ({ candidate, atom, spot: { start, end } }));
}

/** Whether nothing that an arm asks for by a value gets to it: earlier arms of its conditional have surely taken it. */
export function isTaken(asked: Asked, conditional: FoundConditional, index: number, judged: Judged): boolean {
	const { candidate, atom } = asked;
	const { decider, lookup } = judged;
	const isSwitch = conditional.form === 'switch';
	if (!decider || isText(atom) || !(isSwitch || isSteady(atom.subject))) return false;
	const candidates: Candidate[] = [candidate];
	if (candidate !== 'success' && (atom.kind === 'prefix' || atom.via === 'family')) {
		// A text anywhere in the code is asked for by no other test.
		if (atom.kind === 'prefix' && atom.how === 'holds') return false;
		// A family is taken with children that nobody knows, or not at all.
		const child = lookup.resolve(`${candidate.code}${lookup.catalogue.hierarchy}Any`);
		if (child) candidates.push(child);
	}
	const earlier = conditional.arms.slice(0, index).filter((arm) => !arm.isRest);
	const by = { asked, judged, decider, isSwitch };
	return candidates.every((one) => earlier.some((arm) => surelyTakes(arm.test, one, by)));
}

/**
 * Whether a test holds for a code whatever else there is. A companion's name is another field than the code: one does
 * not take the other.
 */
function surelyTakes(test: Test, candidate: Candidate, by: Taking): boolean {
	const takes = (part: Test) => surelyTakes(part, candidate, by);
	switch (test.kind) {
		case 'or':
			return test.tests.some(takes);
		case 'and':
			return test.tests.every(takes);
		case 'not':
			return [...atoms(test.test)].every(([atom]) => isLike(atom, by)) && by.decider.decide(test, candidate) === 'yes';
		case 'is':
		case 'in':
			return isLike(test, by) && by.decider.decide(test, candidate) === 'yes' && isWrittenAlike(test, candidate, by);
		case 'prefix':
		case 'range':
			return isLike(test, by) && by.decider.decide(test, candidate) === 'yes';
		// A check for a type is a presence check too.
		default:
			return false;
	}
}

/** What is asked whether it is taken, and what answers. */
interface Taking {
	readonly asked: Asked;
	readonly judged: Judged;
	readonly decider: Decider;
	readonly isSwitch: boolean;
}

const isLike = (test: Test, { asked: { atom }, isSwitch }: Taking): boolean =>
	(test.kind === 'range' || ((test.kind === 'is' || test.kind === 'in' || test.kind === 'prefix') && !isText(test))) &&
	(test.via === 'companion') === (atom.via === 'companion') &&
	(isSwitch || isSteady(test.subject));

/** `4100` does not take `'4100'`: whoever asks for both minds the difference. */
function isWrittenAlike(test: Atom, candidate: Candidate, { asked, judged }: Taking): boolean {
	const kind = literalKind(asked.value);
	const before = askedBy(test, judged).filter((one) => one.candidate === candidate && one.value);
	const kinds = before.map(({ value }) => literalKind(value));
	return kind === undefined || kinds.length === 0 || kinds.some((one) => one === undefined || one === kind);
}

/** How a value is written; undefined where another file or an SDK has it. */
function literalKind(value: JudgedValue | undefined): 'number' | 'text' | undefined {
	const kind = value?.resolved.kind === 'value' ? value.resolved.literal.kind : undefined;
	return kind === 'number' || kind === 'text' ? kind : undefined;
}

/** Sought in a message, or asked of a helper that nobody knows: it may say yes to more, or to less. */
export const isText = (test: Atom): boolean => {
	if (test.kind !== 'in') return test.operand.role === 'argument';
	if (test.spot.kind !== 'call') return false;
	const name = pathText(test.spot.callee);
	return !wordsOf(name).some((word) => ['contains', 'in', 'includes', 'include', 'has', 'exists'].includes(word));
};

/** Whether reading a subject twice gives the same. */
function isSteady(node: Syntax): boolean {
	switch (node.kind) {
		case 'name':
		case 'text':
		case 'number':
			return true;
		case 'member':
			return isSteady(node.object);
		case 'index':
			return isSteady(node.object) && isSteady(node.index);
		case 'assign':
			return false;
		case 'call':
			return isSteady(node.callee) && node.callee.kind === 'member' && node.args.every(isSteady);
		default:
			return false;
	}
}

/** Whether an arm for a fatal code is to fail: every one, or where one fallback is asked for, the grave families. */
const isGrave = (code: Code, lookup: Lookup): boolean =>
	code.severity === 'fatal' &&
	(lookup.catalogue.demand === 'each' || lookup.catalogue.grave.includes(lookup.familyOf(code.code) ?? ''));

/** The fatal codes of an arm that it is the first to ask for. */
export function graveIn(conditional: FoundConditional, index: number, judged: Judged): (Asked & { candidate: Code })[] {
	const { lookup, decider } = judged;
	const arm = conditional.arms[index];
	if (!arm || !decider || !isAboutCode(arm.test) || [...atoms(arm.test)].some(([, negated]) => negated)) return [];
	return askedIn(arm, judged).filter(
		(asked): asked is Asked & { candidate: Code } =>
			asked.candidate !== 'success' && isGrave(asked.candidate, lookup) && !isTaken(asked, conditional, index, judged),
	);
}
