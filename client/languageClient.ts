/**
 * The language server as the extension sees it: started, restarted when it ends, asked, stopped. All it has to say
 * goes to the status view and the output channel; nothing pops up by itself.
 */
import type { Disposable, DocumentSelector, LogOutputChannel } from 'vscode';
import {
	CloseAction,
	ErrorAction,
	type ErrorHandler,
	LanguageClient,
	type LanguageClientOptions,
	RevealOutputChannelOn,
	State,
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
	#client: QuietClient | undefined;
	#started: Promise<void> | undefined;

	constructor(options: ServerOptions) {
		this.#options = options;
		this.#trace = traceChannel(options.output);
	}

	/** Starts the server; resolves when it is ready, or when it is clear that it will not be (the status says so). */
	start(): Promise<void> {
		const { module, output, status } = this.#options;
		status.show({ server: 'starting', level: 'ok', text: 'starting', problems: [] });
		const client = new QuietClient(
			'faultbook',
			'Faultbook',
			{ module, transport: TransportKind.ipc },
			this.#clientOptions(),
		);
		this.#client = client;
		client.onNotification(Notifications.status, (params: StatusParams) => {
			if (client !== this.#client) return;
			if (params.text !== status.status.text) output.info(`Language server running: ${params.text}.`);
			status.show({ server: 'running', ...params });
		});
		client.onDidChangeState(({ newState }) => {
			if (client !== this.#client) return;
			if (newState === State.Starting) status.show({ ...status.status, server: 'starting' });
			if (newState === State.Running && status.status.server === 'starting') {
				status.show({ server: 'running', level: 'ok', text: 'ready', problems: [] });
			}
		});
		// A failed start has been logged by the client, and its error handler decides on another try.
		this.#started = client.start().catch(() => undefined);
		return this.#started;
	}

	/** Stops what runs and starts anew, with a count of failures that begins at none. */
	async restart(): Promise<void> {
		await this.stop();
		await this.start();
	}

	/** Never throws: a server that does not answer its shutdown is ended by the library after two seconds. */
	async stop(): Promise<void> {
		const client = this.#client;
		this.#client = undefined;
		await this.#started;
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

	#clientOptions(): LanguageClientOptions {
		const { selector, output } = this.#options;
		return {
			documentSelector: selector as LanguageClientOptions['documentSelector'],
			initializationOptions: { commands: Object.values(Commands) } satisfies InitializationOptions,
			outputChannel: output,
			traceOutputChannel: this.#trace,
			revealOutputChannelOn: RevealOutputChannelOn.Never,
			// Logged with its reason by the client; the library's own answer would be a pop-up.
			initializationFailedHandler: () => false,
			errorHandler: this.#errorHandler(),
			diagnosticPullOptions: { onChange: true, onSave: false },
			markdown: { isTrusted: false, supportHtml: false },
		};
	}

	#errorHandler(): ErrorHandler {
		const { output, status } = this.#options;
		let ends: number[] = [];
		return {
			error: (error, _message, count) => {
				output.error(`A message to or from the language server was lost: ${error.message}`);
				return { action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true };
			},
			closed: () => {
				const now = Date.now();
				ends = [...ends.filter((end) => now - end < RESTARTS_WITHIN), now];
				if (ends.length <= RESTARTS) {
					const message = `The language server ended unexpectedly (${ends.length} of ${RESTARTS + 1}); starting it again.`;
					return { action: CloseAction.Restart, message, handled: true };
				}
				const message = `The language server ended ${ends.length} times within three minutes, so it is not started again. The output says why; Restart Server tries once more.`;
				status.show({ server: 'stopped', level: 'error', text: 'stopped', problems: [message] });
				return { action: CloseAction.DoNotRestart, message, handled: true };
			},
		};
	}
}
