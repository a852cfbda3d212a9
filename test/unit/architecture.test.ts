/**
 * The import rules of the house (docs/architecture.md). The compiler's project references already keep Node and the
 * DOM out of the engine; this holds what types cannot say.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'jsonc-parser';
import { expect, test } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Files below a folder, relative to the top, `/` between their parts. */
function files(folder: string, ending = '.ts'): string[] {
	return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = `${folder}/${entry.name}`;
		if (entry.isDirectory()) return files(path, ending);
		return entry.name.endsWith(ending) ? [path] : [];
	});
}

const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** What a file imports, types included: own files relative to the top, packages by name. The formatter keeps it so plain. */
function imports(file: string): string[] {
	const found = read(file).matchAll(/(?:^import|\bfrom|\bimport\() ?'([^']+)'/gm);
	return [...found].map(([, name = '']) => (name.startsWith('.') ? posix.join(dirname(file), name) : name));
}

/** The files of `folder` that import something `forbidden` says yes to, as `file → import`. */
function violations(sources: readonly string[], forbidden: (name: string, file: string) => boolean): string[] {
	return sources.flatMap((file) =>
		imports(file)
			.filter((name) => forbidden(name, file))
			.map((name) => `${file} → ${name}`),
	);
}

const server = files('server');
/** What server/tsconfig.json leaves to the shells. */
const shellNames: string[] = parse(read('server/tsconfig.json')).exclude;
const isShell = (file: string) =>
	shellNames.some((name) => file === `server/${name}` || file.startsWith(`server/${name}/`));
const engine = server.filter((file) => !isShell(file));

test('the imports are found at all', () => {
	expect(imports('server/service.ts')).toContain('server/model.ts');
	expect(imports('server/service.ts')).toContain('shared/settings.ts');
});

test('the engine imports no shell, no Node module and no part of the LSP', () => {
	expect(
		violations(
			engine,
			(name) => isShell(name) || name.startsWith('node:') || name.startsWith('vscode-languageserver') || name === 'fs',
		),
	).toEqual([]);
});

test('the engine has no clock, no chance and no state of its own', () => {
	const impure = engine.flatMap((file) =>
		[
			...read(file).matchAll(
				/^(?:export )?let \w+|\b(?:Date\.now|new Date(?=\(\)|;)|Math\.random|performance\.now|globalThis)\b/gm,
			),
		].map(([text]) => `${file}: ${text}`),
	);
	expect(impure).toEqual([]);
});

test('features do not import features', () => {
	const isFeature = (name: string) => name.startsWith('server/features/');
	expect(violations(server.filter(isFeature), isFeature)).toEqual([]);
});

test('client and server know each other by shared/ alone', () => {
	expect(violations(files('client'), (name) => name.startsWith('server/'))).toEqual([]);
	expect(violations(server, (name) => name.startsWith('client/') || name === 'vscode')).toEqual([]);
	expect(violations(files('shared'), (name) => !name.startsWith('shared/'))).toEqual([]);
});

test('languages and formats are data', () => {
	const code = server.filter((file) => /^server\/(?:languages|formats)\/[^/]+\//.test(file));
	expect(code).toEqual([]);
});

test('nothing outside its folder knows a language by its name', () => {
	const ids = readdirSync(join(root, 'server/languages'), { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name);
	expect(ids.length).toBeGreaterThan(0);
	const named = new RegExp(`'(?:${[...ids, 'typescriptreact', 'javascriptreact'].join('|')})'`, 'g');
	const places = [...server, ...files('client')].flatMap((file) =>
		[...read(file).matchAll(named)].map(([text]) => `${file}: ${text}`),
	);
	expect(places).toEqual([]);
});
