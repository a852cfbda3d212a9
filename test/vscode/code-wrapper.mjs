#!/usr/bin/env node
/**
 * Looks like VS Code's executable to @vscode/test-electron: takes the arguments it would give to one, opens code-server
 * in a headless Chromium instead, and ends with what the suite in the extension host asked for.
 * Exit: 0 passed, 1 failed, 2 trouble with the harness.
 */
import path from 'node:path';
import util from 'node:util';
import { developmentOptions, ownEnvironment, startBrowser, startServer } from './harness.mjs';

/** A suite that has not ended by then hangs. */
const TIMEOUT = 240_000;

const extensions = [];
const named = {};
let folder;
for (const argument of process.argv.slice(2)) {
	const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
	if (name === 'extensionDevelopmentPath') extensions.push(value);
	else if (name) named[name] = value;
	else folder ??= path.resolve(argument);
}

let server;
let browser;
let code = 2;
const log = [];
try {
	// The profile was made, and the extension installed into it, by run.mjs.
	const data = named['user-data-dir'];
	const profile = { root: path.dirname(data), data, extensions: named['extensions-dir'], env: ownEnvironment() };
	server = await startServer(profile);
	browser = await startBrowser();
	code = (await runSuite(browser.page, server.url)) === 0 ? 0 : 1;
} catch (error) {
	console.error(error.stack ?? error, ...log, server?.log() ?? '');
} finally {
	await browser?.browser.close().catch(() => undefined);
	await server?.stop();
}
process.exit(code);

/** Opens the workbench; gives the code that its extension host asks to exit with. */
async function runSuite(page, url) {
	let timer;
	const ended = new Promise((resolve, reject) => {
		timer = setTimeout(() => reject(new Error(`The suite did not end within ${TIMEOUT / 1000} s.`)), TIMEOUT);
		page.on('crash', () => reject(new Error('The page crashed.')));
		void page.exposeFunction('codeAutomationExit', resolve);
	});
	// What the extension host prints. Shown only when something is wrong: it is mostly VS Code's own chat.
	await page.exposeFunction('codeAutomationLog', (type, args) => {
		log.push(`[${type}] ${util.format(...args)}\n`);
	});
	await developmentOptions(page, url, { extensions, tests: named.extensionTestsPath });
	const answer = await page.goto(folder ? `${url}/?folder=${encodeURIComponent(folder)}` : `${url}/?ew=true`);
	if (!answer?.ok()) throw new Error(`The workbench's page answered ${answer?.status()}.`);
	try {
		return await ended;
	} finally {
		clearTimeout(timer);
	}
}
