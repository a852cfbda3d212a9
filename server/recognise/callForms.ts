/** Calls that are something else by their meaning: comparisons, assignments, lists, tables and their entries. */
import type { LanguageData } from '../languages/language.ts';
import { heldAgainst, heldIn } from './captures.ts';
import { withHanded, withLabel } from './closures.ts';
import { wordOf } from './messages.ts';
import { pathText } from './pathText.ts';
import type { Call, Syntax } from './syntax.ts';
import { differing, statusFilled } from './textForms.ts';
import { patternAsked } from './textPatterns.ts';

/** What a call is by its meaning; undefined for one that is only a call. */
function formOf(call: Call, data: LanguageData): Syntax | undefined {
	const { lexicon } = data;
	const { start, end, args, callee } = call;
	const [first, second, guard] = args;
	const name = pathText(callee);
	// `java.util.Set.of(…)`: what stands before the type says nothing.
	const tail = name.split('.').slice(-2).join('.');
	const isOf = (words: readonly string[]): boolean => words.includes(name) || words.includes(tail);
	// `"4100".equals(code)`, `Objects.equals(code, "4100")`, `code.Equals("4100", StringComparison.Ordinal)`
	if (first && second && isOf(lexicon.equalsIn))
		return { kind: 'binary', start, end, operator: '==', left: first, right: second };
	const isHow = args.length === 1 || (args.length === 2 && second?.kind === 'member');
	if (callee.kind === 'member' && first && isHow && lexicon.equals.includes(callee.property))
		return { kind: 'binary', start, end, operator: '==', left: callee.object, right: first };
	if (first && second && isOf(lexicon.entriesOf)) return { kind: 'pair', start, end, key: first, value: second };
	// `range(4000, 5000)`
	if (first && second && args.length === 2 && (isOf(lexicon.ranges) || isOf(lexicon.openRanges)))
		return { kind: 'range', start, end, from: first, to: second, isOpen: isOf(lexicon.openRanges) };
	// `matches!(code, 4100 | 4300 if again)`
	if (first && second && lexicon.matchesIn.includes(name)) {
		const names = data.namesCapture === undefined ? /^$/ : new RegExp(data.namesCapture);
		const left = { ...heldAgainst(heldIn(second), first, names), start, end };
		return guard ? { kind: 'binary', start, end, operator: '&&', left, right: guard } : left;
	}
	// `format!("{}: {}", reply.code, reply.message)`
	if (first?.kind === 'text' && lexicon.formats.includes(name))
		return { ...first, start, end, holes: [...first.holes, ...args.slice(1)] };
	if (first && lexicon.asserts.includes(name)) {
		const thrown: Syntax = { kind: 'throw', start, end, values: args.slice(1) };
		const condition: Syntax = { kind: 'not', start: first.start, end: first.end, operand: first };
		return { kind: 'if', start, end, condition, consequent: { kind: 'block', start, end, statements: [thrown] } };
	}
	if (isOf(lexicon.listsOf)) return { kind: 'list', start, end, type: '', items: args };
	if (isOf(lexicon.tablesOf)) return { kind: 'table', start, end, type: '', items: [...entries(args)] };
	return undefined;
}

/** Pairs as they are, keys and values in turn as pairs. */
function* entries(args: readonly Syntax[]): Generator<Syntax> {
	for (let i = 0; i < args.length; i++) {
		const key = args[i];
		const value = args[i + 1];
		if (!key) continue;
		if (key.kind === 'pair' || key.kind === 'other' || !value) yield key;
		else {
			yield { kind: 'pair', start: key.start, end: value.end, key, value };
			i++;
		}
	}
}

/** `in_array($code, $set) === true` asks what the call does; `=== false`, the opposite. Of what may be nothing at all, neither. */
export function answered(node: Syntax): Syntax {
	if (node.kind !== 'binary' || (node.operator !== '==' && node.operator !== '!=')) return node;
	const { left, right, start, end } = node;
	if (right.kind !== 'constant' || right.value === 'null') return node;
	const isAnswer =
		left.kind === 'not' || (left.kind === 'binary' && left.operator !== 'other' && left.operator !== '||');
	if (!isAnswer) return node;
	const holds = (right.value === 'true') === (node.operator === '==');
	return holds ? { ...left, start, end } : { kind: 'not', start, end, operand: left };
}

/**
 * Calls that are something else by their meaning. `errors.As(err, &e)` gives `e` the error, and asks whether there is
 * one; `isinstance(e, T)` asks what `e instanceof T` does, `in_array($code, $set)` what `code in set` does.
 */
export function filled(made: Call, data: LanguageData): Syntax {
	const call = withHanded(withLabel(made, data), data);
	const { start, end } = call;
	const form =
		wordOf(call, data) ??
		formOf(call, data) ??
		differing(call, data) ??
		statusFilled(call, data) ??
		patternAsked(call, data);
	if (form) return form;
	const { lexicon } = data;
	const [from, to] = call.args;
	if (!from) return call;
	const name = pathText(call.callee);
	if (to && lexicon.typeChecks.includes(name))
		return { kind: 'binary', start, end, operator: 'is a', left: from, right: to };
	if (to && lexicon.isIn.includes(name)) return { kind: 'binary', start, end, operator: 'in', left: from, right: to };
	if (lexicon.isFalsy.includes(name)) return { kind: 'not', start, end, operand: from };
	const isThere = lexicon.isThere.includes(name);
	if (isThere || lexicon.isNothing.includes(name)) {
		const right: Syntax = { kind: 'constant', start: end, end, value: 'null' };
		return { kind: 'binary', start, end, operator: isThere ? '!=' : '==', left: from, right };
	}
	if (to?.kind !== 'name' || !lexicon.fills.includes(name)) return call;
	return { kind: 'assign', start, end, targets: [to], values: [from], declares: false, plain: true, type: '' };
}
