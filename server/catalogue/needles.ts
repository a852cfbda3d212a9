/** The quick question before any parsing: can a text hold anything that a catalogue knows? */
import type { Catalogue } from './catalogue.ts';
import { lookupOf } from './lookup.ts';
import { anyOf } from './pattern.ts';

/**
 * Finds any code, name or family of any catalogue, digits not cut out of longer numbers. A family stands for all its
 * codes. SDK constants are not sought: what imports them names the API.
 */
export function needles(catalogues: readonly Catalogue[]): RegExp {
	const texts = new Set<string>();
	for (const lookup of catalogues.map(lookupOf)) {
		for (const family of lookup.families) texts.add(family);
		for (const { code, name, aliases } of lookup.catalogue.codes)
			for (const text of [code, ...(name ? [name] : []), ...aliases])
				if (lookup.familyOf(text) === undefined) texts.add(text);
	}
	return new RegExp(`(?<!\\d)${anyOf(texts)}(?!\\d)`);
}
