/** Stretches of a text, of which the innermost around a place is asked for again and again. */
import type { Range } from '../model.ts';

export class Stretches<T extends Range> {
	/** By where they begin; of those that begin together, as they were given. */
	readonly all: readonly T[];
	/** For each, the nearest before it that ends behind it; -1 for none. */
	readonly #longer: readonly number[];

	constructor(stretches: readonly T[]) {
		this.all = [...stretches].sort((a, b) => a.start - b.start);
		const longer: number[] = [];
		const open: number[] = [];
		for (const [i, { end }] of this.all.entries()) {
			while (open.length > 0 && this.#endOf(open.at(-1)) <= end) open.pop();
			longer.push(open.at(-1) ?? -1);
			open.push(i);
		}
		this.#longer = longer;
	}

	/** The last to begin of those that begin at `start` or before and reach to `end`. */
	around(start: number, end = start): T | undefined {
		let low = 0;
		let high = this.all.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.all[middle]?.start ?? start) <= start) low = middle + 1;
			else high = middle;
		}
		let at = low - 1;
		while (at >= 0 && this.#endOf(at) < end) at = this.#longer[at] ?? -1;
		return this.all[at];
	}

	#endOf(at: number | undefined): number {
		return this.all[at ?? -1]?.end ?? Number.POSITIVE_INFINITY;
	}
}

/** Stretches by a name. */
export const stretched = <T extends Range>(
	lists: ReadonlyMap<string, readonly T[]>,
): ReadonlyMap<string, Stretches<T>> => new Map([...lists].map(([name, list]) => [name, new Stretches(list)]));
