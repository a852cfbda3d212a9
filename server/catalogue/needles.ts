/** The quick question before any parsing: can a text hold anything that a catalogue knows? */
import type { Catalogue } from './catalogue.ts';
import { lookupOf } from './lookup.ts';
import { anyOf } from './pattern.ts';

/** Before a word that is a code's: what opens a string, and what stands between a key and its value. */
const OPENS = /["'`:=]\s?$/;
/** Behind one: what closes a string, leads on to a family's child, or follows a key. */
const CLOSES = /^(?:["'`.]|\s?:)/;

/**
 * Says whether a text has any code, name or family of any catalogue in it, digits not cut out of longer numbers. A family
 * stands for all its codes. Bare words are common in programs: they count where a value, a key or a family could stand.
 * SDK constants are not sought: what imports them names the API.
 */
export function needles(catalogues: readonly Catalogue[]): (text: string) => boolean {
	const texts = new Set<string>();
	for (const lookup of catalogues.map(lookupOf)) {
		for (const family of lookup.families) texts.add(family);
		for (const { code, name, aliases } of lookup.catalogue.codes)
			for (const text of [code, ...(name ? [name] : []), ...aliases])
				if (lookup.familyOf(text) === undefined) texts.add(text);
	}
	const any = new RegExp(`(?<!\\d)${anyOf([...texts].sort((one, other) => other.length - one.length))}(?!\\d)`, 'g');
	return (text) => {
		any.lastIndex = 0;
		for (let hit = any.exec(text); hit; hit = any.exec(text)) {
			const [found] = hit;
			const end = hit.index + found.length;
			const isWord = /^[A-Za-z]\w*$/.test(found);
			if (!isWord || OPENS.test(text.slice(Math.max(0, hit.index - 2), hit.index))) return true;
			if (CLOSES.test(text.slice(end, end + 2))) return true;
		}
		return false;
	};
}
