/**
 * The language server under Node: `node dist/server.js --stdio` for any editor, `--node-ipc` for VS Code, also
 * `--pipe=NAME` and `--socket=PORT`. It loads little before it answers `initialize`: the engine comes afterwards.
 */
import type { Connection } from 'vscode-languageserver';
import { codeActions } from './features/codeActions.ts';
import { decode } from './features/decode.ts';
import { decodedMessages } from './features/decodedMessages.ts';
import { diagnostics } from './features/diagnostics.ts';
import { explain } from './features/explain.ts';
import { hover } from './features/hover.ts';
import { line } from './features/line.ts';
import { outline } from './features/outline.ts';
import { why } from './features/why.ts';
import { describeError } from './guard.ts';
import { startSession } from './session.ts';
import { createConnection } from './workspace/lsp.ts';
import { readVersion } from './workspace/version.ts';

/** The line to the client that the arguments ask for; undefined where they ask for none. */
function openConnection(): Connection | undefined {
	// The library would wait for messages that cannot come.
	if (process.argv.includes('--node-ipc') && process.send === undefined) return undefined;
	try {
		return createConnection();
	} catch {
		// The one thing that it throws for, in words that are not for people.
		return undefined;
	}
}

function main(): void {
	if (process.argv.includes('--version')) {
		process.stdout.write(`${readVersion(__dirname) ?? 'unknown'}\n`);
		return;
	}
	const connection = openConnection();
	if (connection === undefined) {
		process.stderr.write('faultbook: say how to talk to the language server: --stdio, or --node-ipc from Node.\n');
		process.exitCode = 2;
		return;
	}
	// For a line that is cut: when the client says goodbye in order, the library ends the process with 0.
	process.exitCode = 1;
	process.on('disconnect', () => process.exit());
	const survive = (error: unknown) => connection.console.error(`An error nobody caught: ${describeError(error)}`);
	process.on('uncaughtException', survive);
	process.on('unhandledRejection', survive);
	startSession(connection, {
		features: [hover, diagnostics, codeActions, why, explain, decode, outline, decodedMessages, line],
		version: readVersion(__dirname),
		async openEngine(problem) {
			const [{ openEngine }, { folderResources }] = await Promise.all([
				import('./workspace/openEngine.ts'),
				import('./resources.ts'),
			]);
			return openEngine(folderResources(__dirname), problem);
		},
	});
	connection.listen();
}

main();
