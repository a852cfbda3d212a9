/** `faultbook-ignore`: what it takes away, where it holds, and when it is itself reported. */
import { beforeAll, expect, test } from 'vitest';
import type { Service } from '../../server/service.ts';
import { testService } from '../support/engine.ts';
import { judged } from '../support/judging.ts';

let service: Service;
beforeAll(async () => {
	service = await testService();
});

const START = "import { type Reply } from './qcloud.ts';\nexport function show(reply: Reply) {\n";
const LADDER = 'if (reply.code === 4100) login();\nelse if (reply.code === 5300) topUp();\n}\n';
const WHOLE = 'unhandled-fatal-code 4000,4300,4600,5000,5200,5500,6100';

async function found(text: string): Promise<string[]> {
	const { findings } = await judged(service, text);
	return findings.map(({ rule, codes }) => `${rule} ${codes.join()}`);
}

const comments: readonly (readonly [comment: string, expected: readonly string[]])[] = [
	['// faultbook-ignore unhandled-fatal-code\n', []],
	['// faultbook-ignore unhandled-fatal-code: the caller sees to it\n', []],
	['/* faultbook-ignore unhandled-fatal-code */\n', []],
	['/**\n * faultbook-ignore unhandled-fatal-code\n */\n', []],
	['// faultbook-ignore unhandled-fatal-code\n// for the caller sees to it\n', []],
	['// faultbook-ignore 4000\n', ['unhandled-fatal-code 4300,4600,5000,5200,5500,6100']],
	['// faultbook-ignore 4000, 4300 4600\n', ['unhandled-fatal-code 5000,5200,5500,6100']],
	['// faultbook-ignore 4000,4300,4600,5000,5200,5500,6100\n', []],
	['// faultbook-ignore 4200\n', ['unused-ignore 4200', WHOLE]],
	['// faultbook-ignore swallowed-fatal-code\n', ['unused-ignore ', WHOLE]],
	['// faultbook-ignore everything\n', ['unused-ignore ', WHOLE]],
	['// faultbook-ignore unhandled-fatal-code\n\n', ['unused-ignore ', WHOLE]],
	["const text = 'faultbook-ignore unhandled-fatal-code';\n", [WHOLE]],
];

test.each(comments)('%j', async (comment, expected) => {
	expect((await found(START + comment + LADDER)).sort()).toEqual([...expected].sort());
});

test('the same with CRLF', async () => {
	const text = `${START}// faultbook-ignore unhandled-fatal-code\n${LADDER}`.replaceAll('\n', '\r\n');
	expect(await found(text)).toEqual([]);
});

test('at the end of the line', async () => {
	expect(await found(START + LADDER.replace('login();', 'login(); // faultbook-ignore unhandled-fatal-code'))).toEqual(
		[],
	);
});

test('a suppressed dispatch says so', async () => {
	const { dispatches } = await judged(service, `${START}// faultbook-ignore unhandled-fatal-code\n${LADDER}`);
	expect(dispatches.map(({ outcome, missing }) => [outcome, missing])).toEqual([['ignored', []]]);
});
