/** Which file an import means, in workspaces that are not as tidy as one would like. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Modules } from '../../server/languages/language.ts';
import { NO_FACTS } from '../../server/link/facts.ts';
import { fileId, join } from '../../server/link/paths.ts';
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

test('paths are put together within their root', () => {
	expect(join('file:///w/a', '../b/./c')).toBe('file:///w/b/c');
	expect(join('file:///w', '../../x')).toBeUndefined();
	expect(join('vscode-remote://host+1/w/a', './b')).toBe('vscode-remote://host+1/w/a/b');
	expect(fileId('file:///w/my%20app/%C3%A9.ts?x#y')).toBe('file:///w/my app/é.ts');
	expect(fileId('file:///C%3A/w/a.ts')).toBe(fileId('file:///c:/w/a.ts'));
	expect(fileId('file:///w/100%.ts')).toBe('file:///w/100%.ts');
});
