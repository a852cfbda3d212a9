/**
 * Builds what some languages of commands write with blocks: rungs in a list of their own, arms with a block as their
 * condition, handlers whose exception has a name that nobody wrote, and expressions in many thin layers.
 */
import { compared, existing, globbed, sought } from './commandTests.ts';
import { flat, type Parts } from './parts.ts';
import { returned, used } from './results.ts';
import type { Arm, Handler, Syntax } from './syntax.ts';

/** The node, or undefined where the shape is none of these. */
export function buildBlocks(of: Parts): Syntax | undefined {
	const { start, end, shape } = of;
	switch (shape.is) {
		case 'layer':
			return layer(of);
		case 'several': {
			const items = of.all('items');
			const [only] = items;
			return items.length === 1 ? only : { kind: 'list', start, end, type: '', items };
		}
		case 'variable': {
			const text = of.text(start, end);
			const value = of.data.constants[text.toLowerCase()];
			return value ? { kind: 'constant', start, end, value } : { kind: 'name', start, end, text };
		}
		case 'flow':
			return flow(of);
		case 'ladder':
			return ladder(of);
		case 'choices':
			return choices(of);
		case 'attempt':
			return {
				...{ kind: 'try', start, end, body: of.body('body') },
				handlers: flat(of.all('handlers')).filter((node): node is Handler => node.kind === 'handler'),
				...(of.maybe('last') && { last: of.one('last') }),
			};
		case 'catching': {
			const types = flat(of.all('types')).map((type) => of.text(type.start, type.end).replace(/^\[|\]$/g, ''));
			const body = of.body('body');
			const parameter: Syntax = { kind: 'name', start, end: start, text: String(shape.caught) };
			return { kind: 'handler', start, end, parameter, types, body };
		}
		case 'inner':
			return inner(of);
		default:
			return undefined;
	}
}

/** One layer of an expression: most hold but the next one. */
function layer(of: Parts): Syntax | undefined {
	const { start, end, data, text } = of;
	const left = of.maybe('left');
	const right = of.maybe('right');
	const signOf = (written: string) => data.operators[written.trim().toLowerCase()] ?? 'other';
	const operand = of.maybe('operand');
	if (operand) {
		const written = text(start, operand.start).replace(/[\s(]+$/, '');
		const sign = signOf(written);
		// A cast is a layer of its own.
		if (written === '' || written.startsWith('[')) return operand;
		if (sign === 'not') return { kind: 'not', start, end, operand };
		if (sign === 'minus' && operand.kind === 'number') return { kind: 'number', start, end, text: `-${operand.text}` };
		return existing(sign, operand, start) ?? { kind: 'other', start, end, children: [operand] };
	}
	if (!left || !right) return left ?? right;
	const sign = signOf(of.written('operator') || text(left.end, right.start));
	return sought(sign, left, right, { start, end }) ?? { ...compared(sign, left, right), start, end };
}

/** `return $reply`, `throw`, `exit 1`, `break` */
function flow(of: Parts): Syntax {
	const { start, end, text } = of;
	const values = of.all('*');
	const word = /^\w+/.exec(text(start, end))?.[0].toLowerCase() ?? '';
	const label = /^\w+[ \t]+:?(\w+)/.exec(text(start, end))?.[1];
	switch (word) {
		case 'return':
			return (values.length === 1 && used(values[0], returned)) || { kind: 'return', start, end, values };
		case 'throw':
			return { kind: 'throw', start, end, values };
		case 'break':
		case 'continue':
			return { kind: 'jump', start, end, to: word, ...(label && { label }) };
		default: {
			const callee: Syntax = { kind: 'name', start, end: start + word.length, text: word };
			return { kind: 'call', start, end, callee, args: values };
		}
	}
}

/** An `if` whose other rungs stand in a list behind it. */
function ladder(of: Parts): Syntax {
	const { start, end } = of;
	const rest = flat(of.all('else')).reduceRight<Syntax | undefined>(
		(below, node) => (node.kind === 'if' && below ? { ...node, otherwise: below } : node),
		undefined,
	);
	return {
		...{ kind: 'if', start, end, condition: of.one('condition'), consequent: of.body('then') },
		...(rest && { otherwise: rest }),
	};
}

/** A switch that compares, or asks with patterns, or with blocks. */
function choices(of: Parts): Syntax {
	const { start, end, shape } = of;
	const mode = of.written('mode').toLowerCase();
	const arms = flat(of.all('arms')).filter((node): node is Arm => node.kind === 'arm');
	return {
		...{ kind: 'switch', start, end, subject: of.one('subject'), fallsThrough: false },
		arms: arms.map((arm) => ({
			...arm,
			values: arm.values
				.flatMap((value) => asValues(value, mode, String(shape.it)))
				.map((value) => askedOf(value, String(shape.it), of.one('subject'))),
			body: arm.body.map(leaving),
		})),
		...(typeof shape.writes === 'string' && { writes: shape.writes }),
	};
}

/** What an arm is for: a value, a pattern, or what its block asks of `it`. */
function asValues(value: Syntax, mode: string, it: string): Syntax[] {
	const { start, end } = value;
	if (value.kind === 'text' && mode.includes('wildcard')) return [globbed(value)];
	if (value.kind === 'text' && mode.includes('regex')) {
		const asked = sought('matches', { kind: 'name', start, end: start, text: it }, value, value);
		return asked ? valuesOf(asked, it) : [value];
	}
	if (value.kind !== 'function') return [value];
	const body = value.body.kind === 'block' ? value.body.statements : [value.body];
	const [only, ...others] = body;
	const asked = only?.kind === 'other' && only.yields && only.children[0] ? only.children[0] : only;
	return asked && others.length === 0 ? valuesOf(asked, it) : [{ kind: 'other', start, end, children: [value] }];
}

/** A condition that asks for more than a value, of what is switched on: `$_ -ge 5000 -and $_ -lt 5400`. */
function askedOf(value: Syntax, it: string, subject: Syntax): Syntax {
	const [condition] = value.kind === 'other' && value.children.length === 1 ? value.children : [];
	let isAsked = false;
	const replaced = (node: Syntax): Syntax => {
		if (node.kind === 'name' && node.text === it) {
			isAsked = true;
			return { ...subject, start: node.start, end: node.end };
		}
		if (node.kind === 'binary') return { ...node, left: replaced(node.left), right: replaced(node.right) };
		return node.kind === 'not' ? { ...node, operand: replaced(node.operand) } : node;
	};
	const asked = condition?.kind === 'binary' || condition?.kind === 'not' ? replaced(condition) : value;
	return isAsked ? asked : value;
}

/** The values that a condition has `it` compared with; the condition itself where that is not all it says. */
function valuesOf(condition: Syntax, it: string): Syntax[] {
	const isIt = (node: Syntax): boolean => node.kind === 'name' && node.text === it;
	if (condition.kind === 'binary') {
		const { operator, left, right } = condition;
		if (operator === '||') return [...valuesOf(left, it), ...valuesOf(right, it)];
		if (operator === '==' && isIt(left)) return [right];
		if (operator === '==' && isIt(right)) return [left];
		if (operator === 'in' && isIt(left)) return right.kind === 'list' ? [...right.items] : [right];
	}
	const { start, end } = condition;
	return [{ kind: 'other', start, end, children: [condition] }];
}

/** `continue` goes on with what is switched on, which is one value: it leaves the switch as `break` does. */
function leaving(node: Syntax): Syntax {
	if (node.kind === 'jump' && node.to === 'continue' && node.label === undefined) return { ...node, to: 'break' };
	if (node.kind === 'block') return { ...node, statements: node.statements.map(leaving) };
	if (node.kind !== 'if') return node;
	return {
		...node,
		consequent: leaving(node.consequent),
		...(node.otherwise && { otherwise: leaving(node.otherwise) }),
	};
}

/** What a bracket holds: one expression, or a list of all that its statements give. */
function inner(of: Parts): Syntax | undefined {
	const { start, end } = of;
	const nodes = of.all('*').flatMap((node) => (node.kind === 'block' ? node.statements : [node]));
	const [only] = nodes;
	const isList = of.shape.entire === true;
	if (!isList) return only && nodes.length === 1 ? only : { kind: 'other', start, end, children: nodes };
	const items = nodes.flatMap((node) => (node.kind === 'list' ? node.items : [node]));
	return { kind: 'list', start, end, type: '', items };
}

const GIVEN: ReadonlySet<string> = new Set(['name', 'member', 'index', 'table', 'text', 'list', 'binary', 'not']);

/** Values that stand alone as statements are given to whoever called. */
export const givenAway = (node: Syntax): Syntax =>
	GIVEN.has(node.kind) ? { kind: 'other', start: node.start, end: node.end, children: [node], yields: true } : node;
