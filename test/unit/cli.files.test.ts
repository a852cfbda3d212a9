/** Which files a path stands for, and how their bytes become text. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collectFiles, MAX_FILE_SIZE, readText } from '../../server/workspace/files.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'faultbook-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (path: string, data: string | Uint8Array = '') => {
	const file = join(folder, path);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, data);
	return file;
};

const collect = (...paths: string[]) =>
	collectFiles(paths, { workingFolder: folder, extensions: ['.ts', '.py'], exclude: DEFAULT_SETTINGS.exclude });

test('a folder stands for the files of known kinds in it, hidden ones too, links not followed', async () => {
	const wanted = ['b.ts', 'a/x.py', 'a/UPPER.TS', 'a/r.json', 'a/r.jsonl', 'a/r.ndjson', 'a/s.log', '.github/t.ts'];
	for (const path of wanted) write(`tree/${path}`);
	for (const path of ['a.txt', 'node_modules/m.ts', 'a/dist/d.ts', '.git/g.ts', 'a/m.min.js']) write(`tree/${path}`);
	write('outside/o.ts');
	symlinkSync(join(folder, 'outside'), join(folder, 'tree/link'), 'dir');
	const { files, problems } = await collect('tree');
	expect(files.map(({ shown }) => shown)).toEqual(wanted.map((path) => `tree/${path}`).sort());
	expect(files.every(({ named }) => !named)).toBe(true);
	expect(problems).toEqual([]);
});

test('names with the signs of globs are names', async () => {
	write('[app]/(x)/{y}.ts');
	const { files } = await collect('[app]');
	expect(files.map(({ shown }) => shown)).toEqual(['[app]/(x)/{y}.ts']);
});

test('of a folder what git leaves out is left out, unless it is named', async () => {
	write('repo/.git/HEAD');
	write('repo/.gitignore', '.venv/\nignored.py\n');
	for (const path of ['.venv/lib/a.py', 'ignored.py', 'kept.py']) write(`repo/${path}`);
	const shown = async (...paths: string[]) => (await collect(...paths)).files.map((file) => file.shown);
	expect(await shown('repo')).toEqual(['repo/kept.py']);
	expect(await shown('repo', 'repo/ignored.py')).toEqual(['repo/ignored.py', 'repo/kept.py']);
	expect(await shown('repo/.venv')).toEqual(['repo/.venv/lib/a.py']);
});

test('an empty path, a device and a pipe are problems, not the working folder and not for ever', async () => {
	expect((await collect('')).problems).toEqual(['a path is empty']);
	if (process.platform === 'win32') return;
	expect((await collect('/dev/zero')).problems).toEqual(['/dev/zero: neither a file nor a folder']);
});

test('what is given twice is checked once, and by name counts', async () => {
	write('twice/a.ts');
	const { files } = await collect('twice', 'twice/a.ts', './twice/../twice/a.ts');
	expect(files).toMatchObject([{ shown: 'twice/a.ts', named: true }]);
});

test('a path that stands for nothing is a problem of its own', async () => {
	write('there.ts');
	const { files, problems } = await collect('nowhere', 'there.ts');
	expect(files).toHaveLength(1);
	expect(problems).toEqual(['nowhere: no such file or folder']);
});

test.each([
	['UTF-8', Buffer.from('é😀')],
	['UTF-8 with a byte order mark', Buffer.from('\ufeffé😀')],
	['UTF-16, little-endian', Buffer.from('\ufeffé😀', 'utf16le')],
	['UTF-16, big-endian', Buffer.from('\ufeffé😀', 'utf16le').swap16()],
])('%s is read as an editor reads it', async (_what, bytes) => {
	expect(await readText(write('text.ts', bytes))).toEqual({ text: 'é😀' });
});

test('what is no text, too large or a folder is refused with a reason', async () => {
	expect((await readText(write('binary.ts', Uint8Array.of(0x7f, 0x45, 0, 1)))).refused).toMatch(/binary/);
	const large = write('large.log');
	truncateSync(large, MAX_FILE_SIZE + 1);
	expect((await readText(large)).refused).toMatch(/too large.*20 MB/);
	expect((await readText(folder)).refused).toMatch(/./);
	expect((await readText(join(folder, 'nowhere'))).refused).toBe('no such file or folder');
});
