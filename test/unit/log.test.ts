import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sighting } from '../../server/model.ts';
import { recogniseLog } from '../../server/recognise/log.ts';
import { builtinLookup, logReaders, lookupFrom, sample } from '../support/catalogues.ts';
import { testFormats } from '../support/engine.ts';
import { joinedRecords } from '../support/records.ts';

const formats = await testFormats();
const tencent = builtinLookup('tencentcloud-v2');
const tencentReaders = logReaders([tencent]);

function seen(text: string, always: readonly string[] = [], lookups = [tencent]): string[] {
	return recogniseLog(text, logReaders(lookups), always, formats).map((sighting) => {
		expect(text.slice(sighting.start, sighting.end)).toBe(sighting.code);
		expect(sighting.role).toBe('logged');
		const module = sighting.module === undefined ? '' : ` (${sighting.module})`;
		const catalogue = lookups.length > 1 ? ` ${sighting.catalogue}` : '';
		return `${sighting.code}${sighting.success ? ' success' : ''} ${sighting.certainty}${module}${catalogue}`;
	});
}

describe('real logs', () => {
	it.each([
		// A transcript: the reply is one record over its lines; `codeDesc` is this API's own.
		['11_qcloudcli.log', ['4100 certain']],
		// The outer object's only sibling is `data`, which no catalogue names; the JSON within that string names a message.
		['12_cmq_nested.log', ['4000 likely (10430)']],
		// Codes of API 3.0 as words; `SerialNo "5000:…"`, ids and `code: 200` are traps.
		['17_v3_cassette.yaml', []],
		['19_terraform_cbs.log', []],
		['20_lego.log', []],
		['21_ruby.log', []],
		['22_python.log', []],
		['24_python_missing.log', []],
		['25_python_sigsize.log', []],
		['26_cpp_printall.log', []],
		['27_tke_cbs.log', []],
		['30_terraform_multiline.log', []],
		// Replies as they stand in a log.
		['01_v2_code_only.json', ['5100 possible']],
		['02_v2_live_dual.json', ['5100 likely (20108)']],
		['04_v2_cvm_module.json', ['5100 likely (100004)']],
		['08_v2_cdn_userexist.json', ['4000 certain (9123)']],
		['14_v2_success.json', ['0 success certain']],
		['15_v2_batch_detail.json', []],
		['31_sms_partial.json', []],
	])('%s', (name, expected) => {
		expect(seen(sample(name))).toEqual(expected);
	});
});

describe('pairs', () => {
	it.each([
		['code=4100', ['4100 possible']],
		['code: 4100', ['4100 possible']],
		['code="4100"', ['4100 possible']],
		["{'code': 4100, 'message': 'x'}", ['4100 possible']],
		["{'code' => '4100'}", ['4100 possible']],
		['[code] => 4100', ['4100 possible']],
		['map[code:4100 message:x]', ['4100 possible']],
		['Error code: 4100.', ['4100 possible']],
		['Error code: code=4100', ['4100 possible']],
		['request failed (code=4100)', ['4100 possible']],
		['鉴权失败，code=4100，请重试', ['4100 possible']],
		['resp.code=4100', ['4100 possible']],
		['HTTP 200, code=4100', ['4100 possible']],
		['{"level":"error","msg":"failed, code=4100 codeDesc=AuthFailure"}', ['4100 certain']],
		['level=error code=4100 codeDesc=AuthFailure', ['4100 certain']],
		["{ code: 4100, message: 'x', codeDesc: 'AuthFailure' }", ['4100 certain']],
		['POST https://cvm.api.qcloud.com/v2/index.php code=4100', ['4100 certain']],
		['QcloudClient: code=4100', ['4100 certain']],
		['xqcloudy: code=4100', ['4100 possible']],
		['code=5100 message=(100004)projectId', ['5100 likely (100004)']],
		['code=5100, message: "20108:Channel"', ['5100 likely (20108)']],
		['code=5100 message=(bd6d22a359eb)An error', ['5100 possible']],
		['qcloud code=0', ['0 success certain']],
		['code=0', []],
		['code=5100 took 4100ms', ['5100 possible']],
		['"code":4100,"message":"x"} (the beginning is gone)', ['4100 possible']],
		['he said "\\ncode=4100"', ['4100 possible']],
		['{"text":"{\\"code\\":4100,\\"message\\":\\"x\\"}"}', ['4100 possible']],
		['{"text":"{\\"code\\":\\"4100\\",\\"codeDesc\\":\\"AuthFailure\\"}"}', ['4100 certain']],
		[
			'{"a":"{\\"b\\":\\"{\\\\\\"code\\\\\\":4100,\\\\\\"message\\\\\\":\\\\\\"20108:x\\\\\\"}\\"}"}',
			['4100 likely (20108)'],
		],
		['{"text":"{\\"code\\":\\"4100 and more\\"}"}', []],
	])('%s', (text, expected) => {
		expect(seen(text)).toEqual(expected);
	});
});

describe('no code of this API', () => {
	it.each([
		'took 4100ms',
		'listening on port=5000, port: 5000',
		'exit code=4100',
		'exit_code=4100',
		'exitCode=4100',
		'exited with code: 4100',
		'Process exited with code=4100',
		'close code=4000',
		'WebSocket closed, code=4004, reason=x',
		'socket closed with code: 4100',
		'closed (code=4000)',
		'socket closed: {"code":4000}',
		'status code=4100',
		'status_code=4100',
		'statusCode: 4100',
		'http code: 4100',
		'HTTP/1.1 code=4100',
		'http_code=4100',
		'zip code: 4100',
		'country code=4100',
		'error_code=4100',
		'errcode=4100',
		'Code=4100',
		'CODE: 4100',
		'GET /callback?code=4100&state=x',
		'run --code=4100',
		'code=4100ms',
		'code=4100.5',
		'code=1.4100',
		'code=41000',
		'code=04100',
		'code=0x4100',
		'code=4_100',
		'code=-4100',
		'code=4100-4200',
		'code="4100 and more"',
		'code 4100',
		'code == 4100',
		'code=7000 codeDesc=x',
		'id 9a1c6f0e-4000-4100-8200-5000aa00bb11 v4100 4100',
		'{"code":4000,"name":"Drizzle"}',
		'{"code":"4100","city":"Basel"}',
		'{"code":4100,"data":{}}',
		'{"Memory":4000,"message":"x"}',
		'rtmp://5000.livepush.example/live',
		'codeDesc=AuthFailure',
		'',
	])('%s', (text) => {
		expect(seen(text)).toEqual([]);
	});
});

describe('records', () => {
	it('one sighting per record and code, the best explained', () => {
		expect(seen('code=4100 and again code=4100')).toEqual(['4100 possible']);
		expect(seen('code=4100 code=4200')).toEqual(['4100 possible', '4200 possible']);
		const text = '[{"code":4100,"message":"a"},{"code":4100,"codeDesc":"b"}]';
		expect(recogniseLog(text, tencentReaders, [], formats)).toMatchObject([
			{ start: text.lastIndexOf('4100'), certainty: 'certain' },
		]);
		expect(seen('code=4100\ncode=4100\r\ncode=4100')).toHaveLength(3);
	});

	it('evidence in another line does not count', () => {
		expect(seen('calling cvm.api.qcloud.com\ncode=4100\ncodeDesc=AuthFailure\n')).toEqual(['4100 possible']);
		expect(seen('code=4100\n', ['tencentcloud-v2'])).toEqual(['4100 certain']);
		expect(seen('code=0\n', ['tencentcloud-v2'])).toEqual(['0 success certain']);
	});

	it('a reply over several lines is one with the line that it begins on', () => {
		const reply = '{\r\n  "message": "x",\r\n  "code": 4100\r\n}';
		expect(seen(`ERROR qcloud said ${reply}\r\ncode=4200`)).toEqual(['4100 certain', '4200 possible']);
		expect(seen(`ERROR ${reply} from qcloud\ncode=4200`)).toEqual(['4100 certain', '4200 possible']);
		expect(seen(`qcloud\n${reply}\nqcloud`)).toEqual(['4100 possible']);
		expect(seen('reply: [\n  {"code": 4100,\n   "codeDesc": "x"},\n  {"code": 4200, "message": "y"}\n]')).toEqual([
			'4100 certain',
			'4200 possible',
		]);
	});

	it('what is never closed joins nothing', () => {
		expect(seen('qcloud body: {\n[2024-01-01] code=4100\n}')).toEqual(['4100 possible']);
		expect(seen('qcloud if (x) {\n  "code": 4100,\n')).toEqual(['4100 possible']);
		const text = 'a {\n{\n  "b": 1\n}\nc {\n"d": 2 }\n';
		const joined = joinedRecords(text).map(({ start, end }) => text.slice(start, end));
		expect(joined).toEqual(['{\n  "b": 1\n}', 'c {\n"d": 2 }']);
		const long = `qcloud {\n${'"a": 1,\n'.repeat(3_000)}"code": 4100\n}`;
		expect(seen(long)).toEqual(['4100 possible']);
	});

	it('a fragment that is cut off', () => {
		expect(seen('ERR {"code":4100,"codeDesc":"AuthFail')).toEqual(['4100 certain']);
		expect(seen('ERR {"message":"(100004)x","code":5100')).toEqual(['5100 likely (100004)']);
		expect(seen('ERR {"message":"x","code":"51')).toEqual([]);
	});

	it('several fragments, and words with braces before them', () => {
		expect(seen('in {x} {"code":4100,"message":"a"} then {"code":4200,"codeDesc":"b"} end')).toEqual([
			'4100 possible',
			'4200 certain',
		]);
		expect(seen('qcloud {"code":4100,"message":"a"} {"code":4200,"message":"b"}')).toEqual([
			'4100 certain',
			'4200 certain',
		]);
	});
});

it('several catalogues: the best explained wins', () => {
	const acme = lookupFrom({
		faultbook: 1,
		id: 'acme',
		title: 'Acme',
		contexts: { words: ['acme'] },
		match: { fields: ['errorNo', 'code'] },
		codes: [{ code: 4100 }, { code: 'Card.Declined' }],
	});
	expect(seen('acme code=4100', [], [tencent, acme])).toEqual(['4100 certain acme']);
	expect(seen('code=4100', [], [tencent, acme])).toEqual(['4100 possible tencentcloud-v2', '4100 possible acme']);
	expect(seen('acme errorNo=Card.Declined.', [], [tencent, acme])).toEqual(['Card.Declined certain acme']);
});

const piece = fc.constantFrom(
	'code=4100',
	' code: "4200"',
	'{"code":4100,"message":"(100004)x"}',
	'{"code":"4300","codeDesc":"x"}',
	'qcloud ',
	'codeDesc=AuthFailure ',
	'exit ',
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
	'\ud800',
	'\n',
	'\n',
	'\r\n',
	' ',
	'x',
);

/** The ends of all records: of joined ones, and of the lines outside of these. */
function recordEnds(text: string): number[] {
	const joined = joinedRecords(text);
	const ends: number[] = [];
	for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1))
		if (!joined.some((record) => record.start <= end && end < record.end)) ends.push(end + 1);
	return ends;
}

it('a log in parts gives the same sightings as a whole', () => {
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 60 }), fc.func(fc.boolean()), (pieces, isCut) => {
			const text = pieces.join('');
			const cuts = [0, ...recordEnds(text).filter((end) => isCut(end)), text.length];
			const parts: Sighting[] = [];
			for (let index = 0; index + 1 < cuts.length; index++) {
				const start = cuts[index] ?? 0;
				for (const sighting of recogniseLog(text.slice(start, cuts[index + 1]), tencentReaders, [], formats))
					parts.push({ ...sighting, start: start + sighting.start, end: start + sighting.end });
			}
			expect(parts).toEqual(recogniseLog(text, tencentReaders, [], formats));
		}),
		{ numRuns: 5_000 },
	);
});

it('takes any text, and every range covers a code', () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
				fc.string({ unit: 'binary' }),
			),
			(text) => {
				let before = -1;
				for (const sighting of recogniseLog(text, tencentReaders, ['tencentcloud-v2'], formats)) {
					expect(text.slice(sighting.start, sighting.end)).toBe(sighting.code);
					expect(sighting.start).toBeGreaterThan(before);
					before = sighting.start;
				}
			},
		),
		{ numRuns: 2_000 },
	);
});

describe('large logs', () => {
	const within = (limit: number, run: () => void): void => {
		const begin = performance.now();
		run();
		expect(performance.now() - begin).toBeLessThan(limit);
	};

	it('20 MB in a second', () => {
		const line =
			'2024-01-01T00:00:00Z INFO GET /v2/users statusCode=200 took 4100ms id=9a1c6f0e-4000-4100 {"a":[1,2],"b":"c"}\n';
		const text = `${line.repeat(Math.ceil(20_000_000 / line.length))}qcloud code=4100\n`;
		within(1_000, () => expect(seen(text)).toEqual(['4100 certain']));
	});

	it('a line of 1 MB', () => {
		const text = `${'x'.repeat(500_000)} code=4100 qcloud {"code":4200,"message":"${'y'.repeat(500_000)}"}\n`;
		within(1_000, () => expect(seen(text)).toEqual(['4100 certain', '4200 certain']));
	});

	it('hostile ones', () => {
		for (const part of [
			'{\n',
			'{"a":\n',
			'{"code":4100,\n',
			'code=',
			'code: 4100 ',
			'{"code":4100,"message":"x"}',
			'"',
			'{ ',
			',\n',
			'[',
			'\\"',
			'code  ',
		])
			within(4_000, () =>
				recogniseLog(`${part.repeat(Math.ceil(1_000_000 / part.length))}\ncode=4100`, tencentReaders, [], formats),
			);
	}, 60_000);
});
