import { describe, expect, it } from 'vitest';
import { parseCatalogue } from '../../server/catalogue/parse.ts';

describe('YAML', () => {
	it('is read with numbers as numbers and words as words', () => {
		const text = '# catalogue\nid: acme\ncodes:\n  - { code: 4100, name: no, type: "404" }\n';
		expect(parseCatalogue(text, 'a.faultbook.yaml')).toEqual({
			value: { id: 'acme', codes: [{ code: 4100, name: 'no', type: '404' }] },
			problems: [],
		});
	});

	it('may use CRLF, a byte order mark and anchors', () => {
		expect(parseCatalogue('\uFEFFa: &x [1]\r\nb: *x\r\n', 'a.yml').value).toEqual({ a: [1], b: [1] });
	});

	it.each([
		['a: 1\nb: [1\nc: 2\n', /^x\.yaml:[34]: .+\.$/],
		['a: 1\nb: 2\na: 3\n', /^x\.yaml:3: Map keys must be unique\.$/],
		['a: 1\nb: !secret x\n', /^x\.yaml:2: Unresolved tag: !secret\.$/],
		['a: 1\n---\nb: 2\n', /^x\.yaml:2: the file holds several documents; one file is one catalogue\.$/],
		['a: *nothing\n', /^x\.yaml: Unresolved alias .+\.$/],
	])('says where it is broken: %j', (text, message) => {
		const { value, problems } = parseCatalogue(text, 'x.yaml');
		expect(value).toBeUndefined();
		expect(problems[0]).toMatch(message);
	});

	it.each([
		['0100', '100'],
		['1.10', '1.1'],
		['0x1F', '31'],
		['12345678901234567890', '12345678901234567000'],
	])('does not let %s lose its spelling', (written, read) => {
		expect(parseCatalogue(`id: x\ncode: ${written}\n`, 'x.yaml').problems).toEqual([
			`x.yaml:2: ${written} is read as the number ${read}; put it in quotes, or write the number so.`,
		]);
		expect(parseCatalogue(`code: "${written}"\n`, 'x.yaml').value).toEqual({ code: written });
	});

	it('does not swell from a few lines to millions of values', () => {
		const levels = ['a: &l0 [x, x, x, x, x, x, x, x, x, x]'];
		for (let level = 1; level < 9; level++) {
			levels.push(
				`b${level}: &l${level} [${Array(10)
					.fill(`*l${level - 1}`)
					.join(', ')}]`,
			);
		}
		expect(parseCatalogue(levels.join('\n'), 'x.yaml').problems).toEqual([
			'x.yaml: its aliases (*) are used too often.',
		]);
	});
});

describe('JSON', () => {
	it('is read strictly', () => {
		expect(parseCatalogue('{\r\n\t"a": ["\\u00e9", 1]\r\n}', 'a.faultbook.json')).toEqual({
			value: { a: ['é', 1] },
			problems: [],
		});
	});

	it.each([
		['{"a": 1,\n}', /^x\.json:2: this is not JSON: .+\.$/],
		['{\n// note\n"a": 1}', /^x\.json:2: this is not JSON: .+\.$/],
		['a: 1', /^x\.json:1: this is not JSON: .+\.$/],
		['', /^x\.json:1: this is not JSON: .+\.$/],
		['{"a": 1,\n "b": {"a": 1},\n "a": 2}', /^x\.json:3: "a" stands twice here\.$/],
	])('says where it is broken: %j', (text, message) => {
		const { value, problems } = parseCatalogue(text, 'x.json');
		expect(value).toBeUndefined();
		expect(problems[0]).toMatch(message);
	});
});

it.each(['x.yaml', 'x.json'])('a text nested without end is told, not thrown: %s', (source) => {
	expect(parseCatalogue('['.repeat(100_000), source).problems).toEqual([
		`${source}: its values are nested too deeply.`,
	]);
});
