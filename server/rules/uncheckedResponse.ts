/** unchecked-response: a reply is used though nothing looks at its code, or the error of an SDK call is dropped. */
import { checkEdits } from '../fixes/checkReply.ts';
import type { Rule } from './rule.ts';

export const documentation = `
The error that an SDK's call returns is dropped, or a reply is parsed and its fields are read though nothing in the
function looks at its code. When the API refuses the request, the fields are not there, and the program goes on with
nothing. A reply that goes anywhere else (returned, stored, handed to a function) may be checked there and is left
alone.

\`\`\`ts
// reported: a refused request has no instanceSet
export async function instances(query: string): Promise<void> {
  const response = await fetch('https://cvm.api.qcloud.com/v2/index.php?' + query);
  const reply = await response.json();
  show(reply.instanceSet);
}
\`\`\`

\`\`\`ts
// not reported
export async function instances(query: string): Promise<void> {
  const response = await fetch('https://cvm.api.qcloud.com/v2/index.php?' + query);
  const reply = await response.json();
  if (reply.code !== 0) throw new Error(reply.message);
  show(reply.instanceSet);
}
\`\`\`

In Go, \`response, _ := client.DescribeInstances(request)\` is reported too.
`;

export const uncheckedResponse: Rule = {
	id: 'unchecked-response',
	needs: 'certain',
	check({ judged, unchecked }) {
		if (!unchecked) return [];
		const { start, end } = unchecked.at;
		const { title } = judged.lookup.catalogue;
		const said =
			unchecked.kind === 'error'
				? `The error of ${unchecked.action} is dropped: nobody notices when ${title} refuses the request.`
				: `Nothing looks at the code of this reply: nobody notices when ${title} refuses the request.`;
		return [{ rule: 'unchecked-response', start, end, codes: [], message: () => said }];
	},
	fixes: ({ placed, parsed }) => [
		{
			slug: 'check',
			title: 'Fail unless the reply says success',
			edits: () => checkEdits(placed, parsed),
		},
	],
};
