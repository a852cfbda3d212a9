/**
 * The commands that people find in VS Code's palette. package.json's `contributes.commands`, docs/commands.md and the
 * client's registrations all come from here; commands that only code actions name stand in protocol.ts.
 */

/** By name, the ids that VS Code knows them by. */
export const COMMANDS = {
	explainCode: 'faultbook.explainCode',
	why: 'faultbook.why',
	decodeEscapes: 'faultbook.decodeEscapes',
	restartServer: 'faultbook.restartServer',
	showOutput: 'faultbook.showOutput',
} as const;

export interface CommandDefinition {
	/** As the palette shows it, after the category. */
	readonly title: string;
	/** One or two sentences for docs/commands.md. */
	readonly description: string;
}

/** What the palette puts before every title. */
export const COMMAND_CATEGORY = 'Faultbook';

export const COMMAND_DEFINITIONS: Readonly<Record<keyof typeof COMMANDS, CommandDefinition>> = {
	explainCode: {
		title: 'Explain Code…',
		description: 'Pick a code from the catalogues by number, name or type and read what it means and what to do.',
	},
	why: {
		title: 'Why Is This Not Reported?',
		description: 'Says how Faultbook judges the code or the dispatch at the cursor, silence included.',
	},
	decodeEscapes: {
		title: 'Decode \\u Escapes',
		description: 'Opens the selection, or the message under the cursor, with its `\\uXXXX` escapes decoded.',
	},
	restartServer: {
		title: 'Restart Server',
		description: 'Stops the language server and starts it anew.',
	},
	showOutput: {
		title: 'Show Output',
		description: 'Opens the output channel: what the server logs, and the trace if `faultbook.trace.server` is on.',
	},
};
