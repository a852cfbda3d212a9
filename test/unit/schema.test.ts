/** The schema of languages and its documentation: nothing in either that no language has. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LanguageSchema } from '../../server/languages/language.ts';
import { lexicon } from '../../server/languages/lexicon.ts';
import { modules } from '../../server/languages/modulesSchema.ts';
import { FLAGS, PARTS, type Shape } from '../../server/languages/shapes.ts';
import { stubs } from '../../server/languages/stubs.ts';
import { testLanguages } from '../support/engine.ts';

const languages = await testLanguages();

/** Whether a field says anything: a list, text or number that is not empty, a flag that is set. */
const says = (value: unknown): boolean =>
	value !== undefined &&
	value !== false &&
	value !== '' &&
	!(typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/** Of these fields, those that say nothing in any language. */
const unused = (fields: readonly string[], of: (language: (typeof languages)[number]) => object | undefined) =>
	fields.filter((field) => !languages.some((language) => says((of(language) as Record<string, unknown>)?.[field])));

test('every field is one that some language needs', () => {
	// What extends has been merged, and `within` and `openValue` come with one of the `ways`.
	const asides = ['extends', 'within', 'openValue'];
	const fields = [
		...unused(Object.keys(LanguageSchema.entries), (language) => language),
		...unused(Object.keys(lexicon.entries), (language) => language.lexicon),
		...unused(Object.keys(modules.entries), (language) => language.modules),
		...unused(Object.keys(stubs.entries), (language) => language.stubs),
	];
	expect(fields.filter((field) => !asides.includes(field))).toEqual([]);
});

/** Whether a part begins behind a token. */
const isBehind = (part: string, { behind }: Shape): boolean =>
	typeof behind === 'object' && behind !== null && Object.values(behind).includes(part);

test('every kind, part and flag of a shape is one that some language needs', () => {
	const shapes = languages.flatMap((language) => Object.values(language.shapes));
	const kinds = Object.entries(PARTS).filter(([kind]) => !shapes.some(({ is }) => is === kind));
	const parts = Object.entries(PARTS).flatMap(([kind, names]) =>
		names
			.filter((part) => !shapes.some((shape) => shape.is === kind && (part in shape || isBehind(part, shape))))
			.map((part) => `${kind}: ${part}`),
	);
	expect({ kinds, parts, flags: [...FLAGS].filter((flag) => !shapes.some((shape) => flag in shape)) }).toEqual({
		kinds: [],
		parts: [],
		flags: [],
	});
});

test('every placeholder is explained', () => {
	const text = readFileSync(join(import.meta.dirname, '../../docs/architecture.md'), 'utf8');
	const section = text.slice(text.indexOf('**Stubs** are text'), text.indexOf('## Catalogues'));
	const groups = languages.flatMap(({ stubs: { failBy } }) =>
		failBy.flatMap(({ results, text: file }) =>
			[...`${results} ${file}`.matchAll(/\(\?<(\w+)>/g)].map(([, name = '']) => name),
		),
	);
	const used = languages.flatMap((language) =>
		[...JSON.stringify(language.stubs).matchAll(/<<(\w+)>>/g)].map(([, name = '']) => name),
	);
	const unexplained = new Set(used.filter((name) => !groups.includes(name) && !section.includes(`\`${name}\``)));
	expect([...unexplained]).toEqual([]);
});
