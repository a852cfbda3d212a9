// Notebooks: each cell is a document, and knows what the others of its language declare.
import assert from 'node:assert/strict';
import vscode from 'vscode';
import { actionAt, apply, at, FATAL, file, findingOf, findings, hoverWith, noFindings } from './support.ts';

const RULE = 'unhandled-fatal-code';
const MISSING = FATAL.filter((code) => code !== '4100');

let copies = 0;

/** Opens a copy of a notebook in its editor, and gives its cells' documents. VS Code keeps a notebook's edits for whoever opens it next. */
async function openNotebook(path: string): Promise<vscode.TextDocument[]> {
	const copy = file(path.replace('.', `-${++copies}.`));
	await vscode.workspace.fs.copy(file(path), copy);
	const notebook = await vscode.workspace.openNotebookDocument(copy);
	await vscode.window.showNotebookDocument(notebook);
	return notebook.getCells().map((cell) => cell.document);
}

/** The document of the cell that holds a text. */
function cellWith(cells: readonly vscode.TextDocument[], text: string): vscode.TextDocument {
	const found = cells.find((cell) => cell.getText().includes(text));
	assert.ok(found, `no cell has ${text}`);
	return found;
}

suite('notebooks', () => {
	teardown(async () => {
		// Saved, or closing asks.
		for (const notebook of vscode.workspace.notebookDocuments) await notebook.save();
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
	});

	for (const [path, language] of [
		['notebooks/idle.ipynb', 'python'],
		['notebooks/idle-javascript.ipynb', 'javascript'],
	] as const) {
		test(`${path}: the cell that forgets codes has the warning, and the fix edits it alone`, async () => {
			const cells = await openNotebook(path);
			const cell = cellWith(cells, 'reply');
			assert.equal(cell.languageId, language);
			const finding = await findingOf(cell, RULE);
			// By the constant of the first cell 4100 is handled, and by its host this is the API.
			assert.equal(finding.severity, vscode.DiagnosticSeverity.Warning);
			assert.match(finding.message, /4000/);
			assert.doesNotMatch(finding.message, /4100/);
			assert.deepEqual(
				cells.filter((each) => findings(each).length > 0).map((each) => cells.indexOf(each)),
				[cells.indexOf(cell)],
			);
			const others = cells.filter((each) => each !== cell).map((each) => each.getText());

			await apply(await actionAt(cell, finding.range, `Handle all ${MISSING.length} fatal codes`));
			for (const code of MISSING) assert.match(cell.getText(), new RegExp(`\\b${code}\\b`));
			assert.deepEqual(
				cells.filter((each) => each !== cell).map((each) => each.getText()),
				others,
			);
			await noFindings(cell);
		});

		test(`${path}: a constant of one cell is explained in the cell that tests it`, async () => {
			const testing = cellWith(await openNotebook(path), 'reply');
			await hoverWith(testing, at(testing, 'DENIED'), 'Authentication failed');
		});
	}

	test('an edit in the cell with the constant changes what the other cell is told', async () => {
		const cells = await openNotebook('notebooks/idle.ipynb');
		const [declaring, testing] = [cellWith(cells, 'DENIED ='), cellWith(cells, 'reply')];
		await findingOf(testing, RULE);
		const start = at(declaring, '4100').translate(0, -1);
		const edit = new vscode.WorkspaceEdit();
		edit.replace(declaring.uri, new vscode.Range(start, start.translate(0, 4)), '4000');
		assert.ok(await vscode.workspace.applyEdit(edit));
		await findingOf(testing, RULE, /4100/);
	});
});
