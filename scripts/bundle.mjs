/**
 * The bundles in dist/. Own modules behind an `import()` become bundles of their own, so that what starts first stays
 * small: Node reads and parses a whole file before it runs the first line of it, and the server's reply to
 * `initialize` should not wait for the engine.
 */
import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { importMeta, lazyBundles } from './bundlePlugins.mjs';
import { writeNotices } from './notices.mjs';
import { root } from './paths.mjs';

/** What starts, by the name of its bundle. */
const entries = {
	client: 'client/extension.ts',
	server: 'server/main.ts',
	cli: 'server/cli.ts',
	// A thread's program: it has no import that leads to it.
	scanWorker: 'server/workspace/scanWorker.ts',
};

/** The LSP library: what one copy throws the other would not know for its own. */
const shared = [resolve(root, 'server/workspace/lsp.ts')];

/** esbuild's messages as people read them: file, line, text. */
function describe({ location, text }) {
	return location ? `${location.file}:${location.line}:${location.column + 1}: ${text}` : text;
}

/**
 * Writes every bundle.
 * @param {string} folder where to
 * @returns {Promise<string[]>} problems, one line each; warnings count
 */
export async function bundle(folder) {
	const problems = [];
	/** Every file that some bundle contains. */
	const inputs = new Set();
	/** Bundles to be written: name → source, absolute. */
	const wanted = new Map();
	const add = (name, file) => {
		const known = wanted.get(name);
		if (known !== undefined && known !== file) {
			problems.push(
				`${relative(root, file)} and ${relative(root, known)} would both become dist/${name}.js. Rename one.`,
			);
		}
		wanted.set(name, file);
	};
	for (const [name, file] of Object.entries(entries)) {
		if (existsSync(resolve(root, file))) add(name, resolve(root, file));
		else console.warn(`${file} is missing: no dist/${name}.js.`);
	}
	// A Map also visits what is added on the way: lazy bundles may have lazy bundles.
	for (const [name, file] of wanted) {
		try {
			const { warnings, metafile } = await build({
				absWorkingDir: root,
				entryPoints: { [name]: file },
				outdir: folder,
				bundle: true,
				minify: true,
				// Beside the bundle for whoever debugs it, unnamed in it, and not shipped.
				sourcemap: 'external',
				metafile: true,
				platform: 'node',
				format: 'cjs',
				target: 'node20',
				external: ['vscode'],
				mainFields: ['module', 'main'],
				// Its ES module declares a `require` of its own around an `import()`: turned into one, that would call itself.
				alias: { 'web-tree-sitter': resolve(root, 'node_modules/web-tree-sitter/web-tree-sitter.cjs') },
				// `require` of a lazy bundle: Node's own `import()` would first start its loader of ES modules.
				supported: { 'dynamic-import': false },
				...importMeta,
				plugins: [lazyBundles(add, shared)],
				logLevel: 'silent',
			});
			problems.push(...warnings.map(describe));
			for (const file of Object.keys(metafile.inputs)) inputs.add(file);
		} catch (error) {
			if (!error.errors) throw error;
			problems.push(...error.errors.map(describe));
		}
	}
	problems.push(...(await writeNotices(folder, inputs)));
	return problems;
}
