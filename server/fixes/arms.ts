/**
 * Handling for codes that a dispatch forgets: chooses the conditional that the arms fit into, or where whatever is left
 * has to fail. All offsets given back are of the document.
 */
import type { Code } from '../catalogue/catalogue.ts';
import { doesSomething } from '../dispatch/armBody.ts';
import { boundNames } from '../dispatch/bindings.ts';
import type { FoundConditional } from '../dispatch/found.ts';
import { isClosed, rungs } from '../dispatch/ladders.ts';
import { atoms, type Test } from '../dispatch/test.ts';
import type { TextEdit } from '../model.ts';
import { pathText } from '../recognise/pathText.ts';
import type { Arm, Syntax } from '../recognise/syntax.ts';
import { type Action, actionFor } from './action.ts';
import { failBehind, statementsBehind } from './behind.ts';
import { isNotCode, isOneOf } from './compare.ts';
import { failLines, failureLeaves } from './failure.ts';
import { fillRest } from './fillRest.ts';
import { isOfHandlers, linesOfRest } from './handlerRungs.ts';
import { insertAfter, leavesAlways, type Written } from './insert.ts';
import { ifBlock, ladderEdits } from './ladderRungs.ts';
import { asResult } from './result.ts';
import type { FixSite } from './site.ts';
import { indentAt } from './style.ts';
import { switchEdits } from './switchArms.ts';
import { fillFirst } from './template.ts';

/** The conditional that arms are added to: the switch with most arms, else the longest ladder, else the last test. */
function mainConditional(site: FixSite): FoundConditional | undefined {
	const size = ({ arms }: FoundConditional) => arms.filter((arm) => !arm.isRest).length;
	const of = (form: FoundConditional['form']) =>
		conditionalsIn(site)
			.filter((one) => one.form === form)
			.sort((a, b) => size(b) - size(a));
	const [widest] = of('switch');
	if (widest) return widest;
	const ifs = of('if');
	return ifs[0] && size(ifs[0]) > 1 ? ifs[0] : ifs.sort((a, b) => a.node.start - b.node.start).at(-1);
}

/** The conditionals among which the subject can be read: where an `if` gives it its name, those in that `if`. */
function conditionalsIn({ dispatch, subject }: FixSite): readonly FoundConditional[] {
	const [root = ''] = wordsIn(subject);
	const giver = dispatch.conditionals.find(({ node }) => node.kind === 'if' && declaresIn(node.condition, root));
	if (giver?.node.kind !== 'if') return dispatch.conditionals;
	const { start, end } = giver.node.consequent;
	const within = dispatch.conditionals.filter(({ node }) => start <= node.start && node.end <= end);
	return within.length > 0 ? within : [giver];
}

/** Whether a condition gives a value a name: `if let Some(code) = reply.code`. */
const declaresIn = (condition: Syntax, name: string): boolean =>
	condition.kind === 'assign'
		? condition.declares && condition.targets.some((target) => [...boundNames(target)].includes(name))
		: condition.kind === 'binary' && [condition.left, condition.right].some((part) => declaresIn(part, name));

/** Codes that get an arm of their own or share one: those that are handled alike. */
function groups(codes: readonly Code[]): Code[][] {
	const order = ['fatal', 'unknown', 'transient', 'partial'];
	return order
		.map((severity) => codes.filter((code) => code.severity === severity))
		.filter((group) => group.length > 0);
}

/** Of the codes, those that something can be done about here. */
export function handleable(codes: readonly Code[], site: FixSite): Code[] {
	const conditional = mainConditional(site);
	return conditional
		? groups(codes)
				.filter((group) => actionFor(group, site, conditional))
				.flat()
		: [];
}

/** Edits that handle these codes, or undefined where this dispatch's form has no place for them. */
export function handleEdits(codes: readonly Code[], site: FixSite): TextEdit[] | undefined {
	const conditional = mainConditional(site);
	if (!conditional || (conditional.form !== 'switch' && !isRepeatable(conditional, site))) return undefined;
	const blocks: Written[] = [];
	for (const group of groups(codes)) {
		const action = actionFor(group, site, conditional);
		const said = group.filter((code) => site.value(code) !== undefined);
		if (!action || said.length < group.length) return undefined;
		blocks.push({ codes: group, action });
	}
	return conditional.form === 'switch'
		? switchEdits(blocks, conditional, site)
		: ladderEdits(blocks, conditional, site);
}

/** Edits that make whatever no test names fail; undefined where there is no safe place. */
export function fallbackEdits(site: FixSite): TextEdit[] | undefined {
	const conditional = mainConditional(site);
	const usual = failLines(site);
	const lines = conditional && usual && isOfHandlers(conditional) ? linesOfRest(conditional, usual, site) : usual;
	// What takes the rest would take `undefined` too.
	if (!conditional || !lines || site.mayBeAbsent) return undefined;
	if (conditional.form !== 'switch' && !isRepeatable(conditional, site)) return undefined;
	const inArm = asResult(lines, conditional, site);
	const action: Action = { lines: inArm, leaves: failureLeaves(site) };
	const beside = conditionalsIn(site).filter((one) => one.form === 'if' || one.form === 'switch');
	const own = beside.filter(
		(one) =>
			!beside.some((other) => other !== one && other.node.start <= one.node.start && one.node.end <= other.node.end),
	);
	const isLast = own.every((one) => one === conditional || one.node.end <= conditional.node.start);
	const isLone = conditional.form === 'if' && conditional.arms.length === 1;
	const leaves = (one: FoundConditional): boolean => one.arms.every((_, i) => leavesAlways(one, i));
	const isShortRest = conditional.arms.some((arm) => arm.isRest);
	// What an earlier test has let through is not to fail in a later one.
	const isFree = own.every((one) => one === conditional || leaves(one));
	if ((own.length > 1 && (!isLast || isLone || !isFree)) || (isClosed(conditional) && !isShortRest))
		return afterAll(own, lines, site);
	// Behind an `if` that leaves, another stands better than an else.
	const { node } = conditional;
	const hasElse = node.kind === 'if' && node.otherwise !== undefined;
	if (isLone && !hasElse && leaves(conditional) && own.length === 1 && site.guardOf(conditional) === '')
		return afterAll(own, lines, site);
	const rest = conditional.arms.findIndex((arm) => site.decide(arm.test, 'other') === 'yes');
	const reaches = site.mayBeSuccess && !isSuccessTaken(conditional, site);
	// Where everything named leaves, another arm that leaves would cut off what follows.
	const isCutOff = conditional.arms.every((arm, i) =>
		i === rest ? !arm.body.some(doesSomething) : leavesAlways(conditional, i),
	);
	if (isCutOff && !reaches && site.guardOf(conditional) === '' && statementsBehind(node, site).length > 0)
		return failBehind(node, lines, site);
	// What the arm that takes the rest gives no name cannot be read in it.
	if (!isReadable(conditional, rest, site)) return undefined;
	if (rest !== -1) return fillRest(conditional, rest, inArm, reaches, site);
	if (conditional.form === 'switch') {
		const pass: Written[] = reaches ? [{ codes: 'success', action: { lines: [], leaves: false } }] : [];
		return switchEdits([...pass, { codes: 'rest', action }], conditional, site);
	}
	if (conditional.form !== 'if') return undefined;
	const isGuarded = site.guardOf(conditional) !== '';
	return ladderEdits([{ codes: reaches || isGuarded ? 'success' : 'rest', action }], conditional, site);
}

/**
 * Several tests one after the other: what none of them names fails behind the last, for a fallback in one of them would
 * take what the others are for.
 */
function afterAll(own: readonly FoundConditional[], lines: readonly string[], site: FixSite): TextEdit[] | undefined {
	const { stubs } = site.language;
	const sorted = [...own].sort((a, b) => a.node.start - b.node.start);
	const last = sorted.at(-1);
	if (!last) return undefined;
	const indent = indentAt(site.text, site.at(last.node.start));
	if (sorted.some(({ node }) => indentAt(site.text, site.at(node.start)) !== indent)) return undefined;
	const stays = own.flatMap((one) => one.arms.flatMap((arm, i) => (leavesAlways(one, i) ? [] : [{ one, arm, i }])));
	// What asks for families cannot be said by values: the conditions themselves are turned round.
	const turned = stays.some(({ arm }) => [...atoms(arm.test)].some(([test]) => asksFamily(test)))
		? stays.map(({ one, i }) => opposite(one, i, site))
		: undefined;
	if (turned?.includes(undefined)) return undefined;
	const staying = turned
		? []
		: site.site.judged.named.filter((code) => stays.some(({ arm }) => site.decide(arm.test, code) !== 'no'));
	const isPassing =
		site.mayBeSuccess &&
		!own.some((one) => one.arms.some((arm, i) => leavesAlways(one, i) && site.decide(arm.test, 'success') === 'yes'));
	const values = [...(isPassing ? (['success'] as const) : []), ...staying].map((code) => site.value(code));
	if (values.includes(undefined)) return undefined;
	const guard = site.guardOf(last) ?? '';
	if (values.length === 0 && !turned) return guard === '' ? failBehind(last.node, lines, site) : undefined;
	const each = values.map((value) => isNotCode(site, value) ?? '');
	const none = values.length > 1 ? isOneOf(site, values, 'noneOf') : undefined;
	const bare = none === undefined ? each : [none];
	const test = [...bare, ...(turned ?? [])].join(stubs.and);
	return insertAfter(last.node, ifBlock(stubs.if, { test: guard + test }, { lines, leaves: true }, [], site), site, [
		...lines,
		test,
	]);
}

/** Whether a test holds for codes that nobody could list. */
const asksFamily = (test: Test): boolean => test.kind === 'prefix' || ('via' in test && test.via === 'family');

/** The opposite of what lets a code into an arm of an `if`. */
function opposite(conditional: FoundConditional, index: number, site: FixSite): string | undefined {
	const { node } = conditional;
	const rung = node.kind === 'if' ? rungs(node)[index] : undefined;
	if (!rung || site.source(rung.condition).includes('\n')) return undefined;
	const test = site.source(rung.condition);
	return fillFirst(site.language.stubs.not, { test, call: rung.condition.kind === 'call' ? test : undefined })?.[0];
}

/** Whether the subject can be read in an arm: it may be a part of what the patterns of other arms give a name. */
function isReadable({ node, arms }: FoundConditional, index: number, site: FixSite): boolean {
	if (node.kind !== 'switch') return true;
	const [root = ''] = wordsIn(site.subject);
	const names = (arm: Arm | undefined): readonly string[] =>
		(arm?.captures ?? []).flatMap((one) => [...boundNames(one)]);
	const isGiven = node.arms.some((arm) => names(arm).includes(root));
	return !isGiven || names(node.arms[arms[index] ? index : -1]).includes(root);
}

/** Whether tests like those that are there can be written once more: the same guard before all, nothing called again. */
function isRepeatable(conditional: FoundConditional, site: FixSite): boolean {
	if (!site.isSettled || site.guardOf(conditional) === undefined) return false;
	const [root = ''] = wordsIn(site.subject);
	if (conditional.node.kind === 'if' && declaresIn(conditional.node.condition, root)) return false;
	// What an `if` declares for itself is gone behind it.
	const declared = conditional.node.kind === 'if' ? conditional.node.initializer : undefined;
	const names = declared?.kind === 'assign' ? declared.targets.map(pathText) : [];
	const isOwn = declared && (names.length === 0 || names.some((name) => wordsIn(site.subject).includes(name)));
	return !isOwn || conditional.arms.length > 1;
}

const wordsIn = (text: string): readonly string[] => text.match(/[\w$]+/g) ?? [];

/** Whether success has been dealt with before, or in, the conditional. */
function isSuccessTaken(conditional: FoundConditional, site: FixSite): boolean {
	const decide = (test: FoundConditional['arms'][number]['test']) => site.decide(test, 'success');
	return site.dispatch.conditionals.some((one) =>
		one.arms.some((arm, i) => {
			if (one === conditional) return decide(arm.test) === 'yes' && !arm.isRest;
			if (one.form === 'loop') return false;
			const isAround = one.node.start < conditional.node.start && one.node.end >= conditional.node.end;
			if (isAround)
				return arm.start <= conditional.node.start && conditional.node.end <= arm.end && decide(arm.test) === 'no';
			return one.node.end <= conditional.node.start && decide(arm.test) === 'yes' && leavesAlways(one, i);
		}),
	);
}
