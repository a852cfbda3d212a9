// Source within other documents: script blocks and fenced code. Vue is a language here, contributed by run.mjs; Svelte is
// none, as in a VS Code without its extension: such a file is plain text, and known by its name.
import assert from 'node:assert/strict';
import {
	actionAt,
	apply,
	at,
	closeAll,
	FATAL,
	findingOf,
	findings,
	hoverText,
	hoverWith,
	noFindings,
	open,
} from './support.ts';

const RULE = 'unhandled-fatal-code';
const MISSING = FATAL.filter((code) => code !== '4100');

suite('source in other documents', () => {
	teardown(closeAll);

	for (const [source, language] of [
		['pages/idle.html', 'html'],
		['pages/Idle.vue', 'vue'],
		['pages/Idle.svelte', 'plaintext'],
	] as const) {
		test(`${source}, which is ${language}: a hover, a warning and its fix in the script, nothing around it`, async () => {
			const document = await open(source);
			assert.equal(document.languageId, language);
			const before = document.getText();
			await hoverWith(document, at(document, '4100'), 'Authentication failed');
			assert.doesNotMatch(await hoverText(document, at(document, '5000')), /Tencent/);
			const finding = await findingOf(document, RULE);
			assert.equal(document.getText(finding.range), 'reply.code');
			assert.equal(findings(document).length, 1);

			await apply(await actionAt(document, finding.range, `Handle all ${MISSING.length} fatal codes`));
			const after = document.getText();
			const [script, afterwards] = [before.indexOf('<script'), before.slice(before.indexOf('</script'))];
			assert.equal(after.slice(0, script), before.slice(0, script));
			assert.equal(after.slice(after.indexOf('</script')), afterwards);
			for (const code of MISSING) assert.match(after, new RegExp(`\\bcase ${code}:`));
			await noFindings(document);
		});
	}

	test('fenced code in Markdown has hovers, its prose none, and nothing is reported', async () => {
		const document = await open('notes.md');
		await hoverWith(document, at(document, '4100'), 'Authentication failed');
		assert.equal(await hoverText(document, at(document, '4300')), '');
		// Another one is reported by then, so this one has been looked at.
		await findingOf(await open('pages/idle.html'), RULE);
		assert.deepEqual(findings(document), []);
	});
});
