/**
 * What the arms of a dispatch are for: some only translate codes or answer yes or no, and handle nothing by design.
 */
import type { LanguageData } from '../languages/language.ts';
import { pathText } from '../recognise/pathText.ts';
import type { Syntax } from '../recognise/syntax.ts';
import { doesSomething, sharedArm } from './armBody.ts';
import type { Effects } from './effects.ts';
import { calleeName } from './effects.ts';
import { isNull } from './failing.ts';
import type { FoundArm, FoundConditional, FoundDispatch } from './found.ts';
import { partsOf } from './returns.ts';
import { givenTo, type Scope, walkScope } from './scope.ts';
import { atoms } from './test.ts';

/** lookup: literal text for each code. predicate: true or false. */
export type Purpose = 'lookup' | 'predicate' | 'dispatch';

/** `holdsTexts`: the tables that it asks, if any, have no handlers in them. */
export function purposeOf(dispatch: FoundDispatch, effects: Effects, holdsTexts: boolean): Purpose {
	const conditionals = dispatch.conditionals.filter((conditional) => conditional.form !== 'value');
	if (conditionals.length === 0)
		return dispatch.conditionals.some(({ node }) => givesEntry(node, effects) && !asksOnly(node, dispatch, effects))
			? 'lookup'
			: 'predicate';
	const kinds = new Set<'text' | 'boolean' | 'other'>();
	for (const conditional of conditionals)
		for (const [i, arm] of conditional.arms.entries()) {
			if (sharedArm(conditional, i) !== arm) continue;
			kinds.add(conditional.form === 'loop' ? 'other' : armKind(conditional, arm, dispatch, effects, holdsTexts));
		}
	if (kinds.has('other') || kinds.size === 0) return 'dispatch';
	return kinds.has('text') ? 'lookup' : 'predicate';
}

/** `MESSAGES[code]`, `MESSAGES.get(code)`: what is given is the table's entry, and no answer. */
const givesEntry = (node: Syntax, effects: Effects): boolean =>
	node.kind === 'index' ||
	(node.kind === 'call' &&
		node.callee.kind === 'member' &&
		(node.callee.property === 'get' || effects.language.lexicon.getters.includes(node.callee.property))) ||
	(node.kind === 'binary' && node.operator === '||' && givesEntry(node.left, effects));

/** `_, found := terminalCodes[code]`: only whether there is an entry. */
function asksOnly(entry: Syntax, { scope }: FoundDispatch, effects: Effects): boolean {
	let only = false;
	walkScope(scope.body, (node) => {
		if (node.kind !== 'assign' || !node.values.includes(entry)) return;
		const [first] = node.targets;
		only ||= first?.kind === 'name' && node.targets.length > 1 && effects.language.lexicon.blank.includes(first.text);
	});
	return only;
}

function armKind(
	conditional: FoundConditional,
	arm: FoundArm,
	{ scope }: FoundDispatch,
	effects: Effects,
	holdsTexts: boolean,
): 'text' | 'boolean' | 'other' {
	const { body } = arm;
	const given = conditional.form === 'ternary' ? body : valuesGiven(body);
	if (holdsTexts && given.length > 0 && given.every((value) => isEntry(value, arm, scope, effects))) return 'text';
	if (conditional.form === 'ternary') return valuesKind(body);
	const kinds = flat(body)
		.filter((node) => node.kind !== 'jump' && doesSomething(node))
		.map((node) => statementKind(node, effects));
	if (kinds.length === 0 || kinds.includes('other')) return 'other';
	return kinds.includes('text') ? 'text' : 'boolean';
}

/** What an arm gives back or keeps, if it does nothing else. */
function valuesGiven(body: readonly Syntax[]): readonly Syntax[] {
	const done = flat(body).filter((node) => node.kind !== 'jump' && doesSomething(node));
	const isGiving = (node: Syntax): node is Syntax & { readonly kind: 'return' | 'assign' } =>
		node.kind === 'return' || (node.kind === 'assign' && node.plain);
	return done.every(isGiving) ? done.flatMap(({ values }) => values) : [];
}

/** The entry of the table that the arm asks for the code: `if m, ok := messages[code]; ok { return m }`. */
function isEntry(value: Syntax, { test }: FoundArm, scope: Scope, effects: Effects): boolean {
	const asked = [...atoms(test)].flatMap(([atom, isNegated]) =>
		!isNegated && atom.kind === 'in' ? [pathText(atom.set.node)] : [],
	);
	const given = value.kind === 'name' ? givenTo(value.text, scope, value.start) : value;
	const table =
		given?.kind === 'index'
			? given.object
			: given?.kind === 'call' && given.callee.kind === 'member' && givesEntry(given, effects)
				? given.callee.object
				: undefined;
	return table !== undefined && asked.includes(pathText(table));
}

const flat = (body: readonly Syntax[]): Syntax[] =>
	body.flatMap((node) => (node.kind === 'block' ? flat(node.statements) : [node]));

function statementKind(node: Syntax, effects: Effects): 'text' | 'boolean' | 'other' {
	switch (node.kind) {
		case 'return':
			// A status answers nothing but where it was asked.
			if (effects.language.returnsStatus) return effects.isQuestion ? 'boolean' : 'other';
			return node.values.length > 0 ? returnKind(node.values.map(effects.peel), effects.language) : 'other';
		case 'assign': {
			// `list = append(list, "text")`
			const [value] = node.values;
			if (value?.kind === 'call' && appends(value, effects)) return valuesKind(value.args.slice(1));
			return node.plain || node.values.every(isText) ? valuesKind(node.values.map(effects.peel)) : 'other';
		}
		case 'other':
			return node.yields ? valuesKind(node.children) : 'other';
		case 'call':
			if (effects.fails(node)) return 'other';
			return appends(node, effects) || effects.logs(node) ? valuesKind(node.args) : 'other';
		default:
			return 'other';
	}
}

/** Beside a nil error, what is nothing of its type is no text either: `return nil, "", nil`; nor is what says why it failed. */
function returnKind(values: readonly Syntax[], { nothingFirst }: LanguageData): 'text' | 'boolean' | 'other' {
	const isEmpty = (value: Syntax): boolean =>
		value.kind === 'constant' ||
		(value.kind === 'number' && Number(value.text) === 0) ||
		(value.kind === 'text' && value.inner.start === value.inner.end);
	const parts = partsOf(values);
	const isNothing = parts.length > 1 && parts.some(isNull) && parts.every(isEmpty);
	const saysWhy = nothingFirst && parts.length > 1 && parts[0] !== undefined && isNull(parts[0]);
	return isNothing || saysWhy ? 'other' : valuesKind(values);
}

const appends = (node: Syntax & { kind: 'call' }, effects: Effects): boolean =>
	effects.language.lexicon.appends.includes(calleeName(node));

function valuesKind(values: readonly Syntax[]): 'text' | 'boolean' | 'other' {
	const flatValues = values.flatMap(parts);
	if (flatValues.length === 0 || !flatValues.every(isText)) return 'other';
	if (flatValues.every((value) => value.kind === 'constant' && value.value !== 'null')) return 'boolean';
	// `return nil` gives no text.
	return flatValues.every((value) => value.kind === 'constant') ? 'other' : 'text';
}

/** What a tuple, a list or an object literal gives. */
const parts = (value: Syntax): readonly Syntax[] =>
	value.kind === 'list'
		? value.items
		: value.kind === 'table'
			? value.items.map((item) => (item.kind === 'pair' ? item.value : item))
			: [value];

const isText = (node: Syntax): boolean =>
	node.kind === 'number' || node.kind === 'constant' || (node.kind === 'text' && node.holes.length === 0);
