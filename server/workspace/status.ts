/**
 * What the user should know of the server's state: gathers problems by where they come from, logs each once, and tells
 * whoever listens when the sum changes.
 */
import type { StatusParams } from '../../shared/protocol.ts';

/** `failure`: nothing works while it lasts. `concern`: something is off. */
type Weight = 'failure' | 'concern';

export class Status {
	private readonly problems = new Map<string, { readonly weight: Weight; readonly messages: readonly string[] }>();
	private readonly logged = new Set<string>();
	private readonly log: (message: string) => void;
	private readonly changed: (status: StatusParams) => void;
	private summary = 'starting';
	private last = '';

	/**
	 * @param log takes each new problem, once
	 * @param changed takes the state whenever it differs from the last one
	 */
	constructor(log: (message: string) => void, changed: (status: StatusParams) => void) {
		this.log = log;
		this.changed = changed;
	}

	/** The few words for when all is well: "2 catalogues". */
	summarise(summary: string): void {
		this.summary = summary;
		this.update();
	}

	/** Replaces what is wrong at a source (`engine`, a document's settings, …); an empty list clears it. */
	set(source: string, messages: readonly string[], weight: Weight = 'concern'): void {
		if (messages.length === 0) this.problems.delete(source);
		else this.problems.set(source, { weight, messages });
		for (const message of messages) this.note(message);
		this.update();
	}

	/** Whether something was told before. */
	isKnown(message: string): boolean {
		return this.logged.has(message);
	}

	/** Logs something once that is no concern. */
	note(message: string): void {
		if (this.logged.has(message)) return;
		this.logged.add(message);
		this.log(message);
	}

	/** Adds one problem to a source's. */
	add(source: string, message: string): void {
		const known = this.problems.get(source);
		if (known?.messages.includes(message)) return;
		this.set(source, [...(known?.messages ?? []), message], known?.weight);
	}

	private update(): void {
		const all = [...this.problems.values()];
		const problems = [...new Set(all.flatMap(({ messages }) => messages))];
		const level = all.some(({ weight }) => weight === 'failure') ? 'error' : all.length > 0 ? 'warning' : 'ok';
		const status: StatusParams = { level, text: level === 'error' ? 'cannot work' : this.summary, problems };
		const text = JSON.stringify(status);
		if (text === this.last) return;
		this.last = text;
		this.changed(status);
	}
}
