/** The workspace index stays true where it is hard: odd folders, editors that tell little, answers that come late. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FileChangeType, type FileEvent } from 'vscode-languageserver-protocol';
import { full, neovim, plain } from './editors.ts';
import { declaring, findingSays, forgottenBut, indexed, Scratch } from './scratch.ts';
import { dist } from './testClient.ts';

const scratch = new Scratch();
const { uriOf, write, start, openImporting } = scratch;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('what is left out counts for open documents too', () => {
	test('when .gitignore files change', async () => {
		write('.gitignore', 'codes.ts\n');
		write('codes.ts', declaring(4100));
		const client = await start();
		const app = await openImporting(client, 'app.ts', './codes');
		await client.open(uriOf('codes.ts'), 'typescript', declaring(4300));
		await pause(500);
		await findingSays(client, app, undefined);
		write('.gitignore', '');
		await client.changed({ uri: uriOf('.gitignore'), type: FileChangeType.Changed });
		await findingSays(client, app, forgottenBut('4300'));
		write('.gitignore', 'codes.ts\n');
		await client.changed({ uri: uriOf('.gitignore'), type: FileChangeType.Changed });
		await findingSays(client, app, undefined);
		write('.gitignore', '');
		await client.changed({ uri: uriOf('.gitignore'), type: FileChangeType.Changed });
		await findingSays(client, app, forgottenBut('4300'));
		await client.edit(uriOf('codes.ts'), '4300', '5000');
		await findingSays(client, app, forgottenBut('5000'));
		await client.close(uriOf('codes.ts'));
		await findingSays(client, app, forgottenBut('4100'));
	});

	test('when settings change, however long the editor takes to say so', async () => {
		write('codes.ts', declaring(4100));
		const client = await start(full, { filesExcludeDelay: 300 });
		const app = await openImporting(client, 'app.ts', './codes');
		await client.open(uriOf('codes.ts'), 'typescript', declaring(4300));
		await findingSays(client, app, forgottenBut('4300'));
		client.filesExclude = { '**/codes.ts': true, '': true };
		await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
		await findingSays(client, app, undefined);
		client.filesExclude = {};
		await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
		await findingSays(client, app, forgottenBut('4300'));
	});

	test('when a text is large: the same file is in the index, or is not, open and closed', async () => {
		// In UTF-8 half as much again as the limit, in the editor's units half of it.
		const text = `${declaring(4100)}// ${'错'.repeat(512 * 1024)}\n`;
		const codes = write('codes.ts', text);
		const client = await start();
		const app = await openImporting(client, 'app.ts', './codes');
		await client.until(() => client.log.some((line) => line.includes('codes.ts (too large')), 'the log');
		await findingSays(client, app, undefined);
		await client.open(codes, 'typescript', text);
		await client.until(() => client.log.some((line) => line.includes('codes.ts is not known while it is')), 'the log');
		await findingSays(client, app, undefined);
	});
});

describe('folders', () => {
	test('with a name that is no URI leave the others as they are, and are said', async () => {
		write('codes.ts', declaring(4100));
		const client = await start(full, { folders: ['file:////nowhere', 'nonsense', uriOf('')] });
		const app = await openImporting(client, 'app.ts', './codes');
		await findingSays(client, app, forgottenBut('4100'));
		for (const name of ['file:////nowhere', 'nonsense'])
			expect(client.log.filter((line) => line.includes(`${name} is not indexed`))).toHaveLength(1);
	});

	test('within a repository have its rules', async () => {
		write('.gitignore', '*.gen.ts\n/packages/a/local/\n');
		write('.git/info/exclude', 'mine.ts\n');
		for (const path of ['codes.gen.ts', 'local/codes.ts', 'mine.ts', 'codes.ts'])
			write(`packages/a/${path}`, declaring(4100));
		const client = await start(full, { folders: [uriOf('packages/a')] });
		const app = await openImporting(client, 'packages/a/app.ts', './codes');
		await findingSays(client, app, forgottenBut('4100'));
		await indexed(client);
		for (const [nth, from] of ['./codes.gen', './local/codes', './mine'].entries()) {
			const other = await openImporting(client, `packages/a/app${nth}.ts`, from);
			await findingSays(client, other, undefined);
		}
	});

	test('whose .gitignore cannot be read: nothing is left out, and that is said', async () => {
		write('codes.ts', declaring(4100));
		mkdirSync(join(scratch.folder, '.gitignore'));
		const client = await start();
		const app = await openImporting(client, 'app.ts', './codes');
		await findingSays(client, app, forgottenBut('4100'));
		expect(client.log.filter((line) => /\.gitignore leaves out nothing.*it is a folder/.test(line))).toHaveLength(1);
	});
});

test('a change outside of the folder, or with an odd name, leaves the others as they are', async () => {
	write('.gitignore', 'x\n');
	write('other.ts', declaring(5000));
	const client = await start();
	const app = await openImporting(client, 'app.ts', './codes');
	await indexed(client);
	const codes = write('codes.ts', declaring(4100));
	write('.../odd.ts', declaring(4100));
	const base = uriOf('');
	const odd = [`${base}/../x.ts`, `${base}/%2e%2e/y.ts`, `${base}/`, `${base}/.../odd.ts`, 'file:////x.ts', 'nonsense'];
	const changes = odd.flatMap((uri): FileEvent[] => [
		{ uri, type: FileChangeType.Created },
		{ uri, type: FileChangeType.Deleted },
	]);
	await client.changed(...changes, { uri: codes, type: FileChangeType.Created });
	await findingSays(client, app, forgottenBut('4100'));
	expect(client.log.filter((line) => line.includes('Following changed files'))).toEqual([]);
});

test.each([plain, neovim])(
	'$name: nobody tells of the disk, so it is looked at when something is saved',
	async (profile) => {
		const codes = write('codes.ts', declaring(4100));
		write('old.ts', declaring(5000));
		const client = await start(profile);
		const app = await openImporting(client, 'app.ts', './codes');
		const other = await openImporting(client, 'other.ts', './old');
		const later = await openImporting(client, 'later.ts', './new/codes');
		await findingSays(client, app, forgottenBut('4100'));
		await findingSays(client, other, forgottenBut('5000'));
		expect(client.log.filter((line) => line.includes('looked for whenever a document is saved'))).toHaveLength(1);
		write('codes.ts', declaring(4300));
		write('new/codes.ts', declaring(5200));
		rmSync(join(scratch.folder, 'old.ts'));
		await client.save(app);
		await findingSays(client, app, forgottenBut('4300'));
		await findingSays(client, other, undefined);
		await findingSays(client, later, forgottenBut('5200'));
		write('.gitignore', 'new/\n');
		await client.save(codes);
		await client.save(app);
		await findingSays(client, later, undefined);
	},
);

test('an index that cannot start is a concern, and the rest works', async () => {
	const from = mkdtempSync(join(tmpdir(), 'faultbook-'));
	try {
		cpSync(dist, from, { recursive: true });
		rmSync(join(from, 'indexer.js'));
		write('codes.ts', declaring(4100));
		const client = await start(full, { from });
		const app = await openImporting(client, 'app.ts', './codes');
		const { problems } = await client.until(
			() => client.statuses.find(({ level }) => level === 'warning'),
			'the status',
		);
		expect(problems).toEqual([expect.stringMatching(/^Nothing is known of what other files declare.*indexer/)]);
		await findingSays(client, app, undefined);
	} finally {
		rmSync(from, { recursive: true, force: true });
	}
});
