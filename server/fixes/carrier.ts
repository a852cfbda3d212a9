/** What a fix knows of the carrier: by which names and types it may be an error. */
import { catchOf, type Scope } from '../dispatch/scope.ts';
import { pathText } from '../recognise/pathText.ts';
import type { Syntax } from '../recognise/syntax.ts';
import type { FixSite } from './site.ts';

/** The carrier's path, the path of what it was made from, and the names of its types; `error` for one that was caught. */
export function errorPaths({ dispatch, lookup, reader }: FixSite): readonly string[] {
	const { carrier } = dispatch.subject;
	if (!carrier) return [];
	const origin = reader.origin(carrier, dispatch.scope);
	const isCaught = [carrier, origin].some((one) => one.kind === 'name' && catchOf(one, dispatch.scope));
	const types = typesOf(carrier, dispatch.scope).map((type) => type.replace(/^\W+/, ''));
	const isKnown = types.some((type) => lookup.catalogue.match.exceptions.includes(type.split('.').at(-1) ?? ''));
	return [...[carrier, origin].map(pathText), ...types, ...(isCaught || isKnown ? ['error'] : [])];
}

/** The types that are said of a carrier, by the scope or one around it, and by a cast on it. */
function typesOf(carrier: Syntax, scope: Scope): readonly string[] {
	const path = pathText(carrier);
	const found = carrier.cast ? [carrier.cast] : [];
	for (let at: Scope | undefined = scope; at; at = at.parent) {
		const types = at.types.get(path);
		if (types) return [...found, ...types];
		if (carrier.kind === 'name' && at.declared.has(carrier.text)) return found;
	}
	return found;
}
