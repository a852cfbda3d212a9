/**
 * The extension in VS Code: makes the parts and ties them together. Nothing here waits for the server, so that
 * opening a file stays as fast as without it.
 */
import { type Event, type ExtensionContext, window, workspace } from 'vscode';
import { registerCommand } from './commands/command.ts';
import { decodeEscapes } from './commands/decodeEscapes.ts';
import { explainCode } from './commands/explainCode.ts';
import { judgeWorkspace } from './commands/judgeWorkspace.ts';
import { restartServer } from './commands/restartServer.ts';
import { showOutput } from './commands/showOutput.ts';
import { why } from './commands/why.ts';
import { documentSelector } from './documents.ts';
import { Server } from './languageClient.ts';
import { type Status, StatusView } from './status.ts';
import { registerExplanations } from './views/explanation.ts';
import { registerTerminalLinks } from './views/terminalLinks.ts';

/** What other extensions (and our tests) may ask of this one. */
export interface FaultbookApi {
	readonly status: Status;
	readonly onDidChangeStatus: Event<Status>;
}

let server: Server | undefined;

export function activate(context: ExtensionContext): FaultbookApi {
	const output = window.createOutputChannel('Faultbook', { log: true });
	const selector = documentSelector(context.extension, workspace.workspaceFolders);
	const status = new StatusView(selector);
	server = new Server({ module: context.asAbsolutePath('dist/server.js'), selector, output, status });
	const parts = { server, output };
	context.subscriptions.push(
		output,
		status,
		server,
		registerExplanations(server),
		registerTerminalLinks(server),
		...[explainCode, why, restartServer, decodeEscapes, showOutput, judgeWorkspace].map((command) =>
			registerCommand(parts, command),
		),
	);
	void server.start();
	return {
		get status() {
			return status.status;
		},
		onDidChangeStatus: status.onDidChange,
	};
}

export function deactivate(): Promise<void> | undefined {
	return server?.stop();
}
