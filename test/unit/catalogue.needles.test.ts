/** What a text must hold to be read at all. */
import { expect, test } from 'vitest';
import { needles } from '../../server/catalogue/needles.ts';
import { builtinLookup } from '../support/catalogues.ts';

const namesCode = needles(['tencentcloud-v2', 'tencentcloud-v3'].map((id) => builtinLookup(id).catalogue));

test.each([
	'if (reply.code === 4100) login();',
	'code=4100',
	'"AuthFailure"',
	"case 'AuthFailure.Odd':",
	'{ AuthFailure: login, other: 1 }',
	'{ AuthFailure : login }',
	'strings.HasPrefix(code, `ResourceNotFound`)',
	'"ResourceNotFound, InternalError".split(", ")',
	'// Code: InternalError, nothing else',
	'// Code=InternalError.Db',
	'x = InternalErrors + "InternalError"',
	'InternalError and then AuthFailure.SignatureFailure',
])('worth a look: %s', (text) => expect(namesCode(text)).toBe(true));

test.each([
	'took 41000 ms, 14100 ms',
	'return retry(err, common.InternalError)',
	'class InternalError(Exception):',
	'except ClientError as error:',
	'raise ResourceNotFound(name)',
	'A ResourceNotFound is thrown where nothing is there.',
	'',
])('not worth one: %s', (text) => expect(namesCode(text)).toBe(false));
