/** `explain CODE`: one code from the catalogues, for a person or as data. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import { editDistance } from '../catalogue/editDistance.ts';
import { explainJson, explainText } from '../catalogue/explain.ts';
import { type Lookup, lookupOf } from '../catalogue/lookup.ts';

/** What is to be printed, or one line on why there is nothing. */
export type Explained =
	| { readonly output: string; readonly problem?: undefined }
	| { readonly problem: string; readonly output?: undefined };

/**
 * Explains a code, a companion's name or a success value in every catalogue that knows it; a code without an entry, such
 * as `ResourceNotFound.Disk`, by its family. Capitals are forgiven where only one spelling is meant.
 * @param format `json`: one object, or an array of them where several catalogues know the code
 */
export function explainReport(catalogues: readonly Catalogue[], text: string, format: 'text' | 'json'): Explained {
	const exact = catalogues.flatMap((catalogue) => meant(catalogue, text));
	const known =
		exact.length > 0
			? exact
			: catalogues.flatMap((catalogue) => {
					const spelled = asSpelled(lookupOf(catalogue), text);
					return spelled === undefined ? [] : meant(catalogue, spelled);
				});
	if (known.length === 0) return { problem: unknown(catalogues, text) };
	if (format === 'text') {
		return { output: `${known.map((each) => explainText(each.catalogue, each.text)).join('\n\n')}\n` };
	}
	const rows = known.map((each) => explainJson(each.catalogue, each.text));
	return { output: `${JSON.stringify(rows.length === 1 ? rows[0] : rows, null, 2)}\n` };
}

/** What a text is in a catalogue, by the code's own spelling: one, or nothing. */
function meant(catalogue: Catalogue, text: string): { readonly catalogue: Catalogue; readonly text: string }[] {
	const lookup = lookupOf(catalogue);
	if (lookup.isSuccess(text)) return [{ catalogue, text }];
	const code = lookup.find(text) ?? lookup.byName(text) ?? lookup.resolve(text);
	if (code !== undefined) return [{ catalogue, text: code.code }];
	const [success] = catalogue.success;
	return lookup.isSuccessName(text) && success !== undefined ? [{ catalogue, text: success }] : [];
}

/** A text as the catalogue spells it, where the capitals alone differ and one spelling only is so like it. */
function asSpelled({ catalogue, families }: Lookup, text: string): string | undefined {
	const only = (words: readonly string[], word: string): string | undefined => {
		const alike = new Set(words.filter((one) => one.toLowerCase() === word.toLowerCase()));
		return alike.size === 1 ? [...alike][0] : undefined;
	};
	const { codes, success, match, hierarchy } = catalogue;
	const own = codes.flatMap(({ code, name, aliases }) => [code, ...(name === undefined ? [] : [name]), ...aliases]);
	const whole = only([...own, ...success, ...match.successNames, ...families], text);
	if (whole !== undefined || hierarchy === undefined) return whole;
	const [begin = text] = text.split(hierarchy, 1);
	const family = only(families, begin);
	return family === undefined ? undefined : family + text.slice(begin.length);
}

/** How many near codes are named. */
const NEAREST = 3;

function unknown(catalogues: readonly Catalogue[], text: string): string {
	const titles = catalogues.map(({ title }) => title).join(', ');
	// Further away it is a guess that helps nobody.
	const limit = Math.max(2, Math.floor(text.length / 2));
	const near = catalogues.flatMap((catalogue) =>
		lookupOf(catalogue).listed.flatMap(({ code, type, name }) => {
			const distances = [code, name].flatMap((known) => {
				const distance = known && editDistance(text.toLowerCase(), known.toLowerCase(), limit);
				return typeof distance === 'number' ? [distance] : [];
			});
			return distances.length === 0
				? []
				: [{ distance: Math.min(...distances), shown: type ? `${code} (${type})` : code }];
		}),
	);
	near.sort((a, b) => a.distance - b.distance);
	const shown = near.slice(0, NEAREST).map((each) => each.shown);
	const hint = shown.length === 0 ? '' : ` Nearest: ${shown.join(', ')}.`;
	return `no code ${JSON.stringify(text)} in ${titles}.${hint}`;
}
