/** What an editor shows of logs: outline, folding, decoded messages. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LineResult } from '../../shared/protocol.ts';
import { full } from './editors.ts';
import { TestClient } from './testClient.ts';

const log = `2026-11-23T08:15:00Z INFO listening on port 4100
2026-11-23T08:15:01Z ERROR qcloud code=4100 message="\\u9274\\u6743\\u5931\\u8d25"
reply: {
  "code": 4400,
  "codeDesc": "x",
  "message": "slow down"
}
[TencentCloudSDKError] Code=UnauthorizedOperation
Message=no
`;
const uri = 'file:///logs/app.log';
const textDocument = { uri };

let client: TestClient;
beforeAll(async () => {
	client = await TestClient.start(full);
	await client.open(uri, 'log', log);
});
afterAll(async () => {
	await client.stop();
});

const line = (text: string) => client.at(uri, text).line;

describe('a log', () => {
	test('has an outline by code and time', async () => {
		const symbols = await client.connection.sendRequest<
			{ name: string; detail: string; range: { start: { line: number }; end: { line: number } } }[]
		>('textDocument/documentSymbol', { textDocument });
		expect(symbols.map(({ name, detail }) => `${name}: ${detail}`)).toEqual([
			'4100 Authentication failed: 2026-11-23T08:15:01.000Z 鉴权失败',
			'4400 Quota exceeded: slow down',
			'UnauthorizedOperation Operation not authorised: no',
		]);
		expect(symbols[1]?.range).toMatchObject({ start: { line: line('reply:') }, end: { line: line('slow down') + 1 } });
	});

	test('folds errors over several lines', async () => {
		const folds = await client.connection.sendRequest('textDocument/foldingRange', { textDocument });
		expect(folds).toEqual([
			{ startLine: line('reply:'), endLine: line('slow down') + 1, kind: 'region' },
			{ startLine: line('[TencentCloud'), endLine: line('Message=no'), kind: 'region' },
		]);
	});

	test('shows behind a message what it says', async () => {
		const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
		const hints = await client.connection.sendRequest('textDocument/inlayHint', { textDocument, range });
		const { line: at, character } = client.at(uri, '\\u9274');
		expect(hints).toEqual([
			{ position: { line: at, character: character + 24 }, label: '鉴权失败', tooltip: '鉴权失败', paddingLeft: true },
		]);
		const above = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
		expect(await client.connection.sendRequest('textDocument/inlayHint', { textDocument, range: above })).toEqual([]);
	});

	test('is no source: that has none of these', async () => {
		const source = 'file:///logs/a.ts';
		await client.open(source, 'typescript', `// qcloud\nconst message = '\\u9274\\u6743';\n`);
		const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
		const params = { textDocument: { uri: source }, range };
		for (const method of ['documentSymbol', 'foldingRange', 'inlayHint'])
			expect(await client.connection.sendRequest(`textDocument/${method}`, params)).toEqual([]);
		await client.close(source);
	});

	test('a line of a terminal: its codes and messages, nothing that is merely possible', async () => {
		const ask = (text: string) => client.connection.sendRequest<LineResult>('faultbook/line', { text });
		const text = 'cvm.api.qcloud.com says {"code":4100,"message":"\\u9274\\u6743"} on port 4200';
		const { codes, messages } = await ask(text);
		expect(codes).toMatchObject([
			{
				start: text.indexOf('4100'),
				end: text.indexOf('4100') + 4,
				entry: { code: '4100', type: 'Authentication failed' },
			},
		]);
		expect(messages).toEqual([{ start: text.indexOf('\\u9274'), end: text.indexOf('"}'), text: '鉴权' }]);
		expect(await ask('code=4100')).toEqual({ codes: [], messages: [] });
		expect((await ask('[TencentCloudSDKError] Code=AuthFailure.Unheard, Message=x')).codes).toMatchObject([
			{ entry: { catalogue: 'tencentcloud-v3', code: 'AuthFailure' } },
		]);
	});

	test('a response of a REST client is one', async () => {
		const response = 'untitled:response';
		await client.open(response, 'http', 'HTTP/1.1 200 OK\n\n{"code":4100,"codeDesc":"AuthFailure","message":"x"}\n');
		const symbols = await client.connection.sendRequest<{ name: string }[]>('textDocument/documentSymbol', {
			textDocument: { uri: response },
		});
		expect(symbols.map(({ name }) => name)).toEqual(['4100 Authentication failed']);
		await client.close(response);
	});
});
