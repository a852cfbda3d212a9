/** What an open document's model says after any edits is what a document opened with that text would say. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Model } from '../../server/model.ts';
import type { Service } from '../../server/service.ts';
import { testService } from '../support/engine.ts';
import { changed, type FixtureFile, fixtureNames, LANGUAGES, readFixture, shownModel } from '../support/fixtures.ts';

let service: Service;
let other: Service;
beforeAll(async () => {
	service = await testService();
	other = await testService();
});

/** An edit in parts of the text's length, so that it fits whatever the text has become. */
const anyEdit = fc.record({
	from: fc.double({ min: 0, max: 1, noNaN: true }),
	length: fc.oneof({ weight: 4, arbitrary: fc.nat(12) }, fc.nat(400)),
	insert: fc.constantFrom(
		'',
		' ',
		'\n',
		'x',
		'}',
		'{',
		'4300',
		'"',
		'// qcloud\n',
		'# qcloud\n',
		'\n\n\n',
		'default',
		'é中',
		'if (res.code === 5200) {}\n',
		'// faultbook-ignore 4300\n',
		// What takes the rest of a text along, until it is taken back
		'/*',
		'*/',
		"'",
		'`',
		'"""',
		'(',
		')',
		'[',
	),
});

const whole = (model: Model, text: string) => ({
	...shownModel(model, text),
	why: model.dispatches.map(({ why, named, missing }) => [why, named, missing]),
	messages: model.findings.map(({ message }) => message),
});

describe.each(Object.keys(LANGUAGES))('%s', (language) => {
	const fixtures = (['fixtures', 'judgement'] as const).flatMap((folder) =>
		fixtureNames(language, folder).map((file) => readFixture(language, file, folder)),
	);

	test('edited step by step', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.nat(fixtures.length - 1),
				fc.array(anyEdit, { minLength: 1, maxLength: 8 }),
				async (index, edits) => {
					const { document, settings } = fixtures[index] as FixtureFile;
					let current = document;
					await service.model(current, settings);
					for (const { from, length, insert } of edits) {
						const at = Math.floor(from * current.text.length);
						current = changed(current, current.text.slice(0, at) + insert + current.text.slice(at + length));
						const edited = await service.model(current, settings);
						const fresh = await other.model(current, settings);
						other.close(current.uri);
						expect(whole(edited, current.text)).toEqual(whole(fresh, current.text));
					}
					service.close(document.uri);
				},
			),
			{ numRuns: 40, endOnFailure: true },
		);
	});
});
