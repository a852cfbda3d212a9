/** API 3.0 in logs and replies: SDK exceptions' texts, families, bare words, success, two catalogues at once. */
import { describe, expect, it } from 'vitest';
import type { Sighting } from '../../server/model.ts';
import { recogniseJson } from '../../server/recognise/json.ts';
import { recogniseLog } from '../../server/recognise/log.ts';
import { builtinLookup, logReaders, lookupFrom, replyJudges, sample } from '../support/catalogues.ts';
import { testFormats } from '../support/engine.ts';
import { joinedRecords } from '../support/records.ts';

const formats = await testFormats();
/** What joins the text of such exceptions. */
const exceptionsOf = (opens: RegExp) =>
	formats.flatMap(({ record }) => (record?.opens === 'exception' ? [{ ...record, opens }] : []));
const v3 = builtinLookup('tencentcloud-v3');
const both = [builtinLookup('tencentcloud-v2'), v3];

const shown = (text: string, sightings: readonly Sighting[]): string[] =>
	sightings.map(({ start, end, code, success, certainty, family, catalogue }) => {
		expect(text.slice(start, end)).toBe(code);
		const only = family === undefined ? '' : ` of ${family}`;
		return `${catalogue.slice(-2)} ${code}${success ? ' success' : ''} ${certainty}${only}`;
	});
const inLog = (text: string, always: readonly string[] = []) =>
	shown(text, recogniseLog(text, logReaders(both), always, formats));
const inJson = (text: string, always: readonly string[] = []) =>
	shown(text, recogniseJson(text, replyJudges(both), always));

describe('an SDK’s exception text is proof enough', () => {
	it.each([
		['19_terraform_cbs.log', ['v3 InternalError certain']],
		['20_lego.log', ['v3 InvalidParameter.DomainInvalid certain of InvalidParameter']],
		['21_ruby.log', ['v3 AuthFailure.SignatureFailure certain']],
		['22_python.log', ['v3 InvalidParameterValue.InvalidParameter certain of InvalidParameterValue']],
		['24_python_missing.log', ['v3 MissingParameter certain']],
		['25_python_sigsize.log', ['v3 AuthFailure.SignatureFailure certain']],
		[
			'26_cpp_printall.log',
			[
				'v3 FailedOperation.Timeout certain of FailedOperation',
				'v3 ResourceNotFound.DeviceNotExist certain of ResourceNotFound',
			],
		],
		['27_tke_cbs.log', ['v3 InvalidParameter certain']],
		['30_terraform_multiline.log', ['v3 UnauthorizedOperation certain']],
	])('%s', (name, expected) => {
		expect(inLog(sample(name))).toEqual(expected);
	});

	it.each([
		['Java', '[TencentCloudSDKException]code: ResourceNotFound message:x requestId:y', 'ResourceNotFound certain'],
		[
			'PHP',
			'[TencentCloud\\Common\\Exception\\TencentCloudSDKException] code:InternalError message:x',
			'InternalError certain',
		],
		['Go, by newlines', '[TencentCloudSDKError] Code=InternalError\nMessage=x\nRequestId=y', 'InternalError certain'],
		[
			'what the SDK raises',
			'[TencentCloudSDKError] Code=ClientError.NetworkError, Message=x',
			'ClientError.NetworkError certain',
		],
		[
			'a family alone, or a name of 2.0',
			'[TencentCloudSDKError] Code=AuthFailure, Message=x',
			'AuthFailure certain of AuthFailure',
		],
		['in JSON', '{"msg":"[TencentCloudSDKError] Code=InternalError, Message=x"}', 'InternalError certain'],
	])('%s', (_what, text, expected) => {
		expect(inLog(text)).toEqual([`v3 ${expected}`]);
	});

	it('knows nothing of a code whose family nobody knows', () => {
		expect(inLog('[TencentCloudSDKError] Code=Unheard.Of, Message=x, RequestId=y')).toEqual([]);
	});

	it('is one record over its lines, and no more', () => {
		const text =
			'a\n[SDKError]\n  code:InternalError\n  message:x code=LimitExceeded\n  requestId:z\nb code=InternalError\n';
		const [record, ...others] = joinedRecords(text, exceptionsOf(/\[SDKError\]/));
		expect(record && text.slice(record.start, record.end)).toBe(text.slice(2, text.indexOf('\nb')));
		expect(others).toEqual([]);
		expect(inLog(text.replace('SDKError', 'TencentCloudSDKException'))).toEqual([
			'v3 InternalError certain',
			'v3 LimitExceeded certain',
		]);
		expect(joinedRecords('[SDKError] code:1\nnext line\n', exceptionsOf(/\[SDKError\]/))).toEqual([]);
	});

	it('is whatever the catalogue says: any API’s exceptions, and texts without a name', () => {
		const acme = lookupFrom({
			...{ faultbook: 1, id: 'acme', title: 'Acme', codes: [{ code: 71001 }] },
			match: { fields: ['no'], exceptions: ['AcmeError'], texts: ['Acme … failed: no={code};'] },
		});
		const certainty = (text: string) => recogniseLog(text, logReaders([acme]), [], formats).map((one) => one.certainty);
		expect(certainty('[AcmeError] no=71001')).toEqual(['certain']);
		expect(certainty('[com.acme.AcmeError] no=71001')).toEqual(['certain']);
		expect(certainty('Acme upload failed: no=71001;')).toEqual(['certain']);
		expect(certainty('[OtherAcmeError] no=71001')).toEqual(['possible']);
		expect(certainty('no=71001')).toEqual(['possible']);
	});
});

describe('without context', () => {
	it.each([
		['code=AuthFailure', []],
		['Code=AuthFailure', []],
		['ErrorCode=InternalError, ErrorMessage=x', []],
		['Error code: ResourceNotFound. The bucket is gone', []],
		['code=AuthFailure.SignatureFailure', ['v3 AuthFailure.SignatureFailure likely']],
		['map[Code:AuthFailure.TokenFailure Message:x]', ['v3 AuthFailure.TokenFailure likely']],
		['Code: ResourceNotFound.Disk', ['v3 ResourceNotFound.Disk possible of ResourceNotFound']],
		['Code: Unheard.Of', []],
		['exit code: AuthFailure.SignatureFailure', []],
		['Code=Ok', []],
	])('%s', (text, expected) => {
		expect(inLog(text)).toEqual(expected);
	});
});

describe('replies', () => {
	const reply = (code: string) => `{"Response":{"Error":{"Code":"${code}","Message":"m"},"RequestId":"r"}}`;

	it('a dotted code is likely, a bare word nothing, and the host makes both certain', () => {
		for (const read of [inLog, inJson]) {
			expect(read(reply('AuthFailure.SignatureFailure'))).toEqual(['v3 AuthFailure.SignatureFailure likely']);
			expect(read(reply('AuthFailure.Odd'))).toEqual(['v3 AuthFailure.Odd possible of AuthFailure']);
			expect(read(reply('AuthFailure'))).toEqual([]);
			expect(read(reply('InternalError'))).toEqual([]);
			expect(read(reply('InternalError'), ['tencentcloud-v3'])).toEqual(['v3 InternalError certain']);
		}
		const called = `{"url":"https://cvm.ap-singapore.tencentcloudapi.com/","reply":${reply('AuthFailure')}}`;
		expect(inJson(called)).toEqual(['v3 AuthFailure certain of AuthFailure']);
		expect(inLog(called)).toEqual(['v3 AuthFailure certain of AuthFailure']);
	});

	it('of a batch give each item’s code; success only where certain', () => {
		expect(inJson(sample('31_sms_partial.json'))).toEqual([
			'v3 LimitExceeded.PhoneNumberDailyLimit possible of LimitExceeded',
		]);
		expect(inJson(sample('31_sms_partial.json'), ['tencentcloud-v3'])).toEqual([
			'v3 LimitExceeded.PhoneNumberDailyLimit certain of LimitExceeded',
			'v3 Ok success certain',
		]);
	});

	it('with a number of their own hold no code of 2.0', () => {
		const text = '{"Response":{"Error":{"Code":4300,"Message":"m"},"RequestId":"r"}}';
		for (const read of [inLog, inJson]) {
			expect(read(text)).toEqual([]);
			expect(read(text, ['tencentcloud-v2', 'tencentcloud-v3'])).toEqual([]);
		}
	});

	it('of 2.0 stay replies of 2.0: the companion is no code of 3.0', () => {
		const text = '{"code":4000,"codeDesc":"InvalidParameter","message":"m"}';
		for (const read of [inLog, inJson]) {
			expect(read(text)).toEqual(['v2 4000 certain']);
			expect(read(text, ['tencentcloud-v3'])).toEqual(['v2 4000 certain']);
		}
	});

	it('that two catalogues explain alike show both, and an entry beats a family', () => {
		const other = (codes: object[]) =>
			lookupFrom({ faultbook: 1, id: 'other', title: 'Other', hierarchy: '.', match: { fields: ['Code'] }, codes });
		const ids = (code: string, codes: object[]) =>
			recogniseJson(`{"Code":"${code}"}`, replyJudges([v3, other(codes)]), ['tencentcloud-v3', 'other']).map(
				(one) => one.catalogue,
			);
		expect(ids('InternalError', [{ code: 'InternalError' }])).toEqual(['tencentcloud-v3', 'other']);
		expect(ids('InternalError.Db', [{ code: 'InternalError.Db' }])).toEqual(['other']);
	});
});
