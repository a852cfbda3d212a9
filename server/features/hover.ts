/** Hover: what a code is and what to do about it; over an escaped message, what it says. */
import type { Hover, HoverParams } from 'vscode-languageserver';
import type { Feature } from '../session.ts';

export const hover: Feature = {
	capabilities: () => ({ hoverProvider: true }),
	start({ connection, client, guard, engine, document }) {
		connection.onHover(
			guard<HoverParams, Hover | null>('textDocument/hover', null, async ({ textDocument, position }, token) => {
				const open = await document(textDocument.uri);
				if (open === undefined || token.isCancellationRequested) return null;
				const { service } = await engine();
				if (token.isCancellationRequested) return null;
				const { input, settings, text } = open;
				const found = await service.hover(input, settings, text.offsetAt(position), token);
				if (found === undefined) return null;
				const range = { start: text.positionAt(found.start), end: text.positionAt(found.end) };
				return client.showsMarkdown
					? { contents: { kind: 'markdown', value: found.markdown }, range }
					: { contents: { kind: 'plaintext', value: plainText(found.markdown) }, range };
			}),
		);
	},
};

/** Our own Markdown without its signs, for clients that show them as they are. */
function plainText(markdown: string): string {
	return markdown
		.replace(/(?<!\\)\[((?:[^\]\\]|\\.)*)\]\(([^)]*)\)/g, '$1 ($2)')
		.replace(/(?<!\\)(\*\*|`)/g, '')
		.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
