/** Writes rungs into a ladder of ifs, or an if of its own beside others. */
import type { FoundConditional } from '../dispatch/found.ts';
import { isClosed, rungs } from '../dispatch/ladders.ts';
import type { TextEdit } from '../model.ts';
import { type Action, commentsFor } from './action.ts';
import { isCode, isNotCode, isOneOf } from './compare.ts';
import { handlerEdits } from './handlerRungs.ts';
import { endsLine, insertAfter, leavesAlways, type Written, withImports } from './insert.ts';
import type { FixSite } from './site.ts';
import { joinedValues } from './spelling.ts';
import { braced, indentAt, indented, lineEnd } from './style.ts';
import { fill } from './template.ts';

/** The lines of an `if`, an else-if or an else with its body. */
export function ifBlock(
	form: readonly string[],
	values: { test?: string | undefined },
	action: Action,
	comments: readonly string[],
	site: FixSite,
): string[] {
	const lines = form.map((line) => fill(line, values)?.[0] ?? '');
	const head = braced(lines.slice(0, 1), site.style);
	const tail = lines.slice(1);
	const body = action.lines.length > 0 || !site.language.stubs.nothing ? action.lines : [site.language.stubs.nothing];
	return [...head, ...indented([...comments, ...body], site.style.indent), ...tail];
}

/** `guard`: what stands before every test. Several tests joined by `or` are put in brackets behind one. */
function testFor(codes: Written['codes'], site: FixSite, guard: string): string | undefined {
	// Where no success comes, what was asked before the code is all there is to ask.
	if (codes === 'success' && guard !== '' && !site.mayBeSuccess) {
		const and = site.language.stubs.and.trim();
		const bare = guard.trimEnd();
		return bare.endsWith(and) ? bare.slice(0, -and.length).trimEnd() : undefined;
	}
	const test = bareTest(codes, site);
	if (test === undefined || guard === '') return test;
	return test.includes(site.language.stubs.or) ? `${guard}(${test})` : guard + test;
}

function bareTest(codes: Written['codes'], site: FixSite): string | undefined {
	const { stubs } = site.language;
	const { subject } = site;
	const [equals] = site.equality;
	if (codes === 'rest') return undefined;
	if (codes === 'success') return isNotCode(site, site.value('success'));
	const values = codes.map((code) => site.value(code));
	if (values.includes(undefined)) return undefined;
	const [only] = values;
	const isLoose = equals !== stubs.equality[0]?.[0] && values.every((value) => /^\d+$/.test(value ?? ''));
	if (values.length > 1 && isLoose && stubs.looseTests)
		return fill(stubs.looseTests, { subject, values: joinedValues(values, stubs.valueJoin, site) })?.[0];
	const several = values.length > 1 ? isOneOf(site, values) : undefined;
	if (several !== undefined) return several;
	if (values.length > 1) return values.map((value) => isCode(site, value) ?? '').join(stubs.or);
	return isCode(site, only);
}

/** Undefined where a code cannot be said as a value of these tests, or no rung would be reached. */
export function ladderEdits(
	blocks: readonly Written[],
	conditional: FoundConditional,
	site: FixSite,
): TextEdit[] | undefined {
	const { stubs } = site.language;
	const { node } = conditional;
	if (node.kind !== 'if') return undefined;
	const { text, style } = site;
	const ladder = rungs(node);
	const comments = ({ codes }: Written) =>
		codes === 'rest' || codes === 'success' ? [] : commentsFor(codes, stubs.comment);
	const guard = site.guardOf(conditional);
	if (guard === undefined) return undefined;
	const isRest = blocks.some(({ codes }) => codes === 'rest' || codes === 'success');
	if (blocks.some(({ codes }) => codes !== 'rest' && testFor(codes, site, guard) === undefined)) return undefined;
	const actions = blocks.flatMap(({ codes, action }) => [...action.lines, testFor(codes, site, guard) ?? '']);
	// One lone `if` among others gets a neighbour; a ladder gets another rung.
	const isLone = ladder.length === 1 && !node.otherwise && !isRest;
	if (isClosed(conditional) && !isLone) return undefined;
	if (isLone && (isClosed(conditional) || isLoneAmongOthers(conditional, site))) {
		const lines = blocks.flatMap((block) =>
			ifBlock(stubs.if, { test: testFor(block.codes, site, guard) }, block.action, comments(block), site),
		);
		return insertAfter(node, lines, site, actions);
	}
	// Behind a rung that takes the rest no other is ever reached.
	const taking = conditional.arms.findIndex((arm) => site.decide(arm.test, 'other') === 'yes');
	const last = taking === -1 ? ladder.at(-1) : ladder[taking - 1];
	if (!last) return undefined;
	if (last.isMade) {
		const test = ({ codes }: Written) => (codes === 'rest' ? undefined : testFor(codes, site, guard));
		const handlers = blocks.map((one) => ({ test: test(one), comments: comments(one), action: one.action }));
		return handlerEdits(handlers, last, site);
	}
	const indent = indentAt(text, site.at(node.start));
	const closed = site.at(last.consequent.end);
	const end = text.charAt(closed) === ';' && text.charAt(closed - 1) !== '}' ? closed + 1 : closed;
	const parts = blocks.map((block) =>
		indented(
			block.codes === 'rest'
				? ifBlock(stubs.else, {}, block.action, [], site)
				: ifBlock(stubs.elseIf, { test: testFor(block.codes, site, guard) }, block.action, comments(block), site),
			indent,
		).join(style.newline),
	);
	const isBraced = text.charAt(end - 1) === '}' && stubs.else.length > 1;
	const breaks = /\}[^\S\n]*\n\s*else(?:if)?\b/.test(site.source(node)) || !isBraced || style.bracesApart;
	if (breaks) {
		const at = isBraced ? end : lineEnd(text, end);
		const newText = parts.map((part) => style.newline + part).join('');
		// Another arm stands on the same line already: `} else {`
		if (isBraced || endsLine(end, site)) return withImports([{ start: at, end: at, newText }], actions, site);
		const next = end + (/^[\t ]*/.exec(text.slice(end))?.[0].length ?? 0);
		return withImports([{ start: end, end: next, newText: `${newText}${style.newline}${indent}` }], actions, site);
	}
	return withImports(
		[{ start: end, end, newText: parts.map((part) => ` ${part.trimStart()}`).join('') }],
		actions,
		site,
	);
}

/** Several tests of the subject stand one after the other, each for itself. */
function isLoneAmongOthers(conditional: FoundConditional, site: FixSite): boolean {
	const others = site.dispatch.conditionals.filter(
		(one) => one !== conditional && (one.form === 'if' || one.form === 'switch'),
	);
	return others.length > 0 || leavesAlways(conditional, 0);
}
