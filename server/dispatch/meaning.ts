/** What a written value means to a catalogue: a code, success, a value of somebody else. */
import type { Code } from '../catalogue/catalogue.ts';
import type { Lookup } from '../catalogue/lookup.ts';
import type { Range } from '../model.ts';
import type { Proof } from '../recognise/evidence.ts';
import type { Resolved } from './constants.ts';
import { anyCased, type Values } from './decide.ts';
import type { Operand } from './test.ts';

/** What a written value is for a catalogue. `outside`: a value that the API does not have. */
export type Meaning =
	| { readonly kind: 'code'; readonly code: Code }
	| { readonly kind: 'success' }
	| { readonly kind: 'foreign' }
	| { readonly kind: 'misspelt'; readonly text: string; readonly code?: Code }
	| { readonly kind: 'outside' };

/** A value in a test or table, with what it means. */
export interface JudgedValue {
	readonly operand: Operand;
	readonly resolved: Resolved<unknown>;
	readonly meaning: Meaning | undefined;
	/** The end of a range: no code that anybody names. */
	readonly isBound?: boolean;
	/** Written in the dispatch or table itself, not in a set that it refers to. */
	readonly isHere: boolean;
}

/** Where a value's text stands: between the quotes of a string. */
export function spotOf({ operand: { node } }: JudgedValue): Range {
	return node.kind === 'text' ? node.inner : { start: node.start, end: node.end };
}

export function meaningOf(text: string, lookup: Lookup): Meaning {
	const code = lookup.find(text) ?? lookup.byName(text);
	if (code) return { kind: 'code', code };
	if (lookup.isSuccess(text) || lookup.isSuccessName(text)) return { kind: 'success' };
	if (lookup.isForeign(text)) return { kind: 'foreign' };
	const misspelt = lookup.misspelling(text);
	if (misspelt) return { kind: 'misspelt', text: misspelt.text, ...(misspelt.code && { code: misspelt.code }) };
	const member = lookup.resolve(text);
	if (member) return { kind: 'code', code: member };
	return { kind: 'outside' };
}

/** `unit`: where the operand stands, if that is not the unit that is judged. */
export function judgeValue(
	operand: Operand,
	values: Values,
	lookup: Lookup,
	isHere = true,
	unit?: unknown,
): JudgedValue {
	const found = values.resolve(operand);
	const resolved =
		found.kind === 'value' && found.unit === undefined && unit !== undefined ? { ...found, unit } : found;
	if (resolved.kind === 'unknown') return { operand, resolved, meaning: undefined, isHere };
	const meaning: Meaning = resolved.kind === 'value' ? meaningOf(resolved.text, lookup) : { kind: 'outside' };
	const code =
		meaning.kind === 'misspelt' && values.anyCase && resolved.kind === 'value' && anyCased(resolved.text, lookup);
	return { operand, resolved, meaning: code ? { kind: 'code', code } : meaning, isHere };
}

/** The text that a code is to begin with or hold: a family's name, its separator left out, or a bound. */
export function judgePrefix(
	operand: Operand,
	values: Values,
	lookup: Lookup,
	isHere = true,
	unit?: unknown,
): JudgedValue {
	const value = judgeValue(operand, values, lookup, isHere, unit);
	const { resolved } = value;
	if (resolved.kind !== 'value' || value.meaning?.kind === 'code') return value;
	const { hierarchy } = lookup.catalogue;
	const family =
		hierarchy && resolved.text.endsWith(hierarchy) ? lookup.resolve(resolved.text.slice(0, -1)) : undefined;
	if (!family) return { ...value, isBound: true };
	return { ...value, resolved: { ...resolved, text: family.code }, meaning: { kind: 'code', code: family } };
}

/** HTTP's OK, which is not what a code in the reply's body says. */
export const HTTP_OK = '200';

/** Whether HTTP's 200 is written where the API has a success value of its own. */
export const isWrongSuccess = ({ resolved, meaning }: JudgedValue, lookup: Lookup): boolean =>
	resolved.kind === 'value' &&
	resolved.text === HTTP_OK &&
	meaning?.kind === 'outside' &&
	lookup.catalogue.success.some((value) => /^\d+$/.test(value));

/** Whether a value shows, where the API is meant, that its codes are tested: success, a misspelt code, HTTP's 200. */
export const speaks = (value: JudgedValue, lookup: Lookup, proof: Proof = 'near'): boolean =>
	value.meaning?.kind === 'code' ||
	// Half the world's APIs say success as 0: a word somewhere in the file is not enough for that.
	(value.meaning?.kind === 'success' && proof !== 'word') ||
	// `OK` is a word of too many APIs to be a misspelt success.
	(value.meaning?.kind === 'misspelt' && (value.meaning.code !== undefined || /^\d+$/.test(value.meaning.text))) ||
	// And nearly all of them know 200.
	((proof === 'near' || proof === 'import') && isWrongSuccess(value, lookup));

/** A word such as `AuthFailure`: too common to mean this API where nothing near names it. */
export const isBareWord = ({ resolved }: JudgedValue): boolean =>
	resolved.kind === 'value' && !/^-?\d+$/.test(resolved.text) && !resolved.text.includes('.');

/** A code with a dot that has an entry: too particular to be somebody else's. */
export const isKnownDotted = ({ resolved, meaning }: JudgedValue): boolean =>
	meaning?.kind === 'code' &&
	meaning.code.family === undefined &&
	resolved.kind === 'value' &&
	resolved.text.includes('.');

/** A code of which only the family is known. */
export const isFamilyOnly = ({ meaning }: JudgedValue): boolean =>
	meaning?.kind === 'code' && meaning.code.family !== undefined;

/** A code of the catalogue that is written as a number or with a dot. */
export const isCodeByNumber = (value: JudgedValue): boolean => value.meaning?.kind === 'code' && !isBareWord(value);

/** A code of the catalogue that is written as a bare word. */
export const isCodeByWord = (value: JudgedValue): boolean => value.meaning?.kind === 'code' && isBareWord(value);

/** An HTTP status beside 200, in whose company 200 is one too. */
export const isOtherStatus = ({ resolved }: JudgedValue): boolean =>
	resolved.kind === 'value' && resolved.text !== HTTP_OK && /^[1-5]\d\d$/.test(resolved.text);
