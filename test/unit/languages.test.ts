/** Every language's data: it fits its grammar, it has samples, and the samples are recognised as they say. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Language, Parser } from 'web-tree-sitter';
import { parse } from 'yaml';
import type { LanguageData } from '../../server/languages/language.ts';
import type { Range } from '../../server/model.ts';
import { Lowering } from '../../server/recognise/lower.ts';
import type { Service } from '../../server/service.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { readGrammar, testLanguages, testService } from '../support/engine.ts';

/** A file in the language with everything that is to be seen in it, as `<line> <what>`. */
interface Sample {
	readonly path: string;
	readonly source: string;
	readonly sightings: readonly string[];
	readonly outcomes: readonly string[];
}

const root = join(import.meta.dirname, '../../server/languages');
const folders = readdirSync(root, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map(({ name }) => name);

let service: Service;
let languages: readonly LanguageData[];
beforeAll(async () => {
	service = await testService();
	languages = await testLanguages();
	await Parser.init();
});

describe.each(folders)('%s', (folder) => {
	const samples = join(root, folder, 'samples');

	test('every node type and field of its data is in its grammar', async () => {
		const language = languages.find(({ id }) => id === folder);
		expect(language, `server/languages/${folder}/language.yaml gives a language`).toBeDefined();
		if (!language) return;
		const grammar = await Language.load(await readGrammar(language.grammar));
		expect(() => new Lowering(language, grammar)).not.toThrow();
	});

	test('has samples', () => {
		expect(existsSync(samples) && readdirSync(samples).filter((file) => file.endsWith('.yaml'))).not.toHaveLength(0);
	});

	test.each(existsSync(samples) ? readdirSync(samples) : [])('sample %s', async (file) => {
		const sample = parse(readFileSync(join(samples, file), 'utf8')) as Sample;
		const { path, source: text } = sample;
		const document = { uri: `file:///${path}`, path, languageId: '', version: 1, text };
		const model = await service.model(document, DEFAULT_SETTINGS);
		service.close(document.uri);
		expect(model.skipped).toBeUndefined();
		const line = ({ start }: Range): number => text.slice(0, start).split('\n').length;
		const sightings = model.sightings.map((it) => `${line(it)} ${it.code} ${it.certainty} ${it.role}`);
		const outcomes = model.dispatches.map((it) => `${line(it.subject)} ${it.outcome}`);
		expect({ sightings: sightings.sort(), outcomes: outcomes.sort() }).toEqual({
			sightings: [...sample.sightings].sort(),
			outcomes: [...sample.outcomes].sort(),
		});
	});
});
