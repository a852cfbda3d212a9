/**
 * Where the shells find what the engine reads at run time: the catalogues, languages and grammars beside the bundle.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder beside the bundle. Paths are relative to it, `/` between their parts. */
export interface Resources {
	/** Rejects with a message for people: what could not be read, why, what to do. */
	readBytes(path: string): Promise<Uint8Array>;
	/** Parsed JSON. Rejects likewise. */
	readJson(path: string): Promise<unknown>;
	/** The names of a folder's files, sorted. Rejects likewise. */
	list(folder: string): Promise<readonly string[]>;
}

/**
 * The resources in a folder of the file system.
 * @param folder absolute; for a bundle its own `__dirname`
 */
export function folderResources(folder: string): Resources {
	const place = (path: string) => join(folder, ...path.split('/'));
	const reading = async <Result>(path: string, read: (file: string) => Promise<Result>): Promise<Result> => {
		const file = place(path);
		try {
			return await read(file);
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			throw new Error(`${file} cannot be read: ${reason}. It comes with Faultbook: reinstalling brings it back.`);
		}
	};
	return {
		readBytes: (path) => reading(path, (file) => readFile(file)),
		readJson: (path) => reading(path, async (file) => JSON.parse(await readFile(file, 'utf8'))),
		list: (path) => reading(path, async (file) => (await readdir(file)).sort()),
	};
}
