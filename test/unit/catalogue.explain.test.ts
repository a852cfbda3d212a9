import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainCode, explainJson, explainText } from '../../server/catalogue/explain.ts';
import { escapeMarkdown, plainLine, plainParagraphs } from '../../server/catalogue/text.ts';
import { builtinCatalogue, catalogueOfCodes } from './catalogueSamples.ts';

const catalogue = builtinCatalogue();

describe('the explanation in a hover', () => {
	it('reads from what it is to what to do', () => {
		expect(explainCode(catalogue, '5300').split('\n\n')).toEqual([
			'**5300 Failed to purchase resource** · Tencent Cloud API 2.0',
			'The resource purchase failed because of insufficient balance.',
			'**Fatal: do not retry.** The same request cannot succeed until something is changed.',
			'What to do: Add money to the account, then send the request again.',
			'[Documentation](https://cloud.tencent.com/document/api/213/6982)',
		]);
	});

	it('shows every description word for word', () => {
		for (const { code, type, description } of catalogue.codes) {
			const markdown = explainCode(catalogue, code);
			expect(markdown.startsWith(`**${code} ${type}**`), code).toBe(true);
			expect(markdown).toContain(`\n\n${description}\n\n`);
		}
	});

	it('gives the name that a companion field shows', () => {
		expect(explainCode(catalogue, '4100')).toMatch(/^\*\*4100 Authentication failed\*\* · AuthFailure · Tencent/);
	});

	it.each([
		['4500', '**Transient: sign again, then retry.** It can succeed with a fresh signature.'],
		['4400', '**Transient: retry with growing pauses.** The same request may succeed later.'],
		['6000', '**Transient: retry later.** The same request may succeed later.'],
		['5400', '**Partial: retry only the items that failed.** Some items succeeded, others failed.'],
	])('says of %s at a glance whether to retry', (code, verdict) => {
		expect(explainCode(catalogue, code).split('\n\n')).toContain(verdict);
	});

	it('opens with its doubt where the code is only possible, and still gives everything', () => {
		const [first, ...rest] = explainCode(catalogue, '4300', { certainty: 'possible' }).split('\n\n');
		expect(first).toBe('If this is Tencent Cloud API 2.0:');
		const [heading, ...certain] = explainCode(catalogue, '4300', { certainty: 'certain' }).split('\n\n');
		expect(heading).toBe('**4300 Access denied** · Tencent Cloud API 2.0');
		expect(rest).toEqual(['**4300 Access denied**', ...certain]);
		expect(explainCode(catalogue, '4300', { certainty: 'likely' })).not.toContain('If this');
	});

	it('tells of a module code in front of the message', () => {
		expect(explainCode(catalogue, '4000', { module: '100004' })).toContain('The message opens with 100004, a code of');
	});

	it('is short for success', () => {
		expect(explainCode(catalogue, '0')).toBe(
			'**0 Success** · Tencent Cloud API 2.0\n\nNo error: the request was executed.',
		);
	});

	it('says so where there is no such code', () => {
		expect(explainCode(catalogue, '9999')).toContain('This catalogue has no such code.');
		expect(explainCode(catalogue, '7000')).toContain('It occurs beside these codes, but is none of them.');
	});

	it('shows what a catalogue may say besides, and nothing where it says nothing', () => {
		const rich = catalogueOfCodes([
			{
				code: 'A.B',
				causes: ['No money', 'No card'],
				solutions: ['Pay'],
				since: 2,
				deprecated: '3.1',
				replacedBy: 'C',
			},
			{ code: 'C' },
		]);
		expect(explainCode(rich, 'A.B').split('\n\n')).toEqual([
			'**A.B** · Acme',
			'**Severity unknown.**',
			'Possible causes:',
			'- No money\n- No card',
			'Possible solutions:',
			'- Pay',
			'Since: 2. Deprecated: 3.1. Replaced by C.',
		]);
		expect(explainCode(rich, 'C')).toBe('**C** · Acme\n\n**Severity unknown.**');
	});

	it('lets no text of a catalogue become markup', () => {
		const hostile =
			'</b><img src=x onerror=alert(1)> [click](https://evil.example) `x` **y** https://evil.example &lt;';
		const fields = { name: hostile, type: hostile, description: hostile, remedy: hostile, causes: [hostile] };
		const evil = catalogueOfCodes([{ code: 'A_B', ...fields, since: hostile, url: 'https://acme.example/a_(b)' }], {
			title: hostile,
		});
		const markdown = explainCode(evil, 'A_B', { certainty: 'possible' });
		expect(markdown.replace('[Documentation](https://acme.example/a_%28b%29)', '')).not.toMatch(
			/(?<!\\)[<`[\]]|(?<!\\)&lt|https:\/\//,
		);
		expect(markdown).toContain('**A\\_B \\</b>');
	});
});

describe('the explanation in a terminal', () => {
	it('says the same without markup', () => {
		expect(explainText(catalogue, '4300')).toBe(
			[
				'4300 Access denied\nTencent Cloud API 2.0',
				'Account is blocked or not within the user range of the API.',
				'Fatal: do not retry. The same request cannot succeed until something is changed.',
				'What to do: Check whether the account is blocked. If it is not, ask customer service whether this API is open to the account; no change of the request helps.',
				'Documentation: https://cloud.tencent.com/document/api/213/6982',
			].join('\n\n'),
		);
		expect(explainText(catalogue, '4100')).toMatch(
			/^4100 Authentication failed \(AuthFailure\)\nTencent Cloud API 2\.0\n/,
		);
		expect(explainText(catalogue, '4300', { certainty: 'possible' })).toMatch(/^If this is Tencent Cloud API 2\.0:\n/);
	});

	it('lets no control character through', () => {
		const hostile = 'a\u001b[2Jb\u0007c\u009bd\r\ne\u202ef';
		const evil = catalogueOfCodes([{ code: 1, type: hostile, description: hostile, causes: [hostile] }], {
			title: hostile,
		});
		expect(explainText(evil, '1')).toContain('a [2Jb c d ef');
		expect(explainText(evil, '1').replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
	});
});

describe('the explanation as data', () => {
	it('has every field', () => {
		expect(explainJson(catalogue, '4100')).toMatchObject({
			catalogue: 'tencentcloud-v2',
			title: 'Tencent Cloud API 2.0',
			code: '4100',
			name: 'AuthFailure',
			type: 'Authentication failed',
			description: 'Signature authentication failed. Please see the Authentication section in the document.',
			severity: 'fatal',
			retry: 'never',
			remedy: expect.stringContaining('SecretKey'),
			url: 'https://cloud.tencent.com/document/api/213/6982',
		});
		expect(explainJson(catalogue, '4300')?.name).toBeNull();
	});

	it('knows success, and no code that is none', () => {
		expect(explainJson(catalogue, '0')).toMatchObject({ code: '0', name: 'Success', severity: null, retry: null });
		expect(explainJson(catalogue, '9999')).toBeUndefined();
		expect(explainJson(catalogue, '7000')).toBeUndefined();
	});
});

describe('Markdown escaping', () => {
	it.each([
		'Try again later (or not), 2.0 is old; see "x": 50% off!',
		"another user's resource is accessed.",
		'C# and a - b, 1 + 1 = 2, R&D, 3 > 2',
		'权限不足，请联系管理员。',
	])('leaves prose alone: %s', (text) => {
		expect(escapeMarkdown(text)).toBe(text);
	});

	it.each([
		['# Heading', '\\# Heading'],
		['> quote', '\\> quote'],
		['- item', '\\- item'],
		['+ item', '\\+ item'],
		['1. item', '1\\. item'],
		['2) item', '2\\) item'],
		['---', '\\---'],
		['===', '\\==='],
		['    code', 'code'],
		['```js', '\\`\\`\\`js'],
		['~~gone~~', '\\~\\~gone\\~\\~'],
		['*a* __b__', '\\*a\\* \\_\\_b\\_\\_'],
		['<b>&lt;&#60;', '\\<b>\\&lt;\\&#60;'],
		['![i](x) [l]: y', '!\\[i\\](x) \\[l\\]: y'],
		['https://a.example www.b.example c@d.example', 'https:\\//a.example www\\.b.example c\\@d.example'],
		['| a | b |', '\\| a \\| b \\|'],
		['back\\slash', 'back\\\\slash'],
		['one\ntwo  \nthree', 'one two three'],
		['one\r\n\r\n# two', 'one\n\n\\# two'],
		['a\u0000b\u001b[0m\u2028- c', 'a b \\[0m - c'],
		['', ''],
	])('disarms %j', (text, escaped) => {
		expect(escapeMarkdown(text)).toBe(escaped);
	});

	it('takes nothing away but white space and what cannot be seen', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const shown = escapeMarkdown(text).replace(/\\([!-/:-@[-`{-~])/g, '$1');
				expect(shown).toBe(plainParagraphs(text).join('\n\n'));
				expect(plainLine(plainLine(text))).toBe(plainLine(text));
			}),
		);
	});
});
