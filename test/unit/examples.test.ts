/**
 * examples/README.md tells what is to be seen in examples/: this holds its tables true and complete. A row is a file, a
 * place (the text meant, behind another one where that is given), and in code at the start of its third cell what
 * stands there: a finding with its severity, an outcome, how sure the code is, the decoded message, or nothing.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Fix, Outcome } from '../../server/model.ts';
import type { DocumentInput, Service } from '../../server/service.ts';
import { Commands } from '../../shared/protocol.ts';
import { DEFAULT_SETTINGS, RULE_IDS } from '../../shared/settings.ts';
import { testService } from '../support/engine.ts';
import { applyEdits, changed, show } from '../support/fixtures.ts';

const folder = join(import.meta.dirname, '../../examples');
const settings = DEFAULT_SETTINGS;

interface Row {
	readonly name: string;
	readonly document: DocumentInput;
	/** Of the text meant. */
	readonly start: number;
	readonly kind: string;
	readonly value: string;
	/** The beginnings of the titles of what Ctrl+. offers. */
	readonly fixes: readonly string[];
}

const codeIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);

function read(path: string): DocumentInput {
	const text = readFileSync(join(folder, path), 'utf8').replaceAll('\r\n', '\n');
	return { uri: `file:///examples/${path}`, path, languageId: '', version: 1, text };
}

/** Where the last of the texts stands, each looked for behind the one before it. */
function find(document: DocumentInput, texts: readonly string[]): number {
	let at = 0;
	let start = -1;
	for (const text of texts) {
		start = document.text.indexOf(text, at);
		if (start < 0) throw new Error(`examples/${document.path} does not hold ${texts.join(', then ')}.`);
		at = start + text.length;
	}
	return start;
}

function readRow(line: string): Row[] {
	const [, file = '', place = '', seen = '', offered = ''] = line.split('|').map((cell) => cell.trim());
	const path = /\]\((.+)\)/.exec(file)?.[1];
	if (!path) return [];
	const texts = codeIn(place);
	const [token = ''] = codeIn(seen);
	const [kind = '', ...value] = token.split(' ');
	const document = read(path);
	const name = `${path}: ${texts.join(' … ')}: ${token}`;
	return [{ name, document, start: find(document, texts), kind, value: value.join(' '), fixes: codeIn(offered) }];
}

const rows = readFileSync(join(folder, 'README.md'), 'utf8').split(/\r?\n/).flatMap(readRow);
const LEVELS = ['hint', 'information', 'warning', 'error'];
const CERTAINTIES = ['certain', 'likely', 'possible'];
const findings = rows.filter(({ kind }) => LEVELS.includes(kind));
const rowsOf = (kind: string) => rows.filter((row) => row.kind === kind);

let service: Service;
beforeAll(async () => {
	service = await testService();
});

const hoverOf = ({ document, start }: Row) => service.hover(document, settings, start);
const named = (some: readonly Row[]) => some.map((row): [string, Row] => [row.name, row]);

/** What is offered at a row's place; all that the row promises is among it. */
async function offeredAt({ document, start, fixes }: Row): Promise<readonly Fix[]> {
	const commands = [Commands.judgeWorkspace];
	const offered = await service.fixes(document, settings, { start, end: start }, { commands });
	const titles = offered.map(({ title }) => title);
	expect(fixes.filter((promised) => !titles.some((title) => title.startsWith(promised)))).toEqual([]);
	return offered;
}

test('every row says something that is checked', () => {
	const checked = [...LEVELS, ...CERTAINTIES, 'outcome', 'nothing', 'decoded'];
	expect(rows.filter(({ kind }) => !checked.includes(kind)).map(({ name }) => name)).toEqual([]);
});

describe('what is reported', () => {
	test.each(named(findings))('%s', async (_, { document, start, kind, value }) => {
		const model = await service.model(document, settings);
		const found = model.findings.filter((finding) => finding.start === start);
		expect(found.map(({ level, rule }) => `${level} ${rule}`)).toEqual([`${kind} ${value}`]);
	});

	test('every rule has an example', () => {
		const shown = new Set(findings.map(({ value }) => value));
		expect(RULE_IDS.filter((rule) => !shown.has(rule))).toEqual([]);
	});

	test('nothing is reported that the table does not tell', async () => {
		const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
		const untold: string[] = [];
		for (const file of files.filter((name) => /\.(?:ts|py|go|php|json|jsonl|log)$/.test(name))) {
			const document = read(file);
			const model = await service.model(document, settings);
			for (const finding of model.findings)
				if (!findings.some((row) => row.document.path === file && row.start === finding.start))
					untold.push(`${file}:${show(document.text, finding)} ${finding.rule}`);
		}
		expect(untold).toEqual([]);
	});

	test.each(named(findings))('%s: the first of its fixes clears it', async (_, row) => {
		const { document, fixes, value } = row;
		const first = (await offeredAt(row)).find(({ title }) => title.startsWith(fixes[0] ?? '-'));
		const edits = await service.edits(document, settings, first?.id ?? '');
		const before = (await service.model(document, settings)).findings.filter(({ rule }) => rule === value);
		const mended = changed(document, applyEdits(document.text, edits ?? []));
		const after = (await service.model(mended, settings)).findings.filter(({ rule }) => rule === value);
		expect(after).toHaveLength(before.length - 1);
	});
});

describe('what is left alone', () => {
	test.each(named(rowsOf('outcome')))('%s', async (_, { document, start, value }) => {
		expect((await service.why(document, settings, start)).outcome).toBe(value);
	});

	test('every outcome has an example', () => {
		// `off` needs a setting, `reported` is the table above.
		const promised: Outcome[] = [
			...(['ignored', 'test', 'foreign', 'unsure', 'definition', 'retry-set', 'predicate', 'lookup'] as const),
			...(['too-little', 'handled', 'fallback', 'passed-on'] as const),
		];
		const shown = new Set(rowsOf('outcome').map(({ value }) => value));
		expect(promised.filter((outcome) => !shown.has(outcome))).toEqual([]);
	});
});

describe('what a hover says', () => {
	test.each(named(rows.filter(({ kind }) => CERTAINTIES.includes(kind))))('%s', async (_, row) => {
		const { sightings } = await service.model(row.document, settings);
		const at = sightings.filter(({ start, end }) => start - 1 <= row.start && row.start <= end);
		expect(at.map(({ certainty, code }) => `${certainty} ${code}`)).toEqual([`${row.kind} ${row.value}`]);
		// A text in quotes is meant with them.
		const hover = await service.hover(row.document, settings, at[0]?.start ?? 0);
		expect(hover?.markdown).toContain(row.value);
		expect(hover?.markdown.startsWith('If this is Tencent Cloud API 2.0:')).toBe(row.kind === 'possible');
		await offeredAt(row);
	});

	test.each(named(rowsOf('nothing')))('%s', async (_, row) => {
		expect(await hoverOf(row)).toBeUndefined();
	});

	test.each(named(rowsOf('decoded')))('%s', async (_, row) => {
		expect((await hoverOf(row))?.markdown).toContain(row.value);
		expect((await service.decode(row.document, row.start))?.text).toContain(row.value);
	});

	test('every certainty has an example', () => {
		const kinds = new Set(rows.map(({ kind }) => kind));
		expect(CERTAINTIES.filter((certainty) => !kinds.has(certainty))).toEqual([]);
	});
});
