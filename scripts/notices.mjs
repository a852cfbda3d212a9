/** The licences of what the bundles and grammars contain: most ask to be passed on with every copy. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLanguages } from './data.mjs';
import { root } from './paths.mjs';

/** The folder of the package that a bundled file belongs to; undefined for our own files. */
function packageFolder(file) {
	return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

/**
 * Writes `third-party-notices.txt`.
 * @param {string} folder where to
 * @param {Iterable<string>} inputs bundled files, relative to the top, `/` between their parts
 * @returns {Promise<string[]>} problems: packages without a licence
 */
export async function writeNotices(folder, inputs) {
	const { languages } = await readLanguages();
	// Copied rather than bundled
	const grammars = languages.map(({ grammar }) => `node_modules/${grammar}`);
	const folders = new Set([...grammars, ...inputs].map(packageFolder).filter((found) => found !== undefined));
	/** Name and version → notice: a package may be there twice in one version. */
	const notices = new Map();
	const problems = [];
	for (const place of folders) {
		const { name, version, license } = JSON.parse(await readFile(join(root, place, 'package.json'), 'utf8'));
		const file = (await readdir(join(root, place))).find((entry) => /^licen[cs]e([.-]|$)/i.test(entry));
		if (file) notices.set(`${name} ${version} (${license})`, await readFile(join(root, place, file), 'utf8'));
		else problems.push(`${place} has no licence file, but is part of the bundles.`);
	}
	const line = '-'.repeat(80);
	const text = [...notices]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([title, licence]) => `${line}\n${title}\n${line}\n\n${licence.replaceAll('\r\n', '\n').trim()}\n`);
	await writeFile(
		join(folder, 'third-party-notices.txt'),
		`Faultbook contains the following packages, each under its own licence.\n\n${text.join('\n')}`,
	);
	return problems;
}
