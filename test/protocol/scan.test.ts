/** `scan` and `merge` as they are run: rows, filters, threads, and what cannot be read whole. */
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dist } from './testClient.ts';

const log = `2026-11-23T08:14:00Z INFO listening on port 4100, took 4200ms
2026-11-23T08:15:00Z ERROR https://cvm.api.qcloud.com {"code":4100,"message":"(100004)\\u9274\\u6743","requestId":"r-1"}
2026-11-23T08:15:30Z WARN qcloud code=4400 message=slow down
2026-11-23T08:16:00Z WARN code=5100
2026-11-23T08:16:30+00:00 ERROR [TencentCloudSDKError] Code=AuthFailure.SignatureFailure, Message=no, RequestId=r-2
retry: code=4300 qcloud
2026-11-23T08:17:00Z INFO qcloud code=0
`;

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'faultbook-scan-'));
	writeFileSync(join(folder, 'app.log'), log);
	writeFileSync(join(folder, 'app.log.gz'), gzipSync(log));
	const packed = gzipSync(log.repeat(2_000));
	writeFileSync(join(folder, 'cut.log.gz'), packed.subarray(0, packed.length - 40));
	writeFileSync(join(folder, 'noise.log.gz'), log);
	mkdirSync(join(folder, 'folder'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function faultbook(args: readonly string[], { input = '' as string | Buffer, memory = 0 } = {}) {
	const limits = memory > 0 ? [`--max-old-space-size=${memory}`] : [];
	const run = spawnSync(process.execPath, [...limits, join(dist, 'cli.js'), ...args], {
		cwd: folder,
		encoding: 'utf8',
		input,
		maxBuffer: 1e9,
	});
	return { code: run.status, out: run.stdout, errors: run.stderr };
}

const rowsOf = (out: string) =>
	out
		.trim()
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line) as Record<string, unknown>);
const codesOf = (out: string) => rowsOf(out).map(({ code }) => code);

describe('scan', () => {
	test('rows have the fields of the contract, in its order', () => {
		const { code, out, errors } = faultbook(['scan', 'app.log', '--format', 'ndjson']);
		expect(code).toBe(0);
		const rows = rowsOf(out);
		expect(Object.keys(rows[0] ?? {})).toEqual(
			'file line offset time catalogue code severity certainty message module requestId'.split(' '),
		);
		expect(rows[0]).toEqual({
			...{ file: 'app.log', line: 2, offset: log.indexOf('4100,"m'), time: '2026-11-23T08:15:00.000Z' },
			...{ catalogue: 'tencentcloud-v2', code: '4100', severity: 'fatal', certainty: 'certain' },
			...{ message: '(100004)鉴权', module: '100004', requestId: 'r-1' },
		});
		expect(rows.map(({ line, code }) => `${line} ${code}`)).toEqual([
			'2 4100',
			'3 4400',
			'5 AuthFailure.SignatureFailure',
			'6 4300',
		]);
		expect(errors).toMatch(/^faultbook: 1 merely possible code was left out: .*--certainty possible/);
	});

	test('what was left out comes when it is asked for', () => {
		expect(codesOf(faultbook(['scan', 'app.log', '--format', 'ndjson', '--certainty', 'possible']).out)).toContain(
			'5100',
		);
		const success = rowsOf(faultbook(['scan', 'app.log', '--format', 'ndjson', '--success']).out).at(-1);
		expect(success).toMatchObject({ line: 7, code: '0', severity: null });
		expect(
			rowsOf(faultbook(['scan', 'app.log', '--format', 'ndjson', '--catalogue', 'tencentcloud-v2']).out).find(
				({ code }) => code === '5100',
			),
		).toMatchObject({ certainty: 'certain' });
	});

	test('filters by code, family and time', () => {
		const codes = (...args: string[]) => codesOf(faultbook(['scan', 'app.log', '--format', 'ndjson', ...args]).out);
		expect(codes('--code', '4400', '--code', 'AuthFailure')).toEqual(['4400', 'AuthFailure.SignatureFailure']);
		expect(codes('--since', '2026-11-23T08:15:30Z', '--until', '2026-11-23T16:16:30+08:00')).toEqual([
			'4400',
			'AuthFailure.SignatureFailure',
		]);
		expect(faultbook(['scan', 'app.log', '--since', '2026-11-23']).errors).toContain('1 without a time was left out.');
	});

	test('prints JSON as one array, and text for people', () => {
		expect(JSON.parse(faultbook(['scan', 'app.log', '--format', 'json']).out)).toHaveLength(4);
		expect(JSON.parse(faultbook(['scan', 'app.log', '--format', 'json', '--code', '6200']).out)).toEqual([]);
		const { out } = faultbook(['scan', 'app.log']);
		expect(out.split('\n')[0]).toBe(
			'app.log:2 2026-11-23T08:15:00.000Z fatal 4100 Authentication failed: (100004)鉴权',
		);
	});

	test('reads standard input and compressed files', () => {
		const expected = codesOf(faultbook(['scan', 'app.log', '--format', 'ndjson']).out);
		expect(codesOf(faultbook(['scan', '-', '--format', 'ndjson'], { input: log }).out)).toEqual(expected);
		expect(codesOf(faultbook(['scan', 'app.log.gz', '--format', 'ndjson']).out)).toEqual(expected);
	});

	test('gives the same rows by any number of threads', () => {
		const text = `${log}${'2026-11-23T08:14:00Z INFO nothing of note happens here, all is well 4100ms\n'.repeat(200)}{\n  "code": 4500,\n  "codeDesc": "x"\n}\n`;
		writeFileSync(join(folder, 'large.log'), text.repeat(Math.ceil(50e6 / text.length)));
		const [one, ...others] = ['1', '2', '3'].map(
			(threads) => faultbook(['scan', 'large.log', '--format', 'ndjson', '--threads', threads]).out,
		);
		expect(one?.length).toBeGreaterThan(100_000);
		for (const other of others) expect(other === one).toBe(true);
	});

	test('what cannot be read is said, what can be is given', () => {
		const { code, out, errors } = faultbook(['scan', 'gone.log', 'folder', 'app.log', '--format', 'ndjson']);
		expect(code).toBe(2);
		expect(codesOf(out)).toHaveLength(4);
		expect(errors).toContain('gone.log was not read: no such file or folder.');
		expect(errors).toContain('folder is a folder: name the log files in it.');
		const cut = faultbook(['scan', 'cut.log.gz', '--format', 'ndjson']);
		expect(cut.code).toBe(2);
		expect(codesOf(cut.out).length).toBeGreaterThan(1_000);
		expect(cut.errors).toContain('cut.log.gz was not read to its end: the compressed data ends early.');
		writeFileSync(join(folder, 'wide.log'), `\ufeff${log}`, 'utf16le');
		for (const run of [
			faultbook(['scan', 'wide.log']),
			faultbook(['scan', '-'], { input: Buffer.from(`\ufeff${log}`, 'utf16le') }),
		]) {
			expect(run.code).toBe(2);
			expect(run.errors).toMatch(/ is UTF-16 and was not read: iconv /);
		}
		expect(faultbook(['scan', 'noise.log.gz']).errors).toContain('noise.log.gz was not read to its end: it is damaged');
	});

	test('wrong options are named', () => {
		for (const [args, message] of [
			[[], 'scan what?'],
			[['app.log', '--format', 'xml'], '--format is "xml"'],
			[['app.log', '--since', 'yesterday'], '--since is "yesterday"'],
			[['app.log', '--catalogue', 'acme'], 'there is no catalogue "acme"'],
			[['app.log', '--certainty', 'sure'], '--certainty is "sure"'],
			[['app.log', '--threads', '0'], '--threads is "0"'],
			[['app.log', '--nonsense'], 'Unknown option'],
		] as const) {
			const { code, errors } = faultbook(['scan', ...args]);
			expect(code).toBe(2);
			expect(errors).toContain(message);
		}
	});

	test('memory stays bounded, whatever the lines', () => {
		writeFileSync(join(folder, 'long.log'), '');
		for (let i = 0; i < 20; i++)
			appendFileSync(join(folder, 'long.log'), `${'x 4100 {"a":['.repeat(400_000)} qcloud code=4300 `);
		const { code, out, errors } = faultbook(['scan', 'long.log', '--format', 'ndjson'], { memory: 48 });
		expect(errors).toBe('');
		expect(code).toBe(0);
		expect(codesOf(out)).toHaveLength(20);
	});

	test('ends cleanly at Ctrl+C: what was found is there, and where it stopped', async () => {
		const child = spawn(process.execPath, [join(dist, 'cli.js'), 'scan', '-', '--format', 'json'], { cwd: folder });
		let out = '';
		let errors = '';
		child.stdout.on('data', (part) => {
			out += part;
		});
		child.stderr.on('data', (part) => {
			errors += part;
		});
		// It may be gone before it has taken everything.
		child.stdin.on('error', () => {});
		// The input stays open: nothing more comes, and nothing ends.
		child.stdin.write(log.repeat(2_000));
		while (out.length < 1_000) await new Promise((resolve) => setTimeout(resolve, 20));
		child.kill('SIGINT');
		const code = await new Promise((resolve) => child.on('exit', resolve));
		expect(code).toBe(130);
		expect(JSON.parse(out).length).toBeGreaterThan(0);
		expect(errors).toMatch(/\(standard input\) was not read to its end: stopped at byte \d+/);
	});
});

test('scan --follow goes on as the file grows, is cut and replaced', async () => {
	const file = join(folder, 'grows.log');
	writeFileSync(file, 'qcloud code=4100\n');
	const child = spawn(process.execPath, [join(dist, 'cli.js'), 'scan', 'grows.log', '--follow', '--format', 'ndjson'], {
		cwd: folder,
	});
	let out = '';
	let errors = '';
	child.stdout.on('data', (part) => {
		out += part;
	});
	child.stderr.on('data', (part) => {
		errors += part;
	});
	const seen = async (expected: readonly string[]) => {
		const shown = () => rowsOf(out).map(({ line, code }) => `${line} ${code}`);
		for (const end = Date.now() + 15_000; Date.now() < end && shown().length < expected.length; )
			await new Promise((resolve) => setTimeout(resolve, 50));
		expect(shown()).toEqual(expected);
	};
	await seen(['1 4100']);
	appendFileSync(file, 'nothing\nqcloud co');
	await new Promise((resolve) => setTimeout(resolve, 600));
	appendFileSync(file, 'de=4200\n');
	await seen(['1 4100', '3 4200']);
	writeFileSync(file, 'qcloud code=4300\n');
	await seen(['1 4100', '3 4200', '1 4300']);
	renameSync(file, `${file}.1`);
	writeFileSync(file, 'qcloud code=4400\n');
	await seen(['1 4100', '3 4200', '1 4300', '1 4400']);
	child.kill('SIGINT');
	expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(0);
	expect(errors).toContain('grows.log was cut: reading from its beginning.');
	expect(errors).toContain('grows.log was replaced: reading the new one.');
});

describe('merge', () => {
	test('adds up what scans of parts gave', () => {
		const lines = log.trimEnd().split('\n');
		for (const [i, part] of [lines.slice(0, 3), lines.slice(3)].entries()) {
			writeFileSync(join(folder, `${i}.log`), `${part.join('\n')}\n`);
			const { out } = faultbook(['scan', `${i}.log`, '--summary', '--format', 'json']);
			writeFileSync(join(folder, `${i}.json`), out);
		}
		const whole = JSON.parse(faultbook(['scan', 'app.log', '--summary', '--format', 'json']).out);
		expect(JSON.parse(faultbook(['merge', '0.json', '1.json']).out)).toEqual(whole);
		expect(whole).toMatchObject({ faultbook: 1, kind: 'summary', lines: 7, hidden: 1 });
		expect(faultbook(['merge', '1.json', '0.json', '--format', 'text']).out).toContain('Authentication failed');
		const wrong = faultbook(['merge', '0.json', 'app.log', 'gone.json']);
		expect(wrong.code).toBe(2);
		expect(wrong.errors).toContain('app.log is no JSON');
		expect(wrong.errors).toContain('gone.json was not read: no such file or folder.');
	});
});
