/** Which documents are looked at, under which path, and when reports are new. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WhyResult } from '../../shared/protocol.ts';
import { full, neovim, plain } from './editors.ts';
import { typescript } from './samples.ts';
import { TestClient } from './testClient.ts';

describe('URIs', () => {
	let client: TestClient;
	beforeAll(async () => {
		client = await TestClient.start(full, { folders: ['file:///c%3A/My%20Work', 'file:///srv/app'] });
	});
	afterAll(async () => {
		await client.stop();
	});

	test.each([
		['a drive letter, percent-encoded', 'file:///c%3A/My%20Work/src/a.ts'],
		['a drive letter as it is, in the other case', 'file:///C:/My%20Work/src/a.ts'],
		['no folder of the workspace', 'file:///elsewhere/tests/a.ts'],
		['not saved yet', 'untitled:Untitled-1'],
		['a remote machine', 'vscode-remote://ssh-remote%2Bhost/srv/app/a.ts'],
		['a virtual file system', 'vscode-vfs://github/owner/name/src/a.ts'],
		['a cell of a notebook', 'vscode-notebook-cell:/srv/app/a.ipynb#W1sZmlsZQ%3D%3D'],
		['characters of another script', 'file:///srv/app/%E6%8E%A5%E5%8F%A3/%F0%9F%98%80.ts'],
	])('%s: looked at', async (_what, uri) => {
		await client.open(uri, 'typescript', typescript);
		expect(await client.diagnostics(uri)).toHaveLength(1);
		expect(client.configurationRequests).toContain(uri);
		await client.close(uri);
	});

	test.each(['output:extension-output', 'git:/srv/app/a.ts?%7B%22ref%22%3A%22~%22%7D', 'no uri at all'])(
		'%s: left alone',
		async (uri) => {
			await client.open(uri, 'typescript', typescript);
			expect(await client.diagnostics(uri)).toEqual([]);
			expect(await client.hover(uri, client.at(uri, '4100'))).toBeNull();
			await client.close(uri);
		},
	);

	test('exclude and tests go by the path within the folder, not by what the folder is called', async () => {
		const inside = await TestClient.start(full, { folders: ['file:///home/dist/tests/node_modules/app'] });
		const why = async (path: string) => {
			const uri = `file:///home/dist/tests/node_modules/app/${path}`;
			await inside.open(uri, 'typescript', typescript);
			const count = (await inside.diagnostics(uri)).length;
			const position = inside.at(uri, '4100');
			const result: WhyResult = await inside.connection.sendRequest('faultbook/why', {
				textDocument: { uri },
				position,
			});
			return [count, result.outcome, result.message] as const;
		};
		expect((await why('src/a.ts')).slice(0, 2)).toEqual([1, 'reported']);
		expect((await why('src/a.test.ts')).slice(0, 2)).toEqual([0, 'test']);
		expect(await why('dist/a.ts')).toEqual([0, 'none', expect.stringContaining('faultbook.exclude')]);
		expect(inside.statuses.at(-1)?.level).toBe('ok');
		await inside.stop();
	});
});

test('a pulled report is new only when it says something else', async () => {
	const client = await TestClient.start(full);
	const uri = 'file:///a.ts';
	await client.open(uri, 'typescript', typescript);
	const first = await client.pull(uri);
	expect(first).toMatchObject({ kind: 'full', resultId: expect.any(String) });
	expect(await client.pull(uri, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
	await client.edit(uri, "'bad signature'", "'wrong signature'");
	expect(await client.pull(uri, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
	await client.edit(uri, 'import', '// one line down\nimport');
	const moved = await client.pull(uri, first.resultId);
	expect(moved.kind).toBe('full');
	// Another text of the same version, after closing: an old id must not pass for it.
	await client.close(uri);
	await client.open(uri, 'typescript', 'nothing();');
	expect(await client.pull(uri, moved.resultId)).toMatchObject({ kind: 'full', items: [] });
	await client.stop();
});

test('typing fast, the last text is what counts', async () => {
	for (const profile of [full, plain]) {
		const client = await TestClient.start(profile);
		const uri = 'file:///fast.ts';
		await client.open(uri, 'typescript', typescript);
		for (let count = 0; count < 30; count += 1) {
			await client.edit(uri, 'export', `// ${count}\nexport`);
			if (profile === full) client.pull(uri).catch(() => {}); // Some are overtaken: the client asks again.
		}
		const [diagnostic] = await client.diagnostics(uri);
		expect(diagnostic?.range.start).toEqual(client.at(uri, 'res.code'));
		await client.stop();
	}
});

test('a document that the client opens twice is what it was the second time', async () => {
	const client = await TestClient.start(neovim);
	const uri = 'file:///twice.ts';
	await client.open(uri, 'typescript', 'nothing();');
	expect(await client.diagnostics(uri)).toEqual([]);
	await client.open(uri, 'typescript', typescript);
	expect(await client.diagnostics(uri)).toHaveLength(1);
	await client.stop();
});

test('a folder that joins the workspace gives its files their paths', async () => {
	const client = await TestClient.start(full, { folders: [] });
	const uri = 'file:///srv/app/dist/a.ts';
	await client.open(uri, 'typescript', typescript);
	expect(await client.diagnostics(uri)).toHaveLength(1);
	const event = { added: [{ uri: 'file:///srv/app', name: 'app' }], removed: [] };
	await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
	await client.until(() => client.refreshes > 0, 'a refresh');
	expect(await client.diagnostics(uri)).toEqual([]);
	await client.stop();
});
