/** Runs one program of the test run: its output goes to a log, its result into the sum. Node's built-ins only. */
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { finished } from 'node:stream/promises';
import { logDirectory, root } from './paths.mjs';

/** More lines than a terminal keeps in view help nobody; the log has the rest. */
const shownLines = 120;
/** A step that is not over by then hangs. In ms. */
const limit = 30 * 60_000;

/**
 * @typedef {object} Step
 * @property {string} name also the log's
 * @property {string[]} command Node's arguments: a script and what it takes
 * @property {(result: { code: number | null, output: string }) => { passed: number, failed: number }} count
 * @property {Record<string, string>} [env] added to the environment
 */

/** For a check that is one test: it passes with exit code 0. */
export const asOne = ({ code }) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/**
 * For a program whose last line says `N passed, N failed`. Whoever crashes, says nothing or has run nothing fails.
 */
export function asSaid({ code, output }) {
	const said = /^(\d+) passed, (\d+) failed$/.exec(output.trimEnd().split('\n').at(-1) ?? '');
	const [passed, failed] = said ? [Number(said[1]), Number(said[2])] : [0, 0];
	const broken = code !== 0 || passed + failed === 0;
	return { passed, failed: failed === 0 && broken ? 1 : failed };
}

/**
 * Runs a step to its end, whatever that is, and tells the terminal.
 * @param {Step} step
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function run({ name, command, count, env }) {
	mkdirSync(logDirectory, { recursive: true });
	const file = join(logDirectory, `${name}.log`);
	const log = createWriteStream(file);
	const start = performance.now();
	console.log(`  …  ${name}`);
	const child = spawn(process.execPath, command, {
		cwd: root,
		env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
		timeout: limit,
	});
	for (const stream of [child.stdout, child.stderr]) stream.pipe(log, { end: false });
	const code = await new Promise((resolve) => {
		child.on('error', (error) => {
			log.write(`${error.message}\n`);
			resolve(null);
		});
		child.on('close', (exit, signal) => {
			if (signal) log.write(`Ended by ${signal} after ${Math.round((performance.now() - start) / 1000)} s.\n`);
			resolve(exit);
		});
	});
	log.end();
	await finished(log);
	const output = readFileSync(file, 'utf8');
	const counted = count({ code, output });
	const seconds = ((performance.now() - start) / 1000).toFixed(1);
	const sum = `${counted.passed} passed, ${counted.failed} failed`;
	console.log(`${counted.failed > 0 ? 'FAIL' : ' ok '} ${name}: ${sum} (${seconds} s)`);
	if (counted.failed > 0) {
		const lines = output.trimEnd().split('\n');
		const path = relative(root, file);
		if (lines.length > shownLines) console.log(`     the last ${shownLines} of ${lines.length} lines of ${path}:`);
		console.log(lines.slice(-shownLines).join('\n').replace(/^/gm, '     '));
		console.log(`     log: ${path}`);
	}
	return counted;
}
