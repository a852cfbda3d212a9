/** Levenshtein's edit distance with a limit, for "did you mean": the nearest code, the nearest key. */

/**
 * How many characters (UTF-16 units) have to be inserted, removed or replaced to make `one` into `other`;
 * undefined where it is more than `limit`, found without finishing the table.
 */
export function editDistance(one: string, other: string, limit = Number.POSITIVE_INFINITY): number | undefined {
	if (Math.abs(one.length - other.length) > limit) return undefined;
	let row = Array.from({ length: other.length + 1 }, (_, index) => index);
	for (let i = 1; i <= one.length; i++) {
		const next = [i];
		let smallest = i;
		for (let j = 1; j <= other.length; j++) {
			const replaced = (row[j - 1] as number) + (one[i - 1] === other[j - 1] ? 0 : 1);
			const cost = Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1);
			next.push(cost);
			if (cost < smallest) smallest = cost;
		}
		if (smallest > limit) return undefined;
		row = next;
	}
	const distance = row[other.length] as number;
	return distance > limit ? undefined : distance;
}
