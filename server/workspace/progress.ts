/** Progress of background work as an editor shows it, where it can, with a way to stop the work. */
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';

/** How often it is told how far it is, in ms. */
const INTERVAL = 100;

export class Progress {
	#reporter: WorkDoneProgressServerReporter | undefined;
	#isOver = false;
	#told = 0;

	/** Starts to show it. The work need not wait for that. */
	constructor(connection: Connection, title: string) {
		connection.window.createWorkDoneProgress().then(
			(reporter) => {
				reporter.begin(title, 0, undefined, true);
				if (this.#isOver) reporter.done();
				else this.#reporter = reporter;
			},
			() => {}, // A client that will not show it.
		);
	}

	/** The user wants it to stop. */
	get isCancelled(): boolean {
		return this.#reporter?.token.isCancellationRequested === true;
	}

	tell(done: number, all: number): void {
		const now = performance.now();
		if (now - this.#told < INTERVAL) return;
		this.#told = now;
		this.#reporter?.report((100 * done) / all, `${done} of ${all} files`);
	}

	end(): void {
		this.#isOver = true;
		this.#reporter?.done();
	}
}
