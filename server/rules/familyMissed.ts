/** family-missed: a code is compared with a family of which the server only ever sends the children. */

import { askedBy, isAboutCode, isText } from '../dispatch/armCodes.ts';
import type { Draft } from '../dispatch/draft.ts';
import { atoms } from '../dispatch/test.ts';
import { childrenEdits, prefixEdits } from '../fixes/familyTest.ts';
import { wordsOf } from '../recognise/names.ts';
import type { Syntax } from '../recognise/syntax.ts';
import type { Rule } from './rule.ts';

export const documentation = `
A code is compared with the bare name of a family, but the server only ever sends the family's children, which have a
dot and a second word behind it. The test never holds. Tests for the beginning of the code, its first part or a text in
it are right.

\`\`\`ts
// reported: the server says RequestLimitExceeded.UinLimitExceeded
// faultbook-catalogue tencentcloud-v3
if (error.code === 'RequestLimitExceeded') await pause();
\`\`\`

\`\`\`ts
// not reported
// faultbook-catalogue tencentcloud-v3
if (error.code.startsWith('RequestLimitExceeded')) await pause();
\`\`\`

The fix tests for the beginning, or names the known children where only values can stand.
`;

/** `shortCode`, `family`: a name that says that it holds the first part only. */
const isNamedFamily = (subject: Syntax): boolean =>
	subject.kind === 'name' &&
	wordsOf(subject.text).some((word) =>
		['family', 'short', 'base', 'prefix', 'root', 'main', 'top', 'first', 'group', 'category'].includes(word),
	);

export const familyMissed: Rule = {
	id: 'family-missed',
	needs: 'likely',
	check({ judged, dispatch }) {
		const { lookup, decider } = judged;
		if (!dispatch || !decider || lookup.catalogue.hierarchy === undefined) return [];
		const drafts: Draft[] = [];
		for (const conditional of dispatch.conditionals)
			for (const [index, arm] of conditional.arms.entries()) {
				if (!isAboutCode(arm.test)) continue;
				for (const [atom] of atoms(arm.test)) {
					if ((atom.kind !== 'is' && atom.kind !== 'in') || atom.via !== 'code' || isText(atom)) continue;
					if (isNamedFamily(atom.subject)) continue;
					for (const { candidate, spot, value } of askedBy(atom, judged)) {
						if (candidate === 'success' || !candidate.alwaysSplit) continue;
						const children = lookup.childrenOf(candidate.code);
						// Beside one of its children, or where all are taken, somebody knows them: the bare name does no harm.
						if (children.some((child) => decider.names(arm.test, child))) continue;
						if (children.every((child) => conditional.arms.some((one) => decider.names(one.test, child)))) continue;
						const sent = children.slice(0, 3).map(({ code }) => code);
						const more = children.length > 3 ? ` and ${children.length - 3} more` : '';
						drafts.push({
							rule: 'family-missed',
							...spot,
							codes: [candidate],
							...(value && { value }),
							arm: { conditional, index },
							message: () =>
								`${candidate.code} never comes alone: the API sends it with a second part, as in ${sent.join(', ')}${more}.`,
						});
					}
				}
			}
		return drafts;
	},
	fixes({ codes, draft, site }) {
		const { arm, value } = draft;
		const [family] = codes;
		if (!arm || !value || !site || !family) return [];
		const { node } = value.operand;
		const left = site.lookup.childrenOf(family.code).filter((child) => !site.site.judged.named.includes(child));
		return [
			{
				slug: 'prefix',
				title: `Test for codes that begin with ${family.code}`,
				preferred: true,
				edits: () => prefixEdits(arm.conditional, node, site),
			},
			{
				slug: 'children',
				title: `Replace by its ${left.length} known ${left.length === 1 ? 'code' : 'codes'}, which may not be all`,
				edits: () =>
					prefixEdits(arm.conditional, node, site)
						? undefined
						: childrenEdits(
								arm.conditional,
								arm.index,
								node,
								left.map(({ code }) => code),
								site,
							),
			},
		];
	},
};
