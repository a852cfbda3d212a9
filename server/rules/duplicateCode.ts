/** duplicate-code: an arm names a code that an earlier arm has taken, so it is never reached for it. */
import { type Code, nameOf } from '../catalogue/catalogue.ts';
import { askedIn, isTaken } from '../dispatch/armCodes.ts';
import type { Draft } from '../dispatch/draft.ts';
import { removeDead } from '../fixes/removeValue.ts';
import type { Rule } from './rule.ts';

export const documentation = `
An arm of a \`switch\`, \`match\` or ladder of \`if\`s names a code that an earlier arm of it has surely taken: by the
same code, by a set or range that holds it, or by its family. What the later arm does about it is never done. Often one
of the two was meant for another code. An earlier arm that asks for something else too takes nothing.

\`\`\`ts
// reported: the second 4300 is never reached
switch (reply.code) {
  case 4100:
  case 4300:
    throw new AuthError(reply);
  case 4300:
    throw new QuotaError(reply);
  default:
    throw new Error(reply.message);
}
\`\`\`

\`\`\`ts
// not reported
switch (reply.code) {
  case 4100:
  case 4300:
    throw new AuthError(reply);
  case 4400:
    throw new QuotaError(reply);
  default:
    throw new Error(reply.message);
}
\`\`\`

The fix takes the value out where nothing is lost by it.
`;

export const duplicateCode: Rule = {
	id: 'duplicate-code',
	needs: 'likely',
	check({ judged, dispatch }) {
		if (!dispatch) return [];
		const drafts: Draft[] = [];
		for (const conditional of dispatch.conditionals) {
			if (conditional.form === 'value' || conditional.form === 'loop') continue;
			const { node } = conditional;
			for (const [index, arm] of conditional.arms.entries())
				for (const asked of index === 0 ? [] : askedIn(arm, judged)) {
					const { candidate, value } = asked;
					// Of a condition with a name, only what else it asks for may count here.
					if (!value || asked.spot.start < node.start || asked.spot.end > node.end) continue;
					if (!isTaken(asked, conditional, index, judged)) continue;
					const text = value.resolved.kind === 'value' ? value.resolved.text : '';
					const said = candidate === 'success' ? `${text}, success,` : nameOf(candidate);
					drafts.push({
						rule: 'duplicate-code',
						...asked.spot,
						codes: candidate === 'success' ? [] : [candidate satisfies Code],
						...(candidate === 'success' && { texts: [text] }),
						value,
						arm: { conditional, index },
						message: () => `${said} never gets here: an earlier test has taken it.`,
					});
				}
		}
		return drafts;
	},
	fixes({ draft, site }) {
		const { arm, value } = draft;
		if (!arm || !site || !value) return [];
		const text = value.resolved.kind === 'value' ? value.resolved.text : '';
		return [
			{
				slug: 'remove',
				title: `Remove ${text}, which is never reached`,
				preferred: true,
				edits: () => removeDead(arm.conditional, arm.index, value.operand.node, site),
			},
		];
	},
};
