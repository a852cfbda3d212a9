/**
 * Every fixture against the engine: what it finds, why it reports or not, and what its fixes write. The marker format
 * stands in test/support/markers.ts. `UPDATE_GOLDENS=1` rewrites the golden texts; read them before they are committed.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Finding, Fix, Model, Range } from '../../server/model.ts';
import type { DocumentInput, Service } from '../../server/service.ts';
import { testService } from '../support/engine.ts';
import {
	applyEdits,
	changed,
	type FixtureFile,
	fixtureNames,
	goldenNames,
	goldenPath,
	LANGUAGES,
	readFixture,
	show,
	shownExpectations,
	shownModel,
} from '../support/fixtures.ts';
import type { ExpectedFix } from '../support/markers.ts';
import { syntaxErrors } from '../support/syntax.ts';

let service: Service;
beforeAll(async () => {
	service = await testService();
});

for (const [language, { grammar }] of Object.entries(LANGUAGES)) {
	const files = fixtureNames(language);
	describe.each(files)(`${language}/%s`, (file) => {
		const read = (): FixtureFile => readFixture(language, file);
		beforeEach(async () => {
			for (const other of read().workspace) await service.index(other);
		});
		afterEach(() => {
			for (const { uri } of read().workspace) service.unindex(uri);
		});

		test('is recognised and judged as marked', async () => {
			const marked = read();
			const { document, fixture } = marked;
			const model = await modelOf(marked, document);
			expect(model.skipped, 'The engine looks at it').toBeUndefined();
			const actual = shownModel(model, document.text);
			const expected = shownExpectations(marked);
			expect({ findings: actual.findings, outcomes: actual.outcomes }).toEqual({
				findings: expected.findings,
				outcomes: expected.outcomes,
			});
			expect(actual.sightings).toEqual(expect.arrayContaining(expected.sightings));
			for (const it of fixture.expectations) {
				if (it.verb !== 'outcome' || !it.named) continue;
				const report = model.dispatches.find(({ subject }) => subject.start === it.start);
				expect(report?.named, `Codes named by the dispatch on ${show(document.text, it)}`).toEqual(it.named);
			}
			if (fixture.sightings !== undefined) expect(actual.sightings).toHaveLength(fixture.sightings);
			const from = fixture.noSightingsFrom ?? document.text.length;
			expect(
				shownModel({ ...model, sightings: model.sightings.filter(({ start }) => start >= from) }, document.text)
					.sightings,
			).toEqual([]);
		});

		test('has fixes that mend what they say', async () => {
			const marked = read();
			const { document } = marked;
			const model = await modelOf(marked, document);
			const before = await syntaxErrors(document.text, grammar);
			for (const finding of model.findings) {
				const fixes = await fixesOf(marked, document, finding);
				expect(fixes.filter(({ preferred }) => preferred).length, 'At most one fix is preferred').toBeLessThanOrEqual(
					1,
				);
				for (const fix of fixes) {
					if (fix.command) continue;
					const text = await applied(marked, document, fix);
					expect(text, `“${fix.title}” changes something`).not.toBe(document.text);
					const after = await syntaxErrors(text, grammar);
					expect(
						after.length,
						`“${fix.title}” breaks the syntax (${after.join(', ')}) in:\n${text}`,
					).toBeLessThanOrEqual(before.length);
					expectSameStyle(document.text, text, fix.title);
					await expectMended(marked, document, text, model, finding, fix);
				}
			}
		});

		for (const expectation of read().fixture.expectations) {
			if (expectation.verb !== 'fix') continue;
			test(`“${expectation.title}” writes ${expectation.golden}`, async () => {
				await expectGolden(read(), expectation);
			});
		}
	});

	test(`${language} has no golden text that no fixture names`, () => {
		const named = files.flatMap((file) =>
			readFixture(language, file)
				.fixture.expectations.filter((it) => it.verb === 'fix')
				.map((it) => basename(goldenPath(language, file, it.golden))),
		);
		expect(goldenNames(language).filter((golden) => !named.includes(golden))).toEqual([]);
	});
}

async function modelOf({ settings }: FixtureFile, document: DocumentInput): Promise<Model> {
	const model = await service.model(document, settings);
	service.close(document.uri);
	return model;
}

/** The fixes of one finding, told apart from those of others that touch the same place. */
async function fixesOf({ settings }: FixtureFile, document: DocumentInput, finding: Finding): Promise<readonly Fix[]> {
	const all = await service.fixes(document, settings, finding, { commands: [] });
	const fixes = all.filter((fix) => fix.finding?.rule === finding.rule && fix.finding.start === finding.start);
	expect(
		fixes.length,
		`${show(document.text, finding)} — ${finding.rule} can at least be suppressed or removed`,
	).toBeGreaterThan(0);
	return fixes;
}

async function applied({ settings }: FixtureFile, document: DocumentInput, fix: Fix): Promise<string> {
	const edits = await service.edits(document, settings, fix.id);
	if (!edits) throw new Error(`“${fix.title}” was offered, but has no edits.`);
	return applyEdits(document.text, edits);
}

/** After the fix its finding is gone, or lacks exactly the one code that the title names, and nothing new is found. */
async function expectMended(
	marked: FixtureFile,
	document: DocumentInput,
	text: string,
	before: Model,
	finding: Finding,
	fix: Fix,
): Promise<void> {
	const next = changed(document, text);
	const after = await modelOf(marked, next);
	const about = `after “${fix.title}”:\n${text}`;
	const left = [...after.findings];
	for (const other of before.findings) {
		if (other === finding) continue;
		const same = left.findIndex((it) => it.rule === other.rule && it.codes.join() === other.codes.join());
		expect(same, `${other.rule} ${other.codes.join()} is still found ${about}`).toBeGreaterThanOrEqual(0);
		left.splice(same, 1);
	}
	// A suppression that was there before may have become needless; one that the fix wrote may not be.
	const suppressions = (of: string): number => of.split('faultbook-ignore').length;
	if (suppressions(text) === suppressions(document.text)) {
		const needless = left.findIndex(({ rule }) => rule === 'unused-ignore');
		if (needless >= 0) left.splice(needless, 1);
	}
	const [rest, ...more] = left;
	expect(more, `Nothing new is found ${about}`).toEqual([]);
	if (rest) {
		const mended = finding.codes.filter((code) => !rest.codes.includes(code));
		expect(rest.rule, `Nothing new is found ${about}`).toBe(finding.rule);
		expect(rest.codes.length, `One code less is found ${about}`).toBe(finding.codes.length - 1);
		expect(fix.title).toContain(mended[0]);
	}

	const whole = { start: 0, end: text.length };
	const titled = async (of: DocumentInput, range: Range): Promise<Fix[]> =>
		(await service.fixes(of, marked.settings, range, { commands: [] })).filter(({ title }) => title === fix.title);
	const again = await titled(next, whole);
	const once = await titled(document, { start: 0, end: document.text.length });
	if (again.length < once.length) return;
	for (const second of again) expect(await applied(marked, next, second), `A second “${fix.title}”`).toBe(text);
}

/** What a fix wrote has the file's line ends and its kind of indentation. */
function expectSameStyle(before: string, after: string, title: string): void {
	const lineEnds = (text: string): string[] => [...new Set(text.match(/\r?\n/g) ?? [])];
	if (lineEnds(before).length === 1) expect(lineEnds(after), `Line ends after “${title}”`).toEqual(lineEnds(before));
	const trailing = (text: string): number => text.match(/[ \t]+\r?$/gm)?.length ?? 0;
	expect(trailing(after), `White space at line ends after “${title}”:\n${after}`).toBeLessThanOrEqual(trailing(before));
	const indents = (text: string): Set<string> => new Set((text.match(/^[ \t]+/gm) ?? []).map((it) => it[0] as string));
	if (indents(before).size !== 1) return;
	expect([...indents(after)], `Indentation after “${title}”:\n${after}`).toEqual([...indents(before)]);
}

async function expectGolden(marked: FixtureFile, expected: ExpectedFix): Promise<void> {
	const { document, settings, language, file } = marked;
	const fixes = await service.fixes(document, settings, expected, { commands: [] });
	const fix = fixes.find(({ title }) => title.startsWith(expected.title));
	expect(
		fix,
		`No “${expected.title}…” among ${fixes.map(({ title }) => `“${title}”`).join(', ') || 'no fixes'}`,
	).toBeDefined();
	const text = await applied(marked, document, fix as Fix);
	const path = goldenPath(language, file, expected.golden);
	if (process.env.UPDATE_GOLDENS === '1') writeFileSync(path, text);
	if (!existsSync(path))
		throw new Error(`${basename(path)} is not there: run with UPDATE_GOLDENS=1, and read what it says.`);
	expect(text).toBe(readFileSync(path, 'utf8'));
}
