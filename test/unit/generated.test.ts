/** What is generated (package.json's contributions, pages of docs/, the README's table) follows its sources. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('package.json, docs and README are what `npm run generate` writes', () => {
	const { status, stderr } = spawnSync(process.execPath, ['scripts/generate.mjs', '--check'], { encoding: 'utf8' });
	expect(stderr).toBe('');
	expect(status).toBe(0);
});
