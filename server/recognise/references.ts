/** What an expression refers to, by the names in it. */

import type { SubjectReader } from '../dispatch/subject.ts';
import { pathText } from './pathText.ts';
import type { Syntax } from './syntax.ts';

/** A path with a key among its names, as one with names alone: `Codes["AUTH"]` is `Codes.AUTH`. */
export function asPath(node: Syntax): Syntax {
	if (node.kind === 'member') {
		const object = asPath(node.object);
		return object === node.object ? node : { ...node, object };
	}
	if (node.kind !== 'index' || node.index.kind !== 'text' || node.index.holes.length > 0) return node;
	const { start, end, object, index } = node;
	return { kind: 'member', start, end, object: asPath(object), property: index.value };
}

/** Before the path of what is given all its members' bare names: `using namespace codes`. */
export const WHOLE = '*';

/** The names in a path: `Codes`, `AUTH` of `Codes.AUTH`. */
export function segmentsOf(node: Syntax): string[] {
	if (node.kind === 'name') return [node.text];
	return node.kind === 'member' ? [...segmentsOf(node.object), node.property] : [];
}

/** The module that an expression reads, and what of it: `require('./codes').AUTH`. */
export function requiredIn(
	node: Syntax,
	reader: SubjectReader,
): { readonly source: string; readonly path: readonly string[] } | undefined {
	if (node.kind === 'member') {
		const inner = requiredIn(node.object, reader);
		return inner && { source: inner.source, path: [...inner.path, node.property] };
	}
	if (node.kind !== 'call') return undefined;
	const [source] = node.args;
	if (source?.kind !== 'text' || source.holes.length > 0) return undefined;
	return reader.lexicon.requires.includes(pathText(node.callee)) ? { source: source.value, path: [] } : undefined;
}
