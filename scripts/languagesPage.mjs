/**
 * docs/languages.md, from the languages' data and from their fixtures: what a fixture shows is what is said to work.
 * A fixture is of the forms that its name begins with, and of those that a line `//= forms: guards, ranges` adds.
 */
import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { page, table } from './pages.mjs';
import { root } from './paths.mjs';

const folder = join(root, 'test/fixtures');

/** id → title, and with what else the name of a fixture of this form may begin. */
const FORMS = {
	switch: ['switch, case, match, when', 'match', 'when', 'case', 'braced-cases'],
	arrows: ['arrow and expression forms'],
	guards: ['guards in arms'],
	several: ['several codes in an arm, alternatives'],
	ranges: ['ranges'],
	'fall-through': ['fall-through'],
	'else-if': ['if ladders', 'elif', 'elsif'],
	'consecutive-ifs': ['consecutive ifs'],
	'early-returns': ['early returns, guard clauses'],
	membership: ['membership in lists and sets', 'joined-sets'],
	map: ['tables of handlers, called by code'],
	exceptions: ['exceptions and errors of the SDKs', 'caught', 'catch', 'thrown', 'raised'],
	constants: ['constants and enums', 'members', 'sdk-constants'],
	across: ['constants of other files'],
	companion: ['companion texts (`codeDesc`)'],
	families: ['families of codes', 'family', 'prefixes'],
	failing: [
		'what fails',
		'ways-of-failing',
		'not-failing',
		'after-fails',
		'default-fails',
		'default-throws',
		'default-raises',
	],
	succeeding: ['what succeeds', 'ways-of-succeeding', 'default-success'],
	retried: ['what retries', 'default-retries'],
	swallowed: ['swallowed codes'],
	'handed-on': ['handed on, passed on', 'handed', 'passed-on'],
	tables: ['tables, lookups, predicates, retry sets', 'definition', 'lookup', 'predicate', 'retry-set'],
};

const isOf = (form, name) =>
	[form, ...FORMS[form].slice(1)].some((begin) => name === begin || name.startsWith(`${begin}-`));

/** What one fixture shows: its forms, and how far it goes. */
async function shown(file) {
	const text = await readFile(file, 'utf8');
	const name = basename(file, extname(file)).replaceAll('_', '-').toLowerCase();
	const added = /^\W*= forms: (.+?)\W*$/m.exec(text)?.[1].split(/,\s*/) ?? [];
	const unknown = added.find((form) => !(form in FORMS));
	if (unknown) throw new Error(`${file}: forms: there is no form ${unknown}. Known: ${Object.keys(FORMS).join(', ')}.`);
	return {
		forms: Object.keys(FORMS).filter((form) => added.includes(form) || isOf(form, name)),
		judged: /\soutcome (?!foreign|unsure)[a-z-]+/.test(text),
		// A suppression writes nothing that is missing.
		fixed: /\sfix (?!Suppress).+ => /.test(text),
	};
}

/** form → the furthest that a fixture of a folder goes: 1 recognised, 2 judged, 3 fixed. */
async function coverage(place) {
	const reached = new Map();
	for (const file of (await readdir(place)).filter((one) => !one.endsWith('.golden'))) {
		const { forms, judged, fixed } = await shown(join(place, file));
		for (const form of forms) reached.set(form, Math.max(reached.get(form) ?? 0, fixed ? 3 : judged ? 2 : 1));
	}
	return reached;
}

/** The id of the language that one takes over in the end, or its own. */
const rootOf = (language, all) =>
	language.extends === undefined
		? language.id
		: rootOf(
				all.find(({ id }) => id === language.extends),
				all,
			);

const SIGNS = ['', 'r', 'rj', 'rjf'];

/** @param {{ id: string, title: string, extensions: string[], extends?: string, modules?: { by: string } }[]} languages */
export async function languagesPage(languages) {
	const all = new Set(await readdir(folder));
	const reached = new Map();
	for (const { id } of languages) reached.set(id, all.has(id) ? await coverage(join(folder, id)) : new Map());
	/** One that takes another over is one column with it. */
	const own = languages
		.filter((language) => language.extends === undefined)
		.map(({ id, title }) => {
			const others = languages.filter((language) => rootOf(language, languages) === id && language.id !== id);
			return {
				title: [title, ...others.map((one) => one.title)].join(', '),
				ids: [id, ...others.map((one) => one.id)],
			};
		});
	const signs = (ids, form) => SIGNS[Math.max(...ids.map((id) => reached.get(id).get(form) ?? 0))];
	const LINKS = {
		path: 'by the path of an import',
		dotted: 'by the module that an import names',
		folder: 'by package',
		name: 'by a name that one file alone declares',
	};
	const half = Math.ceil(own.length / 2);
	const grid = (part) =>
		table(
			['Form', ...part.map(({ title }) => title)],
			Object.entries(FORMS).map(([form, [title]]) => [title, ...part.map(({ ids }) => signs(ids, form))]),
		);
	return page(
		'server/languages/ and test/fixtures/',
		'Languages',
		'What is read, in which language. Each sign stands for fixtures that a test runs: **r** the codes are recognised, **j** the dispatch is judged (handled, left to a fallback, handed on, reported, …), **f** a fix writes what is missing. An empty cell: the language has no such form, or it says the same in one of the others.',
		grid(own.slice(0, half)),
		grid(own.slice(half)),
		'Dart and Swift are read by the grammars of @repomix/tree-sitter-wasms: the package tree-sitter-dart 1.0.0 does not load with web-tree-sitter 0.27, and tree-sitter-swift 0.7.1 has no wasm. The one for Swift does not know all of the language: lines for the compiler (`#if`, `#warning`), raw strings and regular expressions are read as if they were empty, so that both branches of an `#if` stand one after the other.',
		'## Files and constants of other files',
		table(
			['Language', 'Files', 'Constants of other files are found'],
			languages.map(({ title, extensions, modules }) => [
				title,
				extensions.map((ending) => `\`${ending}\``).join(' '),
				modules ? LINKS[modules.by] : 'not',
			]),
		),
	);
}
