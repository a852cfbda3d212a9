/** What esbuild is taught for our bundles: modules that load late, and `import.meta` in CommonJS. */
import { basename, dirname, resolve } from 'node:path';

/**
 * Turns `import('./x.ts')` into a `require` of a bundle of its own, made when it is first called. The module is there one
 * microtask later.
 * @param {(name: string, file: string) => void} found told of each such bundle; the file is absolute
 * @param {readonly string[]} shared modules, absolute, that become bundles of their own however they are imported: what
 * several bundles must not have a copy each of
 * @returns {import('esbuild').Plugin}
 */
export function lazyBundles(found, shared) {
	return {
		name: 'lazy-bundles',
		setup(context) {
			context.onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ kind, path, importer }) => {
				const file = resolve(dirname(importer), path);
				if (kind === 'entry-point' || (kind !== 'dynamic-import' && !shared.includes(file))) return undefined;
				const name = basename(path, '.ts');
				found(name, file);
				return { path: `./${name}.js`, external: true };
			});
		},
	};
}

/** ES modules find themselves by `import.meta.url`; in a bundle, which is CommonJS, that is the bundle's own file. */
export const importMeta = {
	define: { 'import.meta.url': 'importMetaUrl' },
	inject: [resolve(import.meta.dirname, 'importMetaUrl.mjs')],
};
