/**
 * The index of what files see of one another: it follows edits, renames and deletes, saved or not, and after any of
 * them answers as one that was built from the files as they are.
 */
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { DocumentInput, Service } from '../../server/service.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { testService } from '../support/engine.ts';
import { shownModel } from '../support/fixtures.ts';

let versions = 0;
const file = (path: string, text: string): DocumentInput => ({
	uri: `file:///workspace/${encodeURI(path)}`,
	path,
	languageId: '',
	version: ++versions,
	text,
});

const tests = (names: string, from: string): string => `import { ${names} } from '${from}';
import { login, type Reply } from './qcloud.ts';
export function settle(res: Reply): void {
	switch (res.code) {
		${names
			.split(', ')
			.map((name) => `case ${name}: login(); break;`)
			.join('\n\t\t')}
	}
}
`;

let service: Service;
beforeEach(async () => {
	service = await testService();
});

/** Outcome and named codes of the one dispatch of a document. */
async function judged(document: DocumentInput): Promise<string> {
	const { dispatches } = await service.model(document, DEFAULT_SETTINGS);
	return dispatches.map(({ outcome, named }) => `${outcome} ${named.join()}`).join('; ');
}

describe('a change in one file', () => {
	const app = file('src/app.ts', tests('AUTH, DENIED', './codes'));

	test('is seen in another: added, edited, deleted', async () => {
		expect(await judged(app)).toBe('');
		expect(await service.index(file('src/codes.ts', 'export const AUTH = 4100;\nexport const DENIED = 4300;\n'))).toBe(
			true,
		);
		expect(await judged(app)).toBe('reported 4100,4300');
		await service.index(file('src/codes.ts', 'export const AUTH = 4100;\nexport const DENIED = 5300;\n'));
		expect(await judged(app)).toBe('reported 4100,5300');
		expect(service.unindex('file:///workspace/src/codes.ts')).toBe(true);
		expect(await judged(app)).toBe('');
	});

	test('that others cannot see changes no generation', async () => {
		await service.index(file('src/codes.ts', 'export const AUTH = 4100;\n'));
		const { generation } = service;
		expect(await service.index(file('src/codes.ts', '// A word\n\nexport const AUTH = 4100; // more\n'))).toBe(false);
		expect(service.generation).toBe(generation);
		expect(await service.index(file('src/codes.ts', 'export const AUTH = 4101;\n'))).toBe(true);
		expect(service.generation).not.toBe(generation);
	});

	test('counts before it is saved, as soon as its own model is asked for', async () => {
		const codes = file('src/codes.ts', 'export const AUTH = 4100;\nexport const DENIED = 4300;\n');
		await service.index(codes);
		expect(await judged(app)).toBe('reported 4100,4300');
		await service.model(codes, DEFAULT_SETTINGS);
		await service.model(file('src/codes.ts', codes.text.replace('4300', '5300')), DEFAULT_SETTINGS);
		expect(await judged(app)).toBe('reported 4100,5300');
		await service.model(file('src/codes.ts', codes.text.replace('4300', '0')), DEFAULT_SETTINGS);
		expect(await judged(app)).toBe('reported 4100');
		await service.model(file('src/codes.ts', ''), DEFAULT_SETTINGS);
		expect(await judged(app)).toBe('');
	});

	test('leaves the models of files alone that do not see it', async () => {
		await service.index(file('src/codes.ts', 'export const AUTH = 4100;\nexport const DENIED = 4300;\n'));
		const before = await service.model(app, DEFAULT_SETTINGS);
		await service.index(file('src/other.ts', 'export const AUTH = 5300;\n'));
		await service.index(
			file('src/codes.ts', 'export const AUTH = 4100;\nexport const DENIED = 4300;\nexport const MORE = 4000;\n'),
		);
		expect(await service.model(app, DEFAULT_SETTINGS)).toBe(before);
		await service.index(file('src/codes.ts', 'export const AUTH = 5200;\nexport const DENIED = 4300;\n'));
		expect(await service.model(app, DEFAULT_SETTINGS)).not.toBe(before);
	});

	test('is seen through files that hand on, which name no code themselves', async () => {
		const far = file('src/far.ts', tests('AUTH, DENIED', './index'));
		await service.index(file('src/index.ts', "export * from './codes';\n"));
		await service.index(file('src/codes.ts', 'export const AUTH = 4100;\nexport const DENIED = 4300;\n'));
		expect(await judged(far)).toBe('reported 4100,4300');
		await service.index(file('src/codes.ts', 'export const AUTH = 4100;\nexport const DENIED = 5200;\n'));
		expect(await judged(far)).toBe('reported 4100,5200');
	});
});

test('a file without codes and names of an API is looked at when it comes to import a code', async () => {
	const text = tests('AUTH, DENIED', './codes').replace("'./qcloud.ts'", "'./reply.ts'");
	const app = file('src/app.ts', text);
	expect(await judged(app)).toBe('');
	await service.index(file('src/codes.ts', 'export const AUTH = 4100;\nexport const DENIED = 4300;\n'));
	expect(await judged(app)).toBe('reported 4100,4300');
	service.unindex('file:///workspace/src/codes.ts');
	expect(await judged(app)).toBe('');
});

test('a success constant of a file without any code counts', async () => {
	const app = file('src/app.ts', tests('4100, OK', './constants').replace('{ 4100, OK }', '{ OK }'));
	expect(await judged(app)).toBe('unsure 4100');
	await service.index(file('src/constants.ts', 'export const NAME = "x";\nexport const OK = 0;\n'));
	expect(await judged(app)).toBe('reported 4100');
});

test('URIs with characters that are escaped, and several workspace folders', async () => {
	await service.index(file('my app/src/codes é.ts', 'export const AUTH = 4100;\nexport const DENIED = 4300;\n'));
	const app = file('my app/src/app.ts', tests('AUTH, DENIED', './codes é'));
	expect(await judged(app)).toBe('reported 4100,4300');
	const elsewhere = { ...app, uri: 'file:///elsewhere/src/app.ts' };
	expect(await judged(elsewhere)).toBe('');
	expect(service.indexed).toBe(1);
});

test('what is not source is not in the index, and closing a document leaves it there', async () => {
	await service.index(file('notes.md', '4100'));
	await service.index(file('reply.json', '{"code":4100}'));
	expect(service.indexed).toBe(0);
	const codes = file('codes.ts', 'export const AUTH = 4100;\n');
	await service.index(codes);
	await service.model(codes, DEFAULT_SETTINGS);
	service.close(codes.uri);
	expect(service.indexed).toBe(1);
	expect(service.unindex('file:///workspace/other.ts')).toBe(false);
});

describe('after any changes the index answers as one built afresh', () => {
	const PATHS = {
		ts: ['src/a.ts', 'src/b.ts', 'src/c/index.ts', 'src/c.js', 'src/c/d.ts'],
		py: ['app/__init__.py', 'app/a.py', 'app/b.py', 'app/c/__init__.py', 'app/c/d.py'],
		go: ['a/a.go', 'a/more.go', 'b/b.go', 'b/c/c.go', 'main.go'],
	};
	const value = fc.constantFrom('4100', '4300', '"5300"', '7777', '0', 'OTHER', 'm.AUTH', 'm.DENIED');
	const name = fc.constantFrom('AUTH', 'DENIED', 'OTHER');
	const statements = {
		ts: fc.oneof(
			{ weight: 4, arbitrary: fc.tuple(name, value).map(([it, to]) => `export const ${it} = ${to};`) },
			{
				weight: 4,
				arbitrary: fc
					.tuple(name, fc.constantFrom('./a', './b', './c', '../a'))
					.map(
						([it, from]) =>
							`import { ${it} as t } from '${from}';\nfunction h(res) { switch (res.code) { case t: a(); break; case 5200: b(); } }`,
					),
			},
			fc
				.tuple(name, name, fc.constantFrom('./a', './b', './c', './d', '../b', './c/d', './c.js'))
				.map(([it, as, from]) => `import { ${it} as ${as}, OTHER as o } from '${from}'; import * as m from '${from}';`),
			fc
				.tuple(name, name, fc.constantFrom('./a', './b', './c'))
				.map(([it, as, from]) => `export { ${it} as ${as} } from '${from}';`),
			fc.constantFrom('./a', './b', './c', './c/d').map((from) => `export * from '${from}';`),
			fc.constantFrom(
				'const host = "cvm.api.qcloud.com";',
				'// 4600',
				'export default { AUTH: 4100 };',
				'function f(res) { switch (res.code) { case AUTH: a(); break; case m.DENIED: b(); break; case 5200: c(); } }',
				'function g(res) { if (res.code === AUTH) a(); else if (res.code === OTHER) b(); }',
			),
		),
		py: fc.oneof(
			{ weight: 4, arbitrary: fc.tuple(name, value).map(([it, to]) => `${it} = ${to}`) },
			fc
				.tuple(name, fc.constantFrom('.a', 'app.b', 'app', 'app.c', '..a'))
				.map(
					([it, from]) =>
						`from ${from} import ${it} as t\ndef h(res):\n    if res["code"] == t:\n        a()\n    elif res["code"] == 5200:\n        b()`,
				),
			fc
				.tuple(name, name, fc.constantFrom('.a', '.', 'app.b', 'app.c', '.d', '..b', 'app.c.d'))
				.map(([it, as, from]) => `from ${from} import ${it} as ${as}`),
			fc.constantFrom('.a', 'app', 'app.b', '.c', 'app.c.d').map((from) => `from ${from} import *`),
			fc.constantFrom(
				'from . import a as m',
				'import app.c.d as m',
				'host = "cvm.api.qcloud.com"',
				'# 4600',
				'def f(res):\n    if res["code"] == AUTH:\n        a()\n    elif res["code"] == m.DENIED:\n        b()',
			),
		),
		go: fc.oneof(
			{ weight: 4, arbitrary: fc.tuple(name, value).map(([it, to]) => `const ${it} = ${to}`) },
			fc.constantFrom('x/a', 'x/b', 'x/b/c').map((from) => `import m "${from}"`),
			fc.constantFrom('x/a', 'x/b/c').map((from) => `import . "${from}"`),
			fc.constantFrom(
				'const host = "cvm.api.qcloud.com"',
				'// 4600',
				'func f(res *R) { switch res.Code { case AUTH: a(); case m.DENIED: b(); case 5200: c() } }',
			),
		),
	};

	test.each(['ts', 'py', 'go'] as const)(
		'%s',
		async (language) => {
			const text = fc.array(statements[language], { minLength: 1, maxLength: 6 }).map((lines) => {
				const head = { ts: '// qcloud\n', py: '# qcloud\n', go: 'package p // qcloud\n' }[language];
				return `${head}${lines.join('\n')}\n`;
			});
			const change = fc.oneof(
				{ weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), at: fc.nat(4), text }) },
				{ weight: 2, arbitrary: fc.record({ kind: fc.constant('edit' as const), at: fc.nat(4), text }) },
				fc.record({ kind: fc.constant('delete' as const), at: fc.nat(4) }),
				fc.record({ kind: fc.constant('rename' as const), at: fc.nat(4), to: fc.nat(4) }),
				{ weight: 3, arbitrary: fc.record({ kind: fc.constant('look' as const), at: fc.nat(4) }) },
			);
			const other = await testService();
			await fc.assert(
				fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
					const files = new Map<string, DocumentInput>();
					const pathOf = (at: number): string => PATHS[language][at] ?? '';
					const write = async (path: string, of: string): Promise<void> => {
						const document = file(path, of);
						files.set(path, document);
						await service.index(document);
					};
					const remove = (path: string): void => {
						const document = files.get(path);
						if (!document) return;
						files.delete(path);
						service.close(document.uri);
						service.unindex(document.uri);
					};
					for (const it of changes) {
						const path = pathOf(it.at);
						const document = files.get(path);
						if (it.kind === 'write') await write(path, it.text);
						if (it.kind === 'delete') remove(path);
						if (it.kind === 'rename' && document) {
							remove(path);
							await write(pathOf(it.to), document.text);
						}
						if (it.kind === 'look') for (const one of files.values()) await service.model(one, DEFAULT_SETTINGS);
						if (it.kind === 'edit' && document) {
							// Typed, not saved
							const edited = file(path, it.text);
							files.set(path, edited);
							await service.model(edited, DEFAULT_SETTINGS);
						}
					}
					for (const document of files.values()) await other.index(document);
					expect(service.indexed).toBe(other.indexed);
					for (const document of files.values()) {
						const shown = async (of: Service) => {
							const model = await of.model(document, DEFAULT_SETTINGS);
							return {
								...shownModel(model, document.text),
								why: model.dispatches.map(({ why, named, missing }) => [why, named, missing]),
							};
						};
						expect(await shown(service)).toEqual(await shown(other));
					}
					for (const { uri } of files.values()) {
						for (const one of [service, other]) {
							one.close(uri);
							one.unindex(uri);
						}
					}
				}),
				{ numRuns: 150 },
			);
		},
		120_000,
	);
});
