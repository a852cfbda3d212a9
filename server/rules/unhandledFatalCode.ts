/** unhandled-fatal-code: a dispatch that forgets fatal codes. */
import { type Code, nameOf } from '../catalogue/catalogue.ts';
import { fallbackEdits, handleable, handleEdits } from '../fixes/arms.ts';
import { listed, type Proposal, type Rule } from './rule.ts';

/** A menu longer than that is no help. */
const MOST_SINGLE = 10;

export const documentation = `
A \`switch\`, \`match\`, ladder of \`if\`s or membership test tells some of the API's codes apart, but no test names the
fatal ones listed, and nothing that takes the rest (a \`default\`, an \`else\`, the code after it) fails, reports or
hands the reply on. When one of them comes, the program goes on as if nothing had happened.

\`\`\`ts
// reported: 4100, 4300, … end in \`return undefined\`
switch (reply.code) {
  case 0:
    return reply.data;
  case 4400:
    await pause();
}
return undefined;
\`\`\`

\`\`\`ts
// not reported: whatever else comes is thrown
switch (reply.code) {
  case 0:
    return reply.data;
  case 4400:
    await pause();
    break;
  default:
    throw new Error(reply.message);
}
\`\`\`

What counts as taking the rest is \`faultbook.unhandled.fallback\`. The fixes write the missing arms, or a fallback that
fails.
`;

export const unhandledFatalCode: Rule = {
	id: 'unhandled-fatal-code',
	needs: 'likely',
	check({ judged, dispatch }) {
		if (judged.outcome !== 'reported' || !dispatch) return [];
		const { start, end } = dispatch.at;
		const { title } = judged.lookup.catalogue;
		return [
			{
				rule: 'unhandled-fatal-code',
				start,
				end,
				codes: judged.missing,
				message: (codes) =>
					judged.lookup.catalogue.demand === 'fallback'
						? `No fallback fails for other fatal codes of ${title}: ${listed(codes)}.`
						: `Unhandled fatal ${codes.length === 1 ? 'code' : 'codes'} of ${title}: ${listed(codes)}.`,
			},
		];
	},
	fixes({ codes, site }) {
		if (!site) return [];
		const { demand } = site.lookup.catalogue;
		const all: Proposal = {
			slug: 'all',
			title: `Handle all ${codes.length} fatal codes`,
			preferred: demand === 'each',
			edits: () => handleEdits(codes, site),
		};
		const fallback: Proposal = {
			slug: 'fallback',
			title: 'Add a fallback that fails',
			preferred: demand === 'fallback',
			edits: () => fallbackEdits(site),
		};
		const one = (code: Code): Proposal => ({
			slug: `one-${code.code}`,
			title: `Handle ${nameOf(code)}`,
			preferred: codes.length === 1 && demand === 'each',
			edits: () => handleEdits([code], site),
		});
		// Where a failing fallback is demanded, an arm for each family would be no answer.
		if (demand === 'fallback') return [fallback];
		const { named, lookup } = site.site.judged;
		const others = handleable(
			lookup.catalogue.codes.filter(
				({ optional, severity }) => !optional && (severity === 'transient' || severity === 'partial'),
			),
			site,
		).filter((code) => !named.includes(code));
		const every: Proposal = {
			slug: 'every',
			title: `Handle all ${codes.length + others.length} missing codes, also those that are not fatal`,
			kind: 'refactor.rewrite',
			edits: () => handleEdits([...codes, ...others], site),
		};
		return [
			...(codes.length > 1 ? [all] : []),
			fallback,
			...codes.slice(0, MOST_SINGLE).map(one),
			...(others.length > 0 ? [every] : []),
		];
	},
};
