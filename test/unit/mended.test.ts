/** Mistakes that were once made, one test each: what was said or written that should not have been. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Model } from '../../server/model.ts';
import type { DocumentInput, Service } from '../../server/service.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { testService } from '../support/engine.ts';
import { applyEdits } from '../support/fixtures.ts';

let service: Service;
beforeAll(async () => {
	service = await testService();
});

let count = 0;
const documentOf = (path: string, text: string): DocumentInput => ({
	uri: `file:///mended/${++count}/${path}`,
	path,
	languageId: '',
	version: 1,
	text,
});
const modelOf = (path: string, text: string): Promise<Model> => service.model(documentOf(path, text), DEFAULT_SETTINGS);
const rulesIn = async (path: string, text: string) => (await modelOf(path, text)).findings.map(({ rule }) => rule);
const outcomesIn = async (path: string, text: string) =>
	(await modelOf(path, text)).dispatches.map(({ outcome }) => outcome);

/** The text after the first fix whose title begins so, or undefined where none is offered. */
async function fixed(path: string, text: string, title: string): Promise<string | undefined> {
	const document = documentOf(path, text);
	const { findings } = await service.model(document, DEFAULT_SETTINGS);
	for (const finding of findings)
		for (const fix of await service.fixes(document, DEFAULT_SETTINGS, finding, { commands: [] })) {
			if (!fix.title.startsWith(title)) continue;
			return applyEdits(text, (await service.edits(document, DEFAULT_SETTINGS, fix.id)) ?? []);
		}
	return undefined;
}

const ts = (body: string) => `import { api } from 'qcloud';\n${body}\n`;
const go = (body: string) => `package main\n\nimport "example.com/qcloud"\n\n${body}\n`;
const py = (body: string) => `import qcloud\n${body}\n`;

describe('fixes', () => {
	const callback = ts(`api((err, body) => {
  if (err && err.code === 4100) return cb(err);
  if (err && err.code === 5000) return cb(null);
  use(body);
});`);
	test('repeat the guard that stands before every test', async () => {
		expect(await fixed('a.ts', callback, 'Handle all')).toContain('if (err && [4000, ');
		expect(await fixed('a.ts', callback, 'Handle 4300')).toContain('if (err && err.code === 4300) {');
		expect(await fixed('a.ts', callback, 'Add a fallback')).toBeUndefined();
	});
	test('join several tests behind a guard in brackets', async () => {
		const text = go(`func f(err error) error {
	var e *qcloud.Error
	if errors.As(err, &e) && e.Code == 4100 {
		login()
	} else if errors.As(err, &e) && e.Code == 5000 {
		forget()
	}
	return nil
}`);
		expect(await fixed('a.go', text, 'Handle all')).toContain('else if errors.As(err, &e) && (e.Code == 4000 || ');
	});
	test('do not call a second time for the message', async () => {
		const text = ts(`async function f() {
  const { code } = await api.poll();
  switch (code) {
    case 0: return 1;
    case 4100: login(); break;
  }
}`);
		expect((await fixed('a.ts', text, 'Handle all'))?.match(/poll\(/g)).toHaveLength(1);
	});
	test('are not offered where new lines would leave a block on one line', async () => {
		const text = ts(
			'export const f = async () => { const r = await api(); if (r.code === 4100) return login(); if (r.code === 5000) return none(); return r.data };',
		);
		expect(await fixed('a.ts', text, 'Handle all')).toBeUndefined();
		expect(await fixed('a.ts', text, 'Suppress')).toBeDefined();
	});
	test('do not put a bare throw behind an optional carrier', async () => {
		const text = ts('function f(e) {\n  switch (e?.code) {\n    case 4100: login(); break;\n  }\n}');
		expect(await fixed('a.ts', text, 'Add a fallback')).toBeUndefined();
	});
	test('do not throw for what an arm has dealt with', async () => {
		const text = ts(`function f(c, status, code) {
  if (status === 1 && code === 4100) login();
  if (status === 1 && code === 5000) none();
  use(c);
}`);
		expect(await fixed('a.ts', text, 'Add a fallback')).toContain('![0, 4100, 5000].includes(code)');
	});
	test('never write a code that is there already', async () => {
		const text = go(
			'func f(c int) { // qcloud\n\tvar code = c\n\tswitch code {\n\tcase 4000:\n\t\ta()\n\tcase 4001:\n\t\tb()\n\t}\n}',
		);
		expect(await rulesIn('a.go', text)).toContain('unknown-code');
		expect(await fixed('a.go', text, 'Replace')).toBeUndefined();
	});
});

describe('a suppression is a comment wherever it lands', () => {
	test.each([
		['a.tsx', ts('export const V = ({ r }) => (\n  <div>\n    {r.code === 200 ? <A /> : <B />}\n  </div>\n);')],
		['a.ts', ts('const text = `\n  $' + '{r.code === 200 ? 1 : 2}\n`;')],
		['a.py', py("def f(r, x):\n    if x and \\\n            r['code'] == 200:\n        go()")],
		['b.py', py("def f(r):\n    return f'''\n    {1 if r['code'] == 200 else 2}\n    '''")],
	])('%s', async (path, text) => {
		const after = await fixed(path, text, 'Suppress');
		if (after === undefined) return;
		expect(await rulesIn(path, after)).toEqual([]);
		expect((await modelOf(path, after)).syntaxError).toBeUndefined();
	});
	test('JSX gets a comment of its own', async () => {
		const text = ts('export const V = ({ r }) => (\n  <div>\n    {r.code === 200 ? <A /> : <B />}\n  </div>\n);');
		expect(await fixed('a.tsx', text, 'Suppress')).toContain(
			'    {/* faultbook-ignore wrong-success-code */}\n    {r.code',
		);
	});
});

describe('no finding', () => {
	test.each([
		[
			'the bound of a range',
			ts('function f(code) { if (code === 4100) throw e; else if (code >= 4000 && code <= 4999) a(); else throw e; }'),
		],
		[
			'HTTP statuses',
			ts('function f(r) { if (r.code === 200) a(); if (r.code === 404) b(); if (r.code === 500) c(); }'),
		],
		[
			'a break that leaves a loop',
			ts('function f(xs) { for (const e of xs) { if (e.code === 4100) break; else throw e; } throw last; }'),
		],
		['a chart of accounts', ts('enum AccountCode { Sales = 4000, Discounts = 4150, Returns = 4200 }')],
	])('%s', async (_, text) => {
		expect((await rulesIn('a.ts', text)).filter((rule) => rule !== 'unhandled-fatal-code')).toEqual([]);
		expect(await outcomesIn('a.ts', text)).not.toContain('reported');
	});
});

describe('judged as what it is', () => {
	test('two code-like fields of one carrier are two subjects', async () => {
		const text = py(
			'def f(row):\n    if row["naics_code"] == 4100:\n        a()\n    elif row["sic_code"] == 5000:\n        b()',
		);
		expect(await outcomesIn('a.py', text)).toEqual(['too-little', 'too-little']);
	});
	test('returning nil gives no text', async () => {
		const text = go(
			'func f(r *qcloud.Reply) error {\n\tif r.Code == 4100 {\n\t\treturn nil\n\t}\n\tif r.Code == 5000 {\n\t\treturn nil\n\t}\n\tsave(r.Data)\n\treturn nil\n}',
		);
		expect(await outcomesIn('a.go', text)).toEqual(['reported']);
	});
	test('an object of literals is text', async () => {
		const text = ts(
			'function f(code) {\n  switch (code) {\n    case 4100: return { status: 401 };\n    case 5000: return { status: 404 };\n  }\n}',
		);
		expect(await outcomesIn('a.ts', text)).toEqual(['lookup']);
	});
	test('codes under a name in a match pattern are named', async () => {
		const text = py(
			'def f(reply):\n    match reply["code"]:\n        case 4100 | 4300 as code:\n            a(code)\n        case 0:\n            return 1',
		);
		const { dispatches } = await modelOf('a.py', text);
		expect(dispatches.map(({ outcome, named }) => [outcome, named])).toEqual([['reported', ['4100', '4300']]]);
	});
});

describe('told, not swallowed', () => {
	test('a pragma that names no catalogue', async () => {
		const { concerns } = await modelOf(
			'a.ts',
			ts('// faultbook-catalogue tencentcloudv2\nswitch (r.code) { case 4100: }'),
		);
		expect(concerns).toEqual([
			'a.ts: its faultbook-catalogue comment names tencentcloudv2, but there is no such catalogue. Known: tencentcloud-v2, tencentcloud-v3.',
		]);
	});
	test('a suppression that names nothing', async () => {
		const { findings } = await modelOf('a.ts', ts('// faultbook-ignore\nconst x = 1;'));
		expect(findings.map(({ rule, message }) => [rule, message])).toEqual([
			['unused-ignore', 'It names no rule or code, so it suppresses nothing.'],
		]);
	});
	test('a syntax error, with its line', async () => {
		const { syntaxError } = await modelOf('a.ts', ts('if (r.code === 4100) {\n  (((;\n}'));
		expect(syntaxError).toBe(2);
	});
	test('a code that a comment leaves alone is in no list of what is missing, and the reason says so', async () => {
		const text = ts('function f(r) {\n  // faultbook-ignore 4300\n  switch (r.code) {\n    case 4100: a();\n  }\n}');
		const { dispatches, findings } = await modelOf('a.ts', text);
		expect(findings.map(({ codes }) => codes.includes('4300'))).toEqual([false]);
		expect(dispatches[0]?.missing).toEqual(findings[0]?.codes);
		expect(dispatches[0]?.why).toContain('A comment asks to leave 4300 alone.');
	});
});
