/**
 * What the command line says of other people's code: every folder of a directory is checked whole, its findings are
 * listed, to be read by a person, and its dispatches counted.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { text } from 'node:stream/consumers';
import { glob } from 'tinyglobby';
import { readLanguages } from './data.mjs';
import { distDirectory } from './paths.mjs';
import { importTypeScript } from './typescript.mjs';

/** The command line could not do what it was asked. */
const TROUBLE = 2;
/** What the command line says of a file that it left out. */
const NOT_CHECKED = /^faultbook: (.+) was not checked: /gm;

/**
 * Runs `check --explain` on a folder. Gives its rows and the files that it refused to check; what it says beside the
 * rows is passed through.
 * @throws {Error} where it could not do its work: then no count means anything
 */
async function checked(folder) {
	const cli = join(distDirectory, 'cli.js');
	if (!existsSync(cli)) throw new Error('dist/cli.js is missing. Run: npm run build');
	const child = spawn(process.execPath, [cli, 'check', '--explain', '--format', 'json', '.'], { cwd: folder });
	const ended = once(child, 'close');
	const [output, remarks] = await Promise.all([text(child.stdout), text(child.stderr)]);
	const [code] = await ended;
	process.stderr.write(remarks);
	if (code === null || code >= TROUBLE)
		throw new Error(`${folder}: check ended with ${code ?? 'a signal'}; see above.`);
	const refused = new Set([...remarks.matchAll(NOT_CHECKED)].map(([, file]) => normalize(file)));
	try {
		return { rows: JSON.parse(output), refused };
	} catch {
		throw new Error(`${folder}: check gave no JSON but ${output.length === 0 ? 'nothing' : output.slice(0, 200)}`);
	}
}

/**
 * The files in one of our languages of which the rules speak, and their lines: what Faultbook leaves alone by default,
 * files of tests (they have hovers only) and refused files are left out.
 */
async function sizeOf(folder, refused) {
	const { SETTINGS } = await importTypeScript('shared/settings.ts');
	const { languages } = await readLanguages();
	let files = 0;
	let lines = 0;
	for (const { extensions, tests } of languages) {
		const endings = extensions.map((extension) => extension.replace('.', ''));
		const found = await glob(`**/*.${endings.length > 1 ? `{${endings.join(',')}}` : endings[0]}`, {
			cwd: folder,
			ignore: [...SETTINGS['faultbook.exclude'].default, ...tests],
			dot: true,
			expandDirectories: false,
			followSymbolicLinks: false,
		});
		for (const file of found) {
			if (refused.has(normalize(file))) continue;
			files++;
			lines += (await readFile(join(folder, file), 'latin1')).split('\n').length;
		}
	}
	return { files, lines };
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
		const { rows, refused } = await checked(folder);
		const { findings, dispatches } = sorted(rows);
		const size = await sizeOf(folder, refused);
		judged.push({ name, ...size, findings, dispatches });
		console.log(`\n${name}: ${size.files} files, ${size.lines} lines, tests left out`);
		console.log(`  dispatches: ${tally(dispatches.map(({ outcome }) => outcome))}`);
		console.log(`  of them: ${tally(dispatches.map(({ certainty }) => certainty))}`);
		console.log(`  findings: ${tally(findings.map(({ rule, severity }) => `${rule} (${severity})`))}`);
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
