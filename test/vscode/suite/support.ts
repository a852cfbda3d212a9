/**
 * What the tests share: opening documents of the fixture workspace, waiting for what comes by itself, and asking VS
 * Code for what it would show.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import vscode from 'vscode';
import type { FaultbookApi } from '../../../client/extension.ts';

/** The nine codes that a switch over none of them would be told to handle. */
export const FATAL = ['4000', '4100', '4300', '4600', '5000', '5200', '5300', '5500', '6100'];

export function extension(): vscode.Extension<FaultbookApi> {
	const found = vscode.extensions.getExtension<FaultbookApi>('faultbook.faultbook');
	assert.ok(found, 'the packaged extension is not installed');
	return found;
}

/** Waits until `look` gives something else than undefined or false; fails with what it was about after `atMost` ms. */
export async function eventually<Value>(
	about: string,
	look: () => Value | undefined | false | PromiseLike<Value | undefined | false>,
	atMost = 10_000,
): Promise<Value> {
	const end = Date.now() + atMost;
	for (;;) {
		const value = await look();
		if (value !== undefined && value !== false) return value;
		if (Date.now() > end) assert.fail(`waited ${atMost / 1000} s for ${about}`);
		await pause(50);
	}
}

export function pause(time: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, time));
}

/** Gives the uri of a file in the fixture workspace. */
export function file(path: string): vscode.Uri {
	const folder = vscode.workspace.workspaceFolders?.[0];
	assert.ok(folder, 'no workspace is open');
	return vscode.Uri.joinPath(folder.uri, ...path.split('/'));
}

/** Opens a file of the workspace, or a text of its own in an untitled document, in an editor. */
export async function open(source: string | { language: string; content: string }): Promise<vscode.TextDocument> {
	const document = await (typeof source === 'string'
		? vscode.workspace.openTextDocument(file(source))
		: vscode.workspace.openTextDocument(source));
	// A preview would close with the next document, and its findings go with it.
	await vscode.window.showTextDocument(document, { preview: false });
	return document;
}

/** Throws away what tests changed, and closes all editors. */
export async function closeAll(): Promise<void> {
	for (const document of vscode.workspace.textDocuments) {
		if (!document.isDirty) continue;
		await vscode.window.showTextDocument(document);
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	}
	await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Where `text` stands (its `nth` occurrence, from 0): one character in, as a mouse would point at it. */
export function at(document: vscode.TextDocument, text: string, nth = 0): vscode.Position {
	let offset = -1;
	for (let count = 0; count <= nth; count++) offset = document.getText().indexOf(text, offset + 1);
	assert.ok(offset >= 0, `${document.uri.path} has no ${JSON.stringify(text)}`);
	return document.positionAt(offset + 1);
}

/** The text of all hovers there, or '' . */
export async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
	const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
		'vscode.executeHoverProvider',
		document.uri,
		position,
	);
	return hovers
		.flatMap((hover) => hover.contents)
		.map((content) => (typeof content === 'string' ? content : content.value))
		.join('\n');
}

/** Waits for a hover there that holds `wanted`: the server may still be reading the document. */
export function hoverWith(document: vscode.TextDocument, position: vscode.Position, wanted: string): Promise<string> {
	return eventually(`a hover with “${wanted}” in ${document.uri.path}`, async () => {
		const text = await hoverText(document, position);
		return text.includes(wanted) && text;
	});
}

export function findings(document: vscode.TextDocument): vscode.Diagnostic[] {
	return vscode.languages.getDiagnostics(document.uri).filter((diagnostic) => diagnostic.source === 'faultbook');
}

/** The rule of a diagnostic: its code, which carries a link to the rule's page. */
function ruleOf({ code }: vscode.Diagnostic): string {
	assert.ok(typeof code === 'object', 'a diagnostic links to the page of its rule');
	assert.match(code.target.toString(true), /^https:\/\//);
	return String(code.value);
}

/** Waits for a finding of a rule, one that says what is wanted. */
export function findingOf(document: vscode.TextDocument, rule: string, says = /./): Promise<vscode.Diagnostic> {
	return eventually(`${rule} in ${document.uri.path}`, () =>
		findings(document).find((diagnostic) => ruleOf(diagnostic) === rule && says.test(diagnostic.message)),
	);
}

export function noFindings(document: vscode.TextDocument): Promise<boolean> {
	return eventually(`no findings in ${document.uri.path}`, () => findings(document).length === 0);
}

/** Quick fixes at a place, with their edits. Only Faultbook's are looked at by title. */
export async function actionsAt(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
	const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
		'vscode.executeCodeActionProvider',
		document.uri,
		range,
		undefined,
		20, // so many of them are resolved, which brings their edits
	);
	return actions;
}

/** Waits for the action with this title: VS Code cancels the question when another extension registers meanwhile. */
export async function actionAt(
	document: vscode.TextDocument,
	range: vscode.Range,
	title: string,
): Promise<vscode.CodeAction> {
	let offered: vscode.CodeAction[] = [];
	try {
		return await eventually(`the action “${title}” in ${document.uri.path}`, async () => {
			offered = await actionsAt(document, range);
			return offered.find((action) => action.title === title);
		});
	} catch (error) {
		throw new Error(`${error}; offered: ${offered.map((action) => action.title).join(', ')}`);
	}
}

export async function apply(action: vscode.CodeAction): Promise<void> {
	assert.ok(action.edit, `“${action.title}” has no edit`);
	assert.ok(await vscode.workspace.applyEdit(action.edit), `“${action.title}” could not be applied`);
}

/** Sets `faultbook.…` for the workspace while `work` runs. */
export async function withSetting(key: string, value: unknown, work: () => Promise<void>): Promise<void> {
	const set = (to: unknown) =>
		vscode.workspace.getConfiguration('faultbook').update(key, to, vscode.ConfigurationTarget.Workspace);
	await set(value);
	try {
		await work();
	} finally {
		await set(undefined);
	}
}

/** Process ids of the language servers that this very extension host started. */
export async function serverProcesses(): Promise<number[]> {
	const run = promisify(execFile);
	// On Windows there is no ps; what it would print is asked of PowerShell.
	const { stdout } =
		process.platform === 'win32'
			? await run('powershell', [
					'-NoProfile',
					'-Command',
					'Get-CimInstance Win32_Process | ForEach-Object { "$($_.ProcessId) $($_.ParentProcessId) $($_.CommandLine)" }',
				])
			: await run('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args=']);
	return stdout
		.split('\n')
		.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
		.filter((match) => match?.[2] === String(process.pid) && /faultbook.*dist[\\/]server\.js/.test(match[3] ?? ''))
		.map((match) => Number(match?.[1]));
}
