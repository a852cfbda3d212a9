/** Which stretches of a document are source, and that taking the rest out moves nothing. */
import { describe, expect, test } from 'vitest';
import { fencedBlocks, onlyBlocks, scriptBlocks } from '../../server/recognise/hosts.ts';

const shown = (text: string, blocks: readonly { language: string; start: number; end: number }[]) =>
	blocks.map(({ language, start, end }) => `${language}: ${text.slice(start, end).trim()}`);
const scripts = (text: string) => shown(text, scriptBlocks(text));
const fences = (text: string) => shown(text, fencedBlocks(text));

describe('script blocks', () => {
	test.each([
		['HTML', '<p>code 4100</p><script>a(1)</script><script type="module">b(2)</script>', ['js: a(1)', 'js: b(2)']],
		['Vue', '<template><a :b="c < d" /></template>\n<script setup lang="ts">\nx\n</script>', ['ts: x']],
		['Svelte', '{#if a < b}{/if}\n<script lang="ts" context="module">y</script>', ['ts: y']],
		['in capitals', '<SCRIPT TYPE="text/JavaScript">z</SCRIPT>', ['js: z']],
		[
			'other types',
			'<script type="text/babel">j</script><script type="application/typescript">t</script>',
			['jsx: j', 'typescript: t'],
		],
		['data', '<script type="application/json">{"code":4100}</script>', []],
		['from elsewhere', '<script src="x.js"></script>', []],
		['in a comment', '<!-- <script>a</script> -->', []],
		['with tags in a string', '<script>s = "<b></b>"; t</script>', ['js: s = "<b></b>"; t']],
		['not closed', '<script>a', ['js: a']],
		['none', 'plain text with 4100', []],
	])('%s', (_, text, expected) => {
		expect(scripts(text)).toEqual(expected);
	});
});

describe('fenced blocks', () => {
	test.each([
		['one', 'Text\n\n```ts\na\nb\n```\nmore', ['ts: a', 'ts: b']],
		['with tildes and more info', '~~~Python title="x"\nc\n~~~', ['python: c']],
		['in a quote', '> ```go\n> d\n> ```', ['go: d']],
		['in a list', '- x\n\n  ```sh\n  e\n  ```', ['sh: e']],
		['without a language', '```\n4100\n```', []],
		['indented code', '    4100', []],
		['inline', 'a `4100` b', []],
		['not closed', '```js\nf', ['js: f']],
	])('%s', (_, text, expected) => {
		expect(fences(text)).toEqual(expected);
	});

	test('with a tab, a byte order mark and CR LF', () => {
		const text = '\ufeff# T\r\n\r\n```py\r\n\tx = 1\r\n\ty\t= 2\r\n```\r\n';
		expect(fences(text)).toEqual(['py: x = 1', 'py: y\t= 2']);
	});
});

test('taking the rest out moves nothing', () => {
	const text = '<p>é中😀</p>\r\n<script>\n  a(4100);\n</script>\n<script>b</script><p>';
	const only = onlyBlocks(text, scriptBlocks(text));
	expect(only).toHaveLength(text.length);
	for (const word of ['a(4100);', 'b']) expect(only.indexOf(word)).toBe(text.indexOf(word, text.indexOf('<script>')));
	expect(only.replace(/\s+/g, ' ').trim()).toBe('a(4100); b');
});
