// The commands of the palette, as far as they can be seen from inside the extension host; test/ui looks at the rest.
import assert from 'node:assert/strict';
import vscode from 'vscode';
import { at, closeAll, eventually, extension, hoverWith, open, serverProcesses } from './support.ts';

function putCursor(document: vscode.TextDocument, anchor: vscode.Position, active = anchor): vscode.TextEditor {
	const editor = vscode.window.activeTextEditor;
	assert.equal(editor?.document, document);
	editor.selection = new vscode.Selection(anchor, active);
	return editor;
}

/** Waits for the scratch document with this very text. */
function scratchWith(text: string): Promise<vscode.TextEditor> {
	return eventually(`a scratch document with “${text}”`, () =>
		vscode.window.visibleTextEditors.find(({ document }) => document.isUntitled && document.getText() === text),
	);
}

suite('commands', () => {
	teardown(closeAll);

	test('Decode \\u Escapes takes the message under the cursor into a scratch document beside it', async () => {
		const document = await open('replies/refused.json');
		const editor = putCursor(document, at(document, 'u4efd'));
		await vscode.commands.executeCommand('faultbook.decodeEscapes');
		const scratch = await scratchWith('身份认证失败');
		assert.notEqual(scratch.viewColumn, editor.viewColumn);
		assert.equal(document.isDirty, false);
	});

	test('Decode \\u Escapes takes the selection', async () => {
		const document = await open({ language: 'plaintext', content: 'it said \\u5931\\u8d25, twice' });
		const start = document.positionAt(document.getText().indexOf('\\'));
		putCursor(document, start, document.positionAt(document.getText().indexOf(',')));
		await vscode.commands.executeCommand('faultbook.decodeEscapes');
		await scratchWith('失败');
	});

	test('Decode \\u Escapes opens nothing where there is no escape', async () => {
		const document = await open('src/ports.ts');
		putCursor(document, at(document, '5000'));
		await vscode.commands.executeCommand('faultbook.decodeEscapes');
		assert.deepEqual(
			vscode.workspace.textDocuments.filter((each) => each.isUntitled),
			[],
		);
	});

	test('Why Is This Not Reported? brings what it judged into view', async () => {
		const document = await open('src/instances.ts');
		await hoverWith(document, at(document, '4100'), 'Authentication failed');
		const editor = putCursor(document, at(document, '4100'));
		await vscode.commands.executeCommand('faultbook.why');
		assert.ok(editor.visibleRanges.some((range) => range.contains(at(document, 'reply.code'))));
	});

	test('Explain Code… begins at the code under the cursor and opens its page', async () => {
		const document = await open('src/instances.ts');
		putCursor(document, at(document, '4100'));
		const done = vscode.commands.executeCommand('faultbook.explainCode');
		const tab = await eventually('a page about 4100', async () => {
			await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
			return vscode.window.tabGroups.all
				.flatMap((group) => group.tabs)
				.find(({ input }) => input instanceof vscode.TabInputWebview);
		});
		await done;
		assert.match(tab.label, /4100 Authentication failed/);
	});

	test('Restart Server starts another one that answers', async () => {
		const document = await open('src/instances.ts');
		await hoverWith(document, at(document, '4100'), 'Authentication failed');
		const [before] = await serverProcesses();
		assert.ok(before);
		// Twice, as an impatient person does: still one server.
		await Promise.all([1, 2].map(() => vscode.commands.executeCommand('faultbook.restartServer')));
		assert.equal(extension().exports.status.server, 'running');
		await hoverWith(document, at(document, '4100'), 'Authentication failed');
		await eventually('one new server', async () => {
			const all = await serverProcesses();
			return all.length === 1 && all[0] !== before;
		});
	});
});
