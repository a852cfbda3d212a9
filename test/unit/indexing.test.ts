/** Which files the workspace index takes from the disk. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Service } from '../../server/service.ts';
import { Announcer } from '../../server/workspace/announcer.ts';
import { type ExclusionGlobs, Exclusions } from '../../server/workspace/exclusions.ts';
import { indexAround } from '../../server/workspace/indexAround.ts';
import { entryOf, indexFiles, refusal } from '../../server/workspace/indexFiles.ts';
import type { LoadedEngine } from '../../server/workspace/openEngine.ts';
import { walk } from '../../server/workspace/walk.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';

let root: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'faultbook-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(files: Record<string, string>): void {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	}
}

async function found(globs: Partial<ExclusionGlobs> = {}, apart: string[] = []): Promise<string[]> {
	const exclusions = new Exclusions(root, { exclude: [], hidden: [], ...globs });
	const paths: string[] = [];
	const problem = (message: string) => paths.push(message);
	const walked = walk({ root, exclusions, extensions: ['.ts', '.py'], apart: new Set(apart), problem });
	for await (const path of walked) {
		paths.push(path);
		// One entry alone is judged as the walk judges it.
		expect(await new Exclusions(root, { exclude: [], hidden: [], ...globs }).takes(path, 'file')).toBe(true);
	}
	return paths;
}

describe('the walk', () => {
	test('finds source files in order, whatever the case of their endings, hidden folders too', async () => {
		write({ 'b.ts': '', 'a/z.PY': '', 'a/b/c.ts': '', '.config/x.ts': '', 'readme.md': '', '.git/hooks/y.py': '' });
		expect(await found()).toEqual(['b.ts', '.config/x.ts', 'a/z.PY', 'a/b/c.ts']);
	});

	test('passes by what the default of faultbook.exclude names', async () => {
		write({ 'node_modules/x/a.ts': '', 'src/vendor/b.ts': '', 'src/c.ts': '', 'dist/d.ts': '' });
		expect(await found({ exclude: DEFAULT_SETTINGS.exclude })).toEqual(['src/c.ts']);
	});

	test('takes an exclude for what it is for open documents, and files.exclude as VS Code does', async () => {
		write({ 'src/a.ts': '', 'src/deep/b.ts': '', 'lib/c.ts': '' });
		expect(await found({ exclude: ['src/*', 'lib'] })).toEqual(['lib/c.ts', 'src/deep/b.ts']);
		expect(await found({ hidden: ['src/deep', 'lib'] })).toEqual(['src/a.ts']);
	});

	test('reads .gitignore files as git does', async () => {
		write({
			'.gitignore': '/build\n*.gen.ts\n!keep.gen.ts\nlogs/\n',
			'build/a.ts': '',
			'src/build/b.ts': '',
			'src/x.gen.ts': '',
			'src/keep.gen.ts': '',
			'src/.gitignore': 'keep.gen.ts\n!x.gen.ts\n# comment\n\n/only.ts\n',
			'src/only.ts': '',
			'src/in/only.ts': '',
			'deep/logs/.gitignore': '!*',
			'deep/logs/c.ts': '',
		});
		expect(await found()).toEqual(['src/x.gen.ts', 'src/build/b.ts', 'src/in/only.ts']);
		const exclusions = new Exclusions(root, { exclude: [], hidden: [] });
		expect(await exclusions.takes('deep/logs/c.ts', 'file')).toBe(false);
		writeFileSync(join(root, '.gitignore'), '');
		exclusions.forget();
		expect(await exclusions.takes('deep/logs/c.ts', 'file')).toBe(true);
	});

	test('leaves folders apart that others look after', async () => {
		write({ 'a.ts': '', 'inner/b.ts': '' });
		expect(await found({}, [join(root, 'inner')])).toEqual(['a.ts']);
	});
});

/** Stands for the engine: notes what it is given, and takes nothing that holds `broken`. */
function recorder() {
	const indexed = new Map<string, string>();
	const service = {
		async index({ path, text }: { path: string; text: string }) {
			if (text.includes('broken')) throw new Error('it is broken');
			indexed.set(path, text);
			return true;
		},
		unindex: () => false,
	} as unknown as Service;
	const engine = { service, extensions: ['.ts'] } as unknown as LoadedEngine;
	return { indexed, engine };
}

describe('reading into the index', () => {
	test('files one by one, what cannot be read named, until it is told to stop', async () => {
		write({ 'a.ts': 'one', 'b.ts': 'broken', 'd.ts': 'x'.repeat(1024 * 1024 + 1), 'e.ts': 'five', 'f.ts': 'six' });
		const { indexed, engine } = recorder();
		const entries = ['a.ts', 'b.ts', 'c.ts', 'd.ts', 'e.ts', 'f.ts'].map((path) => entryOf(join(root, path), path));
		const { done, refused } = await indexFiles(engine.service, entries, {
			turn: async (count) => count < 5,
			isSettled: (uri) => uri.endsWith('/a.ts'),
		});
		expect(done).toBe(5);
		expect([...indexed.keys()]).toEqual(['e.ts']);
		expect(refused.map(({ entry, reason }) => [entry.path, reason])).toEqual([
			['b.ts', 'it is broken'],
			['c.ts', 'no such file or folder'],
			['d.ts', expect.stringContaining('too large')],
		]);
		expect(refusal(refused)).toMatch(/b\.ts \(it is broken\), c\.ts .*, d\.ts \(too large .*\)\.$/);
	});

	test('for the command line: what is checked first, then what is around, up to a limit', async () => {
		write({ 'src/z.ts': '', 'a.ts': '', 'b.ts': '', 'c.ts': '', 'node_modules/d.ts': '' });
		const { indexed, engine } = recorder();
		const file = (path: string) => ({ file: join(root, path), shown: path, named: true });
		const remarks = await indexAround(engine, [file('src/z.ts'), file('node_modules/d.ts')], root, 2);
		expect([...indexed.keys()]).toEqual(['src/z.ts', 'node_modules/d.ts', 'a.ts', 'b.ts']);
		expect(remarks).toEqual([expect.stringContaining('first 2 files')]);
		expect(await indexAround(recorder().engine, [file('src/z.ts')], root)).toEqual([]);
	});

	test('nothing is read around where no source is checked', async () => {
		write({ 'a.ts': '', 'x.log': '' });
		const { indexed, engine } = recorder();
		await indexAround(engine, [{ file: join(root, 'x.log'), shown: 'x.log', named: true }], root);
		expect(indexed.size).toBe(0);
	});
});

describe('telling of changes', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	test('several at once are told once, and none where nothing changed', () => {
		let generation = 1;
		let told = 0;
		const announcer = new Announcer(
			() => generation,
			() => {
				told += 1;
			},
		);
		announcer.look(false);
		vi.advanceTimersByTime(5000);
		expect(told).toBe(0);
		for (generation = 2; generation < 10; generation += 1) announcer.look(false);
		vi.advanceTimersByTime(150);
		expect(told).toBe(1);
		announcer.look(false);
		vi.advanceTimersByTime(5000);
		expect(told).toBe(1);
	});

	test('while much is read it is told now and then, and soon after the end', () => {
		let generation = 1;
		let told = 0;
		const announcer = new Announcer(
			() => generation,
			() => {
				told += 1;
			},
		);
		for (; generation < 300; generation += 1) {
			announcer.look(true);
			vi.advanceTimersByTime(10);
		}
		expect(told).toBe(2);
		announcer.look(false);
		vi.advanceTimersByTime(150);
		expect(told).toBe(3);
	});
});
