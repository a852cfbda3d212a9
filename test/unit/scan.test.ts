/** A scan gives what reading the log as a whole gives, however it is cut and whoever finds the places. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recogniseLog } from '../../server/recognise/log.ts';
import { builtinLookup, logReaders } from '../support/catalogues.ts';
import { testFormats } from '../support/engine.ts';
import { scanText } from '../support/scan.ts';

const formats = await testFormats();
const readers = logReaders([builtinLookup('tencentcloud-v2'), builtinLookup('tencentcloud-v3')]);

/** Line, offset in bytes, catalogue, code and certainty of what a document with this text shows. */
function asDocument(text: string): unknown[] {
	return recogniseLog(text, readers, [], formats).map(({ start, catalogue, code, certainty }) => ({
		line: text.slice(0, start).split('\n').length,
		offset: Buffer.byteLength(text.slice(0, start)),
		...{ catalogue, code, certainty },
	}));
}

const asRows = (text: string | Uint8Array, cut?: Parameters<typeof scanText>[1]) =>
	scanText(text, cut).map(({ line, offset, catalogue, code, certainty }) => ({
		line,
		offset,
		catalogue,
		code,
		certainty,
	}));

const piece = fc.constantFrom(
	'code=4100',
	' code: "4200"',
	'{"code":4100,"message":"(100004)x"}',
	'{"code":"4300","codeDesc":"x"}',
	'qcloud ',
	'2026-11-23T08:15:00Z ERROR ',
	'[TencentCloudSDKError] Code=InternalError',
	'\nMessage=x',
	'\n  requestId: 7',
	'Code: AuthFailure.SignatureFailure',
	'codeDesc=AuthFailure ',
	'\\"code\\":\\"4400\\",',
	'- request:\n  x: cvm.tencentcloudapi.com\n',
	'"Code":"LimitExceeded"',
	'{',
	'}',
	'[',
	']',
	'"code": 5100,',
	'"message": "x"',
	'{"detail": {',
	',',
	'"',
	'\\',
	'\0',
	'é错',
	'\n',
	'\n',
	'\n',
	'\r\n',
	' ',
	'x',
);
const log = fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join(''));

describe('a scan', () => {
	test('gives the rows of the document, in chunks of any size', () => {
		fc.assert(
			fc.property(log, fc.integer({ min: 1, max: 90 }), (text, chunk) => {
				const expected = asDocument(text);
				expect(asRows(text)).toEqual(expected);
				expect(asRows(text, { chunk })).toEqual(expected);
			}),
			{ numRuns: 500, endOnFailure: true },
		);
	});

	test('gives the same by the plain scanner', () => {
		fc.assert(
			fc.property(log, (text) => {
				expect(scanText(text, { by: 'plain', chunk: 50 })).toEqual(scanText(text));
			}),
			{ numRuns: 200, endOnFailure: true },
		);
	});

	test('takes any bytes, and every row stands where it says', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.oneof(
						piece.map((text) => Buffer.from(text)),
						fc.uint8Array({ maxLength: 6 }).map((bytes) => Buffer.from(bytes)),
					),
					{
						maxLength: 60,
					},
				),
				fc.integer({ min: 1, max: 90 }),
				(parts, chunk) => {
					const bytes = Buffer.concat(parts);
					const rows = scanText(bytes);
					expect(scanText(bytes, { chunk })).toEqual(rows);
					for (const { line, offset, code } of rows) {
						expect(bytes.toString('latin1', offset, offset + code.length)).toBe(code);
						expect(bytes.subarray(0, offset).filter((byte) => byte === 10)).toHaveLength(line - 1);
					}
				},
			),
			{ numRuns: 500, endOnFailure: true },
		);
	});

	test('judges lines alike that differ in numbers and ids alone, and only those', () => {
		const number = fc.oneof(
			fc.constantFrom('0', '2', '5', '20', '4100', '100004', '20108', '007'),
			fc.nat().map(String),
		);
		const id = fc.oneof(fc.uuid(), fc.stringMatching(/^[0-9a-f]{1,12}$/), fc.stringMatching(/^[A-Za-z0-9_]{1,6}$/));
		const line = fc
			.tuple(
				fc.constantFrom(
					'N code=4100 message=(N)x',
					'{"time":"I","code":4200,"message":"N:x","requestId":"I"}',
					'took N ms, code: 4300 by I, tencent cloud api N.N',
					'qcloud code=N id=I',
					'HTTP/N.N code=4100',
					'I code=N code=4100 codeDesc=I',
					'[N] {"code":"N","codeDesc":"I"}',
					'N.api.qcloud.com code=4400',
					'size: N, code: 4500, {"code":4600,"I":N}',
					'[TencentCloudSDKError] Code=InternalError, Message=N, RequestId=I',
					'message: N',
					'{"a":N,',
					'N,',
					'- request:',
					'  I',
				),
				fc.array(number, { minLength: 4, maxLength: 4 }),
				fc.array(id, { minLength: 2, maxLength: 2 }),
			)
			.map(([pattern, numbers, ids]) => {
				let n = 0;
				let i = 0;
				return pattern.replace(/[NI](?![a-z])/g, (mark) => (mark === 'N' ? numbers[n++ % 4] : ids[i++ % 2]) ?? '');
			});
		fc.assert(
			fc.property(fc.array(line, { minLength: 2, maxLength: 40 }), (lines) => {
				const text = lines.join('\n');
				expect(asRows(text)).toEqual(asDocument(text));
			}),
			{ numRuns: 600, endOnFailure: true },
		);
	});

	test('of lines longer than a record: the same places, whatever the chunks', () => {
		const filler = 'abc def 4100 '.repeat(30_000);
		const text = `first code=4200 qcloud\n${filler}qcloud code=4100 ${filler} code=4300 qcloud ${filler}\nlast code=4400 qcloud`;
		const rows = asRows(text);
		expect(rows.map(({ line, code }) => `${line} ${code}`)).toEqual(['1 4200', '2 4100', '2 4300', '3 4400']);
		for (const chunk of [1_000, 100_000, 300_001]) expect(asRows(text, { chunk })).toEqual(rows);
	});

	test('of JSON that is larger than any record: each object is one', () => {
		const object = (code: number) =>
			`  {\n    "code": ${code},\n    "codeDesc": "x",\n    "text": "${'y'.repeat(900)}"\n  }`;
		const codes = Array.from({ length: 700 }, (_, i) => [4100, 4200, 4300][i % 3] ?? 0);
		const text = `[\n${codes.map(object).join(',\n')}\n]\n`;
		const rows = asRows(text);
		expect(rows).toHaveLength(700);
		expect(rows.every(({ certainty }) => certainty === 'certain')).toBe(true);
		expect(rows).toEqual(asDocument(text));
		for (const chunk of [5_000, 70_000]) expect(asRows(text, { chunk })).toEqual(rows);
	});
});
