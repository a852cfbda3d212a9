/** Why Is This Not Reported?: how the tests of a code around the cursor were judged. */
import { Range, TextEditorRevealType, window } from 'vscode';
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
		if (!answer.range) {
			void window.showInformationMessage(answer.message);
			return;
		}
		const { start, end } = answer.range;
		const judged = new Range(start.line, start.character, end.line, end.character);
		editor.revealRange(judged, TextEditorRevealType.InCenterIfOutsideViewport);
		// Not awaited: the command is over, and the message may stay open. (Without a button it would show one line only.)
		void window.showInformationMessage(headed(answer, start.line), SELECT).then((choice) => {
			if (choice !== SELECT) return;
			return window.showTextDocument(editor.document, { viewColumn: editor.viewColumn, selection: judged });
		});
	},
};

const SELECT = 'Select What Was Judged';

/** The cursor may be far below what it speaks of, in an arm. */
function headed({ outcome, message }: WhyResult, line: number): string {
	const place = `Line ${line + 1}`;
	return outcome === 'reported'
		? `${place} is reported: ${message}`
		: `${place} is not reported (${outcome}): ${message}`;
}
