/** Background work in slices: requests come first, and while somebody types it waits. */
import { setImmediate, setTimeout } from 'node:timers/promises';

/** How long a slice may take, in ms. */
const SLICE = 8;
/** How long it rests after a key, in ms: long enough for the diagnostics of what was typed. */
const REST = 100;

export class Pace {
	#sliceEnds = 0;
	#restsUntil = 0;

	/** Somebody typed. */
	rest(): void {
		this.#restsUntil = performance.now() + REST;
	}

	/** Call it often: returns at once within a slice, else when the next one may begin. */
	async turn(): Promise<void> {
		const now = performance.now();
		if (now < this.#sliceEnds && now >= this.#restsUntil) return;
		do {
			const left = this.#restsUntil - performance.now();
			await (left > 0 ? setTimeout(left) : setImmediate());
		} while (performance.now() < this.#restsUntil);
		this.#sliceEnds = performance.now() + SLICE;
	}
}
