/** Installs the packages where they are missing. Node's built-ins only. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** Older ones cannot run the tools. */
const oldest = [20, 19];

/** The folder is as old as npm's own record in it: the record is what `npm ci` writes last. */
function isInstalled() {
	const record = join(root, 'node_modules', '.package-lock.json');
	return existsSync(record) && statSync(record).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

/**
 * `npm ci`, where node_modules is missing or older than the lock file.
 * @throws {Error} for people: Node is too old, or npm failed (what it said is on the terminal)
 */
export function installPackages() {
	const [major, minor] = process.versions.node.split('.').map(Number);
	if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
		throw new Error(`This is Node ${process.versions.node}, but the tools need ${oldest.join('.')} or newer.`);
	}
	if (isInstalled()) return;
	console.log('Installing packages (npm ci) …');
	// Install scripts are not needed: the bundler, for one, finds its binary without.
	// And whoever silenced npm for its chatter still wants to know why it failed.
	const parameters = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=warn'];
	// Run by npm, this is npm's own file; Windows could not start its .cmd without a shell.
	const npm = process.env.npm_execpath;
	/** @type {import('node:child_process').SpawnSyncOptions} */
	const options = { cwd: root, stdio: 'inherit' };
	const { status, error } = npm?.endsWith('.js')
		? spawnSync(process.execPath, [npm, ...parameters], options)
		: spawnSync('npm', parameters, { ...options, shell: process.platform === 'win32' });
	if (error) throw new Error(`npm could not be started: ${error.message}`);
	if (status !== 0) throw new Error(`npm ci ended with ${status}; its own words are above.`);
}
