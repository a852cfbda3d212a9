/**
 * Fixtures as documents for the engine, and what is compared of them, as lines that a person can read in a diff.
 *
 * A fixture may hold several files: a line `//= file: src/codes.ts` begins the next one, with markers of its own. Each
 * is a fixture called `<name>#src/codes.ts`; the others are in the index while it is looked at. Lines above the first
 * such line are prose.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Model, Range, TextEdit } from '../../server/model.ts';
import type { DocumentInput } from '../../server/service.ts';
import { DEFAULT_SETTINGS, type DocumentSettings } from '../../shared/settings.ts';
import { testLanguages } from './engine.ts';
import { type Fixture, parseFixture } from './markers.ts';

const TEST = join(import.meta.dirname, '..');
const FIXTURES = join(TEST, 'fixtures');

/** Folders of test/ that hold files with markers, by language. */
export type MarkedFolder = 'fixtures' | 'judgement';

/** How the fixtures of a folder are read. */
interface FixtureLanguage {
	/** VS Code's; empty where a file's ending says it. */
	readonly languageId: string;
	readonly grammar: string;
	/** What opens a comment. */
	readonly comment: string;
	readonly id: string;
}

const foldersOf = (place: string): string[] =>
	readdirSync(place, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name)
		.sort();

const all = await testLanguages();
/** By folder: a language's id, or the ending of one of its files (`jsx`). */
export const LANGUAGES: Readonly<Record<string, FixtureLanguage>> = Object.fromEntries(
	foldersOf(FIXTURES).map((folder) => {
		const language = all.find(({ id }) => id === folder) ?? all.find((one) => one.extensions.includes(`.${folder}`));
		if (!language) throw new Error(`test/fixtures/${folder} is of no language.`);
		const { id, ids, grammar, comments } = language;
		const languageId = id === folder ? (ids[0] ?? '') : '';
		return [folder, { id, languageId, grammar, comment: comments.line }];
	}),
);

/** The grammar of a folder's files, as its language's data names it. */
export const grammarOf = (folder: string): string => LANGUAGES[folder]?.grammar ?? '';

export interface FixtureFile {
	readonly language: string;
	/** Its file name. */
	readonly file: string;
	readonly fixture: Fixture;
	readonly document: DocumentInput;
	readonly settings: DocumentSettings;
	/** How many lines of the file stand above it, where the file holds several. */
	readonly above: number;
	/** All files of a fixture that holds several, this one too. */
	readonly workspace: readonly DocumentInput[];
}

/** The fixtures of a language, by name; goldens left out. */
export function fixtureNames(language: string, folder: MarkedFolder = 'fixtures'): string[] {
	const place = join(TEST, folder, language);
	return (existsSync(place) ? readdirSync(place) : [])
		.filter((file) => !file.endsWith('.golden'))
		.sort()
		.flatMap((file) => {
			const paths = sections(join(TEST, folder, language, file)).map(({ path }) => path);
			return paths.length > 0 ? paths.map((path) => `${file}#${path}`) : [file];
		});
}

/** The files that a fixture holds, by path; none where it is one file itself. */
function sections(file: string): { path: string; text: string; above: number }[] {
	const [prose = '', ...parts] = readFileSync(file, 'utf8').split(/^(?:\/\/|#|--)= file: *(\S+) *\n/m);
	let above = linesOf(prose);
	return parts.flatMap((path, i) => {
		if (i % 2 !== 0) return [];
		const text = parts[i + 1] ?? '';
		const section = { path, text, above: above + 1 };
		above += 1 + linesOf(text);
		return [section];
	});
}

const linesOf = (text: string): number => text.split('\n').length - 1;

/** The golden files of a language, by name. */
export function goldenNames(language: string): string[] {
	return readdirSync(join(FIXTURES, language)).filter((file) => file.endsWith('.golden'));
}

/** Where a fix's golden text stands. */
export function goldenPath(language: string, file: string, golden: string): string {
	const [name = file] = file.split('#');
	return join(FIXTURES, language, `${basename(name, extname(name))}.${golden}.golden`);
}

/** Reads a fixture. Throws with the file's name where a marker is not understood. */
export function readFixture(language: string, file: string, folder: MarkedFolder = 'fixtures'): FixtureFile {
	const about = LANGUAGES[language];
	if (!about) throw new Error(`test/${folder}/${language} is no language that test/support/fixtures.ts knows.`);
	try {
		const [name = file, section] = file.split('#');
		const whole = join(TEST, folder, language, name);
		const files = sections(whole);
		const found = files.find(({ path }) => path === section);
		const text = section === undefined ? readFileSync(whole, 'utf8') : found?.text;
		if (text === undefined) throw new Error(`holds no file ${section}`);
		const fixture = parseFixture(text, about.comment);
		const path = fixture.path ?? section ?? `src/${name}`;
		return {
			language,
			file,
			fixture,
			above: found?.above ?? 0,
			// Of several files the ending says what each is.
			document: documentOf(path, section === undefined ? about.languageId : '', fixture.source, 1),
			workspace: files.map((one) => documentOf(one.path, '', parseFixture(one.text, about.comment).source, 1)),
			settings: {
				...DEFAULT_SETTINGS,
				...fixture.settings,
				rules: { ...DEFAULT_SETTINGS.rules, ...fixture.settings.rules },
			},
		};
	} catch (error) {
		throw new Error(`test/${folder}/${language}/${file}: ${(error as Error).message}`);
	}
}

function documentOf(path: string, languageId: string, text: string, version: number): DocumentInput {
	return { uri: `file:///workspace/${path}`, path, languageId, version, text };
}

/** The same document with another text, as its next version. */
export function changed(document: DocumentInput, text: string): DocumentInput {
	return { ...document, text, version: document.version + 1 };
}

/** A range as its line with the range in brackets: `12: switch ([res.code]) {`. */
export function show(text: string, { start, end }: Range): string {
	const lineStart = text.lastIndexOf('\n', start - 1) + 1;
	const lineEnd = text.indexOf('\n', end);
	const line = `${text.slice(lineStart, start)}[${text.slice(start, end)}]${text.slice(end, lineEnd < 0 ? undefined : lineEnd)}`;
	return `${text.slice(0, start).split('\n').length}: ${line.trim()}`;
}

/** Findings, outcomes and sightings of a model, one line each, sorted, so that a diff shows what differs. */
export function shownModel(
	model: Model,
	text: string,
): { findings: string[]; outcomes: string[]; sightings: string[] } {
	return {
		findings: model.findings.map((it) => finding(text, it)).sort(),
		outcomes: model.dispatches.map((it) => `${show(text, it.subject)} — ${it.outcome}`).sort(),
		sightings: model.sightings.map((it) => sighting(text, it)).sort(),
	};
}

/** What the fixture expects, in the same form. */
export function shownExpectations({ fixture }: FixtureFile): ReturnType<typeof shownModel> {
	const { source, expectations } = fixture;
	const lines = { findings: [] as string[], outcomes: [] as string[], sightings: [] as string[] };
	for (const it of expectations) {
		if (it.verb === 'finding') lines.findings.push(finding(source, it));
		if (it.verb === 'outcome') lines.outcomes.push(`${show(source, it)} — ${it.outcome}`);
		if (it.verb === 'sighting') lines.sightings.push(sighting(source, it));
	}
	return { findings: lines.findings.sort(), outcomes: lines.outcomes.sort(), sightings: lines.sightings.sort() };
}

function finding(text: string, it: Range & { rule: string; codes: readonly string[]; level: string }): string {
	return `${show(text, it)} — ${it.rule} ${it.codes.join(',') || '-'} ${it.level}`;
}

function sighting(text: string, it: Range & { code: string; certainty: string; role: string }): string {
	return `${show(text, it)} — ${it.code} ${it.certainty} ${it.role}`;
}

/** Applies edits. Throws if they are not sorted, overlap, or reach beyond the text. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
	let result = '';
	let at = 0;
	for (const { start, end, newText } of edits) {
		if (start < at || end < start || end > text.length)
			throw new Error(`The edit at ${start}–${end} does not fit after ${at}.`);
		result += text.slice(at, start) + newText;
		at = end;
	}
	return result + text.slice(at);
}
