/**
 * Where a document stands in its workspace folder. Paths come out of URIs, never out of strings put together: a drive
 * letter may be percent-encoded and in either case, and a folder may be on another machine.
 */
import { URI } from 'vscode-uri';

/** Drive letters mean the same in either case. */
function comparablePath(uri: URI): string {
	return uri.path.replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
}

/** Schemes whose documents show text that stands elsewhere: results in them would be said twice, or of the past. */
const IGNORED_SCHEMES = new Set(['output', 'git']);

/** Whether documents of this URI are left alone. A text that is no URI is. */
export function isIgnored(uri: string): boolean {
	try {
		return IGNORED_SCHEMES.has(URI.parse(uri, true).scheme);
	} catch {
		return true;
	}
}

function parsed(uri: string): URI | undefined {
	try {
		return URI.parse(uri);
	} catch {
		return undefined;
	}
}

/**
 * A document's path relative to the innermost folder that holds it; outside all of them its file name alone.
 * @param uri the document's
 * @param folders the URIs of the workspace's folders
 * @returns `/` between the parts, whatever the machine
 */
export function relativePath(uri: string, folders: readonly string[]): string {
	const document = URI.parse(uri);
	const path = comparablePath(document);
	let longest = '';
	for (const text of folders) {
		const folder = parsed(text);
		// One that is no URI holds nothing; the index says so.
		if (folder === undefined) continue;
		// A notebook's cell has a scheme of its own and the path of the notebook.
		if (folder.authority !== document.authority && document.scheme === folder.scheme) continue;
		const prefix = comparablePath(folder).replace(/\/*$/, '/');
		if (path.startsWith(prefix) && prefix.length > longest.length) longest = prefix;
	}
	return longest === '' ? path.slice(path.lastIndexOf('/') + 1) : path.slice(longest.length);
}
