/**
 * Puts the engine together from the resources beside the bundle. The heavy half of the server and the command line:
 * loaded when first needed, never for the reply to `initialize`.
 */
import type { ExplainEntry } from '../../shared/protocol.ts';
import type { DocumentSettings } from '../../shared/settings.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { explainCode } from '../catalogue/explain.ts';
import { loadCatalogue } from '../catalogue/load.ts';
import { lookupOf } from '../catalogue/lookup.ts';
import { loadRivals, type Rivals } from '../catalogue/rivals.ts';
import { createService } from '../engine.ts';
import { compileFormat, type LogFormat } from '../formats/format.ts';
import { decodeEscapes } from '../recognise/escapes.ts';
import type { Resources } from '../resources.ts';
import type { Service } from '../service.ts';
import { matchesAny } from '../skip.ts';

/** A language as far as choosing it needs: the whole of its data is read when it is first used. */
interface LanguageRow {
	readonly id: string;
	/** VS Code's language ids. */
	readonly ids: readonly string[];
	/** With their dot. */
	readonly extensions: readonly string[];
}

export interface LoadedEngine {
	readonly service: Service;
	/** File name endings that belong to a language, with their dot. */
	readonly extensions: readonly string[];
	/** Every code of every catalogue, in their order. */
	explain(): readonly ExplainEntry[];
	/** One of these. */
	entry(catalogue: string, code: string): ExplainEntry | undefined;
	/** Whether the settings say to leave a path alone. */
	isExcluded(path: string, settings: DocumentSettings): boolean;
	/** A sentence on each id that is no catalogue's. */
	unknownCatalogues(always: DocumentSettings['always']): readonly string[];
	/** Text with its `\uXXXX` escapes decoded. */
	decode(text: string): string;
}

/**
 * Reads catalogues, rivals and the list of languages, and starts a service on them.
 * @param problem takes what could not be read and is done without, one sentence each
 * @throws {Error} with a message for people when no catalogue is left
 */
export async function openEngine(resources: Resources, problem: (message: string) => void): Promise<LoadedEngine> {
	const optional = async <Result>(reading: Promise<Result>, otherwise: Result, loss: string): Promise<Result> => {
		try {
			return await reading;
		} catch (error) {
			problem(`${messageOf(error)} ${loss}`);
			return otherwise;
		}
	};
	const [catalogues, rivals, formats, languages] = await Promise.all([
		readCatalogues(resources, problem),
		optional<Rivals>(
			resources.readJson('rivals.json').then(loadRivals),
			{ judges: [], vendors: [] },
			'Until then other APIs with the same numbers are not told apart.',
		),
		optional(readFormats(resources), [], 'Until then no time is read in logs.'),
		optional(
			resources.readJson('languages/index.json').then((rows) => rows as readonly LanguageRow[]),
			[],
			'Until then only JSON and logs are looked at.',
		),
	]);
	const service = createService({
		host: {
			readGrammar: (file) => resources.readBytes(`grammars/${file}`),
			readLanguage: (id) => resources.readJson(`languages/${id}.json`),
			problem,
		},
		catalogues,
		rivals,
		formats,
		languages,
	});
	return {
		service,
		extensions: languages.flatMap(({ extensions }) => extensions),
		explain: () => catalogues.flatMap(entries),
		entry: (id, code) =>
			catalogues.flatMap((one) => (one.id === id ? entries(one) : [])).find((one) => one.code === code),
		isExcluded: (path, { exclude }) => matchesAny(path, exclude),
		unknownCatalogues(always) {
			const known = catalogues.map(({ id }) => id);
			const unknown = always.filter((id) => !known.includes(id));
			return unknown.map(
				(id) =>
					`The setting faultbook.catalogues.always names ${JSON.stringify(id)}, but the catalogues are ${known.join(', ')}.`,
			);
		},
		decode: decodeEscapes,
	};
}

/** How logs are written. Rejects with a message for people. */
export async function readFormats(resources: Resources): Promise<LogFormat[]> {
	const rows = (await resources.readJson('formats.json')) as readonly Parameters<typeof compileFormat>[0][];
	return rows.map(compileFormat);
}

/**
 * The catalogues alone. One that cannot be read leaves the others as they are.
 * @param problem as above
 * @throws {Error} with a message for people when none is left
 */
export async function readCatalogues(resources: Resources, problem: (message: string) => void): Promise<Catalogue[]> {
	const found: Catalogue[] = [];
	const problems: string[] = [];
	for (const name of await resources.list('catalogues')) {
		if (!name.endsWith('.json')) continue;
		const path = `catalogues/${name}`;
		try {
			const loaded = loadCatalogue(await resources.readJson(path), path);
			if (loaded.catalogue !== undefined) found.push(loaded.catalogue);
			problems.push(...loaded.problems);
		} catch (error) {
			problems.push(messageOf(error));
		}
	}
	if (found.length === 0) throw new Error(`there is no catalogue of error codes. ${problems.join(' ')}`.trim());
	for (const each of problems) problem(each);
	return found;
}

function entries(catalogue: Catalogue): ExplainEntry[] {
	return lookupOf(catalogue).listed.map((code) => ({
		catalogue: catalogue.id,
		title: catalogue.title,
		code: code.code,
		type: code.type ?? code.name ?? (code.family === undefined ? '' : 'Family of codes'),
		severity: code.severity,
		...(code.description && { summary: firstSentence(code.description) }),
		markdown: explainCode(catalogue, code.code),
	}));
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

function firstSentence(text: string): string {
	return /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;
}
