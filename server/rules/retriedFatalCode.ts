/** retried-fatal-code: an arm for a fatal code sends the same request again. */
import { nameOf } from '../catalogue/catalogue.ts';
import { graveIn } from '../dispatch/armCodes.ts';
import type { Draft } from '../dispatch/draft.ts';
import { failAtOnce } from '../fixes/failAtOnce.ts';
import { listed, type Rule } from './rule.ts';

export const documentation = `
An arm for a fatal code tries again: it goes on with a loop that repeats, calls its own function, or calls something
named for retrying, with or without a pause. The same request cannot succeed until somebody changes something, so it
only fails later, and counts against the limits until then. An arm that changes something first (new credentials,
another region) is left alone, and so is one that goes on with the next item. Where an API asks for a fallback only
(3.0), this is about its gravest families, AuthFailure and UnauthorizedOperation.

\`\`\`ts
// reported: the key is as wrong the second time
for (let attempt = 0; attempt < 3; attempt++) {
  const reply = await send(request);
  switch (reply.code) {
    case 0:
      return reply.data;
    case 4100:
    case 4400:
      await pause(attempt);
      continue;
    default:
      throw new Error(reply.message);
  }
}
\`\`\`

\`\`\`ts
// not reported: only what may pass is tried again
for (let attempt = 0; attempt < 3; attempt++) {
  const reply = await send(request);
  switch (reply.code) {
    case 0:
      return reply.data;
    case 4400:
      await pause(attempt);
      continue;
    default:
      throw new Error(reply.message);
  }
}
\`\`\`
`;

export const retriedFatalCode: Rule = {
	id: 'retried-fatal-code',
	needs: 'likely',
	check({ judged, dispatch }) {
		if (!dispatch || !judged.retries) return [];
		const drafts: Draft[] = [];
		for (const conditional of dispatch.conditionals) {
			if (conditional.form === 'value' || conditional.form === 'loop') continue;
			for (const index of conditional.arms.keys()) {
				const fatal = graveIn(conditional, index, judged);
				const [first] = fatal;
				if (!first || !judged.retries(conditional, index)) continue;
				drafts.push({
					rule: 'retried-fatal-code',
					...first.spot,
					codes: [...new Set(fatal.map(({ candidate }) => candidate))],
					arm: { conditional, index },
					message: (left) =>
						`Fatal ${left.length === 1 ? 'code' : 'codes'} retried: the same request cannot succeed after ${listed(left)}.`,
				});
			}
		}
		return drafts;
	},
	fixes({ codes, draft, site }) {
		const { arm } = draft;
		const [only] = codes;
		if (!arm || !site || !only) return [];
		const title =
			codes.length === 1 ? `Fail at once on ${nameOf(only)}` : `Fail at once on ${codes.length} fatal codes`;
		return [{ slug: 'fail', title, preferred: true, edits: () => failAtOnce(arm.conditional, arm.index, codes, site) }];
	},
};
