/**
 * The judgement set, test/judgement/<language>/, against the engine: how much of what people marked the engine says,
 * and how much it says that nobody marked. `npm run judge` prints it, a unit test holds the floors.
 */
import type { DispatchReport, Finding, Model, Outcome, Range, Sighting } from '../../server/model.ts';
import type { Service } from '../../server/service.ts';
import { fixtureNames, grammarOf, LANGUAGES, readFixture } from './fixtures.ts';
import { tryFixes } from './judgedFixes.ts';
import type { ExpectedFinding, ExpectedOutcome } from './markers.ts';

/** What is measured, with the share that has to be reached; of `claims` the share that may not be passed. */
export const MEASURES = {
	hovers: { title: 'hover recall', floor: 0.98 },
	claims: { title: 'claims on look-alikes', ceiling: 0.01 },
	precision: { title: 'finding precision', floor: 0.98 },
	recall: { title: 'finding recall', floor: 0.95 },
	outcomes: { title: 'outcomes right', floor: 0.95 },
	fixes: { title: 'fixes that parse and clear', floor: 1 },
} as const satisfies Record<string, { title: string } & ({ floor: number } | { ceiling: number })>;
export type Measure = keyof typeof MEASURES;
export const MEASURE_NAMES = Object.keys(MEASURES) as Measure[];

/** `hits` of `of`. */
export interface Count {
	readonly hits: number;
	readonly of: number;
}
export type Figures = Readonly<Record<Measure, Count>>;

/** Where marks and engine disagree. */
export interface Miss {
	readonly measure: Measure;
	/** From the top of the project. */
	readonly file: string;
	/** In the file as it is, markers included, from 1. */
	readonly line: number;
	readonly text: string;
}

export interface Verdict {
	readonly language: string;
	readonly file: string;
	/** How many dispatches and tables are marked that are the API's: neither foreign nor unsure. */
	readonly dispatches: number;
	readonly figures: Figures;
	readonly misses: readonly Miss[];
}

const STRANGE: readonly Outcome[] = ['foreign', 'unsure'];

/** Whether a hover is about the marked code; one that is only possible says so in its first line. */
const explains = (markdown: string, { code, certainty }: { code: string; certainty: string }): boolean =>
	new RegExp(`^(?:If this is [^\\n]*\\n\\n)?\\*\\*${code.replaceAll('.', '\\\\?\\.')}\\b`).test(markdown) &&
	markdown.startsWith('If this is') === (certainty === 'possible');

/** Whether a hover says that there is a code of a catalogue, as opposed to: there may be one, or what a message says. */
const claims = (markdown: string): boolean => !/^(?:If this is |\*\*Decoded message:)/.test(markdown);

/**
 * Judges one file of the set. `file` is a name that `fixtureNames` gives.
 * @throws {Error} where one of its markers is not understood, with the file's name and the line
 */
async function judgeFile(service: Service, language: string, file: string): Promise<Verdict> {
	const { fixture, document, settings, workspace, above } = readFixture(language, file, 'judgement');
	const name = `test/judgement/${language}/${file.split('#')[0]}`;
	for (const other of workspace) await service.index(other);
	const model = await service.model(document, settings);
	const misses: Miss[] = [];
	const miss = (measure: Measure, line: number, text: string): void => {
		misses.push({ measure, file: name, line: above + line, text });
	};
	const lineOf = (offset: number): number => {
		const line = document.text.slice(0, offset).split('\n').length;
		return fixture.lines[line - 1] ?? line;
	};

	/** What is claimed of a look-alike; asked at each of its places, for comments and strings are in no model. */
	const claimOn = async (it: Range): Promise<string | undefined> => {
		const seen = model.sightings.filter((sighting) => overlap(sighting, it) && sighting.certainty !== 'possible');
		if (seen.length > 0) return told(seen, true);
		for (let offset = it.start; offset < it.end; offset++) {
			const hover = await service.hover(document, settings, offset);
			if (hover && overlap(hover, it) && claims(hover.markdown))
				return `its hover says ${hover.markdown.split('\n', 1)[0]}`;
		}
		return undefined;
	};

	const counts = { hovers: 0, claims: 0, outcomes: 0 };
	const total = { hovers: 0, claims: 0, outcomes: 0 };
	for (const it of fixture.expectations) {
		if (it.verb === 'sighting') {
			total.hovers++;
			const hover = await service.hover(document, settings, it.start);
			const seen = model.sightings.filter((sighting) => overlap(sighting, it));
			const isSeen = seen.some(({ code, certainty }) => code === it.code && certainty === it.certainty);
			// What stands in a comment or a string is read when somebody hovers over it, and is in no model.
			const isRead = seen.length === 0 && hover !== undefined && explains(hover.markdown, it);
			if ((hover && isSeen) || isRead) counts.hovers++;
			else miss('hovers', it.line, `${it.code} ${it.certainty} is ${told(seen, hover !== undefined)}`);
		} else if (it.verb === 'nothing') {
			total.claims++;
			const claim = await claimOn(it);
			if (claim === undefined) continue;
			counts.claims++;
			miss('claims', it.line, `${document.text.slice(it.start, it.end)} is no code, but ${claim}`);
		} else if (it.verb === 'outcome') {
			total.outcomes++;
			const problem = outcomeProblem(model, it);
			if (problem === undefined) counts.outcomes++;
			else miss('outcomes', it.line, problem);
		}
	}

	const expected = fixture.expectations.filter((it) => it.verb === 'finding');
	const unmatched = [...model.findings];
	let found = 0;
	for (const it of expected) {
		const at = unmatched.findIndex((finding) => isExpected(finding, it));
		if (at >= 0) {
			found++;
			unmatched.splice(at, 1);
		} else miss('recall', it.line, `${it.rule} ${it.anyCodes ? '*' : it.codes.join()} ${it.level} is not found`);
	}
	for (const finding of unmatched)
		miss('precision', lineOf(finding.start), `${finding.rule} ${finding.codes.join()} ${finding.level} is not marked`);

	const tried = await tryFixes({ service, document, settings, grammar: grammarOf(language), model });
	for (const { finding, title, problem } of tried)
		if (problem !== undefined) miss('fixes', lineOf(finding.start), `“${title}”: ${problem}`);
	service.close(document.uri);
	for (const { uri } of workspace) service.unindex(uri);
	return {
		language,
		file: name,
		dispatches: fixture.expectations.filter((it) => it.verb === 'outcome' && !STRANGE.includes(it.outcome)).length,
		figures: {
			hovers: { hits: counts.hovers, of: total.hovers },
			claims: { hits: counts.claims, of: total.claims },
			precision: { hits: found, of: model.findings.length },
			recall: { hits: found, of: expected.length },
			outcomes: { hits: counts.outcomes, of: total.outcomes },
			fixes: { hits: tried.filter(({ problem }) => problem === undefined).length, of: tried.length },
		},
		misses,
	};
}

const overlap = (one: Range, other: Range): boolean => one.start < other.end && other.start < one.end;

function told(seen: readonly Sighting[], hovered: boolean): string {
	if (seen.length === 0) return 'not seen';
	const all = seen.map(({ code, certainty, catalogue }) => `${code} ${certainty} of ${catalogue}`).join(' and ');
	return `seen as ${all}${hovered ? '' : ', without a hover'}`;
}

/** Several catalogues may judge one dispatch: what the surest judgements say is what a user is told, all of it. */
function outcomeProblem({ dispatches }: Model, it: ExpectedOutcome): string | undefined {
	const reports = dispatches.filter(({ subject }) => overlap(subject, it));
	const sureness: readonly DispatchReport['certainty'][] = ['certain', 'likely', 'possible'];
	const surest = sureness.find((certainty) => reports.some((report) => report.certainty === certainty));
	const told = reports.filter(({ certainty }) => certainty === surest);
	if (told.length === 0) return `${it.outcome}, but no dispatch is seen`;
	if (told.some(({ outcome }) => outcome !== it.outcome))
		return `${it.outcome}, but judged ${told.map(({ outcome, why }) => `${outcome}: ${why}`).join(' / ')}`;
	const wrong = told.find(({ named }) => it.named && it.named.join() !== named.join());
	return wrong && `${it.outcome} and names ${it.named?.join()}, but judged to name ${wrong.named.join() || 'none'}`;
}

function isExpected(finding: Finding, it: ExpectedFinding): boolean {
	if (finding.rule !== it.rule || finding.level !== it.level || !overlap(finding, it)) return false;
	return it.anyCodes === true || finding.codes.join() === it.codes.join();
}

/** Judges the whole set: every language that fixtures know, every file. */
export async function judgeAll(service: Service): Promise<Verdict[]> {
	const verdicts: Verdict[] = [];
	for (const language of Object.keys(LANGUAGES))
		for (const file of fixtureNames(language, 'judgement')) verdicts.push(await judgeFile(service, language, file));
	return verdicts;
}

/** The sum of several files. */
export function sumOf(verdicts: readonly Verdict[]): Figures {
	const sum = Object.fromEntries(MEASURE_NAMES.map((measure) => [measure, { hits: 0, of: 0 }])) as Record<
		Measure,
		{ hits: number; of: number }
	>;
	for (const { figures } of verdicts)
		for (const measure of MEASURE_NAMES) {
			sum[measure].hits += figures[measure].hits;
			sum[measure].of += figures[measure].of;
		}
	return sum;
}

/** A count as a share; of nothing there is nothing to miss. */
export function share(measure: Measure, { hits, of }: Count): number {
	if (of > 0) return hits / of;
	return measure === 'claims' ? 0 : 1;
}

/** Whether a sum holds what its measure asks for. */
export function holds(measure: Measure, count: Count): boolean {
	const bound: { readonly floor?: number; readonly ceiling?: number } = MEASURES[measure];
	const reached = share(measure, count);
	return reached >= (bound.floor ?? 0) && reached <= (bound.ceiling ?? 1);
}
