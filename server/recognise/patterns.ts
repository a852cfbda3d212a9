/**
 * Patterns as what they ask: `> 5000`, `4100 or 4300`, `{ Code: 4100 }`, `string code`. A pattern is built before what it
 * is matched with; it says `MATCHED` for that, which the switch or the question around puts in its place.
 */
import { lastName } from './pathText.ts';
import type { Assign, Binary, Not, Operator, Spot, Syntax } from './syntax.ts';

/** Stands for what is matched. */
const isMatched = (node: Syntax): boolean => node.kind === 'nothing' && node.start === node.end;

const matched = (start: number): Syntax => ({ kind: 'nothing', start, end: start });

/** `> 5000` */
export const bound = ({ start, end }: Spot, operator: Operator, right: Syntax): Binary => ({
	kind: 'binary',
	start,
	end,
	operator,
	left: matched(start),
	right,
});

/** `var code`, `string code`: what is matched under a name. */
export const capture = ({ start, end }: Spot, name: Syntax, type: string): Assign => ({
	...{ kind: 'assign', start, end, targets: [name], values: [matched(start)], declares: true, plain: true },
	type,
});

/** Alternatives within alternatives are one list. */
export const alternatives = ({ start, end }: Spot, items: readonly Syntax[]): Syntax => ({
	...{ kind: 'list', start, end, type: '' },
	items: items.flatMap((item) => (item.kind === 'list' && item.type === '' ? item.items : [item])),
});

/** Whether a pattern says more than a value that what is matched may equal. */
const asksMore = (pattern: Syntax): boolean =>
	pattern.kind === 'not' ||
	(pattern.kind === 'binary' && pattern.operator !== 'other') ||
	(pattern.kind === 'list' && pattern.type === '' && pattern.items.some(asksMore));

/** A pattern that gives what is matched a name, whatever it is or where it is of a type. */
export const captured = (pattern: Syntax): Assign | undefined =>
	pattern.kind === 'assign' && pattern.values.some(isMatched) ? pattern : undefined;

/** Whether a capture takes anything, and not only what is of a type. A type in small letters is the language's own. */
export const takesAny = ({ type }: Assign): boolean => !/^[A-Z]/.test(type.split('.').at(-1) ?? '');

/** The patterns of an arm: what they ask for, the names that they give, and whether one of them takes anything. */
export interface ArmPatterns {
	readonly values: readonly Syntax[];
	readonly captures: readonly Syntax[];
	readonly takesAny: boolean;
}

export function armPatterns(patterns: readonly Syntax[]): ArmPatterns {
	const captures: Syntax[] = [];
	let isOpen = false;
	const values = patterns.flatMap((pattern): Syntax[] => {
		const capture = captured(pattern);
		if (capture) {
			captures.push(...capture.targets);
			isOpen ||= takesAny(capture);
			const { start, end, type } = capture;
			return takesAny(capture) ? [] : [{ kind: 'name', start, end, text: type }];
		}
		if (pattern.kind !== 'table') return [pattern];
		// `{ Code: 4100 } reply`
		captures.push(...pattern.items.flatMap((item) => captured(item)?.targets ?? []));
		// `.refused(code: let code)`
		const taken = pattern.items.flatMap((item): Syntax[] => {
			const [value] = (item.kind === 'pair' && captured(item.value)?.targets) || [];
			return value && item.kind === 'pair' ? [{ ...item, value }] : [];
		});
		if (taken.length > 0) captures.push({ ...pattern, items: taken });
		const isTaken = (item: Syntax): boolean => captured(item.kind === 'pair' ? item.value : item) !== undefined;
		return [{ ...pattern, items: pattern.items.filter((item) => !isTaken(item)) }];
	});
	return { values, captures, takesAny: isOpen };
}

/** A pattern of an arm once its subject is known: what asks more than a value is a condition on it. */
export function settled(pattern: Syntax, subject: Syntax): Syntax {
	if (asksMore(pattern)) return asked(pattern, subject);
	if (pattern.kind !== 'table') return pattern;
	const items = pattern.items.map((item): Syntax => {
		if (item.kind !== 'pair' || !asksMore(item.value)) return item;
		const { key, value } = item;
		return { ...item, value: asked(value, fieldOf(key, subject)) };
	});
	return { ...pattern, items };
}

/** What a pattern asks of a subject, as a condition. */
export function asked(pattern: Syntax, subject: Syntax): Syntax {
	const { start, end } = pattern;
	const joined = (operator: Operator, parts: readonly Syntax[]): Syntax | undefined =>
		parts.length === 0
			? undefined
			: parts.reduce((left, right) => ({ kind: 'binary', start, end, operator, left, right }));
	const compared = (operator: Operator, right: Syntax): Syntax => ({
		...{ kind: 'binary', start: subject.start, end, operator, left: subject, right },
	});
	switch (pattern.kind) {
		case 'not': {
			const not: Not = { ...pattern, operand: asked(pattern.operand, subject) };
			return not;
		}
		case 'binary':
			if (pattern.operator === '&&' || pattern.operator === '||')
				return { ...pattern, left: asked(pattern.left, subject), right: asked(pattern.right, subject) };
			return isMatched(pattern.left) ? { ...pattern, left: subject } : pattern;
		case 'list': {
			if (pattern.type !== '') return compared('==', pattern);
			if (!pattern.items.some((item) => asksMore(item) || item.kind === 'table' || item.kind === 'assign'))
				return compared('in', pattern);
			const parts = pattern.items.map((item) => asked(item, subject));
			return joined('||', parts) ?? compared('in', pattern);
		}
		case 'table': {
			const { type } = pattern;
			const nothing: Syntax = { kind: 'constant', start: end, end, value: 'null' };
			// `{ Code: 4100 }` of a type is read from what is of that type.
			const object = type ? { ...subject, cast: type } : subject;
			const parts = pattern.items.flatMap((item): Syntax[] => {
				if (item.kind === 'pair') return [asked(item.value, fieldOf(item.key, object))];
				return captured(item) ? [asked(item, subject)] : [];
			});
			if (type) parts.unshift(compared('is a', { kind: 'name', start, end: start + type.length, text: type }));
			return joined('&&', parts) ?? compared('!=', nothing);
		}
		case 'assign': {
			const [name] = pattern.targets;
			if (!captured(pattern) || !name) return compared('==', pattern);
			const given: Assign = { ...pattern, values: [subject] };
			if (takesAny(pattern)) return given;
			const type: Syntax = { kind: 'name', start, end: name.start, text: pattern.type };
			return joined('&&', [compared('is a', type), given]) ?? given;
		}
		case 'name':
		case 'member':
			return compared(saysType(pattern) ? 'is a' : '==', pattern);
		default:
			return compared('==', pattern);
	}
}

/** `Code` of `{ Code: 4100 }`, `Error.Code` of `{ Error.Code: "…" }`. */
function fieldOf(key: Syntax, object: Syntax): Syntax {
	const { start, end } = key;
	if (key.kind === 'member') return { ...key, object: fieldOf(key.object, object) };
	return { kind: 'member', start, end, object, property: key.kind === 'name' ? key.text : '' };
}

/** `e is TencentCloudSDKException`, as opposed to `code is AUTH`. */
const saysType = (node: Syntax): boolean => /(?:Exception|Error)$/.test(lastName(node));
