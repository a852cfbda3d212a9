/** Imports that a stub needs and the file does not have. */
import type { Range, TextEdit } from '../model.ts';
import type { FixSite } from './site.ts';
import { lineEnd } from './style.ts';

export function importEdits(lines: readonly string[], site: FixSite): TextEdit[] {
	const { needs, import: form } = site.language.stubs;
	const written = lines.join('\n');
	const wanted = Object.entries(needs)
		.filter(([mark, module]) => written.includes(mark) && !site.imports.some(({ sources }) => sources.includes(module)))
		.map(([, module]) => module);
	const missing = [...new Set(wanted)];
	if (missing.length === 0 || !form) return [];
	const { text, style } = site;
	const put = (offset: number, line: string): TextEdit => ({ start: offset, end: offset, newText: line });
	const grouped = site.imports.find(({ start, end }) => form.group && text.slice(start, end).startsWith(form.group));
	if (site.imports.length === 0) {
		const all = [...missing]
			.sort()
			.map((module) => form.line.replace('<<module>>', module))
			.join(style.newline);
		// Behind what a file has to begin with: a package clause, a docstring
		const behind = site.head !== undefined && lineEnd(text, site.head);
		const at = behind === false ? belowHeader(text, site.language.comments.line) : behind;
		const gap = gapTo(text.slice(at), 1 + form.below, style.newline, behind === false ? 1 : 0);
		return [put(at, (behind === false ? '' : style.newline.repeat(2)) + all + gap)];
	}
	return missing.map((module) => {
		if (grouped && form.grouped) {
			const line = form.grouped.replace('<<module>>', module);
			const place = placeInGroup(text, grouped, module, form.apart);
			return put(place.at, style.newline + line + (place.isAlone ? style.newline : ''));
		}
		const line = form.line.replace('<<module>>', module);
		// In order among those of the same form, else behind all.
		const [opening = ''] = form.line.split('<<');
		const kind = (path: string): boolean => form.apart !== undefined && new RegExp(form.apart).test(path);
		const same = site.imports.filter(({ start }) => text.startsWith(opening, start));
		const kin = same.filter(({ sources }) => kind(sources[0] ?? '') === kind(module));
		const alike = kin.length > 0 || kind(module) ? kin : same.slice(0, 1);
		const behind = (kin.length > 0 ? alike : []).filter(({ sources }) => (sources[0] ?? '') < module).at(-1);
		const [next] = alike;
		if (!behind && next) return put(next.start, line + style.newline);
		const last = behind ?? site.imports.at(-1);
		return put(lineEnd(text, last?.end ?? 0), style.newline + line);
	});
}

/** Line ends, so that there are so many before what follows; at least `least` where nothing does. */
function gapTo(rest: string, wanted: number, newline: string, least: number): string {
	if (rest.trim() === '') return newline.repeat(least);
	const there = /^\s*\n/.exec(rest)?.[0].split('\n').length ?? 1;
	return newline.repeat(Math.max(least, wanted - (there - 1)));
}

/** Where the first statement may stand: below a shebang, an encoding, and comments that an empty line parts from the rest. */
function belowHeader(text: string, comment: string): number {
	let at = text.startsWith('\uFEFF') ? 1 : 0;
	let header = at;
	for (;;) {
		const end = text.indexOf('\n', at) + 1;
		const line = text.slice(at, end === 0 ? text.length : end).trim();
		if (end === 0) return header;
		if (/^(?:#!|#.*coding[:=])/.test(line)) header = end;
		else if (line === '') header = end;
		else if (!line.startsWith(comment)) return header;
		at = end;
	}
}

/**
 * The end of the line behind which a module belongs in a group, kept in order, in the block of its kind. `isAlone`: no
 * block of the group has its kind, and it begins one. `apart`: a pattern of the modules of the other kind.
 */
function placeInGroup(
	text: string,
	group: Range,
	module: string,
	apart: string | undefined,
): { at: number; isAlone: boolean } {
	const isApart = (path: string): boolean => apart !== undefined && new RegExp(apart).test(path);
	const first = lineEnd(text, group.start);
	let place: number | undefined;
	let isThere = false;
	let before = first;
	for (let line = text.indexOf('\n', first) + 1; line > 0 && line < group.end; line = text.indexOf('\n', line) + 1) {
		const path = /["'`]([^"'`]+)["'`]/.exec(text.slice(line, lineEnd(text, line)))?.[1];
		if (path !== undefined && isApart(path) === isApart(module)) {
			isThere = true;
			if (path > module) return { at: place ?? before, isAlone: false };
			place = lineEnd(text, line);
		}
		before = lineEnd(text, line);
	}
	const isEmpty = !/["'`]/.test(text.slice(group.start, group.end));
	return { at: place ?? first, isAlone: !isThere && !isEmpty };
}
