/** Constants of other files: the index of the workspace, and how it follows editor and disk. */
import { mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FileChangeType } from 'vscode-languageserver-protocol';
import { full, neovim, plain } from './editors.ts';
import { declaring, findingSays, forgottenBut, importing, indexed, Scratch } from './scratch.ts';
import type { TestClient } from './testClient.ts';

const scratch = new Scratch();
const { uriOf, write, start, openImporting } = scratch;

describe.each([full, plain, neovim])('$name', (profile) => {
	test('a constant that another file declares is known, and changes with its unsaved text', async () => {
		const codes = write('src/codes.ts', declaring(4100));
		const client = await start(profile);
		const app = await openImporting(client, 'src/app.ts', './codes');
		await findingSays(client, app, forgottenBut('4100'));

		await client.open(codes, 'typescript', declaring(4100));
		await client.edit(codes, '4100', '4300');
		await findingSays(client, app, forgottenBut('4300'));
		await client.edit(codes, 'DENIED', 'REFUSED');
		await findingSays(client, app, undefined);
		await client.edit(codes, 'REFUSED', 'DENIED');
		await findingSays(client, app, forgottenBut('4300'));

		// Closed without being saved: what counts is on the disk.
		await client.close(codes);
		await findingSays(client, app, forgottenBut('4100'));
	});
});

test('other documents are asked for again when what they see changes, and only then', async () => {
	const codes = write('codes.ts', `// Ours.\n${declaring(4100)}`);
	const client = await start();
	const app = await openImporting(client, 'app.ts', './codes');
	await findingSays(client, app, forgottenBut('4100'));
	await client.open(codes, 'typescript', `// Ours.\n${declaring(4100)}`);
	await new Promise((resolve) => setTimeout(resolve, 500));
	const { refreshes } = client;
	await client.edit(codes, '// Ours.', '// Theirs.\n\n');
	await new Promise((resolve) => setTimeout(resolve, 500));
	expect(client.refreshes).toBe(refreshes);
	await client.edit(codes, '4100', '4300');
	await client.until(() => client.refreshes > refreshes, 'a refresh');
	await findingSays(client, app, forgottenBut('4300'));
});

describe('the disk', () => {
	test('the server asks to be told what happens to sources, .gitignore files and folders', async () => {
		const client = await start();
		await openImporting(client, 'app.ts', './codes');
		const registered = await client.until(
			() => client.registrations.find(({ method }) => method === 'workspace/didChangeWatchedFiles'),
			'the registration',
		);
		const { watchers } = registered.registerOptions as { watchers: { globPattern: string; kind: number }[] };
		const patterns = watchers.map(({ globPattern }) => globPattern);
		expect(patterns).toContain('**/.gitignore');
		for (const ending of ['ts', 'tsx', 'js', 'jsx', 'py', 'go']) {
			expect(patterns.some((pattern) => new RegExp(`[{,]${ending}[,}]`).test(pattern))).toBe(true);
		}
	});

	test('files come, change, go and are renamed', async () => {
		write('other.ts', declaring(5200));
		const client = await start();
		const app = await openImporting(client, 'app.ts', './codes');
		await indexed(client);
		await findingSays(client, app, undefined);
		const codes = write('codes.ts', declaring(4100));
		await client.changed({ uri: codes, type: FileChangeType.Created });
		await findingSays(client, app, forgottenBut('4100'));
		write('codes.ts', declaring(4300));
		await client.changed({ uri: codes, type: FileChangeType.Changed });
		await findingSays(client, app, forgottenBut('4300'));
		rmSync(join(scratch.folder, 'codes.ts'));
		await client.changed({ uri: codes, type: FileChangeType.Deleted });
		await findingSays(client, app, undefined);
		const old = write('old.ts', declaring(5000));
		await client.changed({ uri: old, type: FileChangeType.Created });
		renameSync(join(scratch.folder, 'old.ts'), join(scratch.folder, 'codes.ts'));
		await client.changed({ uri: old, type: FileChangeType.Deleted }, { uri: codes, type: FileChangeType.Created });
		await findingSays(client, app, forgottenBut('5000'));
	});

	test('of a folder that is moved, only its own name is told', async () => {
		write('shared/api/codes.ts', declaring(4100));
		const client = await start();
		const app = await openImporting(client, 'app.ts', './shared/api/codes');
		const moved = await openImporting(client, 'moved.ts', './common/api/codes');
		await findingSays(client, app, forgottenBut('4100'));
		await indexed(client);
		await findingSays(client, moved, undefined);
		renameSync(join(scratch.folder, 'shared'), join(scratch.folder, 'common'));
		await client.changed(
			{ uri: uriOf('shared'), type: FileChangeType.Deleted },
			{ uri: uriOf('common'), type: FileChangeType.Created },
		);
		await findingSays(client, app, undefined);
		await findingSays(client, moved, forgottenBut('4100'));
	});

	test('a file that is gone from the disk counts while it is open', async () => {
		const codes = write('codes.ts', declaring(4100));
		const client = await start();
		const app = await openImporting(client, 'app.ts', './codes');
		await client.open(codes, 'typescript', declaring(4100));
		await findingSays(client, app, forgottenBut('4100'));
		rmSync(join(scratch.folder, 'codes.ts'));
		await client.changed({ uri: codes, type: FileChangeType.Deleted });
		await client.edit(codes, '4100', '4300');
		await findingSays(client, app, forgottenBut('4300'));
		await client.close(codes);
		await findingSays(client, app, undefined);
	});
});

test('a file that is not saved yet counts too, until it is closed', async () => {
	const client = await start();
	const app = await openImporting(client, 'app.ts', './codes');
	await client.open(uriOf('codes.ts'), 'typescript', 'export {};\n');
	await client.edit(uriOf('codes.ts'), 'export {};', declaring(4100));
	await findingSays(client, app, forgottenBut('4100'));
	await client.edit(uriOf('codes.ts'), '4100', '4300');
	await findingSays(client, app, forgottenBut('4300'));
	await client.close(uriOf('codes.ts'));
	await findingSays(client, app, undefined);
});

test('a file is one file, however its URI is written', async () => {
	write('共享/codes.ts', declaring(4100));
	const client = await start(neovim);
	const app = await openImporting(client, 'app.ts', './共享/codes');
	await findingSays(client, app, forgottenBut('4100'));
	const plainly = `${uriOf('')}/共享/codes.ts`;
	await client.open(plainly, 'typescript', declaring(4300));
	await findingSays(client, app, forgottenBut('4300'));
	await client.close(plainly);
	await findingSays(client, app, forgottenBut('4100'));
	// A drive's letter in either case.
	await client.open('file:///C:/work/codes.ts', 'typescript', declaring(5000));
	await client.open('file:///c%3A/work/app.ts', 'typescript', importing('./codes'));
	await findingSays(client, 'file:///c%3A/work/app.ts', forgottenBut('5000'));
});

describe('what is left out', () => {
	test('by .gitignore files, nested ones too, until they change', async () => {
		write('.gitignore', 'generated/\n*.gen.ts\n');
		write('generated/codes.ts', declaring(4100));
		write('codes.gen.ts', declaring(4100));
		write('kept/.gitignore', '!*.gen.ts\nlocal.ts\n');
		write('kept/codes.gen.ts', declaring(4300));
		write('kept/local.ts', declaring(4300));
		const client = await start();
		const kept = await openImporting(client, 'a.ts', './kept/codes.gen');
		await findingSays(client, kept, forgottenBut('4300'));
		await indexed(client);
		const ignored = await Promise.all(
			['./generated/codes', './codes.gen', './kept/local'].map((from, nth) =>
				openImporting(client, `b${nth}.ts`, from),
			),
		);
		await client.open(uriOf('codes.gen.ts'), 'typescript', declaring(4100));
		await new Promise((resolve) => setTimeout(resolve, 500));
		for (const uri of ignored) await findingSays(client, uri, undefined);
		await client.close(uriOf('codes.gen.ts'));

		rmSync(join(scratch.folder, '.gitignore'));
		await client.changed({ uri: uriOf('.gitignore'), type: FileChangeType.Deleted });
		await findingSays(client, ignored[0] as string, forgottenBut('4100'));
		await findingSays(client, ignored[1] as string, forgottenBut('4100'));
		await findingSays(client, ignored[2] as string, undefined);
	});

	test('by files.exclude and faultbook.exclude, until they change', async () => {
		write('hidden/codes.ts', declaring(4100));
		write('shown/codes.ts', declaring(4100));
		write('node_modules/x/codes.ts', declaring(4100));
		const filesExclude = { '**/hidden': true, shown: false, '**/*.ts': { when: '$(basename).vue' } };
		const client = await start(full, { filesExclude });
		const shown = await openImporting(client, 'a.ts', './shown/codes');
		const hidden = await openImporting(client, 'b.ts', './hidden/codes');
		const excluded = await openImporting(client, 'c.ts', './node_modules/x/codes');
		await findingSays(client, shown, forgottenBut('4100'));
		await indexed(client);
		await findingSays(client, hidden, undefined);
		await findingSays(client, excluded, undefined);
		client.filesExclude = { '**/shown/**': true };
		client.settings = { exclude: [] };
		await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
		await findingSays(client, shown, undefined);
		await findingSays(client, hidden, forgottenBut('4100'));
		await findingSays(client, excluded, forgottenBut('4100'));
	});

	test('files of more than 1 MB, which the log names; folders that cannot be read', async () => {
		write('large.ts', `${declaring(4100)}${`// ${'x'.repeat(97)}\n`.repeat(11_000)}`);
		write('small.ts', declaring(4100));
		const client = await start(full, { folders: [uriOf(''), uriOf('nowhere')] });
		const small = await openImporting(client, 'a.ts', './small');
		const large = await openImporting(client, 'b.ts', './large');
		await findingSays(client, small, forgottenBut('4100'));
		await indexed(client);
		await findingSays(client, large, undefined);
		expect(client.log.filter((line) => line.includes('large.ts (too large'))).toHaveLength(1);
		expect(client.log.filter((line) => line.includes('nowhere cannot be read'))).toHaveLength(1);
		expect(client.statuses.at(-1)?.level).toBe('ok');
	});

	test('what links lead to out of the folder', async () => {
		const outside = mkdtempSync(join(tmpdir(), 'faultbook-'));
		try {
			writeFileSync(join(outside, 'codes.ts'), declaring(4100));
			write('real/codes.ts', declaring(4300));
			symlinkSync(outside, join(scratch.folder, 'away'));
			symlinkSync(join(outside, 'codes.ts'), join(scratch.folder, 'away.ts'));
			symlinkSync(join(scratch.folder, 'real/codes.ts'), join(scratch.folder, 'here.ts'));
			symlinkSync(scratch.folder, join(scratch.folder, 'loop'));
			const client = await start();
			const here = await openImporting(client, 'a.ts', './here');
			await findingSays(client, here, forgottenBut('4300'));
			await indexed(client);
			for (const from of ['./away/codes', './away']) {
				await findingSays(client, await openImporting(client, `b${from.length}.ts`, from), undefined);
			}
		} finally {
			rmSync(outside, { recursive: true, force: true });
		}
	});
});

describe('folders', () => {
	const changeFolders = (client: TestClient, added: string[], removed: string[]) => {
		const named = (uris: string[]) => uris.map((uri) => ({ uri, name: uri }));
		const event = { added: named(added), removed: named(removed) };
		return client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
	};

	test('join and leave the workspace, one within the other too', async () => {
		write('one/codes.ts', declaring(4100));
		write('two/codes.ts', declaring(4300));
		write('two/inner/codes.ts', declaring(5000));
		const client = await start(full, { folders: [uriOf('one')] });
		const app = await openImporting(client, 'one/app.ts', './codes');
		const other = await openImporting(client, 'two/app.ts', './codes');
		const inner = await openImporting(client, 'two/inner/app.ts', './codes');
		await findingSays(client, app, forgottenBut('4100'));
		await findingSays(client, other, undefined);
		await changeFolders(client, [uriOf('two'), uriOf('two/inner')], []);
		await findingSays(client, other, forgottenBut('4300'));
		await findingSays(client, inner, forgottenBut('5000'));
		await changeFolders(client, [], [uriOf('two/inner'), uriOf('one')]);
		await findingSays(client, app, undefined);
		await findingSays(client, inner, forgottenBut('5000'));
		await changeFolders(client, [], [uriOf('two')]);
		await findingSays(client, inner, undefined);
		await findingSays(client, other, undefined);
	});

	test('that are on no disk are said once', async () => {
		const client = await start(full, { folders: ['vscode-vfs://github/owner/name'] });
		await client.open('vscode-vfs://github/owner/name/a.ts', 'typescript', declaring(4100));
		await client.until(() => client.log.some((line) => line.includes('not on this machine')), 'the log');
	});
});

describe('progress', () => {
	/** Enough to be interrupted. */
	const writeMany = () => {
		for (let count = 0; count < 4000; count += 1) {
			write(`many/${count % 40}/file${count}.ts`, `export const code${count} = 4100;\n`);
		}
	};

	test('is shown from begin to end, without anything else', async () => {
		write('codes.ts', declaring(4100));
		const client = await start();
		const app = await openImporting(client, 'app.ts', './codes');
		await findingSays(client, app, forgottenBut('4100'));
		const [progress] = client.progress;
		await client.until(() => progress?.kinds.at(-1) === 'end', 'the end');
		expect(progress?.kinds[0]).toBe('begin');
		expect(client.progress).toHaveLength(1);
		expect(client.notified.filter((method) => method.startsWith('window/show'))).toEqual([]);
		expect(client.statuses.at(-1)?.level).toBe('ok');
	});

	test('can be stopped: the status says so until that folder is read, and the server goes on with what it has', async () => {
		writeMany();
		write('small/.gitignore', '');
		const client = await start(full, { folders: [uriOf('many'), uriOf('small')] });
		const app = await openImporting(client, 'small/app.ts', './codes');
		const progress = await client.until(() => client.progress.find(({ kinds }) => kinds.length > 0), 'the beginning');
		await client.connection.sendNotification('window/workDoneProgress/cancel', { token: progress.token });
		const stopped = () => client.statuses.at(-1)?.problems.some((problem) => problem.includes('stopped')) === true;
		await client.until(stopped, 'the status');
		const { level, problems } = client.statuses.at(-1) as (typeof client.statuses)[number];
		expect(level).toBe('warning');
		expect(problems).toEqual([expect.stringContaining('Faultbook: Restart Server')]);
		expect(progress.kinds.at(-1)).toBe('end');

		// Another folder is walked whole: what is missing of the first is missing still.
		const codes = write('small/codes.ts', declaring(4100));
		await client.changed(
			{ uri: uriOf('small/.gitignore'), type: FileChangeType.Changed },
			{ uri: codes, type: FileChangeType.Created },
		);
		await findingSays(client, app, forgottenBut('4100'));
		await indexed(client);
		expect(stopped()).toBe(true);
		write('many/.gitignore', '');
		await client.changed({ uri: uriOf('many/.gitignore'), type: FileChangeType.Created });
		await client.until(() => !stopped(), 'the end of the message');
	});

	test('requests are answered meanwhile', async () => {
		writeMany();
		const client = await start();
		const app = await openImporting(client, 'app.ts', './codes');
		await client.until(() => client.progress[0]?.kinds[0], 'the beginning');
		let answered = 0;
		while (client.progress[0]?.kinds.at(-1) !== 'end') {
			await client.hover(app, client.at(app, 'DENIED', 2));
			answered += 1;
		}
		expect(answered).toBeGreaterThan(5);
	});
});
