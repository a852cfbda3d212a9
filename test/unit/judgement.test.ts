/** The judgement set holds its floors, and is large enough for them to mean something. docs/judgement.md says more. */
import { beforeAll, describe, expect, test } from 'vitest';
import { testService } from '../support/engine.ts';
import { fixtureNames, LANGUAGES, readFixture } from '../support/fixtures.ts';
import { holds, judgeAll, MEASURE_NAMES, MEASURES, sumOf, type Verdict } from '../support/judgement.ts';
import { syntaxErrors } from '../support/syntax.ts';

let verdicts: Verdict[];
beforeAll(async () => {
	verdicts = await judgeAll(await testService());
}, 120_000);

describe('the judgement set', () => {
	test.each(Object.keys(LANGUAGES))('has 20 dispatches and 20 look-alikes of %s', (language) => {
		const own = verdicts.filter((verdict) => verdict.language === language);
		expect(own.reduce((sum, { dispatches }) => sum + dispatches, 0)).toBeGreaterThanOrEqual(20);
		expect(sumOf(own).claims.of).toBeGreaterThanOrEqual(20);
	});

	test.each(Object.entries(LANGUAGES))('is code without errors in %s', async (language, { grammar }) => {
		for (const file of fixtureNames(language, 'judgement')) {
			const { document } = readFixture(language, file, 'judgement');
			expect(await syntaxErrors(document.text, grammar), `${language}/${file}`).toEqual([]);
		}
	});

	test.each(MEASURE_NAMES)('holds: %s', (measure) => {
		const sum = sumOf(verdicts)[measure];
		const misses = verdicts.flatMap((verdict) => verdict.misses.filter((miss) => miss.measure === measure));
		const list = misses.map(({ file, line, text }) => `${file}:${line}: ${text}`).join('\n');
		expect(holds(measure, sum), `${MEASURES[measure].title}: ${sum.hits} of ${sum.of}\n${list}`).toBe(true);
	});
});
