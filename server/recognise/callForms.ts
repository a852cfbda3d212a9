/** Calls that stand for something the language has no syntax for: comparisons, lists, tables and their entries. */
import { pathText } from '../dispatch/scope.ts';
import type { LanguageData } from '../languages/language.ts';
import { heldAgainst } from './captures.ts';
import type { Call, Syntax } from './syntax.ts';

/** What a call is by its meaning; undefined for one that is only a call. */
export function formOf(call: Call, data: LanguageData): Syntax | undefined {
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
	// `matches!(code, 4100 | 4300 if again)`
	if (first && second && lexicon.matchesIn.includes(name)) {
		const names = typeof data.namesCapture === 'string' ? new RegExp(data.namesCapture) : /^$/;
		const left = { ...heldAgainst(second, first, names), start, end };
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
