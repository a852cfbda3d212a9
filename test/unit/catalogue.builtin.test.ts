import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { Lookup } from '../../server/catalogue/lookup.ts';
import { builtinCatalogue, projectFile } from './catalogueSamples.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** All elements of this tag below the nodes, in order. */
function elements(nodes: readonly Node[], tag: string): DefaultTreeAdapterTypes.Element[] {
	return nodes.flatMap((node) => {
		if (!('childNodes' in node)) return [];
		return [...(node.nodeName === tag ? [node] : []), ...elements(node.childNodes, tag)];
	});
}

function textOf(node: Node): string {
	if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
	return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** The cells of the specification's table, row by row; the heading row has none. */
function specifiedRows(): string[][] {
	const fragment = parseFragment(projectFile('test/data/seed.html'));
	return elements(fragment.childNodes, 'tr')
		.map((row) => elements(row.childNodes, 'td').map((cell) => textOf(cell).trim()))
		.filter((cells) => cells.length > 0);
}

describe('the built-in catalogue of Tencent Cloud API 2.0', () => {
	const catalogue = builtinCatalogue();
	const lookup = new Lookup(catalogue);
	const codesWith = (severity: string) =>
		catalogue.codes.filter((code) => code.severity === severity && !code.optional).map((code) => code.code);

	it('has the 16 codes of the specification, word for word and in its order', () => {
		const rows = specifiedRows();
		expect(rows).toHaveLength(16);
		const own = catalogue.codes.filter((code) => !code.optional);
		expect(own.map(({ code, type, description }) => [code, type, description])).toEqual(rows);
	});

	it('names itself and says how its codes are recognised', () => {
		expect(catalogue).toMatchObject({
			id: 'tencentcloud-v2',
			title: 'Tencent Cloud API 2.0',
			complete: true,
			demand: 'each',
			success: ['0'],
			contexts: {
				hosts: ['api.qcloud.com'],
				imports: ['QcloudApi', 'qcloudapi-sdk'],
				packages: ['tencentyun-api/qcloud-api-sdk', 'qcloudapi-sdk-python', 'qcloudapi-sdk'],
				words: ['qcloud', 'qcloudapi', 'tencent cloud api 2.0'],
			},
			match: {
				fields: ['code'],
				companions: ['codeDesc'],
				messages: ['message'],
				accessors: [],
				successNames: ['Success'],
				items: ['detail'],
			},
		});
	});

	it('takes the codes of single modules for nobody’s mistake, and only those', () => {
		const range = Array.from({ length: 12 }, (_, index) => String(-502 - index));
		expect(catalogue.foreign).toEqual(['3000', '7000', '9003', ...range]);
	});

	it('gives every code its severity', () => {
		expect(codesWith('fatal')).toEqual(['4000', '4100', '4300', '4600', '5000', '5200', '5300', '5500', '6100']);
		expect(codesWith('transient')).toEqual(['4200', '4400', '4500', '5100', '6000', '6200']);
		expect(codesWith('partial')).toEqual(['5400']);
	});

	it('says of every code whether to retry, and what to do', () => {
		const retries = Object.fromEntries(catalogue.codes.map(({ code, retry }) => [code, retry]));
		expect(retries).toMatchObject({ 4200: 'resign', 4500: 'resign', 4400: 'backoff', 5400: 'items' });
		expect(retries).toMatchObject({ 5100: 'later', 6000: 'later', 6200: 'later' });
		for (const code of catalogue.codes) {
			if (code.severity === 'fatal') expect([code.code, code.retry]).toEqual([code.code, 'never']);
			expect(code.remedy, code.code).toMatch(/^[A-Z].{20,400}\.$/);
			expect(code.remedy, code.code).not.toContain(code.description);
		}
	});

	it.each([
		['4100', ['SecretId', 'SecretKey', 'SignatureMethod', 'host', 'path', 'sorted', 'URL-encode']],
		['4500', ['Nonce', 'Timestamp', 'clock', '5 minutes']],
		['4200', ['Nonce', 'Timestamp']],
		['5400', ['each item', 'detail']],
		['6100', ['domain']],
	])('tells of %s what to check', (code, words) => {
		for (const word of words) expect(lookup.find(code)?.remedy).toContain(word);
	});

	it('knows the newer edition’s codes and demands none of them', () => {
		const optional = catalogue.codes.filter((code) => code.optional).map((code) => code.code);
		expect(optional).toEqual(['4101', '4102', '4103', '4104', '4105', '4106', '4110']);
		expect(lookup.demanded.map((code) => code.code)).toEqual(codesWith('fatal'));
	});

	it('invents no names: two are known', () => {
		const named = catalogue.codes.filter((code) => code.name !== undefined).map(({ code, name }) => [code, name]);
		expect(named).toEqual([
			['4000', 'InvalidParameter'],
			['4100', 'AuthFailure'],
		]);
	});
});
