/**
 * Answers for one code whether a test holds: the set semantics. A code is one of the catalogue's, or success, or
 * `other`, which stands for every code that nobody has named: a test that holds for it denotes a co-finite set.
 */

import type { Code } from '../catalogue/catalogue.ts';
import type { Lookup } from '../catalogue/lookup.ts';
import type { Resolved } from './constants.ts';
import type { Operand, OperandSet, Test } from './test.ts';

export type Candidate = Code | 'success' | 'other';
/** maybe: it also depends on something else, or on a value that is declared elsewhere. */
export type Answer = 'yes' | 'no' | 'maybe';

/** How values are found behind what is written; the caller knows the file. */
export interface Values {
	resolve(operand: Operand): Resolved<unknown>;
	/** The values of a set, or undefined where it is not known whole. */
	members(set: OperandSet): readonly Resolved<unknown>[] | undefined;
	/** Texts are compared without regard to case. */
	readonly anyCase?: boolean;
}

export class Decider {
	readonly #lookup: Lookup;
	readonly #values: Values;

	constructor(lookup: Lookup, values: Values) {
		this.#lookup = lookup;
		this.#values = values;
	}

	decide(test: Test, candidate: Candidate): Answer {
		switch (test.kind) {
			case 'is':
				return this.#is(test, this.#values.resolve(test.operand), candidate);
			case 'in': {
				const members = this.#values.members(test.set);
				return members
					? any(
							members.map((member) =>
								test.how
									? this.#prefix(member, test.how, candidate)
									: test.via === 'family'
										? this.#isFamily(member, candidate)
										: this.#equals(member, candidate),
							),
						)
					: candidate === 'other'
						? 'no'
						: 'maybe';
			}
			case 'range':
				return this.#range(test, candidate);
			case 'prefix':
				return this.#prefix(this.#values.resolve(test.operand), test.how, candidate);
			case 'truthy':
				return candidate === 'success' ? not(this.#successIsFalsy()) : 'yes';
			case 'present':
			case 'always':
				return 'yes';
			case 'not':
				// The negation of a range is a range, not whatever is left.
				if (test.test.kind === 'range')
					return this.#range({ ...test.test, operator: OPPOSITE[test.test.operator] }, candidate);
				return not(this.decide(test.test, candidate));
			case 'and':
				return not(any(test.tests.map((part) => not(this.decide(part, candidate)))));
			case 'or':
				if (candidate === 'other' && this.#isOutside(test.tests)) return 'yes';
				return any(test.tests.map((part) => this.decide(part, candidate)));
			case 'opaque':
				return 'maybe';
		}
	}

	/** Whether a test names a code: tells it from most others, by itself or joined with something else. */
	names(test: Test, code: Code): boolean {
		switch (test.kind) {
			case 'is':
			case 'in':
			case 'range':
			case 'prefix':
				return this.#tells(test, code);
			case 'not':
				return test.test.kind === 'range' ? this.#tells(test, code) : this.names(test.test, code);
			case 'or':
				// What stands between the two is named.
				if (this.#isOutside(test.tests)) return this.decide(test, code) === 'no';
				return test.tests.some((part) => this.names(part, code));
			case 'and': {
				// `code > 5100 && code < 5400` names what both hold for.
				const [left, right] = test.tests;
				return (
					(this.names(left, code) && this.decide(right, code) !== 'no') ||
					(this.names(right, code) && this.decide(left, code) !== 'no')
				);
			}
			default:
				return false;
		}
	}

	#tells(test: Test, code: Code): boolean {
		return this.decide(test, code) === 'yes' && this.decide(test, 'other') === 'no';
	}

	/** The code that a value means here, by number or by name; `success`; or undefined for neither. */
	meaning(text: string): Code | 'success' | undefined {
		const lookup = this.#lookup;
		if (lookup.isSuccess(text) || lookup.isSuccessName(text)) return 'success';
		return lookup.resolve(text) ?? lookup.byName(text) ?? (this.#values.anyCase ? anyCased(text, lookup) : undefined);
	}

	#equals(value: Resolved<unknown>, candidate: Candidate): Answer {
		if (value.kind === 'odd') return 'no';
		if (value.kind === 'unknown') return candidate === 'other' ? 'no' : 'maybe';
		return this.meaning(value.text) === candidate ? 'yes' : 'no';
	}

	#range(test: Test & { kind: 'range' }, candidate: Candidate): Answer {
		const bound = this.#values.resolve(test.bound);
		if (bound.kind !== 'value' || Number.isNaN(Number(bound.text))) return candidate === 'other' ? 'no' : 'maybe';
		const holds = (code: number): boolean => compare(code, test.operator, Number(bound.text));
		const codes = this.#lookup.catalogue.codes.filter((code) => !code.optional).map((code) => Number(code.code));
		if (candidate === 'success') return yesNo(this.#lookup.catalogue.success.some((value) => holds(Number(value))));
		// A range that no failure escapes (`code > 0`) says as much as `code !== 0`.
		if (candidate === 'other') return yesNo(codes.length > 0 && codes.every(holds));
		return yesNo(holds(Number(candidate.code)));
	}

	/** `code < 4100 || code > 4300` is all but a range: whatever nobody named is in it. */
	#isOutside(tests: readonly Test[]): boolean {
		const [low, high] = ['<', '>'].map((side) => {
			const test = tests.find((one) => one.kind === 'range' && one.operator.startsWith(side));
			const bound = test?.kind === 'range' ? this.#values.resolve(test.bound) : undefined;
			return bound?.kind === 'value' ? Number(bound.text) : Number.NaN;
		});
		return tests.length === 2 && Number(low) <= Number(high);
	}

	#is(test: Test & { kind: 'is' }, value: Resolved<unknown>, candidate: Candidate): Answer {
		if (test.via === 'family') return this.#isFamily(value, candidate);
		// A word that is sought in the message and no code says something, but not which code it is.
		const isWord = test.operand.role === 'argument' && value.kind === 'value' && !this.meaning(value.text);
		if (isWord) return candidate === 'other' ? 'no' : 'maybe';
		return this.#equals(value, candidate);
	}

	/** Whether the first part of a dotted code is this. */
	#isFamily(value: Resolved<unknown>, candidate: Candidate): Answer {
		if (value.kind !== 'value') return this.#equals(value, candidate);
		if (candidate === 'other') return 'no';
		if (candidate === 'success') return yesNo(this.#lookup.isSuccess(value.text));
		return yesNo((this.#lookup.familyOf(candidate.code) ?? candidate.code) === value.text);
	}

	#prefix(value: Resolved<unknown>, how: 'begins' | 'holds', candidate: Candidate): Answer {
		if (value.kind === 'odd' || candidate === 'other') return 'no';
		if (value.kind === 'unknown') return 'maybe';
		const fits = (text: string): boolean =>
			how === 'begins' ? text.startsWith(value.text) : text.includes(value.text);
		if (candidate === 'success') return yesNo(this.#lookup.catalogue.success.some((success) => fits(success)));
		if (!fits(candidate.code) && !(candidate.name !== undefined && fits(candidate.name))) return 'no';
		// Of words, a part (`NoSuch`, `.`) asks for something that no family says.
		const { catalogue } = this.#lookup;
		const isPart = catalogue.hierarchy !== undefined && !this.#lookup.resolve(value.text.replace(/\.$/, ''));
		return isPart ? 'maybe' : 'yes';
	}

	#successIsFalsy(): Answer {
		return yesNo(this.#lookup.catalogue.success.every((value) => value === '0' || value === ''));
	}
}

/** The code that a text is but for its case. */
export function anyCased(text: string, lookup: Lookup): Code | undefined {
	const meant = lookup.misspelling(text);
	return meant?.text.toLowerCase() === text.toLowerCase() ? meant.code : undefined;
}

const OPPOSITE = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' } as const;
const yesNo = (holds: boolean): Answer => (holds ? 'yes' : 'no');
const not = (answer: Answer): Answer => (answer === 'maybe' ? 'maybe' : answer === 'yes' ? 'no' : 'yes');
const any = (answers: readonly Answer[]): Answer =>
	answers.includes('yes') ? 'yes' : answers.includes('maybe') ? 'maybe' : 'no';

function compare(value: number, operator: '<' | '<=' | '>' | '>=', bound: number): boolean {
	switch (operator) {
		case '<':
			return value < bound;
		case '<=':
			return value <= bound;
		case '>':
			return value > bound;
		case '>=':
			return value >= bound;
	}
}
