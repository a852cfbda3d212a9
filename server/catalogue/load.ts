/**
 * From the parsed value of a catalogue file to a catalogue in memory, or to the reasons why not. Built-in and users'
 * catalogues pass here alike, and what the build compiled passes here again when it is read.
 */
import * as v from 'valibot';
import type { Catalogue, Code } from './catalogue.ts';
import { capped, describeIssues } from './problems.ts';
import { type CatalogueFile, catalogueSchema } from './schema.ts';

export interface LoadResult {
	/** Absent where there is any problem. */
	readonly catalogue?: Catalogue;
	/** One sentence each, for people; each begins with the source. */
	readonly problems: string[];
}

/**
 * Checks and completes a catalogue. `value`: what the YAML or JSON held, of any shape. `source`: what people know
 * the file by; begins every problem. Never throws.
 */
export function loadCatalogue(value: unknown, source: string): LoadResult {
	const parsed = v.safeParse(catalogueSchema, value);
	if (!parsed.success) return { problems: describeIssues(parsed.issues, source) };
	const file = parsed.output;
	const contradictions = findContradictions(file);
	if (contradictions.length > 0) return { problems: capped(contradictions, source) };
	return { catalogue: completed(file), problems: [] };
}

/** Values that stand twice, or that would be two things at once; replacements that do not exist. */
function findContradictions(file: CatalogueFile): string[] {
	const problems: string[] = [];
	const places = new Map<string, string>();
	const claim = (text: string, place: string) => {
		const first = places.get(text);
		if (first === undefined) places.set(text, place);
		else problems.push(`${place} is ${JSON.stringify(text)}, but that is already ${first}.`);
	};
	file.codes.forEach((code, index) => {
		claim(code.code, `codes[${index}].code`);
	});
	file.codes.forEach((code, index) => {
		code.aliases.forEach((alias, position) => {
			claim(alias, `codes[${index}].aliases[${position}]`);
		});
	});
	file.success.forEach((text, index) => {
		claim(text, `success[${index}]`);
	});
	file.foreign.forEach((text, index) => {
		claim(text, `foreign[${index}]`);
	});
	const codes = new Set(file.codes.map((code) => code.code));
	file.codes.forEach((code, index) => {
		if (code.replacedBy === undefined) return;
		const place = `codes[${index}].replacedBy`;
		if (code.replacedBy === code.code) problems.push(`${place} is the code itself, ${JSON.stringify(code.code)}.`);
		else if (!codes.has(code.replacedBy)) {
			problems.push(`${place} is ${JSON.stringify(code.replacedBy)}, but the catalogue has no such code.`);
		}
	});
	return problems;
}

function completed(file: CatalogueFile): Catalogue {
	return {
		id: file.id,
		title: file.title,
		...given({ docs: file.docs, hierarchy: file.hierarchy }),
		complete: file.complete,
		demand: file.demand,
		grave: file.grave,
		success: file.success,
		foreign: file.foreign,
		contexts: file.contexts,
		match: given(file.match),
		codes: file.codes.map(completedCode),
	};
}

function completedCode(code: CatalogueFile['codes'][number]): Code {
	const { guessed: _guessed, text: _text, ...rest } = code;
	return given(rest);
}

/** The same without fields that are there but undefined, so that two equal catalogues are deeply equal. */
function given<Fields extends object>(fields: Fields): Fields {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}
