/** The built-in catalogue of Tencent Cloud API 3.0: complete, told apart, and explained to the end. */
import { describe, expect, it } from 'vitest';
import { explainCode, explainJson, explainText } from '../../server/catalogue/explain.ts';
import { needles } from '../../server/catalogue/needles.ts';
import { builtinLookup } from '../support/catalogues.ts';

const lookup = builtinLookup('tencentcloud-v3');
const { catalogue } = lookup;

const COMMON = `ActionOffline AuthFailure.InvalidAuthorization AuthFailure.InvalidSecretId AuthFailure.MFAFailure
	AuthFailure.SecretIdNotFound AuthFailure.SignatureExpire AuthFailure.SignatureFailure AuthFailure.TokenFailure
	AuthFailure.UnauthorizedOperation DryRunOperation FailedOperation InternalError InvalidAction InvalidParameter
	InvalidParameterValue InvalidRequest IpInBlacklist IpNotInWhitelist LimitExceeded MissingParameter NoSuchProduct
	NoSuchVersion RequestLimitExceeded RequestLimitExceeded.GlobalRegionUinLimitExceeded
	RequestLimitExceeded.IPLimitExceeded RequestLimitExceeded.UinLimitExceeded RequestSizeLimitExceeded ResourceInUse
	ResourceInsufficient ResourceNotFound ResourceUnavailable ResponseSizeLimitExceeded ServiceUnavailable
	UnauthorizedOperation UnknownParameter UnsupportedOperation UnsupportedProtocol UnsupportedRegion`.split(/\s+/);

describe('the codes', () => {
	const common = catalogue.codes.filter(({ raisedBy }) => raisedBy === undefined);
	const local = catalogue.codes.filter(({ raisedBy }) => raisedBy === 'sdk');

	it('are the 38 that are common to all services', () => {
		expect(COMMON).toHaveLength(38);
		expect(common.map(({ code }) => code)).toEqual(COMMON);
	});

	it('each say what it is, whether to retry and what to do', () => {
		for (const { code, type, description, severity, retry, remedy } of common) {
			expect(type, code).toMatch(/^[A-Z][^.]{4,48}$/);
			expect(description, code).toMatch(/^[A-Z].{15,160}\.$/);
			expect(remedy, code).toMatch(/^[A-Z].{40,400}\.$/);
			expect([code, severity]).toEqual([code, expect.stringMatching(/^(fatal|transient)$/)]);
			expect([code, retry]).toEqual([
				code,
				severity === 'fatal' ? 'never' : expect.stringMatching(/resign|backoff|later/),
			]);
		}
	});

	it('share no text with one another', () => {
		const texts = catalogue.codes.flatMap(({ type, description, remedy }) => [type, description, remedy]);
		expect(texts.filter((text, i) => text === undefined || texts.indexOf(text) !== i)).toEqual([]);
	});

	it.each([
		['AuthFailure.SignatureExpire', 'transient', 'resign'],
		['AuthFailure.SignatureFailure', 'fatal', 'never'],
		['RequestLimitExceeded.UinLimitExceeded', 'transient', 'backoff'],
		['LimitExceeded', 'fatal', 'never'],
		['InternalError', 'transient', 'later'],
		['ResourceNotFound', 'fatal', 'never'],
	])('%s is %s: %s', (code, severity, retry) => {
		expect(lookup.find(code)).toMatchObject({ severity, retry });
	});

	it('of which only one is never sent by its bare name', () => {
		const split = catalogue.codes.filter(({ alwaysSplit }) => alwaysSplit).map(({ code }) => code);
		expect(split).toEqual(['RequestLimitExceeded']);
	});

	it('that SDKs raise are marked and never demanded', () => {
		expect(local.map(({ code }) => code)).toEqual(
			expect.arrayContaining([
				...['ClientError.NetworkError', 'ClientError.HttpStatusCodeError', 'ClientError.ParseJsonError'],
				...['ClientNetworkError', 'ServerNetworkError', 'ClientParamsError', 'InvalidCredential', 'CoreInternalError'],
			]),
		);
		expect(local.every(({ optional, remedy }) => optional && remedy !== undefined)).toBe(true);
		const demanded = lookup.demanded.map(({ code }) => code);
		expect(demanded).toEqual(expect.arrayContaining(['AuthFailure', 'InvalidParameter', 'ResourceNotFound']));
		for (const { code } of local) expect(demanded).not.toContain(lookup.familyOf(code));
		expect(demanded).not.toContain('DryRunOperation');
	});

	it('name themselves as the SDKs’ constants do', () => {
		expect(lookup.byConstant('AUTHFAILURE_SIGNATUREFAILURE')?.code).toBe('AuthFailure.SignatureFailure');
		expect(lookup.byConstant('FAILEDOPERATION_ODD')).toMatchObject({ family: 'FailedOperation' });
	});
});

describe('a family', () => {
	it('is told apart from a code with an entry, and gives what the family’s entry says', () => {
		const markdown = explainCode(catalogue, 'InvalidParameterValue.Foo').split('\n\n');
		expect(markdown.slice(0, 4)).toEqual([
			'**InvalidParameterValue.Foo** · Tencent Cloud API 3.0',
			'Only the family of this code is known: InvalidParameterValue (Invalid parameter value).',
			`In general: ${lookup.find('InvalidParameterValue')?.description}`,
			'**Fatal: do not retry.** The same request cannot succeed until something is changed.',
		]);
		expect(markdown[4]).toBe(`What to do: ${lookup.find('InvalidParameterValue')?.remedy}`);
		expect(explainCode(catalogue, 'InvalidParameterValue')).not.toContain('Only the family');
	});

	it('without an entry says so and lists what is known of it', () => {
		const text = explainText(catalogue, 'AuthFailure');
		expect(text).toMatch(/^AuthFailure\nTencent Cloud API 3\.0\n\nAuthFailure is known as a family of codes only, not/);
		expect(text).toContain('Probably fatal: do not retry. 7 of the 8 known codes of the family are fatal.');
		// Where the family has an entry of its own, that says it.
		expect(explainText(catalogue, 'InvalidParameter.Odd')).toContain('\n\nFatal: do not retry. The same request');
		expect(text).toContain('- AuthFailure.TokenFailure Invalid security token');
		expect(explainText(catalogue, 'AuthFailure.Odd')).toContain('Only the family of this code is known: AuthFailure.');
	});

	it('is known when it is misspelt', () => {
		expect(lookup.misspelling('authfailure')?.text).toBe('AuthFailure');
		expect(lookup.misspelling('AuthFailure')).toBeUndefined();
	});

	it('is data too', () => {
		expect(explainJson(catalogue, 'ResourceNotFound.Disk')).toMatchObject({
			...{ code: 'ResourceNotFound.Disk', family: 'ResourceNotFound', type: null, description: null },
			...{ severity: 'fatal', retry: 'never', remedy: lookup.find('ResourceNotFound')?.remedy, raisedBy: null },
		});
		expect(explainJson(catalogue, 'ResourceNotFound')).toMatchObject({ family: null });
		expect(explainJson(catalogue, 'Unheard.Of')).toBeUndefined();
	});

	it('is listed before its codes where it has no entry', () => {
		const listed = lookup.listed.map(({ code }) => code);
		expect(listed.filter((code) => catalogue.codes.every((known) => known.code !== code))).toEqual([
			'AuthFailure',
			'ClientError',
		]);
		expect(listed.indexOf('AuthFailure')).toBe(listed.indexOf('AuthFailure.InvalidAuthorization') - 1);
	});
});

it('what an SDK raises is explained as that, without the server’s page', () => {
	for (const code of ['ClientError.NetworkError', 'ClientError.Odd', 'InvalidCredential']) {
		const markdown = explainCode(catalogue, code);
		expect(markdown).toContain('Raised by the SDK on this side, not sent by the server.');
		expect(markdown).not.toContain('[Documentation]');
	}
	expect(explainCode(catalogue, 'InternalError')).not.toContain('Raised by');
	expect(explainJson(catalogue, 'ClientError.Odd')).toMatchObject({ raisedBy: 'sdk', url: null });
});

it('a text is worth parsing for a code, a family or a name, not for digits in a longer number', () => {
	const any = needles([catalogue, builtinLookup('tencentcloud-v2').catalogue]);
	for (const text of ["'AuthFailure'", "'AuthFailure.Odd'", "'ClientError.X'", "'ResourceNotFound.'", 'code === 4100'])
		expect([text, any(text)]).toEqual([text, true]);
	for (const text of ['41005', 'const a = 1', 'authentication']) expect([text, any(text)]).toEqual([text, false]);
});
