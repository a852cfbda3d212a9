/** Damaged source: whatever bytes are changed and wherever a text is cut off, the engine answers and nothing throws. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Service } from '../../server/service.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { testService } from '../support/engine.ts';
import { changed, type FixtureFile, fixtureNames, LANGUAGES, readFixture } from '../support/fixtures.ts';
import { type DamageForm, damageForms } from '../support/languageTests.ts';

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

const FORMS = damageForms();

test.each(Object.keys(FORMS))(
	'%s that are whole are read, though three tenths of the file are damaged',
	async (name) => {
		const { path, head, unit, end = '', codes } = FORMS[name] as DamageForm;
		const uri = `file:///${path}`;
		const count = 10;
		const unitOf = (i: number) => unit.replaceAll('<<i>>', String(i));
		const broken = fc.uniqueArray(fc.nat(count - 1), { minLength: 4, maxLength: 4 });
		const choices = fc.array(fc.nat(9999), { minLength: 200, maxLength: 300 });
		await fc.assert(
			fc.asyncProperty(broken, choices, async (chosen, how) => {
				let text = head;
				const whole: { readonly start: number; readonly end: number }[] = [];
				for (let i = 0; i < count; i++) {
					const start = text.length;
					// Three quarters of four in ten
					const spoilt = (character: string, at: number): string => {
						const choice = how[(at + i * 31) % how.length] ?? 0;
						return choice % 4 < 3 ? (CHARACTERS[choice % CHARACTERS.length] ?? '') : character;
					};
					text += chosen.includes(i) ? [...unitOf(i)].map(spoilt).join('') : unitOf(i);
					if (!chosen.includes(i)) whole.push({ start, end: text.length });
					text += '\n\n';
				}
				text += end;
				const document = { uri, path, languageId: '', version: 1, text };
				const model = await service.model(document, DEFAULT_SETTINGS);
				service.close(uri);
				for (const { start, end } of whole) {
					const seen = model.sightings.filter((one) => one.start >= start && one.end <= end && !one.success);
					expect(seen.map(({ certainty }) => certainty)).toEqual(Array(codes).fill('certain'));
				}
			}),
			// What is left of a failure once it is made small says no more than it does.
			{ numRuns: 80, endOnFailure: true },
		);
	},
);

test('an expression nested deeper than any stack is answered too', async () => {
	const fixture = readFixture('typescript', 'switch.ts');
	const sum = Array.from({ length: 20_000 }, (_, i) => `x${i}`).join(' + ');
	const braces = '{'.repeat(20_000);
	await expectAnswer(fixture, `${fixture.document.text}\nconst long = ${sum};\n`);
	await expectAnswer(fixture, `${fixture.document.text}\n${braces}`);
});

test('an error on the last line of a text without a newline behind it is answered', async () => {
	const fixture = readFixture('go', 'switch_tagless.go');
	await expectAnswer(fixture, 'package errno\n\nconst Parameter = 4000é中');
});
