/**
 * Which documents Faultbook looks at in VS Code: one selector for the language client and the status item.
 */
import type { DocumentFilter, Extension, WorkspaceFolder } from 'vscode';
import { FORMATS } from '../shared/formats.ts';

/**
 * A list of what is wanted, since a selector cannot say what is not: output channels (a trace written there would be
 * sent to the server, traced again and so on without end), git's and other old versions of a file, chat and search views.
 */
const SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web', 'memfs', 'vscode-notebook-cell'];

/**
 * Gives the filters for all concerned documents: the languages that the extension's manifest names (written there from
 * the language data), and logs and replies by their file names, for VS Code knows few of them by a language.
 * The schemes of the open folders count too: they may be on any file system.
 */
export function documentSelector(
	extension: Extension<unknown>,
	folders: readonly WorkspaceFolder[] | undefined,
): (DocumentFilter & { scheme: string })[] {
	const events: readonly string[] = extension.packageJSON.activationEvents ?? [];
	const languages = events.flatMap((event) => /^onLanguage:(.+)$/.exec(event)?.[1] ?? []);
	const endings = Object.values(FORMATS).flatMap(({ extensions }) => extensions.map((ending) => ending.slice(1)));
	const schemes = new Set([...SCHEMES, ...(folders ?? []).map((folder) => folder.uri.scheme)]);
	return [...schemes].flatMap((scheme) => [
		...languages.map((language) => ({ scheme, language })),
		{ scheme, pattern: `**/*.{${endings.join()}}` },
	]);
}
