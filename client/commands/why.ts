/** Why Is This Not Reported?: how the tests of a code around the cursor were judged. */
import { Position, Range, TextEditorRevealType, window } from 'vscode';
import { COMMANDS } from '../../shared/commands.ts';
import { type PositionParams, Requests, type WhyResult } from '../../shared/protocol.ts';
import type { ClientCommand } from './command.ts';

export const why: ClientCommand = {
	id: COMMANDS.why,
	async run({ server }) {
		const editor = window.activeTextEditor;
		if (!editor) {
			void window.showInformationMessage('Open a file and put the cursor where a code is tested, then ask again.');
			return;
		}
		const { line, character } = editor.selection.active;
		const params: PositionParams = {
			textDocument: { uri: editor.document.uri.toString() },
			position: { line, character },
		};
		const answer = await server.request<WhyResult>(Requests.why, params);
		if (answer.range) {
			const { start, end } = answer.range;
			const range = new Range(new Position(start.line, start.character), new Position(end.line, end.character));
			editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
		}
		void window.showInformationMessage(answer.message);
	},
};
