import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../server/catalogue/load.ts';
import { catalogueOf } from './catalogueSamples.ts';

const small = { faultbook: 1, id: 'acme-billing', title: 'Acme Billing API', codes: [{ code: 71001 }] };

function problemsOf(changes: object): string[] {
	const { catalogue, problems } = loadCatalogue({ ...small, ...changes }, 'acme.faultbook.yaml');
	expect(catalogue === undefined, 'a catalogue or problems, never both').toBe(problems.length > 0);
	return problems.map((problem) => problem.replace('acme.faultbook.yaml: ', ''));
}

const problemsOfCode = (code: object) => problemsOf({ codes: [{ code: 71001, ...code }] });

describe('a catalogue that is right', () => {
	it('needs four fields; the rest has defaults', () => {
		expect(catalogueOf(small)).toEqual({
			id: 'acme-billing',
			title: 'Acme Billing API',
			complete: false,
			demand: 'each',
			grave: [],
			success: [],
			foreign: [],
			contexts: { hosts: [], imports: [], packages: [], words: [] },
			match: {
				...{ fields: [], companions: [], messages: [], accessors: [], successNames: [], items: [] },
				...{ exceptions: [], texts: [] },
			},
			codes: [
				{
					code: '71001',
					severity: 'unknown',
					causes: [],
					solutions: [],
					aliases: [],
					optional: false,
					alwaysSplit: false,
				},
			],
		});
	});

	it('takes every field that the format has', () => {
		const code = {
			code: 'Card.Declined',
			name: 'CardDeclined',
			type: 'Card declined',
			description: 'The bank refused the card.',
			severity: 'fatal',
			retry: 'never',
			remedy: 'Ask for another card.',
			url: 'https://acme.example/errors/declined?lang=en#top',
			causes: ['No money'],
			solutions: ['Another card'],
			aliases: ['71001'],
			since: '2.1',
			deprecated: '3',
			replacedBy: 'Card.Refused',
			optional: true,
			alwaysSplit: true,
			raisedBy: 'sdk',
		};
		const full = {
			...small,
			docs: 'https://acme.example/errors#{code}',
			complete: true,
			demand: 'fallback',
			hierarchy: '.',
			grave: ['Card'],
			success: ['0'],
			foreign: ['-7000'],
			contexts: { hosts: ['billing.acme.example'], imports: ['@acme/billing'], packages: ['acme'], words: ['acme'] },
			match: {
				fields: ['errorNo'],
				companions: ['errorName'],
				messages: ['errorText'],
				accessors: ['getErrorNo'],
				successNames: ['Ok'],
				items: ['results'],
				exceptions: ['AcmeError'],
				texts: ['Acme failed: {code}'],
				constants: 'upper',
			},
		};
		const other = { code: 'Card.Refused' };
		const written = {
			...code,
			guessed: ['severity'],
			text: { 'zh-cn': { type: '卡', description: '拒绝', remedy: '换卡' } },
		};
		const loaded = catalogueOf({ ...full, codes: [written, other] });
		const { faultbook: _format, ...expected } = full;
		expect(loaded).toMatchObject({ ...expected, codes: [code, other] });
	});

	it('reads a number and its digits in quotes as the same code', () => {
		const codes = catalogueOf({ ...small, success: [0], foreign: [-502], codes: [{ code: 4100 }, { code: '4200' }] });
		expect(codes).toMatchObject({ success: ['0'], foreign: ['-502'], codes: [{ code: '4100' }, { code: '4200' }] });
	});

	it('takes a host as it is often written', () => {
		const { contexts } = catalogueOf({ ...small, contexts: { hosts: ['*.Billing.acme.example'] } });
		expect(contexts.hosts).toEqual(['billing.acme.example']);
	});

	it('tells codes apart that differ in case only', () => {
		expect(problemsOf({ codes: [{ code: 'A.Vpc' }, { code: 'A.VPC' }] })).toEqual([]);
	});

	it('reads again what it has once accepted', () => {
		const compiled = JSON.parse(JSON.stringify({ ...small, success: [0] }));
		expect(catalogueOf(compiled)).toEqual(catalogueOf({ ...small, success: [0] }));
	});
});

describe('a catalogue that is wrong', () => {
	it('says where, what was found and what it must be', () => {
		expect(loadCatalogue({ ...small, codes: [{ code: 1, severity: 'fatl' }] }, 'builtin/x.yaml').problems).toEqual([
			'builtin/x.yaml: codes[0].severity is "fatl", but must be one of fatal, transient, partial, unknown.',
		]);
		expect(problemsOfCode({ retry: 3 })).toEqual([
			'codes[0].retry is 3, but must be one of never, backoff, resign, later, items.',
		]);
		expect(problemsOf({ complete: 'yes' })).toEqual(['complete is "yes", but must be true or false.']);
		expect(problemsOf({ hierarchy: ':' })).toEqual([
			'hierarchy is ":", but must be "." (no other sign is supported yet).',
		]);
		expect(problemsOf({ success: 0 })).toEqual(['success is 0, but must be a list.']);
		expect(problemsOf({ codes: [null] })).toEqual(['codes[0] is empty, but must be an object with named fields.']);
		expect(problemsOf({ match: { fields: [''] } })).toEqual([
			'match.fields[0] is "", but must be text that is not empty.',
		]);
	});

	it.each(['faultbook', 'id', 'title', 'codes'])('misses %s', (key) => {
		expect(problemsOf({ [key]: undefined })).toEqual([`${key} is missing.`]);
	});

	it('misses a code', () => {
		expect(problemsOf({ codes: [{ type: 'Declined' }] })).toEqual(['codes[0].code is missing.']);
		expect(problemsOf({ codes: [] })).toEqual(['codes is an empty list, but must be a list of at least one code.']);
	});

	it('is of a format that is not known', () => {
		expect(problemsOf({ faultbook: 2 })).toEqual([
			'faultbook is 2, but must be 1, the format that this version reads.',
		]);
	});

	it('has an unknown field; the one that was meant is named', () => {
		expect(problemsOfCode({ severty: 'fatal' })).toEqual([
			'codes[0].severty is not a known field. Did you mean severity?',
		]);
		expect(problemsOfCode({ Retry: 'never' })).toEqual(['codes[0].Retry is not a known field. Did you mean retry?']);
		expect(problemsOf({ match: { companion: ['x'] } })).toEqual([
			'match.companion is not a known field. Did you mean companions?',
		]);
		expect(problemsOf({ contexts: { 'x y': 1 } })).toEqual([
			'contexts["x y"] is not a known field. The known ones are hosts, imports, packages, words.',
		]);
	});

	it('has several mistakes; all are told', () => {
		expect(problemsOf({ titel: 'x', demand: 'all', codes: [{ code: 1, kind: 'x' }] })).toHaveLength(3);
	});

	it('has so many mistakes that the list is cut', () => {
		const codes = Array.from({ length: 500 }, () => ({}));
		const { problems } = loadCatalogue({ ...small, codes }, 'x.yaml');
		expect(problems).toHaveLength(21);
		expect(problems.at(-1)).toBe('x.yaml: and 480 more problems.');
	});

	it.each(['a b', '', 'é', '4100 ', 'a/b', 'x'.repeat(129)])('has a code that cannot be spelled so: %j', (code) => {
		expect(problemsOfCode({ code })[0]).toMatch(/^codes\[0\]\.code is ".*", but must be 1 to 128 letters, digits,/);
	});

	it.each([1.5, 1e21, Number.POSITIVE_INFINITY])('has a number as code whose spelling is not certain: %d', (code) => {
		expect(problemsOfCode({ code })).toEqual([
			`codes[0].code is ${code}, but must be a whole number of at most 15 digits, or text in quotes.`,
		]);
	});

	it.each([
		'http://acme.example',
		'javascript:alert(1)',
		'https://',
		'https://a b',
		'https://user:secret@acme.example/',
		'https://acme.example/"><script>',
		'HTTPS://acme.example\n',
	])('has a link that is not plain https: %j', (url) => {
		expect(problemsOfCode({ url })[0]).toMatch(
			/^codes\[0\]\.url is .*, but must be a URL that begins with https:\/\/\.$/,
		);
		expect(problemsOf({ docs: url })[0]).toMatch(/^docs is .*, but must be a URL that begins with https:\/\/\.$/);
	});

	it('has values that stand twice, or that are two things at once', () => {
		const codes = [{ code: 5 }, { code: '5' }, { code: 6, aliases: ['7', '5'] }];
		expect(problemsOf({ codes, success: [6], foreign: ['7', 8] })).toEqual([
			'codes[1].code is "5", but that is already codes[0].code.',
			'codes[2].aliases[1] is "5", but that is already codes[0].code.',
			'success[0] is "6", but that is already codes[2].code.',
			'foreign[0] is "7", but that is already codes[2].aliases[0].',
		]);
	});

	it('replaces a code by one that does not exist', () => {
		expect(problemsOfCode({ replacedBy: 9 })).toEqual([
			'codes[0].replacedBy is "9", but the catalogue has no such code.',
		]);
		expect(problemsOfCode({ replacedBy: 71001 })).toEqual(['codes[0].replacedBy is the code itself, "71001".']);
	});

	it.each([undefined, null, 4, 'text', [], [[]], true, () => 1])('is no catalogue at all: %s', (value) => {
		const { catalogue, problems } = loadCatalogue(value, 'x.yaml');
		expect(catalogue).toBeUndefined();
		expect(problems.length).toBeGreaterThan(0);
		for (const problem of problems) expect(problem).toMatch(/^x\.yaml: .+\.$/);
	});

	it('goes round in a circle', () => {
		const circle: Record<string, unknown> = { ...small };
		circle.title = circle;
		expect(loadCatalogue(circle, 'x.yaml').problems).toEqual(['x.yaml: title is an object, but must be text.']);
	});
});
