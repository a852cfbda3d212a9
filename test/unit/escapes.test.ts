import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEscapes, messageAt } from '../../server/recognise/escapes.ts';

/** Escapes every character beyond ASCII the way JSON encoders of the API's backends do. */
function escaped(text: string): string {
	return JSON.stringify(text)
		.slice(1, -1)
		.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

describe('decodeEscapes', () => {
	it.each([
		['once', String.raw`\u534f\u8bae\u4e0d\u652f\u6301`, '协议不支持'],
		['upper-case digits', String.raw`\u534F\u8BAE`, '协议'],
		['twice', String.raw`\\u534f\\u8bae`, '协议'],
		['three times', String.raw`\\\\u534f\\\\u8bae`, '协议'],
		['a pair', String.raw`ok \ud83d\ude00!`, 'ok 😀!'],
		['a pair, twice', String.raw`\\ud83d\\ude00`, '😀'],
		['with short escapes of a JSON string', String.raw`\u534f\n\"a\/b\"\t\u8bae`, '协\n"a/b"\t议'],
		['with its quotes', String.raw`"\u534f\n"`, '"协\n"'],
		['half an escape at the end', String.raw`\u534f\u8b`, String.raw`协\u8b`],
		['half an escape and dots', String.raw`\u534f\n\u8b...`, '协\n\\u8b...'],
		['a back-slash at the end', String.raw`\u534f\ `.trim(), '协\\'],
		['half a pair', String.raw`\u534f\ud83d`, String.raw`协\ud83d`],
		['the wrong half first', String.raw`\ude00\ud83d\u534f`, String.raw`\ude00\ud83d协`],
		['controls', String.raw`\u534f\u0000\u001b[31m\u202e`, String.raw`协\u0000\u001b[31m\u202e`],
		['no escapes', String.raw`plain "text" \n stays`, String.raw`plain "text" \n stays`],
		['a line feed written as \\u', String.raw`\u534f\u000a\u8bae`, '协\n议'],
		[
			'a whole reply',
			String.raw`{"code":4600,"message":"\u534f\u8bae\n"}`,
			String.raw`{"code":4600,"message":"协议\n"}`,
		],
		[
			'a reply within a reply',
			String.raw`{"message":"\u534f","data":"{\"message\":\"\\u8bae\"}"}`,
			String.raw`{"message":"协","data":"{\"message\":\"议\"}"}`,
		],
		['several lines', '\\u534f\r\n\\u8bae\n', '协\r\n议\n'],
		['already decoded', '协议不支持', '协议不支持'],
		['a path', String.raw`C:\users\u1234x`, String.raw`C:\users\u1234x`],
		['a path, escaped', String.raw`"C:\\work\\u1234"`, String.raw`"C:\\work\\u1234"`],
		['a server', String.raw`\\server\u1234`, String.raw`\\server\u1234`],
		['a relative path', String.raw`src\tests\users\u1234`, String.raw`src\tests\users\u1234`],
		['a message beside a path', String.raw`C:\work\u1234 \u534f`, String.raw`C:\work\u1234 协`],
		['a message after a colon', String.raw`D:\u534f\u8bae`, 'D:协议'],
	])('%s', (_name, text, expected) => {
		expect(decodeEscapes(text)).toBe(expected);
	});

	it('reads back whatever was escaped, however often', () => {
		const readable = fc.string({
			unit: fc.constantFrom('协', '议', '😀', 'a', ' ', '。', 'é', '"', '/', '\n'),
			minLength: 1,
		});
		fc.assert(
			fc.property(readable, fc.integer({ min: 1, max: 4 }), (text, times) => {
				fc.pre(/[^ -~\n]/.test(text));
				let written = text;
				for (let time = 0; time < times; time++) written = escaped(written);
				expect(decodeEscapes(written)).toBe(text);
			}),
		);
	});

	it('takes any text, and has nothing left to do the second time', () => {
		const pieces = fc.constantFrom(
			'\\',
			'\\\\',
			'u',
			'534f',
			'd83d',
			'de00',
			'"',
			"'",
			'\n',
			'\r',
			'\0',
			'\ud800',
			'x:',
			'C:\\',
			' ',
			'0',
		);
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 30 }), fc.nat(60), (parts, offset) => {
				const text = parts.join('');
				expect(decodeEscapes(text).length).toBeLessThanOrEqual(text.length);
				const found = messageAt(text, Math.min(offset, text.length));
				if (found) expect(found.text).toBe(decodeEscapes(text.slice(found.start, found.end)));
			}),
		);
	});

	it('is quick on hostile text', () => {
		const begin = performance.now();
		for (const part of ['\\', '\\u', '\\u12', '\\users ', '\\u534f', '"', "'", '\\"', 'C:\\a\\u1234 ', '%a', '\\\\a'])
			messageAt(`\\u534f${part.repeat(1_000_000 / part.length)}`, 3);
		expect(performance.now() - begin).toBeLessThan(6_000);
	}, 20_000);
});

/** The message at `|`, as [what it covers, what it says]. */
function at(marked: string): [string, string] | undefined {
	const offset = marked.indexOf('|');
	const text = marked.slice(0, offset) + marked.slice(offset + 1);
	const found = messageAt(text, offset);
	return found && [text.slice(found.start, found.end), found.text];
}

describe('messageAt', () => {
	it.each([
		['a JSON message', String.raw`{"code":4600,"message":"\u53|4f\u8bae"}`, String.raw`\u534f\u8bae`, '协议'],
		['words around the escapes', String.raw`"Err|or: \u534f (1)"`, String.raw`Error: \u534f (1)`, 'Error: 协 (1)'],
		['single quotes', String.raw`can't read '\u534f|'`, String.raw`\u534f`, '协'],
		["Python's bytes", String.raw`x = b'\\u|534f'`, String.raw`\\u534f`, '协'],
		['escaped quotes inside', String.raw`"a \"b\" |\u534f"`, String.raw`a \"b\" \u534f`, 'a "b" 协'],
		[
			'a string in a string',
			String.raw`"{\"code\":4100,\"message\":\"\\u53|4f\\u8bae\"}"`,
			String.raw`\\u534f\\u8bae`,
			'协议',
		],
		['three levels', String.raw`"{\"a\":\"{\\\"message\\\":\\\"\\\\u53|4f\\\"}\"}"`, String.raw`\\\\u534f`, '协'],
		['a message cut off', String.raw`{"message":"\u534f|\u8b`, String.raw`\u534f\u8b`, String.raw`协\u8b`],
		[
			'no quotes',
			String.raw`message=\u534f|\u8bae API \u4e0d code=1`,
			String.raw`\u534f\u8bae API \u4e0d`,
			'协议 API 不',
		],
		['a string that ends in a back-slash', String.raw`["a\\","\u53|4f"]`, String.raw`\u534f`, '协'],
		['its own line alone', '"x\r\n"\\u53|4f"\r\n"\\u8bae"', '\\u534f', '协'],
		['an apostrophe before', String.raw`it's {"message":"\u53|4f"} isn't it`, String.raw`\u534f`, '协'],
	])('%s', (_name, marked, covered, text) => {
		expect(at(marked)).toEqual([covered, text]);
	});

	it.each([
		['outside the message', String.raw`{"co|de":4600,"message":"\u534f"}`],
		['no escape', '{"message":"pl|ain"}'],
		['beside the run', String.raw`code|=1, message=\u534f`],
		['between two strings', String.raw`"\u534f" , x | "\u8bae"`],
		['a path', String.raw`open("C:\\users\\u12|34x")`],
		['a raw path', String.raw`C:\work\u12|34`],
		['a control', String.raw`"\u00|00"`],
		['another line', '"\\u534f"\n"a|b"'],
		['half an escape alone', String.raw`"\u53|4"`],
		['the end of the text', String.raw`"\u534f" |`],
	])('nothing: %s', (_name, marked) => {
		expect(at(marked)).toBeUndefined();
	});
});
