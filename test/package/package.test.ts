/** What ships: the files of the package, its size, and that it runs without the rest of the project. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFiles, PackageManager } from '@vscode/vsce';
import { beforeAll, expect, test } from 'vitest';

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
	/^dist\/(?:rivals\.json|third-party-notices\.txt)$/,
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

test('the shipped files explain a code with nothing else around', () => {
	const folder = mkdtempSync(join(tmpdir(), 'faultbook-package-'));
	try {
		for (const file of shipped) cpSync(join(root, file), join(folder, file));
		const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', 'explain', '4100'], {
			cwd: folder,
			encoding: 'utf8',
		});
		expect(stderr).toBe('');
		expect(stdout).toContain('4100');
		expect(status).toBe(0);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
