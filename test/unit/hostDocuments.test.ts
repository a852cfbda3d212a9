/** Documents that have source in them, as their reader has them: every place is the document's own. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { DocumentInput, Service } from '../../server/service.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { testService } from '../support/engine.ts';
import { applyEdits } from '../support/fixtures.ts';

let service: Service;
beforeAll(async () => {
	service = await testService();
});

const documentOf = (path: string, text: string): DocumentInput => ({
	...{ uri: `file:///workspace/${path}`, path, languageId: '', version: 1, text },
});

const SCRIPT = `import { call } from './qcloud.ts';

export async function show(id: string) {
  const res = await call('DescribeInstances', { id });
  switch (res.code) {
    case 0:
      return res.data;
    case 4100:
      throw new Error(res.message);
  }
}
`;

async function fixed(document: DocumentInput, title: RegExp): Promise<string> {
	const { findings } = await service.model(document, DEFAULT_SETTINGS);
	const range = findings[0] ?? { start: 0, end: document.text.length };
	const fixes = await service.fixes(document, DEFAULT_SETTINGS, range, { commands: [] });
	const fix = fixes.find((one) => title.test(one.title));
	expect(fix, fixes.map((one) => one.title).join(', ')).toBeDefined();
	const edits = await service.edits(document, DEFAULT_SETTINGS, fix?.id ?? '');
	return applyEdits(document.text, edits ?? []);
}

describe.each([
	['Vue', 'a.vue', '<template>\n  <b v-if="code < 4100">4300</b>\n</template>\n\n<script lang="ts">\n', '</script>\n'],
	['Svelte', 'a.svelte', '<script lang="ts">\n', '</script>\n\n{#if res.code < 4100}<b>4300</b>{/if}\n'],
	[
		'HTML',
		'a.html',
		'<!doctype html>\r\n<p>4300</p>\r\n<script type="application/typescript">\n',
		'</script>\n<script>{"code": 1}</script>\n',
	],
])('%s', (_, path, before, behind) => {
	const document = documentOf(path, `${before}${SCRIPT}${behind}`);

	test('a dispatch in its script is reported where it stands', async () => {
		const { findings, sightings } = await service.model(document, DEFAULT_SETTINGS);
		const at = document.text.indexOf('res.code', before.length);
		expect(findings.map(({ rule, start, end }) => [rule, start, end])).toEqual([
			['unhandled-fatal-code', at, at + 'res.code'.length],
		]);
		expect(sightings.map(({ start, end }) => document.text.slice(start, end))).toEqual(['0', '4100']);
	});

	test('its fix is written as in a file of its own', async () => {
		const alone = await fixed(documentOf('alone.ts', SCRIPT), /^Handle all/);
		expect(await fixed(document, /^Handle all/)).toBe(`${before}${alone}${behind}`);
	});

	test('it is suppressed in its script', async () => {
		const alone = await fixed(documentOf('alone.ts', SCRIPT), /^Suppress/);
		expect(await fixed(document, /^Suppress/)).toBe(`${before}${alone}${behind}`);
	});

	test('a hover explains its code, and nothing around it', async () => {
		const hover = async (at: number) => (await service.hover(document, DEFAULT_SETTINGS, at))?.markdown ?? '';
		expect(await hover(document.text.indexOf('case 4100') + 6)).toMatch(/^\*\*4100/);
		expect(await hover(document.text.indexOf('4300') + 1)).toBe('');
	});
});

test('what a script is judged as stands behind its tag', async () => {
	const source = 'switch (code) {\n    case 4100: a(); break;\n    case 4300: b(); break;\n  }\n';
	const text = (comment: string) => `<p>x</p>\n<script>${comment}\n  ${source}</script>\n`;
	expect(await fixed(documentOf('b.html', text('')), /^Judge this file/)).toBe(
		text('\n  // faultbook-catalogue tencentcloud-v2'),
	);
	const inLine = documentOf('c.html', `<script>${source}</script>`);
	expect(await fixed(inLine, /^Judge this file/)).toBe(
		`<script>\n// faultbook-catalogue tencentcloud-v2\n${source}</script>`,
	);
});

test('a syntax error is told by its line in the document', async () => {
	const model = await service.model(
		documentOf('d.vue', `<p>\n\n</p>\n<script>\n// qcloud\n\nif (x {\n</script>\n`),
		DEFAULT_SETTINGS,
	);
	expect(model.syntaxError).toBe(6);
});

describe('Markdown', () => {
	const text = [
		'# Errors of qcloud',
		'Code 4100 is plain text.',
		'```python',
		'if reply["code"] == 4300:',
		'    pass',
		'```',
		'- in a list:',
		'',
		'  ```ts',
		'  if (reply.code === 5000) retry();',
		'  ```',
		'',
		'```text',
		'code 5100',
		'```',
		'',
	].join('\n');
	const document = documentOf('notes.md', text);

	test('the codes in its fences are explained, and nothing is reported', async () => {
		const model = await service.model(document, DEFAULT_SETTINGS);
		expect(model.sightings.map(({ code, start, end }) => [code, text.slice(start, end)])).toEqual([
			['4300', '4300'],
			['5000', '5000'],
		]);
		expect(model.findings).toEqual([]);
		expect(model.dispatches).toEqual([]);
		const hover = await service.hover(document, DEFAULT_SETTINGS, text.indexOf('4300') + 1);
		expect(hover?.markdown).toMatch(/^\*\*4300/);
		expect(await service.hover(document, DEFAULT_SETTINGS, text.indexOf('4100') + 1)).toBeUndefined();
	});

	test('that speaks of nothing says only that it may be', async () => {
		const other = documentOf('other.md', text.replace('qcloud', 'ours'));
		const { sightings } = await service.model(other, DEFAULT_SETTINGS);
		expect(sightings.map(({ certainty }) => certainty)).toEqual(['possible', 'possible']);
	});
});

test('fixes of a version are written for it, though the next one was asked for meanwhile', async () => {
	const own = await testService();
	// The language is there, so that only the documents are waited for.
	await own.model(documentOf('other.ts', SCRIPT), DEFAULT_SETTINGS);
	const one = documentOf('race.ts', SCRIPT);
	const at = { start: SCRIPT.indexOf('res.code'), end: SCRIPT.indexOf('res.code') + 3 };
	const expected = await service.fixes(one, DEFAULT_SETTINGS, at, { commands: [] });
	const next = { ...one, version: 2, text: `// moved\n\n\n${SCRIPT.replace('4100', '5200')}` };
	const [fixes] = await Promise.all([
		own.fixes(one, DEFAULT_SETTINGS, at, { commands: [] }),
		own.model(next, DEFAULT_SETTINGS),
	]);
	expect(fixes.map(({ title }) => title)).toEqual(expected.map(({ title }) => title));
});
