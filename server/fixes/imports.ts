/** Imports that a stub needs and the file does not have. */
import type { Range, TextEdit } from '../model.ts';
import type { FixSite } from './site.ts';
import { lineEnd } from './style.ts';

export function importEdits(lines: readonly string[], site: FixSite): TextEdit[] {
	const { needs, import: form } = site.language.stubs;
	const written = lines.join('\n');
	const missing = Object.entries(needs)
		.filter(([mark, module]) => written.includes(mark) && !site.imports.some(({ sources }) => sources.includes(module)))
		.map(([, module]) => module);
	if (missing.length === 0 || !form) return [];
	const { text, style } = site;
	const put = (offset: number, line: string): TextEdit => ({ start: offset, end: offset, newText: line });
	const grouped = site.imports.find(({ start, end }) => form.group && text.slice(start, end).startsWith(form.group));
	return missing.map((module) => {
		if (grouped && form.grouped)
			return put(placeInGroup(text, grouped, module), style.newline + form.grouped.replace('<<module>>', module));
		const line = form.line.replace('<<module>>', module);
		// In order among those of the same form, else behind all.
		const [opening = ''] = form.line.split('<<');
		const alike = site.imports.filter(({ start }) => text.startsWith(opening, start));
		const behind = alike.filter(({ sources }) => (sources[0] ?? '') < module).at(-1);
		const [next] = alike;
		if (!behind && next) return put(next.start, line + style.newline);
		const last = behind ?? site.imports.at(-1);
		if (last) return put(lineEnd(text, last.end), style.newline + line);
		// Behind what a file has to begin with: a package clause, a docstring
		const first = site.head;
		return first === undefined
			? put(0, line + style.newline)
			: put(lineEnd(text, first), style.newline.repeat(2) + line);
	});
}

/** The end of the line behind which a module belongs in the first block of a group, kept in order. */
function placeInGroup(text: string, group: Range, module: string): number {
	let at = lineEnd(text, group.start);
	for (;;) {
		const next = text.indexOf('\n', at) + 1;
		const path = /["'`]([^"'`]+)["'`]/.exec(text.slice(next, lineEnd(text, next)))?.[1];
		if (next === 0 || next >= group.end || path === undefined || path > module) return at;
		at = lineEnd(text, next);
	}
}
