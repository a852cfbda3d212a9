// What is reported, and the fixes for it, as VS Code gets them.
import assert from 'node:assert/strict';
import vscode from 'vscode';
import {
	actionAt,
	actionsAt,
	apply,
	at,
	closeAll,
	eventually,
	FATAL,
	file,
	findingOf,
	findings,
	noFindings,
	open,
	withSetting,
} from './support.ts';

const RULE = 'unhandled-fatal-code';
const MISSING = FATAL.filter((code) => code !== '4100');

suite('diagnostics', () => {
	teardown(closeAll);

	for (const source of ['src/instances.ts', 'src/instances.py', 'src/instances.go']) {
		test(`${source}: forgotten fatal codes are a warning, and handling all of them ends it`, async () => {
			const document = await open(source);
			const finding = await findingOf(document, RULE);
			assert.equal(finding.severity, vscode.DiagnosticSeverity.Warning);
			assert.equal(findings(document).length, 1);
			for (const code of MISSING.slice(0, 3)) assert.ok(finding.message.includes(code), finding.message);

			const fix = await actionAt(document, finding.range, `Handle all ${MISSING.length} fatal codes`);
			assert.equal(fix.isPreferred, true);
			await apply(fix);
			for (const code of MISSING) assert.match(document.getText(), new RegExp(`\\b${code}\\b`));
			await noFindings(document);
		});
	}

	test('the preferred fix comes first and the suppression last', async () => {
		const document = await open('src/instances.ts');
		const { range } = await findingOf(document, RULE);
		await actionAt(document, range, `Handle all ${MISSING.length} fatal codes`);
		// By kind: VS Code does not hand on whose an action is. Nothing else is wrong in this file.
		const ours = (await actionsAt(document, range)).filter(
			({ kind }) => kind?.value === vscode.CodeActionKind.QuickFix.value,
		);
		assert.equal(ours[0]?.title, `Handle all ${MISSING.length} fatal codes`);
		const last = ours.at(-1);
		assert.ok(last);
		await apply(last);
		assert.match(document.getText(), /faultbook-ignore unhandled-fatal-code/);
		await noFindings(document);
	});

	test('the finding goes and comes with the text', async () => {
		const document = await open('src/instances.ts');
		await findingOf(document, RULE);
		const edit = new vscode.WorkspaceEdit();
		const end = at(document, '\t}\n\treturn found');
		edit.insert(document.uri, end, '\tdefault:\n\t\t\tthrow new Error(reply.message);\n\t');
		assert.ok(await vscode.workspace.applyEdit(edit));
		await noFindings(document);
		await vscode.commands.executeCommand('undo');
		await findingOf(document, RULE);
	});

	test('a file with Windows line ends keeps them through a fix', async () => {
		const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file('src/instances.ts')));
		await vscode.workspace.fs.writeFile(
			file('src/windows.ts'),
			new TextEncoder().encode(text.replaceAll(/\r?\n/g, '\r\n')),
		);
		const document = await open('src/windows.ts');
		const { range } = await findingOf(document, RULE);
		await apply(await actionAt(document, range, `Handle all ${MISSING.length} fatal codes`));
		assert.doesNotMatch(document.getText(), /[^\r]\n/);
		await noFindings(document);
	});

	test('an untitled document is judged too', async () => {
		const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file('src/instances.py')));
		await findingOf(await open({ language: 'python', content: text }), RULE);
	});

	test('replies and logs have no findings', async () => {
		for (const source of ['replies/refused.json', 'logs/worker.log', 'src/ports.ts']) {
			const document = await open(source);
			// The one beside it is reported by then, so this one has been looked at.
			await findingOf(await open('src/instances.ts'), RULE);
			assert.deepEqual(findings(document), []);
		}
	});
});

suite('settings', () => {
	teardown(closeAll);

	test('a rule that is off reports nothing; its severity can be another', async () => {
		const document = await open('src/instances.ts');
		await findingOf(document, RULE);
		await withSetting(`rules.${RULE}`, 'off', async () => {
			await noFindings(document);
		});
		await findingOf(document, RULE);
		await withSetting(`rules.${RULE}`, 'error', async () => {
			await eventually('an error', () => findings(document)[0]?.severity === vscode.DiagnosticSeverity.Error);
		});
	});

	test('a rule can be off for one language', async () => {
		const typescript = await open('src/instances.ts');
		const python = await open('src/instances.py');
		await findingOf(typescript, RULE);
		await findingOf(python, RULE);
		const set = (value: unknown) =>
			vscode.workspace
				.getConfiguration('faultbook', { languageId: 'python' })
				.update(`rules.${RULE}`, value, vscode.ConfigurationTarget.Workspace, true);
		await set('off');
		try {
			await noFindings(python);
			await vscode.window.showTextDocument(typescript);
			await findingOf(typescript, RULE);
		} finally {
			await set(undefined);
		}
	});

	test('disabling Faultbook silences it', async () => {
		const document = await open('src/instances.ts');
		await findingOf(document, RULE);
		await withSetting('enable', false, async () => {
			await noFindings(document);
		});
		await findingOf(document, RULE);
	});

	test('an API named for the workspace makes its codes certain', async () => {
		const document = await open('src/undecided.ts');
		await withSetting('catalogues.always', ['tencentcloud-v2'], async () => {
			const finding = await findingOf(document, RULE);
			assert.equal(finding.severity, vscode.DiagnosticSeverity.Warning);
		});
		await noFindings(document);
	});
});

suite('light bulb without a diagnostic', () => {
	teardown(closeAll);

	test('“Judge this file” writes the pragma, and the file is judged', async () => {
		const document = await open('src/undecided.ts');
		const position = at(document, '5000');
		const action = await actionAt(
			document,
			new vscode.Range(position, position),
			'Judge this file as Tencent Cloud API 2.0',
		);
		await apply(action);
		assert.match(document.getText(), /faultbook-catalogue tencentcloud-v2/);
		await findingOf(document, RULE);
	});

	test('“Judge this workspace” writes the setting, and the file is judged', async () => {
		const document = await open('src/undecided.ts');
		const position = at(document, '5000');
		const { command } = await actionAt(
			document,
			new vscode.Range(position, position),
			'Judge this workspace as Tencent Cloud API 2.0',
		);
		assert.ok(command);
		const configuration = () => vscode.workspace.getConfiguration('faultbook.catalogues');
		try {
			await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
			assert.deepEqual(configuration().get('always'), ['tencentcloud-v2']);
			await findingOf(document, RULE);
		} finally {
			await configuration().update('always', undefined, vscode.ConfigurationTarget.Workspace);
		}
	});
});
