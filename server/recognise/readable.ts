/** A text as a grammar can read it that does not know all of its language: what it cannot read is written over. */
import type { LanguageData } from '../languages/language.ts';

/** Writes over what a language's grammar cannot read; nothing in a text is moved by it. */
export function readableBy({ unread }: Pick<LanguageData, 'unread'>): (text: string) => string {
	const compiled = unread.map(({ find, as }) => ({ find: new RegExp(find, 'gm'), as }));
	return (text) =>
		compiled.reduce(
			(read, { find, as }) => read.replace(find, (found) => as.slice(0, found.length).padEnd(found.length)),
			text,
		);
}
