/** Writes arms into a switch or match. */
import { effectiveBody } from '../dispatch/armBody.ts';
import type { FoundConditional } from '../dispatch/found.ts';
import type { TextEdit } from '../model.ts';
import type { Syntax } from '../recognise/syntax.ts';
import { commentsFor } from './action.ts';
import { type ArmForm, formOf } from './armForm.ts';
import { closing } from './closedArm.ts';
import { isCode } from './compare.ts';
import { flat, insertLines, type Written, withImports } from './insert.ts';
import type { FixSite } from './site.ts';
import { joinedValues } from './spelling.ts';
import { indentAt, indented, isFirstOnLine, lineStart } from './style.ts';
import { fill } from './template.ts';

/** Undefined where a code cannot be said as a value of this switch. */
export function switchEdits(
	blocks: readonly Written[],
	conditional: FoundConditional,
	site: FixSite,
): TextEdit[] | undefined {
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
	if (text.charAt(end - 1) !== '}') {
		const open = indented(closing(arms.at(-1), site), indent);
		return insertLines(site.at(arms.at(-1)?.end ?? node.end), [...open, ...lines], all, site);
	}
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
	if (node.endsArms) return last === undefined;
	return !(last?.kind === 'jump' || last?.kind === 'goto' || last?.kind === 'return' || last?.kind === 'throw');
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
	const form = formOf(node, site.language);
	if (form) return formLines({ codes, action }, form, node, site);
	if (stubs.armClose) body.push(stubs.armClose);
	else if (!action.leaves) {
		if (stubs.armEnd && !(body.length > 0 && endsByItself(node)))
			body.push(...(fill(stubs.armEnd, { semicolon }) ?? []));
		else if (body.length === 0 && stubs.nothing) body.push(stubs.nothing);
	}
	if (codes === 'rest') return [stubs.rest, ...indented(body, indent)];
	if (!isOnCode(node, site)) return undefined;
	const label = asksSubject(node) ? stubs.label : stubs.condition;
	const list = codes === 'success' ? (['success'] as const) : codes;
	const values = list.map((code) => site.value(code));
	if (!label || values.includes(undefined)) return undefined;
	const tests = values.map((value) => isCode(site, value) ?? '');
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

/** Its arms are over where they end, and none of them says so all the same. */
const endsByItself = (node: Syntax): boolean =>
	node.kind === 'switch' &&
	node.endsArms === true &&
	!node.arms.some(({ body }) => body.length > 1 && body.at(-1)?.kind === 'jump');

/** The switch compares one value with its arms, as opposed to asking each for itself. */
const asksSubject = (node: Syntax): boolean =>
	node.kind === 'switch' && node.subject !== undefined && node.subject.kind !== 'constant';

/** `case {"code": 4100}:` takes the reply apart: a code alone would never match it. */
const isOnCode = (node: Syntax, site: FixSite): boolean =>
	!asksSubject(node) ||
	(node.kind === 'switch' &&
		node.subject !== undefined &&
		site.reader.read(node.subject, site.dispatch.scope) !== undefined);

/** An arm of a form of its own, which ends where its statement does: `4100, 4300 => throw …,`. */
function formLines({ codes, action }: Written, form: ArmForm, node: Syntax, site: FixSite): string[] | undefined {
	const { stubs } = site.language;
	const statements = action.lines.length > 0 ? action.lines : [form.nothing];
	let heads = [form.rest];
	const comments = codes === 'success' || codes === 'rest' ? [] : commentsFor(codes, stubs.comment);
	if (!isOnCode(node, site)) return undefined;
	if (codes !== 'rest') {
		const label = asksSubject(node) ? form.label : form.condition;
		const list = codes === 'success' ? (['success'] as const) : codes;
		const values = list.map((code) => site.value(code));
		if (!label || values.includes(undefined)) return undefined;
		const tests = values.map((value) => isCode(site, value) ?? '');
		heads =
			'each' in label
				? values.flatMap((value, i) => fill(label.each, { value, test: tests[i], comment: '' }) ?? [])
				: (fill((values.length === 1 && label.one) || label.all, {
						values: joinedValues(values, label.join, site),
						tests: tests.join(label.join),
					}) ?? []);
	}
	const last = heads.at(-1) ?? '';
	const above = heads.slice(0, -1);
	const [only = ''] = statements;
	if (statements.length === 1 && form.line !== undefined)
		return [
			...comments,
			...above,
			// Behind an empty block nothing parts it from the next.
			...(fill(form.line, { label: last, statement: bare(only), indent: site.style.indent }) ?? []).map((line) =>
				line.replace(/(?<=\{ ?\})[,;]$/, ''),
			),
		];
	if (!form.block) return undefined;
	const [head = '', ...tail] = form.block.map((line) => fill(line, { label: last })?.[0] ?? '');
	// Where every arm has a block, what is said of its codes stands in it.
	const inside = form.line === undefined ? comments : [];
	const before = form.line === undefined ? [] : comments;
	return [...before, ...above, head, ...indented([...inside, ...statements], site.style.indent), ...tail];
}

/** A statement without the semicolon behind it. */
const bare = (statement: string): string => statement.replace(/;$/, '');
