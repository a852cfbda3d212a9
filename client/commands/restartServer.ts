/** Stops the language server and starts it anew. The status item shows that it happens and how it went. */
import { COMMANDS } from '../../shared/commands.ts';
import type { ClientCommand } from './command.ts';

export const restartServer: ClientCommand = {
	id: COMMANDS.restartServer,
	async run({ server, output }) {
		output.info('Restarting the language server, as asked.');
		await server.restart();
	},
};
