/** Explain Code…: every code of every catalogue in a quick pick; the one picked opens as a readable page. */
import { type QuickPickItem, QuickPickItemKind, type TextEditor, window } from 'vscode';
import { COMMANDS } from '../../shared/commands.ts';
import { type ExplainEntry, Requests } from '../../shared/protocol.ts';
import { showExplanation } from '../views/explanation.ts';
import type { ClientCommand } from './command.ts';

interface CodeItem extends QuickPickItem {
	readonly entry?: ExplainEntry;
}

export const explainCode: ClientCommand = {
	id: COMMANDS.explainCode,
	async run({ server }) {
		const entries = await server.request<readonly ExplainEntry[]>(Requests.explain, {});
		if (entries.length === 0) throw new Error('No catalogue could be loaded, so there is no code to explain.');
		const entry = await pick(entries, wordAtCursor(window.activeTextEditor));
		if (entry) await showExplanation(entry);
	},
};

/** Lets the user choose; begins at the code under the cursor, so that Enter explains it. */
function pick(entries: readonly ExplainEntry[], word: string | undefined): Promise<ExplainEntry | undefined> {
	const quickPick = window.createQuickPick<CodeItem>();
	quickPick.title = 'Explain Code';
	quickPick.placeholder = 'A code, its type, or words of its description';
	quickPick.matchOnDescription = true;
	quickPick.matchOnDetail = true;
	quickPick.items = itemsOf(entries);
	const current = quickPick.items.find((item) => item.entry?.code === word);
	if (current) quickPick.activeItems = [current];
	return new Promise((resolve) => {
		quickPick.onDidAccept(() => {
			resolve(quickPick.selectedItems[0]?.entry);
			quickPick.hide();
		});
		quickPick.onDidHide(() => {
			resolve(undefined);
			quickPick.dispose();
		});
		quickPick.show();
	});
}

/** One row a code; a heading for each catalogue, where there are several. */
function itemsOf(entries: readonly ExplainEntry[]): CodeItem[] {
	const several = new Set(entries.map((entry) => entry.catalogue)).size > 1;
	const items: CodeItem[] = [];
	let heading: string | undefined;
	for (const entry of entries) {
		if (several && entry.catalogue !== heading) {
			heading = entry.catalogue;
			items.push({ label: entry.title, kind: QuickPickItemKind.Separator });
		}
		const label = entry.type ? `${entry.code} ${entry.type}` : entry.code;
		items.push({
			entry,
			label,
			description: entry.severity,
			...(entry.summary ? { detail: entry.summary } : {}),
		});
	}
	return items;
}

function wordAtCursor(editor: TextEditor | undefined): string | undefined {
	if (!editor) return undefined;
	const range = editor.document.getWordRangeAtPosition(editor.selection.active, /[\w.-]+/);
	return range && editor.document.getText(range);
}
