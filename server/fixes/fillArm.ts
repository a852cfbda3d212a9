/** Fills an arm that is there and does nothing. */
import type { Code } from '../catalogue/catalogue.ts';
import type { FoundConditional } from '../dispatch/found.ts';
import { isShort, rungs } from '../dispatch/ladders.ts';
import type { TextEdit } from '../model.ts';
import { lineFormOf } from './armForm.ts';
import { isIdle } from './behind.ts';
import { fillClosed } from './closedArm.ts';
import { endsLine, flat, inPlace, withImports } from './insert.ts';
import type { FixSite } from './site.ts';
import { indentAt, indented, lineEnd } from './style.ts';

/** Puts lines in the place of an arm that is empty, only breaks, or gives back that all went well; undefined where it does
 *  something already. */
export function fillArm(
	conditional: FoundConditional,
	index: number,
	lines: readonly string[],
	site: FixSite,
): TextEdit[] | undefined {
	const arm = conditional.arms[index];
	if (!arm) return undefined;
	const { text, style } = site;
	const own = arm.body.flatMap(flat);
	const form = lineFormOf(conditional.node, site.language);
	// Of an arm that is an expression, nothing is as idle as an empty one.
	const isEmpty = form !== undefined && own.length === 1 && own[0]?.kind === 'constant' && own[0].value === 'null';
	if (!isEmpty && !isIdle(arm.body, site)) return undefined;
	const braces = conditional.node.kind === 'switch' ? conditional.node.arms[index]?.block : undefined;
	if (form && !braces && lines.length > 1) return undefined;
	const closed =
		site.language.stubs.armClose && conditional.form === 'switch' ? fillClosed(arm, lines, site) : undefined;
	if (closed || isShort(conditional)) return closed;
	const [idle] = own;
	if (idle) {
		const end = text.charAt(site.at(idle.end)) === ';' ? idle.end + 1 : idle.end;
		const start = site.at(idle.start);
		const edit =
			form && !braces
				? { start, end: site.at(end), newText: (lines[0] ?? '').replace(/;$/, '') }
				: inPlace(start, site.at(end), lines, site);
		return withImports([edit], lines, site);
	}
	// A block with nothing in it: `{}`, or one that holds a comment
	const block =
		conditional.form === 'if'
			? blockOf(conditional, index)
			: (arm.body.find((node) => node.kind === 'block') ?? braces);
	if (block && text.charAt(site.at(block.end) - 1) === '}') {
		const start = site.at(block.start);
		const end = site.at(block.end);
		const indent = indentAt(text, start);
		const inner = text.slice(start + 1, end - 1).trimEnd();
		const body = indented(lines, indent + style.indent).join(style.newline);
		return withImports(
			[{ start: start + 1 + inner.length, end: end - 1, newText: `${style.newline}${body}${style.newline}${indent}` }],
			lines,
			site,
		);
	}
	if (!endsLine(site.at(arm.end), site)) return undefined;
	const end = lineEnd(text, site.at(arm.end));
	const indent = indentAt(text, site.at(arm.start)) + style.indent;
	return withImports(
		[{ start: end, end, newText: style.newline + indented(lines, indent).join(style.newline) }],
		lines,
		site,
	);
}

/** Whether an arm, with the labels above that run into it, is for these codes and nobody else. */
export function isOnlyFor(
	{ node, arms }: FoundConditional,
	index: number,
	codes: readonly Code[],
	site: FixSite,
): boolean {
	let first = index;
	while (node.kind === 'switch' && node.fallsThrough && arms[first - 1]?.body.length === 0) first--;
	const { lookup } = site;
	const isTheirs = (code: Code): boolean =>
		codes.includes(code) || codes.some((one) => one.code === lookup.familyOf(code.code));
	const candidates = [...lookup.catalogue.codes, ...site.site.judged.named].filter((code) => !isTheirs(code));
	return arms
		.slice(first, index + 1)
		.every(({ test }) => [...candidates, 'success' as const].every((one) => site.decide(test, one) === 'no'));
}

function blockOf(conditional: FoundConditional, index: number): { start: number; end: number } | undefined {
	const { node, arms } = conditional;
	if (node.kind !== 'if') return undefined;
	const ladder = rungs(node);
	return arms[index]?.isRest ? ladder.at(-1)?.otherwise : ladder[index]?.consequent;
}
