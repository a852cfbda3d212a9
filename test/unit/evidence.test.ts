/** How sure a sighting is: what the values prove by themselves, and what stands near. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Service } from '../../server/service.ts';
import { testService } from '../support/engine.ts';
import { judged } from '../support/judging.ts';

let service: Service;
beforeAll(async () => {
	service = await testService();
});

const cases = (...codes: readonly (number | string)[]): string =>
	`switch (reply.code) { ${codes.map((code, i) => `case ${code}: do${i}(); break;`).join(' ')} }`;
const named = (name: string, body: string): string => `export function ${name}(reply: Reply) { ${body} }\n`;

async function certainties(text: string, always: readonly string[] = []): Promise<string[]> {
	const { sightings } = await judged(service, text, { always });
	return [...new Set(sightings.map(({ certainty }) => certainty))];
}

describe('by the values alone', () => {
	test.each([
		[[4100, 4300], ['likely']],
		[[4100, 4300, 7000, 9003], ['likely']],
		[[4000, 5000], ['possible']],
		[[4100], ['possible']],
		[[4100, 4101], ['possible']],
		[[4100, 4300, 4999], ['possible']],
		[[4100, 4200], ['possible']],
		[[4000, 4200, 5000, 5100, 6000, 6200], ['possible']],
		[[5100, 5200, 5300], ['possible']],
		[[4100, 4300, 4998, 4999], []],
		[[1, 2, 4100], []],
	] as const)('%j', async (codes, expected) => {
		expect(await certainties(named('show', cases(...codes)))).toEqual(expected);
	});
});

describe('by what stands near', () => {
	const weak = cases(4000, 5000);
	const texts: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
		['a host', `const url = 'https://cvm.api.qcloud.com/v2/index.php';\n${named('show', weak)}`, ['certain']],
		['a word in a comment', `// the qcloud client\n${named('show', weak)}`, ['certain']],
		['an import', `import { call } from './qcloud.ts';\n${named('show', weak)}`, ['certain']],
		['the name of the function', named('showQcloudError', weak), ['certain']],
		['the name of the type', `class QcloudClient { show(reply) { ${weak} } }`, ['certain']],
		['a companion beside', named('show', `log(reply.codeDesc); ${weak}`), ['certain']],
		['a pragma', `// faultbook-catalogue tencentcloud-v2\n${named('show', weak)}`, ['certain']],
		['a pragma for another', `// faultbook-catalogue acme\n// qcloud\n${named('show', weak)}`, []],
		['a rival that is nearer', `// qcloud\n${named('showAliyunError', weak)}`, []],
		['a rival that is farther', `class AliyunClient { showQcloudError(reply) { ${weak} } }`, ['certain']],
		['the bare word tencent', `// tencent\n${named('show', weak)}`, ['possible']],
		['a longer word', `// xqcloudy\n${named('show', weak)}`, ['possible']],
	];
	test.each(texts)('%s', async (_what, text, expected) => {
		expect(await certainties(text)).toEqual(expected);
	});

	test('the setting', async () => {
		expect(await certainties(named('show', weak), ['tencentcloud-v2'])).toEqual(['certain']);
	});
});

test('findings on likely sightings are information, and only of rules that allow it', async () => {
	const { findings } = await judged(service, named('show', cases(4100, 4300, '0x1004')));
	expect(findings).toEqual([]);
	const likely = await judged(service, named('show', `${cases(4100, 4300)} if (reply.code === 5000) { }`));
	expect(likely.findings.map(({ rule, level }) => `${rule} ${level}`).sort()).toEqual([
		'swallowed-fatal-code information',
		'unhandled-fatal-code information',
	]);
});

test('only plain decimal spelling counts', async () => {
	const spelled = ['4_100', '0x1004', '0o10004', '4100.0', '4.1e3', "'04100'", '4100n'];
	const { sightings } = await judged(service, `// qcloud\nconst codes = [4300, ${spelled.join(', ')}];`);
	expect(sightings.map(({ code }) => code)).toEqual(['4300']);
});

describe('a bare word', () => {
	const word = `if (error.code === 'AuthFailure') { login(); } else if (error.code === 'InvalidParameter') { mend(); }`;
	test('says nothing by itself: other vendors have the same', async () => {
		const { sightings, dispatches } = await judged(service, named('show', word));
		expect({ sightings, dispatches }).toEqual({ sightings: [], dispatches: [] });
	});
	test('is a code where the API is named', async () => {
		expect(await certainties(named('showQcloud', word))).toEqual(['certain']);
	});
	test('in a table or an object says nothing either', async () => {
		const text = `const ERROR_CODES = ['AuthFailure', 'InvalidParameter'];\nconst reply = { code: 'AuthFailure' };\n`;
		expect(await certainties(text)).toEqual([]);
	});
});
