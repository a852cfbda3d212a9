/** The engine for tests: built from the sources, with the languages, grammars and catalogues that the build ships. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { grammarPath, readFormats, readLanguages } from '../../scripts/data.mjs';
import { loadRivals, type Rivals } from '../../server/catalogue/rivals.ts';
import { createService } from '../../server/engine.ts';
import { compileFormat, type LogFormat } from '../../server/formats/format.ts';
import type { LanguageData } from '../../server/languages/language.ts';
import type { Service } from '../../server/service.ts';
import { builtinLookup } from './catalogues.ts';

/** The runtime is a wasm file too, of no language. */
const RUNTIME = 'web-tree-sitter.wasm';

const root = join(import.meta.dirname, '../..');

let languages: Promise<LanguageData[]> | undefined;

/** Every language's data, merged with what it extends. */
export async function testLanguages(): Promise<LanguageData[]> {
	languages ??= readLanguages().then((read: { languages: LanguageData[]; problems: string[] }) => {
		if (read.problems.length > 0) throw new Error(read.problems.join('\n'));
		return read.languages;
	});
	return languages;
}

async function testRivals(): Promise<Rivals> {
	return loadRivals(parse(await readFile(join(root, 'server/catalogue/rivals.yaml'), 'utf8')));
}

/** How logs are written, as the build ships it. */
export async function testFormats(): Promise<LogFormat[]> {
	const read = await readFormats();
	if (read.problems.length > 0) throw new Error(read.problems.join('\n'));
	return read.formats.map(compileFormat);
}

/** A grammar's bytes as the build would ship them. */
export function readGrammar(grammar: string): Promise<Uint8Array> {
	return readFile(grammarPath({ grammar: grammar === RUNTIME ? `web-tree-sitter/${RUNTIME}` : grammar }));
}

/**
 * A service with the built-in catalogues. `problems` takes what a person would be told; `more` are languages beside
 * those that there are.
 */
export async function testService({ problems = [] as string[], more = [] as LanguageData[] } = {}): Promise<Service> {
	const all = [...(await testLanguages()), ...more];
	return createService({
		host: {
			readGrammar,
			readLanguage: async (id) => all.find((language) => language.id === id),
			problem: (message) => problems.push(message),
		},
		catalogues: ['tencentcloud-v2', 'tencentcloud-v3'].map((id) => builtinLookup(id).catalogue),
		rivals: await testRivals(),
		formats: await testFormats(),
		languages: all.map(({ id, ids, extensions }) => ({ id, ids, extensions })),
	});
}
