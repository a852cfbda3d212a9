import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { judgeExplains, loadRivals } from '../../server/catalogue/rivals.ts';
import { builtinCatalogue, projectFile } from './catalogueSamples.ts';

const rivals = loadRivals(parse(projectFile('server/catalogue/rivals.yaml')));

function explainedBy(...texts: string[]): string[] {
	return rivals.judges.filter((judge) => texts.every((text) => judgeExplains(judge, text))).map((judge) => judge.id);
}

describe('rivals', () => {
	it.each([
		['eip-1193', ['4001', '4100', '4200', '4900', '4901']],
		['eip-1193', ['4100', '-32603', '-32000', '-32099']],
		['websocket', ['1000', '1006', '1015', '3000']],
		['discord', ['4000', '4004', '4014']],
		['cfssl', ['5100', '5200', '5300', '5400', '5500']],
		['tomorrow-io', ['1000', '4000', '4200', '5000', '5100', '6000', '6200', '8000']],
	])('%s explains its own values', (id, values) => {
		expect(explainedBy(...values)).toEqual([id]);
	});

	it('leave a dispatch over the codes of Tencent Cloud API 2.0 unexplained', () => {
		expect(explainedBy('4100', '4500')).toEqual([]);
		expect(explainedBy(...builtinCatalogue().codes.map((code) => code.code))).toEqual([]);
	});

	it.each(['', '4100.0', '0x1004', ' 4000', '40000000000000000000', 'NaN', '-32100', '4015'])(
		'do not explain %j',
		(text) => {
			expect(explainedBy(text)).toEqual([]);
		},
	);

	it('know other vendors, and not this one', () => {
		for (const word of ['aws', 'aliyun', 'azure', 'huawei', 'baidu', 'cloudflare'])
			expect(rivals.vendors.has(word)).toBe(true);
		for (const word of ['tencent', 'qcloud', 'qcloudapi']) expect(rivals.vendors.has(word)).toBe(false);
	});

	it('say what is wrong with their file', () => {
		const judge = { id: 'x', title: 'X', values: [1], ranges: [[5, 4]] };
		expect(() => loadRivals({ judges: [judge], vendors: ['Two Words'] })).toThrow(
			/judges\[0\]\.ranges\[0\] is a list, but must be .+smaller one first\.\n.*vendors\[0\] is "Two Words"/,
		);
		expect(() => loadRivals(null)).toThrow('rivals.yaml: the file is empty');
	});
});
