/** The folders of the workspace as the index sees them, made anew where their settings change. */
import { COMMAND_CATEGORY, COMMAND_DEFINITIONS } from '../../shared/commands.ts';
import type { DocumentSettings } from '../../shared/settings.ts';
import { describeError } from '../guard.ts';
import type { Session } from '../session.ts';
import { canonical, IndexedFolder, isOnDisk } from './indexedFolder.ts';

export interface WorkspaceFolders {
	/** The URIs of the workspace's folders, as they are now. */
	folders(): readonly string[];
	/** The settings that hold for a folder. Never rejects. */
	settings(folder: string): Promise<DocumentSettings>;
}

/** How people have everything read anew. */
export const RESTART = `Restarting the language server (in VS Code: ${COMMAND_CATEGORY}: ${COMMAND_DEFINITIONS.restartServer.title})`;

/** URIs are canonical, but for those that a name calls given. */
export class IndexedFolders {
	readonly #session: Session;
	readonly #extensions: readonly string[];
	readonly #source: WorkspaceFolders;
	readonly #folders = new Map<string, IndexedFolder>();

	/** @param extensions file name endings of the languages, with their dot */
	constructor(session: Session, extensions: readonly string[], source: WorkspaceFolders) {
		this.#session = session;
		this.#extensions = extensions;
		this.#source = source;
	}

	all(): IndexedFolder[] {
		return [...this.#folders.values()];
	}

	/** The innermost folder of a file. */
	of(uri: string): IndexedFolder | undefined {
		let innermost: IndexedFolder | undefined;
		for (const folder of this.#folders.values())
			if (folder.holds(uri) && folder.uri.length > (innermost?.uri.length ?? 0)) innermost = folder;
		return innermost;
	}

	/**
	 * Reads folders and settings as they are now. One that cannot be read leaves the others as they are.
	 * @returns the folders of which other files are to be taken than before, and those that are gone
	 */
	async update(): Promise<{ changed: IndexedFolder[]; gone: IndexedFolder[] }> {
		const problem = (message: string) => this.#session.status.note(message);
		const given = new Map<string, string>();
		for (const folder of this.#source.folders()) {
			try {
				given.set(canonical(folder), folder);
			} catch (error) {
				problem(`The folder ${folder} is not indexed, for its name is no URI: ${messageOf(error)}`);
			}
		}
		const all = [...given.keys()];
		const gone = this.all().filter(({ uri }) => !given.has(uri));
		for (const { uri } of gone) this.#folders.delete(uri);
		const changed: IndexedFolder[] = [];
		for (const [uri, folder] of given) {
			if (!isOnDisk(uri)) {
				problem(`${folder} is not on this machine's disk: only what is open of it is indexed.`);
				continue;
			}
			try {
				const [settings, hidden] = await Promise.all([this.#source.settings(folder), this.#hidden(folder)]);
				const next = new IndexedFolder({ uri, settings, hidden, all, extensions: this.#extensions, problem });
				if (this.#folders.get(uri)?.key === next.key) continue;
				this.#folders.set(uri, next);
				changed.push(next);
			} catch (error) {
				problem(`The folder ${folder} cannot be indexed: ${describeError(error)}`);
			}
		}
		return { changed, gone };
	}

	/** The globs of VS Code's setting `files.exclude`. Those under a condition hide what was made from a file beside it. */
	async #hidden(folder: string): Promise<string[]> {
		const { connection, client, status } = this.#session;
		if (!client.answersConfiguration) return [];
		try {
			const answer: unknown = await connection.workspace.getConfiguration({
				scopeUri: folder,
				section: 'files.exclude',
			});
			if (answer === null || typeof answer !== 'object') return [];
			const globs = Object.entries(answer).flatMap(([glob, is]) => (is === true ? [glob.replace(/\/$/, '')] : []));
			return globs.filter((glob) => glob !== '');
		} catch (error) {
			status.note(`The editor did not answer when asked for files.exclude: ${describeError(error)}`);
			return [];
		}
	}
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
