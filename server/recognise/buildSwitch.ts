/** Builds switches: what they ask about, their arms, and what stands before the statements of an arm. */
import type { LanguageData } from '../languages/language.ts';
import { namedPatterns } from './captures.ts';
import { casesIn } from './cases.ts';
import { apart, spanned } from './declare.ts';
import { goneOn, withJumps } from './jumps.ts';
import { loosePattern } from './loosePatterns.ts';
import { items, optional, type Parts } from './parts.ts';
import { pathText } from './pathText.ts';
import { armPatterns, settled } from './patterns.ts';
import { apartOn, withPositionsNamed } from './positions.ts';
import type { Arm, Spot, Syntax } from './syntax.ts';

/** Where an arm's one block stands, braces included. */
function bracedIn({ parts, text }: Parts): Spot | undefined {
	const [only, second] = parts.get('body') ?? [];
	if (only?.node?.kind !== 'block' || second || text(only.start, only.start + 1) !== '{') return undefined;
	return { start: only.start, end: only.end };
}

/** The word with which an arm runs on into the next, where that is no node. */
const runningOn = ({ shape, children, text }: Parts): Syntax[] =>
	children.flatMap(({ isNamed, start, end }): Syntax[] =>
		!isNamed && text(start, end) === shape.runsOn ? [{ kind: 'jump', start, end, to: 'fallthrough' }] : [],
	);

/** A name that does nothing as a statement: `else -> Unit`. */
const isIdle = (node: Syntax, { lexicon }: LanguageData): boolean =>
	node.kind === 'name' && lexicon.idle.includes(node.text);

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

/** An arm whose patterns know what is switched on. */
const settledOn =
	(subject: Syntax | undefined) =>
	(arm: Arm): Arm =>
		subject ? { ...arm, values: arm.values.map((value) => settled(value, subject)) } : arm;

/** The arms among nodes, in blocks and lists too; what stands between them belongs to the one before. */
export function armsIn(nodes: readonly Syntax[]): Arm[] {
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

/** A switch: what it asks about, and its arms. */
export function switchOf(of: Parts): Syntax | undefined {
	const { shape, data, start, end } = of;
	const { initializer, asked } = subjectOf(of.maybe('subject'));
	const own = armsIn(of.all('arms'));
	const several = asked && apartOn(asked, own, data);
	const arms = goneOn(several ?? withPositionsNamed(own, data).map(settledOn(asked)));
	const writes = typeof shape.writes === 'string' ? shape.writes : arms.find((arm) => arm.writes)?.writes;
	return withJumps(data, {
		kind: 'switch',
		start,
		end,
		...optional('initializer', of.maybe('initializer') ?? initializer ?? aliased(of)),
		...optional('subject', several ? undefined : asked),
		arms,
		fallsThrough: shape.fallsThrough !== undefined || arms.some((arm) => arm.fallsThrough),
		...(shape.fallsThrough === 'empty' && { endsArms: true }),
		...(shape.unmatched === 'fails' && { unmatchedFails: true }),
		...optional('writes', writes),
	});
}

/** An arm: what it takes, what it asks besides, what it runs. */
export function armOf(of: Parts): Arm {
	const { shape, data, children, start, end, text } = of;
	const labels = of.all('values').filter((node) => node.kind === 'arm');
	const span = spanned(of);
	const loose =
		shape.behind === undefined ? undefined : items([loosePattern(of, 'values')].flatMap((one) => one ?? []));
	const written =
		span?.values ?? loose ?? (labels.length > 0 ? labels.flatMap((label) => label.values) : items(of.all('values')));
	const { values, captures, takesAny } =
		data.namesCapture === undefined ? armPatterns(written) : namedPatterns(written, new RegExp(data.namesCapture));
	const guard = of.maybe('guard') ?? labels.find((label) => label.guard)?.guard;
	const wildcard =
		shape.default === true ||
		(typeof shape.default === 'string' &&
			children.some((child) => !child.isNamed && text(child.start, child.end) === shape.default)) ||
		labels.some((label) => label.wildcard) ||
		takesAny ||
		((loose ?? of.all('values')).length === 0 && (of.parts.get('values') ?? []).length > 0);
	const arm: Arm = {
		kind: 'arm',
		start,
		end,
		values: wildcard ? [] : values,
		...(captures.length > 0 && { captures }),
		...optional('guard', guard),
		...optional('block', bracedIn(of)),
		...optional('label', of.written('label').replace(/\s*:$/, '') || undefined),
		body: of
			.all('body')
			.filter((node) => !span || node.start >= span.end)
			.flatMap((node) =>
				node.kind === 'block' && !node.label && of.all('body').length === 1 ? node.statements : [node],
			)
			.map((node): Syntax => (isIdle(node, data) ? { kind: 'nothing', start: node.start, end: node.end } : node))
			.concat(runningOn(of)),
		wildcard,
		...(shape.fallsThrough === true && { fallsThrough: true }),
		...(typeof shape.writes === 'string' && { writes: shape.writes }),
	};
	return arm;
}

/** What stands before the statements of an arm, as an arm without a body. */
export function labelOf(of: Parts): Syntax | undefined {
	const { shape, start, end, text } = of;
	const rest = typeof shape.default === 'string' ? shape.default : undefined;
	const values = of.all('*').filter((node) => node.kind !== 'name' || node.text !== rest || node.cast !== undefined);
	const written = text(start, end);
	const isAlone = rest !== undefined && values.length === 0 && written.startsWith(rest);
	const wildcard = isAlone || (rest !== undefined && new RegExp(`\\b${rest}$`).test(written));
	return { kind: 'arm', start, end, values, ...optional('guard', of.maybe('guard')), body: [], wildcard };
}
