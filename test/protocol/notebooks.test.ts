/** The cells of a notebook run in one go: what one declares the others know, as long as the editor says which belong together. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { full, type Profile } from './editors.ts';
import { TestClient } from './testClient.ts';

const notebook: Profile = {
	...full,
	capabilities: { ...full.capabilities, notebookDocument: { synchronization: { dynamicRegistration: true } } },
};

const uri = 'file:///srv/app/a.ipynb';
const cellUri = (id: number) => `vscode-notebook-cell:/srv/app/a.ipynb#W${id}`;
const cell = (id: number) => ({ kind: 2 as const, document: cellUri(id) });
const text = (id: number, content: string, languageId = 'python') => ({
	...{ uri: cellUri(id), languageId, version: 1, text: content },
});

const SETUP = 'import qcloud\nAUTH = 4100\nDENIED = 4300\n';
const TESTS = 'if reply["code"] == AUTH:\n    login()\nelif reply["code"] == DENIED:\n    forbid()\n';

/** A cell is in the index a moment after it was opened or edited. */
const POLL = { timeout: 10_000 };

let client: TestClient;
beforeEach(async () => {
	client = await TestClient.start(notebook, { folders: ['file:///srv/app'] });
	await client.connection.sendNotification('notebookDocument/didOpen', {
		notebookDocument: { uri, notebookType: 'jupyter-notebook', version: 1, cells: [cell(1), cell(2), cell(3)] },
		cellTextDocuments: [text(1, SETUP), text(2, TESTS), text(3, 'const AUTH = 5200;\n', 'javascript')],
	});
});
afterEach(() => client.stop());

const reports = async (id: number): Promise<string[]> =>
	(await client.diagnostics(cellUri(id))).map(({ code, message }) => `${code}: ${message}`);

async function change(cells: object, version: number): Promise<void> {
	await client.connection.sendNotification('notebookDocument/didChange', {
		notebookDocument: { uri, version },
		change: { cells },
	});
}

test('the server asks for all notebooks', () => {
	expect(client.initialized.capabilities.notebookDocumentSync).toEqual({ notebookSelector: [{ notebook: '*' }] });
});

test('a cell knows the imports and constants of the others of its language', async () => {
	await expect
		.poll(() => reports(2), POLL)
		.toEqual([expect.stringMatching(/^unhandled-fatal-code: .*4000.*4600.*5000/)]);
	const hover = await client.hover(cellUri(2), { line: 0, character: 22 });
	expect(JSON.stringify(hover?.contents)).toContain('4100');
});

test('a cell that is edited, and one that goes, changes what the others say', async () => {
	await expect.poll(() => reports(2), POLL).toHaveLength(1);
	await change(
		{
			textContent: [{ document: { uri: cellUri(1), version: 2 }, changes: [{ text: SETUP.replace('4300', '5000') }] }],
		},
		2,
	);
	await expect.poll(() => reports(2), POLL).toEqual([expect.stringContaining('4300')]);
	await change({ structure: { array: { start: 0, deleteCount: 1 }, didClose: [{ uri: cellUri(1) }] } }, 3);
	await expect.poll(() => reports(2), POLL).toEqual([]);
});
