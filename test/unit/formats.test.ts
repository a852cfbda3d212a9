/** Every log format's data: it has samples, and a scan gives the rows that they say, however the log is cut. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFormats } from '../../scripts/data.mjs';
import { scanText } from '../support/scan.ts';

const { formats, problems } = await readFormats();

test('every file is a format', () => {
	expect(problems).toEqual([]);
	const files = readdirSync(join(import.meta.dirname, '../../server/formats')).filter((name) => name.endsWith('.yaml'));
	expect(formats.map(({ id }) => `${id}.yaml`)).toEqual(files);
});

describe.each(formats.map((format) => [format.id, format] as const))('%s', (_id, { samples, line, time }) => {
	test.each(samples.map((sample, i) => [i + 1, sample] as const))('sample %i', (_number, { text, rows }) => {
		const found = scanText(text);
		const asked = found.map((row, i) =>
			Object.fromEntries(
				Object.keys(rows[i] ?? { line: 0, code: '' }).map((key) => [key, row[key as keyof typeof row]]),
			),
		);
		expect(asked).toEqual(rows);
		for (const chunk of [1, 7, 64]) expect(scanText(text, { chunk })).toEqual(found);
	});

	test('the samples are lines of it', () => {
		const patterns = [line, time].flatMap((source) => (source === undefined ? [] : [new RegExp(source)]));
		for (const sample of samples) {
			const [first = ''] = sample.text.split('\n');
			for (const pattern of patterns) expect(first).toMatch(pattern);
		}
	});
});
