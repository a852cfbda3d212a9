import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../server/catalogue/catalogue.ts';
import { ContextFinder, pragmas } from '../../server/recognise/context.ts';

function finder(contexts: Partial<Catalogue['contexts']>): ContextFinder {
	return new ContextFinder({
		id: 'sample',
		title: 'Sample',
		complete: true,
		demand: 'each',
		grave: [],
		success: [],
		foreign: [],
		contexts: { hosts: [], imports: [], packages: [], words: [], ...contexts },
		match: {
			fields: [],
			companions: [],
			messages: [],
			accessors: [],
			successNames: [],
			items: [],
			exceptions: [],
			texts: [],
		},
		codes: [],
	});
}

describe('words', () => {
	const qcloud = finder({ words: ['qcloud', 'qcloudapi'] });

	it.each([
		'qcloud',
		'QcloudApi',
		'qcloudApi',
		'qcloudapi',
		'QCLOUD_ID',
		'qcloud-sdk',
		'const myQcloudClient = 1',
		'HTTPQcloud',
		'QCloudSDK',
		'qcloud2client',
		'2qcloud',
		'// talks to Qcloud.',
		'腾讯qcloud接口',
		'"\\nqcloud says no"',
		'xqcloudy, but then qcloud',
		'qcloudApix',
	])('are found in %s', (text) => {
		expect(qcloud.mentions(text)).toBe(true);
	});

	it.each([
		'',
		'xqcloudy',
		'myqcloud',
		'qcloudy',
		'qclouds',
		'tencent',
		'myqcloud.example',
		'qclou',
		'Xqcloud1y qcloudé',
	])('are not found in %s', (text) => {
		expect(qcloud.mentions(text)).toBe(false);
	});

	it('tell the first place, also from an offset and up to one', () => {
		const text = 'xqcloudy Qcloud qcloudapi';
		expect(qcloud.first(text)).toEqual({ kind: 'word', start: 9, end: 15 });
		expect(qcloud.first(text, 10)).toMatchObject({ start: 16 });
		expect(qcloud.first(text, 0, 14)).toBeUndefined();
	});

	it('of several parts join by a separator or by camelCase', () => {
		const acme = finder({ words: ['acme billing'] });
		for (const text of [
			'Acme Billing',
			'acme_billing',
			'ACME-BILLING',
			'acmeBilling',
			'newAcmeBillingClient',
			'acme  billing',
		])
			expect(acme.mentions(text), text).toBe(true);
		for (const text of [
			'acmebilling',
			'acme',
			'billing',
			'acme\nbilling',
			'acme, billing',
			'acme billings',
			'pacme billing',
		])
			expect(acme.mentions(text), text).toBe(false);
	});
});

describe('hosts', () => {
	const qcloud = finder({ hosts: ['api.qcloud.com'] });

	it.each([
		'https://api.qcloud.com/v2/index.php',
		'cvm.api.qcloud.com',
		'Host: CVM.API.QCLOUD.COM\r\n',
		'goes to api.qcloud.com.',
		'https%3A%2F%2Fapi.qcloud.com%2Fv2',
		'api.qcloud.com:443',
	])('are found in %s', (text) => {
		expect(qcloud.first(text)?.kind).toBe('host');
	});

	it.each([
		'xapi.qcloud.com',
		'my-api.qcloud.com',
		'api.qcloud.com.example.org',
		'api.qcloud.community',
		'apiXqcloud.com',
	])('are not found in %s', (text) => {
		expect(qcloud.mentions(text)).toBe(false);
	});
});

it('a catalogue without hosts and words is never mentioned', () => {
	expect(finder({}).mentions('anything')).toBe(false);
});

it('looks through 400 KB of near misses in a few milliseconds', () => {
	const qcloud = finder({ hosts: ['api.qcloud.com'], words: ['qcloud', 'qcloudapi'] });
	const text = 'const xqcloudy = apiqcloud(4100); // nothing to see here\n'.repeat(7_000);
	qcloud.mentions(text);
	const begin = performance.now();
	expect(qcloud.mentions(text)).toBe(false);
	expect(performance.now() - begin).toBeLessThan(60);
});

describe('pragmas', () => {
	it.each([
		['// faultbook-catalogue tencentcloud-v2', ['tencentcloud-v2']],
		['# faultbook-catalogue: acme, tencentcloud-v2.', ['acme', 'tencentcloud-v2']],
		['<!-- faultbook-catalogue acme-->', ['acme']],
		['/* faultbook-catalogue acme */ x /* faultbook-catalogue b */', ['acme', 'b']],
		['// faultbook-catalogue acme because it says so', ['acme']],
		['// faultbook-catalogue', []],
		['// my-faultbook-catalogue acme', []],
		['// faultbook-catalogues acme', []],
	])('%s', (text, ids) => {
		const found = pragmas(text);
		expect(found.map((each) => each.id)).toEqual(ids);
		for (const { id, start, end } of found) expect(text.slice(start, end)).toBe(id);
	});
});
