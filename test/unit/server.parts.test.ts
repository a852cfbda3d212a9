/** The parts of the language server that need no connection: paths, settings, status, the guard, the client's profile. */
import { expect, test, vi } from 'vitest';
import { CancellationToken, CancellationTokenSource, ResponseError } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createGuard } from '../../server/guard.ts';
import { clientProfile } from '../../server/workspace/client.ts';
import { snapshot } from '../../server/workspace/documents.ts';
import { isIgnored, relativePath } from '../../server/workspace/paths.ts';
import { SettingsCache, sectionOf } from '../../server/workspace/settings.ts';
import { Status } from '../../server/workspace/status.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';

test.each([
	['file:///home/ada/app/src/a.ts', ['file:///home/ada/app'], 'src/a.ts'],
	['file:///home/ada/app/src/a.ts', ['file:///home/ada/app/'], 'src/a.ts'],
	['file:///home/ada/app/src/a.ts', ['file:///home/ada', 'file:///home/ada/app', 'file:///home/ada/ap'], 'src/a.ts'],
	['file:///c%3A/My%20Work/a%20b.ts', ['file:///C:/My%20Work'], 'a b.ts'],
	['file:///D:/x/a.ts', ['file:///d%3A/'], 'x/a.ts'],
	['file://server/share/a/b.ts', ['file://server/share'], 'a/b.ts'],
	['file://other/share/a/b.ts', ['file://server/share'], 'b.ts'],
	['file:///tests/of/others/a.ts', ['file:///home/ada'], 'a.ts'],
	['untitled:Untitled-1', ['file:///home/ada'], 'Untitled-1'],
	['vscode-notebook-cell:/home/ada/nb/a.ipynb#W0', ['file:///home/ada'], 'nb/a.ipynb'],
	['file:///home/ada/%E6%8E%A5/a.ts', ['file:///home/ada'], '接/a.ts'],
])('%s in %j is %s', (uri, folders, path) => {
	expect(relativePath(uri, folders)).toBe(path);
});

test('documents of output and git are left alone, and what is no URI', () => {
	expect(['output:x', 'git:/a.ts', 'nonsense', ''].map(isIgnored)).toEqual([true, true, true, true]);
	expect(['file:///a.ts', 'untitled:Untitled-1', 'vscode-vfs://x/a.ts'].map(isIgnored)).toEqual([false, false, false]);
});

test('positions of a version stay what they were when the document is edited', () => {
	const document = TextDocument.create('file:///a.ts', 'typescript', 1, 'one\ntwo');
	const positions = snapshot(document);
	expect(positions.positionAt(4)).toEqual({ line: 1, character: 0 });
	TextDocument.update(document, [{ text: 'one, two and three' }], 2);
	expect(positions.positionAt(4)).toEqual({ line: 1, character: 0 });
	expect(positions.offsetAt({ line: 1, character: 2 })).toBe(6);
});

test('settings are asked for once per document until they change', async () => {
	const fetch = vi.fn(async (uri: string) => ({ tests: uri.endsWith('a'), rules: { 'unknown-code': 7 } }));
	const reported: string[][] = [];
	const cache = new SettingsCache(
		fetch,
		async () => [],
		(_uri, problems) => reported.push([...problems]),
	);
	const [one, again, other] = await Promise.all([cache.get('a'), cache.get('a'), cache.get('b')]);
	expect([one.tests, other.tests]).toEqual([true, false]);
	expect(again).toBe(one);
	expect(fetch).toHaveBeenCalledTimes(2);
	expect(reported[0]).toEqual([expect.stringContaining('faultbook.rules.unknown-code')]);
	cache.clear();
	expect(await cache.get('a')).toEqual(one);
	expect(fetch).toHaveBeenCalledTimes(3);
	cache.forget('a');
	expect(reported.at(-1)).toEqual([]);
});

test('what was wrong with settings is taken back when they change, and an answer that comes late says nothing', async () => {
	const wrong = new Map<string, readonly string[]>();
	const answers: ((section: unknown) => void)[] = [];
	const cache = new SettingsCache(
		() => new Promise((resolve) => answers.push(resolve)),
		async () => [],
		(uri, problems) => wrong.set(uri, problems),
	);
	const section = { rules: { 'unknown-code': 7 } };
	const first = cache.get('a');
	answers[0]?.(section);
	await first;
	expect(wrong.get('a')).toHaveLength(1);
	const late = cache.get('b');
	cache.clear();
	expect(wrong.get('a')).toEqual([]);
	answers[1]?.(section);
	await late;
	expect(wrong.get('b')).toEqual([]);
});

test('settings that cannot be had are the defaults, and that is said', async () => {
	const reported: string[] = [];
	const cache = new SettingsCache(
		() => Promise.reject(new Error('no answer')),
		async () => [],
		(_uri, problems) => reported.push(...problems),
	);
	expect(await cache.get('a')).toEqual(DEFAULT_SETTINGS);
	expect(reported).toEqual([expect.stringContaining('no answer')]);
});

test('a client may push its section alone or all its settings', () => {
	expect(sectionOf({ faultbook: { tests: true } })).toEqual({ tests: true });
	expect(sectionOf({ tests: true })).toEqual({ tests: true });
	expect([sectionOf(null), sectionOf('x'), sectionOf(undefined)]).toEqual([undefined, undefined, undefined]);
});

test('the status sums up, logs each problem once and tells only what is new', () => {
	const log: string[] = [];
	const told: string[] = [];
	const status = new Status(
		(message) => log.push(message),
		({ level, text, problems }) => told.push([level, text, ...problems].join('|')),
	);
	status.summarise('1 catalogue');
	status.set('a', ['A is off.']);
	status.set('a', ['A is off.']);
	status.set('b', ['A is off.']);
	status.add('b', 'B is off.');
	status.set('engine', ['All is lost.'], 'failure');
	status.set('engine', []);
	status.set('a', []);
	status.set('b', []);
	status.set('a', ['A is off.']);
	expect(log).toEqual(['A is off.', 'B is off.', 'All is lost.']);
	expect(told).toEqual([
		'ok|1 catalogue',
		'warning|1 catalogue|A is off.',
		'warning|1 catalogue|A is off.|B is off.',
		'error|cannot work|A is off.|B is off.|All is lost.',
		'warning|1 catalogue|A is off.|B is off.',
		'ok|1 catalogue',
		'warning|1 catalogue|A is off.',
	]);
});

test('the guard answers with nothing and logs a failure once, with the name of the method', async () => {
	const log: string[] = [];
	const failing = createGuard((message) => log.push(message))('test/fail', 'nothing', () => {
		throw new Error('broken');
	});
	for (let count = 0; count < 3; count += 1) expect(await failing({}, CancellationToken.None)).toBe('nothing');
	expect(log).toEqual([expect.stringMatching(/^test\/fail failed.*broken/)]);
});

test('the guard lets errors for the client through, and cancellation wins over everything', async () => {
	const log: string[] = [];
	const guard = createGuard((message) => log.push(message));
	const refused = guard<null, string>('test/refuse', '', () => {
		throw new ResponseError(-1, 'no');
	});
	await expect(refused(null, CancellationToken.None)).rejects.toThrow('no');
	for (const outcome of [() => 'late', () => Promise.reject(new Error('late'))]) {
		const source = new CancellationTokenSource();
		const cancelled = guard<null, string>('test/cancel', '', async () => {
			source.cancel();
			return outcome();
		});
		await expect(cancelled(null, source.token)).rejects.toMatchObject({ code: -32800 });
	}
	expect(log).toEqual([]);
});

test('a client that sends nonsense gets plain LSP', () => {
	for (const params of [
		{},
		{ capabilities: null, initializationOptions: 5 },
		{ initializationOptions: { commands: 'x' } },
	]) {
		const profile = clientProfile(params as unknown as Parameters<typeof clientProfile>[0]);
		expect(profile).toMatchObject({ pullsDiagnostics: false, resolvesEdits: false, commands: [], showsMarkdown: true });
	}
});
