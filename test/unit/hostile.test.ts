/**
 * Texts that are made to take long: the same few characters 100,000 times, where a code, a comment, a value or an import
 * is expected. A pattern that looks at each character a few times needs a tenth of the time that they are given.
 */
import { beforeAll, expect, test } from 'vitest';
import type { Service } from '../../server/service.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { testService } from '../support/engine.ts';

const LENGTH = 100_000;
const LIMIT = 1_500;

const PIECES = [
	...['a', 'A', 'aA', 'Aa', '4', '_', 'a_', 'a.', 'a-', 'a:', 'a,', '.', '-', ' ', '\t', '中', '\\u4e2d', '\\', '\\u'],
	...[
		'/',
		'#',
		'*',
		'*/ ',
		',',
		'(',
		')',
		'{',
		'}',
		'[',
		']',
		'=',
		'!',
		'%',
		'@',
		'<',
		'&',
		'|',
		';',
		'$',
		'?',
		' a',
		'  4',
	],
];
const QUOTES = ['"', "'", '`', '\n', '\r\n', '\n ', '{"', '":', '",'];

/** Where the pieces stand, by the file's ending. */
const SOURCES: Readonly<Record<string, readonly ((filling: string) => string)[]>> = {
	ts: [
		(f) =>
			`import 'qcloud';\nfunction f(e) {\n  if (e.code === '${f}!') login();\n  else if (e.code === 4100) fail();\n}\n`,
		(f) =>
			`import 'tencentcloud-sdk-nodejs';\nfunction f(e) {\n  if (e.code === 'AuthFailure.${f}!') a();\n  else if (e.code === 'InternalError') b();\n}\n`,
		(f) => `import 'qcloud';\nconst ERROR_CODES = { 'Aa${f}!': 1, AuthFailure: 2, 4100: 3 };\n`,
		(f) => `// qcloud 4100 ${f.replaceAll('\n', ' ')}\nvar x = 1;\n`,
		(f) => `/* qcloud 4100 ${f.replaceAll('*/', '* ')} */ var x = 1;\n`,
	],
	py: [
		(f) =>
			`import qcloud\ndef f(e):\n    if e.code == '${f}!':\n        login()\n    elif e.code == 4100:\n        fail()\n`,
		(f) => `# qcloud 4100 ${f.replaceAll('\n', ' ')}\nx = 1\n`,
	],
	go: [
		(f) =>
			`package a\n\n// qcloud\nfunc f(e Err) {\n\tif e.Code == "${f}!" {\n\t\tlogin()\n\t} else if e.Code == 4100 {\n\t\tfail()\n\t}\n}\n`,
	],
};
const RECORDS: Readonly<Record<string, readonly ((filling: string) => string)[]>> = {
	json: [
		(f) => JSON.stringify({ code: 4100, message: f, codeDesc: f }),
		(f) => `{"Code": "AuthFailure.${f}!", "Message": "${f}"}`,
		(f) => `{"code": 4100, ${f} "codeDesc": "AuthFailure"}`,
	],
	log: [
		(f) => `qcloud code=4100 ${f} codeDesc: ${f}`,
		(f) => `Code=${f} code: AuthFailure.${f}! [TencentCloudSDKError] Code=AuthFailure.${f}!, Message=${f}`,
		(f) => `[${f}TencentCloudSDKException] code:AuthFailure message:${f}\n${f}`,
		(f) => `reply: {"code": 4100,\n5${f}x\n}`,
	],
};

let service: Service;
let versions = 0;
const file = (path: string, text: string) => ({
	uri: `file:///w/${path}`,
	path,
	languageId: '',
	version: ++versions,
	text,
});

beforeAll(async () => {
	service = await testService();
	// Grammars are loaded before anything is timed.
	for (const ending of Object.keys(SOURCES))
		await service.model(file(`warm.${ending}`, SOURCES[ending]?.[0]?.('x') ?? ''), DEFAULT_SETTINGS);
});

/** How long the engine takes for a text: model, hover in its middle and over the code. */
async function looked(path: string, text: string): Promise<number> {
	const document = file(path, text);
	const start = performance.now();
	await service.model(document, DEFAULT_SETTINGS);
	for (const at of [text.length >> 1, text.indexOf('4100') + 1]) await service.hover(document, DEFAULT_SETTINGS, at);
	const took = performance.now() - start;
	service.close(document.uri);
	return took;
}

const filling = (piece: string): string => piece.repeat(Math.floor(LENGTH / piece.length));

/** Those that took too long, with their time. */
async function slowOf(ending: string, wraps: readonly ((filling: string) => string)[], pieces: readonly string[]) {
	const slow: string[] = [];
	for (const [i, wrap] of wraps.entries())
		for (const piece of pieces) {
			const took = await looked(`x.${ending}`, wrap(filling(piece)));
			if (took > LIMIT) slow.push(`${ending} ${i} ${JSON.stringify(piece)}: ${took.toFixed(0)} ms`);
		}
	return slow;
}

test.each(Object.keys(SOURCES))('in strings, comments and tables: %s', { timeout: 120_000 }, async (ending) => {
	expect(await slowOf(ending, SOURCES[ending] ?? [], PIECES)).toEqual([]);
});

test.each(Object.keys(RECORDS))('in replies and records: %s', { timeout: 120_000 }, async (ending) => {
	expect(await slowOf(ending, RECORDS[ending] ?? [], [...PIECES, ...QUOTES])).toEqual([]);
});

test('sets that are put together of sets, forty deep', async () => {
	const levels = Array.from({ length: 40 }, (_, i) => {
		const both = `[...S${i}, ...T${i}]`;
		return `const S${i + 1} = ${both};\nconst T${i + 1} = ${both};\n`;
	});
	const tests = 'export function f(r) { if (S40.includes(r.code)) a(); else if (r.code === 5000) b(); }\n';
	const text = `// api.qcloud.com\nconst S0 = [4100];\nconst T0 = [4300];\n${levels.join('')}${tests}`;
	expect(await looked('x.ts', text)).toBeLessThan(LIMIT);
});

test('a family with a name of 60 characters', async () => {
	const text = SOURCES.ts?.[1]?.('a_'.repeat(30)) ?? '';
	expect(await looked('x.ts', text)).toBeLessThan(LIMIT);
});

const spaces = ' '.repeat(LENGTH);
test.each([
	['x.ts', '\n'.repeat(LENGTH)],
	['x.ts', ' \n'.repeat(LENGTH / 2)],
	['x.ts', 'export const A_NAME = 1\n'.repeat(LENGTH / 20)],
	['x.ts', 'export function name\n'.repeat(LENGTH / 20)],
	['x.ts', 'import a, b\n'.repeat(LENGTH / 10)],
	['x.ts', 'export { a\n'.repeat(LENGTH / 10)],
	['x.ts', `const a: ${spaces}!`],
	['x.ts', `const a = 1${spaces}!`],
	['x.ts', `const a = b as const${spaces}!`],
	['x.ts', `export default a${spaces}!`],
	['x.ts', `export = ${spaces}!`],
	['x.ts', `exports.a = ${spaces}{`],
	['x.ts', `import${spaces}!`],
	['x.ts', `a from${spaces}!`],
	['x.ts', `export { a }${spaces}!`],
	['x.ts', `export ${'a '.repeat(LENGTH / 2)}`],
	['x.py', '\n'.repeat(LENGTH)],
	['x.py', ' \n'.repeat(LENGTH / 2)],
	['x.py', 'from a import (\n'.repeat(LENGTH / 16)],
	['x.py', `a: ${spaces}!`],
	['x.py', `a = b${spaces}!`],
	['x.py', `from ${'a.'.repeat(LENGTH / 2)} import`],
	['x.go', '\n'.repeat(LENGTH)],
	['x.go', ' \n'.repeat(LENGTH / 2)],
	['x.go', 'const (\n'.repeat(LENGTH / 8)],
	['x.go', `const a ${spaces}!`],
	['x.go', `import ${'a'.repeat(LENGTH)}!`],
	['x.go', `"a"${spaces}!`],
])('what files import and export: %s %.24j', async (path, text) => {
	// One that others may import from, so that every text is asked what it imports.
	await service.index(file('codes.ts', 'export const AUTH = 4100;\n'));
	const start = performance.now();
	await service.index(file(path, text));
	expect(performance.now() - start).toBeLessThan(LIMIT);
	expect(await looked(path, text)).toBeLessThan(LIMIT);
	service.unindex(`file:///w/${path}`);
});

test.each([
	[
		'x.py',
		`import qcloud\ndef f(e):\n    if e.code == 4100:\n        a()\n${'    elif e.code == 4300:\n        b()\n'.repeat(10_000)}`,
	],
	['x.py', `import qcloud\nx = 4100 ${'< y '.repeat(20_000)}\n`],
	[
		'x.ts',
		`import 'qcloud';\nfunction f(e) {\n  if (e.code === 4100) {\n    a();\n  }${' else if (e.code === 4300) {\n    b();\n  }'.repeat(10_000)}\n}\n`,
	],
])('what a generator wrote in one chain is no end of the stack: %s %.48j', async (path, text) => {
	const { skipped } = await service.model(file(path, text), DEFAULT_SETTINGS);
	expect(skipped).toBeUndefined();
	service.close(`file:///w/${path}`);
});
