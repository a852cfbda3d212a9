/**
 * The language server as the extension sees it: started, restarted when it ends, asked, stopped. All it has to say
 * goes to the status view and the output channel; nothing pops up by itself.
 */
import { type Disposable, type DocumentSelector, type LogOutputChannel, Uri, workspace } from 'vscode';
import {
	CloseAction,
	type ConfigurationItem,
	ErrorAction,
	type ErrorHandler,
	LanguageClient,
	type LanguageClientOptions,
	RevealOutputChannelOn,
	TransportKind,
} from 'vscode-languageclient/node';
import { Commands, type InitializationOptions, Notifications, type StatusParams } from '../shared/protocol.ts';
import type { StatusView } from './status.ts';
import { traceChannel } from './trace.ts';

/** A server that ends this often within the time (ms) is left alone: something is wrong that a restart cannot mend. */
const RESTARTS = 4;
const RESTARTS_WITHIN = 3 * 60 * 1000;

/** Said to a user who asks for something while there is no server to answer. */
export class ServerStopped extends Error {}

/** The library pops up a message of its own for many a failure; here all of them are in the output, and the status says so. */
class QuietClient extends LanguageClient {
	override error(message: string, data?: unknown): void {
		super.error(message, data, false);
	}
}

export interface ServerOptions {
	/** Absolute path of the bundled server. */
	readonly module: string;
	readonly selector: DocumentSelector;
	readonly output: LogOutputChannel;
	readonly status: StatusView;
}

export class Server implements Disposable {
	readonly #options: ServerOptions;
	readonly #trace: LogOutputChannel;
	/** Whether there is to be a server: an end that comes while there is not needs no restart. */
	#wanted = false;
	#client: QuietClient | undefined;
	#started: Promise<void> = Promise.resolve();
	#restarted: Promise<void> = Promise.resolve();
	/** When servers ended by themselves, ms. */
	#ends: number[] = [];

	constructor(options: ServerOptions) {
		this.#options = options;
		this.#trace = traceChannel(options.output);
	}

	/** Starts the server; resolves when it is ready, or when it is clear that it will not be (the status says so). */
	start(): Promise<void> {
		this.#wanted = true;
		this.#ends = [];
		this.#launch();
		return this.#started;
	}

	/** Stops what runs and starts anew, with a count of failures that begins at none. */
	restart(): Promise<void> {
		// One after the other: two at once would leave a server that nobody knows of.
		this.#restarted = this.#restarted.then(() => this.stop()).then(() => this.start());
		return this.#restarted;
	}

	/** Never throws: a server that does not answer its shutdown is ended by the library after two seconds. */
	async stop(): Promise<void> {
		this.#wanted = false;
		await this.#started;
		const client = this.#client;
		this.#client = undefined;
		try {
			await client?.dispose();
		} catch (error) {
			this.#options.output.warn(`The language server did not stop as asked: ${String(error)}`);
		}
	}

	/**
	 * Asks the server; waits for one that is still starting.
	 * Throws ServerStopped when there is none, or the server's own error.
	 */
	async request<Result>(method: string, params: unknown): Promise<Result> {
		await this.#started;
		const client = this.#client;
		if (!client?.isRunning()) throw new ServerStopped('The language server is not running.');
		return client.sendRequest<Result>(method, params);
	}

	dispose(): void {
		this.#trace.dispose();
	}

	/** Makes a client with a server of its own. A new one for each start: one that failed is not to be trusted. */
	#launch(): void {
		const { module, output, status } = this.#options;
		status.show({ server: 'starting', level: 'ok', text: 'starting', problems: [] });
		let client: QuietClient | undefined;
		const ended = () => {
			if (client && client === this.#client) this.#ended();
		};
		client = new QuietClient(
			'faultbook',
			'Faultbook',
			{ module, transport: TransportKind.ipc },
			this.#clientOptions(ended),
		);
		this.#client = client;
		client.onNotification(Notifications.status, (params: StatusParams) => {
			if (client !== this.#client) return;
			if (params.text !== status.status.text) output.info(`Language server running: ${params.text}.`);
			status.show({ server: 'running', ...params });
		});
		// Why a start failed has been logged by the client.
		this.#started = client.start().then(() => {
			if (client === this.#client && status.status.server === 'starting') {
				status.show({ server: 'running', level: 'ok', text: 'ready', problems: [] });
			}
		}, ended);
	}

	/** The server is gone without having been asked to: starts another, unless that has been tried enough. */
	#ended(): void {
		const { output, status } = this.#options;
		this.#client = undefined;
		const now = Date.now();
		this.#ends = [...this.#ends.filter((end) => now - end < RESTARTS_WITHIN), now];
		if (!this.#wanted) return;
		if (this.#ends.length > RESTARTS) {
			const problem = `The language server ended ${this.#ends.length} times within three minutes, so it is not started again. What it said is above; Restart Server tries once more.`;
			output.error(problem);
			status.show({ server: 'stopped', level: 'error', text: 'stopped', problems: [problem] });
			return;
		}
		output.warn(`The language server ended unexpectedly (${this.#ends.length} of ${RESTARTS + 1}); starting it again.`);
		this.#launch();
	}

	#clientOptions(ended: () => void): LanguageClientOptions {
		const { selector, output } = this.#options;
		return {
			documentSelector: selector as LanguageClientOptions['documentSelector'],
			initializationOptions: { commands: Object.values(Commands) } satisfies InitializationOptions,
			outputChannel: output,
			traceOutputChannel: this.#trace,
			revealOutputChannelOn: RevealOutputChannelOn.Never,
			// Logged with its reason by the client; the library's own answer would be a pop-up.
			initializationFailedHandler: () => false,
			errorHandler: this.#errorHandler(ended),
			diagnosticPullOptions: { onChange: true, onSave: false },
			markdown: { isTrusted: false, supportHtml: false },
			middleware: { workspace: { configuration: ({ items }) => items.map(settingsFor) } },
		};
	}

	#errorHandler(ended: () => void): ErrorHandler {
		return {
			// Messages are lost when the server ends, and its end is what counts: shutting the client down for them, as
			// the library does after three, would keep it from hearing of that.
			error: (error) => ({
				action: ErrorAction.Continue,
				message: `A message to or from the language server was lost: ${error.message}`,
				handled: true,
			}),
			// The library's own way to start again leaves a client without a server if that fails at once.
			closed: () => {
				// Once the library is through with cleaning up.
				setTimeout(ended);
				return { action: CloseAction.DoNotRestart, message: 'The language server is gone.', handled: true };
			},
		};
	}
}

/**
 * The settings that hold for a document. By the document, not its address alone as the library would have it: then what
 * is set for its language counts too.
 */
function settingsFor({ scopeUri, section = '' }: ConfigurationItem): unknown {
	const uri = scopeUri === undefined ? undefined : Uri.parse(scopeUri);
	const document = workspace.textDocuments.find((each) => each.uri.toString() === uri?.toString());
	return workspace.getConfiguration(undefined, document ?? uri).get(section) ?? null;
}
