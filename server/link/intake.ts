/**
 * Takes texts into the index. A text that names a code is parsed whole; of any other only the statements that others
 * may want are, which the language's patterns find; most have none and are not parsed at all.
 */

import type { Lookup } from '../catalogue/lookup.ts';
import type { Modules } from '../languages/modulesSchema.ts';
import { isOfModule } from '../recognise/context.ts';
import { ParsedSource, type SourceLanguage } from '../recognise/parse.ts';
import type { Known } from '../recognise/source.ts';
import { type FactsReader, type FileFacts, type Lean, NO_FACTS, outwardFacts } from './facts.ts';
import type { IndexedFile } from './workspace.ts';

/** A language's patterns, compiled once. */
export interface Patterns {
	readonly modules: Modules;
	readonly sources: RegExp;
	readonly outline: readonly RegExp[];
	readonly package: RegExp | undefined;
}

export function patternsOf(modules: Modules): Patterns {
	const compile = (pattern: string) => new RegExp(pattern, 'gm');
	return {
		modules,
		sources: compile(modules.sources),
		outline: modules.outline.map(compile),
		package: modules.package === undefined ? undefined : new RegExp(modules.package, 'm'),
	};
}

/** The modules that a text seems to import, each once. */
export function sourcesIn(text: string, { sources }: Patterns): string[] {
	const found = new Set<string>();
	for (const match of text.matchAll(sources)) {
		const source = match.slice(1).find((group) => group !== undefined);
		if (source) found.add(source);
	}
	return [...found];
}

/** The name of the package that a text says it is of, '' where it says none. */
export const packageIn = (text: string, patterns: Patterns): string => patterns.package?.exec(text)?.[1] ?? '';

/** The facts of a text that names no code. */
export function outlineFacts(
	text: string,
	{ outline }: Patterns,
	language: SourceLanguage,
	reader: FactsReader,
): FileFacts {
	const statements = outline.flatMap((pattern) =>
		[...text.matchAll(pattern)].map((match) => [match.index, match[0]] as const),
	);
	if (statements.length === 0) return NO_FACTS;
	statements.sort(([a], [b]) => a - b);
	return parsedFacts(statements.map(([, statement]) => statement.trim()).join('\n'), language, reader);
}

/** The facts of a whole text. */
export function parsedFacts(text: string, language: SourceLanguage, reader: FactsReader): FileFacts {
	const parsed = new ParsedSource(language, 'constants');
	try {
		parsed.update(text);
		return factsIn(parsed, reader);
	} finally {
		parsed.dispose();
	}
}

export const factsIn = (parsed: ParsedSource, reader: FactsReader): FileFacts =>
	reader.read(
		parsed.units,
		parsed.types.filter(({ isDefault }) => isDefault).map(({ path }) => path[0] ?? ''),
		parsed.language.reader,
	);

/** Whether a text names another vendor than the one of a catalogue, by id. */
export type NamesOthers = (text: string, catalogue: string) => boolean;

/** Ids of the catalogues whose API a text names, or imports by one of these sources. */
function mentionsIn(
	text: string,
	sources: readonly string[],
	known: readonly Known[],
	namesOthers: NamesOthers,
): string[] {
	return known
		.filter(({ lookup, finder }) => {
			const { imports, packages } = lookup.catalogue.contexts;
			const modules = [...imports, ...packages];
			if (sources.some((source) => modules.some((module) => isOfModule(source, module)))) return true;
			// A list of clouds says nothing of whoever imports it.
			return finder.mentions(text) && !namesOthers(text, lookup.catalogue.id);
		})
		.map(({ lookup }) => lookup.catalogue.id);
}

/** Whether any constant is a code of some catalogue. */
function hasCodes({ definitions, exports, whole }: FileFacts, lookups: readonly Lookup[]): boolean {
	const isCode = (lean: Lean | null | undefined): boolean => {
		if (lean?.kind === 'value')
			return lookups.some(
				(lookup) => lookup.resolve(lean.text) !== undefined || lookup.byName(lean.text) !== undefined,
			);
		if (lean?.kind !== 'set') return false;
		return Object.values(lean.fields).some(isCode) || lean.entries?.some(isCode) === true;
	};
	return [...Object.values(definitions), ...Object.values(exports), whole].some(isCode);
}

/** The file as the index keeps it. */
export function indexedFile(
	id: string,
	text: string,
	read: FileFacts,
	patterns: Patterns,
	known: readonly Known[],
	namesOthers: NamesOthers,
): IndexedFile {
	const facts = outwardFacts(read, patterns.modules.handsOn);
	return {
		id,
		modules: patterns.modules,
		package: packageIn(text, patterns),
		facts,
		mentions: mentionsIn(text, sourcesIn(text, patterns), known, namesOthers),
		hasCodes: hasCodes(
			facts,
			known.map(({ lookup }) => lookup),
		),
	};
}
