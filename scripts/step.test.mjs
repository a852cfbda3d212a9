/** What counts as passed in `npm test`: nobody's silence. */
import { expect, test } from 'vitest';
import { asOne, asSaid } from './step.mjs';

test('a check is one test', () => {
	expect(asOne({ code: 0 })).toEqual({ passed: 1, failed: 0 });
	expect(asOne({ code: 1 })).toEqual({ passed: 0, failed: 1 });
	expect(asOne({ code: null })).toEqual({ passed: 0, failed: 1 });
});

test('a suite counts what its last line says', () => {
	expect(asSaid({ code: 0, output: 'hover\n12 passed, 0 failed\n' })).toEqual({ passed: 12, failed: 0 });
	expect(asSaid({ code: 1, output: '12 passed, 3 failed\r\n' })).toEqual({ passed: 12, failed: 3 });
});

test.each([
	['crashes after its tests', 2, '12 passed, 0 failed\n', 12],
	['crashes before it says anything', 1, 'Error: no editor', 0],
	['says nothing', 0, '', 0],
	['says it too early', 0, '12 passed, 0 failed\nError: it hangs\n', 0],
	['has run nothing', 0, '0 passed, 0 failed\n', 0],
])('a suite that %s has failed', (_, code, output, passed) => {
	expect(asSaid({ code, output })).toEqual({ passed, failed: 1 });
});
