/** What the tests of the workspace index share: a folder on disk, and a finding that depends on another file. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect } from 'vitest';
import { full, type Profile } from './editors.ts';
import { forgotten } from './samples.ts';
import { codesOf, type StartOptions, TestClient } from './testClient.ts';

/** A dispatch whose only code is declared in another file. Until that file is known, nothing can be said of it. */
export const importing = (from: string) => `import { request } from 'qcloudapi-sdk';
import { DENIED } from '${from}';

export async function list() {
	const res = await request();
	switch (res.code) {
		case 0:
			return res.data;
		case DENIED:
			throw new Error('denied');
	}
}
`;
export const declaring = (code: number) => `export const DENIED = ${code};\n`;

/** What is forgotten where one code is handled. */
export const forgottenBut = (code: string) => [...forgotten, '4100'].sort().filter((each) => each !== code);

/** A folder of its own for each test, and the clients on it, each of which has to end in order. */
export class Scratch {
	/** Absolute. */
	folder = '';
	#clients: TestClient[] = [];

	constructor() {
		beforeEach(() => {
			this.folder = mkdtempSync(join(tmpdir(), 'faultbook-'));
			this.#clients = [];
		});
		afterEach(async () => {
			for (const client of this.#clients) expect(await client.stop()).toBe(0);
			rmSync(this.folder, { recursive: true, force: true });
		});
	}

	readonly uriOf = (path: string) => pathToFileURL(join(this.folder, path)).toString();

	/** @returns the file's URI */
	readonly write = (path: string, text: string): string => {
		mkdirSync(dirname(join(this.folder, path)), { recursive: true });
		writeFileSync(join(this.folder, path), text);
		return this.uriOf(path);
	};

	readonly start = async (profile: Profile = full, options: StartOptions = {}): Promise<TestClient> => {
		const client = await TestClient.start(profile, { folders: [this.uriOf('')], ...options });
		this.#clients.push(client);
		return client;
	};

	/** Opens a file that imports its constant, without waiting for anything. */
	readonly openImporting = async (client: TestClient, path: string, from: string): Promise<string> => {
		const uri = this.uriOf(path);
		await client.open(uri, 'typescript', importing(from));
		return uri;
	};
}

/** Waits until a document's one finding says that these codes are forgotten, or until it has none. */
export async function findingSays(
	client: TestClient,
	uri: string,
	codes: readonly string[] | undefined,
): Promise<void> {
	const wanted = codes === undefined ? [] : [codes];
	let seen: (readonly string[])[] = [];
	for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 30))) {
		seen = (await client.diagnostics(uri)).map(codesOf);
		if (JSON.stringify(seen) === JSON.stringify(wanted)) return;
	}
	expect(seen).toEqual(wanted);
}

/** Waits until the workspace has been walked. */
export function indexed(client: TestClient): Promise<unknown> {
	return client.until(() => client.log.some((line) => line.startsWith('Indexed the workspace')), 'the index');
}
