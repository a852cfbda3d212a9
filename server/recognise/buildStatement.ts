/** Builds functions, types, statements and what belongs to them from a grammar node's shape and children. */
import { pathText } from '../dispatch/scope.ts';
import type { LanguageData } from '../languages/language.ts';
import { branchesOf } from './branches.ts';
import { buildImport } from './buildImport.ts';
import { namedPatterns } from './captures.ts';
import { casesIn, casesOf, handlerOf } from './cases.ts';
import { bodyOf, parametersOf } from './closures.ts';
import { apart, clause, declared, headed, membersOf, namedPath, spanned } from './declare.ts';
import { joinedHandlers } from './handlers.ts';
import { bindJumps } from './jumps.ts';
import { guarded, withCalls } from './messages.ts';
import { asBlock, items, type Parts, SEQUENCE } from './parts.ts';
import { armPatterns, settled } from './patterns.ts';
import { resultOf, returned, used, withResult } from './results.ts';
import type { Arm, Assign, Handler, If, Loop, Parameter, Spot, Switch, Syntax } from './syntax.ts';

/** The node, or undefined where the shape is none of these. */
export function buildStatement(of: Parts): Syntax | undefined {
	const { shape, data, children, start, end, text } = of;
	switch (shape.is) {
		case 'function':
			return headed(of, {
				kind: 'function',
				start,
				end,
				name: namedPath(of).name,
				receiver: receiverName(of.maybe('receiver')),
				receiverType: receiverOf(of.maybe('receiver'))?.type.replace(/^\*|\[.*$/gs, '') ?? namedPath(of).receiverType,
				parameters: parametersOf(
					of,
					of.all('parameters').flatMap((list) => items([list])),
				),
				results: of.written('results').replace(/^\s*:?\s*/, ''),
				waits:
					children.some((child) => !child.node && /^(?:\w+ )*async$/.test(text(child.start, child.end))) ||
					saysWaits(of),
				body: withResults(of, bodyOf(of)),
			});
		case 'parameter':
			return { kind: 'parameter', start, end, names: of.all('names'), type: typeText(of.written('type')) };
		case 'block':
			return {
				...{ kind: 'block', start, end, statements: of.done(typed(of.all('statements'), of.written('type'))) },
				...(shape.declares === true && { declares: true }),
				...(shape.alternative === true && { alternative: true }),
			};
		case 'if': {
			const { consequent, others } = branchesOf(of);
			return {
				kind: 'if',
				start,
				end,
				...optional('initializer', of.maybe('initializer') ?? apart(of.maybe('condition')).initializer),
				condition: conditionOf(of),
				consequent,
				...optional('otherwise', ladder(others)),
			};
		}
		case 'switch': {
			const { initializer, asked } = subjectOf(of.maybe('subject'));
			const arms = armsIn(of.all('arms')).map(settledOn(asked));
			const writes = typeof shape.writes === 'string' ? shape.writes : arms.find((arm) => arm.writes)?.writes;
			return withJumps(data, {
				kind: 'switch',
				start,
				end,
				...optional('initializer', of.maybe('initializer') ?? initializer ?? aliased(of)),
				...optional('subject', asked),
				arms,
				fallsThrough: shape.fallsThrough === true || arms.some((arm) => arm.fallsThrough),
				...(shape.unmatched === 'fails' && { unmatchedFails: true }),
				...optional('writes', writes),
			});
		}
		case 'arm': {
			const labels = of.all('values').filter((node) => node.kind === 'arm');
			const span = spanned(of);
			const written =
				span?.values ?? (labels.length > 0 ? labels.flatMap((label) => label.values) : items(of.all('values')));
			const { values, captures, takesAny } =
				typeof data.namesCapture === 'string'
					? namedPatterns(written, new RegExp(data.namesCapture))
					: armPatterns(written);
			const guard = of.maybe('guard') ?? labels.find((label) => label.guard)?.guard;
			const wildcard =
				shape.default === true ||
				(typeof shape.default === 'string' &&
					children.some((child) => !child.isNamed && text(child.start, child.end) === shape.default)) ||
				labels.some((label) => label.wildcard) ||
				takesAny ||
				(of.all('values').length === 0 && (of.parts.get('values') ?? []).length > 0) ||
				(data.namesCapture === true && values.some((value) => value.kind === 'name'));
			const arm: Arm = {
				kind: 'arm',
				start,
				end,
				values: wildcard ? [] : values,
				...(captures.length > 0 && { captures }),
				...optional('guard', guard),
				...optional('block', bracedIn(of)),
				body: of
					.all('body')
					.filter((node) => !span || node.start >= span.end)
					.flatMap((node) =>
						node.kind === 'block' && !node.label && of.all('body').length === 1 ? node.statements : [node],
					)
					.map((node): Syntax => (isIdle(node, data) ? { kind: 'nothing', start: node.start, end: node.end } : node)),
				wildcard,
				...(shape.fallsThrough === true && { fallsThrough: true }),
				...(typeof shape.writes === 'string' && { writes: shape.writes }),
			};
			return arm;
		}
		case 'cases':
			return casesOf(of, armsIn(of.all('*')));
		case 'label': {
			const rest = typeof shape.default === 'string' ? shape.default : undefined;
			const values = of
				.all('*')
				.filter((node) => node.kind !== 'name' || node.text !== rest || node.cast !== undefined);
			const written = text(start, end);
			const isAlone = rest !== undefined && values.length === 0 && written.startsWith(rest);
			const wildcard = isAlone || (rest !== undefined && new RegExp(`\\b${rest}$`).test(written));
			return { kind: 'arm', start, end, values, ...optional('guard', of.maybe('guard')), body: [], wildcard };
		}
		case 'pattern': {
			const inner = of.all('*');
			const [first] = inner;
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
		case 'loop': {
			const head = [...of.all('each'), ...of.all('head')].map((node) => gone(node, data));
			const isEach = (shape.mode === 'each' || (of.parts.get('each') ?? []).length > 0) && !counts(head.at(-1), data);
			return withJumps(data, {
				kind: 'loop',
				start,
				end,
				mode: isEach ? 'each' : 'repeat',
				...optional('label', of.written('label').replace(/@$/, '') || undefined),
				head,
				...optional('condition', of.maybe('condition') && conditionOf(of)),
				body: of.body('body'),
				...optional('otherwise', of.maybe('else')),
			});
		}
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
					of
						.all('handlers')
						.flatMap((node) => [node, ...casesIn(node).map((arm) => handlerOf(arm, data.lexicon.catchesAll))])
						.filter((node): node is Handler => node.kind === 'handler'),
					data.lexicon.catchesAll,
				),
				...optional('last', of.maybe('last')),
			};
		case 'handler':
			return handler(of);
		case 'assign': {
			const { sigil } = data;
			const isField = shape.field === true && sigil !== '';
			const typedTargets = items(of.all('targets'));
			const [lone] = typedTargets;
			const targets = typedTargets
				.flatMap(bare)
				.map(
					(target): Syntax =>
						isField && target.kind === 'name' && target.text.startsWith(sigil)
							? { ...target, text: target.text.slice(sigil.length) }
							: target,
				);
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
				type: typeText(of.written('type')) || (lone?.kind === 'parameter' ? lone.type : ''),
			};
			const [value] = assign.values;
			// `let Some(code) = reply.code else { return };`
			const missed = of.maybe('else');
			if (missed && value)
				return { kind: 'block', start, end, statements: [assign, unless(value, missed)], declares: true };
			// `val text = when (code) { … }`: each branch assigns
			const assigned = (one: Syntax): Syntax => ({ ...assign, start: one.start, end: one.end, values: [one] });
			const given = assign.values.length === 1 && assign.plain ? used(value, assigned) : undefined;
			if (given) return { kind: 'block', start, end, statements: [given], declares: true };
			return assign;
		}
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

const withJumps = (data: LanguageData, node: Loop | Switch): Loop | Switch =>
	data.countedJumps ? bindJumps(node) : node;

/** Where an arm's one block stands, braces included. */
function bracedIn({ parts, text }: Parts): Spot | undefined {
	const [only, second] = parts.get('body') ?? [];
	if (only?.node?.kind !== 'block' || second || text(only.start, only.start + 1) !== '{') return undefined;
	return { start: only.start, end: only.end };
}

/** What runs where there is no value. */
function unless(value: Syntax, body: Syntax): Syntax {
	const { start, end } = body;
	const nothing: Syntax = { kind: 'constant', start, end: start, value: 'null' };
	const condition: Syntax = { kind: 'binary', start, end: start, operator: '==', left: value, right: nothing };
	return { kind: 'if', start, end, condition, consequent: asBlock(body) };
}

/** A function's body with its results given back. */
function withResults(of: Parts, body: Syntax): Syntax {
	const given = givesLast(of) ? withResult(body) : resultOf(body);
	return of.data.namesCall ? withCalls(given, of.data) : given;
}

/** Whether a function's last expression is its result. */
function givesLast(of: Parts): boolean {
	const { lastIsResult } = of.data;
	if (typeof lastIsResult === 'boolean' || of.written('name') === '') return lastIsResult !== false;
	return new RegExp(lastIsResult).test(of.written('results'));
}

/** What has to hold: of `unless`, the opposite of what is written. */
function conditionOf(of: Parts): Syntax {
	const condition = apart(of.one('condition')).asked ?? of.one('condition');
	if (of.shape.negated !== true) return condition;
	return { kind: 'not', start: condition.start, end: condition.end, operand: condition };
}

const optional = <K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } =>
	(value === undefined ? {} : { [key]: value }) as { [P in K]?: T };

/** Declarations with the type that stands before them all: `Reply reply = send(), other;` */
const typed = (statements: readonly Syntax[], type: string): readonly Syntax[] =>
	type === ''
		? statements
		: statements.map((node) => (node.kind === 'assign' && node.type === '' ? { ...node, type: typeText(type) } : node));

/** A name that does nothing as a statement: `else -> Unit`. */
const isIdle = (node: Syntax, { lexicon }: LanguageData): boolean =>
	node.kind === 'name' && lexicon.idle.includes(node.text);

/** `code: Int` of `val code: Int = …` without its type. */
const bare = (target: Syntax): readonly Syntax[] => (target.kind === 'parameter' ? target.names : [target]);

/** Whether a word before a function's name says that it waits. */
const saysWaits = ({ shape, children, text }: Parts): boolean =>
	typeof shape.waits === 'string' &&
	children.some(({ node, start, end }) => !node && new RegExp(`\\b${shape.waits}\\b`).test(text(start, end)));

const typeText = (written: string): string => written.replace(/^\s*:\s*/, '');

/** What a switch asks about; `when (val code = reply.code)` gives it a name first. */
function subjectOf(node: Syntax | undefined): ReturnType<typeof apart> {
	if (node?.kind !== 'assign' || !node.declares) return apart(node);
	const [name] = node.targets;
	return name ? { initializer: node, asked: name } : apart(node.values[0]);
}

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

/** What a for-each goes over, without the call that gives it the items one by one: `codes` of `_, code in ipairs(codes)`. */
function gone(node: Syntax, data: LanguageData): Syntax {
	const { iterators } = data.lexicon;
	if (iterators.length === 0) return node;
	if (node.kind === 'other' && node.children.length > 1)
		return {
			...node,
			children: [...node.children.slice(0, -1), ...node.children.slice(-1).map((one) => gone(one, data))],
		};
	const [only] = items([node]);
	const [of] = only?.kind === 'call' && iterators.includes(pathText(only.callee)) ? only.args : [];
	return of ?? (node.kind === 'list' && node.items.length === 1 && only ? only : node);
}

/** Whether a for-each goes over numbers: `range(3)`, Go's `range 3`. */
function counts(over: Syntax | undefined, data: LanguageData): boolean {
	if (over?.kind === 'number' || over?.kind === 'range') return true;
	if (over?.kind === 'call') {
		const { callee } = over;
		const { counters } = data.lexicon;
		// `1 to 3`
		if (callee.kind === 'member' && counters.includes(`.${callee.property}`)) return true;
		return counters.includes(pathText(callee));
	}
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

/** An arm whose patterns know what is switched on. */
const settledOn =
	(subject: Syntax | undefined) =>
	(arm: Arm): Arm =>
		subject ? { ...arm, values: arm.values.map((value) => settled(value, subject)) } : arm;

/** The arms among nodes, in blocks and lists too; what stands between them belongs to the one before. */
function armsIn(nodes: readonly Syntax[]): Arm[] {
	const arms: Arm[] = [];
	const isThere = ({ values }: Arm): boolean =>
		arms.some((one) => one.values.map(pathText).join() === values.map(pathText).join());
	const take = (node: Syntax, isOther: boolean): void => {
		const inner = node.kind === 'block' ? node.statements : node.kind === 'list' ? node.items : casesIn(node);
		const last = arms.at(-1);
		if (node.kind === 'arm') {
			// Only one of the two is ever there.
			if (!(isOther && isThere(node))) arms.push(node);
		} else if (!last || inner.some((one) => one.kind === 'arm' || one.kind === 'block'))
			for (const one of inner) take(one, isOther || (node.kind === 'block' && node.alternative === true));
		else arms[arms.length - 1] = { ...last, end: node.end, body: [...last.body, node] };
	};
	for (const node of nodes) take(node, false);
	return arms;
}
