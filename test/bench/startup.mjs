/** From the start of the process to the reply to `initialize`, against a Node that does nothing. */
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { median } from './figures.mjs';
import { serverFile } from './server.mjs';

const ROUNDS = 31;

const body = JSON.stringify({
	jsonrpc: '2.0',
	id: 1,
	method: 'initialize',
	params: { processId: null, rootUri: null, capabilities: {} },
});
const request = `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

/** Time in ms until a bare Node has ended. */
function bareNode() {
	return new Promise((resolve, reject) => {
		const start = performance.now();
		const node = spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' });
		node.on('error', reject);
		node.on('exit', () => resolve(performance.now() - start));
	});
}

/** Time in ms until the server's reply is there. */
function initializeReply() {
	return new Promise((resolve, reject) => {
		const start = performance.now();
		const server = spawn(process.execPath, [serverFile, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
		server.on('error', reject);
		let output = '';
		server.stdout.on('data', (data) => {
			output += data;
			// The header may come before the body.
			if (!output.endsWith('}')) return;
			const time = performance.now() - start;
			server.once('exit', () => resolve(time));
			server.kill();
		});
		server.stdin.write(request);
	});
}

/** Alternating runs, so that what else the machine does falls on both. */
export async function measureStartup() {
	const bare = [];
	const replies = [];
	for (let round = 0; round < ROUNDS; round += 1) {
		bare.push(await bareNode());
		replies.push(await initializeReply());
	}
	return { bare: median(bare), reply: median(replies), ratio: median(replies) / median(bare) };
}
