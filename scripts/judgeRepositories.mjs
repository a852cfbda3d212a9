/**
 * What the command line says of other people's code: every folder of a directory is checked whole, its findings are
 * listed, to be read by a person, and its dispatches counted.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import { readLanguages } from './data.mjs';
import { distDirectory } from './paths.mjs';
import { importTypeScript } from './typescript.mjs';

/** Runs `check --explain` on a folder. Gives its rows; what it says beside them is passed through. */
async function rowsOf(folder) {
	const cli = join(distDirectory, 'cli.js');
	if (!existsSync(cli)) throw new Error('dist/cli.js is missing. Run: npm run build');
	const child = spawn(process.execPath, [cli, 'check', '--explain', '--format', 'json', '.'], {
		cwd: folder,
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const chunks = [];
	for await (const chunk of child.stdout) chunks.push(chunk);
	const text = Buffer.concat(chunks).toString('utf8');
	try {
		return JSON.parse(text);
	} catch {
		throw new Error(`${folder}: check gave no JSON but ${text.length === 0 ? 'nothing' : text.slice(0, 200)}`);
	}
}

/** Files in one of our languages, and their lines; what Faultbook leaves alone by default is left out. */
async function sizeOf(folder) {
	const { SETTINGS } = await importTypeScript('shared/settings.ts');
	const { languages } = await readLanguages();
	const extensions = languages.flatMap((language) =>
		language.extensions.map((extension) => extension.replace('.', '')),
	);
	const files = await glob(`**/*.{${extensions.join(',')}}`, {
		cwd: folder,
		ignore: SETTINGS['faultbook.exclude'].default,
		dot: true,
		expandDirectories: false,
		followSymbolicLinks: false,
	});
	let lines = 0;
	for (const file of files) lines += (await readFile(join(folder, file), 'latin1')).split('\n').length;
	return { files: files.length, lines };
}

/** How often each value comes, the most frequent first: `12 fallback, 3 reported`. */
function tally(values) {
	const counts = new Map();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	const sorted = [...counts].sort(([, one], [, other]) => other - one);
	return sorted.map(([value, count]) => `${count} ${value}`).join(', ') || 'none';
}

/** Findings and dispatches of a folder's rows, told apart by what they carry. */
function sorted(rows) {
	return { findings: rows.filter((row) => 'rule' in row), dispatches: rows.filter((row) => 'outcome' in row) };
}

/**
 * Checks each folder of a directory and prints what is found there, finding by finding.
 * @param {string} directory
 * @returns {Promise<{name: string, files: number, lines: number, findings: object[], dispatches: object[]}[]>}
 * @throws {Error} where the directory holds no folder, or the command line is not built or fails
 */
export async function judgeRepositories(directory) {
	const entries = await readdir(directory, { withFileTypes: true });
	const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
	if (names.length === 0) throw new Error(`${directory} holds no folder to judge.`);
	const judged = [];
	for (const name of names.sort()) {
		const folder = join(directory, name);
		const { findings, dispatches } = sorted(await rowsOf(folder));
		const size = await sizeOf(folder);
		judged.push({ name, ...size, findings, dispatches });
		console.log(`\n${name}: ${size.files} files, ${size.lines} lines`);
		console.log(`  dispatches: ${tally(dispatches.map(({ outcome }) => outcome))}`);
		console.log(`  of them: ${tally(dispatches.map(({ certainty }) => certainty))}`);
		// A finding on a likely sighting is information; a row carries its certainty where the command line says it.
		console.log(
			`  findings: ${tally(findings.map(({ rule, certainty, severity }) => `${rule} (${certainty ?? severity})`))}`,
		);
		for (const { file, line, column, rule, severity, message } of findings)
			console.log(`    ${name}/${file}:${line}:${column}: ${severity} ${rule}: ${message}`);
	}
	return judged;
}

/** Rows of a table over all folders, the sum last. */
export function repositoryTable(judged) {
	const sum = {
		name: 'all',
		files: judged.reduce((total, { files }) => total + files, 0),
		lines: judged.reduce((total, { lines }) => total + lines, 0),
		findings: judged.flatMap(({ findings }) => findings),
		dispatches: judged.flatMap(({ dispatches }) => dispatches),
	};
	const number = (value) => value.toLocaleString('en');
	const row = ({ name, files, lines, findings, dispatches }) => [
		name,
		number(files),
		number(lines),
		number(dispatches.length),
		number(dispatches.filter(({ certainty }) => certainty !== 'possible').length),
		number(dispatches.filter(({ outcome }) => outcome === 'reported').length),
		number(findings.length),
		lines === 0 ? '-' : ((findings.length * 100_000) / lines).toFixed(2),
	];
	return [
		['', 'files', 'lines', 'dispatches', 'certain or likely', 'reported', 'findings', 'findings per 100,000 lines'],
		...[...judged, sum].map(row),
	];
}
