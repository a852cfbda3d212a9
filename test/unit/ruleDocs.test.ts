/** The examples in the rules' documentation do what they say: one block of code is reported, the next one is not. */
import { beforeAll, describe, expect, test } from 'vitest';
import { rules } from '../../server/rules/index.ts';
import type { Service } from '../../server/service.ts';
import { RULE_IDS, type RuleId } from '../../shared/settings.ts';
import { testService } from '../support/engine.ts';
import { judged } from '../support/judging.ts';

const camelCase = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const pages = new Map<RuleId, string>();
for (const id of RULE_IDS) {
	const page: { documentation: string } = await import(`../../server/rules/${camelCase(id)}.ts`);
	pages.set(id, page.documentation);
}

/** The blocks of a rule's page, each with its language and whether it is said to be reported. */
function examplesOf(id: RuleId): { language: string; code: string; isReported: boolean }[] {
	const blocks = [...(pages.get(id) ?? '').matchAll(/```(ts|php)\n([\s\S]*?)```/g)];
	return blocks.map(([, language = '', code = '']) => {
		return { language, code, isReported: !code.startsWith('// not reported') };
	});
}

/** A block as a file that talks to the API: arms get their switch, statements their function. */
function asFile(code: string): string {
	const lines = code.split('\n').slice(1).join('\n');
	const isWhole = /^export /m.test(lines);
	const statements = lines.startsWith('case ') ? `switch (reply.code) {\n${lines}\n}` : lines;
	const body = isWhole
		? lines
		: `export async function example(reply: Reply, error: Failure, request: object): Promise<unknown> {\n${statements}\n}`;
	return `import { type Reply, send } from './qcloud.ts';\n${body}\n`;
}

let service: Service;
beforeAll(async () => {
	service = await testService();
});

describe.each(RULE_IDS)('%s', (id) => {
	const examples = examplesOf(id);

	test('shows what is reported', () => {
		expect(examples.some(({ isReported }) => isReported)).toBe(true);
	});

	test.each(examples)('$code', async ({ language, code, isReported }) => {
		const { findings } =
			language === 'ts'
				? await judged(service, asFile(code))
				: await judged(service, `<?php\n${code}`, {}, `.${language}`);
		expect(findings.some(({ rule }) => rule === id)).toBe(isReported);
	});
});

test('every rule that looks at dispatches, tables or calls has its page', () => {
	expect(rules.map(({ id }) => id).filter((id) => examplesOf(id).length < 2)).toEqual([]);
});
