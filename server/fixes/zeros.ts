/** What a function that gives back an error beside its results gives back with it (Go). */
import type { FixSite } from './site.ts';

/** `nil, ` for a function that returns a pointer and an error; undefined for one that returns no error. */
export function zerosOf(site: FixSite): string | undefined {
	const { language, dispatch, text } = site;
	if (!language.returnsErrors) return '';
	const results = resultTypes(dispatch.scope.func?.results ?? '');
	const last = results.at(-1);
	if (!last || !language.lexicon.errorTypes.includes(last.type)) return undefined;
	return results
		.slice(0, -1)
		.map(({ name, type }) => `${name && name !== '_' ? name : zeroOf(type, site, text)}, `)
		.join('');
}

function zeroOf(type: string, { language }: FixSite, text: string): string {
	const known = language.stubs.zeros[type];
	if (known !== undefined) return known;
	if (/^(?:\*|\[\]|map\[|chan\b|<-|func\b|interface\b)/.test(type)) return 'nil';
	const declared = new RegExp(`^type\\s+${type.replace(/[^\w]/g, '\\$&')}\\s+(\\S+)`, 'm').exec(text)?.[1];
	if (declared?.startsWith('struct') || type.startsWith('[')) return `${type}{}`;
	if (declared?.startsWith('interface')) return 'nil';
	const base = declared === undefined ? undefined : language.stubs.zeros[declared];
	// Right for whatever type it may be
	return base ?? `*new(${type})`;
}

/** `(a, b int, err error)` → int, int, error with their names. */
function resultTypes(results: string): { name: string; type: string }[] {
	const inner = results.startsWith('(') ? results.slice(1, -1) : results;
	const parts = splitTop(inner)
		.map((part) => part.trim())
		.filter((part) => part !== '');
	const isNamed = parts.some(
		(part) => /^\w+\s+(?!chan\b)\S/.test(part) && !/^(?:func|map|chan|interface|struct)\b/.test(part),
	);
	if (!isNamed) return parts.map((type) => ({ name: '', type }));
	let type = '';
	const named: { name: string; type: string }[] = [];
	// `a, b int`: the type stands behind the last of its names.
	for (const part of parts.reverse()) {
		const match = /^(\w+)\s+(.+)$/.exec(part);
		if (match) type = match[2] ?? '';
		named.unshift({ name: match?.[1] ?? part, type });
	}
	return named;
}

function splitTop(text: string): string[] {
	const parts: string[] = [];
	let depth = 0;
	let from = 0;
	for (let at = 0; at < text.length; at++) {
		const char = text.charAt(at);
		if ('([{'.includes(char)) depth++;
		else if (')]}'.includes(char)) depth--;
		else if (char === ',' && depth === 0) {
			parts.push(text.slice(from, at));
			from = at + 1;
		}
	}
	parts.push(text.slice(from));
	return parts;
}
