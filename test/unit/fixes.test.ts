/** Where a fix has to look at more than the dispatch: imports, what follows, which code is the nearest. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { DocumentInput, Service } from '../../server/service.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { testService } from '../support/engine.ts';
import { applyEdits } from '../support/fixtures.ts';

let service: Service;
beforeAll(async () => {
	service = await testService();
});

let count = 0;

/** The text after the first fix whose title begins so, or undefined where none is offered. */
async function fixed(path: string, text: string, title: string): Promise<string | undefined> {
	const uri = `file:///fixes/${++count}/${path}`;
	const document: DocumentInput = { uri, path, languageId: '', version: 1, text };
	const { findings } = await service.model(document, DEFAULT_SETTINGS);
	expect(findings, 'Something is found').not.toEqual([]);
	for (const finding of findings)
		for (const fix of await service.fixes(document, DEFAULT_SETTINGS, finding, { commands: [] })) {
			if (!fix.title.startsWith(title)) continue;
			return applyEdits(text, (await service.edits(document, DEFAULT_SETTINGS, fix.id)) ?? []);
		}
	return undefined;
}

const batch = `def items(reply):
    while True:
        if reply["code"] == 4100:
            login()
        elif reply["code"] == 5300:
            top_up()
        return 1
`;

describe('an import that is needed', () => {
	test.each([
		['a file without any', '# faultbook-catalogue tencentcloud-v2\n', '# faultbook-catalogue tencentcloud-v2\n'],
		[
			'a shebang and a licence',
			'#!/usr/bin/env python3\n# Licence: none.\n\n# faultbook-catalogue tencentcloud-v2\n',
			'#!/usr/bin/env python3\n# Licence: none.\n\n',
		],
	])('stands apart from a function in %s', async (_, head) => {
		const after = await fixed('a.py', head + batch, 'Handle all 14');
		const at = after?.indexOf('import logging\nimport time\n') ?? -1;
		expect(at).toBeGreaterThanOrEqual(0);
		expect(after?.slice(at)).toMatch(/^import logging\nimport time\n\n\n\S/);
		if (head.startsWith('#!')) expect(after).toMatch(/^#!.*\n# Licence: none\.\n\nimport/);
	});

	const dispatch = `func settle(res Reply) error {
	switch res.Code {
	case 4100:
		login()
	case 5300:
		topUp()
	}
	return nil
}
`;
	test.each([
		['its own block', 'import (\n\tcvm "example.com/qcloud"\n)', 'import (\n\t"fmt"\n\n\tcvm "example.com/qcloud"\n)'],
		[
			'the block of the standard library',
			'import (\n\t"example.com/qcloud"\n\n\t"log"\n)',
			'import (\n\t"example.com/qcloud"\n\n\t"fmt"\n\t"log"\n)',
		],
		[
			'its place before others of the block',
			'import (\n\t"errors"\n\t"strings"\n\n\t"example.com/qcloud"\n)',
			'import (\n\t"errors"\n\t"fmt"\n\t"strings"\n\n\t"example.com/qcloud"\n)',
		],
	])('is put into %s', async (_, before, after) => {
		expect(await fixed('a.go', `package a\n\n${before}\n\n${dispatch}`, 'Add')).toContain(after);
	});
});

describe('the nearest known code', () => {
	const ladder = (code: string) => `import qcloud


def check(reply):
    if reply["code"] == 4100:
        login()
    elif reply["code"] == ${code}:
        wait()
    else:
        raise RuntimeError(reply["message"])
`;
	test('is offered where one code is nearer than all others', async () => {
		expect(await fixed('a.py', ladder('5101'), 'Replace')).toContain('== 5100:');
	});
	test('is not where several are as near', async () => {
		expect(await fixed('a.py', ladder('4700'), 'Replace')).toBeUndefined();
	});
});

describe('a fallback', () => {
	const go = (body: string) => `package a\n\nimport "example.com/qcloud"\n\n${body}\n`;
	test('is not a panic in a handler', async () => {
		const text = go(`func serve(w Writer, r *Request) {
	res := qcloud.Call(r)
	switch res.Code {
	case 0:
		w.Write(res.Data)
	case 4100:
		w.WriteHeader(403)
	}
}`);
		expect(await fixed('a.go', text, 'Add')).toBeUndefined();
		expect(await fixed('a.go', text, 'Handle')).toBeUndefined();
	});
	test('is not offered where what follows gives something back', async () => {
		const text = go(`func read(res Reply) (string, error) {
	switch res.Code {
	case 0:
		return res.Data, nil
	case 4100:
		return "", ErrAuth
	case 4400:
		return "", ErrBusy
	}
	return cached, nil
}`);
		expect(await fixed('a.go', text, 'Add')).toBeUndefined();
		expect(await fixed('a.go', text, 'Handle all')).toContain('case 4000, ');
	});
	test('ends a program as a sibling does', async () => {
		const text = go(`func main() {
	res := qcloud.Call()
	switch res.Code {
	case 0:
		use(res)
	case 4100:
		log.Fatal(res.Message)
	case 4400:
		wait()
	}
}`);
		expect(await fixed('a.go', text, 'Add')).toContain('\tdefault:\n\t\tlog.Fatal(res.Message)\n');
	});
	test('leaves what an earlier test has let through', async () => {
		const text = `import qcloud


def check(reply):
    if reply["code"] == 4400:
        wait()
    if reply["code"] == 4100:
        login()
    elif reply["code"] == 5300:
        top_up()
`;
		expect(await fixed('a.py', text, 'Add')).toContain('if reply["code"] not in (0, 4100, 4400, 5300):');
	});
});
