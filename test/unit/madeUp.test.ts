/** A language that nobody has heard of: one folder of data, and nothing outside it knows of it. */
import { beforeAll, expect, test } from 'vitest';
import { readLanguages } from '../../scripts/data.mjs';
import type { DocumentInput, Service } from '../../server/service.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { testService } from '../support/engine.ts';
import { applyEdits } from '../support/fixtures.ts';
import { syntaxErrors } from '../support/syntax.ts';

const text = `// asks cvm.api.qcloud.com through an oracle
contract Oracle {
    function settle(Reply memory reply) public returns (uint) {
        if (reply.code == 0) {
            return reply.value;
        } else if (reply.code == 4100) {
            login();
        } else if (reply.code == 4400) {
            later();
        }
        return 1;
    }

    function other(Reply memory reply) public {
        if (reply.code == 4100) {
            login();
        } else if (reply.code == 4300) {
            forbid();
        } else {
            revert("refused");
        }
        wait(4100);
    }
}
`;
const document: DocumentInput = { uri: 'file:///w/Oracle.sol', path: 'Oracle.sol', languageId: '', version: 1, text };

let service: Service;
let grammar: string;
beforeAll(async () => {
	const { languages, problems } = await readLanguages('test/data/made-up');
	expect(problems).toEqual([]);
	grammar = languages[0]?.grammar ?? '';
	service = await testService({ more: languages });
});

test('is recognised and judged', async () => {
	expect(await syntaxErrors(text, grammar)).toEqual([]);
	const { sightings, dispatches, findings } = await service.model(document, DEFAULT_SETTINGS);
	expect(sightings.map(({ code, certainty }) => `${code} ${certainty}`)).toEqual([
		...['0 certain', '4100 certain', '4400 certain', '4100 certain', '4300 certain'],
	]);
	expect(dispatches.map(({ outcome }) => outcome)).toEqual(['reported', 'fallback']);
	expect(findings.map(({ rule }) => rule)).toEqual(['unhandled-fatal-code']);
	const hover = await service.hover(document, DEFAULT_SETTINGS, text.indexOf('4400') + 1);
	expect(hover?.markdown).toMatch(/^\*\*4400/);
});

test('its fixes are written in it', async () => {
	const { findings } = await service.model(document, DEFAULT_SETTINGS);
	const fixes = await service.fixes(document, DEFAULT_SETTINGS, findings[0] ?? { start: 0, end: 0 }, { commands: [] });
	const fallback = fixes.find(({ title }) => title.startsWith('Add a fallback'));
	const edits = (await service.edits(document, DEFAULT_SETTINGS, fallback?.id ?? '')) ?? [];
	const fixed = applyEdits(text, edits);
	expect(fixed).toContain('            later();\n        } else {\n            revert(reply.message);\n        }\n');
	expect(await syntaxErrors(fixed, grammar)).toEqual([]);
	const after = await service.model({ ...document, version: 2, text: fixed }, DEFAULT_SETTINGS);
	expect(after.findings).toEqual([]);
});
