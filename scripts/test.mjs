/**
 * `npm test`: installs what is missing, runs everything, and prints as its last line the sum of all tests,
 * `N passed, N failed`. A static check is one test. Exits 1 if anything failed, or if a step did not get to run.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages } from './install.mjs';
import { cacheDirectory, vsixFile } from './paths.mjs';
import { asOne, asSaid, run } from './step.mjs';

const sum = { passed: 0, failed: 0 };

/** Runs a step and adds it up. Gives whether all of it passed. */
async function add(step) {
	const { passed, failed } = await run(step);
	sum.passed += passed;
	sum.failed += failed;
	return failed === 0;
}

/** Counts as failed what cannot run because something before it failed. */
function leaveOut(names, reason) {
	for (const name of names) console.log(`FAIL ${name}: not run, ${reason}`);
	sum.failed += names.length;
}

/** Vitest's own report: a file that does not even load fails without a failed test, and a skipped test is no test. */
function vitestStep(name, projects) {
	const report = join(cacheDirectory, `vitest-${name}.json`);
	rmSync(report, { force: true });
	return {
		name,
		command: [
			'node_modules/vitest/vitest.mjs',
			'run',
			...projects.flatMap((project) => ['--project', project]),
			...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
		],
		count: ({ code }) => {
			try {
				const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
					readFileSync(report, 'utf8'),
				);
				const failed = numFailedTests + numPendingTests + numTodoTests;
				return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
			} catch {
				return { passed: 0, failed: 1 };
			}
		},
	};
}

const node = (name, ...command) => ({ name, command, count: asOne });
const suite = (name, ...command) => ({ name, command, count: asSaid });

// code-server, the VS Code that needs no download server, is there for this one alone.
const harness = process.platform === 'linux' && process.arch === 'x64';
const download = process.env.FAULTBOOK_VSCODE === 'download';

async function testAll() {
	const checks = async () => {
		await add(node('typecheck', 'node_modules/typescript/bin/tsc', '-b'));
		await add(node('lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'));
		await add(node('knip', 'node_modules/knip/bin/knip.js'));
	};
	// Mostly waits for the network, so the checks run beside it.
	const setup = harness ? add(node('setup', 'test/vscode/setup.mjs')) : Promise.resolve(download);
	await checks();
	const packaged = await add(node('package', 'scripts/package.mjs'));
	if (packaged) {
		await add(vitestStep('vitest', ['unit', 'protocol', 'package']));
	} else {
		await add(vitestStep('vitest', ['unit']));
		leaveOut(['protocol', 'packaging'], 'there is no package');
	}
	const editor = await setup;
	if (!harness && !download) {
		console.log(
			'     no editor tests: code-server runs on Linux x64 only; FAULTBOOK_VSCODE=download fetches a VS Code.',
		);
	} else if (!packaged || !editor) {
		leaveOut(['vscode', 'ui'], packaged ? 'there is no VS Code' : 'there is no package');
	} else {
		await add(suite('vscode', 'test/vscode/run.mjs', '--vsix', vsixFile));
		if (harness) await add(suite('ui', 'test/ui/run.mjs', '--vsix', vsixFile, '--shots', 'test/ui/shots'));
	}
}

const start = performance.now();
try {
	installPackages();
	mkdirSync(cacheDirectory, { recursive: true });
	await testAll();
} catch (error) {
	console.log(`FAIL ${error.message}`);
	sum.failed++;
}
console.log(`\nAll in ${Math.round((performance.now() - start) / 1000)} s.`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed > 0 ? 1 : 0;
