/**
 * Builds what languages of commands have: groups, arms, loops and procedures here, commands and pipes in `commands.ts`,
 * words in `buildWords.ts`. Which word is what, the language's data says.
 */

import type { Range } from '../model.ts';
import { givenAway } from './buildBlocks.ts';
import { asking, expansion, joinedText, plain, quoted, unquoted } from './buildWords.ts';
import { command, given, piped } from './commands.ts';
import { bracketed } from './commandTests.ts';
import { type Parts, SEQUENCE } from './parts.ts';
import { pathText } from './pathText.ts';
import type { Syntax } from './syntax.ts';

/** The node, or undefined where the shape is none of these. */
export function buildCommand(of: Parts): Syntax | undefined {
	const { start, end } = of;
	switch (of.shape.is) {
		case 'command':
			return command(of);
		case 'redirected': {
			const body = of.maybe('of');
			const call = body ?? of.all('to').find((node) => node.kind !== 'pair');
			if (call?.kind !== 'call') return call;
			return { ...call, end, args: [...call.args, ...of.all('to').filter((node) => node !== call)] };
		}
		case 'pipe':
			return piped(of);
		case 'expansion':
			return expansion(of);
		case 'concat':
			return joinedText(of);
		case 'quoted':
			return quoted(of);
		case 'asking':
			return asking(of);
		case 'element':
			return isAll(of)
				? of.one('object')
				: { kind: 'index', start, end, object: of.one('object'), index: of.one('index') };
		case 'bracketed':
			return bracketed(of.one('of'), of);
		case 'group':
			return { kind: 'block', ...extent(of), statements: statementsOf(of) };
		case 'choice':
			return choice(of);
		case 'round':
			return round(of);
		case 'setting':
			return setting(of);
		case 'procedure':
			return procedure(of);
		case 'declarations':
			return {
				...{ kind: 'block', start, end, declares: true },
				statements: of.all('statements').flatMap((node): Syntax[] => {
					if (node.kind === 'assign') return [{ ...node, declares: true }];
					return node.kind === 'name' ? [given(node, [node], [])] : [];
				}),
			};
		default:
			return undefined;
	}
}

const isAll = (of: Parts): boolean =>
	Array.isArray(of.shape.entire) && (of.shape.entire as unknown[]).includes(of.written('index'));

function statementsOf(of: Parts): readonly Syntax[] {
	const own = of.done(of.all('statements'));
	return of.shape.flat === true
		? own.flatMap((node) => (node.kind === 'block' && !node.declares ? node.statements : [node])).map(givenAway)
		: own;
}

/** Of a block that is as long as its statements, theirs. */
function extent(of: Parts): Range {
	const inner = of.all('statements');
	const [first] = inner;
	const last = inner.at(-1);
	return of.shape.inside === true && first && last ? { start: first.start, end: last.end } : of;
}

const bodyOf = (of: Parts): readonly Syntax[] => {
	const [only, ...others] = of.all('body');
	return only?.kind === 'block' && others.length === 0 && of.shape.flat === true
		? only.statements
		: of.done(of.all('body'));
};

function choice(of: Parts): Syntax {
	const { start, shape, children, text } = of;
	const end = start + text(start, of.end).trimEnd().length;
	const signs = children.filter((child) => !child.isNamed).map((child) => text(child.start, child.end));
	const runsOn = signs.includes(String(shape.runsOn));
	// Those that follow are asked, too: what this arm is for may be meant for them.
	const guard: Syntax | undefined = signs.includes(String(shape.asksOn))
		? { kind: 'other', start: end, end, children: [] }
		: undefined;
	const next: Syntax[] = runsOn ? [{ kind: 'jump', start: end, end, to: 'fallthrough' }] : [];
	const values = of.all('values').flatMap((node) => (node.kind === 'list' ? node.items : [unquoted(node)]));
	const label = of.written('values');
	const block = shape.flat === true ? of.maybe('body') : undefined;
	if (values.length === 0 && label !== '') values.push(plain(start, start + label.length, label));
	const isDefault = typeof shape.default === 'string' && label.toLowerCase() === shape.default;
	const wildcard =
		isDefault || values.some((node) => node.kind === 'text' && node.open !== undefined && node.value === '');
	return {
		...{ kind: 'arm', start, end, values: wildcard ? [] : values, wildcard },
		body: [...bodyOf(of), ...next],
		...(guard && { guard }),
		...(block?.kind === 'block' && { block: { start: block.start, end: block.end } }),
	};
}

function round(of: Parts): Syntax {
	const { start, end, shape, children, text, data } = of;
	const over = of.all('over');
	const [first] = over;
	const counts =
		(over.length === 1 && (first?.kind === 'number' || first?.kind === 'range')) ||
		(first?.kind === 'call' &&
			(data.lexicon.counters.includes(pathText(first.callee)) || /^\d+\.\./.test(pathText(first.callee)))) ||
		(over.length > 0 && over.every((node, i) => node.kind === 'number' && Number(node.text) === i + 1));
	const items: Syntax[] = first
		? [over.length === 1 ? first : { kind: 'list', start: first.start, end, type: '', items: over }]
		: [];
	const condition = of.maybe('condition');
	const isUntil = condition && children.some((child) => !child.isNamed && text(child.start, child.end) === shape.until);
	return {
		...{ kind: 'loop', start, end, mode: first && !counts ? 'each' : 'repeat', head: [...of.all('names'), ...items] },
		...(condition && {
			condition: isUntil ? { kind: 'not', start: condition.start, end: condition.end, operand: condition } : condition,
		}),
		body: of.body('body'),
	};
}

const itemsOf = (node: Syntax): readonly Syntax[] =>
	node.kind === 'list' && node.type === SEQUENCE ? node.items : [node];

/** What a procedure's last condition says is what it answers. */
function procedure(of: Parts): Syntax {
	const { start, end } = of;
	const body = of.body('body');
	const last = body.statements.at(-1);
	const answer: Syntax[] =
		last && of.data.returnsStatus && (last.kind === 'binary' || last.kind === 'not')
			? [{ kind: 'return', start: last.start, end: last.end, values: [last] }]
			: [];
	const isParameter = (node: Syntax): boolean => node.kind === 'parameter';
	const own = answer.length > 0 ? [...body.statements.slice(0, -1), ...answer] : body.statements;
	const parameters = [...of.all('parameters'), ...own].flatMap(itemsOf).filter(isParameter);
	const statements = own.filter((node) => !itemsOf(node).some(isParameter));
	return {
		...{ kind: 'function', start, end, name: of.written('name'), receiver: '', receiverType: '', parameters },
		...{ results: '', waits: false, body: { ...body, statements } },
	};
}

function setting(of: Parts): Syntax | undefined {
	const names = of.all('name');
	const { outlives } = of.shape;
	const isOutside = typeof outlives === 'string' && new RegExp(outlives).test(of.written('name'));
	const signs = of.children.filter((child) => !child.isNamed).map((child) => of.text(child.start, child.end));
	const plain = of.written('operator') === '' ? !signs.includes('+=') : of.written('operator').trim() === '=';
	const declares = !isOutside && plain && names.every((name) => name.kind === 'name');
	return names.length > 0 ? { ...given(of, names, of.all('values')), declares, plain } : undefined;
}
