/**
 * Lets the build read the project's own TypeScript: Node 20 cannot, so esbuild bundles the module and it is imported
 * from an ignored folder, from where the packages it uses are found as usual.
 */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { cacheDirectory, root } from './paths.mjs';

/** The bundle lies elsewhere than its sources: `import.meta` says where each of these stood. */
const sourcePlaces = {
	name: 'source-places',
	setup(bundle) {
		bundle.onLoad({ filter: /\.m?[jt]s$/ }, async ({ path }) => {
			const text = await readFile(path, 'utf8');
			if (!text.includes('import.meta.')) return undefined;
			const contents = text
				.replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
				.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
			return { contents, loader: path.endsWith('ts') ? 'ts' : 'js' };
		});
	},
};

/**
 * Imports a TypeScript module of the project.
 * @param {string} file relative to the top, `/` between its parts
 * @returns {Promise<Record<string, any>>} its exports
 * @throws {Error} esbuild's, with file and line, when it does not compile; the module's own
 */
export async function importTypeScript(file) {
	if (!existsSync(join(root, file))) throw new Error(`${file} is missing.`);
	const result = await build({
		absWorkingDir: root,
		entryPoints: [file],
		bundle: true,
		packages: 'external',
		plugins: [sourcePlaces],
		platform: 'node',
		format: 'esm',
		target: 'node20',
		write: false,
		logLevel: 'silent',
	});
	// Own name for each: two builds may run at once, a bundle may hold this very function, Node caches modules by name.
	const target = join(cacheDirectory, `import-${randomUUID()}.mjs`);
	await mkdir(cacheDirectory, { recursive: true });
	await writeFile(target, result.outputFiles[0].contents);
	try {
		return await import(pathToFileURL(target).href);
	} finally {
		await rm(target, { force: true });
	}
}
