/** Fills the arm that takes the rest, so that it fails, and success does not. */
import type { FoundConditional } from '../dispatch/found.ts';
import { rungs } from '../dispatch/ladders.ts';
import type { TextEdit } from '../model.ts';
import { lineFormOf } from './armForm.ts';
import { isIdle } from './behind.ts';
import { isNotCode } from './compare.ts';
import { fillArm } from './fillArm.ts';
import { flat } from './insert.ts';
import { ifBlock } from './ladderRungs.ts';
import type { FixSite } from './site.ts';
import { switchEdits } from './switchArms.ts';
import { fill } from './template.ts';

/** Makes an arm fail that takes the rest and does nothing about it; success, where that comes here too, keeps its way. */
export function fillRest(
	conditional: FoundConditional,
	rest: number,
	lines: readonly string[],
	reaches: boolean,
	site: FixSite,
): TextEdit[] | undefined {
	const arm = conditional.arms[rest];
	const isForm = lineFormOf(conditional.node, site.language) !== undefined;
	if (!arm || (!isForm && !isIdle(arm.body, site))) return undefined;
	if (!reaches || site.decide(arm.test, 'success') === 'no') return fillArm(conditional, rest, lines, site);
	const [only] = arm.body.flatMap(flat);
	const isKept =
		only?.kind === 'return' || (only?.kind === 'jump' && (only.to === 'continue' || conditional.form === 'if'));
	const kept = only && isKept ? [site.source(only) + (site.text.charAt(site.at(only.end)) === ';' ? ';' : '')] : [];
	if (conditional.form === 'switch') {
		const pass = switchEdits(
			[{ codes: 'success', action: { lines: kept, leaves: kept.length > 0 } }],
			conditional,
			site,
		);
		const filled = fillArm(conditional, rest, lines, site);
		return pass && filled && [...pass, ...filled].sort((a, b) => a.start - b.start || a.end - b.end);
	}
	const { stubs } = site.language;
	const test = isNotCode(site, site.value('success'));
	if (test === undefined) return undefined;
	const filled = fillArm(conditional, rest, lines, site);
	const asked = kept.length === 0 && arm.isRest ? elseWithTest(conditional, arm.start, test, site) : undefined;
	if (asked && filled) return [asked, ...filled].sort((a, b) => a.start - b.start || a.end - b.end);
	const failing = ifBlock(stubs.if, { test }, { lines, leaves: true }, [], site);
	return fillArm(conditional, rest, [...failing, ...kept], site);
}

/** Puts a test into the head of an else whose body starts at an offset; undefined where its head says more. */
function elseWithTest({ node }: FoundConditional, start: number, test: string, site: FixSite): TextEdit | undefined {
	if (node.kind !== 'if') return undefined;
	const { stubs } = site.language;
	const above = rungs(node).at(-1)?.consequent.end ?? start;
	const bare = (head: string | undefined): string => (head ?? '').replace(/\s*\{$/, '');
	const said = bare(stubs.else[0]);
	const between = site.source({ start: above, end: start });
	if (between.trim() !== said) return undefined;
	const from = site.at(above) + between.indexOf(said);
	const newText = bare(fill(stubs.elseIf[0] ?? '', { test })?.[0]);
	return { start: from, end: from + said.length, newText };
}
