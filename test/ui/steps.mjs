/**
 * The walk through Faultbook, step by step: what a person does and what they must see. In order; each begins with the
 * workbench as the one before left it.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

/** Of the nine fatal codes, those that workspace/src/instances.ts does not name. */
const MISSING = ['4000', '4300', '4600', '5000', '5200', '5300', '5500', '6100'];
const FIX_ALL = `Handle all ${MISSING.length} fatal codes`;

/** [what is to be seen, how]. A step gets the hands and eyes of person.mjs, shot(name) and the workspace's folder. */
export const steps = [
	[
		'a forgetful switch gets a squiggle on what it tests',
		async ({ open, page, shot }) => {
			await open('instances.ts');
			await page.locator('.editor-instance .squiggly-warning').first().waitFor({ timeout: 30_000 });
			await page.locator('.statusbar-item', { hasText: 'Activating' }).waitFor({ state: 'detached' });
			await shot('1-warning');
		},
	],
	[
		'a hover explains a code',
		async ({ pointAt, lookAway, shot }) => {
			const text = await pointAt('4100', 'Authentication failed');
			await shot('2-hover');
			assert.match(text, /4100/);
			assert.match(text, /Signature authentication failed\. Please see the Authentication section in the document\./);
			assert.doesNotMatch(text, /\\[.(]|If this is/); // no Markdown shows through
			await lookAway();
		},
	],
	[
		'a hover on the squiggle says what is forgotten',
		async ({ pointAt, lookAway, shot }) => {
			const text = await pointAt('reply.code', 'unhandled-fatal-code');
			await shot('3-warning-hover');
			assert.match(text, /4000.*4300.*4600/);
			await lookAway();
		},
	],
	[
		'Problems lists it under its file',
		async ({ page, shot }) => {
			await page.keyboard.press('Control+Shift+M');
			const row = page.locator('.markers-panel .monaco-list-row', { hasText: 'unhandled-fatal-code' });
			await row.first().waitFor();
			assert.equal(await row.count(), 1);
			assert.match(await row.innerText(), /faultbook/);
			await shot('4-problems');
			await page.keyboard.press('Control+Shift+M');
		},
	],
	[
		'Ctrl+. offers the fixes, the best first; Enter writes the handling',
		async ({ page, click, text, shot }) => {
			await click('reply.code');
			await page.keyboard.press('Control+.');
			const menu = page.locator('.action-widget');
			await menu.locator('.monaco-list-row', { hasText: FIX_ALL }).waitFor();
			await shot('5-fixes');
			const ours = (await menu.locator('.monaco-list-row.action').allInnerTexts()).map((title) => title.trim());
			assert.equal(ours[0], FIX_ALL);
			await page.keyboard.press('Enter');
			await page.locator('.editor-instance .view-line', { hasText: 'case 6100' }).waitFor();
			await page.locator('.editor-instance .squiggly-warning').first().waitFor({ state: 'detached' });
			await shot('6-fixed');
			const shown = await text();
			for (const code of MISSING) assert.ok(shown.includes(`case ${code}`), `case ${code}`);
		},
	],
	[
		'saving brings it to the disk, as valid TypeScript',
		async ({ page, workspace }) => {
			await page.keyboard.press('Control+s');
			await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
			const saved = fs.readFileSync(path.join(workspace, 'src', 'instances.ts'), 'utf8');
			assert.match(saved, /case 6100/);
			assert.match(saved, /^\treturn running;$/m); // what follows the switch is as it was
		},
	],
	[
		'Python and Go are warned of and explained too',
		async ({ open, page, pointAt, lookAway, shot }) => {
			for (const [file, code, type] of [
				['balance.py', '4300', 'Access denied'],
				['disks.go', '5000', 'Resource not found'],
			]) {
				await open(file);
				await page.locator('.editor-instance .squiggly-warning').first().waitFor();
				await pointAt(code, type);
				await shot(`7-${path.extname(file).slice(1)}`);
				await lookAway();
			}
		},
	],
	[
		'a log line is explained; the port and the duration in it are not codes',
		async ({ open, pointAt, lookAway, page, place, hover, shot }) => {
			await open('worker.log');
			await pointAt('5300', 'insufficient balance');
			await shot('8-log');
			await lookAway();
			for (const number of ['5000', '4100']) {
				const { x, y } = await place(number);
				await page.mouse.move(x, y, { steps: 3 });
				await page.waitForTimeout(800);
				assert.equal(await hover.filter({ hasText: number }).count(), 0);
			}
		},
	],
	[
		'a log has an outline by code and time, and says behind a message what it means',
		async ({ page, command, shot }) => {
			await command('Explorer: Focus on Outline View');
			const entry = page.locator('.outline-pane .monaco-list-row', { hasText: '4000 Invalid request parameter' });
			await entry.first().waitFor();
			await shot('17-outline');
		},
	],
	[
		'an escaped message is decoded on hover',
		async ({ open, pointAt, lookAway, shot }) => {
			await open('refused.json');
			await pointAt('u4efd', '身份认证失败');
			await shot('9-decoded-hover');
			await lookAway();
		},
	],
	[
		'Decode \\u Escapes opens the message readable, beside the reply',
		async ({ click, command, page, shot }) => {
			await click('u4efd');
			await command('Faultbook: Decode \\u Escapes');
			await page.locator('.view-line', { hasText: '身份认证失败，请检查签名' }).waitFor();
			await shot('10-decoded');
			assert.equal(await page.locator('.editor-group-container').count(), 2);
			await command('View: Revert and Close Editor');
		},
	],
	[
		'Explain Code… lists all codes and opens the one picked as a page',
		async ({ open, command, page, shot }) => {
			await open('guarded.ts');
			await command('Faultbook: Explain Code…');
			const rows = page.locator('.quick-input-list .monaco-list-row');
			await rows.filter({ hasText: '4000 Invalid request parameter' }).waitFor();
			await shot('11-explain');
			// Two codes have this type: the first sentence of the description tells them apart.
			await page.locator('.quick-input-widget input').first().fill('purchase');
			await rows.filter({ hasText: '5300' }).filter({ hasText: 'insufficient balance' }).first().waitFor();
			await page.locator('.quick-input-widget input').first().fill('replay');
			await rows.filter({ hasText: '4500 Replay attack' }).first().waitFor();
			await page.keyboard.press('Enter');
			await page.locator('.tab', { hasText: '4500 Replay attack' }).waitFor();
			const body = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('.markdown-body');
			await body.filter({ hasText: 'Nonce' }).waitFor();
			await shot('12-explanation');
			assert.doesNotMatch(await body.innerText(), /\\[.(]/);
			await page.locator('.tab', { hasText: '4500 Replay attack' }).click();
			await page.keyboard.press('Control+w');
			await page.locator('.tab', { hasText: '4500 Replay attack' }).waitFor({ state: 'detached' });
		},
	],
	[
		'Why Is This Not Reported? answers',
		async ({ open, page, click, command, toast, shot, dismiss }) => {
			await open('guarded.ts');
			await click('5000');
			await command('Faultbook: Why Is This Not Reported?');
			await toast.first().waitFor();
			const answer = await toast.first().innerText();
			await shot('13-why');
			assert.match(answer, /Line 5 is not reported \(fallback\): .+\./);
			await toast.first().getByText('Select What Was Judged').click();
			await page.locator('.editor-group-container.active .selected-text').first().waitFor();
			await dismiss();
		},
	],
	[
		'a code in a terminal is a link to its explanation',
		async ({ page, command, shot, workspace }) => {
			fs.writeFileSync(
				path.join(workspace, 'reply.txt'),
				'cvm.api.qcloud.com: {"code":4100,"message":"\\u9274\\u6743\\u5931\\u8d25"}\n',
			);
			await command('Terminal: Create New Terminal');
			await page.locator('.terminal-wrapper.active .xterm-rows').waitFor();
			await page.keyboard.type('clear; cat reply.txt\n', { delay: 20 });
			const row = page.locator('.terminal-wrapper.active .xterm-rows > div', { hasText: 'cvm.api.qcloud.com: {' });
			await row.first().waitFor();
			const text = (await row.first().innerText()).replaceAll('\u00a0', ' ');
			const box = await row.first().boundingBox();
			const columns = await page.evaluate(
				() => document.querySelector('.terminal-wrapper.active .xterm-screen').clientWidth,
			);
			const cell = await page.evaluate(() => {
				const measure = document.querySelector('.terminal-wrapper.active .xterm-rows > div > span');
				return measure.getBoundingClientRect().width / measure.textContent.length;
			});
			assert.ok(columns > 0);
			const place = { x: box.x + (text.indexOf('4100') + 2) * cell, y: box.y + box.height / 2 };
			await page.mouse.move(place.x, place.y, { steps: 5 });
			await page.waitForTimeout(500);
			await page.mouse.move(place.x + 1, place.y);
			await page.waitForTimeout(500);
			await shot('18-terminal-link');
			await page.keyboard.down('Control');
			await page.mouse.click(place.x, place.y);
			await page.keyboard.up('Control');
			await page.locator('.tab', { hasText: '4100 Authentication failed' }).waitFor();
			await shot('19-terminal-explained');
			await page.keyboard.press('Control+w');
			await command('Terminal: Kill All Terminals');
		},
	],
	[
		'the status item says that all is well and leads to the output',
		async ({ page, shot }) => {
			await page.locator('#status\\.languageStatus').hover();
			const item = page.locator('.hover-language-status', { hasText: 'Faultbook' });
			await item.waitFor();
			await shot('14-status');
			assert.match(await item.innerText(), /2 catalogues/);
			await item.getByText('Show Output').click();
			await page
				.locator('.output-view .view-line', { hasText: /2\scatalogues/ })
				.first()
				.waitFor();
			await shot('15-output');
		},
	],
	[
		'the trace setting alone shows the messages to and from the server',
		async ({ workspace, open, page, pointAt, lookAway, shot }) => {
			fs.mkdirSync(path.join(workspace, '.vscode'), { recursive: true });
			fs.writeFileSync(
				path.join(workspace, '.vscode', 'settings.json'),
				JSON.stringify({ 'faultbook.trace.server': 'messages' }),
			);
			await open('guarded.ts');
			const traced = page.locator('.output-view .view-line, .output-view-content .view-line', {
				hasText: "Sending request 'textDocument/hover",
			});
			for (let attempt = 0; attempt < 10 && (await traced.count()) === 0; attempt++) {
				await pointAt('5000', 'Resource not found');
				await lookAway();
				await page.waitForTimeout(500);
			}
			await shot('16-trace');
			assert.ok((await traced.count()) > 0);
		},
	],
];
