/** Files and folders by their URIs, as plain text: `scheme://authority/folder/file`, decoded, without `.`, `..` or a slash at the end. */

/** The name by which the index knows a file: its URI, decoded, so that paths in imports can be put beside it. */
export function fileId(uri: string): string {
	// Of a file it means nothing; elsewhere it may name one of several documents, a notebook's cell for one.
	const plain = uri.startsWith('file:') ? uri.replace(/[?#].*$/s, '') : uri;
	let id = plain;
	try {
		// A drive's letter means the same in either case, and clients write both.
		id = decodeURIComponent(plain).replace(/^file:\/\/\/[A-Z]:/, (drive) => drive.toLowerCase());
	} catch {
		// A percent sign that escapes nothing
	}
	if (!/\/\.\.?(?:\/|$)/.test(id)) return id;
	const root = /^[\w+.-]+:\/\/[^/]*/.exec(id)?.[0] ?? '';
	return join(root, id.slice(root.length)) ?? id;
}

export function folderOf(id: string): string {
	return id.slice(0, Math.max(0, id.lastIndexOf('/')));
}

export function nameOf(id: string): string {
	return id.slice(id.lastIndexOf('/') + 1);
}

/** A name up to its first dot. */
export const stem = (name: string): string => name.split('.', 1)[0] ?? name;

/** `path` from a folder; undefined where it leaves the root. */
export function join(folder: string, path: string): string | undefined {
	const root = /^[\w+.-]+:\/\/[^/]*/.exec(folder)?.[0] ?? '';
	const parts = folder.slice(root.length).split('/').filter(Boolean);
	for (const part of path.split('/')) {
		if (part === '' || part === '.') continue;
		if (part !== '..') parts.push(part);
		else if (parts.pop() === undefined) return undefined;
	}
	return parts.length > 0 ? `${root}/${parts.join('/')}` : root;
}

/** A folder and those above it, nearest first. */
export function* upward(folder: string): Generator<string> {
	const root = /^[\w+.-]+:\/\/[^/]*/.exec(folder)?.[0] ?? '';
	for (let at = folder; at.length > root.length; at = folderOf(at)) yield at;
}
