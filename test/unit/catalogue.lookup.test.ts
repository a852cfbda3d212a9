import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../server/catalogue/editDistance.ts';
import { Lookup, lookupOf } from '../../server/catalogue/lookup.ts';
import { builtinCatalogue, catalogueOfCodes } from './catalogueSamples.ts';

const catalogue = builtinCatalogue();
const numbers = new Lookup(catalogue);
const dotted = new Lookup(
	catalogueOfCodes([
		{ code: 'AuthFailure', severity: 'fatal' },
		{ code: 'AuthFailure.SecretIdNotFound', aliases: ['AuthFailure.NoSecretId'] },
		{ code: 'LimitExceeded.Vpc' },
		{ code: 'LimitExceeded.VPC' },
	]),
);

describe('exact questions', () => {
	it('finds a code by its text, exactly', () => {
		expect(numbers.find('4100')?.type).toBe('Authentication failed');
		for (const text of ['4100 ', '04100', '0', '410', '']) expect(numbers.find(text)).toBeUndefined();
	});

	it.each(['constructor', '__proto__', 'toString'])('knows nothing of %s', (text) => {
		expect(dotted.find(text)).toBeUndefined();
		expect(dotted.byName(text)).toBeUndefined();
		expect(dotted.misspelling(text)).toBeUndefined();
	});

	it('finds a code by another spelling of the same', () => {
		expect(dotted.find('AuthFailure.NoSecretId')?.code).toBe('AuthFailure.SecretIdNotFound');
	});

	it('finds a code by the name that a companion field gives it', () => {
		expect(numbers.byName('AuthFailure')?.code).toBe('4100');
		expect(numbers.byName('InvalidParameter')?.code).toBe('4000');
		expect(numbers.byName('Success')).toBeUndefined();
		expect(numbers.find('AuthFailure')).toBeUndefined();
	});

	it('tells success, its name and foreign values', () => {
		expect([numbers.isSuccess('0'), numbers.isSuccess('00'), numbers.isSuccess('4100')]).toEqual([true, false, false]);
		expect([numbers.isSuccessName('Success'), numbers.isSuccessName('success')]).toEqual([true, false]);
		expect([numbers.isForeign('7000'), numbers.isForeign('-513'), numbers.isForeign('4100')]).toEqual([
			true,
			true,
			false,
		]);
	});

	it('is built once per catalogue', () => {
		expect(lookupOf(catalogue)).toBe(lookupOf(catalogue));
	});
});

describe('the nearest code', () => {
	it.each([
		['4001', '4000', 'one edit, the longest common beginning'],
		['4111', '4110', 'an optional code too'],
		['41000', '4100', 'one digit too many'],
		['410', '4100', 'one digit missing; 4101 … 4106 are as near, and larger'],
		['4107', '4100', 'the smallest of equals'],
		['6300', '6000', 'the smallest of equals with the same beginning'],
		['4100', '4100', 'itself'],
	])('of %s is %s: %s', (text, code) => {
		expect(numbers.nearest(text)?.code).toBe(code);
	});

	it('compares numbers by value and words by letter', () => {
		const mixed = new Lookup(catalogueOfCodes([{ code: 'B1' }, { code: 1000 }, { code: 'A1' }, { code: 999 }]));
		expect(mixed.nearest('C1')?.code).toBe('A1');
		expect(mixed.nearest('')?.code).toBe('A1');
	});

	it('may be too far', () => {
		expect(dotted.nearest('AuthFailure.SecretIdNotFoud', 2)?.code).toBe('AuthFailure.SecretIdNotFound');
		expect(dotted.nearest('AuthFailure.SecretKeyNotFound', 2)).toBeUndefined();
		expect(dotted.nearest('AuthFailure.SecretKeyNotFound')?.code).toBe('AuthFailure.SecretIdNotFound');
	});
});

describe('misspellings', () => {
	it.each([
		[' 4100', '4100'],
		['4100\n', '4100'],
		['41 00', '4100'],
		['authfailure', 'AuthFailure'],
		['AuthFailure ', 'AuthFailure'],
		['invalidparameter', 'InvalidParameter'],
	])('%j is meant as %s', (text, meant) => {
		const found = numbers.misspelling(text);
		expect(found?.text).toBe(meant);
		expect(found?.code).toBeDefined();
	});

	it.each([
		['0 ', '0'],
		['SUCCESS', 'Success'],
	])('%j is meant as success', (text, meant) => {
		expect(numbers.misspelling(text)).toEqual({ text: meant });
	});

	it.each(['4100', '0', 'AuthFailure', 'Success', '7000', '4001', '', ' ', 'Auth', '4100.0'])('%j is none', (text) => {
		expect(numbers.misspelling(text)).toBeUndefined();
	});

	it('keeps apart codes that differ in case only', () => {
		expect(dotted.misspelling('LimitExceeded.VPC ')?.text).toBe('LimitExceeded.VPC');
		expect(dotted.misspelling('limitexceeded.vpc')?.text).toBe('LimitExceeded.Vpc');
	});
});

describe('the shape of a code', () => {
	it.each(['4001', '9999', '0000'])('%s has it among four-digit codes', (text) => {
		expect(numbers.sameShape(text)).toBe(true);
	});

	it.each(['200', '41000', '-502', '4100.1', 'AuthFailure.X', '4e10', ' 4100', ''])('%j has not', (text) => {
		expect(numbers.sameShape(text)).toBe(false);
	});

	it('is a dot among dotted codes', () => {
		expect(dotted.sameShape('AuthFailure.Other')).toBe(true);
		expect(dotted.sameShape('A.B.C')).toBe(true);
		for (const text of ['AuthFailure', '4100', 'a.', '.a', 'a b.c', 'www.example.com/x']) {
			expect(dotted.sameShape(text), text).toBe(false);
		}
	});
});

describe('documentation', () => {
	const lookup = new Lookup(
		catalogueOfCodes([{ code: 'a:1' }, { code: 'b', url: 'https://acme.example/b' }], {
			docs: 'https://acme.example/errors#{code}',
		}),
	);

	it('is the code’s own page, or the catalogue’s with the code filled in', () => {
		expect(lookup.docsUrl('b')).toBe('https://acme.example/b');
		expect(lookup.docsUrl('a:1')).toBe('https://acme.example/errors#a%3A1');
		expect(dotted.docsUrl('AuthFailure')).toBeUndefined();
	});
});

describe('edit distance', () => {
	it('is the number of characters to insert, remove or replace', () => {
		expect(editDistance('kitten', 'sitting')).toBe(3);
		expect(editDistance('', 'abc')).toBe(3);
		expect(editDistance('4010', '4100')).toBe(2);
	});

	it('gives up beyond the limit, and only then', () => {
		const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
		fc.assert(
			fc.property(word, word, fc.nat(8), (one, other, limit) => {
				const distance = editDistance(one, other) as number;
				expect(distance).toBe(editDistance(other, one));
				expect(distance === 0).toBe(one === other);
				expect(editDistance(one, other, limit)).toBe(distance <= limit ? distance : undefined);
			}),
		);
	});
});

describe('codes that are known by their family alone', () => {
	const families = new Lookup(catalogueOfCodes([{ code: 'AuthFailure.SecretIdNotFound' }], { hierarchy: '.' }));

	it('are one object for as long as anybody holds it', () => {
		const held = families.resolve('AuthFailure.Odd');
		for (let i = 0; i < 30_000; i++) families.resolve(`AuthFailure.Odd${i}`);
		expect(families.resolve('AuthFailure.Odd')).toBe(held);
		expect(held).toMatchObject({ code: 'AuthFailure.Odd', family: 'AuthFailure' });
	});

	it('are forgotten when nobody does', async () => {
		setFlagsFromString('--expose-gc');
		const collect: () => void = runInNewContext('gc');
		const ask = () => new WeakRef(families.resolve('AuthFailure.Typed') as object);
		const asked = ask();
		await new Promise((resolve) => setTimeout(resolve, 0));
		collect();
		expect(asked.deref()).toBeUndefined();
	});

	it('have the length that codes have, and no sign in them that codes have not', () => {
		expect(families.resolve(`AuthFailure.${'a'.repeat(116)}`)).toBeDefined();
		for (const tail of ['a'.repeat(117), 'a b', 'a!', '', '.a', 'a_a_a-'])
			expect(families.resolve(`AuthFailure.${tail}`)).toBeUndefined();
		expect(families.resolve('AuthFailure.a_b-c:d.e')).toBeDefined();
	});
});
