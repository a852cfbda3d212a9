/**
 * `npm start [-- PATH]`: builds and packages Faultbook, prints what it says about the folder's files, and opens the
 * folder (examples/ without PATH) in a VS Code that has it: the `code` on PATH, else code-server at a local address.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join, relative, resolve } from 'node:path';
import { installPackages } from './install.mjs';
import { root, vsixFile } from './paths.mjs';

const windows = process.platform === 'win32';

/** Runs a program in the foreground. Gives its exit code. */
function foreground(command, parameters, options = {}) {
	const { status, error } = spawnSync(command, parameters, { cwd: root, stdio: 'inherit', ...options });
	if (error) throw new Error(`${command} could not be started: ${error.message}`);
	return status;
}

function node(...parameters) {
	return foreground(process.execPath, parameters);
}

/** Builds and packages; what that prints is only of interest where it fails. */
function packageQuietly() {
	console.log('Building and packaging …');
	const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/package.mjs'], {
		cwd: root,
		encoding: 'utf8',
	});
	if (status !== 0) throw new Error(`${stdout}${stderr}\nNothing was opened, since the build failed.`);
}

/** Whether a `code` is on PATH. */
function hasCode() {
	const names = windows ? ['code.cmd', 'code.exe'] : ['code'];
	const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
	return folders.some((folder) => names.some((name) => existsSync(join(folder, name))));
}

function openInCode(folder) {
	// Windows starts a .cmd only through its shell, and that splits at blanks.
	const code = (...parameters) =>
		foreground('code', windows ? parameters.map((text) => `"${text}"`) : parameters, { shell: windows });
	if (code('--install-extension', vsixFile, '--force') !== 0) {
		throw new Error('`code` could not install the extension; its own words are above.');
	}
	if (code('--new-window', folder) !== 0) throw new Error(`\`code\` could not open ${folder}.`);
	console.log(`Opened ${folder} in VS Code. To remove the extension: code --uninstall-extension faultbook.faultbook`);
}

async function openInCodeServer(folder) {
	console.log('There is no `code` on PATH: using code-server.');
	if (node('test/vscode/setup.mjs') !== 0) throw new Error('code-server is not ready; the reason is above.');
	// By its URL: the harness is no part of what the compiler checks here.
	const harness = new URL('../test/vscode/harness.mjs', import.meta.url);
	const { cli, profile, startServer } = await import(harness.href);
	const own = profile();
	let server;
	try {
		await cli(own, ['--install-extension', vsixFile, '--force']);
		server = await startServer(own);
		console.log(`\nVS Code with Faultbook: ${server.url}/?folder=${encodeURIComponent(folder)}\nCtrl+C ends it.`);
		await new Promise((done) => {
			for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, done);
		});
	} finally {
		await server?.stop();
		own.dispose();
	}
}

async function start() {
	const chosen = process.argv[2];
	// npm runs scripts at the top; what people type is relative to where they are.
	const folder = chosen ? resolve(process.env.INIT_CWD ?? process.cwd(), chosen) : join(root, 'examples');
	if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`${folder} is no folder.`);
	installPackages();
	packageQuietly();
	const shown = relative(root, folder) || '.';
	console.log(`\nnode dist/cli.js check ${shown}`);
	// 1 is what a folder with findings gives; 2 has said what went wrong. Neither keeps the editor shut.
	node('dist/cli.js', 'check', shown);
	console.log();
	if (hasCode()) openInCode(folder);
	else await openInCodeServer(folder);
}

try {
	await start();
} catch (error) {
	console.error(error.message);
	process.exitCode = 1;
}
