/**
 * Builds one node of the neutral syntax from a grammar node's shape and children, which are built already: expressions
 * here, what is made of statements in `buildStatement.ts`.
 */
import { buildBlocks } from './buildBlocks.ts';
import { buildCommand } from './buildCommand.ts';
import { captureOf, entryOf, INITIAL, made, member, optionally, property } from './buildObject.ts';
import { binaryOf, boundOf, comparisonOf, joined, unaryOf } from './buildOperator.ts';
import { buildStatement } from './buildStatement.ts';
import { textOf } from './buildText.ts';
import { filled } from './callForms.ts';
import { heldAgainst } from './captures.ts';
import { rawText } from './declare.ts';
import { infix } from './infix.ts';
import { fieldsPattern } from './loosePatterns.ts';
import { messageOf, plainPattern } from './messages.ts';
import { given, indexed, outward, worded } from './outward.ts';
import { items, type Parts, SEQUENCE, wide } from './parts.ts';
import { pathText } from './pathText.ts';
import { alternatives, asked } from './patterns.ts';
import { sideBySide } from './positions.ts';
import { WHOLE } from './references.ts';
import { formOf } from './sideForms.ts';
import type { Syntax } from './syntax.ts';
import { tokenTree } from './tokens.ts';

/** The node, or undefined where the shape hides it. */
export function build(of: Parts): Syntax | undefined {
	return of.shape.closer === true ? outward(of, built) : built(of);
}

function built(of: Parts): Syntax | undefined {
	const { shape, children, start, end, text } = of;
	switch (shape.is) {
		case 'hidden':
			return undefined;
		case 'pass':
			return passed(of);
		case 'name':
			// `@reply` is a field of one's own.
			if (typeof shape.own === 'string') {
				const object: Syntax = { kind: 'name', start, end: start, text: shape.own };
				return { kind: 'member', start, end, object, property: text(start, end) };
			}
			return worded({ kind: 'name', start, end, text: text(start, end) }, shape.words);
		case 'shorthand': {
			const name: Syntax = { kind: 'name', start, end, text: text(start, end) };
			return { kind: 'pair', start, end, key: name, value: name };
		}
		case 'number': {
			const written = text(start, end);
			const digits =
				typeof shape.suffix === 'string' ? written.replace(new RegExp(`(?<=^\\d+)(?:${shape.suffix})$`), '') : written;
			return { kind: 'number', start, end: start + digits.length, text: digits };
		}
		case 'raw':
			return rawText(of);
		case 'constant':
			return {
				kind: 'constant',
				start,
				end,
				value: (shape.value ?? text(start, end).toLowerCase()) as 'true' | 'false' | 'null',
			};
		case 'text':
			return textOf(of);
		case 'member':
			return member(of);
		case 'path':
			return joined(of.all('*').flatMap(stepsOf), stepped);
		case 'index': {
			const list = listOfIndexes(of);
			if (list) return list;
			return { kind: 'index', start, end, object: of.one('object'), index: of.one('index'), ...optionally(of) };
		}
		case 'regex':
			return plainPattern(of);
		case 'call':
			return (
				messageOf(of) ??
				indexed(of) ??
				made(
					filled(
						{
							...{ kind: 'call', start, end, callee: calleeOf(of), args: argsOf(of) },
							...optionally(of),
						},
						of.data,
					),
					of,
				)
			);
		case 'binary':
			return binaryOf(of);
		case 'infix':
			return infix(of);
		case 'comparison':
			return comparisonOf(of);
		case 'range': {
			const isOpen = children.some((child) => !child.isNamed && text(child.start, child.end) === shape.excludes);
			const from = of.maybe('from');
			const to = of.maybe('to');
			return { kind: 'range', start, end, ...(from && { from }), ...(to && { to }), isOpen };
		}
		case 'tokens': {
			if (shape.callee === undefined) return tokenTree(of);
			return filled({ kind: 'call', start, end, callee: of.one('callee'), args: items(of.all('args')) }, of.data);
		}
		case 'unary':
			return unaryOf(of);
		case 'ternary':
			return {
				kind: 'ternary',
				start,
				end,
				condition: of.one('condition'),
				consequent: of.one('then'),
				otherwise: of.one('else'),
			};
		case 'list':
			return { kind: 'list', start, end, type: '', items: of.all('items') };
		case 'sequence':
			return {
				kind: 'list',
				start,
				end,
				type: SEQUENCE,
				items: shape.namedArgs === true ? of.all('items').map(entryOf) : of.all('items'),
			};
		case 'literal': {
			const own = shape.arrow === undefined ? items(of.all('items')) : pairsIn(of);
			const [list] = own;
			const inner = shape.nested === true && own.length === 1 && list && 'items' in list ? list.items : own;
			const kind = inner.some((item) => item.kind === 'pair') ? 'table' : 'list';
			return { kind, start, end, type: of.written('type'), items: inner };
		}
		case 'table':
			return { kind: 'table', start, end, type: '', items: of.all('items') };
		case 'record': {
			const values = of.all('values');
			const pairs = of.all('keys').flatMap((key, i): Syntax[] => {
				const value = values[i];
				return value ? [{ kind: 'pair', start: key.start, end: value.end, key, value }] : [];
			});
			return { kind: 'table', start, end, type: '', items: pairs };
		}
		case 'pair':
			// `Reply { code }`
			return {
				kind: 'pair',
				start,
				end,
				...computed(of),
				key: of.one('key'),
				value: children.length > 1 ? of.one('value') : of.one('key'),
			};
		case 'fields':
			return fieldsPattern(of);
		case 'both':
			return joined(of.all('*'), (left, right) => ({
				...{ kind: 'binary', start: left.start, end: right.end, operator: '&&', left, right },
			}));
		case 'tuple':
			return sideBySide(of);
		case 'alternatives':
			return alternatives({ start, end }, of.all('*'));
		case 'bound':
			return boundOf(of);
		case 'form':
			return formOf(children, of);
		case 'capture':
			return captureOf(of);
		case 'matches':
			return of.data.namesCapture !== undefined
				? { ...heldAgainst(of.one('pattern'), of.one('subject'), new RegExp(of.data.namesCapture)), start, end }
				: asked(of.one('pattern'), of.one('subject'));
		case 'initial':
			return { kind: 'list', start, end, type: INITIAL, items: of.all('*').map(entryOf) };
		case 'using':
			return shortened(of);
		case 'property':
			return property(of);
		case 'entry': {
			const [key, value] = of.all('*');
			return key && value ? { kind: 'pair', start, end, ...computed(of), key, value } : key;
		}
		case 'other':
			return { kind: 'other', start, end, children: of.all('*'), ...(shape.yields === true && { yields: true }) };
		default:
			return buildStatement(of) ?? buildCommand(of) ?? buildBlocks(of);
	}
}

/** `using codes::kAuth;`, `namespace e = qcloud::errors;`: a name for it; `using namespace codes;`: all that is in it. */
function shortened(of: Parts): Syntax {
	const { shape, start, end } = of;
	const meant = of.one('of');
	const isWhole = typeof shape.whole === 'string' && new RegExp(shape.whole).test(of.text(start, end));
	const own = of.written('name') || (meant.kind === 'member' ? meant.property : '');
	const text = isWhole ? WHOLE + pathText(meant) : own;
	const at = { start: start + of.text(start, end).length, end };
	const target: Syntax = { kind: 'name', ...at, text };
	return { kind: 'assign', start, end, targets: [target], values: [meant], declares: true, plain: true, type: '' };
}

/** Whether the key of a pair is an expression: always, or where the pair opens with a sign for that. */
const computed = ({ shape, start, text }: Parts): { computed?: true } =>
	shape.computed === true || (typeof shape.computed === 'string' && text(start, start + 1) === shape.computed)
		? { computed: true }
		: {};

/** What is passed on, with the cast that is around it; without what is to be passed, everything that is there. */
function passed(of: Parts): Syntax | undefined {
	const { shape, children, start, end } = of;
	const cast = of.written('cast');
	if (shape.wide === true) return wide(of.one('of'), start, end, cast);
	const node = of.maybe('of');
	if (node?.kind === 'call' && shape.tried === true) return { ...node, tried: true };
	if (node) return cast ? { ...node, cast } : node;
	if (children.length === 0) return undefined;
	const inner = children.flatMap((child) => child.node ?? []);
	// A lone `;`
	if (inner.length === 0 && of.text(start, end) === ';') return { kind: 'nothing', start, end };
	return { kind: 'other', start, end, children: inner };
}

/** What is called: a statement's own word where the grammar has no node for it. */
function calleeOf(of: Parts): Syntax {
	const { calls } = of.shape;
	if (typeof calls === 'string') return { kind: 'name', start: of.start, end: of.start + calls.length, text: calls };
	const object = of.maybe('object');
	const [first, ...steps] = of.all('callee');
	// `Future<void>.delayed(…)`, whose names stand one behind the other
	const path = first && steps.every(({ kind }) => kind === 'name') ? joined([first, ...steps], stepped) : undefined;
	const callee = path ?? of.one('callee');
	// `handlers[code].(reply)`, `$this->{METHODS[$code]}($reply)`: what is called is a value.
	if (object && !first) return object;
	if (object && (first?.kind === 'index' || (of.data.sigil !== '' && of.written('callee').startsWith(of.data.sigil))))
		return callee;
	// `object.method(…)` where no node is `object.method`
	if (object) return { kind: 'member', start: object.start, end: callee.end, object, property: of.written('callee') };
	// `send(request) { … }` is one call.
	return callee.kind === 'call' && (of.parts.get('trailing') ?? []).length > 0 ? callee.callee : callee;
}

/** `Set[4100, 4300]`, which makes a set of what stands between the brackets. */
function listOfIndexes(of: Parts): Syntax | undefined {
	const object = of.one('object');
	if (object.kind !== 'name' || !of.data.lexicon.listsOf.includes(`${object.text}[]`)) return undefined;
	const items = of.children.flatMap(({ node }) => (node && node !== object ? [node] : []));
	return { kind: 'list', start: of.start, end: of.end, type: '', items };
}

/** What a call is given, functions behind the arguments and the members of a class without a name included. */
function argsOf(of: Parts): readonly Syntax[] {
	const own = of.shape.suffixed === true ? given(of) : items(of.all('args'));
	const trailing = of.all('trailing');
	const callee = of.maybe('callee');
	const before = trailing.length > 0 && callee?.kind === 'call' ? callee.args : [];
	const [body] = of.all('members');
	const { start, end } = body ?? of;
	const type: Syntax[] = body
		? [{ kind: 'type', start, end, name: of.written('callee'), at: { start, end: start }, members: items([body]) }]
		: [];
	return [...before, ...own, ...trailing, ...type];
}

/** The items of a pattern whose keys and values are siblings: `['code' => $code]`. */
function pairsIn(of: Parts): Syntax[] {
	const found: Syntax[] = [];
	let isValue = false;
	for (const { node, start, end } of of.children) {
		const key = found.at(-1);
		if (!node) isValue ||= of.text(start, end) === of.shape.arrow;
		else if (isValue && key) {
			found[found.length - 1] = { kind: 'pair', start: key.start, end, key, value: node };
			isValue = false;
		} else found.push(node);
	}
	return found;
}

/** One step of a path more. */
const stepped = (object: Syntax, step: Syntax): Syntax =>
	step.kind === 'name' ? { kind: 'member', start: object.start, end: step.end, object, property: step.text } : object;

/** The names of a path that is the rest of another one: `b::c` of `a::b::c`. */
function stepsOf(node: Syntax, at: number): readonly Syntax[] {
	if (at === 0 || node.kind !== 'member') return [node];
	const { start, end } = node;
	return [...stepsOf(node.object, at), { kind: 'name', start, end, text: node.property }];
}
