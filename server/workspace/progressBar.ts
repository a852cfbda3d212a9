/** How far a scan is, on a terminal: one line that is drawn over, and gone at the end. */
const INTERVAL = 100;
const WIDTH = 24;

export class ProgressBar {
	readonly #stream: NodeJS.WriteStream;
	readonly #isShown: boolean;
	#drawn = 0;
	readonly #begun = performance.now();

	/** @param isShared whether rows are printed on the same terminal, which the bar would tear apart */
	constructor(stream: NodeJS.WriteStream, isShared: boolean) {
		this.#stream = stream;
		this.#isShown = stream.isTTY && !isShared;
	}

	/** @param size in bytes; undefined where nobody knows */
	show(name: string, bytes: number, size: number | undefined): void {
		const now = performance.now();
		if (!this.#isShown || now - Math.max(this.#drawn, this.#begun) < INTERVAL) return;
		this.#drawn = now;
		const megabytes = (bytes / 1e6).toFixed(0);
		const part = size === undefined || size === 0 ? undefined : Math.min(1, bytes / size);
		const bar =
			part === undefined
				? ''
				: `[${'='.repeat(Math.round(part * WIDTH)).padEnd(WIDTH)}] ${String(Math.floor(part * 100)).padStart(3)} % `;
		this.#stream.write(`\r\x1b[K${bar}${megabytes} MB ${name.replace(/\p{Cc}+/gu, ' ').slice(-40)}`);
	}

	clear(): void {
		if (this.#drawn > 0) this.#stream.write('\r\x1b[K');
	}
}
