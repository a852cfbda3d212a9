/** Shows the output channel; also behind the status item. */
import { COMMANDS } from '../../shared/commands.ts';
import type { ClientCommand } from './command.ts';

export const showOutput: ClientCommand = {
	id: COMMANDS.showOutput,
	async run({ output }) {
		output.show(true);
	},
};
