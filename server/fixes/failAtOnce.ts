/** Makes an arm that tries again fail instead: the whole arm, or an arm of their own for some of its codes. */
import type { Code } from '../catalogue/catalogue.ts';
import { sharedArm } from '../dispatch/armBody.ts';
import { calleeName, saysRetry } from '../dispatch/effects.ts';
import type { FoundConditional } from '../dispatch/found.ts';
import { isShort } from '../dispatch/ladders.ts';
import { loudness, saysLog } from '../dispatch/logging.ts';
import { isPause } from '../dispatch/retry.ts';
import { functionName } from '../dispatch/scope.ts';
import { atoms, type Test } from '../dispatch/test.ts';
import type { TextEdit } from '../model.ts';
import { pathText } from '../recognise/pathText.ts';
import type { Syntax } from '../recognise/syntax.ts';
import { failLines } from './failure.ts';
import { flat, inPlace, withImports } from './insert.ts';
import { ladderEdits } from './ladderRungs.ts';
import { removeValues } from './removeValue.ts';
import type { FixSite } from './site.ts';
import { lineEnd, lineStart } from './style.ts';
import { switchEdits } from './switchArms.ts';

/** Undefined where the arm does more than try again, or cannot be taken apart. */
export function failAtOnce(
	conditional: FoundConditional,
	index: number,
	codes: readonly Code[],
	site: FixSite,
): TextEdit[] | undefined {
	const lines = failLines(site, codes, conditional);
	const arm = conditional.arms[index];
	if (!lines || !arm || conditional.form === 'ternary' || isShort(conditional)) return undefined;
	const { lookup } = site;
	// With a family go its children.
	const isOne = (code: Code): boolean =>
		codes.includes(code) || codes.some((one) => one.code === lookup.familyOf(code.code) && code.severity === 'fatal');
	const isTheirs = (test: Test): boolean =>
		[...lookup.catalogue.codes, ...site.site.judged.named].every(
			(code) => isOne(code) || site.decide(test, code) === 'no',
		);
	const isShared = sharedArm(conditional, index) !== arm || isLabelBelow(conditional, index);
	if (!isShared && isTheirs(arm.test) && site.decide(arm.test, 'success') === 'no')
		return wholeBody(arm.body, lines, site);
	// Another arm names them too, and would be reached then.
	const others = conditional.arms.filter((one) => one !== arm && site.decide(one.test, 'other') !== 'yes');
	if (codes.some((code) => others.some((one) => site.decide(one.test, code) !== 'no'))) return undefined;
	const operands = [...atoms(arm.test)].flatMap(([test]) => operandsOf(test));
	const theirs = operands.filter((node) => codes.some((code) => site.means(node, code)));
	if (theirs.length !== codes.length) return undefined;
	const removed = removeValues(conditional, index, theirs, site);
	const blocks = [{ codes, action: { lines, leaves: true } }];
	const written =
		conditional.form === 'switch' ? switchEdits(blocks, conditional, site) : ladderEdits(blocks, conditional, site);
	return removed && written && [...removed, ...written].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Whether the labels above run into this arm. */
function isLabelBelow({ node, arms }: FoundConditional, index: number): boolean {
	return node.kind === 'switch' && node.fallsThrough && index > 0 && arms[index - 1]?.body.length === 0;
}

function operandsOf(test: Test): readonly Syntax[] {
	if (test.kind === 'is') return [test.operand.node];
	if (test.kind !== 'in') return [];
	const { node } = test.set;
	const container = node.kind === 'call' ? node.args[0] : node;
	return container?.kind === 'list' ? container.items : [];
}

/** In the place of statements that only wait, count, log and try again. */
function wholeBody(body: readonly Syntax[], lines: readonly string[], site: FixSite): TextEdit[] | undefined {
	const own = body.flatMap(flat);
	const [first] = own;
	const last = own.at(-1);
	if (!first || !last || !own.every((node) => isPartOfRetry(node, site))) return undefined;
	const { text } = site;
	const start = statementStart(text, site.at(first.start));
	let end = site.at(last.end);
	if (text.charAt(end) === ';') end++;
	if (/[^\s}]/.test(text.slice(end, lineEnd(text, end)))) return undefined;
	return withImports([inPlace(start, end, lines, site)], lines, site);
}

/** With the `await` before it, which the syntax leaves out. */
function statementStart(text: string, offset: number): number {
	const before = text.slice(lineStart(text, offset), offset);
	return offset - (/(?:\w+[\t ]+)*$/.exec(before)?.[0].length ?? 0);
}

function isPartOfRetry(node: Syntax, { dispatch, language }: FixSite): boolean {
	if (node.kind === 'jump' || node.kind === 'goto' || node.kind === 'nothing') return true;
	if (node.kind === 'assign') return !node.plain;
	const call = node.kind === 'return' && node.values.length < 2 ? node.values[0] : node;
	if (!call) return true;
	if (call.kind !== 'call') return false;
	const name = calleeName(call);
	const path = pathText(call.callee);
	return (
		isPause(name) ||
		name === functionName(dispatch.scope) ||
		saysRetry(path) ||
		saysLog(path) ||
		loudness(call, language) !== undefined
	);
}
