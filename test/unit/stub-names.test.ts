/**
 * What the fixes write is type-checked, every fix of every finding of every fixture: TypeScript gets no type error by
 * it, JavaScript no name that is not there.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testService } from '../support/engine.ts';
import { applyEdits, fixtureNames, LANGUAGES, readFixture } from '../support/fixtures.ts';

let folder = '';
const texts: string[] = [];

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'faultbook-names-'));
	const service = await testService();
	for (const [language, { comment }] of Object.entries(LANGUAGES)) {
		if (comment !== '//' || language === 'go') continue;
		mkdirSync(join(folder, language));
		for (const file of fixtureNames(language)) {
			// What is broken before a fix is broken after it.
			if (file.startsWith('syntax-error')) continue;
			const { document, settings } = readFixture(language, file);
			write(language, `before-${file}`, document.text);
			const { findings } = await service.model(document, settings);
			const ids = new Set<string>();
			for (const finding of findings) {
				const fixes = await service.fixes(document, settings, finding, { commands: [] });
				for (const { id, command } of fixes) if (!command) ids.add(id);
			}
			for (const id of ids) {
				const text = applyEdits(document.text, (await service.edits(document, settings, id)) ?? []);
				write(language, `${texts.length}-${file}`, text);
			}
			service.close(document.uri);
		}
	}
}, 120_000);

function write(language: string, file: string, text: string): void {
	// A file of a fixture that holds several has slashes in its name.
	writeFileSync(join(folder, language, file.replace(/[#/]/g, '~')), text);
	texts.push(text);
}

afterAll(() => rmSync(folder, { recursive: true }));

/** Every name that these texts import, declared as anything, so that only their own text is checked. */
function declarations(): string {
	const modules = new Map<string, Set<string>>();
	for (const text of texts) {
		for (const [, whole, names = '', from = ''] of text.matchAll(
			/^import (?:type )?(?:(\w+)|\{([^}]*)\}) from ['"]([^'"]+)['"]/gm,
		)) {
			const known = modules.get(from) ?? new Set();
			modules.set(from, known);
			if (whole) known.add('default');
			for (const name of names.split(',')) known.add(name.replace('type ', '').trim());
		}
	}
	const declared = [...modules].map(([from, names]) => {
		const members = [...names]
			.filter(Boolean)
			.map((name) =>
				name === 'default'
					? 'const it: any; export default it;'
					: `export const ${name}: any; export type ${name} = any;`,
			);
		return `declare module '${from.replace(/^\.\.?\//, '*/')}' { ${members.join(' ')} }`;
	});
	return `declare namespace JSX { interface IntrinsicElements { [name: string]: any } }
declare const process: any, require: any, module: any, exports: any;
${declared.join('\n')}
`;
}

test('TypeScript has no type error after fixes, JavaScript no unknown name', { timeout: 120_000 }, () => {
	expect(texts.length).toBeGreaterThan(100);
	writeFileSync(join(folder, 'modules.d.ts'), declarations());
	const compilerOptions = {
		...{ strict: true, noImplicitAny: false, noEmit: true, jsx: 'preserve', types: [], lib: ['ES2022', 'DOM'] },
		...{ target: 'ES2022', module: 'ESNext', moduleResolution: 'bundler', allowImportingTsExtensions: true },
		...{ allowJs: true, checkJs: true, moduleDetection: 'force' },
	};
	const include = ['modules.d.ts', 'typescript/*', 'tsx/*', 'javascript/*', 'jsx/*'];
	writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include }));
	const compiler = join(createRequire(import.meta.url).resolve('typescript/package.json'), '..', 'bin', 'tsc');
	const run = spawnSync(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], {
		cwd: folder,
		encoding: 'utf8',
	});
	// Cannot find a name, with a suggestion, and as a shorthand property.
	const unknownName = /error TS(2304|2552|18004):/;
	const errors = run.stdout
		.split(/\r?\n/)
		.map((line) => /^(\w+)\/(\w+)-(.*)\(\d+,\d+\): (.*)$/.exec(line))
		.filter((found) => found !== null)
		.map(([line, language, which, file = '', message = '']) => ({ line, language, which, file, message }))
		.filter(({ file, message }) => !['.js', '.jsx'].includes(extname(file)) || unknownName.test(message));
	const before = new Set(
		errors.filter(({ which }) => which === 'before').map(({ file, message }) => `${file} ${message}`),
	);
	const written = errors.filter(({ which }) => which !== 'before');
	expect(written.filter(({ file, message }) => !before.has(`${file} ${message}`)).map(({ line }) => line)).toEqual([]);
	expect(run.stderr).toBe('');
	// 0: no error; 1 and 2: errors, which are listed above. Anything else is no answer.
	expect([0, 1, 2]).toContain(run.status);
});
