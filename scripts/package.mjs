/** `npm run package`: builds, then writes the .vsix, always to the same ignored place. */
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { build } from './dist.mjs';
import { root, vsixFile } from './paths.mjs';

process.exitCode = await build();
if (process.exitCode === 0) {
	const { createVSIX } = await import('@vscode/vsce');
	// Everything is bundled: no node_modules in the package.
	await createVSIX({ cwd: root, packagePath: vsixFile, dependencies: false });
	console.log(`${basename(vsixFile)}: ${((await stat(vsixFile)).size / 1024 / 1024).toFixed(2)} MB`);
}
