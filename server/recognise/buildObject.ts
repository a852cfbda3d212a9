/** Builds fields, what is made with fields and entries behind it, properties, and patterns with names. */
import { isLiteral, isReference } from '../dispatch/subject.ts';
import type { LanguageData } from '../languages/language.ts';
import { items, type Parts } from './parts.ts';
import { capture } from './patterns.ts';
import { resultOf } from './results.ts';
import type { Syntax } from './syntax.ts';

/** A field of an object, which may be a word of the language (`this`); a step that may be a key, too (`reply?["code"]`). */
export function member(of: Parts): Syntax {
	const { start, end } = of;
	const [word] = of.parts.get('object') ?? [];
	const object: Syntax =
		of.maybe('object') ??
		(word && !word.isNamed
			? { kind: 'name', start: word.start, end: word.end, text: of.text(word.start, word.end) }
			: of.one('object'));
	// `[code]` is a node of its own.
	if (of.shape.tail === true && !of.parts.has('property')) return { ...object, ...optionally(of) };
	const step = of.maybe('property');
	const [key] = step?.kind === 'list' ? step.items : [];
	if (key) return { kind: 'index', start, end, object, index: key, ...optionally(of) };
	const property = step?.kind === 'name' ? step.text : of.written('property');
	return { kind: 'member', start, end, object, property: withoutSigil(property, of.data), ...optionally(of) };
}

/** Of what is only read or called where there is something to read or call. */
export const optionally = ({ children, data, text }: Parts): { readonly optional?: true } =>
	data.lexicon.optionalCalls.length > 0 &&
	children.some((child) => data.lexicon.optionalCalls.includes(text(child.start, child.end)))
		? { optional: true }
		: {};

/** The type of what stands in braces behind something that is made. */
export const INITIAL = '{';

/** What is made with fields or items behind it: `new Reply { Code = 4100 }`, `new HashSet<int> { 4100 }`. */
export function made(call: Syntax, of: Parts): Syntax {
	const initial = of.maybe('initial');
	if (!initial || call.kind !== 'call') return call;
	const { start, end, args } = call;
	const given = initial.kind === 'list' ? initial.items : [initial];
	const kind = given.some((item) => item.kind === 'pair') ? 'table' : 'list';
	if (args.length === 0) return { kind, start, end, type: of.written('callee'), items: given };
	return { ...call, args: [...args, ...given] };
}

/** Fields and entries of what is being made: `Code = 4100`, `[4100] = login`, `{ 4100, login }`. */
export function entryOf(item: Syntax): Syntax {
	const { start, end } = item;
	const [first, second, ...more] = item.kind === 'list' && item.type === INITIAL ? item.items : [];
	if (first && second && more.length === 0) return { kind: 'pair', start, end, key: first, value: second };
	const [target] = item.kind === 'assign' ? item.targets : [];
	const [value] = item.kind === 'assign' ? item.values : [];
	if (!target || !value) return item;
	const [key = target] = target.kind === 'list' ? target.items : [];
	return { kind: 'pair', start, end, key, value };
}

const withoutSigil = (name: string, { sigil }: LanguageData): string =>
	sigil !== '' && name.startsWith(sigil) ? name.slice(sigil.length) : name;

/** A property: a constant where it is given one, else the functions by which it is read and set. */
export function property(of: Parts): Syntax {
	const { start, end } = of;
	const value = of.maybe('value');
	const type = of.written('type');
	if (!value) return { kind: 'block', start, end, statements: of.all('accessors').flatMap((one) => items([one])) };
	if (isLiteral(value) || isReference(value) || value.kind === 'list' || value.kind === 'table')
		return { kind: 'assign', start, end, targets: of.all('name'), values: [value], declares: true, plain: true, type };
	const getter = { name: of.written('name'), receiver: '', receiverType: '', parameters: [], results: type };
	return { kind: 'function', start, end, ...getter, waits: false, body: resultOf(value) };
}

/** `string code`, `{ Code: 4100 } reply`: the pattern with the name that it gives what is matched. */
export function captureOf(of: Parts): Syntax | undefined {
	const { start, end } = of;
	const name = of.maybe('name');
	const within = of.maybe('of');
	const { valueTypes } = of.data.lexicon;
	const written = of.written('type');
	// `case Integer code when code == 4100`: whatever a code is, it is one of these.
	const type = valueTypes.includes(written) ? '' : written;
	const named = name && capture({ start, end }, name, within ? '' : type);
	if (!within) return named;
	// `Reply(4100, var message)`
	if (within.kind === 'list' && within.cast !== undefined) return { ...within, start, end, cast: type };
	return { kind: 'table', start, end, type, items: [...items([within]), ...(named ? [named] : [])] };
}
