/** Which files the workspace index takes from the disk. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fileId } from '../../server/link/paths.ts';
import type { Service } from '../../server/service.ts';
import { Announcer } from '../../server/workspace/announcer.ts';
import { type ExclusionGlobs, Exclusions } from '../../server/workspace/exclusions.ts';
import { indexAround } from '../../server/workspace/indexAround.ts';
import { canonical } from '../../server/workspace/indexedFolder.ts';
import { entryOf, indexFiles, refusal, whyTooLarge } from '../../server/workspace/indexFiles.ts';
import type { LoadedEngine } from '../../server/workspace/openEngine.ts';
import { walk } from '../../server/workspace/walk.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { typescript } from '../protocol/samples.ts';
import { testService } from '../support/engine.ts';

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
	const paths: string[] = [];
	const problem = (message: string) => void paths.push(message);
	const exclusions = new Exclusions(root, { exclude: [], hidden: [], ...globs }, problem);
	const walked = walk({ root, exclusions, extensions: ['.ts', '.py'], apart: new Set(apart), problem });
	for await (const path of walked) {
		paths.push(path);
		// One entry alone is judged as the walk judges it.
		expect(await new Exclusions(root, { exclude: [], hidden: [], ...globs }, problem).takes(path, 'file')).toBe(true);
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
		const exclusions = new Exclusions(root, { exclude: [], hidden: [] }, (message) => expect(message).toBe(''));
		expect(await exclusions.takes('deep/logs/c.ts', 'file')).toBe(false);
		writeFileSync(join(root, '.gitignore'), '');
		exclusions.forget();
		expect(await exclusions.takes('deep/logs/c.ts', 'file')).toBe(true);
	});

	test('reads the rules above it, up to its repository, and what the repository keeps for itself', async () => {
		const top = root;
		write({
			'.gitignore': '*.gen.ts\n/packages/a/local/\nkeep.ts\n',
			'.git/info/exclude': 'mine.ts\n',
			'packages/.gitignore': '!keep.ts\n',
			'packages/a/b.ts': '',
			'packages/a/x.gen.ts': '',
			'packages/a/keep.ts': '',
			'packages/a/mine.ts': '',
			'packages/a/local/c.ts': '',
			'packages/a/.../odd.ts': '',
			// A repository within has its own rules.
			'packages/a/module/.git': 'gitdir: ../../../.git/modules/m\n',
			'.git/modules/m/info/exclude': 'own.ts\n',
			'packages/a/module/y.gen.ts': '',
			'packages/a/module/own.ts': '',
		});
		root = join(top, 'packages/a');
		try {
			expect(await found()).toEqual(['b.ts', 'keep.ts', '.../odd.ts', 'module/y.gen.ts']);
			// Opened on purpose, though git ignores it.
			root = join(top, 'packages/a/local');
			expect(await found()).toEqual(['c.ts']);
		} finally {
			root = top;
		}
	});

	test('has nothing above where there is no repository, and nothing outside', async () => {
		write({ '.gitignore': '*.ts\n', 'in/a.ts': '' });
		const exclusions = new Exclusions(join(root, 'in'), { exclude: [], hidden: [] }, () => {});
		expect(await exclusions.takes('a.ts', 'file')).toBe(true);
		expect(await exclusions.takes('../b.ts', 'file')).toBe(false);
		expect(await exclusions.takes('', 'folder')).toBe(true);
	});

	test('says which rules cannot be read', async () => {
		write({ '.gitignore/x': '', 'a.ts': '' });
		const problems: string[] = [];
		const exclusions = new Exclusions(root, { exclude: [], hidden: [] }, (message) => problems.push(message));
		expect(await exclusions.takes('a.ts', 'file')).toBe(true);
		expect(problems).toEqual([expect.stringMatching(/\.gitignore leaves out nothing.*it is a folder/)]);
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

	test('the size of a text counts, however it is written on disk', async () => {
		const { indexed, engine } = recorder();
		const chinese = '错'.repeat(400_000);
		const latin = 'a'.repeat(600_000);
		write({ 'a.ts': chinese });
		writeFileSync(join(root, 'b.ts'), Buffer.from(`\ufeff${latin}`, 'utf16le'));
		const entries = ['a.ts', 'b.ts'].map((path) => entryOf(join(root, path), path));
		const { refused } = await indexFiles(engine.service, entries);
		expect([...indexed.keys()]).toEqual(['b.ts']);
		expect(refused.map(({ reason }) => reason)).toEqual(['too large (1.2 MB; the limit is 1 MB)']);
		expect([whyTooLarge(chinese), whyTooLarge(latin)]).toEqual(['too large (1.2 MB; the limit is 1 MB)', undefined]);
	});

	test('for the command line: what is checked first, then what is around, up to a limit', async () => {
		write({ 'src/z.ts': '', 'a.ts': '', 'b.ts': '', 'c.ts': '', 'node_modules/d.ts': '' });
		const { indexed, engine } = recorder();
		const file = (path: string) => ({ file: join(root, path), shown: path, named: true });
		const { remarks } = await indexAround(engine, [file('src/z.ts'), file('node_modules/d.ts')], root, 2);
		expect([...indexed.keys()]).toEqual(['src/z.ts', 'node_modules/d.ts', 'a.ts', 'b.ts']);
		expect(remarks).toEqual([expect.stringContaining('first 2 files')]);
		expect(await indexAround(recorder().engine, [file('src/z.ts')], root)).toEqual({ remarks: [], refused: [] });
	});

	test('for the command line: around is the nearest project, the working folder at most', async () => {
		write({
			'a/package.json': '',
			'a/src/x.ts': '',
			'a/y.ts': '',
			'b/go.mod': '',
			'b/z.ts': '',
			'top.ts': '',
			'c/d/e.ts': '',
		});
		const around = async (workingFolder: string, ...paths: string[]) => {
			const { indexed, engine } = recorder();
			const files = paths.map((path) => ({ file: join(root, path), shown: path, named: true }));
			await indexAround(engine, files, join(root, workingFolder));
			return [...indexed.keys()].map((path) => path.split('/').at(-1)).sort();
		};
		expect(await around('', 'a/src/x.ts')).toEqual(['x.ts', 'y.ts']);
		expect(await around('', 'a/src/x.ts', 'b/z.ts')).toEqual(['x.ts', 'y.ts', 'z.ts']);
		expect(await around('', 'c/d/e.ts')).toEqual(['e.ts', 'top.ts', 'x.ts', 'y.ts', 'z.ts']);
		expect(await around('a/src', 'a/src/x.ts')).toEqual(['x.ts']);
		expect(await around('b', 'a/src/x.ts')).toEqual(['x.ts', 'y.ts']);
		expect(await around('b', 'c/d/e.ts')).toEqual(['e.ts']);
	});

	test('nothing is read around where no source is checked', async () => {
		write({ 'a.ts': '', 'x.log': '' });
		const { indexed, engine } = recorder();
		await indexAround(engine, [{ file: join(root, 'x.log'), shown: 'x.log', named: true }], root);
		expect(indexed.size).toBe(0);
	});
});

test('a file has one name, however its URI is written', () => {
	const same = ['file:///c%3A/w/a.ts', 'file:///C:/w/a.ts', 'file:///c:/w/./x/../a.ts', 'file:///c:/w/%2e/a.ts'];
	expect(new Set(same.map(canonical))).toEqual(new Set(['file:///c%3A/w/a.ts']));
	expect(new Set(same.map(fileId))).toEqual(new Set(['file:///c:/w/a.ts']));
	expect(['file:///w/', 'file:///', 'file:///c:/', 'untitled:a/../b'].map(canonical)).toEqual([
		'file:///w',
		'file:///',
		'file:///c%3A/',
		'untitled:a/../b',
	]);
	expect(() => canonical('nonsense')).toThrow();
});

describe('the engine', () => {
	const file = (path: string, text: string) => {
		const uri = `file:///w/${path}`;
		return { uri, path, languageId: 'typescript', version: 1, text };
	};

	test('keeps nothing of a document that is closed while it is judged', async () => {
		const service = await testService();
		const document = file('a.ts', typescript);
		const late = service.model(document, DEFAULT_SETTINGS);
		service.close(document.uri);
		expect((await late).sightings).toEqual([]);
		expect((await service.model(document, DEFAULT_SETTINGS)).sightings.length).toBeGreaterThan(0);
	});

	test('says that others may see a difference exactly where its generation differs', async () => {
		const service = await testService();
		const steps = [
			() => service.index(file('a.ts', 'export const AUTH = 4100;\n')),
			() => service.index(file('a.ts', '// A word.\nexport const AUTH = 4100;\n')),
			// It shows nothing, but an import may mean it.
			() => service.index(file('a.tsx', '')),
			() => service.unindex('file:///w/a.tsx'),
			() => service.unindex('file:///w/a.tsx'),
		];
		const said: boolean[] = [];
		for (const step of steps) {
			const { generation } = service;
			said.push(await step());
			expect(service.generation !== generation).toBe(said.at(-1));
		}
		expect(said).toEqual([true, false, true, true, false]);
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
