/** Builds functions, types, statements and what belongs to them from a grammar node's shape and children. */
import { branchesOf, conditionOf, ladder } from './branches.ts';
import { assignOf } from './buildAssign.ts';
import { functionOf, parameterOf } from './buildFunction.ts';
import { buildImport } from './buildImport.ts';
import { loopOf } from './buildLoop.ts';
import { armOf, armsIn, labelOf, switchOf } from './buildSwitch.ts';
import { casesIn, casesOf, handlerOf } from './cases.ts';
import { demandOf, inClauses } from './clauses.ts';
import { apart, clause, declared, membersOf, typeText } from './declare.ts';
import { apartHandlers, formHandler, joinedHandlers } from './handlers.ts';
import { labelledIn } from './jumps.ts';
import { guarded } from './messages.ts';
import { items, optional, type Parts, SEQUENCE } from './parts.ts';
import { positionsOf } from './positions.ts';
import { returned, used } from './results.ts';
import type { Handler, Syntax } from './syntax.ts';

/** The node, or undefined where the shape is none of these. */
export function buildStatement(of: Parts): Syntax | undefined {
	const { shape, data, start, end, text } = of;
	switch (shape.is) {
		case 'function':
			return functionOf(of);
		case 'parameter':
			return parameterOf(of);
		case 'block':
			return {
				...{
					kind: 'block',
					start,
					end,
					statements: of.done(labelledIn(of, typed(of.all('statements'), of.written('type')))),
				},
				...(shape.declares === true && { declares: true }),
				...(shape.alternative === true && { alternative: true }),
			};
		case 'if': {
			const { consequent, others } = branchesOf(of);
			return {
				kind: 'if',
				start,
				end,
				...optional(
					'initializer',
					of.maybe('initializer') ?? inClauses(of).initializer ?? apart(of.maybe('condition')).initializer,
				),
				condition: conditionOf(of),
				consequent,
				...optional('otherwise', ladder(others)),
			};
		}
		case 'demand':
			return demandOf(of);
		case 'switch':
			return switchOf(of);
		case 'arm':
			return armOf(of);
		case 'cases':
			return casesOf(of, armsIn(of.all('*')));
		case 'label':
			return labelOf(of);
		case 'pattern': {
			const inner = of.written('cast') === '' ? of.all('*') : positionsOf(of);
			const [first] = inner;
			if (shape.any !== undefined && text(start, end) === shape.any) return undefined;
			const form = of.written('cast');
			// `Api(code, text)`
			if (form !== '' && inner.length > 1)
				return { kind: 'list', start, end, type: SEQUENCE, items: inner, cast: form };
			// `Some(4100)`, `Err(e)`: what is in it; `Some(_)`: whatever that is
			if (form !== '' && inner.length <= 1) {
				const held: Syntax = first ?? { kind: 'name', start, end, text: '_' };
				return { ...held, cast: held.cast ? `${form}(${held.cast})` : form };
			}
			if (first?.kind === 'number' && text(start, first.start).trim() === '-')
				return { ...first, start, text: `-${first.text}` };
			// `case 4100 | 4300 as code`
			if (first?.kind === 'assign' && first.values[0]) return first.values[0];
			if (inner.length <= 1) return first;
			return { kind: 'list', start, end, type: '', items: inner };
		}
		case 'loop':
			return loopOf(of);
		case 'return': {
			const values = items(of.all('values'));
			const [only] = values;
			const given = values.length === 1 ? used(only, returned) : undefined;
			if (given && shape.yields !== true) return given;
			return { kind: 'return', start, end, values, ...(shape.yields === true && { yielded: true }) };
		}
		case 'throw': {
			const values = of.all('values');
			const thrown = (value: Syntax): Syntax => ({
				kind: 'throw',
				start: value.start,
				end: value.end,
				values: [value],
			});
			return (values.length === 1 && used(values[0], thrown)) || { kind: 'throw', start, end, values };
		}
		case 'assert': {
			// `assert ok, text` is `if not ok: raise text`.
			const asserted = of.one('condition');
			const { start: from, end: to } = asserted;
			const thrown: Syntax = { kind: 'throw', start, end, values: of.all('values') };
			const condition: Syntax = { kind: 'not', start: from, end: to, operand: asserted };
			return { kind: 'if', start, end, condition, consequent: { kind: 'block', start, end, statements: [thrown] } };
		}
		case 'declaration':
			return declared(of);
		case 'clause':
			return clause(of);
		case 'goto':
			return { kind: 'goto', start, end, label: of.written('label'), target: [], isBack: false };
		case 'jump': {
			const jump: Syntax = {
				kind: 'jump',
				start,
				end,
				to: shape.to as 'break' | 'continue' | 'fallthrough',
				...optional('label', of.written('label') || undefined),
			};
			// `break Err(e)`: the loop's value
			const values = of.all('values');
			return values.length > 0 ? { kind: 'block', start, end, statements: [...values, jump] } : jump;
		}
		case 'labelled': {
			const body = of.one('body');
			const label = of.written('label').replace(/@$/, '');
			// `continue@outer`
			if ((label === 'break' || label === 'continue') && body.kind === 'name')
				return { kind: 'jump', start, end, to: label, label: body.text };
			if (body.kind === 'loop' || body.kind === 'block') return { ...body, label };
			return { kind: 'block', start: body.start, end: body.end, label, statements: [body] };
		}
		case 'guarded':
			return guarded(of);
		case 'try':
			return {
				kind: 'try',
				start,
				end,
				body: of.body('body'),
				handlers: joinedHandlers(
					(shape.loose === true ? apartHandlers(of) : of.all('handlers'))
						.flatMap((node) => [node, ...casesIn(node).map((arm) => handlerOf(arm, data.lexicon.catchesAll))])
						.filter((node): node is Handler => node.kind === 'handler'),
					data.lexicon.catchesAll,
				),
				...optional('last', of.maybe('last')),
			};
		case 'handler':
			return typeof shape.caught === 'string' ? formHandler(of, shape.caught) : handler(of);
		case 'assign':
			return assignOf(of);
		case 'type': {
			const members = membersOf(of);
			const [named] = of.parts.get('name') ?? [];
			const at = named ?? { start, end: start };
			return {
				...{ kind: 'type', start, end, name: of.written('name'), at, members },
				...(shape.open === true && { open: true }),
			};
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

/** Declarations with the type that stands before them all: `Reply reply = send(), other;` */
const typed = (statements: readonly Syntax[], type: string): readonly Syntax[] =>
	type === ''
		? statements
		: statements.map((node) => (node.kind === 'assign' && node.type === '' ? { ...node, type: typeText(type) } : node));

/** `except (A, B) as e` catches two types under one name; in other languages the name stands alone. */
function handler(of: Parts): Handler {
	const { start, end, text } = of;
	const [head] = of.all('types');
	const [inBrackets] = items(of.all('parameter'));
	if (inBrackets?.kind === 'parameter') {
		// `catch (const ApiException& e)`
		const [name] = inBrackets.names;
		const types = inBrackets.type ? [inBrackets.type] : [];
		return { kind: 'handler', start, end, ...optional('parameter', name), types, body: of.body('body') };
	}
	const named = head?.kind === 'assign' ? head : undefined;
	const types = (named?.values ?? of.all('types'))
		.flatMap((type) => (type.kind === 'list' ? type.items : [type]))
		.map((type) => text(type.start, type.end));
	const parameter = named?.targets[0] ?? inBrackets;
	const guard = optional('guard', of.maybe('guard'));
	return { kind: 'handler', start, end, ...optional('parameter', parameter), types, ...guard, body: of.body('body') };
}
