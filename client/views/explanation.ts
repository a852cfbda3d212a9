/**
 * The explanation of a code as a rendered Markdown page: beside the code that raised the question, in one tab that the
 * next explanation takes over, and never in the way of a file to be saved.
 */
import { commands, type Disposable, Uri, window, workspace } from 'vscode';
import { type ExplainEntry, Requests } from '../../shared/protocol.ts';
import type { Server } from '../languageClient.ts';

const SCHEME = 'faultbook-explain';

/** Serves the pages: asked of the server when shown, so that a page restored from the last session is filled too. */
export function registerExplanations(server: Server): Disposable {
	return workspace.registerTextDocumentContentProvider(SCHEME, {
		async provideTextDocumentContent(uri) {
			const [catalogue, code] = JSON.parse(uri.query) as [string, string];
			const entries = await server.request<readonly ExplainEntry[]>(Requests.explain, {});
			const entry = entries.find((each) => each.catalogue === catalogue && each.code === code);
			return entry?.markdown ?? `The catalogue ${catalogue} has no code ${code} any more.`;
		},
	});
}

export async function showExplanation(entry: ExplainEntry): Promise<void> {
	// The path is the tab's title; the parts of a path are told apart by slashes, so there can be none in it.
	const title = `${entry.code} ${entry.type}`.trim().replaceAll(/[\\/]+/g, ' ');
	const uri = Uri.from({
		scheme: SCHEME,
		path: `/${title}.md`,
		query: JSON.stringify([entry.catalogue, entry.code]),
	});
	try {
		await commands.executeCommand(window.activeTextEditor ? 'markdown.showPreviewToSide' : 'markdown.showPreview', uri);
	} catch {
		// VS Code's own Markdown extension can be disabled: the text itself is readable too.
		await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
	}
}
