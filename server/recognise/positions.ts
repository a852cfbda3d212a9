/**
 * Patterns that ask by position. Of several values that are switched on together, `(code, attempt)`, each arm asks each:
 * `(4100, _)` is a condition on all of them. Of one value that a pattern takes apart, `ApiError(4100, message)`, what
 * stands where a code stands is asked as its field.
 */
import type { LanguageData } from '../languages/language.ts';
import { heldAgainst } from './captures.ts';
import { isCodeLike, isOtherKind, isOtherThing, wordsOf } from './names.ts';
import { type Parts, SEQUENCE } from './parts.ts';
import { lastName, pathText } from './pathText.ts';
import { asked } from './patterns.ts';
import type { Arm, List, Syntax } from './syntax.ts';

/** Values side by side, what takes anything among them: `(4100, _)`. */
export function sideBySide(of: Parts): Syntax | undefined {
	const [only] = of.all('items');
	const items = positionsOf(of);
	if (items.length < 2 && only) {
		// Where all parts are values, a grammar may take the whole for one, or for a call: `Reply(4100, _)`.
		const list = only.kind === 'list' && only.type === '' ? only.items : undefined;
		const held = list ?? (only.kind === 'call' && isForm(only.callee) ? only.args : undefined);
		if (!held || held.length < 2) return only;
		const cast = only.kind === 'call' ? pathText(only.callee) : (only.cast ?? '');
		const given = held.map((item): Syntax => (isDeclared(item, of) ? { ...item, kind: 'name', text: '_' } : item));
		return { kind: 'list', start: only.start, end: only.end, type: SEQUENCE, items: given, cast };
	}
	return items.length > 1 ? { ...spotOf(of), kind: 'list', type: SEQUENCE, items, cast: '' } : only;
}

const isForm = (callee: Syntax): boolean => /^[A-Z]\w*$/.test(lastName(callee));

/** `var message` */
const isDeclared = (item: Syntax, { text, data, start }: Parts): boolean => {
	const [word = ''] = /\w+(?=\s+$)/.exec(text(start, item.start)) ?? [];
	return item.kind === 'name' && data.lexicon.declares.includes(word);
};

/** All that stands between brackets, a `_` that is no node too. */
export const positionsOf = (of: Parts): Syntax[] =>
	of.children.flatMap(({ node, start, end }): Syntax[] => {
		const isOpen = !node && of.text(start, end) === '_';
		return isOpen ? [{ kind: 'name', start, end, text: '_' }] : node && !isNameOf(node, of) ? [node] : [];
	});

/** The form itself, which stands before its positions. */
const isNameOf = (node: Syntax, { parts }: Parts): boolean =>
	(parts.get('cast') ?? parts.get('type') ?? []).some((child) => child.node === node);

const spotOf = ({ start, end }: Parts): { start: number; end: number } => ({ start, end });

type Tuple = List & { readonly cast: string };

const isTuple = (node: Syntax): node is Tuple =>
	node.kind === 'list' && node.type === SEQUENCE && node.cast !== undefined && node.items.length > 1;

/** The arms of a switch on several values, with what each asks of them; undefined where none of them does. */
export function apartOn(subject: Syntax, arms: readonly Arm[], data: LanguageData): Arm[] | undefined {
	if (subject.kind !== 'list' || subject.items.length < 2) return undefined;
	const { items } = subject;
	if (!arms.some((arm) => arm.values.some((value) => isTuple(value) && value.items.length === items.length)))
		return undefined;
	return arms.map((arm) => askedApart(arm, items, data));
}

function askedApart(arm: Arm, subjects: readonly Syntax[], data: LanguageData): Arm {
	const { guard, ...rest } = arm;
	const named = (arm.captures ?? []).filter(isTuple);
	const patterns = arm.values.length > 0 ? arm.values : named.slice(0, guard ? 1 : 0);
	if (patterns.length === 0) return arm;
	const values = patterns.map((pattern): Syntax => {
		const { start, end } = pattern;
		const asks = isTuple(pattern)
			? pattern.items.flatMap((item, i) => (subjects[i] && !isOpen(item) ? [askedOf(item, subjects[i], data)] : []))
			: [];
		const all = [...asks, ...(guard ? [guard] : [])];
		return (
			all.reduceRight<Syntax | undefined>(
				(right, left) => (right ? { kind: 'binary', start, end, operator: '&&', left, right } : left),
				undefined,
			) ?? { kind: 'constant', start, end, value: 'true' }
		);
	});
	return { ...rest, values, wildcard: false };
}

const isOpen = (node: Syntax): boolean => node.kind === 'name' && node.text === '_';

const askedOf = (pattern: Syntax, subject: Syntax, { namesCapture }: LanguageData): Syntax =>
	typeof namesCapture === 'string' ? heldAgainst(pattern, subject, new RegExp(namesCapture)) : asked(pattern, subject);

/** The arms of a switch on one value whose forms hold a code by position: that position has the field's name. */
export function withPositionsNamed(arms: readonly Arm[], data: LanguageData): Arm[] {
	const patterns = arms.flatMap((arm) => [...arm.values, ...(arm.captures ?? [])].flatMap(inner)).filter(isTuple);
	const names = new Map<string, { readonly at: number; readonly name: string } | undefined>();
	for (const { cast } of patterns)
		if (!names.has(cast))
			names.set(
				cast,
				codePosition(
					patterns.filter((one) => one.cast === cast),
					cast,
					data,
				),
			);
	const named = (value: Syntax): Syntax => {
		if (value.kind === 'list' && value.type === '') return { ...value, items: value.items.map(named) };
		const position = isTuple(value) ? names.get(value.cast) : undefined;
		const code = position && isTuple(value) ? value.items[position.at] : undefined;
		if (!position || !code || code.kind === 'name' || !isTuple(value)) return value;
		const { start, end, cast } = value;
		const key: Syntax = { kind: 'name', start: code.start, end: code.start, text: position.name };
		const pair: Syntax = { kind: 'pair', start: code.start, end: code.end, key, value: code };
		const others = value.items.filter((item) => item !== code);
		return { kind: 'table', start, end, type: cast, items: [pair, ...others] };
	};
	return arms.map((arm) => ({ ...arm, values: arm.values.map(named) }));
}

const inner = (node: Syntax): readonly Syntax[] =>
	node.kind === 'list' && node.type === '' ? node.items.flatMap(inner) : [node];

/** Words of what holds a reply. */
const REPLY_WORDS = new Set('reply response result'.split(' '));
/** Of forms whose numbers are no codes of an API. */
const OTHER_FORMS = /^(?:ws|web|websocket|socket|sql|port|size|point|endpoint|event|range|version)$/;

/**
 * At which position the forms of one name hold a code: where one of them gives it such a name, or, in a form for errors
 * or replies, where the first values stand.
 */
function codePosition(forms: readonly Tuple[], cast: string, { lexicon }: LanguageData): ReturnType<typeof position> {
	for (const { items } of forms)
		for (const [at, item] of items.entries())
			if (item.kind === 'name' && isCodeLike(item.text)) return position(at, item.text);
	const form = cast.replace(/\)+$/, '').split('(').at(-1) ?? '';
	const words = wordsOf(form);
	const last = words.at(-1) ?? '';
	if (!lexicon.errorWords.includes(last) && !REPLY_WORDS.has(last)) return undefined;
	if (isOtherKind(form) || isOtherThing(form) || words.some((word) => OTHER_FORMS.test(word))) return undefined;
	const at = Math.min(...forms.map(({ items }) => items.findIndex(isValue)).filter((index) => index !== -1));
	const all = forms.flatMap(({ items }) => items[at] ?? []);
	return all.length > 0 && all.every((item) => isValue(item) || item.kind === 'name')
		? position(at, 'code')
		: undefined;
}

const position = (at: number, name: string): { readonly at: number; readonly name: string } | undefined => ({
	at,
	name,
});

const isValue = (node: Syntax): boolean =>
	node.kind === 'number' ||
	(node.kind === 'text' && /^[A-Z]\w+(?:\.\w+)*$/.test(node.value)) ||
	(node.kind === 'list' && node.type === '' && node.items.every(isValue)) ||
	(node.kind === 'member' && /^[A-Z]/.test(node.property));
