/** Figures of repeated measurements. */

/** The value below which a share of the values lie. @param {number[]} values @param {number} share 0 to 1 */
export function percentile(values, share) {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** @param {number[]} values */
export const median = (values) => percentile(values, 0.5);
