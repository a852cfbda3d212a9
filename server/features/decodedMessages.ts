/** Inlay hints: what a message with `\uXXXX` escapes says, behind it, in logs and replies. */
import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import type { Feature } from '../session.ts';

/** A longer message would push the rest of its line out of sight; whole in the tooltip. */
const LONGEST = 60;

export const decodedMessages: Feature = {
	capabilities: () => ({ inlayHintProvider: true }),
	start({ connection, guard, engine, document }) {
		connection.languages.inlayHint.on(
			guard<InlayHintParams, InlayHint[] | null>('textDocument/inlayHint', null, async ({ textDocument, range }) => {
				const open = await document(textDocument.uri);
				if (open === undefined) return null;
				const { service } = await engine();
				const { input, text } = open;
				const found = service.messages(input, text.offsetAt(range.start), text.offsetAt(range.end));
				return found.map(({ end, text: said }) => {
					const characters = [...said.replace(/\s+/g, ' ')];
					const label =
						characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : characters.join('');
					return { position: text.positionAt(end), label, tooltip: said, paddingLeft: true };
				});
			}),
		);
	},
};
