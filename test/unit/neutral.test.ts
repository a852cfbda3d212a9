/** What the rules and fixes ask of a language, they ask of its data: words, spellings, comments, casts. */
import { beforeAll, describe, expect, test } from 'vitest';
import { equalityIn } from '../../server/fixes/style.ts';
import type { LanguageData } from '../../server/languages/language.ts';
import { build } from '../../server/recognise/build.ts';
import { type Child, Parts } from '../../server/recognise/parts.ts';
import type { Service } from '../../server/service.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { testLanguages, testService } from '../support/engine.ts';
import { applyEdits } from '../support/fixtures.ts';

let service: Service;
let languages: ReadonlyMap<string, LanguageData>;
beforeAll(async () => {
	service = await testService();
	languages = new Map((await testLanguages()).map((language) => [language.id, language]));
});

const language = (id: string): LanguageData => languages.get(id) as LanguageData;

let count = 0;
async function look(path: string, text: string) {
	const document = { uri: `file:///neutral/${++count}/${path}`, path, languageId: '', version: 1, text };
	const { findings } = await service.model(document, DEFAULT_SETTINGS);
	const fixed = async (title: string): Promise<string | undefined> => {
		for (const finding of findings)
			for (const fix of await service.fixes(document, DEFAULT_SETTINGS, finding, { commands: [] }))
				if (fix.title.startsWith(title))
					return applyEdits(text, (await service.edits(document, DEFAULT_SETTINGS, fix.id)) ?? []);
		return undefined;
	};
	return { findings, rules: findings.map(({ rule, codes }) => [rule, ...codes].join(' ')), fixed };
}

test('equality is spelt as the file spells it, the usual way where both ways are there', () => {
	const javascript = language('javascript');
	expect(equalityIn('if (a == 1 || b != 2) x = 3;', javascript)).toEqual(['==', '!=']);
	expect(equalityIn('if (a == 1 || b === 2) x = 3;', javascript)).toEqual(['===', '!==']);
	expect(equalityIn('if (a !== 1) {}', javascript)).toEqual(['===', '!==']);
	expect(equalityIn('x => x >= 1 && x <= 3', javascript)).toEqual(['===', '!==']);
	expect(equalityIn('if a == 1', language('go'))).toEqual(['==', '!=']);
});

test('a cast counts whether or not it is written with what it is around', () => {
	const child = (start: number, end: number, text: string): Child => ({
		...{ field: 0, type: 0, start, end, isNamed: true },
		node: { kind: 'name', start, end, text },
	});
	const source = 'error as Failure';
	const of = child(0, 5, 'error');
	const cast = child(9, 16, 'Failure');
	const parts = new Parts({
		shape: { is: 'pass', of: '#0', cast: '#1' },
		data: language('typescript'),
		parts: new Map([
			['of', [of]],
			['cast', [cast]],
		]),
		children: [of, cast],
		start: 0,
		end: source.length,
		text: (from, to) => source.slice(from, to),
	});
	expect(build(parts)).toEqual({ kind: 'name', start: 0, end: 5, text: 'error', cast: 'Failure' });
});

describe('a value is not taken out of a test with a comment', () => {
	const twice = (between: string) => `// qcloud
export function f(code: number): void {
	if (code === 4100) throw new Error('key');
	else if (code === 4100${between} || code === 4300) throw new Error('no');
	else throw new Error('else');
}
`;
	test.each([' /* the key */', ' // the key\n'])('%j', async (comment) => {
		const { rules, fixed } = await look('a.ts', twice(comment));
		expect(rules).toEqual(['duplicate-code 4100']);
		expect(await fixed('Remove')).toBeUndefined();
	});
	test('nor left there for what a text says', async () => {
		const text = twice('').replace('code === 4100 ||', 'code === 4100 || url === "https://a/*" ||');
		const { fixed } = await look('a.ts', text);
		expect(await fixed('Remove')).toContain('else if (url === "https://a/*" || code === 4300)');
	});
});

test('a loop that takes the next item by the words of its language tries nothing again', async () => {
	const loop = (take: string) => `import qcloud
def work(queue):
    while True:
        job = queue.${take}()
        reply = qcloud.send(job)
        if reply["code"] == 0:
            return
        elif reply["code"] == 4100:
            continue
        else:
            raise RuntimeError(reply["message"])
`;
	expect((await look('a.py', loop('popleft'))).rules).toEqual([]);
	expect((await look('a.py', loop('describe'))).rules).toEqual(['retried-fatal-code 4100']);
});

test('calls whose errors are dropped are told by the request that is named after them', async () => {
	const dropped = (call: string) => `package main

import cvm "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/cvm/v20170312"

func run(client *cvm.Client, request *cvm.RunInstancesRequest) {
	${call}
}
`;
	expect((await look('a.go', dropped('client.RunInstances(request)'))).rules).toEqual(['unchecked-response']);
	expect((await look('a.go', dropped('client.RunInstancesWithContext(ctx, request)'))).rules).toEqual([
		'unchecked-response',
	]);
	expect((await look('a.go', dropped('client.Instances(request)'))).rules).toEqual([]);
});

test('what fails at once takes the place of what only logs, counts and waits, by the words of the language', async () => {
	const arm = (statement: string) => `// qcloud
export async function f(): Promise<unknown> {
	for (let attempt = 0; attempt < 3; attempt++) {
		const reply = await send();
		switch (reply.code) {
			case 0:
				return reply.data;
			case 4100:
				${statement};
				continue;
			default:
				throw new Error(reply.message);
		}
	}
}
`;
	for (const statement of ['globalThis.console.warn(attempt)', 'log(attempt)', 'print(attempt)'])
		expect(await (await look('a.ts', arm(statement))).fixed('Fail at once'), statement).not.toContain('attempt)');
	expect(await (await look('a.ts', arm('printf(attempt)'))).fixed('Fail at once')).toBeUndefined();
});

test('the children of a family are never the preferred fix, and the title says that others may exist', async () => {
	const text = `// faultbook-catalogue tencentcloud-v3
export function f(code: string): boolean {
	if (['RequestLimitExceeded', 'InternalError'].includes(code)) return pause();
	if (code === 'ResourceNotFound') throw new Error(code);
	throw new Error('other');
}
`;
	const document = { uri: 'file:///neutral/family.ts', path: 'family.ts', languageId: '', version: 1, text };
	const { findings } = await service.model(document, DEFAULT_SETTINGS);
	const [missed] = findings.filter(({ rule }) => rule === 'family-missed');
	const fixes = missed ? await service.fixes(document, DEFAULT_SETTINGS, missed, { commands: [] }) : [];
	const [children] = fixes.filter(({ title }) => title.startsWith('Replace'));
	expect(children?.title).toMatch(/^Replace by its \d+ known codes, which may not be all$/);
	expect(children?.preferred).toBe(false);
});
