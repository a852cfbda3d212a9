// Every language once, as an editor has it: a hover, a warning, and what the fix writes. The cases come from the
// languages' own fixtures, so a new language is tested here without a word about it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import vscode from 'vscode';
import { type ExpectedFinding, parseFixture } from '../../support/markers.ts';
import { actionAt, apply, closeAll, findingOf, hoverWith, noFindings } from './support.ts';

const FIXTURES = path.join(__dirname, '../../fixtures');
const RULE = 'unhandled-fatal-code';

interface Case {
	readonly file: string;
	readonly source: string;
	readonly finding: ExpectedFinding;
	readonly title: string;
	/** The text after the fix. */
	readonly golden: string;
}

const isAll = (line: string) => /\bfix Handle all .*=> (\S+)/.exec(line)?.[1];

/** The first fixture of a language with one forgetful dispatch and the text after all its codes are handled. */
function caseOf(language: string): Case | undefined {
	const folder = path.join(FIXTURES, language);
	for (const file of fs.readdirSync(folder).sort()) {
		if (file.endsWith('.golden')) continue;
		const text = fs.readFileSync(path.join(folder, file), 'utf8');
		const comment = ['//', '#', '--'].find((one) => text.includes(`${one} fix Handle all`));
		if (comment === undefined || /^\S+= (?:file|path|settings):/m.test(text) || text.includes('\r')) continue;
		const { source, expectations } = parseFixture(text, comment);
		const findings = expectations.filter((one) => one.verb === 'finding');
		const [finding] = findings;
		const name = text.split('\n').map(isAll).find(Boolean);
		if (findings.length !== 1 || finding?.rule !== RULE || name === undefined) continue;
		const golden = path.join(folder, `${path.basename(file, path.extname(file))}.${name}.golden`);
		return {
			file,
			source,
			finding,
			title: `Handle all ${finding.codes.length} fatal codes`,
			golden: fs.readFileSync(golden, 'utf8'),
		};
	}
	return undefined;
}

/** Where a code stands in a text that is no comment: the fix writes both. */
function placeOf(code: string, text: string): number {
	for (const { index } of text.matchAll(new RegExp(`\\b${code}\\b`, 'g')))
		if (!/\/\/|#|--/.test(text.slice(text.lastIndexOf('\n', index) + 1, index))) return index;
	return assert.fail(`${code} stands nowhere but in comments`);
}

suite('languages', () => {
	let folder = '';
	suiteSetup(() => {
		folder = fs.mkdtempSync(path.join(os.tmpdir(), 'faultbook-languages-'));
	});
	teardown(closeAll);
	suiteTeardown(() => fs.rmSync(folder, { recursive: true, force: true }));

	for (const entry of fs.readdirSync(FIXTURES, { withFileTypes: true })) {
		if (!entry.isDirectory()) continue;
		test(`${entry.name}: a warning, its fix, a hover`, async () => {
			const found = caseOf(entry.name);
			assert.ok(found, 'has a fixture with one finding and the text after all its codes are handled');
			const place = path.join(folder, entry.name, found.file);
			fs.mkdirSync(path.dirname(place), { recursive: true });
			fs.writeFileSync(place, found.source);
			const document = await vscode.workspace.openTextDocument(vscode.Uri.file(place));
			await vscode.window.showTextDocument(document, { preview: false });
			const finding = await findingOf(document, RULE);
			assert.equal(document.offsetAt(finding.range.start), found.finding.start);
			await apply(await actionAt(document, finding.range, found.title));
			assert.equal(document.getText(), found.golden);
			await noFindings(document);
			const [code = ''] = found.finding.codes;
			await hoverWith(document, document.positionAt(placeOf(code, document.getText()) + 1), code);
		});
	}
});
