/** Makes dist/, whole or not at all: a failed build leaves the last one as it was. */
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { compileData } from './data.mjs';
import { cacheDirectory, distDirectory } from './paths.mjs';

const staging = join(cacheDirectory, `dist-${process.pid}`);
const replaced = join(cacheDirectory, `dist-old-${process.pid}`);

/** All files below a folder with their sizes, `/` between the parts. */
async function sizes(folder, prefix = '') {
	const rows = [];
	for (const entry of await readdir(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) rows.push(...(await sizes(path, `${prefix}${entry.name}/`)));
		else rows.push({ file: prefix + entry.name, bytes: (await stat(path)).size });
	}
	return rows;
}

/** Builds. Gives the exit code: 1 where something is wrong, which it has printed. */
export async function build() {
	try {
		return await buildInto(staging);
	} finally {
		await Promise.all([staging, replaced].map((folder) => rm(folder, { recursive: true, force: true })));
	}
}

async function buildInto(folder) {
	await mkdir(folder, { recursive: true });
	// Both, before giving up: a person mends what is wrong in one go.
	const problems = (await Promise.all([compileData(folder), bundle(folder)])).flat();
	if (problems.length > 0) {
		console.error(problems.join('\n'));
		console.error(`The build failed: ${problems.length} problem(s). ${distDirectory} is as it was.`);
		return 1;
	}
	await rename(distDirectory, replaced).catch((error) => {
		if (error.code !== 'ENOENT') throw error;
	});
	await rename(folder, distDirectory);
	const rows = (await sizes(distDirectory)).filter(({ file }) => !file.endsWith('.map'));
	for (const { file, bytes } of rows.sort((a, b) => a.file.localeCompare(b.file))) {
		console.log(`${(bytes / 1024).toFixed(1).padStart(8)} KB  dist/${file}`);
	}
	return 0;
}
