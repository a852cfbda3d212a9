import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { judgeExplains, loadRivals } from '../../server/catalogue/rivals.ts';
import { Contenders } from '../../server/recognise/contenders.ts';
import { builtinCatalogue, projectFile } from './catalogueSamples.ts';

const rivals = loadRivals(parse(projectFile('server/catalogue/rivals.yaml')));
const contenders = new Contenders(rivals);

function explainedBy(...texts: string[]): string[] {
	return rivals.judges.filter((judge) => texts.every((text) => judgeExplains(judge, text))).map((judge) => judge.id);
}

describe('rivals', () => {
	it.each([
		['eip-1193', ['4001', '4100', '4200', '4900', '4901']],
		['eip-1193', ['4100', '-32603', '-32000', '-32099']],
		['websocket', ['1000', '1006', '1015', '3000']],
		['discord', ['4000', '4004', '4014']],
		['cfssl', ['5100', '5200', '5300', '5400', '5500']],
		['tomorrow-io', ['1000', '4000', '4200', '5000', '5100', '6000', '6200', '8000']],
	])('%s explains its own values', (id, values) => {
		expect(explainedBy(...values)).toEqual([id]);
	});

	it('leave a dispatch over the codes of Tencent Cloud API 2.0 unexplained', () => {
		expect(explainedBy('4100', '4500')).toEqual([]);
		expect(explainedBy(...builtinCatalogue().codes.map((code) => code.code))).toEqual([]);
	});

	it.each(['', '4100.0', '0x1004', ' 4000', '40000000000000000000', 'NaN', '-32100', '4015'])(
		'do not explain %j',
		(text) => {
			expect(explainedBy(text)).toEqual([]);
		},
	);

	it('explain what an API leaves to its users only where the API is named', () => {
		const [websocket] = rivals.judges.filter(({ id }) => id === 'websocket');
		if (!websocket) throw new Error('websocket is no judge');
		expect(judgeExplains(websocket, '4300')).toBe(false);
		expect(judgeExplains(websocket, '4300', 'named')).toBe(true);
		expect(judgeExplains(websocket, '5000', 'named')).toBe(false);
	});

	it.each([
		['awsErr', 'aws'],
		['AWS_ERROR_MAP', 'aws'],
		['botocore.exceptions.ClientError', 'aws'],
		['awserr.Error', 'aws'],
		['EC2Client', 'aws'],
		['AliyunErrorMapping', 'aliyun'],
		['aliyun_client', 'aliyun'],
		['azureError', 'azure'],
		['HuaweiCloudException', 'huawei'],
		['BaiduBceError', 'baidu'],
		['cloudflareCode', 'cloudflare'],
		['MetaMaskError', 'eip-1193'],
		['window.ethereum.request', 'eip-1193'],
		['onDiscordClose', 'discord'],
		['cfsslCode', 'cfssl'],
		['TomorrowIoIcon', 'tomorrow-io'],
	])('%s names %s', (name, id) => {
		const { vendors, judges } = contenders.namedBy(name);
		expect([...vendors, ...judges].map((rival) => rival.id)).toEqual([id]);
	});

	it.each([
		['wallet', 'eip-1193'],
		['eth_requestAccounts', 'eip-1193'],
		['ws.on close', 'websocket'],
		['socket.onclose', 'websocket'],
		['CloseEvent', 'websocket'],
		['websocket.IsCloseError', 'websocket'],
		['child.on exit', 'process'],
		['weatherIcon', 'tomorrow-io'],
	])('%s only hints at %s', (name, id) => {
		const { vendors, judges, hinted } = contenders.namedBy(name);
		expect([...vendors, ...judges]).toEqual([]);
		expect(hinted.map((rival) => rival.id)).toContain(id);
	});

	it.each(['gateway', 'closeDialog', 'rows', 'draws', 'TencentApi', 'laws', 'handleReply', 'eternal'])(
		'%s names nobody but its own',
		(name) => {
			const { vendors, judges, hinted } = contenders.namedBy(name);
			expect([...vendors, ...judges, ...hinted].filter(({ id }) => id !== 'tencent')).toEqual([]);
		},
	);

	it.each([
		['boto3', 'aws'],
		['botocore.exceptions', 'aws'],
		['@aws-sdk/client-ec2', 'aws'],
		['github.com/aws/aws-sdk-go/aws/awserr', 'aws'],
		['azure.core.exceptions', 'azure'],
		['@azure/core-rest-pipeline', 'azure'],
		['github.com/Azure/azure-sdk-for-go/sdk/azcore', 'azure'],
		['aliyunsdkcore.client', 'aliyun'],
		['aliyunsdkecs.request.v20140526', 'aliyun'],
		['@alicloud/pop-core', 'aliyun'],
		['github.com/aliyun/alibaba-cloud-sdk-go/sdk/errors', 'aliyun'],
		['huaweicloudsdkecs.v2', 'huawei'],
		['baidubce.exception', 'baidu'],
		['cloudflare', 'cloudflare'],
		['./vendors/aliyun.ts', 'aliyun'],
		['github.com/cloudflare/cfssl/errors', 'cfssl'],
		['ethers', 'eip-1193'],
		['@metamask/providers', 'eip-1193'],
		['ws', 'websocket'],
		['github.com/gorilla/websocket', 'websocket'],
		['discord.js', 'discord'],
	])('are imported from %s: %s', (source, id) => {
		const { vendors, judges } = contenders.importedFrom(source);
		expect([...vendors, ...judges].map((rival) => rival.id)).toEqual([id]);
	});

	it.each(['wsx', 'ethersmith', './reply', 'express', 'github.com/acme/laws'])('are not imported from %s', (source) => {
		const { vendors, judges } = contenders.importedFrom(source);
		expect([...vendors, ...judges]).toEqual([]);
	});

	it('are found by their hosts', () => {
		expect(contenders.hostsIn("fetch('https://ec2.eu-west-1.amazonaws.com/?Action=Describe')")).toEqual(['aws']);
		expect(contenders.hostsIn("fetch('https://xamazonaws.com'); fetch('https://azure.com.example.org')")).toEqual([]);
	});

	it('know which catalogues are a vendor’s own', () => {
		const ids = rivals.vendors.flatMap(({ catalogues }) => catalogues);
		expect(ids).toContain(builtinCatalogue().id);
	});

	it('say what is wrong with their file', () => {
		const judge = { id: 'x', title: 'X', values: [1], ranges: [[5, 4]] };
		const vendor = { id: 'y', title: 'Y', words: ['CamelCase'] };
		expect(() => loadRivals({ judges: [judge], vendors: [vendor] })).toThrow(
			/judges\[0\]\.ranges\[0\] is a list, but must be .+smaller one first\.\n.*vendors\[0\]\.words\[0\] is "CamelCase"/,
		);
		expect(() => loadRivals(null)).toThrow('rivals.yaml: the file is empty');
	});
});
