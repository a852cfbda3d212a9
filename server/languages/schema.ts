/** What several parts of a language's schema are made of. */
import * as v from 'valibot';

export const words = v.optional(v.array(v.string()), []);

/** A pattern over a whole text, `^` and `$` at its lines. */
export const pattern = v.pipe(
	v.string(),
	v.check((source) => compiles(source), 'is no regular expression'),
);

function compiles(source: string): boolean {
	try {
		return new RegExp(source, 'gm').flags === 'gm';
	} catch {
		return false;
	}
}
