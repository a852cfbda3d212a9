/** swallowed-fatal-code: an arm for a fatal code that does nothing and does not say why. */

import { nameOf } from '../catalogue/catalogue.ts';
import { doesSomething, effectiveBody, lastArm, sharedArm } from '../dispatch/armBody.ts';
import { graveIn } from '../dispatch/armCodes.ts';
import type { Draft } from '../dispatch/draft.ts';
import type { FoundArm, FoundConditional } from '../dispatch/found.ts';
import { failAtOnce } from '../fixes/failAtOnce.ts';
import { failLines } from '../fixes/failure.ts';
import { fillArm, isOnlyFor } from '../fixes/fillArm.ts';
import { listed, type Rule } from './rule.ts';

export const documentation = `
An arm for a fatal code holds only \`break\`, \`pass\` or nothing at all. The same request cannot succeed until somebody
changes something, and nobody will hear of it. A comment in the arm that says why is enough to leave it alone. Where an
API asks for a fallback only (3.0), this is about its gravest families, AuthFailure and UnauthorizedOperation.

\`\`\`ts
// reported
case 4100:
  break;
\`\`\`

\`\`\`ts
// not reported
case 4100:
  // the caller checks the key before it gets here
  break;
\`\`\`
`;

const armAfter = ({ arms }: FoundConditional, arm: FoundArm): FoundArm | undefined => arms[arms.indexOf(arm) + 1];

export const swallowedFatalCode: Rule = {
	id: 'swallowed-fatal-code',
	needs: 'likely',
	check({ judged, dispatch, hasComment }) {
		if (!dispatch) return [];
		const drafts: Draft[] = [];
		for (const conditional of dispatch.conditionals) {
			if (conditional.form !== 'switch' && conditional.form !== 'if') continue;
			for (const [i, arm] of conditional.arms.entries()) {
				const body = effectiveBody(conditional, i);
				// Out of an `if`, or to a label, a break leaves a loop, and what comes behind that may see to it.
				const isIf = conditional.form === 'if';
				const leavesLoop = body.some((node) => node.kind === 'jump' && (isIf || node.label !== undefined));
				if (leavesLoop || body.some(doesSomething)) continue;
				const fatal = graveIn(conditional, i, judged).filter(
					// What fails or hands on behind the tests, or has reported it before them, sees to it.
					({ value, candidate }) => value && judged.endingOf?.(candidate) === 'none',
				);
				const [first] = fatal;
				if (!first) continue;
				const runs = lastArm(conditional, i) ?? arm;
				if (
					hasComment(arm.start, Math.max(arm.end, runs.end), armAfter(conditional, runs)?.start ?? conditional.node.end)
				)
					continue;
				drafts.push({
					rule: 'swallowed-fatal-code',
					...first.spot,
					codes: [...new Set(fatal.map(({ candidate }) => candidate))],
					arm: { conditional, index: i },
					message: (left) =>
						`Fatal ${left.length === 1 ? 'code' : 'codes'} swallowed: nothing is done about ${listed(left)}.`,
				});
			}
		}
		return drafts;
	},
	fixes({ codes, draft, site }) {
		const { arm } = draft;
		const lines = site && failLines(site, [], arm?.conditional);
		if (!arm || !site || !lines) return [];
		const [only] = codes;
		const title = codes.length === 1 && only ? `Handle ${nameOf(only)}` : `Handle all ${codes.length} fatal codes`;
		// Several labels share the arm below the last of them.
		const shared = sharedArm(arm.conditional, arm.index);
		const index = shared ? arm.conditional.arms.indexOf(shared) : arm.index;
		const { conditional } = arm;
		return [
			{
				slug: 'handle',
				title,
				preferred: true,
				// What else the arm is for stays as it is: the codes get an arm of their own.
				edits: () =>
					isOnlyFor(conditional, index, codes, site)
						? fillArm(conditional, index, lines, site)
						: failAtOnce(conditional, arm.index, codes, site),
			},
		];
	},
};
