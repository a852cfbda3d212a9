/** The source that the benchmarks open: a large TypeScript file that talks to the API in every function. */

/** One in so many functions forgets codes; the others fail on what they do not name. */
const FORGETFUL = 40;

const functionOf = (number) => `
/** Asks for page ${number} of the list and says what went wrong. */
export async function page${number}(client: Client, offset: number): Promise<Item[]> {
	const res = await client.request('DescribeInstances', { offset, limit: ${number} });
	if (res.code === 0) return res.data.items;
	const started = Date.now() - ${number} * 1000;
	console.debug(\`page ${number} took \${Date.now() - started} ms\`);
	switch (res.code) {
		case 4100:
			throw new AuthenticationError(res.message);
		case 4400:
		case 4500:
			await pause(${number});
			return page${number}(client, offset);
		case 5400:
			return res.data.items.filter((item) => item.code === 0);
${number % FORGETFUL === 0 ? '' : '\t\tdefault:\n\t\t\tthrow new ApiError(res.code, res.message);\n'}	}
	return [];
}
`;

/**
 * @param {number} lines at least as many
 * @returns {string}
 */
export function generateSource(lines) {
	const parts = ["import { ApiError, AuthenticationError, type Client, type Item, pause } from 'qcloudapi-sdk';\n"];
	let count = 1;
	for (let number = 1; count < lines; number += 1) {
		const part = functionOf(number);
		count += part.split('\n').length - 1;
		parts.push(part);
	}
	return parts.join('');
}
