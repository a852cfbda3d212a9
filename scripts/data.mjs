/**
 * What the engine reads at run time, compiled and checked at build time: catalogues, rivals, log formats, languages,
 * grammars, the scan kernel.
 * All go through the same functions that load them at run time.
 */
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { compileKernel } from './kernel.mjs';
import { root } from './paths.mjs';
import { importTypeScript } from './typescript.mjs';

const cataloguesFolder = 'server/catalogue/builtin';
const languagesFolder = 'server/languages';
const formatsFolder = 'server/formats';

const writeJson = (file, value) => writeFile(file, `${JSON.stringify(value)}\n`);

/** The names of a folder's entries in a fixed order; none where there is no such folder. */
async function names(folder) {
	return existsSync(join(root, folder)) ? (await readdir(join(root, folder))).sort() : [];
}

/** Reads YAML of our own: the alias limit that protects against hostile files would only be in the way. */
async function readYaml(file) {
	const { parseDocument } = await import('yaml');
	const document = parseDocument(await readFile(join(root, file), 'utf8'));
	const problems = [...document.errors, ...document.warnings].map(({ message }) => `${file}: ${message}`);
	return { value: problems.length > 0 ? undefined : document.toJS({ maxAliasCount: -1 }), problems };
}

/**
 * Every language's data, checked, with what it takes over from others filled in.
 * @param {string} [place] the folder that has a folder for each, from the top of the project
 * @returns {Promise<{ languages: any[], problems: string[] }>} `languages` as `loadLanguage` gives them, by folder name
 */
export async function readLanguages(place = languagesFolder) {
	const { loadLanguage, mergeLanguage } = await importTypeScript(`${languagesFolder}/language.ts`);
	const problems = [];
	/** id → data as written, and where it stands. */
	const written = new Map();
	for (const folder of await names(place)) {
		const file = `${place}/${folder}/language.yaml`;
		if (!existsSync(join(root, file))) continue;
		const read = await readYaml(file);
		problems.push(...read.problems);
		if (read.value === undefined) continue;
		if (read.value?.id !== folder)
			problems.push(`${file}: id is ${read.value?.id}, but must be the folder's name, ${folder}.`);
		else written.set(folder, { file, value: read.value });
	}
	const resolved = (id, path) => {
		const { file, value } = written.get(id);
		if (value.extends === undefined) return value;
		if (!written.has(value.extends)) {
			problems.push(`${file}: extends ${value.extends}, but there is no such language.`);
			return value;
		}
		if (path.includes(value.extends)) {
			problems.push(`${file}: extends itself: ${[...path, value.extends].join(' → ')}.`);
			return value;
		}
		return mergeLanguage(resolved(value.extends, [...path, value.extends]), value);
	};
	const languages = [];
	for (const [id, { file }] of written) {
		const value = resolved(id, [id]);
		const loaded = loadLanguage(value, file);
		problems.push(...loaded.problems);
		if (loaded.language) languages.push(loaded.language);
	}
	return { languages, problems };
}

/** Where the wasm file of a language's grammar stands. */
export const grammarPath = ({ grammar }) => join(root, 'node_modules', grammar);

/** Catalogues as `loadCatalogue` takes them, to `catalogues/<id>.json`. */
async function compileCatalogues(folder) {
	const { loadCatalogue } = await importTypeScript('server/catalogue/load.ts');
	const { parseCatalogue } = await importTypeScript('server/catalogue/parse.ts');
	const problems = [];
	await mkdir(join(folder, 'catalogues'), { recursive: true });
	for (const name of await names(cataloguesFolder)) {
		const source = `${cataloguesFolder}/${name}`;
		const parsed = parseCatalogue(await readFile(join(root, source), 'utf8'), source);
		const loaded = parsed.problems.length > 0 ? parsed : loadCatalogue(parsed.value, source);
		problems.push(...loaded.problems);
		if (loaded.catalogue) await writeJson(join(folder, 'catalogues', `${loaded.catalogue.id}.json`), parsed.value);
	}
	return problems;
}

/** The other APIs that use the same numbers, to `rivals.json`. */
async function compileRivals(folder) {
	const { loadRivals } = await importTypeScript('server/catalogue/rivals.ts');
	const { value, problems } = await readYaml('server/catalogue/rivals.yaml');
	if (problems.length > 0) return problems;
	loadRivals(value);
	await writeJson(join(folder, 'rivals.json'), value);
	return [];
}

/** How logs are written, to `formats.json`: without the samples, which a test reads. */
async function compileFormats(folder) {
	const { formats, problems } = await readFormats();
	await writeJson(
		join(folder, 'formats.json'),
		formats.map(({ samples: _, ...format }) => format),
	);
	return problems;
}

/** Every log format's data, checked, with its samples, in the order of their files' names. */
export async function readFormats() {
	const { loadFormat } = await importTypeScript(`${formatsFolder}/format.ts`);
	const formats = [];
	const problems = [];
	for (const name of await names(formatsFolder)) {
		if (!name.endsWith('.yaml')) continue;
		const source = `${formatsFolder}/${name}`;
		const read = await readYaml(source);
		const loaded = read.problems.length > 0 ? read : loadFormat(read.value, source);
		problems.push(...loaded.problems);
		if (loaded.format) formats.push(loaded.format);
	}
	return { formats, problems };
}

/** Languages to `languages/<id>.json`, what routing needs to `languages/index.json`, their grammars to `grammars/`. */
async function compileLanguages(folder) {
	const { languages, problems } = await readLanguages();
	await mkdir(join(folder, 'languages'), { recursive: true });
	await mkdir(join(folder, 'grammars'), { recursive: true });
	for (const language of languages) {
		const file = basename(language.grammar);
		await writeJson(join(folder, 'languages', `${language.id}.json`), { ...language, grammar: file });
		const grammar = grammarPath(language);
		if (existsSync(grammar)) await copyFile(grammar, join(folder, 'grammars', file));
		else problems.push(`${languagesFolder}/${language.id}/language.yaml: grammar: no package has ${language.grammar}.`);
	}
	const index = languages.map(({ id, ids, extensions }) => ({ id, ids, extensions }));
	await writeJson(join(folder, 'languages', 'index.json'), index);
	// The runtime comes from web-tree-sitter itself: it and its wasm file must be of one version.
	const runtime = 'web-tree-sitter.wasm';
	await copyFile(join(root, 'node_modules/web-tree-sitter', runtime), join(folder, 'grammars', runtime));
	return problems;
}

/** The scan kernel, to `kernel.wasm`. */
async function writeKernel(folder) {
	const { bytes, problems } = await compileKernel();
	if (bytes) await writeFile(join(folder, 'kernel.wasm'), bytes);
	return problems;
}

/**
 * Writes all data.
 * @param {string} folder where to; it exists
 * @returns {Promise<string[]>} problems, one sentence each, naming file and place
 */
export async function compileData(folder) {
	const parts = [
		compileCatalogues(folder),
		compileRivals(folder),
		compileFormats(folder),
		compileLanguages(folder),
		writeKernel(folder),
	];
	return (await Promise.all(parts.map((part) => part.catch((error) => [error.message])))).flat();
}
