/** Which codes a condition denotes: those it names, and whether it takes whatever is left. */
import { beforeAll, expect, test } from 'vitest';
import type { Service } from '../../server/service.ts';
import { testService } from '../support/engine.ts';
import { judgedBody } from '../support/judging.ts';

let service: Service;
beforeAll(async () => {
	service = await testService();
});

const FIVES = '5000,5100,5200,5300,5400,5500';
const SIXES = '6000,6100,6200';

/** The condition, the codes that it names, and whether an arm behind it takes codes that nobody names. */
const conditions: readonly (readonly [condition: string, named: string, rest: 'takes the rest' | 'leaves the rest'])[] =
	[
		['reply.code === 4100', '4100', 'leaves the rest'],
		['4100 == reply.code', '4100', 'leaves the rest'],
		["reply.code === '4100'", '4100', 'leaves the rest'],
		['Number(reply.code) === 4100', '4100', 'leaves the rest'],
		['reply.code === 4100 || reply.code === 4300', '4100,4300', 'leaves the rest'],
		['[4100, 4300].includes(reply.code)', '4100,4300', 'leaves the rest'],
		['new Set([4100, 4300]).has(reply.code)', '4100,4300', 'leaves the rest'],
		['reply.code >= 5000 && reply.code < 6000', FIVES, 'leaves the rest'],
		['reply.code >= 5000', `${FIVES},${SIXES}`, 'leaves the rest'],
		['5000 <= reply.code', `${FIVES},${SIXES}`, 'leaves the rest'],
		['!(reply.code < 5000)', `${FIVES},${SIXES}`, 'leaves the rest'],
		["String(reply.code).startsWith('6')", SIXES, 'leaves the rest'],
		['reply.code === 4100 && reply.retried', '4100', 'leaves the rest'],
		["reply.code === 4100 && typeof reply.code === 'number'", '4100', 'leaves the rest'],
		["reply.codeDesc === 'AuthFailure'", '4100', 'leaves the rest'],
		['reply.code !== 0', '', 'takes the rest'],
		["reply.codeDesc !== 'Success'", '', 'takes the rest'],
		['reply.code', '', 'takes the rest'],
		['reply.code > 0', '', 'takes the rest'],
		['!(reply.code === 0)', '', 'takes the rest'],
		['reply && reply.code !== 0', '', 'takes the rest'],
		['reply.code !== 0 && reply.code !== 4100', '4100', 'takes the rest'],
		['!(reply.code === 0 || reply.code === 4100)', '4100', 'takes the rest'],
		['![0, 4100].includes(reply.code)', '4100', 'takes the rest'],
		['!reply.code', '', 'leaves the rest'],
		['reply.code === 0', '', 'leaves the rest'],
		['reply.code <= 0', '', 'leaves the rest'],
	];

test.each(conditions)('%s names %s and %s', async (condition, named, rest) => {
	const { outcome, named: found } = await judgedBody(
		service,
		`if (${condition}) throw new Error('x');\nelse if (reply.code === 6200) notify();`,
	);
	const all = [...new Set([...named.split(','), '6200'])].filter((code) => code !== '');
	expect(found.filter((code) => !code.startsWith('41') || code === '4100')).toEqual(all);
	expect(outcome).toBe(rest === 'takes the rest' ? 'fallback' : 'reported');
});
