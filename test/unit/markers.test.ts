/** The marker format of fixtures: what is taken out of the text, and what is read from it. */
import { describe, expect, test } from 'vitest';
import { parseFixture } from '../support/markers.ts';

const text = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;

describe('a marked fixture', () => {
	test('loses its marker lines and nothing else', () => {
		const fixture = parseFixture(
			text(
				'//| Prose for the reader.',
				'//= sightings: 1',
				'// a comment of the program',
				'switch (code) {',
				'//      ^^^^ outcome reported',
				'}',
			),
			'//',
		);
		expect(fixture.source).toBe(text('// a comment of the program', 'switch (code) {', '}'));
		expect(fixture.sightings).toBe(1);
	});

	test('counts positions in the text that is left, whatever stood above', () => {
		const { source, expectations } = parseFixture(
			text(
				'//| Prose.',
				'let a;',
				'if (res.code === 4100) {',
				'//  ^^^^^^^^ outcome too-little',
				'//               ^^^^ sighting 4100 certain comparison',
				'}',
			),
			'//',
		);
		expect(expectations.map(({ start, end }) => source.slice(start, end))).toEqual(['res.code', '4100']);
		expect(expectations.map(({ line }) => line)).toEqual([4, 5]);
	});

	test('points by text where carets cannot reach, by whole words and the n-th of them', () => {
		const { source, expectations } = parseFixture(
			text(
				'if code in codes or code:',
				'# @code outcome reported',
				'# @code#2 outcome reported',
				'# @`in codes` outcome reported',
			),
			'#',
		);
		expect(expectations.map(({ start }) => start)).toEqual([3, 20, 8]);
		expect(source).toBe('if code in codes or code:\n');
	});

	test('keeps the line ends, of CRLF files too', () => {
		const { source, expectations } = parseFixture('a(code);\r\n//^^^^ outcome reported\r\nb();\r\n', '//');
		expect(source).toBe('a(code);\r\nb();\r\n');
		expect(source.slice(expectations[0]?.start, expectations[0]?.end)).toBe('code');
	});

	test('keeps a last line without an end', () => {
		expect(parseFixture('a(code);\n// @code outcome reported\nb();', '//').source).toBe('a(code);\nb();');
	});

	test('reads tabs as one column each', () => {
		const { source, expectations } = parseFixture(
			text('\t\tcase 4100:', '\t\t//   ^^^^ sighting 4100 certain arm'),
			'//',
		);
		expect(source.slice(expectations[0]?.start, expectations[0]?.end)).toBe('4100');
	});

	test('reads every verb', () => {
		const { expectations } = parseFixture(
			text(
				'switch (code) {}',
				'// @code finding unhandled-fatal-code 4100,4300',
				'// @code finding swallowed-fatal-code 4100 information',
				'// @code finding unused-ignore -',
				'// @code outcome handled 4100',
				'// @code outcome passed-on',
				'// @code sighting 4100 likely arm',
				'// fix Handle all 2 => all',
				'// @code nothing',
				'// @code finding family-missed * information',
			),
			'//',
		);
		expect(expectations).toMatchObject([
			{ verb: 'finding', rule: 'unhandled-fatal-code', codes: ['4100', '4300'], level: 'warning' },
			{ verb: 'finding', rule: 'swallowed-fatal-code', codes: ['4100'], level: 'information' },
			{ verb: 'finding', rule: 'unused-ignore', codes: [], level: 'hint' },
			{ verb: 'outcome', outcome: 'handled', named: ['4100'] },
			{ verb: 'outcome', outcome: 'passed-on' },
			{ verb: 'sighting', code: '4100', certainty: 'likely', role: 'arm' },
			{ verb: 'fix', title: 'Handle all 2', golden: 'all', start: 8, end: 12 },
			{ verb: 'nothing', start: 8, end: 12 },
			{ verb: 'finding', rule: 'family-missed', codes: [], anyCodes: true, level: 'information' },
		]);
	});

	test('reads its header', () => {
		const fixture = parseFixture(
			text('#= path: tests/test_api.py', '#= settings: {"tests": true}', 'x = 1', '#= no-sightings-below', 'y = 2'),
			'#',
		);
		expect(fixture).toMatchObject({ path: 'tests/test_api.py', settings: { tests: true }, noSightingsFrom: 6 });
	});
});

describe('a marker that is not understood is a mistake, named by its line', () => {
	test.each([
		['an unknown verb', '// @code sees 4100', /line 2: sees is no verb/],
		['an unknown rule', '// @code finding unhandeld 4100', /unhandeld is no rule/],
		['an unknown outcome', '// @code outcome fine', /fine is no outcome/],
		['no outcome', '// @code outcome', /nothing is no outcome/],
		['nothing but a pointer', '// @code', /a marker without words is no verb/],
		['words after nothing', '// @code nothing certain', /"certain"/],
		['words too many', '// @code outcome handled 4100 indeed', /"indeed"/],
		['text that is not there', '// @subject outcome handled', /does not hold 1 × subject/],
		['too few of it', '// @code#2 outcome handled', /does not hold 2 × code/],
		['carets beyond the line', `//${' '.repeat(40)}^^ outcome handled`, /beyond the line/],
		['an unknown header', '//= sighting: 3', /a header is/],
		['a header that is no number', '//= sightings: few', /number/],
		['a fix of nothing', '// fix Handle => all', /below the marker/],
	])('%s', (_name, marker, message) => {
		expect(() => parseFixture(text('switch (code) {}', marker), '//')).toThrow(message);
	});

	test('a marker above all source', () => {
		expect(() => parseFixture(text('// @code outcome handled', 'code'), '//')).toThrow(/line 1: no line of source/);
	});

	test('carets aligned by tabs that the line above does not have', () => {
		expect(() => parseFixture(text('    case 4100:', '\t// ^^^^ sighting 4100 certain arm'), '//')).toThrow(/tabs/);
	});
});
