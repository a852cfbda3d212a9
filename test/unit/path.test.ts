/** What becomes of a code that no test names, in an arm that takes it or after the dispatch. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Outcome } from '../../server/model.ts';
import type { Service } from '../../server/service.ts';
import { testService } from '../support/engine.ts';
import { judgedBody } from '../support/judging.ts';

let service: Service;
beforeAll(async () => {
	service = await testService();
});

const arms = (rest: string): string =>
	`switch (reply.code) { case 0: return reply.data; case 4100: login(); break; default: ${rest} }`;
const ifs = 'if (reply.code === 4100) return login();\nif (reply.code === 5300) return topUp();\n';

describe('a default that', () => {
	const defaults: readonly (readonly [rest: string, outcome: Outcome])[] = [
		['throw reply;', 'fallback'],
		['notify();', 'fallback'],
		['console.warn(reply.code);', 'fallback'],
		['return;', 'fallback'],
		['return undefined;', 'fallback'],
		['return { ok: false };', 'fallback'],
		['console.error(reply.message); return true;', 'fallback'],
		['callback(reply); return true;', 'fallback'],
		['', 'reported'],
		['break;', 'reported'],
		['{ }', 'reported'],
		['return true;', 'reported'],
		['notify(); return true;', 'reported'],
		['return reply.data;', 'reported'],
		['return settle(request);', 'reported'],
		['await sleep(1); return settle(request);', 'reported'],
		['scheduleRetry();', 'reported'],
		['return new RetryError(reply);', 'fallback'],
	];
	test.each(defaults)('says %s', async (rest, outcome) => {
		expect((await judgedBody(service, arms(rest))).outcome).toBe(outcome);
	});
});

describe('code after the dispatch that', () => {
	const afters: readonly (readonly [after: string, outcome: Outcome])[] = [
		['throw new Error(reply.message);', 'fallback'],
		['return Promise.reject(reply);', 'fallback'],
		['process.exit(1);', 'fallback'],
		['return false;', 'fallback'],
		['return -1;', 'fallback'],
		['return new Error();', 'fallback'],
		['console.error(reply.code);', 'fallback'],
		['if (verbose) throw new Error();', 'fallback'],
		['try { throw new Error(); } finally { }', 'fallback'],
		['report(reply); throw new Error();', 'fallback'],
		['return reply;', 'passed-on'],
		['return reply.code;', 'passed-on'],
		['return reply.message;', 'passed-on'],
		['report(reply);', 'passed-on'],
		['last = reply.code;', 'passed-on'],
		['this.last = reply;', 'passed-on'],
		['queue.push(reply);', 'passed-on'],
		['notify();', 'reported'],
		['return;', 'reported'],
		['return null;', 'reported'],
		['return true;', 'reported'],
		['return reply.data;', 'reported'],
		['console.log(reply.message);', 'reported'],
		['process.exit(0);', 'reported'],
		['const seen = reply.code;', 'reported'],
		["if (reply.message === 'x') throw new Error();", 'reported'],
		['if (reply.code === 4300) throw new Error();', 'reported'],
		['return settle(request);', 'reported'],
		['await sendAgainWithRetry(reply);', 'reported'],
	];
	test.each(afters)('says %s', async (after, outcome) => {
		expect((await judgedBody(service, ifs + after)).outcome).toBe(outcome);
	});
});

describe('continue', () => {
	const inLoop = (head: string): string =>
		`${head} { if (reply.code === 4100) login(); else if (reply.code === 5300) topUp(); else continue; done(); }`;
	test.each([
		['while (true)', 'reported'],
		['while (left-- > 0)', 'reported'],
		['for (let i = 0; i < 3; i++)', 'reported'],
		['for (const item of items)', 'fallback'],
		['for (const key in items)', 'fallback'],
	] as const)('in %s', async (head, outcome) => {
		expect((await judgedBody(service, inLoop(head))).outcome).toBe(outcome);
	});
});

test('outward through enclosing blocks to the end of the function', async () => {
	const nested = `if (ready) { for (const item of items) { ${ifs} } } throw new Error();`;
	expect((await judgedBody(service, nested)).outcome).toBe('fallback');
	const other = `if (ready) { ${ifs} } else { throw new Error(); }`;
	expect((await judgedBody(service, other)).outcome).toBe('reported');
});
