// Codes that another file declares: the finding follows that file, open or on disk.
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import vscode from 'vscode';
import { closeAll, eventually, FATAL, file, findingOf, findings, noFindings, open } from './support.ts';

const RULE = 'unhandled-fatal-code';
const DISPATCH = 'src/importing.ts';
const CONSTANTS = 'src/shared/refusals.ts';

/** Waits for the one finding in a document, of a switch that names this code only. */
async function handles(document: vscode.TextDocument, code: string): Promise<void> {
	const [first] = FATAL.filter((each) => each !== code);
	await eventually(`a finding for a switch that handles ${code}`, () => {
		const [finding, ...more] = findings(document);
		const says = finding?.message ?? '';
		return more.length === 0 && says.includes(first as string) && !says.includes(code);
	});
	const finding = await findingOf(document, RULE);
	assert.equal(finding.severity, vscode.DiagnosticSeverity.Warning);
}

/** Replaces a piece of text in an editor. */
async function replace(document: vscode.TextDocument, before: string, after: string): Promise<void> {
	const start = document.getText().indexOf(before);
	assert.ok(start >= 0, `${document.uri.path} has no ${before}`);
	const range = new vscode.Range(document.positionAt(start), document.positionAt(start + before.length));
	const edit = new vscode.WorkspaceEdit();
	edit.replace(document.uri, range, after);
	assert.ok(await vscode.workspace.applyEdit(edit));
}

suite('constants of another file', () => {
	teardown(closeAll);

	test('are known, though that file is not open', async () => {
		await handles(await open(DISPATCH), '4100');
	});

	// The disk first: VS Code keeps a document for minutes after its editor is closed, and while it does, that counts.
	test('a file changed on disk, and its folder renamed and deleted, by another program', async () => {
		const dispatch = await open(DISPATCH);
		await handles(dispatch, '4100');
		const path = file(CONSTANTS).fsPath;
		const before = await fs.readFile(path, 'utf8');
		const folder = file('src/shared').fsPath;
		const away = file('src/elsewhere').fsPath;
		try {
			await fs.writeFile(path, before.replace('4100', '4000'));
			await handles(dispatch, '4000');
			await fs.rename(folder, away);
			await noFindings(dispatch);
			await fs.rename(away, folder);
			await handles(dispatch, '4000');
			await fs.rm(folder, { recursive: true });
			await noFindings(dispatch);
		} finally {
			await fs.rm(away, { recursive: true, force: true });
			await fs.mkdir(folder, { recursive: true });
			await fs.writeFile(path, before);
		}
		await handles(dispatch, '4100');
	});

	test('a file that files.exclude hides is not looked at', async () => {
		const dispatch = await open(DISPATCH);
		await handles(dispatch, '4100');
		const configuration = () => vscode.workspace.getConfiguration('files');
		await configuration().update('exclude', { '**/shared': true }, vscode.ConfigurationTarget.Workspace);
		try {
			await noFindings(dispatch);
		} finally {
			await configuration().update('exclude', undefined, vscode.ConfigurationTarget.Workspace);
		}
		await handles(dispatch, '4100');
	});

	test('another value there changes the finding here, saved or not', async () => {
		const dispatch = await open(DISPATCH);
		await handles(dispatch, '4100');
		const constants = await open(CONSTANTS);
		await replace(constants, '4100', '4000');
		await handles(dispatch, '4000');
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
		await handles(dispatch, '4100');
	});

	test('renamed there, the finding here is gone until the name here follows', async () => {
		const dispatch = await open(DISPATCH);
		await handles(dispatch, '4100');
		const constants = await open(CONSTANTS);
		await replace(constants, 'DENIED', 'REFUSED');
		await noFindings(dispatch);
		await replace(dispatch, '{ DENIED }', '{ REFUSED }');
		await replace(dispatch, 'case DENIED', 'case REFUSED');
		await handles(dispatch, '4100');
	});
});
