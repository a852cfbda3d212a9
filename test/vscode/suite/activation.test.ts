// Activation: not before a document that Faultbook reads is open. Runs first, by its name: the others activate it.
import assert from 'node:assert/strict';
import vscode from 'vscode';
import { closeAll, eventually, extension, open, pause } from './support.ts';

suite('activation', () => {
	suiteTeardown(closeAll);

	test('only documents and commands wake it', () => {
		const events: string[] = extension().packageJSON.activationEvents;
		assert.ok(events.length > 0);
		assert.deepEqual(
			events.filter((event) => !event.startsWith('onLanguage:')),
			[],
		);
	});

	test('a workspace alone and a style sheet leave it asleep', async () => {
		await open('src/width.css');
		await pause(1500);
		// Some VS Codes read JSON of its own as it starts, which wakes whoever is for JSON. Never sooner than its own.
		const json = vscode.extensions.getExtension('vscode.json-language-features');
		assert.equal(extension().isActive, json?.isActive ?? false);
	});

	test('a TypeScript file wakes it, and the server gets ready', async () => {
		await open('src/instances.ts');
		await eventually('activation', () => extension().isActive);
		const { status } = await eventually('a ready server', () => {
			const api = extension().exports;
			return api.status.server === 'running' && api;
		});
		assert.equal(status.level, 'ok', status.problems.join('\n'));
	});
});
