/** misspelt-code: a known code but for case or white space, so that the test never matches. */
import type { Code } from '../catalogue/catalogue.ts';
import type { Lookup } from '../catalogue/lookup.ts';
import type { JudgedValue } from '../dispatch/meaning.ts';
import { spotOf } from '../dispatch/meaning.ts';
import { type Rule, replacing } from './rule.ts';

export const documentation = `
A value equals a code, its name or the success value but for case or white space. Codes are compared exactly, so this
test never matches.

\`\`\`ts
// reported: the field says AuthFailure
if (reply.codeDesc === 'Authfailure') throw new AuthError(reply);
\`\`\`

\`\`\`ts
// not reported
if (reply.codeDesc === 'AuthFailure') throw new AuthError(reply);
\`\`\`
`;

/** The known spelling of a value; of a code whose family alone is known, the one without white space at its ends. */
function meantBy({ resolved, meaning }: JudgedValue, lookup: Lookup): { text: string; code?: Code } | undefined {
	if (meaning?.kind === 'misspelt') return meaning;
	if (meaning?.kind !== 'outside' || resolved.kind !== 'value') return undefined;
	const text = resolved.text.trim();
	const code = text !== resolved.text && text.includes('.') ? lookup.resolve(text) : undefined;
	return code && { text, code };
}

export const misspeltCode: Rule = {
	id: 'misspelt-code',
	needs: 'certain',
	check({ judged }) {
		return judged.values.flatMap((value) => {
			const { resolved, isHere, isBound } = value;
			const meant = isHere && !isBound ? meantBy(value, judged.lookup) : undefined;
			if (!meant || resolved.kind !== 'value') return [];
			const written = JSON.stringify(resolved.text);
			return [
				{
					rule: 'misspelt-code' as const,
					...spotOf(value),
					codes: meant.code ? [meant.code] : [],
					value,
					replacement: meant.text,
					message: () => `${written} never matches: the API writes ${JSON.stringify(meant.text)}.`,
				},
			];
		});
	},
	fixes: (finding) => replacing(finding, (text) => `Replace by ${text}`),
};
