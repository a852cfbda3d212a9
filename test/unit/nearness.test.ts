/** Whose API is meant at a place: what names, files and values say, and which of them outweighs which. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadRivals } from '../../server/catalogue/rivals.ts';
import { Contenders } from '../../server/recognise/contenders.ts';
import { ContextFinder, isOfModule } from '../../server/recognise/context.ts';
import { Evidence, type FileContext, type Place } from '../../server/recognise/evidence.ts';
import { isCodeLike, isErrorTable } from '../../server/recognise/names.ts';
import { builtinLookup } from '../support/catalogues.ts';

const contenders = new Contenders(
	loadRivals(parse(readFileSync(join(import.meta.dirname, '../../server/catalogue/rivals.yaml'), 'utf8'))),
);
const NOTHING: FileContext = { pragmas: [], mentioned: new Set(), imports: [], always: [] };
const QCLOUD: Partial<FileContext> = { mentioned: new Set(['tencentcloud-v2']) };
const SDK: Partial<FileContext> = { imports: ['tencentcloud-sdk-nodejs'] };

function evidence(id: string, file: Partial<FileContext> = {}): Evidence {
	const lookup = builtinLookup(id);
	return new Evidence(lookup, new ContextFinder(lookup.catalogue), contenders, { ...NOTHING, ...file });
}

const at = (place: Partial<Place>): Place => ({ enclosing: [], ...place });

describe('names', () => {
	const v2 = evidence('tencentcloud-v2', QCLOUD);
	test.each<[what: string, place: Partial<Place>, expected: string]>([
		['nothing but the file', {}, 'here'],
		['another vendor around', { enclosing: ['awsErrors'] }, 'rival'],
		['ours within another', { enclosing: ['AliyunBridge', 'fromQcloud'] }, 'here'],
		['another within ours', { enclosing: ['QcloudBridge', 'fromAliyun'] }, 'rival'],
		['our vendor within another', { enclosing: ['AliyunBridge', 'fromTencent'] }, 'here'],
		['both in one name', { enclosing: ['qcloudToAws'] }, 'here'],
		['the carrier over what stands around', { enclosing: ['fromQcloud'], names: ['awsErr'] }, 'rival'],
		['our carrier under another name', { enclosing: ['AwsBridge'], names: ['qcloud.describe'] }, 'here'],
		['the type over the carrier', { names: ['qcloudErr'], types: ['*awserr.Error'] }, 'rival'],
		['a database', { enclosing: ['save'], names: ['mysqlError'] }, 'rival'],
		['a database by its type', { types: ['*pgconn.PgError'] }, 'rival'],
		['a shop', { names: ['alipay.pay'] }, 'rival'],
		['a word in a word', { enclosing: ['laws', 'drawsWell'] }, 'here'],
	])('%s', (_what, place, expected) => {
		expect(v2.near(at(place))).toBe(expected);
	});

	test('a bare list of names is what stands around', () => {
		expect(v2.near(['QcloudBridge', 'fromAliyun'])).toBe('rival');
	});
	test('our vendor’s name alone proves nothing', () => {
		expect(evidence('tencentcloud-v2').near(['tencentErrors'])).toBe('open');
	});
	test('an SDK’s exception is a proof', () => {
		const v3 = evidence('tencentcloud-v3');
		expect(v3.near(at({ types: ['errors.TencentCloudSDKError'] }))).toBe('here');
		expect(v3.near(at({ types: ['Exception'] }))).toBe('open');
	});
	test('a code around names nobody', () => {
		const v3 = evidence('tencentcloud-v3', SDK);
		expect(v3.near(['code', 'FailedOperation.AwsAccountInUse'])).toBe('here');
		expect(v3.near(['code', 'AwsAccountInUse'])).toBe('rival');
	});
	test('a verdict says by which name', () => {
		expect(v2.weigh(at({ names: ['awsErr'] }), [])).toEqual({
			near: 'rival',
			rival: 'Amazon Web Services',
			by: 'awsErr',
		});
		expect(v2.weigh(at({ enclosing: ['fromQcloud'] }), [])).toEqual({ near: 'here', by: 'fromQcloud', proof: 'near' });
	});
});

describe('where a carrier’s names are imported from', () => {
	const bindings = new Map([
		['ClientError', 'botocore.exceptions'],
		['cvm', 'tencentcloud.cvm.v20170312'],
		['wrap', 'aws-lambda'],
	]);
	const v3 = evidence('tencentcloud-v3', { imports: [...bindings.values()], bindings });
	test.each<[place: Partial<Place>, expected: string]>([
		[{ types: ['ClientError'] }, 'rival'],
		[{ names: ['err', 'cvm.Client'] }, 'here'],
		[{ enclosing: ['wrap handler'], names: ['cvm.Client'] }, 'here'],
		// A tool that wraps everything says nothing of what is in it.
		[{ enclosing: ['wrap handler'] }, 'here'],
	])('%j', (place, expected) => {
		expect(v3.near(at(place))).toBe(expected);
	});
});

describe('a pragma', () => {
	test('outweighs everything', () => {
		const file = { pragmas: ['tencentcloud-v2'] };
		expect(evidence('tencentcloud-v2', file).near(at({ types: ['awserr.Error'] }), ['4001', '4100', '4902'])).toBe(
			'here',
		);
		expect(evidence('tencentcloud-v3', file).near(at({ enclosing: ['tencentcloud'] }))).toBe('rival');
	});
});

describe('bare words', () => {
	const both = { imports: [...(SDK.imports ?? []), '@aws-sdk/client-ec2'] };
	test.each<[what: string, file: Partial<FileContext>, place: Partial<Place>, values: string[], expected: string]>([
		['in a file of ours', SDK, {}, ['AuthFailure'], 'here'],
		['in a file of two vendors', both, {}, ['AuthFailure'], 'open'],
		['with a code that has a dot', both, {}, ['AuthFailure', 'AuthFailure.SignatureFailure'], 'here'],
		['under our vendor’s name', both, { enclosing: ['tencent'] }, ['AuthFailure'], 'here'],
		['under the other’s', both, { enclosing: ['aws'] }, ['AuthFailure'], 'rival'],
		['of our exception', both, { types: ['TencentCloudSDKException'] }, ['AuthFailure'], 'here'],
		['in a file with a host of another', { ...SDK, rivalHosts: ['aws'] }, {}, ['AuthFailure'], 'open'],
		[
			'where only the settings name us',
			{ imports: ['boto3'], always: ['tencentcloud-v3'] },
			{},
			['AuthFailure'],
			'rival',
		],
		[
			'where only an imported file names us',
			{ imports: ['boto3'], imported: new Set(['tencentcloud-v3']) },
			{},
			['AuthFailure'],
			'rival',
		],
	])('%s', (_what, file, place, values, expected) => {
		expect(evidence('tencentcloud-v3', file).near(at(place), values)).toBe(expected);
	});

	test('the companion of our API says enough', () => {
		const v2 = evidence('tencentcloud-v2', { imports: ['boto3'] });
		expect(v2.near(at({ hasCompanion: true }), ['AuthFailure'])).toBe('here');
	});
	test('numbers keep the file’s context beside another vendor', () => {
		expect(evidence('tencentcloud-v2', { ...QCLOUD, imports: ['boto3'] }).near(at({}), ['4100', '5000'])).toBe('here');
	});
});

describe('values that are another API’s', () => {
	const wallet = { ...QCLOUD, imports: ['ethers'] };
	test.each<[what: string, file: Partial<FileContext>, place: Partial<Place>, values: string[], expected: string]>([
		['more of them a wallet’s', QCLOUD, {}, ['4001', '4100', '4902'], 'rival'],
		['as many, and nobody named', QCLOUD, {}, ['4100', '4200'], 'here'],
		['as many, and the wallet named as near', wallet, {}, ['4100', '4200'], 'rival'],
		['as many, and we named nearer', wallet, { enclosing: ['qcloudFailed'] }, ['4100', '4200'], 'here'],
		['as many, and the wallet named nearer', QCLOUD, { enclosing: ['onWallet'] }, ['4100', '4200'], 'rival'],
		[
			'more of them ours, and the wallet named nearer',
			QCLOUD,
			{ enclosing: ['payFromWallet'] },
			['4100', '5300'],
			'here',
		],
		[
			'more of them a wallet’s, but read from our reply',
			QCLOUD,
			{ names: ['qcloud'] },
			['4001', '4100', '4902'],
			'here',
		],
		[
			'more of them a wallet’s, but with our companion',
			QCLOUD,
			{ hasCompanion: true },
			['4001', '4100', '4902'],
			'here',
		],
		['one more, which several explain', QCLOUD, {}, ['4000', '4001'], 'here'],
		['one more, which one alone explains', QCLOUD, {}, ['4100', '4001'], 'rival'],
		['close codes in use, and no socket named', QCLOUD, {}, ['4100', '4300'], 'here'],
		['close codes in use under a socket', QCLOUD, { enclosing: ['ws.on close'] }, ['4100', '4300'], 'rival'],
		['ours under a socket', QCLOUD, { enclosing: ['ws.on close'] }, ['4100', '4400', '5000'], 'here'],
		['ours in a file that imports a socket', { ...QCLOUD, imports: ['ws'] }, {}, ['4100', '4300'], 'here'],
		['an exit code', QCLOUD, { enclosing: ['child.on exit'] }, ['0'], 'rival'],
		['success with codes', QCLOUD, {}, ['0', '4001', '4100'], 'here'],
		['values of single products', QCLOUD, {}, ['4000', '7000', '9003'], 'here'],
		['nothing known', {}, {}, ['4100', '4300'], 'open'],
	])('%s', (_what, file, place, values, expected) => {
		expect(evidence('tencentcloud-v2', file).near(at(place), values)).toBe(expected);
	});

	test('named by what only hints at it, an API without fitting values is not meant', () => {
		expect(evidence('tencentcloud-v2', QCLOUD).near(at({ enclosing: ['weatherIcon'] }), ['4100', '4300'])).toBe('here');
		expect(evidence('tencentcloud-v2', QCLOUD).near(at({ enclosing: ['weatherIcon'] }), ['4000', '5000'])).toBe(
			'rival',
		);
	});
});

describe('modules', () => {
	test.each([
		['acme', 'acme', true],
		['acme/billing', 'acme', true],
		['acme.billing', 'acme', true],
		['Acme\\Billing', 'Acme', true],
		['\\Acme\\Billing', 'Acme', true],
		['acme::billing', 'acme', true],
		['acme-sdk-billing', 'acme', false],
		['acme-sdk-billing', 'acme-sdk-*', true],
		['acme-sdk-billing/client', 'acme-sdk-*', true],
		['acme-sdk', 'acme-sdk-*', false],
		['acmes', 'acme', false],
		['Acme', 'acme', false],
		['@scope/acme', 'acme', false],
	])('%s of %s: %s', (source, module, expected) => {
		expect(isOfModule(source, module)).toBe(expected);
	});
});

describe('tables', () => {
	test.each([
		['ERROR_MAPPING', true],
		['AliyunErrorMapping', true],
		['errorMap', true],
		['ErrTable', true],
		['errors', false],
		['errorCount', false],
		['terrainMap', false],
		['mapping', false],
	])('%s leads from errors: %s', (name, expected) => {
		expect(isErrorTable(name)).toBe(expected);
	});
	test('a name of errors is no name of a code', () => {
		expect(isCodeLike('AliyunErrorMapping')).toBe(false);
	});
});
