/**
 * What the fixes write is compiled: TypeScript is type-checked (so that a stub uses no name that is not there), Python
 * is byte-compiled, and Go goes through gofmt, the latter two where their tools are installed.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FIXTURES, goldenNames } from '../support/fixtures.ts';

const goldens = (language: string): string[] => goldenNames(language).map((name) => join(FIXTURES, language, name));

/** The first of these commands that runs here. */
function tool(...commands: readonly [string, ...string[]][]): string | undefined {
	return commands.find(([command, ...check]) => spawnSync(command, check).status === 0)?.[0];
}

/** Every name that these files import, declared as anything, so that only their own text is checked. */
function declarations(texts: readonly string[]): string {
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
declare const process: { exit(code?: number): never };
${declared.join('\n')}
`;
}

test('TypeScript and TSX after fixes have no type error', () => {
	const folder = mkdtempSync(join(tmpdir(), 'faultbook-goldens-'));
	try {
		const texts: string[] = [];
		for (const [language, extension] of [
			['typescript', 'ts'],
			['tsx', 'tsx'],
		] as const) {
			for (const name of goldenNames(language)) {
				const text = readFileSync(join(FIXTURES, language, name), 'utf8');
				texts.push(text);
				writeFileSync(join(folder, `${name.replace(/\.golden$/, '')}.${extension}`), text);
			}
		}
		expect(texts.length).toBeGreaterThan(0);
		writeFileSync(join(folder, 'modules.d.ts'), declarations(texts));
		const compilerOptions = {
			...{ strict: true, noImplicitAny: false, noEmit: true, jsx: 'preserve', types: [], lib: ['ES2022', 'DOM'] },
			...{ target: 'ES2022', module: 'ESNext', moduleResolution: 'bundler', allowImportingTsExtensions: true },
		};
		writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*'] }));
		const compiler = join(createRequire(import.meta.url).resolve('typescript/package.json'), '..', 'bin', 'tsc');
		const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], {
			encoding: 'utf8',
		});
		expect(stdout).toBe('');
		expect(status).toBe(0);
	} finally {
		rmSync(folder, { recursive: true });
	}
});

const python = tool(['python3', '--version'], ['python', '--version']);
if (python) {
	test('Python after fixes compiles', () => {
		const script = 'import sys\nfor path in sys.argv[1:]: compile(open(path, encoding="utf-8").read(), path, "exec")';
		expect(goldens('python').length).toBeGreaterThan(0);
		expect(() => execFileSync(python, ['-W', 'error', '-c', script, ...goldens('python')])).not.toThrow();
	});
}

// Without arguments it formats its empty input.
const gofmt = tool(['gofmt']);
if (gofmt) {
	test('Go after fixes is accepted by gofmt', () => {
		expect(goldens('go').length).toBeGreaterThan(0);
		expect(() => execFileSync(gofmt, ['-e', ...goldens('go')])).not.toThrow();
	});
}
