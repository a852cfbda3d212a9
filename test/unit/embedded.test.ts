/** Hovers in comments and strings of source: each is read as a record of a log. `‸` is where the mouse stands. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Service } from '../../server/service.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { testService } from '../support/engine.ts';

let service: Service;
beforeAll(async () => {
	service = await testService();
});
let version = 0;

/** `[what the hover covers] its first line`, or `-`. */
async function hover(path: string, marked: string): Promise<string> {
	const offset = marked.indexOf('‸');
	const text = marked.replace('‸', '');
	version++;
	const document = { uri: `file:///${version}/${path}`, path, languageId: '', version, text };
	const found = await service.hover(document, DEFAULT_SETTINGS, offset);
	service.close(document.uri);
	if (!found) return '-';
	return `[${text.slice(found.start, found.end)}] ${found.markdown.split('\n\n')[0]}`;
}

const POSSIBLE = '[4100] If this is Tencent Cloud API 2.0:';
const CERTAIN = '[4100] **4100 Authentication failed** · AuthFailure · Tencent Cloud API 2.0';
const SIGNATURE =
	'[AuthFailure.SignatureFailure] **AuthFailure.SignatureFailure Wrong signature** · Tencent Cloud API 3.0';

describe('a comment', () => {
	it.each([
		['a field of a record', 'a.ts', '// code: 41‸00', POSSIBLE],
		['its context in the record', 'a.ts', '// POST cvm.api.qcloud.com gave\n// code: 41‸00', CERTAIN],
		['its context in the file', 'a.ts', "import 'qcloudapi-sdk';\n// code: 41‸00", CERTAIN],
		[
			'a companion in its next line',
			'a.py',
			'def f():\n    # code=41‸00\n    # codeDesc=AuthFailure\n    return 1',
			CERTAIN,
		],
		[
			'JSDoc, a reply over lines',
			'a.ts',
			'/** Sent:\n * {\n *   "code": 4‸100,\n *   "codeDesc": "x"\n * }\n */\nf();',
			CERTAIN,
		],
		[
			'JSON over line comments',
			'a.go',
			'package a\n\n// {\n//   "code": 4‸100,\n//   "message": "x"\n// }\nvar a = 1\n',
			POSSIBLE,
		],
		['the second time that it says so', 'a.ts', '// code: 4100\n// again code: 41‸00', POSSIBLE],
		[
			'an exception’s text',
			'a.go',
			'package a\n\n// [TencentCloudSDKError] Code=AuthFailure.‸SignatureFailure, Message=x\nfunc F() {}\n',
			SIGNATURE,
		],
		['after code', 'a.ts', 'f(); // code: 41‸00', POSSIBLE],
		['within a function', 'a.ts', 'function f() {\n  // code: 41‸00\n  return 1;\n}', POSSIBLE],
	])('%s', async (_what, path, text, expected) => {
		expect(await hover(path, text)).toBe(expected);
	});

	it.each([
		['is prose', '// 41‸00 means that it failed'],
		['is of another kind', '// exit code: 41‸00'],
		['is pointed at elsewhere', '// co‸de: 4100'],
		['stands under another vendor’s name', '// qcloud\n\nclass AliyunApi {\n  // code: 41‸00\n  f() {}\n}'],
		['names a word of too many APIs', '// code: Auth‸Failure'],
	])('says nothing where it %s', async (_what, text) => {
		expect(await hover('a.ts', text)).toBe('-');
	});
});

describe('a string', () => {
	it.each([
		['JSON, escaped', 'a.ts', 'const a = "{\\"code\\":4‸100,\\"message\\":\\"\\u4e2d\\"}";', POSSIBLE],
		['JSON behind other escapes', 'a.ts', 'const a = "\\u4e2d\\x41\\n\\u{1f600}{\\"code\\":4‸100}";', POSSIBLE],
		['JSON in a template', 'a.ts', 'const a = `{"code":4‸100,"codeDesc":"x"}`;', CERTAIN],
		['JSON in a template, escaped', 'a.ts', 'const a = `{\\"code\\":4‸100}`;', POSSIBLE],
		['JSON in Go’s raw string', 'a.go', 'package a\n\nvar a = `{"code":4‸100,"message":"say \\"hi\\""}`\n', POSSIBLE],
		['a pair', 'a.ts', 'expect(log).toBe("code=41‸00");', POSSIBLE],
		['a pair beside a hole', 'a.ts', `f(\`id=\${code} code=41‸00\`);`, POSSIBLE],
		['the file says whose it is', 'a.ts', 'import "qcloudapi-sdk";\nf("code=41‸00");', CERTAIN],
		[
			'a docstring, all its lines',
			'a.py',
			'def f():\n    """Raises\n    [TencentCloudSDKException]\n    code:AuthFailure.‸SignatureFailure message:x\n    """\n    pass\n',
			SIGNATURE,
		],
		[
			'a reply of API 3.0',
			'a.ts',
			'f("{\\"Error\\":{\\"Code\\":\\"AuthFailure.‸SignatureFailure\\",\\"Message\\":\\"x\\"}}");',
			SIGNATURE,
		],
	])('%s', async (_what, path, text, expected) => {
		expect(await hover(path, text)).toBe(expected);
	});

	it.each([
		['is a path', 'f("C:\\\\code=41‸00");'],
		['is only a number', 'f("41‸00");'],
		['has the number in a hole', `f(\`code=\${41‸00}\`);`],
	])('says nothing where it %s', async (_what, text) => {
		expect(await hover('a.ts', text)).toBe('-');
	});
});

it('a hover reads the text as it is now, and makes no sightings', async () => {
	const at = (text: string, number: number) => ({
		...{ uri: 'file:///now.ts', path: 'now.ts', languageId: '', version: number, text },
	});
	const first = '// code: 4100\n';
	expect(await service.hover(at(first, 1), DEFAULT_SETTINGS, 10)).toMatchObject({ start: 9, end: 13 });
	const next = `// and\n${first}`;
	expect(await service.hover(at(next, 2), DEFAULT_SETTINGS, 17)).toMatchObject({ start: 16, end: 20 });
	expect((await service.model(at(next, 2), DEFAULT_SETTINGS)).sightings).toEqual([]);
	service.close('file:///now.ts');
});
