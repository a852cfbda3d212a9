/**
 * `npm run generate`: writes what follows from shared/, the rules and the language data: package.json's contributions
 * and activation, docs/settings.md, docs/rules.md, docs/commands.md, docs/languages.md and the
 * README's settings table.
 * With `--check` it writes nothing, names what is out of date and exits 1.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readLanguages } from './data.mjs';
import { languagesPage } from './languagesPage.mjs';
import { commandsPage, rulesPage, settingsPage, settingsTable } from './pages.mjs';
import { root } from './paths.mjs';
import { importTypeScript } from './typescript.mjs';

/** The README's table stands between these; the rest of the page is written by hand. */
const marks = ['<!-- settings -->', '<!-- /settings -->'];

/** A setting as VS Code's settings editor wants it. */
function property(definition) {
	const { type, default: value, scope, description, enum: values, enumDescriptions } = definition;
	return {
		...(type === 'string[]' ? { type: 'array', items: { type: 'string' }, uniqueItems: true } : { type }),
		default: value,
		...(values && { enum: values }),
		...(enumDescriptions && { markdownEnumDescriptions: enumDescriptions }),
		scope,
		markdownDescription: description,
	};
}

/** package.json with its generated parts renewed and everything else as it is. */
function manifest(text, { settings, commands, languageIds }) {
	const value = JSON.parse(text);
	value.activationEvents = languageIds.map((id) => `onLanguage:${id}`);
	value.contributes = {
		commands: commands.map(({ id, category, title }) => ({ command: id, category, title })),
		configuration: {
			title: value.displayName,
			properties: Object.fromEntries(Object.entries(settings).map(([key, definition]) => [key, property(definition)])),
		},
	};
	return `${JSON.stringify(value, null, '\t')}\n`;
}

function readme(text, table) {
	const [start, end] = marks.map((mark) => text.indexOf(mark));
	if (start < 0 || end < start)
		throw new Error(`README.md: the settings table belongs between ${marks.join(' and ')}.`);
	return `${text.slice(0, start + marks[0].length)}\n${table}\n${text.slice(end)}`;
}

/** Each rule's own documentation (`documentation`, Markdown), by rule id. A rule is a file of its id, in camel case. */
async function ruleDocumentation(ids) {
	const documentation = new Map();
	for (const id of ids) {
		const file = `server/rules/${id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())}.ts`;
		const module = await importTypeScript(file);
		if (typeof module.documentation !== 'string') throw new Error(`${file} exports no \`documentation\`.`);
		documentation.set(id, module.documentation.trim());
	}
	return documentation;
}

/** All generated files: path relative to the top → text. */
async function generate() {
	const { SETTINGS, RULES, RULE_IDS } = await importTypeScript('shared/settings.ts');
	const { COMMANDS, COMMAND_CATEGORY, COMMAND_DEFINITIONS } = await importTypeScript('shared/commands.ts');
	const { FORMATS } = await importTypeScript('shared/formats.ts');
	const { languages, problems } = await readLanguages();
	if (problems.length > 0) throw new Error(problems.join('\n'));
	const commands = Object.entries(COMMANDS).map(([name, id]) => ({
		id,
		category: COMMAND_CATEGORY,
		...COMMAND_DEFINITIONS[name],
	}));
	const languageIds = [...languages, ...Object.values(FORMATS)].flatMap(({ ids }) => ids);
	const read = (file) => readFile(join(root, file), 'utf8');
	const documentation = await ruleDocumentation(RULE_IDS);
	return new Map([
		['package.json', manifest(await read('package.json'), { settings: SETTINGS, commands, languageIds })],
		['docs/settings.md', settingsPage(SETTINGS)],
		['docs/rules.md', rulesPage(RULES, documentation)],
		['docs/commands.md', commandsPage(commands)],
		['docs/languages.md', await languagesPage(languages)],
		['README.md', readme(await read('README.md'), settingsTable(SETTINGS))],
	]);
}

/** Writes what differs, or with `check` only says so. Gives how many files differ. */
async function renew(files, { check }) {
	let outdated = 0;
	for (const [file, text] of files) {
		const path = join(root, file);
		// A clone on Windows may have turned line ends.
		const current = existsSync(path) ? (await readFile(path, 'utf8')).replaceAll('\r\n', '\n') : undefined;
		if (current === text) continue;
		outdated++;
		if (check) {
			console.error(`${file} is out of date. Run: npm run generate`);
			continue;
		}
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, text);
		console.log(`${file} written.`);
	}
	return outdated;
}

try {
	const check = process.argv.includes('--check');
	const outdated = await renew(await generate(), { check });
	if (outdated === 0) console.log('All generated files are up to date.');
	else if (check) process.exitCode = 1;
} catch (error) {
	console.error(error.message);
	process.exitCode = 1;
}
