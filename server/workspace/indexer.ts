/**
 * Builds the workspace index in the background and keeps it true: to the disk (diskIndex.ts), and where a document is
 * open to its unsaved text (openDocuments.ts). One job at a time, so that later ones see what earlier ones did; open
 * documents do not wait for them.
 */
import type { FileEvent } from 'vscode-languageserver';
import { describeError } from '../guard.ts';
import type { Session } from '../session.ts';
import { Announcer } from './announcer.ts';
import { DiskIndex } from './diskIndex.ts';
import { IndexedFolders, type WorkspaceFolders } from './indexedFolders.ts';
import { CancellationToken } from './lsp.ts';
import { OpenDocuments } from './openDocuments.ts';
import type { LoadedEngine } from './openEngine.ts';
import { Pace } from './pace.ts';
import { watchFiles } from './watch.ts';

export interface IndexerOptions extends WorkspaceFolders {
	readonly session: Session;
	readonly engine: LoadedEngine;
	/** Told a moment after something changed that files see of one another. */
	changed(): void;
}

/** Starts to index the workspace and follows it from then on. */
export function startIndexer(options: IndexerOptions): void {
	new Indexer(options).start();
}

class Indexer {
	readonly #session: Session;
	readonly #engine: LoadedEngine;
	readonly #pace = new Pace();
	readonly #folders: IndexedFolders;
	readonly #disk: DiskIndex;
	readonly #documents: OpenDocuments;
	readonly #announcer: Announcer;
	/** Until then nobody knows what of the open documents is left out. */
	#foldersKnown: Promise<unknown> = Promise.resolve();
	#jobs: Promise<void> = Promise.resolve();
	#isWorking = false;
	/** What people are to know where the editor does not tell of changed files. */
	#untold: string | undefined;
	/** A look at all files is waiting for its turn. */
	#isToLookAgain = false;

	constructor(options: IndexerOptions) {
		const { session, engine, changed } = options;
		this.#session = session;
		this.#engine = engine;
		this.#announcer = new Announcer(() => engine.service.generation, changed);
		this.#folders = new IndexedFolders(session, engine.extensions, options);
		this.#documents = new OpenDocuments({
			session,
			engine,
			takes: async (uri) => {
				await this.#foldersKnown;
				// What is out of all folders is taken as long as it is open.
				return (await this.#folders.of(uri)?.takes(uri)) !== false;
			},
			looked: () => this.#announcer.look(this.#isWorking),
		});
		this.#disk = new DiskIndex({
			session,
			engine,
			folders: this.#folders,
			pace: this.#pace,
			isOpen: (uri) => this.#documents.has(uri),
			exclusionsChanged: () => this.#documents.lookAgain(),
		});
	}

	start(): void {
		const { connection, guard, openDocuments, onChange, onClose, onSave, onSettings } = this.#session;
		onChange((given) => this.#edited(given));
		onClose((given) => this.#closed(given));
		onSettings(() => this.#do('Looking at the settings', () => this.#build(this.#folders.update())));
		const follow = guard('workspace/didChangeWatchedFiles', undefined, ({ changes }: { changes: FileEvent[] }) => {
			const events = [...changes];
			this.#do('Following changed files', () => this.#disk.follow(events));
		});
		connection.onDidChangeWatchedFiles((params) => void follow(params, CancellationToken.None));
		this.#watch(onSave);
		const folders = this.#folders.update();
		this.#foldersKnown = folders.catch(() => {}); // Said by the job.
		this.#do('Indexing the workspace', () => this.#build(folders));
		for (const given of openDocuments()) this.#edited(given);
	}

	/** Has the editor tell of changed files. With one that does not, all files are looked at when one is saved. */
	#watch(onSave: Session['onSave']): void {
		const { connection, client } = this.#session;
		let isTold = client.registersWatchers;
		const nobodyTells = (why: string) => {
			isTold = false;
			this.#disk.useStamps();
			this.#untold = `${why} So changes on disk are looked for whenever a document is saved here.`;
			this.#sayUntold();
		};
		if (!isTold) nobodyTells('This editor does not tell when files change on disk.');
		else
			watchFiles(connection, this.#engine.extensions).catch((error) =>
				nobodyTells(`The editor will not tell of changed files: ${error.message}.`),
			);
		onSave(() => {
			if (isTold || this.#isToLookAgain) return;
			this.#isToLookAgain = true;
			this.#do('Looking for changed files', () => {
				this.#isToLookAgain = false;
				return this.#disk.lookAgain();
			});
		});
	}

	/** It matters only where there are folders. */
	#sayUntold(): void {
		if (this.#untold !== undefined && this.#folders.all().length > 0) this.#session.status.note(this.#untold);
	}

	async #build(update: ReturnType<IndexedFolders['update']>): Promise<void> {
		const { changed, gone } = await update;
		this.#sayUntold();
		for (const folder of gone) this.#disk.forget(folder);
		await this.#disk.build(changed);
	}

	#do(what: string, job: () => Promise<void>): void {
		this.#jobs = this.#jobs
			.then(() => {
				this.#isWorking = true;
				return job();
			})
			.catch((error: unknown) => this.#session.connection.console.error(`${what}: ${describeError(error)}`))
			.then(() => {
				this.#isWorking = false;
				this.#announcer.look(this.#isWorking);
			});
	}

	#edited(given: string): void {
		if (this.#documents.edited(given)) this.#pace.rest();
	}

	/** What counts is the disk again. */
	#closed(given: string): void {
		const uri = this.#documents.closed(given);
		if (uri === undefined) return;
		this.#do(`Reading ${given} again`, () =>
			this.#documents.alone(uri, async () => {
				if (!this.#documents.has(uri)) await this.#disk.readAgain(uri);
			}),
		);
	}
}
