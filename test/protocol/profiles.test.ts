/** The main job in three editors: hover a code, see what is forgotten, have it written. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DiagnosticData } from '../../shared/protocol.ts';
import { full, neovim, plain, profiles } from './editors.ts';
import { forgotten, go, python, typescript } from './samples.ts';
import { codesOf, first, TestClient, textOf } from './testClient.ts';

describe.each(profiles)('$name', (profile) => {
	let client: TestClient;
	beforeAll(async () => {
		client = await TestClient.start(profile, { folders: ['file:///home/ada'] });
	});
	afterAll(async () => {
		expect(await client.stop()).toBe(0);
	});

	test('says what it can do, for this client', () => {
		const { capabilities, serverInfo } = client.initialized;
		expect(serverInfo?.name).toBe('faultbook');
		expect(capabilities.positionEncoding).toBe('utf-16');
		expect(capabilities.textDocumentSync).toEqual({ openClose: true, change: 2, save: true });
		expect(capabilities.hoverProvider).toBe(true);
		expect(capabilities.codeActionProvider).toEqual({
			codeActionKinds: ['quickfix', 'refactor.rewrite'],
			resolveProvider: profile !== plain,
		});
		expect(capabilities.diagnosticProvider).toEqual(
			profile === plain
				? undefined
				: { identifier: 'faultbook', interFileDependencies: true, workspaceDiagnostics: false },
		);
	});

	test.each([
		['typescript', 'a.ts', typescript],
		['python', 'a.py', python],
		['go', 'a.go', go],
	])('%s: hover, warning, fix', async (languageId, name, text) => {
		const uri = `file:///home/ada/src/${name}`;
		await client.open(uri, languageId, text);

		const position = client.at(uri, '4100');
		const hover = await client.hover(uri, position);
		const explanation = textOf(hover);
		expect(hover?.contents).toHaveProperty('kind', profile === plain ? 'plaintext' : 'markdown');
		expect(explanation.replaceAll('*', '')).toMatch(/^4100 Authentication failed/);
		expect(explanation).toContain('Signature authentication failed.');
		expect(explanation.includes('**')).toBe(profile !== plain);
		expect(hover?.range).toEqual({ start: position, end: { ...position, character: position.character + 4 } });

		const diagnostics = await client.diagnostics(uri);
		expect(diagnostics).toHaveLength(1);
		const diagnostic = first(diagnostics);
		expect(diagnostic).toMatchObject({ source: 'faultbook', code: 'unhandled-fatal-code', severity: 2 });
		expect(diagnostic.codeDescription?.href).toMatch(/^https:.*#unhandled-fatal-code$/);
		expect(diagnostic.data).toEqual({
			rule: 'unhandled-fatal-code',
			catalogue: 'tencentcloud-v2',
			codes: forgotten,
		} satisfies DiagnosticData);

		const actions = await client.actions(uri, diagnostic);
		const all = actions.find(({ title }) => title === 'Handle all 8 fatal codes');
		expect(all).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'unhandled-fatal-code' }] });
		if (all === undefined) return;
		expect(all.edit === undefined).toBe(profile !== plain);
		await client.apply(all);
		for (const code of forgotten) expect(client.text(uri)).toContain(code);
		expect(await client.diagnostics(uri)).toEqual([]);
		await client.close(uri);
	});

	test('an incremental edit is judged at once, CR LF and all', async () => {
		const uri = 'file:///home/ada/src/crlf.ts';
		await client.open(uri, 'typescript', `// 😀 café\r\n${typescript.replaceAll('\n', '\r\n')}`);
		const before = first(await client.diagnostics(uri));
		expect(codesOf(before)).toEqual(forgotten);
		expect(before.range.start).toEqual(client.at(uri, 'res.code'));
		await client.edit(uri, 'case 4100:', "case 4000:\r\n\t\t\tthrow new Error('😀');\r\n\t\tcase 4100:");
		const after = first(await client.diagnostics(uri));
		expect(codesOf(after)).toEqual(forgotten.slice(1));
		expect((await client.hover(uri, client.at(uri, '4100')))?.range?.start).toEqual(client.at(uri, '4100'));
		await client.apply(first(await client.actions(uri, after)));
		expect(client.text(uri).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
		await client.close(uri);
	});

	test('what is asked of a closed document is answered with nothing', async () => {
		const uri = 'file:///home/ada/src/closed.ts';
		await client.open(uri, 'typescript', typescript);
		const diagnostic = first(await client.diagnostics(uri));
		const position = client.at(uri, '4100');
		const action = first(await client.actions(uri, diagnostic));
		await client.close(uri);
		if (profile === plain) await client.until(() => client.pushed(uri)?.length === 0, 'the diagnostics to go');
		else expect(await client.pull(uri)).toEqual({ kind: 'full', items: [] });
		expect(await client.hover(uri, position)).toBeNull();
		expect(await client.actions(uri, position)).toEqual([]);
		if (profile === plain) return;
		const resolved = await client.connection.sendRequest('codeAction/resolve', action);
		expect(resolved).toEqual(action);
	});

	test('settings are used, and change what is open', async () => {
		const uri = 'file:///home/ada/src/settings.ts';
		await client.open(uri, 'typescript', typescript);
		expect(await client.diagnostics(uri)).toHaveLength(1);
		const set = async (faultbook: unknown) => {
			client.settings = faultbook;
			client.forgetPushed(uri);
			await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { faultbook } });
			if (profile === full) await client.until(() => client.refreshes > 0, 'a refresh of the diagnostics');
		};
		await set({ rules: { 'unhandled-fatal-code': 'error' } });
		expect((await client.diagnostics(uri)).map(({ severity }) => severity)).toEqual([1]);
		await set({ rules: { 'unhandled-fatal-code': 'off' } });
		expect(await client.diagnostics(uri)).toEqual([]);
		await set({ enable: false });
		expect(await client.hover(uri, client.at(uri, '4100'))).toBeNull();
		await set({});
		expect(await client.diagnostics(uri)).toHaveLength(1);
		await client.close(uri);
	});

	test('only the actions of the wanted kind', async () => {
		const uri = 'file:///home/ada/src/kinds.ts';
		await client.open(uri, 'typescript', typescript);
		const diagnostic = first(await client.diagnostics(uri));
		expect((await client.actions(uri, diagnostic, ['quickfix'])).length).toBeGreaterThan(0);
		expect(await client.actions(uri, diagnostic, ['source'])).toEqual([]);
		await client.close(uri);
	});
});

test('a light bulb names a command only to a client that has it', async () => {
	const text = 'function f(err) {\n\tif (err.code === 4100) throw err;\n}\n';
	for (const profile of [full, neovim]) {
		const client = await TestClient.start(profile);
		const uri = 'file:///home/ada/src/bulb.ts';
		await client.open(uri, 'typescript', text);
		const actions = await client.actions(uri, client.at(uri, '4100'));
		expect(actions.map(({ command }) => command?.command).filter(Boolean)).toEqual(
			profile === full ? ['faultbook.judgeWorkspace'] : [],
		);
		expect(actions.some(({ title }) => title.includes('Judge this file as Tencent Cloud API 2.0'))).toBe(true);
		await client.stop();
	}
});

test.each([full, neovim])(
	'$name: an edit that is asked for too late is refused, not applied to another text',
	async (profile) => {
		const client = await TestClient.start(profile);
		const uri = 'file:///home/ada/src/late.ts';
		await client.open(uri, 'typescript', typescript);
		const diagnostic = first(await client.diagnostics(uri));
		const action = first(await client.actions(uri, diagnostic));
		await client.edit(uri, 'import', '// moved\nimport');
		await expect(client.connection.sendRequest('codeAction/resolve', action)).rejects.toThrow('The document changed');
		await client.stop();
	},
);
