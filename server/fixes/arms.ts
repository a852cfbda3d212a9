/**
 * Writes arms into a dispatch: finds the conditional and the place where they fit, and words them in its form.
 * All offsets given back are of the document.
 */
import type { Code } from '../catalogue/catalogue.ts';
import { effectiveBody } from '../dispatch/armBody.ts';
import { type FoundConditional, rungs } from '../dispatch/find.ts';
import type { TextEdit } from '../model.ts';
import type { Syntax } from '../recognise/syntax.ts';
import { type Action, actionFor, commentsFor, failLines } from './action.ts';
import { importEdits } from './imports.ts';
import type { FixSite } from './site.ts';
import { indentAt, indented, isFirstOnLine, lineEnd, lineStart } from './style.ts';
import { fill } from './template.ts';

/** The conditional that arms are added to: the switch with most arms, else the longest ladder, else the last test. */
export function mainConditional(site: FixSite): FoundConditional | undefined {
	const size = ({ arms }: FoundConditional) => arms.filter((arm) => !arm.isRest).length;
	const of = (form: FoundConditional['form']) =>
		site.dispatch.conditionals.filter((one) => one.form === form).sort((a, b) => size(b) - size(a));
	const [widest] = of('switch');
	if (widest) return widest;
	const ifs = of('if');
	return ifs[0] && size(ifs[0]) > 1 ? ifs[0] : ifs.sort((a, b) => a.node.start - b.node.start).at(-1);
}

/** Codes that get an arm of their own or share one: those that are handled alike. */
function groups(codes: readonly Code[]): Code[][] {
	const order = ['fatal', 'unknown', 'transient', 'partial'];
	return order
		.map((severity) => codes.filter((code) => code.severity === severity))
		.filter((group) => group.length > 0);
}

/** Edits that handle these codes, or undefined where this dispatch's form has no place for them. */
export function handleEdits(codes: readonly Code[], site: FixSite): TextEdit[] | undefined {
	const conditional = mainConditional(site);
	if (!conditional || (conditional.form !== 'switch' && !site.isSettled)) return undefined;
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

interface Written {
	/** Nothing: the rest. */
	readonly codes: readonly Code[] | 'success' | 'rest';
	readonly action: Action;
}

/** Edits that make whatever no test names fail; undefined where there is no safe place. */
export function fallbackEdits(site: FixSite): TextEdit[] | undefined {
	const conditional = mainConditional(site);
	const lines = failLines(site);
	if (!conditional || !lines) return undefined;
	const action: Action = { lines, leaves: true };
	const beside = site.dispatch.conditionals.filter((one) => one.form === 'if' || one.form === 'switch');
	const own = beside.filter(
		(one) =>
			!beside.some((other) => other !== one && other.node.start <= one.node.start && one.node.end <= other.node.end),
	);
	const isLast = own.every((one) => one === conditional || one.node.end <= conditional.node.start);
	const isLone = conditional.form === 'if' && conditional.arms.length === 1;
	if (own.length > 1 && (!isLast || isLone)) return afterAll(own, lines, site);
	const rest = conditional.arms.findIndex((arm) => arm.isRest);
	if (rest !== -1) return fillArm(conditional, rest, lines, site);
	const reaches = site.mayBeSuccess && !isSuccessTaken(conditional, site);
	if (conditional.form === 'switch') {
		const pass: Written[] = reaches ? [{ codes: 'success', action: { lines: [], leaves: false } }] : [];
		return switchEdits([...pass, { codes: 'rest', action }], conditional, site);
	}
	if (conditional.form !== 'if') return undefined;
	if (conditional.form !== 'if') return undefined;
	return ladderEdits([{ codes: reaches ? 'success' : 'rest', action }], conditional, site);
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
	const staying = site.site.judged.named.filter((code) =>
		own.some((one) => one.arms.some((arm, i) => !leavesAlways(one, i) && site.decide(arm.test, code) === 'yes')),
	);
	const isPassing =
		site.mayBeSuccess &&
		!own.some((one) => one.arms.some((arm, i) => leavesAlways(one, i) && site.decide(arm.test, 'success') === 'yes'));
	const values = [...(isPassing ? (['success'] as const) : []), ...staying].map((code) => site.value(code));
	if (values.includes(undefined)) return undefined;
	if (values.length === 0) return insertAfter(last.node, lines, site);
	const [, differs] = site.equality;
	const { subject } = site;
	const each = values.map((value) => fill(stubs.differs, { subject, differs, value })?.[0] ?? '');
	const test =
		values.length > 1 && stubs.noneOf
			? fill(stubs.noneOf, { subject, values: values.join(', ') })?.[0]
			: each.join(stubs.and);
	return insertAfter(last.node, ifBlock(stubs.if, { test }, { lines, leaves: true }, [], site), site, lines);
}

/** Whether success has been dealt with before, or in, the conditional. */
function isSuccessTaken(conditional: FoundConditional, site: FixSite): boolean {
	const decide = (test: FoundConditional['arms'][number]['test']) => site.decide(test, 'success');
	return site.dispatch.conditionals.some((one) =>
		one.arms.some((arm, i) => {
			if (one === conditional) return decide(arm.test) === 'yes' && !arm.isRest;
			const isAround = one.node.start < conditional.node.start && one.node.end >= conditional.node.end;
			if (isAround)
				return arm.start <= conditional.node.start && conditional.node.end <= arm.end && decide(arm.test) === 'no';
			return one.node.end <= conditional.node.start && decide(arm.test) === 'yes' && leavesAlways(one, i);
		}),
	);
}

function leavesAlways(conditional: FoundConditional, index: number): boolean {
	const last = effectiveBody(conditional, index).flatMap(flat).at(-1);
	return last?.kind === 'return' || last?.kind === 'throw' || (last?.kind === 'jump' && last.to === 'continue');
}

const flat = (node: Syntax): readonly Syntax[] => (node.kind === 'block' ? node.statements.flatMap(flat) : [node]);

/** Puts lines in the place of an arm that is empty or only breaks; undefined where it does something already. */
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
	if (own.some((node) => node.kind !== 'jump' && node.kind !== 'nothing')) return undefined;
	const [idle] = own;
	if (idle) {
		const indent = indentAt(text, site.at(idle.start));
		const end = text.charAt(site.at(idle.end)) === ';' ? idle.end + 1 : idle.end;
		return withImports(
			[{ start: site.at(idle.start), end: site.at(end), newText: join(lines, indent, site) }],
			lines,
			site,
		);
	}
	// A block with nothing in it: `{}`, or one that holds a comment
	const block =
		conditional.form === 'if' ? blockOf(conditional, index) : arm.body.find((node) => node.kind === 'block');
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
	const end = lineEnd(text, site.at(arm.end));
	const indent = indentAt(text, site.at(arm.start)) + style.indent;
	return withImports(
		[{ start: end, end, newText: style.newline + indented(lines, indent).join(style.newline) }],
		lines,
		site,
	);
}

function blockOf(conditional: FoundConditional, index: number): { start: number; end: number } | undefined {
	const { node, arms } = conditional;
	if (node.kind !== 'if') return undefined;
	const ladder = rungs(node);
	return arms[index]?.isRest ? ladder.at(-1)?.otherwise : ladder[index]?.consequent;
}

const join = (lines: readonly string[], indent: string, site: FixSite): string =>
	lines.map((line, i) => (i === 0 ? line : indent + line)).join(site.style.newline);

function withImports(edits: TextEdit[], lines: readonly string[], site: FixSite): TextEdit[] {
	return [...importEdits(lines, site), ...edits];
}

function switchEdits(blocks: readonly Written[], conditional: FoundConditional, site: FixSite): TextEdit[] | undefined {
	const { text, style } = site;
	const { node, arms } = conditional;
	if (node.kind !== 'switch') return undefined;
	const rest = arms.findIndex((arm) => arm.isRest);
	let index = rest === -1 ? arms.length : rest;
	// An arm that runs on must keep running on into what it runs into now.
	while (index > 0 && runsOn(conditional, index - 1)) index--;
	const model = arms.find((arm) => isFirstOnLine(text, site.at(arm.start)));
	const outer = indentAt(text, site.at(node.start));
	const indent = model ? indentAt(text, site.at(model.start)) : outer + style.indent;
	const written = blocks.map((block) => armLines(block, conditional, site));
	if (written.includes(undefined)) return undefined;
	const lines = indented(
		written.flatMap((one) => one ?? []),
		indent,
	);
	const all = blocks.flatMap(({ action }) => action.lines);
	const next = arms[index];
	if (next && isFirstOnLine(text, site.at(next.start))) {
		const start = aboveComments(text, lineStart(text, site.at(next.start)), site);
		return withImports([{ start, end: start, newText: lines.map((line) => line + style.newline).join('') }], all, site);
	}
	if (next) {
		const end = site.at(next.start);
		const start = text.slice(0, end).trimEnd().length;
		return withImports(
			[{ start, end, newText: `${style.newline}${lines.join(style.newline)}${style.newline}${indent}` }],
			all,
			site,
		);
	}
	const end = site.at(node.end);
	if (text.charAt(end - 1) !== '}') return insertLines(site.at(arms.at(-1)?.end ?? node.end), lines, all, site);
	const brace = end - 1;
	if (isFirstOnLine(text, brace)) {
		const start = lineStart(text, brace);
		return withImports([{ start, end: start, newText: lines.map((line) => line + style.newline).join('') }], all, site);
	}
	const from = text.slice(0, brace).trimEnd().length;
	return withImports(
		[{ start: from, end: brace, newText: `${style.newline}${lines.join(style.newline)}${style.newline}${outer}` }],
		all,
		site,
	);
}

/** New lines behind the line of an offset. */
function insertLines(offset: number, lines: readonly string[], actions: readonly string[], site: FixSite): TextEdit[] {
	const start = lineEnd(site.text, offset);
	return withImports(
		[{ start, end: start, newText: lines.map((line) => site.style.newline + line).join('') }],
		actions,
		site,
	);
}

function runsOn(conditional: FoundConditional, index: number): boolean {
	const own = conditional.arms[index]?.body.length ?? 0;
	return (
		effectiveBody(conditional, index).length > own ||
		(conditional.node.kind === 'switch' &&
			conditional.node.fallsThrough &&
			own === 0 &&
			index + 1 < conditional.arms.length) ||
		endsOpen(conditional, index)
	);
}

/** The last arm of a language that falls through, without anything that leaves it. */
function endsOpen({ node, arms }: FoundConditional, index: number): boolean {
	if (node.kind !== 'switch' || !node.fallsThrough || index !== arms.length - 1) return false;
	const last = (arms[index]?.body ?? []).flatMap(flat).at(-1);
	return !(last?.kind === 'jump' || last?.kind === 'return' || last?.kind === 'throw');
}

/** The start of the comment lines that stand right above a line. */
function aboveComments(text: string, start: number, site: FixSite): number {
	const mark = site.language.comments.line;
	let at = start;
	while (at > 0) {
		const before = lineStart(text, at - 1);
		if (!text.slice(before, at).trimStart().startsWith(mark)) return at;
		at = before;
	}
	return at;
}

function armLines({ codes, action }: Written, { node }: FoundConditional, site: FixSite): string[] | undefined {
	const { stubs } = site.language;
	const { indent, semicolon } = site.style;
	const body = [...action.lines];
	const [, differs] = site.equality;
	if (!action.leaves) {
		if (stubs.armEnd) body.push(...(fill(stubs.armEnd, { semicolon }) ?? []));
		else if (body.length === 0 && stubs.nothing) body.push(stubs.nothing);
	}
	if (codes === 'rest') return [stubs.rest, ...indented(body, indent)];
	const isSwitchOnSubject = node.kind === 'switch' && node.subject !== undefined && !(node.subject.kind === 'constant');
	const label = isSwitchOnSubject ? stubs.label : stubs.condition;
	const list = codes === 'success' ? (['success'] as const) : codes;
	const values = list.map((code) => site.value(code));
	if (!label || values.includes(undefined)) return undefined;
	const [equals] = site.equality;
	const tests = values.map((value) => fill(stubs.test, { subject: site.subject, equals, differs, value })?.[0] ?? '');
	const comments = codes === 'success' ? [] : commentsFor(codes, stubs.comment);
	if ('each' in label) {
		const labels = values.flatMap((value, i) => {
			const [said] = codes === 'success' || !codes[i] ? [''] : commentsFor([codes[i]], stubs.comment);
			return fill(label.each, { value, test: tests[i], comment: said }) ?? [];
		});
		return [...labels, ...indented(body, indent)];
	}
	const labels = fill(label.all, { values: values.join(label.join), tests: tests.join(label.join) }) ?? [];
	return [...labels, ...indented([...comments, ...body], indent)];
}

/** The lines of an `if`, an else-if or an else with its body. */
function ifBlock(
	form: readonly string[],
	values: { test?: string | undefined },
	action: Action,
	comments: readonly string[],
	site: FixSite,
): string[] {
	const [head = '', ...tail] = form.map((line) => fill(line, values)?.[0] ?? '');
	const body = action.lines.length > 0 || !site.language.stubs.nothing ? action.lines : [site.language.stubs.nothing];
	return [head, ...indented([...comments, ...body], site.style.indent), ...tail];
}

function testFor(codes: Written['codes'], site: FixSite): string | undefined {
	const { stubs } = site.language;
	const { subject } = site;
	const [equals, differs] = site.equality;
	if (codes === 'rest') return undefined;
	if (codes === 'success') return fill(stubs.differs, { subject, differs, value: site.value('success') })?.[0];
	const values = codes.map((code) => site.value(code));
	if (values.includes(undefined)) return undefined;
	const [only] = values;
	const isLoose =
		equals === '==' && stubs.looseTests !== undefined && values.every((value) => /^\d+$/.test(value ?? ''));
	if (values.length > 1 && isLoose && stubs.looseTests)
		return fill(stubs.looseTests, { subject, values: values.join(', ') })?.[0];
	if (values.length > 1 && stubs.tests) return fill(stubs.tests, { subject, values: values.join(', ') })?.[0];
	if (values.length > 1)
		return values.map((value) => fill(stubs.test, { subject, equals, value })?.[0] ?? '').join(stubs.or);
	return fill(stubs.test, { subject, equals, value: only })?.[0];
}

function ladderEdits(blocks: readonly Written[], conditional: FoundConditional, site: FixSite): TextEdit[] | undefined {
	const { stubs } = site.language;
	const { node } = conditional;
	if (node.kind !== 'if') return undefined;
	const { text, style } = site;
	const ladder = rungs(node);
	const comments = ({ codes }: Written) =>
		codes === 'rest' || codes === 'success' ? [] : commentsFor(codes, stubs.comment);
	const actions = blocks.flatMap(({ action }) => action.lines);
	const isRest = blocks.some(({ codes }) => codes === 'rest');
	if (blocks.some(({ codes }) => codes !== 'rest' && testFor(codes, site) === undefined)) return undefined;
	// One lone `if` among others gets a neighbour; a ladder gets another rung.
	if (ladder.length === 1 && !node.otherwise && !isRest && isLoneAmongOthers(conditional, site)) {
		const lines = blocks.flatMap((block) =>
			ifBlock(stubs.if, { test: testFor(block.codes, site) }, block.action, comments(block), site),
		);
		return insertAfter(node, lines, site, actions);
	}
	const last = ladder.at(-1);
	if (!last) return undefined;
	const indent = indentAt(text, site.at(node.start));
	const closed = site.at(last.consequent.end);
	const end = text.charAt(closed) === ';' ? closed + 1 : closed;
	const parts = blocks.map((block) =>
		indented(
			block.codes === 'rest'
				? ifBlock(stubs.else, {}, block.action, [], site)
				: ifBlock(stubs.elseIf, { test: testFor(block.codes, site) }, block.action, comments(block), site),
			indent,
		).join(style.newline),
	);
	const isBraced = text.charAt(end - 1) === '}' && stubs.else.length > 1;
	const breaks = /\}\s*\n\s*else\b/.test(site.source(node)) || !isBraced;
	if (breaks) {
		const at = isBraced ? end : lineEnd(text, end);
		const newText = parts.map((part) => style.newline + part).join('');
		// Another arm stands on the same line already: `} else {`
		if (
			isBraced ||
			text.slice(end, at).trim() === '' ||
			text.slice(end, at).trim().startsWith(site.language.comments.line)
		)
			return withImports([{ start: at, end: at, newText }], actions, site);
		return withImports([{ start: end, end, newText: `${newText}${style.newline}${indent}` }], actions, site);
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

function insertAfter(
	node: Syntax,
	lines: readonly string[],
	site: FixSite,
	actions: readonly string[] = lines,
): TextEdit[] {
	const { text } = site;
	const indent = indentAt(text, site.at(node.start));
	return insertLines(site.at(node.end), indented(lines, indent), actions, site);
}
