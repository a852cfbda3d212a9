/** The judgement set holds its floors, and is large enough for them to mean something. docs/judgement.md says more. */
import { beforeAll, describe, expect, test } from 'vitest';
import { testService } from '../support/engine.ts';
import { fixtureNames, LANGUAGES, readFixture } from '../support/fixtures.ts';
import { holds, judgeAll, MEASURE_NAMES, MEASURES, sumOf, type Verdict } from '../support/judgement.ts';
import { syntaxErrors } from '../support/syntax.ts';

/** The languages that the set began with. */
const FIRST = ['typescript', 'tsx', 'javascript', 'jsx', 'python', 'go'];

let verdicts: Verdict[];
beforeAll(async () => {
	verdicts = await judgeAll(await testService());
}, 120_000);

describe('the judgement set', () => {
	test.each(Object.keys(LANGUAGES))('has dispatches and look-alikes of %s', (language) => {
		const least = FIRST.includes(language) ? 20 : 12;
		const own = verdicts.filter((verdict) => verdict.language === language);
		expect(own.reduce((sum, { dispatches }) => sum + dispatches, 0)).toBeGreaterThanOrEqual(least);
		expect(sumOf(own).claims.of).toBeGreaterThanOrEqual(least);
	});

	test.each(Object.entries(LANGUAGES))('is code without errors in %s', async (language, { grammar }) => {
		for (const file of fixtureNames(language, 'judgement')) {
			const { document } = readFixture(language, file, 'judgement');
			expect(await syntaxErrors(document.text, grammar), `${language}/${file}`).toEqual([]);
		}
	});

	const cases = Object.keys(LANGUAGES).flatMap((language) =>
		MEASURE_NAMES.map((measure) => [language, measure] as const),
	);
	test.each(cases)('holds in %s: %s', (language, measure) => {
		const own = verdicts.filter((verdict) => verdict.language === language);
		const sum = sumOf(own)[measure];
		const misses = own.flatMap((verdict) => verdict.misses.filter((miss) => miss.measure === measure));
		const list = misses.map(({ file, line, text }) => `${file}:${line}: ${text}`).join('\n');
		expect(holds(measure, sum), `${MEASURES[measure].title}: ${sum.hits} of ${sum.of}\n${list}`).toBe(true);
	});
});
