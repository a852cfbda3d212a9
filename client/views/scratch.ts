/** A scratch document with a text that was made for reading. */
import { Position, ViewColumn, WorkspaceEdit, window, workspace } from 'vscode';

/** An edit, not a document made with its text: so the text can be undone and an empty scratch closes without a question. */
export async function openScratch(text: string): Promise<void> {
	const document = await workspace.openTextDocument({ language: isJson(text) ? 'json' : 'plaintext' });
	await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: false });
	const edit = new WorkspaceEdit();
	edit.insert(document.uri, new Position(0, 0), text);
	if (!(await workspace.applyEdit(edit))) throw new Error('The scratch document did not take the decoded text.');
}

function isJson(text: string): boolean {
	try {
		return typeof JSON.parse(text) === 'object';
	} catch {
		return false;
	}
}
