/** unhandled-fatal-code: a dispatch that forgets fatal codes. */
import { listed, type Rule } from './rule.ts';

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
				message: (codes) => `Unhandled fatal ${codes.length === 1 ? 'code' : 'codes'} of ${title}: ${listed(codes)}.`,
			},
		];
	},
};
