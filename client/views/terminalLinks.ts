/** Links in the integrated terminal, where replies arrive as they are: a code is explained, an escaped message decoded. */
import {
	type Disposable,
	type TerminalLink,
	type TerminalLinkContext,
	type TerminalLinkProvider,
	window,
	workspace,
} from 'vscode';
import { type ExplainEntry, type LineParams, type LineResult, Requests } from '../../shared/protocol.ts';
import type { Server } from '../languageClient.ts';
import { showExplanation } from './explanation.ts';
import { openScratch } from './scratch.ts';

/** What a click does. */
interface Link extends TerminalLink {
	readonly target: { readonly entry: ExplainEntry } | { readonly text: string };
}

export function registerTerminalLinks(server: Server): Disposable {
	const provider: TerminalLinkProvider<Link> = {
		async provideTerminalLinks({ line }: TerminalLinkContext): Promise<Link[]> {
			if (line.trim() === '') return [];
			const folder = workspace.workspaceFolders?.[0]?.uri.toString();
			const params: LineParams = { text: line, ...(folder !== undefined && { folder }) };
			// A server that is not there answers nothing: its status says so, a terminal need not.
			const found = await server.request<LineResult>(Requests.line, params).catch(() => undefined);
			if (!found) return [];
			return [
				...found.codes.map(({ start, end, entry }) => ({
					startIndex: start,
					length: end - start,
					tooltip: `Explain ${`${entry.code} ${entry.type}`.trim()}`,
					target: { entry },
				})),
				...found.messages.map(({ start, end, text }) => ({
					startIndex: start,
					length: end - start,
					tooltip: text.length > 200 ? `${text.slice(0, 199)}…` : text,
					target: { text },
				})),
			];
		},
		async handleTerminalLink({ target }) {
			await ('entry' in target ? showExplanation(target.entry) : openScratch(target.text));
		},
	};
	return window.registerTerminalLinkProvider(provider);
}
