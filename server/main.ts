/**
 * The language server under Node: `node dist/server.js --stdio` for any editor, `--node-ipc` for VS Code, also
 * `--pipe=NAME` and `--socket=PORT`. It loads the LSP library and nothing else before it answers `initialize`.
 */
import { createConnection } from 'vscode-languageserver/node';
import { codeActions } from './features/codeActions.ts';
import { decode } from './features/decode.ts';
import { diagnostics } from './features/diagnostics.ts';
import { explain } from './features/explain.ts';
import { hover } from './features/hover.ts';
import { why } from './features/why.ts';
import { folderResources } from './resources.ts';
import { startSession } from './session.ts';
import { readVersion } from './workspace/version.ts';

const transports = /^--(stdio|node-ipc|pipe|socket)(=|$)/;

function main() {
	const [first] = process.argv.slice(2);
	if (first === '--version') {
		console.log(readVersion(__dirname) ?? 'unknown');
		return;
	}
	if (!process.argv.some((argument) => transports.test(argument))) {
		console.error('faultbook: the language server needs to know how to talk: start it with --stdio or --node-ipc.');
		process.exitCode = 2;
		return;
	}
	// A client that is gone asks for nothing more: over IPC, too, the server goes with it.
	process.on('disconnect', () => process.exit(1));
	const connection = createConnection();
	process.on('uncaughtException', (error) =>
		connection.console.error(`An error nobody caught: ${error.stack ?? error}`),
	);
	process.on('unhandledRejection', (reason) => {
		connection.console.error(`An error nobody caught: ${reason instanceof Error ? (reason.stack ?? reason) : reason}`);
	});
	startSession(connection, {
		features: [hover, diagnostics, codeActions, why, explain, decode],
		version: readVersion(__dirname),
		openEngine: async (problem) => {
			const { openEngine } = await import('./workspace/engine.ts');
			return openEngine(folderResources(__dirname), problem);
		},
	});
}

main();
