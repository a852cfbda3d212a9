/** Damaged source: whatever bytes are changed and wherever a text is cut off, the engine answers and nothing throws. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Service } from '../../server/service.ts';
import { testService } from '../support/engine.ts';
import { changed, type FixtureFile, fixtureNames, LANGUAGES, readFixture } from '../support/fixtures.ts';

let service: Service;
beforeAll(async () => {
	service = await testService();
});

/** Characters that matter to the grammars, and some that no grammar expects. */
const CHARACTERS = [...'(){}[]"\'`:;,.=!&|#/\\\n\t 04100switchcasedefif\ud800é中'];

/** The text with about 30 % of its characters changed, as `choices` says. */
function damaged(text: string, choices: readonly number[]): string {
	return [...text]
		.map((character, i) => {
			const choice = choices[i % choices.length] ?? 0;
			return choice % 10 < 3 ? (CHARACTERS[choice % CHARACTERS.length] ?? '') : character;
		})
		.join('');
}

async function expectAnswer({ document, settings }: FixtureFile, text: string): Promise<void> {
	const model = await service.model(changed(document, text), settings);
	service.close(document.uri);
	expect(model.skipped, 'It is looked at').toBeUndefined();
	for (const { start, end } of [...model.sightings, ...model.dispatches, ...model.findings]) {
		expect(start).toBeGreaterThanOrEqual(0);
		expect(end).toBeGreaterThanOrEqual(start);
		expect(end).toBeLessThanOrEqual(text.length);
	}
}

describe.each(Object.keys(LANGUAGES))('%s', (language) => {
	const fixtures = fixtureNames(language).map((file) => readFixture(language, file));
	const at = (index: number): FixtureFile => fixtures[index] as FixtureFile;
	const anyFixture = fc.nat(fixtures.length - 1);

	test('with 30 % of its characters changed', async () => {
		const choices = fc.array(fc.nat(9999), { minLength: 50, maxLength: 200 });
		await fc.assert(
			fc.asyncProperty(anyFixture, choices, async (index, chosen) => {
				await expectAnswer(at(index), damaged(at(index).document.text, chosen));
			}),
			{ numRuns: 60 },
		);
	});

	test('cut off anywhere', async () => {
		await fc.assert(
			fc.asyncProperty(anyFixture, fc.double({ min: 0, max: 1, noNaN: true }), async (index, part) => {
				const { text } = at(index).document;
				await expectAnswer(at(index), text.slice(0, Math.floor(part * text.length)));
			}),
			{ numRuns: 60 },
		);
	});
});

test('an expression nested deeper than any stack is answered too', async () => {
	const fixture = readFixture('typescript', 'switch.ts');
	const sum = Array.from({ length: 20_000 }, (_, i) => `x${i}`).join(' + ');
	const braces = '{'.repeat(20_000);
	await expectAnswer(fixture, `${fixture.document.text}\nconst long = ${sum};\n`);
	await expectAnswer(fixture, `${fixture.document.text}\n${braces}`);
});
