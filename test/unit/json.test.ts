import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recogniseJson } from '../../server/recognise/json.ts';
import { builtinLookup, lookupFrom, replyJudges, sample } from '../support/catalogues.ts';

const tencent = builtinLookup('tencentcloud-v2');

/** `5100 likely (20108)` for each sighting; checks that each range covers the value alone. */
function seen(text: string, always: readonly string[] = [], lookups = [tencent]): string[] {
	return recogniseJson(text, replyJudges(lookups), always).map((sighting) => {
		expect(text.slice(sighting.start, sighting.end)).toBe(sighting.code);
		expect(sighting.role).toBe('field');
		const module = sighting.module === undefined ? '' : ` (${sighting.module})`;
		const catalogue = lookups.length > 1 ? ` ${sighting.catalogue}` : '';
		return `${sighting.code}${sighting.success ? ' success' : ''} ${sighting.certainty}${module}${catalogue}`;
	});
}

describe('real replies', () => {
	it.each([
		// A lone code, as a string; nothing says whose it is.
		['01_v2_code_only.json', ['5100 possible']],
		// The message opens with a module code.
		['02_v2_live_dual.json', ['5100 likely (20108)']],
		['03_v2_unicode.json', ['4600 possible']],
		['04_v2_cvm_module.json', ['5100 likely (100004)']],
		// `codeDesc` is this API's own.
		['06_v2_cdn_authfailure.json', ['4100 certain']],
		['07_v2_cdn_authfailure_en.json', ['4100 certain']],
		['08_v2_cdn_userexist.json', ['4000 certain (9123)']],
		// Success of the reply is certain by `codeDesc`; that of the item within `data` is not, so it is no sighting.
		['14_v2_success.json', ['0 success certain']],
		// Success throughout, and no proof of whose.
		['15_v2_batch_detail.json', []],
		// API 3.0; `"SerialNo":"5000:…"` is a trap.
		['31_sms_partial.json', []],
	])('%s', (name, expected) => {
		expect(seen(sample(name))).toEqual(expected);
	});

	it('are certain throughout where a setting says whose they are', () => {
		const always = ['tencentcloud-v2'];
		expect(seen(sample('01_v2_code_only.json'), always)).toEqual(['5100 certain']);
		expect(seen(sample('14_v2_success.json'), always)).toEqual(['0 success certain', '0 success certain']);
		expect(seen(sample('15_v2_batch_detail.json'), always)).toHaveLength(3);
		expect(seen(sample('31_sms_partial.json'), always)).toEqual([]);
	});
});

describe('no code of this API', () => {
	it.each([
		['weather', '{"code":4000,"name":"Drizzle"}'],
		['a chart of accounts', '[{"code":"4100","name":"Sales"},{"code":"5000","name":"Cost of goods"}]'],
		['a town', '{"code":"4100","city":"Basel"}'],
		['Korean area codes', '{"CODE":4100,"message":"x"}'],
		['another name', '{"statusCode":4100,"errcode":4100,"exit_code":4100,"message":"x"}'],
		['memory', '{"Memory":4000,"port":5000,"message":"x"}'],
		['an unknown code', '{"code":4999,"message":"x"}'],
		['a foreign code', '{"code":7000,"message":"x","codeDesc":"y"}'],
		['a negative foreign code', '{"code":-502,"message":"x","codeDesc":"y"}'],
		['another spelling', '{"code":4100.0,"message":"x"} {"code":4.1e3,"message":"x"} {"code":" 4100","message":"x"}'],
		['a leading zero', '{"code":04100,"message":"x"}'],
		['a part of a token', '{"code":4100abc,"message":"x"}'],
		['a negative number', '{"code":-4100,"message":"x"}'],
		['a list', '{"code":[4100],"message":"x"}'],
		['a string cut off', '{"message":"x","code":"4100'],
		['a companion alone', '{"codeDesc":"AuthFailure","message":"x"}'],
		['a value of a companion', '{"codeDesc":"4100","message":"x"}'],
		['a code as a name', '{"4100":"Authentication failed"}'],
		['text in a string', '{"text":"{\\"code\\":4100,\\"message\\":\\"x\\"}"}'],
		['a comment', '{ /* "code": 4100, "message": "x" */ "a": 1 }'],
		['success without proof', '{"code":0,"message":"success"}'],
		['nothing', ''],
	])('%s', (_name, text) => {
		expect(seen(text)).toEqual([]);
	});
});

describe('operand', () => {
	it('needs a sibling of the catalogue, or none at all', () => {
		expect(seen('{"code":4100}')).toEqual(['4100 possible']);
		expect(seen('{"code":4100,"message":null}')).toEqual(['4100 possible']);
		expect(seen('{"code":4100,"data":{}}')).toEqual([]);
		expect(seen('{"code":5400,"data":{},"detail":{}}')).toEqual(['5400 possible']);
	});

	it('is exact in case', () => {
		expect(seen('{"Code":4100,"Message":"x"}')).toEqual([]);
	});
});

describe('context', () => {
	it('a companion of another code is still one, whatever its order', () => {
		expect(seen('{"codeDesc":"AuthFailure","message":"x","code":4000}')).toEqual(['4000 certain']);
		expect(seen('{"codeDesc":"SomethingNew","code":"5100"}')).toEqual(['5100 certain']);
		expect(seen('{"codeDesc":null,"code":5100}')).toEqual(['5100 possible']);
	});

	it('of a parent is none for its children, but for the items of a batch', () => {
		expect(seen('{"code":5100,"codeDesc":"x","data":{"code":4100,"message":"y"}}')).toEqual([
			'5100 certain',
			'4100 possible',
		]);
		expect(seen('{"detail":{"qcvm1":{"code":4100,"message":"y"}},"code":5400,"codeDesc":"x"}')).toEqual([
			'4100 certain',
			'5400 certain',
		]);
		expect(seen('{"code":5400,"codeDesc":"x","detail":[{"code":4100,"message":"y"},{"code":0,"message":""}]}')).toEqual(
			['5400 certain', '4100 certain', '0 success certain'],
		);
		expect(seen('{"code":5400,"message":"(100004)x","detail":{"a":{"code":4100,"message":"y"}}}')).toEqual([
			'5400 likely (100004)',
			'4100 likely',
		]);
		expect(seen('{"codeDesc":"x","detail":{"a":{"code":4100,"message":"y"}}}')).toEqual(['4100 possible']);
	});

	it('a host or a word in the same document', () => {
		const reply = '{"code":4100,"message":"x"}';
		expect(seen(`{"url":"https://cvm.api.qcloud.com/v2/index.php","response":${reply}}`)).toEqual(['4100 certain']);
		expect(seen(`{"client":"QcloudApi","response":[${reply}]}`)).toEqual(['4100 certain']);
		expect(seen(`{"client":"xqcloudy","response":${reply}}`)).toEqual(['4100 possible']);
		expect(seen(`{"client":"qcloud"}\n${reply}`)).toEqual(['4100 possible']);
		expect(seen(`${reply}\n{"client":"qcloud"}`)).toEqual(['4100 possible']);
		expect(seen(`// a reply of qcloud\n${reply}`)).toEqual(['4100 certain']);
	});

	it('a pragma comment holds for the file', () => {
		const text = '{"code":4100,"message":"x"}\n{"code":0,"message":""}\n// faultbook-catalogue tencentcloud-v2\n{}';
		expect(seen(text)).toEqual(['4100 certain', '0 success certain']);
		expect(seen('// faultbook-catalogue other\n{"code":4100,"message":"x"}')).toEqual(['4100 possible']);
		expect(seen('{"note":"faultbook-catalogue tencentcloud-v2","a":{"code":4100}}')).toEqual(['4100 possible']);
	});
});

describe('module codes', () => {
	it.each([
		['(100004)projectId', '4100 likely (100004)'],
		['20108:Channel', '4100 likely (20108)'],
		['(9123)\\u534f', '4100 likely (9123)'],
		['(bd6d22a359eb)An internal error', '4100 possible'],
		['12:30 is too late', '4100 possible'],
		['1230:30', '4100 possible'],
		['404: not found', '4100 possible'],
		['see (100004)', '4100 possible'],
		['()', '4100 possible'],
	])('%s', (message, expected) => {
		expect(seen(`{"code":4100,"message":"${message}"}`)).toEqual([expected]);
	});
});

describe('JSON as it is found', () => {
	it.each([
		['trailing commas', '{"code":4100,"message":"x",}', ['4100 possible']],
		['missing commas', '{"code":4100\n"message":"x" "codeDesc":"y"}', ['4100 certain']],
		['comments', '{"code": /* why */ 4100, // x\n"message":"x"}', ['4100 possible']],
		['white space', '{ "code"\r\n :\r\n "4100" , "message":"x"}', ['4100 possible']],
		['a byte order mark', '\ufeff{"code":4100,"message":"x"}', ['4100 possible']],
		[
			'several documents',
			'{"code":4100,"message":"x"}{"code":4200,"message":"x"}\n\n[{"code":4300}]',
			['4100 possible', '4200 possible', '4300 possible'],
		],
		[
			'JSON Lines',
			'{"code":4100,"codeDesc":"x"}\r\n{"code":4200,"message":"x"}\r\n',
			['4100 certain', '4200 possible'],
		],
		[
			'a line cut off',
			'{"code":4100,"codeDesc":"x","message":"qclo\n{"code":4200,"message":"x"}\n',
			['4100 certain', '4200 possible'],
		],
		['an end cut off', '{"a":[{"code":4100,"message":"x"', ['4100 possible']],
		['a wrong bracket', '{"a":[{"code":4100,"message":"x"]}}', ['4100 possible']],
		['the same field twice', '{"code":4100,"code":"4200","message":"x"}', ['4100 possible', '4200 possible']],
		['NUL and half a pair', '{"code":4100,"message":"\0\ud800"}\0{"code":4200}', ['4100 possible', '4200 possible']],
	])('%s', (_name, text, expected) => {
		expect(seen(text)).toEqual(expected);
	});

	it('as nested as it likes', () => {
		const deep = 100_000;
		expect(seen('['.repeat(deep))).toEqual([]);
		expect(seen(`${'['.repeat(deep)}{"code":4100}${']'.repeat(deep)}`)).toEqual(['4100 possible']);
		expect(seen(`${'{"detail":'.repeat(deep)}{"code":4100,"message":"x"}`)).toEqual(['4100 possible']);
	});

	it('5 MB well under a second', () => {
		const item = '{"code":0,"message":"","requestId":"9a1c6f0e-4000-4100-8200-5000aa00bb11","port":5000},\n';
		const text = `[${item.repeat(Math.ceil(5_000_000 / item.length))}{"code":4100,"message":"x"}]`;
		const begin = performance.now();
		expect(seen(text)).toEqual(['4100 possible']);
		expect(performance.now() - begin).toBeLessThan(1_000);
	});
});

describe('several catalogues', () => {
	const acme = lookupFrom({
		faultbook: 1,
		id: 'acme',
		title: 'Acme',
		contexts: { words: ['acme'] },
		match: { fields: ['code', 'errorNo'], companions: ['errorName'], messages: ['message'] },
		codes: [{ code: 4100 }, { code: 'Card.Declined' }],
	});
	const both = [tencent, acme];

	it('the best explained wins, a tie shows both', () => {
		expect(seen('{"code":4100,"message":"x"}', [], both)).toEqual([
			'4100 possible tencentcloud-v2',
			'4100 possible acme',
		]);
		expect(seen('{"code":4100,"codeDesc":"x"}', [], both)).toEqual(['4100 certain tencentcloud-v2']);
		expect(seen('{"code":4100,"errorName":"x"}', [], both)).toEqual(['4100 certain acme']);
		expect(seen('{"code":4200,"errorName":"x"}', [], both)).toEqual([]);
		expect(seen('{"errorNo":"Card.Declined"}', [], both)).toEqual(['Card.Declined likely acme']);
	});

	it('the nearer context wins', () => {
		expect(seen('{"code":4100,"codeDesc":"x"}', ['acme'], both)).toEqual(['4100 certain tencentcloud-v2']);
		expect(seen('{"by":"acme","a":{"code":4100}}', ['tencentcloud-v2'], both)).toEqual(['4100 certain acme']);
		expect(seen('// faultbook-catalogue acme\n{"a":"qcloud","b":{"code":4100}}', [], both)).toEqual([
			'4100 certain acme',
		]);
	});
});

it('takes any text', () => {
	const pieces = fc.constantFrom(
		'{',
		'}',
		'[',
		']',
		':',
		',',
		'"',
		'"code"',
		'4100',
		'"4100"',
		'"codeDesc"',
		'"a"',
		'"detail"',
		'\n',
		'\\',
		'//',
		'/*',
		'*/',
		'\0',
		'\ud800',
		'x',
	);
	fc.assert(
		fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
			const text = parts.join('');
			let before = -1;
			for (const sighting of recogniseJson(text, replyJudges([tencent]), [])) {
				expect(text.slice(sighting.start, sighting.end)).toBe(sighting.code);
				expect(sighting.start).toBeGreaterThan(before);
				before = sighting.start;
			}
		}),
		{ numRuns: 1_000 },
	);
});

it('finds every code that is written as JSON, with the certainty that it has alone', () => {
	const reply = fc.record(
		{
			code: fc.constantFrom(4000, '4100', 5100, '6200'),
			message: fc.string({ maxLength: 8 }),
			codeDesc: fc.constantFrom('AuthFailure', 'x'),
		},
		{ requiredKeys: ['code', 'message'] },
	);
	fc.assert(
		fc.property(
			fc.array(reply, { minLength: 1, maxLength: 8 }),
			fc.constantFrom(undefined, 2, '\t'),
			(replies, indent) => {
				const parts = replies.map((each) => JSON.stringify(each, undefined, indent));
				expect(seen(parts.join('\n'))).toEqual(parts.flatMap((part) => seen(part)));
				expect(seen(parts.join('\n'))).toHaveLength(replies.length);
			},
		),
	);
});
