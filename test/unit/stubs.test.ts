/**
 * What the fixes write is compiled: every fix of every fixture by the language's own compiler front (esbuild for the
 * JavaScript family, CPython's and gofmt where they are there), and every fix of the examples type-checked by
 * TypeScript and vetted by Go.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { transform } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentInput, Service } from '../../server/service.ts';
import { DEFAULT_SETTINGS, type DocumentSettings } from '../../shared/settings.ts';
import { testService } from '../support/engine.ts';
import { applyEdits, fixtureNames, readFixture } from '../support/fixtures.ts';
import { compilers } from '../support/languageTests.ts';

const root = join(import.meta.dirname, '../..');
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const has = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;
const python = ['python3', 'python'].find((command) => has(command, '--version'));
const hasGo =
	has('go', 'version') && has('gofmt', '-h') !== undefined && spawnSync('gofmt', { input: '' }).status === 0;

let service: Service;
let folder: string;
beforeAll(async () => {
	service = await testService();
	folder = mkdtempSync(join(tmpdir(), 'faultbook-stubs-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Fixed {
	readonly name: string;
	readonly text: string;
}

/** The document after each fix that writes code. */
async function fixedTexts(document: DocumentInput, settings: DocumentSettings): Promise<Fixed[]> {
	const { findings } = await service.model(document, settings);
	const texts: Fixed[] = [];
	for (const finding of findings)
		for (const fix of await service.fixes(document, settings, finding, { commands: [] })) {
			if (fix.finding?.start !== finding.start || fix.finding.rule !== finding.rule) continue;
			const edits = await service.edits(document, settings, fix.id);
			texts.push({ name: `${document.path}: ${fix.title}`, text: applyEdits(document.text, edits ?? []) });
		}
	service.close(document.uri);
	return texts;
}

/** Fixtures that have no syntax error of their own. */
async function fixedFixtures(language: string, isWhole: (text: string) => Promise<boolean>): Promise<Fixed[]> {
	const all: Fixed[] = [];
	for (const file of fixtureNames(language)) {
		const { document, settings } = readFixture(language, file);
		if (await isWhole(document.text)) all.push(...(await fixedTexts(document, settings)));
	}
	return all;
}

const LOADERS = { typescript: 'ts', tsx: 'tsx', javascript: 'js', jsx: 'jsx' } as const;

describe.each(Object.entries(LOADERS))('%s', (language, loader) => {
	test('every fix of the fixtures compiles', async () => {
		const errorsOf = (text: string) => transform(text, { loader, logLevel: 'silent' }).then(() => '', String);
		const fixed = await fixedFixtures(language, async (text) => (await errorsOf(text)) === '');
		expect(fixed.length).toBeGreaterThan(10);
		for (const { name, text } of fixed) expect(await errorsOf(text), `${name}\n${text}`).toBe('');
	});
});

/** Writes the texts into files of their own, and gives the names of what is in them by file. */
function write(fixed: readonly Fixed[], extension: string): Map<string, Fixed> {
	const place = mkdtempSync(join(folder, 'fixed-'));
	const files = new Map(fixed.map((one, i) => [join(place, `${i}${extension}`), one]));
	for (const [file, { text }] of files) writeFileSync(file, text);
	return files;
}

if (python)
	describe('python', () => {
		test('every fix of the fixtures byte-compiles', async () => {
			const compiles = (text: string) =>
				spawnSync(python, ['-c', 'import ast, sys; ast.parse(sys.stdin.buffer.read())'], { input: text }).status === 0;
			const files = write(await fixedFixtures('python', async (text) => compiles(text)), '.py');
			expect(files.size).toBeGreaterThan(10);
			const script = 'import sys\nfor file in sys.argv[1:]:\n    compile(open(file, "rb").read(), file, "exec")';
			const { stderr, status } = spawnSync(python, ['-c', script, ...files.keys()], { encoding: 'utf8' });
			const [bad] = [...files]
				.filter(([file]) => stderr.includes(file))
				.map(([, { name, text }]) => `${name}\n${text}`);
			expect(status, `${stderr}\n${bad ?? ''}`).toBe(0);
		});
	});

if (hasGo)
	describe('go', () => {
		test('every fix of the fixtures is Go, formatted as gofmt does', async () => {
			const formatted = (text: string) => spawnSync('gofmt', { input: text, encoding: 'utf8' });
			const isClean = (text: string) => formatted(text).stdout === text;
			const fixed = await fixedFixtures('go', async (text) => isClean(text));
			expect(fixed.length).toBeGreaterThan(10);
			for (const { name, text } of fixed) {
				const { stdout, stderr } = formatted(text);
				expect(stderr, `${name}\n${text}`).toBe('');
				expect(text, name).toBe(stdout);
			}
		});
	});

for (const [language, { command, version, check, extension }] of compilers())
	if (has(command, ...version))
		test(`every fix of the ${language} fixtures compiles`, { timeout: 240_000 }, async () => {
			const place = mkdtempSync(join(folder, 'compiled-'));
			const file = join(place, `Fixture${extension}`);
			const fill = (argument: string) => argument.replace('<<file>>', file).replace('<<folder>>', place);
			const errorsOf = (text: string): string => {
				writeFileSync(file, text);
				const { status, stdout, stderr } = spawnSync(command, check.map(fill), { encoding: 'utf8' });
				return status === 0 ? '' : `${stdout}${stderr}`;
			};
			const fixed = await fixedFixtures(language, async (text) => errorsOf(text) === '');
			expect(fixed.length).toBeGreaterThan(10);
			for (const { name, text } of fixed) expect(errorsOf(text), `${name}\n${text}`).toBe('');
		});

describe('examples', () => {
	const read = (path: string): DocumentInput => {
		const text = readFileSync(join(root, 'examples', path), 'utf8');
		return { uri: `file:///examples/${path}`, path, languageId: '', version: 1, text };
	};

	/** A copy of an example's folder in which one file was fixed, for each of its fixes. */
	async function copies(language: string): Promise<{ name: string; place: string }[]> {
		const from = join(root, 'examples', language);
		const all: { name: string; place: string }[] = [];
		for (const file of readdirSync(from).filter((one) => ['.ts', '.go'].includes(extname(one))))
			for (const { name, text } of await fixedTexts(read(`${language}/${file}`), DEFAULT_SETTINGS)) {
				const place = join(folder, `${language}-${all.length}`);
				mkdirSync(place, { recursive: true });
				cpSync(from, place, { recursive: true });
				writeFileSync(join(place, file), text);
				all.push({ name, place });
			}
		return all;
	}

	test('every fix leaves TypeScript that type-checks', { timeout: 120_000 }, async () => {
		const all = await copies('typescript');
		expect(all.length).toBeGreaterThan(10);
		for (const { name, place } of all) {
			const { stdout, status } = spawnSync(process.execPath, [tsc, '--noEmit', '-p', place], { encoding: 'utf8' });
			expect(status, `${name}\n${stdout}`).toBe(0);
		}
	});

	if (hasGo)
		test('every fix leaves Go that vets', { timeout: 120_000 }, async () => {
			for (const { name, place } of await copies('go')) {
				const env = { ...process.env, GOFLAGS: '-mod=mod', GOTOOLCHAIN: 'local', GO111MODULE: 'on' };
				expect(() => execFileSync('go', ['vet', './...'], { cwd: place, env, stdio: 'pipe' }), name).not.toThrow();
			}
		});
});
