/** The command line as it is run: what it prints where, and how it ends. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FindingRow, OutcomeRow, Row } from '../../server/report/rows.ts';
import { forgotten, go, python, typescript } from './samples.ts';
import { dist } from './testClient.ts';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'faultbook-'));
	const files = {
		'src/a.ts': typescript,
		'src/b.py': `# 😀\n${python}`,
		'src/c.go': go.replaceAll('\n', '\r\n'),
		'src/a.test.ts': typescript,
		'src/reply.json': '{"code":4100,"codeDesc":"AuthFailure","message":""}',
		'src/service.log': '2024-05-01 code=4100 codeDesc=AuthFailure\n',
		'src/node_modules/x/index.js': typescript,
		'dist/bundle.js': typescript,
		'quiet/ok.ts': 'export const port = 4100;\n',
		'broken/syntax.ts': `${typescript}\n}}}} ((( const`,
		'broken/binary.ts': 'const a = 1;\0\0\0',
		'notes.xyz': 'code=4100',
	};
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	writeFileSync(join(folder, 'huge.json'), '');
	truncateSync(join(folder, 'huge.json'), 100 * 1024 * 1024);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface RunOptions {
	readonly from?: string;
	readonly cwd?: string;
	/** What is written to its stdin. */
	readonly input?: string;
}

function faultbook(args: readonly string[], { from = dist, cwd = folder, input = '' }: RunOptions = {}) {
	const run = spawnSync(process.execPath, [join(from, 'cli.js'), ...args], { cwd, input, encoding: 'utf8' });
	return { code: run.status, out: run.stdout, errors: run.stderr };
}

const rowsOf = (out: string) => JSON.parse(out) as Row[];

describe('check', () => {
	test('a folder: every file of a known kind, sorted, excluded folders left out', () => {
		const { code, out, errors } = faultbook(['check', '.', '--format', 'json']);
		const rows = rowsOf(out) as FindingRow[];
		const places = rows.map(({ file, line, column }) => `${file}:${line}:${column}`);
		expect(places.slice(-3)).toEqual(['src/a.ts:5:10', 'src/b.py:6:8', 'src/c.go:5:9']);
		expect(places.every((place) => !/node_modules|dist|\.test\./.test(place))).toBe(true);
		expect(rows.at(-3)).toEqual({
			file: 'src/a.ts',
			line: 5,
			column: 10,
			rule: 'unhandled-fatal-code',
			severity: 'warning',
			message: expect.stringContaining('4000'),
			catalogue: 'tencentcloud-v2',
			codes: forgotten,
		} satisfies FindingRow);
		expect(code).toBe(1);
		// What a folder holds and cannot be read is said, but is not what was asked for.
		expect(errors).toMatch(/huge\.json was not checked: .*100 MB/);
		expect(errors).toMatch(/broken\/binary\.ts was not checked/);
	});

	test('text for people: rows on standard output, the sum on standard error, no colours in a pipe', () => {
		const { code, out, errors } = faultbook(['check', 'src']);
		const lines = out.trimEnd().split('\n');
		expect(lines).toHaveLength(3);
		expect(lines[0]).toMatch(/^src\/a\.ts:5:10 warning unhandled-fatal-code: .*4000/);
		expect(out).not.toContain('\x1b');
		expect(errors).toBe('6 files checked: 3 warnings.\n');
		expect(code).toBe(1);
	});

	test('nothing to say: 0', () => {
		expect(faultbook(['check', 'quiet/ok.ts'])).toEqual({
			code: 0,
			out: '',
			errors: '1 file checked: nothing to report.\n',
		});
		expect(faultbook(['check', 'quiet/ok.ts', '--format=json'])).toEqual({ code: 0, out: '[]\n', errors: '' });
	});

	test('a file given by name is checked wherever it stands, once', () => {
		const { code, out } = faultbook(['check', 'dist/bundle.js', './dist/bundle.js', '--format', 'json']);
		expect(rowsOf(out).map(({ file }) => file)).toEqual(['dist/bundle.js']);
		expect(code).toBe(1);
		expect(rowsOf(faultbook(['check', 'dist', '--format', 'json']).out)).toHaveLength(1);
	});

	test('from another working folder the same rows under other names', () => {
		const cwd = join(folder, 'quiet');
		const { out } = faultbook(['check', '../src/a.ts', '--format', 'json'], { cwd });
		expect(rowsOf(out).map(({ file, line }) => [file, line])).toEqual([['../src/a.ts', 5]]);
	});

	test('--explain adds every dispatch, silent ones too', () => {
		const { code, out } = faultbook(['check', 'src/a.test.ts', '--explain', '--format', 'json']);
		expect(rowsOf(out)).toEqual([
			{
				file: 'src/a.test.ts',
				line: 5,
				column: 10,
				outcome: 'test',
				certainty: 'certain',
				catalogue: 'tencentcloud-v2',
				codes: ['4100'],
				missing: [],
				message: expect.stringMatching(/\.$/),
			} satisfies OutcomeRow,
		]);
		expect(code).toBe(0);
		expect(faultbook(['check', 'src/a.test.ts', '--explain']).out).toMatch(
			/^src\/a\.test\.ts:5:10 outcome test \(certain\): .*\n$/,
		);
	});

	test('--catalogue makes certain what was a guess', () => {
		const bare = join(folder, 'quiet/bare.ts');
		writeFileSync(bare, typescript.replace("'qcloudapi-sdk'", "'x'"));
		const guess = faultbook(['check', bare, '--format', 'json']);
		expect(guess.code).toBe(0);
		const told = faultbook(['check', bare, '--format', 'json', '--catalogue', 'tencentcloud-v2']);
		expect(rowsOf(told.out)).toMatchObject([{ severity: 'warning' }]);
		expect(told.code).toBe(1);
		const unknown = faultbook(['check', bare, '--catalogue', 'tencentcloud-v2,acme']);
		expect(unknown).toMatchObject({ code: 2, out: '' });
		expect(unknown.errors).toMatch(/^faultbook: .*"acme".*tencentcloud-v2, .*\.\n$/);
	});

	describe('constants of other files', () => {
		const app = typescript.replace('\n', "\nimport { DENIED } from './codes';\n").replace('case 4100', 'case DENIED');
		let project: string;
		beforeAll(() => {
			project = mkdtempSync(join(tmpdir(), 'faultbook-'));
			const files = {
				'src/app.ts': app,
				'src/codes.ts': 'export const DENIED = 4100;\n',
				'ignored/.gitignore': 'codes.ts\n',
				'ignored/app.ts': app,
				'ignored/codes.ts': 'export const DENIED = 4100;\n',
				'other/readme.txt': '',
				'inner/go.mod': '',
				'inner/app.ts': app.replace("'./codes'", "'../src/codes'"),
				'large/app.ts': app,
				'large/codes.ts': `export const DENIED = 4100;\n${`// ${'x'.repeat(97)}\n`.repeat(12_000)}`,
			};
			for (const [path, text] of Object.entries(files)) {
				mkdirSync(dirname(join(project, path)), { recursive: true });
				writeFileSync(join(project, path), text);
			}
		});
		afterAll(() => rmSync(project, { recursive: true, force: true }));
		const codesFound = (args: string[], cwd: string) =>
			rowsOf(faultbook(['check', ...args, '--format', 'json'], { cwd }).out).map(({ file, codes }) => [file, codes]);

		test('are found though only the file that uses them is named', () => {
			expect(codesFound(['src/app.ts'], project)).toEqual([['src/app.ts', forgotten]]);
			expect(codesFound(['src'], project)).toEqual([['src/app.ts', forgotten]]);
		});

		test('are found beside a file out of the working folder', () => {
			expect(codesFound(['../src/app.ts'], join(project, 'other'))).toEqual([['../src/app.ts', forgotten]]);
		});

		test('are looked for in the nearest project, and no further', () => {
			expect(codesFound(['inner/app.ts'], project)).toEqual([]);
			expect(codesFound(['inner/app.ts', 'src/codes.ts'], project)).toEqual([['inner/app.ts', forgotten]]);
		});

		test('of a file that is too large to be read for others: it is checked, and that is said', () => {
			const { errors, out } = faultbook(['check', 'large', '--format', 'json'], { cwd: project });
			expect(rowsOf(out)).toEqual([]);
			expect(errors).toMatch(/^faultbook: [^\n]*large\/codes\.ts \(too large \(1\.2 MB; the limit is 1 MB\)\)\.\n$/);
		});

		test('are not looked for in what .gitignore names, unless that is checked too', () => {
			expect(codesFound(['ignored/app.ts'], project)).toEqual([]);
			expect(codesFound(['ignored/app.ts', 'ignored/codes.ts'], project)).toEqual([['ignored/app.ts', forgotten]]);
		});
	});

	test('syntax errors are no trouble', () => {
		const { code, out } = faultbook(['check', 'broken/syntax.ts', '--format', 'json']);
		expect(rowsOf(out).length).toBeGreaterThan(0);
		expect(code).toBe(1);
	});

	test.each([
		['a path that is not there', 'nowhere.ts', /^faultbook: nowhere\.ts: no such file or folder$/],
		['a binary file', 'broken/binary.ts', /^faultbook: broken\/binary\.ts was not checked: .*binary/],
		['a file of 100 MB', 'huge.json', /^faultbook: huge\.json was not checked: .*100 MB/],
		['a kind that nobody knows', 'notes.xyz', /^faultbook: notes\.xyz was not checked: ./],
	])('%s: one line, 2, and the rest is checked', (_what, path, line) => {
		const { code, out, errors } = faultbook(['check', path, 'src/a.ts', '--format', 'json']);
		expect(code).toBe(2);
		const [first, ...more] = errors.trimEnd().split('\n');
		expect(first).toMatch(line);
		expect(more).toEqual([]);
		expect(rowsOf(out).map(({ file }) => file)).toEqual(['src/a.ts']);
	});

	test('a missing grammar: one line, 2, and the other languages are checked', () => {
		const from = join(folder, 'no-grammar');
		cpSync(dist, from, { recursive: true });
		rmSync(join(from, 'grammars/tree-sitter-python.wasm'));
		const { code, out, errors } = faultbook(['check', 'src', '--format', 'json'], { from });
		expect(code).toBe(2);
		expect(errors).toMatch(/^faultbook: .*tree-sitter-python\.wasm.*\n$/);
		expect(rowsOf(out).map(({ file }) => file)).toEqual(['src/a.ts', 'src/c.go']);
		rmSync(from, { recursive: true });
	});

	test('without a catalogue: 2', () => {
		const from = join(folder, 'no-catalogue');
		cpSync(dist, from, { recursive: true });
		rmSync(join(from, 'catalogues'), { recursive: true });
		mkdirSync(join(from, 'catalogues'));
		writeFileSync(join(from, 'catalogues/tencentcloud-v2.json'), '{}');
		const { code, out, errors } = faultbook(['check', 'src'], { from });
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(errors).toMatch(/^faultbook: there is no catalogue.*tencentcloud-v2\.json.*\n$/);
		rmSync(from, { recursive: true });
	});
});

describe('explain', () => {
	test('a code, its name, success', () => {
		const { code, out, errors } = faultbook(['explain', '4100']);
		expect({ code, errors }).toEqual({ code: 0, errors: '' });
		expect(out).toMatch(/^4100 Authentication failed/);
		expect(faultbook(['explain', 'AuthFailure', '--catalogue', 'tencentcloud-v2']).out).toBe(out);
		// In API 3.0 it is the name of a family.
		expect(faultbook(['explain', 'AuthFailure']).out).toMatch(/^4100 .*\n\nAuthFailure\nTencent Cloud API 3\.0\n/s);
		expect(faultbook(['explain', '0']).out).toMatch(/^0 Success/);
	});

	test('as JSON', () => {
		const { out } = faultbook(['explain', '4100', '--format', 'json']);
		expect(JSON.parse(out)).toMatchObject({
			catalogue: 'tencentcloud-v2',
			code: '4100',
			name: 'AuthFailure',
			type: 'Authentication failed',
			severity: 'fatal',
			retry: 'never',
		});
	});

	test('a code from stdin', () => {
		expect(faultbook(['explain', '-'], { input: '4100\n' })).toEqual(faultbook(['explain', '4100']));
	});

	test('an unknown code: one line with the nearest ones, 2', () => {
		const { code, out, errors } = faultbook(['explain', '4109']);
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(errors).toMatch(
			/^faultbook: no code "4109" in Tencent Cloud API 2\.0, Tencent Cloud API 3\.0\. Nearest: .*4100 \(Authentication failed\).*\n$/,
		);
		expect(faultbook(['explain', '4100', '--catalogue', 'acme'])).toMatchObject({ code: 2, out: '' });
	});
});

describe('usage', () => {
	test('--help and --version', () => {
		const { code, out, errors } = faultbook(['--help']);
		expect({ code, errors }).toEqual({ code: 0, errors: '' });
		for (const word of ['check', 'explain', '--format', '--explain', '--catalogue', '--version']) {
			expect(out).toContain(word);
		}
		expect(faultbook(['--version'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
	});

	test.each([
		[[]],
		[['chekc', 'src']],
		[['check']],
		[['explain']],
		[['explain', '4100', '4200']],
		[['explain', '-']],
		[['check', '-']],
		[['check', 'src', '--bogus']],
		[['check', 'src', '--format', 'xml']],
		[['check', 'src', '--format']],
	])('%j: one line, 2', (args) => {
		const { code, out, errors } = faultbook(args);
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(errors).toMatch(/^faultbook: [^\n]+\n$/);
	});
});
