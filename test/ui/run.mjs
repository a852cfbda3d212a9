/**
 * Drives the packaged extension in a real VS Code as a person would, over the workspace beside this file, and takes
 * screenshots on the way.
 *
 *     node test/ui/run.mjs --vsix FILE [--shots FOLDER]
 *
 * Last line: `N passed, N failed`. Exit: 0 passed, 1 failed, 2 trouble with the harness.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { cli, profile, startBrowser, startServer, temporaryFolder } from '../vscode/harness.mjs';
import { person } from './person.mjs';
import { steps } from './steps.mjs';

const { values } = parseArgs({
	options: { vsix: { type: 'string' }, shots: { type: 'string', default: path.join(import.meta.dirname, 'shots') } },
});
process.exit(await main());

async function main() {
	const shots = path.resolve(values.shots);
	fs.mkdirSync(shots, { recursive: true });
	const workspace = temporaryFolder('workspace');
	const ownProfile = profile({
		'editor.hover.delay': 100,
		'editor.minimap.enabled': false,
		// Its text is in the page then, where a person's eyes would be.
		'terminal.integrated.gpuAcceleration': 'off',
	});
	let server;
	let browser;
	let passed = 0;
	let failed = 0;
	try {
		if (!values.vsix) throw new Error('Say which extension to drive: --vsix FILE');
		fs.cpSync(path.join(import.meta.dirname, 'workspace'), workspace, { recursive: true });
		await cli(ownProfile, ['--install-extension', path.resolve(values.vsix), '--force']);
		server = await startServer(ownProfile);
		browser = await startBrowser();
		const { page } = browser;
		page.setDefaultTimeout(15_000);
		await page.goto(`${server.url}/?folder=${encodeURIComponent(workspace)}`);
		await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'src' }).waitFor({ timeout: 60_000 });

		const hands = person(page);
		const shot = async (name) => {
			await page.waitForTimeout(300); // what has just come fades in
			await page.screenshot({ path: path.join(shots, `${name}.png`) });
		};
		for (const [name, step] of steps) {
			const begin = performance.now();
			try {
				await step({ ...hands, shot, workspace });
				passed++;
				console.log(`ok   ${name} (${((performance.now() - begin) / 1000).toFixed(1)} s)`);
			} catch (error) {
				failed++;
				console.log(`FAIL ${name}\n${error.stack ?? error}`);
				await shot(`failed-${failed}`).catch(() => undefined);
				// The next step begins with nothing in its way.
				for (let press = 0; press < 3; press++) await page.keyboard.press('Escape').catch(() => undefined);
			}
		}
		if (browser.refused.size > 0) console.log(`refused: ${[...browser.refused].join(', ')}`);
		console.log(`${passed} passed, ${failed} failed`);
		return failed > 0 ? 1 : 0;
	} catch (error) {
		console.error(`test/ui: ${error.stack ?? error}\n${server?.log() ?? ''}`);
		console.log(`${passed} passed, ${failed + 1} failed`);
		return 2;
	} finally {
		await browser?.browser.close().catch(() => undefined);
		await server?.stop();
		ownProfile.dispose();
		fs.rmSync(workspace, { recursive: true, force: true });
	}
}
