/** dead-accessor: the code is asked for by an accessor that every exception has and the SDK never fills. */
import { exceptionOf } from '../recognise/deadAccessors.ts';
import type { Rule } from './rule.ts';

export const documentation = `
The language gives every exception an accessor for a code, but the SDK keeps the API's code elsewhere: what is read is
always 0, and no test of it ever holds. In PHP that is \`getCode()\` of a \`TencentCloudSDKException\`, whose code is in
\`getErrorCode()\`.

\`\`\`php
// reported: getCode() is always 0
try {
    $client->DescribeInstances($request);
} catch (TencentCloudSDKException $e) {
    if ($e->getCode() === 'AuthFailure.SignatureExpire') {
        $this->correctClock();
    }
    throw $e;
}
\`\`\`

\`\`\`php
// not reported: the code as it was sent; another exception, whose own code is a number
try {
    $client->DescribeInstances($request);
} catch (TencentCloudSDKException $e) {
    if ($e->getErrorCode() === 'AuthFailure.SignatureExpire') {
        $this->correctClock();
    }
    throw new CloudException($e->getMessage(), $e->getCode(), $e);
}
\`\`\`

It speaks where nothing else can have been caught, declared or asked for: of an exception of unknown type it says
nothing. The fix reads the code by the accessor that has it.
`;

export const deadAccessor: Rule = {
	id: 'dead-accessor',
	needs: 'certain',
	check({ judged, accessor }) {
		const { match, title } = judged.lookup.catalogue;
		const exception = accessor && exceptionOf(accessor, match.exceptions);
		if (!accessor || exception === undefined) return [];
		const { at, instead } = accessor;
		return [
			{
				rule: 'dead-accessor',
				start: at.start,
				end: at.end,
				codes: [],
				replacement: instead,
				message: () => `${accessor.accessor}() of a ${exception} is always 0: ${title} keeps its code in ${instead}().`,
			},
		];
	},
	fixes: ({ draft: { replacement }, range }) =>
		replacement === undefined
			? []
			: [
					{
						slug: 'replace',
						title: `Replace by ${replacement}()`,
						preferred: true,
						edits: () => [{ ...range, newText: replacement }],
					},
				],
};
