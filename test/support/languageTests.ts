/**
 * What the tests need of each language beside fixtures: `test/data/languages/<language>.yaml`, one file a language, so
 * that a new language needs no change of a test.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';

const FOLDER = join(import.meta.dirname, '../data/languages');

/** A file of ten functions or methods, some of them damaged; the others are as they were. */
export interface DamageForm {
	readonly path: string;
	/** What stands before the first. */
	readonly head: string;
	/** One of them; `<<i>>` stands for its number. */
	readonly unit: string;
	readonly end?: string;
	/** How many codes each tests, success left out. */
	readonly codes: number;
}

/** Says by its exit status whether a file is of its language. */
export interface Compiler {
	readonly command: string;
	/** With what it only says that it is there. */
	readonly version: readonly string[];
	/** `<<file>>` stands for the file, `<<folder>>` for one that may be written to. */
	readonly check: readonly string[];
	readonly extension: string;
}

interface LanguageTests {
	/** By what their units are: `functions`, `methods`. */
	readonly damage?: Readonly<Record<string, DamageForm>>;
	readonly compiler?: Compiler;
}

const all: ReadonlyMap<string, LanguageTests> = new Map(
	readdirSync(FOLDER)
		.sort()
		.map((file) => [basename(file, '.yaml'), parse(readFileSync(join(FOLDER, file), 'utf8')) as LanguageTests]),
);

/** By `<language> <units>`. */
export const damageForms = (): Readonly<Record<string, DamageForm>> =>
	Object.fromEntries(
		[...all].flatMap(([language, { damage = {} }]) =>
			Object.entries(damage).map(([units, form]) => [`${language} ${units}`, form]),
		),
	);

/** Compilers that are no part of the project, by language; they are used where they are there. */
export const compilers = (): readonly (readonly [language: string, compiler: Compiler])[] =>
	[...all].flatMap(([language, { compiler }]) => (compiler ? [[language, compiler] as const] : []));
