/** Asks a client to tell what happens to the files that the workspace index is made of. */
import type { Connection, FileSystemWatcher } from 'vscode-languageserver';
import { DidChangeWatchedFilesNotification, WatchKind } from './lsp.ts';

/**
 * Registers for changes of source files and `.gitignore` files, and for whatever comes or goes: of a folder that is
 * moved or deleted, clients tell no more than its own name.
 * @param extensions file name endings of the languages, with their dot
 * @throws {Error} what the client answers when it refuses
 */
export async function watchFiles(connection: Connection, extensions: readonly string[]): Promise<void> {
	const endings = extensions.map((extension) => extension.slice(1)).join();
	const watchers: FileSystemWatcher[] = [
		{ globPattern: `**/*.{${endings}}`, kind: WatchKind.Change },
		{ globPattern: '**/.gitignore', kind: WatchKind.Change },
		{ globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
	];
	await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}
