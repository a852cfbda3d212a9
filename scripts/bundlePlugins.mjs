/** What esbuild is taught for our bundles: modules that load late, and `import.meta` in CommonJS. */
import { basename, dirname, resolve } from 'node:path';

/**
 * Turns `import('./x.ts')` into a `require` of a bundle of its own, made when it is first called.
 * @param {(name: string, file: string) => void} found told of each such bundle; the file is absolute
 * @returns {import('esbuild').Plugin}
 */
export function lazyBundles(found) {
	return {
		name: 'lazy-bundles',
		setup(context) {
			context.onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ kind, path, importer }) => {
				if (kind !== 'dynamic-import') return undefined;
				const name = basename(path, '.ts');
				found(name, resolve(dirname(importer), path));
				return { path: `./${name}.js`, external: true };
			});
		},
	};
}

/**
 * Loads Node modules that the LSP library requires at its top, but over stdio and IPC never or hardly uses, at their
 * first use: together they take some 5 % of what the server needs to answer `initialize`.
 * @type {import('esbuild').Plugin}
 */
export const lazyBuiltins = {
	name: 'lazy-builtins',
	setup(context) {
		const library = /[\\/]vscode-(?:jsonrpc|languageserver)[\\/]lib[\\/]node[\\/]/;
		context.onResolve({ filter: /^(?:crypto|net|child_process)$/ }, ({ path, importer }) =>
			library.test(importer) ? { path, namespace: 'lazy-builtin' } : undefined,
		);
		context.onLoad({ filter: /./, namespace: 'lazy-builtin' }, ({ path }) => ({
			contents: `const load = () => require('node:${path}');
				module.exports = new Proxy({}, {
					get: (_, name) => load()[name],
					has: (_, name) => name in load(),
					ownKeys: () => Reflect.ownKeys(load()),
					getOwnPropertyDescriptor: (_, name) => {
						const found = Object.getOwnPropertyDescriptor(load(), name);
						return found && { ...found, configurable: true };
					},
				});`,
		}));
	},
};

/** ES modules find themselves by `import.meta.url`; in a bundle, which is CommonJS, that is the bundle's own file. */
export const importMeta = {
	define: { 'import.meta.url': 'importMetaUrl' },
	inject: [resolve(import.meta.dirname, 'importMetaUrl.mjs')],
};
