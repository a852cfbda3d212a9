/** Builds functions, types, statements and what belongs to them from a grammar node's shape and children. */
import { pathText } from '../dispatch/scope.ts';
import type { LanguageData } from '../languages/language.ts';
import { buildImport } from './buildImport.ts';
import { asBlock, items, type Parts } from './parts.ts';
import type { Arm, Assign, Handler, If, Parameter, Syntax } from './syntax.ts';

/** The node, or undefined where the shape is none of these. */
export function buildStatement(of: Parts): Syntax | undefined {
	const { shape, data, children, start, end, text } = of;
	switch (shape.is) {
		case 'function':
			return {
				kind: 'function',
				start,
				end,
				name: of.written('name'),
				receiver: receiverName(of.maybe('receiver')),
				receiverType: receiverOf(of.maybe('receiver'))?.type.replace(/^\*|\[.*$/gs, '') ?? '',
				parameters: items(of.all('parameters')),
				results: of.written('results').replace(/^\s*:?\s*/, ''),
				waits: children.some((child) => !child.isNamed && text(child.start, child.end) === 'async'),
				body: of.one('body'),
			};
		case 'parameter':
			return { kind: 'parameter', start, end, names: of.all('names'), type: typeText(of.written('type')) };
		case 'block':
			return {
				...{ kind: 'block', start, end, statements: of.all('statements') },
				...(shape.declares === true && { declares: true }),
			};
		case 'if':
			return {
				kind: 'if',
				start,
				end,
				...optional('initializer', of.maybe('initializer')),
				condition: of.one('condition'),
				consequent: of.body('then'),
				...optional('otherwise', ladder(of.all('else'))),
			};
		case 'switch':
			return {
				kind: 'switch',
				start,
				end,
				...optional('initializer', of.maybe('initializer') ?? aliased(of)),
				...optional('subject', of.maybe('subject')),
				arms: of.all('arms').flatMap(armsIn),
				fallsThrough: shape.fallsThrough === true,
			};
		case 'arm': {
			const values = items(of.all('values'));
			const wildcard =
				shape.default === true ||
				(of.all('values').length === 0 && (of.parts.get('values') ?? []).length > 0) ||
				(data.namesCapture && values.some((value) => value.kind === 'name'));
			const arm: Arm = {
				kind: 'arm',
				start,
				end,
				values: wildcard ? [] : values,
				...optional('guard', of.maybe('guard')),
				body: of
					.all('body')
					.flatMap((node) =>
						node.kind === 'block' && !node.label && of.all('body').length === 1 ? node.statements : [node],
					),
				wildcard,
			};
			return arm;
		}
		case 'pattern': {
			const inner = of.all('*');
			const [first] = inner;
			if (first?.kind === 'number' && text(start, first.start).trim() === '-')
				return { ...first, start, text: `-${first.text}` };
			// `case 4100 | 4300 as code`
			if (first?.kind === 'assign' && first.values[0]) return first.values[0];
			if (inner.length <= 1) return first;
			return { kind: 'list', start, end, type: '', items: inner };
		}
		case 'loop': {
			const head = [...of.all('each'), ...of.all('head')];
			const isEach = (shape.mode === 'each' || (of.parts.get('each') ?? []).length > 0) && !counts(head.at(-1), data);
			const condition = of.maybe('condition');
			return {
				kind: 'loop',
				start,
				end,
				mode: isEach ? 'each' : 'repeat',
				head,
				...optional('condition', condition),
				body: of.body('body'),
				...optional('otherwise', of.maybe('else')),
			};
		}
		case 'return':
			return { kind: 'return', start, end, values: items(of.all('values')) };
		case 'throw':
			return { kind: 'throw', start, end, values: of.all('values') };
		case 'assert': {
			// `assert ok, text` is `if not ok: raise text`.
			const asserted = of.one('condition');
			const { start: from, end: to } = asserted;
			const thrown: Syntax = { kind: 'throw', start, end, values: of.all('values') };
			const condition: Syntax = { kind: 'not', start: from, end: to, operand: asserted };
			return { kind: 'if', start, end, condition, consequent: { kind: 'block', start, end, statements: [thrown] } };
		}
		case 'jump':
			return {
				kind: 'jump',
				start,
				end,
				to: shape.to as 'break' | 'continue' | 'fallthrough',
				...optional('label', of.written('label') || undefined),
			};
		case 'labelled': {
			const body = of.one('body');
			const label = of.written('label');
			if (body.kind === 'loop' || body.kind === 'block') return { ...body, label };
			return { kind: 'block', start: body.start, end: body.end, label, statements: [body] };
		}
		case 'try':
			return {
				kind: 'try',
				start,
				end,
				body: of.body('body'),
				handlers: of.all('handlers').filter((node): node is Handler => node.kind === 'handler'),
				...optional('last', of.maybe('last')),
			};
		case 'handler':
			return handler(of);
		case 'assign': {
			const targets = items(of.all('targets'));
			const whole = of.maybe('values');
			const assign: Assign = {
				kind: 'assign',
				start,
				end,
				targets,
				// `FATAL = 4100, 4300`: one name for all of them
				values:
					whole && whole.kind === 'list' && targets.length === 1 && whole.items.length > 1
						? [{ ...whole, type: '' }]
						: items(of.all('values')),
				declares: shape.declares === true,
				plain: of.written('operator') === '' || of.written('operator') === '=' || of.written('operator') === ':=',
				type: typeText(of.written('type')),
			};
			return assign;
		}
		case 'type': {
			const members = items(of.all('members'));
			const [named] = of.parts.get('name') ?? [];
			return { kind: 'type', start, end, name: of.written('name'), at: named ?? { start, end: start }, members };
		}
		case 'import':
		case 'binding':
		case 'export':
			return buildImport(of);
		case 'outer':
			return {
				kind: 'outer',
				start,
				end,
				names: of.all('names').flatMap((node) => (node.kind === 'name' ? [node.text] : [])),
			};
		case 'nothing':
			return { kind: 'nothing', start, end };
		default:
			return undefined;
	}
}

const optional = <K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } =>
	(value === undefined ? {} : { [key]: value }) as { [P in K]?: T };

const typeText = (written: string): string => written.replace(/^\s*:\s*/, '');

/** `switch e := err.(type)` gives the switch's subject a name. */
function aliased(of: Parts): Syntax | undefined {
	const targets = items(of.all('alias'));
	const subject = of.maybe('subject');
	const [first] = targets;
	if (!first || !subject) return undefined;
	const { start, end } = first;
	return { kind: 'assign', start, end, targets, values: [subject], declares: true, plain: true, type: '' };
}

/** `except (A, B) as e` catches two types under one name; in other languages the name stands alone. */
function handler(of: Parts): Handler {
	const { start, end, text } = of;
	const [head] = of.all('types');
	const named = head?.kind === 'assign' ? head : undefined;
	const types = (named?.values ?? of.all('types'))
		.flatMap((type) => (type.kind === 'list' ? type.items : [type]))
		.map((type) => text(type.start, type.end));
	const parameter = named?.targets[0] ?? of.maybe('parameter');
	return { kind: 'handler', start, end, ...optional('parameter', parameter), types, body: of.body('body') };
}

/** Whether a for-each goes over numbers: `range(3)`, Go's `range 3`. */
function counts(over: Syntax | undefined, data: LanguageData): boolean {
	if (over?.kind === 'number') return true;
	if (over?.kind === 'call') return data.lexicon.counters.includes(pathText(over.callee));
	return over?.kind === 'other' && counts(over.children.at(-1), data);
}

/** `c *Client` of Go's `func (c *Client) Describe()`. */
function receiverOf(node: Syntax | undefined): Parameter | undefined {
	const [parameter] = node?.kind === 'list' ? node.items : [];
	return parameter?.kind === 'parameter' ? parameter : undefined;
}

function receiverName(node: Syntax | undefined): string {
	const [name] = receiverOf(node)?.names ?? [];
	return name?.kind === 'name' ? name.text : '';
}

/** How many of a list are put into one another: no stack holds what a generator writes (see `DEEPEST` in `lower.ts`). */
export const LONGEST_CHAIN = 800;

/** `elif`, `elif`, `else` as one chain. */
function ladder(alternatives: readonly Syntax[]): Syntax | undefined {
	const cut = alternatives[LONGEST_CHAIN];
	const end: Syntax | undefined = cut && { kind: 'other', start: cut.start, end: cut.end, children: [] };
	return alternatives.slice(0, LONGEST_CHAIN).reduceRight<Syntax | undefined>((rest, node) => {
		if (node.kind !== 'if') return rest ?? asBlock(node);
		if (!rest) return node;
		const joined: If = { ...node, otherwise: rest };
		return joined;
	}, end);
}

function armsIn(node: Syntax): Arm[] {
	if (node.kind === 'arm') return [node];
	if (node.kind === 'block') return node.statements.flatMap(armsIn);
	return node.kind === 'list' ? node.items.flatMap(armsIn) : [];
}
