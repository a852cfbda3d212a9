/** Decode \u Escapes: the selection, or the message under the cursor, as readable text in a scratch document beside it. */
import { type TextEditor, window } from 'vscode';
import { COMMANDS } from '../../shared/commands.ts';
import { type DecodeResult, type PositionParams, Requests } from '../../shared/protocol.ts';
import type { Server } from '../languageClient.ts';
import { openScratch } from '../views/scratch.ts';
import type { ClientCommand } from './command.ts';

export const decodeEscapes: ClientCommand = {
	id: COMMANDS.decodeEscapes,
	async run({ server }) {
		const editor = window.activeTextEditor;
		const text = editor && (await decode(server, editor));
		if (text === undefined) {
			void window.showInformationMessage(
				'Nothing to decode here: put the cursor in a message with \\uXXXX escapes, or select some.',
			);
			return;
		}
		await openScratch(text);
	},
};

/** Gives the decoded text; undefined where there is no escape. */
async function decode(server: Server, { document, selection }: TextEditor): Promise<string | undefined> {
	if (!selection.isEmpty) {
		const escaped = document.getText(selection);
		const { text } = await server.request<{ text: string }>(Requests.decode, { text: escaped });
		return text === escaped ? undefined : text;
	}
	const { line, character } = selection.active;
	const params: PositionParams = { textDocument: { uri: document.uri.toString() }, position: { line, character } };
	return (await server.request<DecodeResult | null>(Requests.decode, params))?.text;
}
