// Hovers on a code, in every kind of document.
import assert from 'node:assert/strict';
import vscode from 'vscode';
import { at, closeAll, file, hoverText, hoverWith, open } from './support.ts';

const TYPE_4100 = 'Authentication failed';
const DESCRIPTION_4100 = 'Signature authentication failed';

suite('hover', () => {
	teardown(closeAll);

	for (const source of ['src/instances.ts', 'src/instances.py', 'src/instances.go']) {
		test(`a code in ${source} is explained, nothing else`, async () => {
			const document = await open(source);
			const text = await hoverWith(document, at(document, '4100'), DESCRIPTION_4100);
			assert.match(text, /4100[\s\S]*Authentication failed/);
			assert.doesNotMatch(text, /If this is/);
		});
	}

	test('a reply in JSON', async () => {
		const document = await open('replies/refused.json');
		await hoverWith(document, at(document, '4100'), DESCRIPTION_4100);
	});

	test('a log line; not the port and the duration beside it', async () => {
		const document = await open('logs/worker.log');
		await hoverWith(document, at(document, '4000'), 'Invalid request parameter');
		assert.equal(await hoverText(document, at(document, '5000')), '');
		assert.equal(await hoverText(document, at(document, '4100')), '');
	});

	test('an escaped message is shown decoded', async () => {
		const document = await open('replies/refused.json');
		await hoverWith(document, at(document, 'u4efd'), '身份认证失败');
	});

	test('a code that is only possible says so first', async () => {
		const document = await open('src/undecided.ts');
		const text = await hoverWith(document, at(document, '5000'), 'Resource not found');
		assert.match(text, /If this is Tencent Cloud API 2\.0:/);
	});

	test('look-alikes have no hover', async () => {
		const document = await open('src/ports.ts');
		for (const number of ['5000', '4000', '4100', '5100']) {
			assert.doesNotMatch(await hoverText(document, at(document, number)), /Tencent|fatal/i);
		}
	});

	test('an untitled document', async () => {
		const content = 'reply = qcloud_call()\nif reply["code"] == 4100:\n    raise PermissionError(reply["message"])\n';
		const document = await open({ language: 'python', content });
		await hoverWith(document, at(document, '4100'), DESCRIPTION_4100);
	});

	test('a notebook cell', async () => {
		const code = 'reply = qcloud_call()\nif reply["code"] == 4100:\n    raise PermissionError(reply["message"])\n';
		const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, code, 'python');
		const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', new vscode.NotebookData([cell]));
		await vscode.window.showNotebookDocument(notebook);
		const { document } = notebook.cellAt(0);
		await hoverWith(document, at(document, '4100'), DESCRIPTION_4100);
	});

	test('an old version from source control is left alone', async () => {
		const scheme = 'old-version';
		const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
			provideTextDocumentContent: () => 'const { code } = await qcloud();\nif (code === 4100) throw new Error();\n',
		});
		try {
			const document = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme, path: '/old.ts' }));
			assert.equal(document.languageId, 'typescript');
			await vscode.window.showTextDocument(document);
			assert.doesNotMatch(await hoverText(document, at(document, '4100')), /Authentication failed/);
		} finally {
			provider.dispose();
		}
	});

	test('a file with Windows line ends: the hover belongs to the code itself', async () => {
		const lines = new TextDecoder().decode(await vscode.workspace.fs.readFile(file('src/instances.ts')));
		await vscode.workspace.fs.writeFile(
			file('src/windows.ts'),
			new TextEncoder().encode(lines.replaceAll(/\r?\n/g, '\r\n')),
		);
		const document = await open('src/windows.ts');
		assert.equal(document.eol, vscode.EndOfLine.CRLF);
		const position = at(document, '4100');
		await hoverWith(document, position, TYPE_4100);
		const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
			'vscode.executeHoverProvider',
			document.uri,
			position,
		);
		assert.equal(hover?.range && document.getText(hover.range), '4100');
	});
});
