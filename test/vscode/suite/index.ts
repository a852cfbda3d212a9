/**
 * What VS Code's extension host loads and runs: Mocha over the test files beside it. The report goes to files, for
 * the runner to print: a console is lost in the workbench's log.
 */
import fs from 'node:fs';
import path from 'node:path';
import util from 'node:util';
import Mocha from 'mocha';
import vscode from 'vscode';

/** Rejects when a test failed: VS Code then exits with 1. */
async function run(): Promise<void> {
	const results = process.env.FAULTBOOK_TEST_RESULTS;
	if (!results) throw new Error('FAULTBOOK_TEST_RESULTS names no folder: run this suite with test/vscode/run.mjs.');
	await settled();
	Mocha.reporters.Base.consoleLog = (...line: unknown[]) =>
		fs.appendFileSync(path.join(results, 'report.txt'), `${util.format(...line)}\n`);
	const mocha = new Mocha({ ui: 'tdd', color: false, timeout: 20_000, reporter: 'spec' });
	const grep = process.env.FAULTBOOK_TEST_GREP;
	if (grep) mocha.fgrep(grep);
	for (const file of fs.readdirSync(__dirname).sort()) {
		if (file.endsWith('.test.cjs')) mocha.addFile(path.join(__dirname, file));
	}
	const counts = { passed: 0, failed: 0 };
	// After each test: what a suite that hangs has seen by then still counts.
	const count = (outcome: keyof typeof counts) => {
		counts[outcome]++;
		fs.writeFileSync(path.join(results, 'result.json'), JSON.stringify(counts));
	};
	await new Promise<void>((resolve, reject) => {
		const runner = mocha.run((failures) => {
			if (failures > 0) reject(new Error(`${failures} failed`));
			else resolve();
		});
		runner.on('pass', () => count('passed'));
		runner.on('fail', () => count('failed'));
	});
}

/**
 * Waits until VS Code's own extensions have started: each provider that they register cancels the code actions in
 * flight, which then come back empty, on a desktop too.
 */
async function settled(): Promise<void> {
	const STILL = 1000;
	const AT_MOST = 15_000;
	const active = () =>
		vscode.extensions.all
			.filter((extension) => extension.isActive)
			.map((extension) => extension.id)
			.join();
	const begin = Date.now();
	let since = begin;
	let before = active();
	while (Date.now() - since < STILL && Date.now() - begin < AT_MOST) {
		await new Promise((resolve) => setTimeout(resolve, 100));
		const now = active();
		if (now !== before) {
			before = now;
			since = Date.now();
		}
	}
}

// Not `export`: Mocha, bundled or not, has its own idea of this module's exports.
module.exports = { run };
