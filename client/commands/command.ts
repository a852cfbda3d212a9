/**
 * What a command of the extension is, and the one place that registers them and says what went wrong.
 */
import { commands, type Disposable, type LogOutputChannel, window } from 'vscode';
import { COMMANDS } from '../../shared/commands.ts';
import { type Server, ServerStopped } from '../languageClient.ts';

export interface CommandContext {
	readonly server: Server;
	readonly output: LogOutputChannel;
}

export interface ClientCommand {
	readonly id: string;
	/** Does the work. What it throws is shown to the user and logged. */
	run(context: CommandContext, ...args: readonly unknown[]): Promise<void>;
}

export function registerCommand(context: CommandContext, command: ClientCommand): Disposable {
	return commands.registerCommand(command.id, async (...args: unknown[]) => {
		try {
			await command.run(context, ...args);
		} catch (error) {
			// Not awaited: the command is over, and a message may stay open for hours.
			void report(context, command, error);
		}
	});
}

async function report({ output }: CommandContext, command: ClientCommand, error: unknown): Promise<void> {
	const reason = error instanceof Error ? error.message : String(error);
	output.error(`${command.id}: ${reason}`);
	const showOutput = 'Show Output';
	const restart = 'Restart Server';
	const actions = error instanceof ServerStopped ? [restart, showOutput] : [showOutput];
	const choice = await window.showErrorMessage(`Faultbook: ${reason}`, ...actions);
	if (choice === showOutput) output.show(true);
	if (choice === restart) await commands.executeCommand(COMMANDS.restartServer);
}
