/** The bundled server as a benchmark talks to it: over stdio, as an editor does. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
	createProtocolConnection,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** The bundle under test. */
export const serverFile = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

const capabilities = { textDocument: { diagnostic: {} } };

/** A running server after its handshake. */
export async function startServer() {
	const server = spawn(process.execPath, [serverFile, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
	const connection = createProtocolConnection(
		new StreamMessageReader(server.stdout),
		new StreamMessageWriter(server.stdin),
	);
	connection.listen();
	await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
	await connection.sendNotification('initialized', {});
	return {
		connection,
		/** Ends the server. */
		async stop() {
			const ended = new Promise((resolve) => server.once('exit', resolve));
			await connection.sendRequest('shutdown');
			await connection.sendNotification('exit');
			await ended;
			connection.dispose();
		},
	};
}
