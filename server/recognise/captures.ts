/**
 * Patterns of languages in which some bare names take whatever comes (`Err(e)`, `Reply { code, .. }`, `code @ 4100`): what
 * an arm asks for, and the names that it gives to what is tested or to parts of it.
 */
import { type ArmPatterns, asked, captured, takesAny as ofAnyType } from './patterns.ts';
import type { Syntax } from './syntax.ts';

/** `captures`: finds the names that take anything. */
export function namedPatterns(patterns: readonly Syntax[], captures: RegExp): ArmPatterns {
	const given: Syntax[] = [];
	const values: Syntax[] = [];
	let takesAny = false;
	const read = (pattern: Syntax): void => {
		if (pattern.kind === 'list' && pattern.type === '') {
			for (const item of pattern.items) read(item);
			return;
		}
		// `e: ApiException`
		const typed = captured(pattern);
		if (typed) {
			given.push(...typed.targets);
			if (ofAnyType(typed)) takesAny = true;
			else values.push({ kind: 'name', start: pattern.start, end: pattern.end, text: typed.type });
			return;
		}
		// `code @ 4100`
		if (pattern.kind === 'assign' && pattern.values[0]) {
			given.push(...pattern.targets);
			read(pattern.values[0]);
			return;
		}
		const own = names(pattern, captures);
		if (own) given.push(own);
		if (takes(pattern, captures)) takesAny = true;
		else values.push(pattern);
	};
	for (const pattern of patterns) read(pattern);
	return { values, captures: given, takesAny };
}

/** Whether a pattern takes whatever has its form. */
function takes(pattern: Syntax, captures: RegExp): boolean {
	switch (pattern.kind) {
		case 'name':
			return captures.test(pattern.text);
		case 'pair':
			return takes(pattern.value, captures);
		case 'list':
		case 'table':
			return pattern.items.every((item) => takes(item, captures));
		default:
			return false;
	}
}

/** What is left of a pattern once only the names that it gives are; undefined where there are none. */
function names(pattern: Syntax, captures: RegExp): Syntax | undefined {
	switch (pattern.kind) {
		case 'name':
			return captures.test(pattern.text) ? pattern : undefined;
		case 'pair': {
			const value = names(pattern.value, captures);
			return value && { ...pattern, value };
		}
		case 'list':
		case 'table': {
			const items = pattern.items.flatMap((item) => names(item, captures) ?? []);
			return items.length > 0 || pattern.items.length === 0 ? { ...pattern, items } : undefined;
		}
		default:
			return undefined;
	}
}

/** What it asks of a subject that a pattern fits it, and what it gives names to then: `let Some(4100) = reply.code`. */
export function heldAgainst(pattern: Syntax, subject: Syntax, captures: RegExp): Syntax {
	const { start, end } = pattern;
	const { values, captures: given, takesAny } = namedPatterns([pattern], captures);
	const [only] = values.map((value) => withoutNames(value, captures));
	const whole: Syntax | undefined = values.length > 1 ? { kind: 'list', start, end, type: '', items: values } : only;
	const asks = takesAny || !whole ? [] : [asked(whole, subject)];
	const gives = given
		.filter((name) => name.kind !== 'name' || name.text !== '_')
		.map((target): Syntax => {
			const common = { kind: 'assign', start, end, declares: true, plain: true, type: '' } as const;
			return { ...common, targets: [target], values: [subject] };
		});
	const nothing: Syntax = { kind: 'constant', start: end, end, value: 'null' };
	return (
		[...asks, ...gives].reduceRight<Syntax | undefined>(
			(right, left) => (right ? { kind: 'binary', start, end, operator: '&&', left, right } : left),
			undefined,
		) ?? { kind: 'binary', start, end, operator: '!=', left: subject, right: nothing }
	);
}

/** A pattern without the parts that take anything. */
const withoutNames = (pattern: Syntax, captures: RegExp): Syntax =>
	pattern.kind === 'table' || (pattern.kind === 'list' && pattern.type !== '')
		? { ...pattern, items: pattern.items.filter((item) => !takes(item, captures)) }
		: pattern;

/** A pattern that was read as a value: `Some(4100 | 4300)`, a call of `Some`, is each of the two in that form. */
export function heldIn(pattern: Syntax): Syntax {
	if (pattern.kind === 'list' && pattern.type === '') {
		const items = pattern.items.map(heldIn);
		return {
			...pattern,
			items: items.flatMap((item) => (item.kind === 'list' && item.type === '' ? item.items : [item])),
		};
	}
	if (pattern.kind !== 'call' || pattern.args.length !== 1) return pattern;
	const form = formText(pattern.callee);
	const [held] = pattern.args.map(heldIn);
	if (!held || form === '') return pattern;
	const inForm = (node: Syntax): Syntax => ({ ...node, cast: node.cast ? `${form}(${node.cast})` : form });
	return held.kind === 'list' && held.type === '' ? { ...held, items: held.items.map(inForm) } : inForm(held);
}

/** A path as a form is written: `Option::Some`. */
const formText = (node: Syntax): string =>
	node.kind === 'member' ? `${formText(node.object)}::${node.property}` : node.kind === 'name' ? node.text : '';
