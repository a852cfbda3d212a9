// What Faultbook says of itself, and how it gets over the end of its server.
import assert from 'node:assert/strict';
import vscode from 'vscode';
import { at, closeAll, eventually, extension, hoverWith, open, serverProcesses, withSetting } from './support.ts';

const status = () => extension().exports.status;

/** Ends the one server and waits until another has taken its place, or until none will. */
async function endServer(): Promise<void> {
	const [pid] = await eventually('a server process', async () => {
		const all = await serverProcesses();
		return status().server === 'running' && all.length === 1 && all;
	});
	assert.ok(pid);
	process.kill(pid, 'SIGKILL');
	let seen = '';
	try {
		await eventually('what follows', async () => {
			const all = await serverProcesses();
			seen = `${status().server}, processes ${all.join()}, killed ${pid}`;
			return (
				!all.includes(pid) && status().server !== 'starting' && (all.length === 1 || status().server === 'stopped')
			);
		});
	} catch (error) {
		throw new Error(`${error}; last seen: ${seen}`);
	}
}

suite('status', () => {
	teardown(closeAll);

	test('a running server says how much it knows', async () => {
		await open('src/instances.ts');
		await eventually('a count of catalogues', () => /\b2 catalogues\b/.test(status().text));
		assert.equal(status().level, 'ok');
	});

	test('a setting of the wrong kind is named, and the rest goes on', async () => {
		const document = await open('src/instances.ts');
		await withSetting('unhandled.fallback', 'sometimes', async () => {
			await eventually('a problem with the setting', () =>
				status().problems.some((problem) => problem.includes('faultbook.unhandled.fallback')),
			);
			assert.equal(status().level, 'warning');
			await hoverWith(document, at(document, '4100'), 'Authentication failed');
		});
		await eventually('the problem to be gone', () => status().level === 'ok');
	});

	test('a server that ends is started again', async () => {
		const document = await open('src/instances.ts');
		await vscode.commands.executeCommand('faultbook.restartServer');
		await endServer();
		assert.equal(status().server, 'running');
		await hoverWith(document, at(document, '4100'), 'Authentication failed');
	});

	test('a server that ends again and again is left alone until it is restarted', async function () {
		this.timeout(60_000);
		const document = await open('src/instances.ts');
		await vscode.commands.executeCommand('faultbook.restartServer');
		for (let ends = 0; ends < 5; ends++) await endServer();
		assert.equal(status().server, 'stopped');
		assert.equal(status().level, 'error');
		assert.equal(status().problems.length, 1);
		assert.deepEqual(await serverProcesses(), []);

		await vscode.commands.executeCommand('faultbook.restartServer');
		assert.equal(status().server, 'running');
		await hoverWith(document, at(document, '4100'), 'Authentication failed');
	});
});
