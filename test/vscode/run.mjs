/**
 * Runs the Mocha suite of test/vscode/suite inside the extension host of a real VS Code, against the packaged extension.
 *
 *     node test/vscode/run.mjs --vsix FILE [--grep TEXT]
 *
 * VS Code is code-server through code-wrapper.mjs, or with FAULTBOOK_VSCODE=download the one that
 * @vscode/test-electron downloads (FAULTBOOK_VSCODE_VERSION says which). Last line: `N passed, N failed`.
 * Exit: 0 passed, 1 failed, 2 trouble with the harness.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { cli, profile, temporaryFolder } from './harness.mjs';

const here = import.meta.dirname;
const out = path.join(here, 'out');

/** Bundles each test file for the extension host: it has no loader for TypeScript. */
async function bundle() {
	const suite = path.join(here, 'suite');
	fs.rmSync(out, { recursive: true, force: true });
	await build({
		entryPoints: fs
			.readdirSync(suite)
			.filter((file) => file === 'index.ts' || file.endsWith('.test.ts'))
			.map((file) => path.join(suite, file)),
		outdir: out,
		outExtension: { '.js': '.cjs' },
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		external: ['vscode', 'mocha'],
		sourcemap: 'inline',
		logLevel: 'warning',
	});
	return path.join(out, 'index.cjs');
}

/** Gives the VS Code to run, with the extension installed into the profile. */
async function installed(vsix, { data, extensions, env, root }) {
	if (process.env.FAULTBOOK_VSCODE === 'download') {
		const executable = await downloadAndUnzipVSCode(process.env.FAULTBOOK_VSCODE_VERSION ?? 'stable');
		const [command, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
		execFileSync(
			command,
			[...args, '--user-data-dir', data, '--extensions-dir', extensions, '--install-extension', vsix, '--force'],
			{ stdio: 'inherit', shell: process.platform === 'win32' },
		);
		return executable;
	}
	await cli({ data, extensions, env, root }, ['--install-extension', vsix, '--force']);
	return path.join(here, 'code-wrapper.mjs');
}

/**
 * VS Code wants an extension under development to run tests: one without code, for ours is installed. It stands for those
 * that people have for a language that VS Code does not know.
 */
function extensionUnderDevelopment(root) {
	const folder = path.join(root, 'extension-under-development');
	fs.mkdirSync(folder);
	const manifest = {
		...{ name: 'languages', publisher: 'faultbook-tests', version: '0.0.1', engines: { vscode: '*' } },
		contributes: { languages: [{ id: 'vue', extensions: ['.vue'] }] },
	};
	fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
	return folder;
}

/** What the extension wrote to its output channel, for all windows of the run. */
function outputChannel(data) {
	return fs
		.readdirSync(data, { recursive: true, encoding: 'utf8' })
		.filter((file) => path.basename(file) === 'Faultbook.log')
		.map((file) => fs.readFileSync(path.join(data, file), 'utf8'))
		.join('');
}

async function run({ vsix, grep }) {
	const extensionTestsPath = await bundle();
	const testProfile = profile();
	const workspace = temporaryFolder('workspace');
	try {
		// A copy, since tests write.
		fs.cpSync(path.join(here, 'workspace'), workspace, { recursive: true });
		const vscodeExecutablePath = await installed(path.resolve(vsix), testProfile);
		const suite = runTests({
			vscodeExecutablePath,
			extensionDevelopmentPath: extensionUnderDevelopment(testProfile.root),
			extensionTestsPath,
			launchArgs: [workspace, `--user-data-dir=${testProfile.data}`, `--extensions-dir=${testProfile.extensions}`],
			extensionTestsEnv: {
				...testProfile.env,
				FAULTBOOK_TEST_RESULTS: testProfile.root,
				...(grep ? { FAULTBOOK_TEST_GREP: grep } : {}),
			},
		});
		const ended = await suite.then(() => true).catch(() => false);
		const read = (name) => {
			const file = path.join(testProfile.root, name);
			return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
		};
		process.stdout.write(read('report.txt'));
		const { passed, failed } = JSON.parse(read('result.json') || '{ "passed": 0, "failed": 0 }');
		if (passed + failed === 0) throw new Error('No test ran.');
		// It can end badly with no test failed: when it hangs, or the extension host is gone.
		const broken = !ended && failed === 0;
		if (!ended || failed > 0) console.log(`The extension's output channel:\n${outputChannel(testProfile.data)}`);
		if (broken) console.error('test/vscode: the suite did not end as it should; what is known of it is above.');
		console.log(`${passed} passed, ${failed + Number(broken)} failed`);
		return failed > 0 ? 1 : broken ? 2 : 0;
	} finally {
		fs.rmSync(workspace, { recursive: true, force: true });
		testProfile.dispose();
	}
}

const { values } = parseArgs({ options: { vsix: { type: 'string' }, grep: { type: 'string' } } });
try {
	if (!values.vsix) throw new Error('Say which extension to test: --vsix FILE');
	process.exit(await run(values));
} catch (error) {
	console.error(`test/vscode: ${error.message}`);
	console.log('0 passed, 1 failed');
	process.exit(2);
}
