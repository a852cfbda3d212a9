/** Tells that files see something else of one another than before, but not at every single change. */

/** How long changes are gathered, in ms; longer while many files are read. */
const DELAY = 100;
const DELAY_AT_WORK = 1000;

export class Announcer {
	readonly #generation: () => number;
	readonly #tell: () => void;
	#told: number;
	#timer: NodeJS.Timeout | undefined;

	/**
	 * @param generation names the state of what files see of one another
	 * @param tell called a while after it changed
	 */
	constructor(generation: () => number, tell: () => void) {
		this.#generation = generation;
		this.#tell = tell;
		this.#told = generation();
	}

	/** Looks whether there is something to tell. `atWork`: more is about to change. */
	look(atWork: boolean): void {
		const isWaiting = this.#timer !== undefined;
		if (isWaiting ? atWork : this.#generation() === this.#told) return;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(
			() => {
				this.#timer = undefined;
				this.#told = this.#generation();
				this.#tell();
			},
			atWork ? DELAY_AT_WORK : DELAY,
		);
	}
}
