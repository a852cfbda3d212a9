/** wrong-success-code: success tested as HTTP's 200 where the API has a value of its own. */
import { HTTP_OK, isWrongSuccess, spotOf } from '../dispatch/meaning.ts';
import { type Rule, replacing } from './rule.ts';

export const documentation = `
The code in the reply is compared with 200. That is HTTP's success; the API says its own (for example 0) in the reply's
body, so every good reply is taken for a bad one.

\`\`\`ts
// reported
if (reply.code === 200) return reply.data;
\`\`\`

\`\`\`ts
// not reported
if (reply.code === 0) return reply.data;
\`\`\`
`;

export const wrongSuccessCode: Rule = {
	id: 'wrong-success-code',
	needs: 'certain',
	check({ judged, dispatch }) {
		if (!dispatch) return [];
		const { lookup } = judged;
		const [success = ''] = lookup.catalogue.success;
		return judged.values
			.filter((value) => value.isHere && !value.isBound && isWrongSuccess(value, lookup))
			.map((value) => ({
				rule: 'wrong-success-code' as const,
				...spotOf(value),
				codes: [],
				texts: [HTTP_OK],
				value,
				replacement: success,
				message: () => `${lookup.catalogue.title} says success as ${success}, never as ${HTTP_OK}.`,
			}));
	},
	fixes: (finding) => replacing(finding, (success) => `Replace by ${success}, the API's success`),
};
