/**
 * The language server under Node: `node dist/server.js --stdio` for any editor, `--node-ipc` for VS Code, also
 * `--pipe=NAME` and `--socket=PORT`. It loads little before it answers `initialize`: see `workspace/connection.ts`.
 */
import {
	createMessageConnection,
	createServerPipeTransport,
	createServerSocketTransport,
	IPCMessageReader,
	IPCMessageWriter,
	type MessageReader,
	type MessageWriter,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { codeActions } from './features/codeActions.ts';
import { decode } from './features/decode.ts';
import { diagnostics } from './features/diagnostics.ts';
import { explain } from './features/explain.ts';
import { hover } from './features/hover.ts';
import { why } from './features/why.ts';
import { describeError } from './guard.ts';
import { folderResources } from './resources.ts';
import { startSession } from './session.ts';
import { ClientLogger, connect } from './workspace/connection.ts';
import { readVersion } from './workspace/version.ts';

/** How often a client that told its process id is looked for, in ms. */
const CLIENT_CHECK = 3000;

/** The line that the arguments ask for; undefined where they ask for none. */
function transport(args: readonly string[]): [MessageReader, MessageWriter] | undefined {
	for (const [index, argument] of args.entries()) {
		const [option, joined] = argument.split('=', 2);
		const value = joined ?? args[index + 1] ?? '';
		switch (option) {
			case '--stdio':
				return [new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout)];
			case '--node-ipc':
				if (process.send === undefined) return undefined;
				return [new IPCMessageReader(process), new IPCMessageWriter(process)];
			case '--pipe':
				return createServerPipeTransport(value);
			case '--socket':
				return createServerSocketTransport(Number(value));
		}
	}
	return undefined;
}

/** Ends the server when the process is gone that started it. */
function watchClient(processId: number): void {
	const timer = setInterval(() => {
		try {
			process.kill(processId, 0);
		} catch (error) {
			// Not ours to signal, but there.
			if ((error as NodeJS.ErrnoException).code !== 'EPERM') process.exit(1);
		}
	}, CLIENT_CHECK);
	timer.unref();
}

function main(): void {
	const args = process.argv.slice(2);
	if (args.includes('--version')) {
		process.stdout.write(`${readVersion(__dirname) ?? 'unknown'}\n`);
		return;
	}
	const line = transport(args);
	if (line === undefined) {
		process.stderr.write('faultbook: say how to talk to the language server: --stdio, or --node-ipc from Node.\n');
		process.exitCode = 2;
		return;
	}
	const logger = new ClientLogger();
	const messages = createMessageConnection(...line, logger);
	const connection = connect(messages);
	logger.connection = connection;
	let exitCode = 1;
	// Whatever the line is: a client that is gone asks for nothing more.
	messages.onClose(() => process.exit(exitCode));
	process.on('disconnect', () => process.exit(exitCode));
	const survive = (error: unknown) => connection.log('error', `An error nobody caught: ${describeError(error)}`);
	process.on('uncaughtException', survive);
	process.on('unhandledRejection', survive);
	startSession(connection, {
		features: [hover, diagnostics, codeActions, why, explain, decode],
		version: readVersion(__dirname),
		async openEngine(problem) {
			// Standard output belongs to the messages: a library that prints there would break them.
			console.log = console.info = console.debug = console.error;
			const { openEngine } = await import('./workspace/openEngine.ts');
			return openEngine(folderResources(__dirname), problem);
		},
		watchClient,
		exit(code) {
			exitCode = code;
			process.exit(code);
		},
	});
	messages.listen();
}

main();
