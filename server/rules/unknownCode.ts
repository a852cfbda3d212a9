/** unknown-code: a value in the shape of a code that a complete catalogue does not have. */
import type { Code } from '../catalogue/catalogue.ts';
import { editDistance } from '../catalogue/editDistance.ts';
import type { Lookup } from '../catalogue/lookup.ts';
import { isFamilyOnly, isWrongSuccess, spotOf } from '../dispatch/meaning.ts';
import { type Rule, replacing } from './rule.ts';

export const documentation = `
A dispatch or a table that names codes of the API also has a value in the shape of a code that is none: no code, no
success and none of the values that are known to occur beside them. Often a typing mistake, or a code of another API.

\`\`\`ts
// reported: there is no 4150
if (reply.code === 4100 || reply.code === 4150) throw new AuthError(reply);
\`\`\`

\`\`\`ts
// not reported
if (reply.code === 4100) throw new AuthError(reply);
\`\`\`

Where the catalogue does not have every code of the API, only a dotted code is reported that is at most two letters away
from a known one: \`AuthFailure.SignatureFailur\`.

The fix writes the nearest code that exists. Where several are as near, and begin as much alike, there is none.
`;

/** The dotted code that a dotted text is at most two letters away from. */
function nearMiss(text: string, lookup: Lookup): Code | undefined {
	const near = text.includes('.') ? lookup.nearest(text, 2) : undefined;
	return near?.code.includes('.') ? near : undefined;
}

/** Whether no other code is as near to a text and begins as much like it. Optional ones do not count. */
function isAlone(nearest: Code, text: string, { catalogue }: Lookup): boolean {
	const distance = editDistance(text, nearest.code);
	const shared = (code: string): number => {
		let length = 0;
		while (length < text.length && text.charAt(length) === code.charAt(length)) length++;
		return length;
	};
	return !catalogue.codes.some(
		(code) =>
			code !== nearest &&
			!code.optional &&
			shared(code.code) >= shared(nearest.code) &&
			editDistance(text, code.code, distance) === distance,
	);
}

export const unknownCode: Rule = {
	id: 'unknown-code',
	needs: 'certain',
	check({ judged }) {
		const { lookup, values, named } = judged;
		if (named.length === 0) return [];
		return values.flatMap((value) => {
			const { resolved, meaning, isHere } = value;
			if (!isHere || value.isBound || resolved.kind !== 'value') return [];
			if (meaning?.kind !== 'outside' && !isFamilyOnly(value)) return [];
			if (!lookup.sameShape(resolved.text) || isWrongSuccess(value, lookup)) return [];
			const { complete } = lookup.catalogue;
			// One letter or digit off, and not one that is here already. Of codes that are not all known, two.
			const close = complete ? lookup.nearest(resolved.text, 1) : nearMiss(resolved.text, lookup);
			if (!complete && !close) return [];
			const nearest = close && !named.includes(close) && isAlone(close, resolved.text, lookup) ? close : undefined;
			const hint = nearest ? ` The nearest is ${nearest.code}${nearest.type ? ` ${nearest.type}` : ''}.` : '';
			return [
				{
					rule: 'unknown-code' as const,
					...spotOf(value),
					codes: [],
					texts: [resolved.text],
					value,
					...(nearest && { replacement: nearest.code }),
					message: () =>
						complete
							? `${resolved.text} is no code of ${lookup.catalogue.title}.${hint}`
							: `${resolved.text} is not known to ${lookup.catalogue.title}.${hint}`,
				},
			];
		});
	},
	// The nearest may not be the one that was meant: offered, never applied without asking.
	fixes: (finding) =>
		replacing(finding, (code) => `Replace by ${code}, the nearest known code`).map((fix) => ({
			...fix,
			preferred: false,
		})),
};
