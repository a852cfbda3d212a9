/** The reports: places as an editor counts them, text that a terminal can take, one code explained. */
import { expect, test } from 'vitest';
import type { Finding, Model } from '../../server/model.ts';
import { explainReport } from '../../server/report/explain.ts';
import { jsonReport } from '../../server/report/json.ts';
import { type Row, rowsOf } from '../../server/report/rows.ts';
import { paintFor, summary, textReport } from '../../server/report/text.ts';
import { builtinLookup } from '../support/catalogues.ts';

const finding = (start: number, message = 'A message.'): Finding => ({
	start,
	end: start + 1,
	rule: 'unknown-code',
	catalogue: 'acme',
	codes: ['4101'],
	message,
	level: 'information',
	certainty: 'certain',
});

const model = (findings: Finding[]): Model => ({
	uri: 'file:///a.ts',
	version: 1,
	sightings: [],
	concerns: [],
	dispatches: [],
	findings,
});

const noPaint = paintFor({}, {});

test('lines and columns count from 1, in UTF-16 units, whatever ends the lines', () => {
	const text = 'a\r\n😀x\ny\rz';
	const places = [0, text.indexOf('x'), text.indexOf('y'), text.indexOf('z'), text.length];
	const rows = rowsOf('a.ts', text, model(places.map((start) => finding(start))), { explain: false });
	expect(rows.map(({ line, column }) => [line, column])).toEqual([
		[1, 1],
		[2, 3],
		[3, 1],
		[4, 1],
		[4, 2],
	]);
});

test('rows stand in the order of their places, findings with their outcomes', () => {
	const report = {
		start: 0,
		end: 9,
		subject: { start: 2, end: 3 },
		catalogue: 'acme',
		certainty: 'certain',
		outcome: 'handled',
		why: 'All are.',
		named: ['1'],
		missing: [],
	} as const;
	const rows = rowsOf(
		'a.ts',
		'0123456789',
		{ ...model([finding(5), finding(1)]), dispatches: [report] },
		{ explain: true },
	);
	expect(rows.map(({ column }) => column)).toEqual([2, 3, 6]);
	expect(JSON.parse(jsonReport(rows))).toEqual(rows);
	expect(textReport(rows, noPaint).split('\n')[1]).toBe('a.ts:1:3 outcome handled (certain): All are.');
});

test('nothing in a file can give orders to the terminal', () => {
	const rows = rowsOf('a\x1b[31m.ts', 'x', model([finding(0, 'say \x1b]0;owned\x07\nhi')]), { explain: false });
	const text = textReport(rows, noPaint);
	expect(text.trimEnd()).not.toMatch(/\p{Cc}/u);
	expect(text).toContain('information unknown-code: say');
});

test('colours on a terminal only, and not against NO_COLOR', () => {
	const rows = rowsOf('a.ts', 'x', model([finding(0)]), { explain: false });
	const plain = textReport(rows, noPaint);
	expect(textReport(rows, paintFor({ isTTY: true }, { NO_COLOR: '1' }))).toBe(plain);
	expect(textReport(rows, paintFor({ isTTY: false }, {}))).toBe(plain);
});

test('the sum says what there is, and how many', () => {
	const row = (severity: 'warning' | 'hint' | 'information' | 'error'): Row => ({
		file: 'a.ts',
		line: 1,
		column: 1,
		rule: 'unknown-code',
		severity,
		message: '',
		catalogue: 'acme',
		codes: [],
	});
	expect(summary([], 0)).toBe('No file checked: none here is in a language or format that Faultbook reads.');
	expect(summary([row('warning')], 1)).toBe('1 file checked: 1 warning.');
	expect(summary([row('hint'), row('warning'), row('warning'), row('error'), row('information')], 3)).toBe(
		'3 files checked: 1 error, 2 warnings, 1 information, 1 hint.',
	);
});

test('a code that nobody knows is answered with the nearest, or with none where none is near', () => {
	const catalogues = [builtinLookup('tencentcloud-v2').catalogue];
	expect(explainReport(catalogues, '4009', 'text').problem).toContain('4000 (');
	expect(explainReport(catalogues, 'autfailure', 'text').problem).toContain('4100 (');
	expect(explainReport(catalogues, 'nothing like it', 'text').problem).not.toContain('Nearest');
});

test('a code is explained however its capitals are written, but for a family where the rest is as it was written', () => {
	const catalogues = [builtinLookup('tencentcloud-v2').catalogue, builtinLookup('tencentcloud-v3').catalogue];
	const output = (text: string) => explainReport(catalogues, text, 'text').output;
	expect(output('authfailure')).toBe(output('AuthFailure'));
	expect(output('AUTHFAILURE.signaturefailure')).toBe(output('AuthFailure.SignatureFailure'));
	expect(output('resourcenotfound.Disk')).toBe(output('ResourceNotFound.Disk'));
	expect(output('authfailure.signaturefailure')).toContain('AuthFailure.SignatureFailure');
});
