/** misspelt-code: a known code but for case or white space, so that the test never matches. */
import { type Rule, replacing, spotOf } from './rule.ts';

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

export const misspeltCode: Rule = {
	id: 'misspelt-code',
	needs: 'certain',
	check({ judged }) {
		return judged.values.flatMap((value) => {
			const { resolved, meaning, isHere } = value;
			if (!isHere || value.isBound || resolved.kind !== 'value' || meaning?.kind !== 'misspelt') return [];
			const written = JSON.stringify(resolved.text);
			return [
				{
					rule: 'misspelt-code' as const,
					...spotOf(value),
					codes: meaning.code ? [meaning.code] : [],
					value,
					replacement: meaning.text,
					message: () => `${written} never matches: the API writes ${JSON.stringify(meaning.text)}.`,
				},
			];
		});
	},
	fixes: (finding) => replacing(finding, (text) => `Replace by ${text}`),
};
