/** The open documents in the workspace index: as long as one is open, its unsaved text counts and not the disk. */
import { describeError } from '../guard.ts';
import type { Session } from '../session.ts';
import { canonical } from './indexedFolder.ts';
import { whyTooLarge } from './indexFiles.ts';
import type { LoadedEngine } from './openEngine.ts';
import { isIgnored } from './paths.ts';

/** How long after a key an open document is looked at for what others see of it, in ms. */
const EDIT_DELAY = 50;

export interface OpenDocumentsOptions {
	readonly session: Session;
	readonly engine: LoadedEngine;
	/** Whether the folders of the workspace take a file, by its canonical URI. */
	takes(uri: string): Promise<boolean>;
	/** Called after each look. */
	looked(): void;
}

/** A document from its opening to its closing: opened again, it is another one. */
interface Open {
	/** As given. */
	readonly given: string;
	/** It is in the index with its unsaved text. */
	isHeld: boolean;
	timer: NodeJS.Timeout | undefined;
}

/** URIs are canonical, but for those that a name calls given. */
export class OpenDocuments {
	readonly #options: OpenDocumentsOptions;
	readonly #open = new Map<string, Open>();
	/** Of a file: what is to be waited for before something else is done with it. */
	readonly #turns = new Map<string, Promise<void>>();

	constructor(options: OpenDocumentsOptions) {
		this.#options = options;
	}

	has(uri: string): boolean {
		return this.#open.has(uri);
	}

	/** A document was opened or edited: it is looked at a moment later. Answers whether it is any of ours. */
	edited(given: string): boolean {
		if (isIgnored(given)) return false;
		const uri = canonical(given);
		let open = this.#open.get(uri);
		if (open?.given !== given) {
			clearTimeout(open?.timer);
			open = { given, isHeld: false, timer: undefined };
			this.#open.set(uri, open);
		}
		this.#schedule(uri, open);
		return true;
	}

	/** A document was closed. @returns its URI; undefined where that means nothing here */
	closed(given: string): string | undefined {
		if (isIgnored(given)) return undefined;
		const uri = canonical(given);
		const open = this.#open.get(uri);
		// The same file, open under another spelling, is still there.
		if (open?.given !== given) return undefined;
		clearTimeout(open.timer);
		this.#open.delete(uri);
		return uri;
	}

	/** Looks at all of them again: what is left out may have changed. */
	lookAgain(): void {
		for (const [uri, open] of this.#open) this.#schedule(uri, open);
	}

	/** Does something with a file when nothing else is being done with it. Rejects as `work` does. */
	alone<Result>(uri: string, work: () => Promise<Result>): Promise<Result> {
		const turn = (this.#turns.get(uri) ?? Promise.resolve()).then(work);
		const over = turn
			.then(
				() => {},
				() => {}, // Its caller is told.
			)
			.then(() => {
				if (this.#turns.get(uri) === over) this.#turns.delete(uri);
			});
		this.#turns.set(uri, over);
		return turn;
	}

	#schedule(uri: string, open: Open): void {
		clearTimeout(open.timer);
		open.timer = setTimeout(() => {
			open.timer = undefined;
			this.alone(uri, () => this.#take(uri, open)).catch((error) =>
				this.#options.session.status.note(`${open.given}: ${describeError(error)}`),
			);
		}, EDIT_DELAY);
	}

	/** Takes an open document as it is now; what is left alone has nothing for others. */
	async #take(uri: string, open: Open): Promise<void> {
		const { session, engine, takes, looked } = this.#options;
		const { service, isExcluded } = engine;
		const isTaken = await takes(uri);
		// Last, so that no edit comes between its text and the index.
		const document = await session.document(open.given);
		if (document === undefined || this.#open.get(uri) !== open) return;
		const { input, settings } = document;
		const isWanted = isTaken && settings.enable && !isExcluded(input.path, settings);
		const tooLarge = isWanted ? whyTooLarge(input.text) : undefined;
		if (!isWanted || tooLarge !== undefined) {
			open.isHeld = false;
			service.unindex(open.given);
			if (tooLarge !== undefined)
				session.status.note(`What other files see of ${input.path} is not known while it is ${tooLarge}.`);
		} else if (open.isHeld) {
			// Computed already for whoever draws the document, and what is in the index follows it.
			await service.model(input, settings);
		} else {
			open.isHeld = true;
			await service.index(input);
		}
		looked();
	}
}
