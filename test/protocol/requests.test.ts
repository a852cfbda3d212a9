/** Our own requests and the status: what the client's commands and its status item are made of. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DecodeResult, ExplainEntry, WhyResult } from '../../shared/protocol.ts';
import { full, neovim } from './editors.ts';
import { typescript } from './samples.ts';
import { TestClient, textOf } from './testClient.ts';

let client: TestClient;
beforeAll(async () => {
	client = await TestClient.start(full);
});
afterAll(async () => {
	await client.stop();
});

test('faultbook/explain gives every code with the same text as the hover', async () => {
	const rows: ExplainEntry[] = await client.connection.sendRequest('faultbook/explain', {});
	const row = rows.find(({ code }) => code === '4100');
	expect(row).toMatchObject({
		catalogue: 'tencentcloud-v2',
		title: 'Tencent Cloud API 2.0',
		type: 'Authentication failed',
		severity: 'fatal',
	});
	const uri = 'file:///explain.ts';
	await client.open(uri, 'typescript', typescript);
	const hover = await client.hover(uri, client.at(uri, '4100'));
	expect(row?.markdown).toBe(textOf(hover));
	await client.close(uri);
});

test('faultbook/why names the outcome, says why and where', async () => {
	const uri = 'file:///why.ts';
	await client.open(uri, 'typescript', typescript);
	const why = (text: string): Promise<WhyResult> =>
		client.connection.sendRequest('faultbook/why', { textDocument: { uri }, position: client.at(uri, text) });
	const reported = await why('4100');
	expect(reported.outcome).toBe('reported');
	expect(reported.message).toMatch(/4000.*\.$/);
	expect(reported.range?.start.line).toBe(client.at(uri, 'switch').line);
	expect(await why('import')).toEqual({ outcome: 'none', message: expect.stringMatching(/\.$/) });
	await client.close(uri);
	const position = { line: 0, character: 0 };
	const closed: WhyResult = await client.connection.sendRequest('faultbook/why', { textDocument: { uri }, position });
	expect(closed).toEqual({ outcome: 'none', message: expect.stringContaining('not open') });
});

test('faultbook/decode decodes at a position and in a text', async () => {
	const uri = 'file:///reply.json';
	await client.open(uri, 'json', '{"code":4100,"message":"\\u8ba4\\u8bc1\\u5931\\u8d25","codeDesc":"AuthFailure"}');
	const decode = (params: object): Promise<DecodeResult | { text: string } | null> =>
		client.connection.sendRequest('faultbook/decode', params);
	const found = await decode({ textDocument: { uri }, position: client.at(uri, '8bc1') });
	expect(found).toMatchObject({ text: '认证失败', range: { start: client.at(uri, '\\u8ba4') } });
	expect(await decode({ textDocument: { uri }, position: client.at(uri, 'code') })).toBeNull();
	expect(await decode({ text: 'say \\u4f60\\u597d' })).toEqual({ text: 'say 你好' });
	await client.close(uri);
});

test('the status tells how many catalogues there are', async () => {
	await client.until(() => client.statuses.at(-1)?.text === '2 catalogues', 'the status');
	expect(client.statuses.at(-1)).toEqual({ level: 'ok', text: '2 catalogues', problems: [] });
});

test('a client that did not introduce itself hears nothing but LSP', async () => {
	const other = await TestClient.start(neovim);
	await other.open('file:///a.ts', 'typescript', typescript);
	expect(await other.diagnostics('file:///a.ts')).toHaveLength(1);
	await other.stop();
	expect(other.notified.filter((method) => method !== 'window/logMessage')).toEqual([]);
	expect(other.log).toEqual([]);
});

test('settings of the wrong kind are named once, and the others hold', async () => {
	const settings = { exclude: 'dist', rules: { 'unhandled-fatal-code': 'loud' }, tests: true };
	const wrong = await TestClient.start(full, { settings });
	for (const uri of ['file:///a.test.ts', 'file:///b.test.ts']) {
		await wrong.open(uri, 'typescript', typescript);
		expect((await wrong.diagnostics(uri)).map(({ severity }) => severity)).toEqual([2]);
	}
	const status = await wrong.until(() => wrong.statuses.find(({ level }) => level === 'warning'), 'a warning');
	expect(status.problems).toEqual([
		'The setting faultbook.exclude is "dist", but must be a list of strings. Using ["**/node_modules/**","**/vendor/**","**/dist/**","**/out/**","**/.git/**","**/*.min.js"].',
		'The setting faultbook.rules.unhandled-fatal-code is "loud", but must be one of off, hint, information, warning, error. Using "warning".',
	]);
	expect(wrong.log.filter((line) => line.includes('"loud"'))).toHaveLength(1);
	wrong.settings = {};
	await wrong.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
	for (const uri of ['file:///a.test.ts', 'file:///b.test.ts']) await wrong.diagnostics(uri);
	await wrong.until(() => wrong.statuses.at(-1)?.level === 'ok', 'the warning to go');
	await wrong.stop();
});

test('a catalogue that a setting names but nobody has is said', async () => {
	const wrong = await TestClient.start(full, { settings: { catalogues: { always: ['tencentcloud-v1'] } } });
	await wrong.open('file:///a.ts', 'typescript', typescript);
	await wrong.diagnostics('file:///a.ts');
	const status = await wrong.until(() => wrong.statuses.find(({ level }) => level === 'warning'), 'a warning');
	expect(status.problems).toEqual([
		'The setting faultbook.catalogues.always names "tencentcloud-v1", but the catalogues are tencentcloud-v2, tencentcloud-v3.',
	]);
	await wrong.stop();
});

test('a file that is too large is left alone, and that is said', async () => {
	const uri = 'file:///large.json';
	await client.open(uri, 'json', `{"code":4100,"codeDesc":"AuthFailure","data":"${'x'.repeat(5_000_001)}"}`);
	expect(await client.diagnostics(uri)).toEqual([]);
	expect(await client.hover(uri, client.at(uri, '4100'))).toBeNull();
	const status = await client.until(() => client.statuses.find(({ level }) => level === 'warning'), 'a warning');
	expect(status.problems).toEqual([expect.stringMatching(/large\.json.*5 MB/)]);
	await client.close(uri);
	await client.until(() => client.statuses.at(-1)?.level === 'ok', 'the warning to go');
});
