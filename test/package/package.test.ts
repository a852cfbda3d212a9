/** What ships: the files of the package, its size, and that it runs without the rest of the project. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFiles, PackageManager } from '@vscode/vsce';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const vsix = join(root, 'faultbook.vsix');
/** Of the package, in bytes. */
const largest = 8 * 1024 * 1024;

/** Everything that may ship, and what each is for. A new kind of file is to be added here on purpose. */
const allowed: readonly RegExp[] = [
	/^package\.json$/,
	/^(?:README|CHANGELOG)\.md$/,
	/^LICENSE$/,
	/^dist\/\w+\.js$/,
	/^dist\/(?:rivals\.json|formats\.json|kernel\.wasm|third-party-notices\.txt)$/,
	/^dist\/(?:catalogues|languages)\/[\w-]+\.json$/,
	/^dist\/grammars\/[\w-]+\.wasm$/,
];

/** What would be missed. */
const needed: readonly string[] = [
	'package.json',
	'README.md',
	'CHANGELOG.md',
	'LICENSE',
	'dist/client.js',
	'dist/server.js',
	'dist/cli.js',
	'dist/rivals.json',
	'dist/third-party-notices.txt',
	'dist/catalogues/tencentcloud-v2.json',
	'dist/catalogues/tencentcloud-v3.json',
	'dist/languages/index.json',
	'dist/grammars/web-tree-sitter.wasm',
];

let shipped: string[];

beforeAll(async () => {
	if (!existsSync(vsix)) throw new Error('There is no faultbook.vsix. Run: npm run package');
	shipped = (await listFiles({ cwd: root, packageManager: PackageManager.None })).map((file) =>
		file.replaceAll('\\', '/'),
	);
});

test('nothing ships that is not on the list', () => {
	expect(shipped.filter((file) => !allowed.some((pattern) => pattern.test(file)))).toEqual([]);
});

test('everything that is needed ships', () => {
	expect(shipped).toEqual(expect.arrayContaining([...needed]));
});

test('every language ships with its grammar', () => {
	const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));
	const index: { id: string }[] = read('dist/languages/index.json');
	expect(index.length).toBeGreaterThan(0);
	for (const { id } of index) {
		expect(shipped).toContain(`dist/languages/${id}.json`);
		expect(shipped).toContain(`dist/grammars/${read(`dist/languages/${id}.json`).grammar}`);
	}
});

test('the package is smaller than 8 MB', () => {
	expect(statSync(vsix).size).toBeLessThan(largest);
});

describe('the shipped files, with nothing else around', () => {
	const folder = mkdtempSync(join(tmpdir(), 'faultbook-package-'));
	const cli = (...parameters: string[]) =>
		spawnSync(process.execPath, ['dist/cli.js', ...parameters], { cwd: folder, encoding: 'utf8' });

	beforeAll(() => {
		for (const file of shipped) cpSync(join(root, file), join(folder, file));
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	test('explain a code', () => {
		const { status, stdout, stderr } = cli('explain', '4100');
		expect(stderr).toBe('');
		expect(stdout).toContain('4100');
		expect(status).toBe(0);
	});

	// One file for each grammar: every one of them has to load from the package.
	test.each([
		[
			'reply.ts',
			'export const failed = (reply: Reply) => { if (reply.code === 0) return; if (reply.code === 4100) go(); };',
		],
		[
			'reply.tsx',
			'export const View = (reply: Reply) => { if (reply.code === 0) return <p />; if (reply.code === 4100) go(); };',
		],
		['reply.js', 'export const failed = (reply) => { if (reply.code === 0) return; if (reply.code === 4100) go(); };'],
		[
			'reply.py',
			'def failed(reply):\n    if reply.code == 0:\n        return\n    if reply.code == 4100:\n        go()\n',
		],
		[
			'reply.go',
			'package a\nfunc failed(reply Reply) {\n\tif reply.Code == 0 {\n\t\treturn\n\t}\n\tif reply.Code == 4100 {\n\t\tgo2()\n\t}\n}\n',
		],
	])('read %s', (file, source) => {
		writeFileSync(join(folder, file), `${file.endsWith('.py') ? '#' : '//'} cvm.api.qcloud.com\n${source}`);
		const { stdout, stderr } = cli('check', file, '--format', 'json', '--explain');
		expect(stderr).not.toMatch(/cannot|not checked/);
		expect(stdout).toContain('"catalogue":');
	});
});
