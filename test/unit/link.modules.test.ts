/** Which file an import means, in workspaces that are not as tidy as one would like. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Modules } from '../../server/languages/modulesSchema.ts';
import { NO_FACTS } from '../../server/link/facts.ts';
import { follow } from '../../server/link/follow.ts';
import { fileId, join } from '../../server/link/paths.ts';
import { Reach } from '../../server/link/reach.ts';
import { View } from '../../server/link/view.ts';
import { Workspace } from '../../server/link/workspace.ts';
import { testLanguages } from '../support/engine.ts';

const rules = new Map<string, Modules>();
beforeAll(async () => {
	for (const { id, modules } of await testLanguages()) if (modules) rules.set(id, modules);
});

const at = (path: string): string => `file:///w/${path}`;

/** The files that `source` means to `from`, among `files`. */
function meant(language: string, source: string, from: string, files: readonly string[]): string[] {
	const modules = rules.get(language) as Modules;
	const workspace = new Workspace();
	for (const path of files)
		workspace.put({ id: at(path), modules, package: '', facts: NO_FACTS, mentions: [], hasCodes: false });
	return workspace.resolve(source, at(from), modules).files.map((id) => id.replace(at(''), ''));
}

describe('TypeScript and JavaScript', () => {
	test.each([
		['./codes', 'src/app.ts', ['src/codes.ts', 'src/codes/index.ts'], ['src/codes.ts']],
		['./codes', 'src/app.ts', ['src/codes/index.ts'], ['src/codes/index.ts']],
		['./codes.js', 'src/app.ts', ['src/codes.ts'], ['src/codes.ts']],
		['./codes.ts', 'src/app.ts', ['src/codes.ts'], ['src/codes.ts']],
		['./error.codes', 'src/app.ts', ['src/error.codes.ts'], ['src/error.codes.ts']],
		['.', 'src/app.ts', ['src/index.ts'], ['src/index.ts']],
		['..', 'src/deep/app.ts', ['src/index.ts'], ['src/index.ts']],
		['../../../../codes', 'src/app.ts', ['codes.ts'], []],
		['@/codes', 'web/src/deep/app.ts', ['web/src/codes.ts', 'codes.ts'], ['web/src/codes.ts']],
		['src/codes', 'web/src/deep/app.ts', ['web/src/codes.ts'], ['web/src/codes.ts']],
		// Packages, whatever the workspace calls its files
		['codes', 'src/app.ts', ['src/codes.ts', 'codes.ts'], []],
		['@acme/codes', 'src/app.ts', ['src/@acme/codes.ts'], []],
	])('%s from %s', (source, from, files, expected) => {
		expect(meant('typescript', source, from, files)).toEqual(expected);
	});
});

describe('Python', () => {
	test.each([
		['.codes', 'app/main.py', ['app/codes.py', 'codes.py'], ['app/codes.py']],
		['..codes', 'app/sub/main.py', ['app/codes.py', 'app/sub/codes.py'], ['app/codes.py']],
		['.', 'app/main.py', ['app/__init__.py'], ['app/__init__.py']],
		['app.codes', 'app/sub/main.py', ['app/codes.py'], ['app/codes.py']],
		['app.codes', 'tests/x.py', ['src/app/codes/__init__.py'], ['src/app/codes/__init__.py']],
		['app.codes', 'tools/run.py', ['services/one/app/codes.py'], ['services/one/app/codes.py']],
		// Two places end so, and none is above the file
		['app.codes', 'tools/run.py', ['services/one/app/codes.py', 'services/two/app/codes.py'], []],
		['codes', 'tools/run.py', ['services/codes.py'], []],
	])('%s from %s', (source, from, files, expected) => {
		expect(meant('python', source, from, files)).toEqual(expected);
	});
});

describe('Go', () => {
	test.each([
		[
			'acme.example/tool/internal/codes',
			'main.go',
			['internal/codes/a.go', 'internal/codes/b.go', 'internal/codes/x.txt'],
			['internal/codes/a.go', 'internal/codes/b.go'],
		],
		['acme.example/tool/codes', 'cmd/main.go', ['codes/a.go'], ['codes/a.go']],
		// The longest end wins, then the folder nearest to the file
		['acme.example/tool/b/codes', 'a/main.go', ['a/codes/a.go', 'b/codes/b.go'], ['b/codes/b.go']],
		[
			'acme.example/one/internal/codes',
			'one/main.go',
			['one/internal/codes/a.go', 'two/internal/codes/b.go'],
			['one/internal/codes/a.go'],
		],
		['github.com/pkg/errors', 'cmd/main.go', ['internal/deep/errors/a.go'], []],
		['errors', 'main.go', ['errors/a.go'], []],
	])('%s from %s', (source, from, files, expected) => {
		expect(meant('go', source, from, files)).toEqual(expected);
	});
});

describe('by name', () => {
	const modules = (): Modules => ({ ...(rules.get('go') as Modules), by: 'name' });
	const workspaceOf = (of: Modules, files: Readonly<Record<string, Readonly<Record<string, string>>>>): Workspace => {
		const workspace = new Workspace();
		for (const [path, constants] of Object.entries(files)) {
			const definitions = Object.fromEntries(
				Object.entries(constants).map(([name, text]) => [name, { kind: 'value' as const, text }]),
			);
			const facts = { ...NO_FACTS, definitions };
			workspace.put({ id: at(path), modules: of, package: '', facts, mentions: [], hasCodes: true });
		}
		return workspace;
	};
	const read = (workspace: Workspace, of: Modules, from: string, path: string, source?: string) => {
		const found = follow(
			workspace,
			{ id: at(from), modules: of, package: '', facts: NO_FACTS },
			path.split('.'),
			source,
		);
		return found?.kind === 'value' ? found.text : undefined;
	};

	test.each([
		['the only one', { 'a/x': { 'Codes.AUTH': '4100' } }, 'b/app', 'Codes.AUTH', '4100'],
		['with its package before it', { 'a/x': { 'Codes.AUTH': '4100' } }, 'b/app', 'com.acme.Codes.AUTH', '4100'],
		['a type within another', { 'a/x': { 'Acme.Codes.AUTH': '4100' } }, 'b/app', 'Codes.AUTH', '4100'],
		['of two, none', { 'a/x': { AUTH: '4100' }, 'c/y': { AUTH: '4300' } }, 'b/app', 'AUTH', undefined],
		['of two, the one beside', { 'a/x': { AUTH: '4100' }, 'b/y': { AUTH: '4300' } }, 'b/app', 'AUTH', '4300'],
		[
			'of two, the one called so',
			{ 'a/codes': { AUTH: '4100' }, 'a/more': { AUTH: '4300' } },
			'b/app',
			'codes.AUTH',
			'4100',
		],
		[
			'in a folder called so',
			{ 'codes/mod': { AUTH: '4100' }, 'a/more': { AUTH: '4300' } },
			'b/app',
			'codes.AUTH',
			'4100',
		],
		['not what it declares itself elsewhere', { 'b/app': { AUTH: '4100' } }, 'b/app', 'AUTH', undefined],
	])('%s', (_, files, from, path, expected) => {
		const of = modules();
		expect(read(workspaceOf(of, files), of, from, path)).toBe(expected);
	});

	test('an import says what stands before a name', () => {
		const of = modules();
		const workspace = workspaceOf(of, { 'a/codes': { AUTH: '4100' }, 'a/more': { AUTH: '4300' } });
		expect(read(workspace, of, 'b/app', 'AUTH', 'crate::codes')).toBe('4100');
		expect(read(workspace, of, 'b/app', 'AUTH', 'Acme\\More')).toBe('4300');
	});

	test('follows files that come, change and go', () => {
		const of = modules();
		const workspace = workspaceOf(of, { 'a/x': { AUTH: '4100' } });
		const put = (path: string, text: string) =>
			workspace.put({
				...{ id: at(path), modules: of, package: '', mentions: [], hasCodes: true },
				facts: { ...NO_FACTS, definitions: { AUTH: { kind: 'value', text } } },
			});
		put('c/y', '4300');
		expect(read(workspace, of, 'b/app', 'AUTH')).toBeUndefined();
		workspace.remove(at('a/x'));
		expect(read(workspace, of, 'b/app', 'AUTH')).toBe('4300');
		put('c/y', '5000');
		expect(read(workspace, of, 'b/app', 'AUTH')).toBe('5000');
		expect(workspace.namesDeclared('if code == AUTH', of)).toBe(true);
		expect(workspace.namesDeclared('if code == AUTHOR', of)).toBe(false);
	});
});

test('paths are put together within their root', () => {
	expect(join('file:///w/a', '../b/./c')).toBe('file:///w/b/c');
	expect(join('file:///w', '../../x')).toBeUndefined();
	expect(join('vscode-remote://host+1/w/a', './b')).toBe('vscode-remote://host+1/w/a/b');
	expect(fileId('file:///w/my%20app/%C3%A9.ts?x#y')).toBe('file:///w/my app/é.ts');
	expect(fileId('file:///C%3A/w/a.ts')).toBe(fileId('file:///c:/w/a.ts'));
	expect(fileId('file:///w/100%.ts')).toBe('file:///w/100%.ts');
});

describe('what is remembered', () => {
	const NAMES = ['codes', 'app', 'util', 'pkg'];
	const path = fc.tuple(fc.subarray(NAMES, { maxLength: 2 }), fc.constantFrom(...NAMES, 'index', '__init__'));
	const steps = fc.array(
		fc.record({
			path,
			ending: fc.constantFrom('.ts', '.js', '.py', '.go'),
			isGone: fc.boolean(),
			hasCodes: fc.boolean(),
			imports: fc.array(fc.nat(20), { maxLength: 3 }),
		}),
		{ minLength: 1, maxLength: 25 },
	);
	const LANGUAGE: Readonly<Record<string, string>> = {
		'.ts': 'typescript',
		'.js': 'javascript',
		'.py': 'python',
		'.go': 'go',
	};
	const SOURCES: Readonly<Record<string, readonly string[]>> = {
		typescript: ['./codes', './codes.js', '../app', '@/pkg/util', './pkg', '.', '..', './pkg/', 'codes'],
		javascript: ['./codes', './codes.js', '../app', '@/pkg/util', './pkg', '.', '..', './pkg/', 'codes'],
		python: ['codes', 'pkg.codes', '.', '..', '.codes', '..app', 'app.util', ' . pkg', 'pkg'],
		go: ['example.com/w/codes', 'example.com/w/app/util', 'w/pkg', 'fmt', 'pkg/'],
	};
	const RULES = ['typescript', 'javascript', 'python', 'go'];
	const FROM = ['main', 'app/main', 'pkg/main', 'app/pkg/main', 'codes/util/main'];

	test('is what would be found afresh, whatever files come and go', () => {
		fc.assert(
			fc.property(steps, (all) => {
				const kept = new Workspace();
				const reach = new Reach(kept);
				for (const {
					path: [folders, name],
					ending,
					isGone,
					hasCodes,
					imports,
				} of all) {
					const language = LANGUAGE[ending] ?? '';
					const id = at([...folders, name + ending].join('/'));
					const bindings = imports.map((i) => ({
						...{ what: 'name' as const, imported: 'A', local: 'A', exported: false },
						source: SOURCES[language]?.[i % (SOURCES[language]?.length ?? 1)] ?? '',
					}));
					if (isGone) kept.remove(id);
					else
						kept.put({
							...{ id, modules: rules.get(language) as Modules, package: '', mentions: [], hasCodes },
							facts: { ...NO_FACTS, bindings, definitions: hasCodes ? { A: { kind: 'value', text: '4100' } } : {} },
						});
					const fresh = new Workspace();
					for (const file of kept.files()) fresh.put(file);
					const freshReach = new Reach(fresh);
					for (const file of kept.files()) expect(reach.fromFile(file.id), file.id).toBe(freshReach.fromFile(file.id));
					for (const each of RULES)
						for (const from of FROM)
							for (const source of SOURCES[each] ?? []) {
								const asked = [source, at(from), rules.get(each) as Modules] as const;
								expect(kept.resolve(...asked), `${each} ${from} ${source}`).toEqual(fresh.resolve(...asked));
							}
				}
			}),
			{ numRuns: 60 },
		);
	});

	test('says of each language what its own rules say', () => {
		const workspace = new Workspace();
		for (const ending of ['.ts', '.js'])
			workspace.put({
				...{ id: at(`codes${ending}`), modules: rules.get('go') as Modules, package: '', facts: NO_FACTS },
				...{ mentions: [], hasCodes: false },
			});
		const meantBy = (language: string) => workspace.resolve('./codes', at('app'), rules.get(language) as Modules).files;
		expect(meantBy('typescript')).toEqual([at('codes.ts')]);
		expect(meantBy('javascript')).toEqual([at('codes.js')]);
	});

	test('of a document that somebody types in does not grow for ever', () => {
		const file = { id: at('app.ts'), modules: rules.get('typescript') as Modules, package: '', facts: NO_FACTS };
		const view = new View(new Workspace(), file);
		for (let i = 0; i < 300; i++) view.name([`name${i}`]);
		expect(view.isOvergrown()).toBe(false);
		for (let i = 0; i < 1200; i++) view.name([`typed${i}`]);
		expect(view.isOvergrown()).toBe(false);
		for (let i = 1200; i < 1400; i++) view.name([`typed${i}`]);
		expect(view.isOvergrown()).toBe(true);
	});
});
