/** What goes wrong stays where it is: broken resources, nonsense from the client, cancelled requests, lost clients. */
import { fork, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	CancellationTokenSource,
	createProtocolConnection,
	IPCMessageReader,
	IPCMessageWriter,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { full, plain } from './editors.ts';
import { python, typescript } from './samples.ts';
import { dist, TestClient } from './testClient.ts';

describe('a build with something missing or broken', () => {
	let folder: string;
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'faultbook-'));
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	/** A copy of the build to break. */
	const copy = (name: string) => {
		const to = join(folder, name);
		cpSync(dist, to, { recursive: true });
		return to;
	};

	test('without a grammar that language is left alone and said; the others work', async () => {
		const from = copy('no-grammar');
		rmSync(join(from, 'grammars/tree-sitter-python.wasm'));
		const client = await TestClient.start(full, { from });
		await client.open('file:///a.py', 'python', python);
		await client.open('file:///b.py', 'python', python);
		await client.open('file:///a.ts', 'typescript', typescript);
		expect(await client.diagnostics('file:///a.py')).toEqual([]);
		expect(await client.diagnostics('file:///b.py')).toEqual([]);
		expect(await client.hover('file:///a.py', client.at('file:///a.py', '4100'))).toBeNull();
		expect(await client.diagnostics('file:///a.ts')).toHaveLength(1);
		const status = await client.until(() => client.statuses.find(({ level }) => level === 'warning'), 'a warning');
		expect(status.problems).toEqual([expect.stringMatching(/python.*tree-sitter-python\.wasm/s)]);
		expect(client.log.filter((line) => line.includes('tree-sitter-python.wasm'))).toHaveLength(1);
		expect(await client.stop()).toBe(0);
	});

	test('a catalogue that does not validate is named with its place; the others work', async () => {
		const from = copy('bad-catalogue');
		writeFileSync(
			join(from, 'catalogues/broken.json'),
			'{"faultbook":1,"id":"broken","title":"Broken","codes":[{"code":1,"severity":"fatl"}]}',
		);
		writeFileSync(join(from, 'catalogues/cut.json'), '{"faultbook":1,');
		const client = await TestClient.start(full, { from });
		await client.open('file:///a.ts', 'typescript', typescript);
		expect(await client.diagnostics('file:///a.ts')).toHaveLength(1);
		const both = () => client.statuses.find(({ problems }) => problems.length === 2);
		const { level, problems } = await client.until(both, 'both problems');
		expect(level).toBe('warning');
		expect(problems).toContainEqual(expect.stringMatching(/broken\.json.*codes\[0\]\.severity.*fatl/));
		expect(problems).toContainEqual(expect.stringMatching(/cut\.json/));
		await client.stop();
	});

	test('without any catalogue the status says that nothing can work, and requests are answered', async () => {
		const from = copy('no-catalogue');
		for (const name of readdirSync(join(from, 'catalogues'))) writeFileSync(join(from, 'catalogues', name), 'not JSON');
		for (const profile of [full, plain]) {
			const client = await TestClient.start(profile, { from });
			await client.open('file:///a.ts', 'typescript', typescript);
			expect(await client.hover('file:///a.ts', client.at('file:///a.ts', '4100'))).toBeNull();
			expect(await client.actions('file:///a.ts', client.at('file:///a.ts', '4100'))).toEqual([]);
			expect(await client.connection.sendRequest('faultbook/explain', {})).toEqual([]);
			const status = await client.until(() => client.statuses.find(({ level }) => level === 'error'), 'an error');
			expect(status.text).toBe('cannot work');
			expect(status.problems).toContainEqual(expect.stringMatching(/tencentcloud-v2\.json/));
			expect(await client.stop()).toBe(0);
		}
	});
});

describe('nonsense from the client', () => {
	let client: TestClient;
	beforeAll(async () => {
		client = await TestClient.start(full);
	});
	afterAll(async () => {
		expect(await client.stop()).toBe(0);
	});
	const works = async () => {
		const uri = `file:///works-${Math.random()}.ts`;
		await client.open(uri, 'typescript', typescript);
		expect(await client.diagnostics(uri)).toHaveLength(1);
		await client.close(uri);
	};

	test.each([
		['textDocument/hover', {}, null],
		['textDocument/hover', { textDocument: { uri: 5 }, position: null }, null],
		['textDocument/codeAction', { textDocument: {} }, []],
		['textDocument/diagnostic', { textDocument: null }, { kind: 'full', items: [] }],
		['codeAction/resolve', { title: 'Mine', data: 'yours' }, { title: 'Mine', data: 'yours' }],
		['faultbook/decode', { position: 7 }, null],
	])('%s with %j is answered with nothing', async (method, params, answer) => {
		expect(await client.connection.sendRequest(method, params)).toEqual(answer);
		await works();
	});

	test('a failure is logged once, with the name of the request', async () => {
		for (let count = 0; count < 3; count += 1) await client.connection.sendRequest('faultbook/why', { nonsense: true });
		await client.until(() => client.log.some((line) => line.includes('faultbook/why')), 'the log');
		expect(client.log.filter((line) => line.includes('faultbook/why failed'))).toHaveLength(1);
	});

	test('positions outside the text', async () => {
		const uri = 'file:///outside.ts';
		await client.open(uri, 'typescript', typescript);
		for (const position of [
			{ line: 10_000, character: 10_000 },
			{ line: -1, character: -1 },
			{ line: 0, character: Number.MAX_SAFE_INTEGER },
		]) {
			expect(await client.hover(uri, position)).toBeNull();
		}
		await client.close(uri);
		await works();
	});

	test('notifications without sense, methods that nobody knows', async () => {
		const { connection } = client;
		await connection.sendNotification('textDocument/didOpen', { textDocument: null });
		await connection.sendNotification('textDocument/didChange', { textDocument: { uri: 'file:///never-opened.ts' } });
		await connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'file:///never-opened.ts' } });
		await connection.sendNotification('workspace/didChangeConfiguration', { settings: 5 });
		await connection.sendNotification('workspace/didChangeWorkspaceFolders', {});
		await connection.sendNotification('workspace/didChangeWatchedFiles', {});
		await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [null, { uri: 5 }, { uri: 'x' }] });
		await connection.sendNotification('window/workDoneProgress/cancel', { token: 'nobody' });
		await connection.sendNotification('faultbook/unknown', {});
		await expect(connection.sendRequest('faultbook/unknown', {})).rejects.toThrow('faultbook/unknown');
		await expect(connection.sendRequest('initialize', { capabilities: {} })).rejects.toThrow('initialized already');
		await works();
	});

	test.each([
		['nothing but brackets', '('.repeat(50_000)],
		['cut in the middle', typescript.slice(0, 150)],
		['a lone surrogate', `// \ud800\n${typescript.replace('}', '\udfff')}`],
		['a NUL', `const x = "\0"; // qcloud 4100`],
		['empty', ''],
	])('source that does not parse: %s', async (_what, text) => {
		const uri = 'file:///syntax.ts';
		await client.open(uri, 'typescript', text);
		expect(Array.isArray(await client.diagnostics(uri))).toBe(true);
		expect(await client.hover(uri, { line: 0, character: 3 })).toBeNull();
		await client.close(uri);
		await works();
	});
});

test('a cancelled request says so, and the next one is answered', async () => {
	const client = await TestClient.start(full);
	const uri = 'file:///a.ts';
	await client.open(uri, 'typescript', typescript.repeat(200));
	const source = new CancellationTokenSource();
	const asked = client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }, source.token);
	source.cancel();
	await expect(asked).rejects.toMatchObject({ code: -32800 });
	expect((await client.diagnostics(uri)).length).toBeGreaterThan(0);
	expect(client.log).toEqual([]);
	await client.stop();
});

describe('other lines than stdio', () => {
	const initialize = { processId: null, rootUri: null, capabilities: {} };

	test('Node IPC, which a client that disconnects ends', async () => {
		const server = fork(join(dist, 'server.js'), ['--node-ipc'], { stdio: 'ignore' });
		const ended = new Promise((resolve) => server.once('exit', resolve));
		const connection = createProtocolConnection(new IPCMessageReader(server), new IPCMessageWriter(server));
		connection.listen();
		expect(await connection.sendRequest('initialize', initialize)).toHaveProperty('capabilities.hoverProvider', true);
		connection.dispose();
		server.disconnect();
		expect(await ended).toBe(1);
	});

	test('a socket', async () => {
		const listener = createServer();
		const accepted = new Promise<Socket>((resolve) => listener.once('connection', resolve));
		await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
		const { port } = listener.address() as { port: number };
		const server = spawn(process.execPath, [join(dist, 'server.js'), `--socket=${port}`]);
		const ended = new Promise((resolve) => server.once('exit', resolve));
		const socket = await accepted;
		const connection = createProtocolConnection(new StreamMessageReader(socket), new StreamMessageWriter(socket));
		connection.listen();
		expect(await connection.sendRequest('initialize', initialize)).toHaveProperty('capabilities.hoverProvider', true);
		connection.dispose();
		socket.destroy();
		listener.close();
		expect(await ended).toBe(1);
	});
});

test('what comes in one piece with `initialized` is answered too', async () => {
	const server = spawn(process.execPath, [join(dist, 'server.js'), '--stdio']);
	const connection = createProtocolConnection(
		new StreamMessageReader(server.stdout),
		new StreamMessageWriter(server.stdin),
	);
	connection.listen();
	await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
	const uri = 'file:///a.ts';
	const line = typescript.split('\n').findIndex((text) => text.includes('4100'));
	const position = { line, character: typescript.split('\n')[line]?.indexOf('4100') };
	server.stdin.cork();
	const sent = [
		connection.sendNotification('initialized', {}),
		connection.sendNotification('textDocument/didOpen', {
			textDocument: { uri, languageId: 'typescript', version: 1, text: typescript },
		}),
		connection.sendRequest('textDocument/hover', { textDocument: { uri }, position }),
	];
	setTimeout(() => server.stdin.uncork(), 20);
	expect((await Promise.all(sent)).at(-1)).toHaveProperty('contents.value', expect.stringContaining('4100'));
	connection.dispose();
	server.kill();
});

describe('the end', () => {
	const run = (args: string[], input?: string) =>
		new Promise<{ code: number | null; output: string; errors: string }>((resolve) => {
			const server = spawn(process.execPath, [join(dist, 'server.js'), ...args]);
			let output = '';
			let errors = '';
			server.stdout.on('data', (data) => {
				output += data;
			});
			server.stderr.on('data', (data) => {
				errors += data;
			});
			server.on('close', (code) => resolve({ code, output, errors }));
			server.stdin.end(input);
		});

	test('a client that hangs up without a goodbye takes the server with it', async () => {
		expect((await run(['--stdio'])).code).toBe(1);
		const client = await TestClient.start(full);
		const ended = new Promise((resolve) => client.process.once('exit', resolve));
		client.process.stdin.end();
		expect(await ended).toBe(1);
	});

	test('exit without shutdown ends with 1', async () => {
		const client = await TestClient.start(full);
		const ended = new Promise((resolve) => client.process.once('exit', resolve));
		await client.connection.sendNotification('exit');
		expect(await ended).toBe(1);
	});

	test('bytes that are no message do not hang the server', async () => {
		expect((await run(['--stdio'], 'GET / HTTP/1.1\r\nHost: x\r\n\r\n{}')).code).toBe(1);
		expect((await run(['--stdio'], 'Content-Length: 7\r\n\r\n{"json"')).code).toBe(1);
	});

	test('started by hand without a transport it says what it wants', async () => {
		const { code, output, errors } = await run([]);
		expect({ code, output }).toEqual({ code: 2, output: '' });
		expect(errors).toMatch(/^faultbook: .*--stdio.*\n$/);
	});
});
