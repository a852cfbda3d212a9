/**
 * The line to the client, straight over vscode-jsonrpc. The LSP libraries above it are used for their types only: what
 * they run when they are loaded would take most of the time that the reply to `initialize` may take.
 */
import {
	type CancellationToken,
	type Logger,
	type MessageConnection,
	NotificationType,
	ParameterStructures,
	type RequestHandler,
	RequestType,
} from 'vscode-jsonrpc';

/** Error codes of the LSP. */
export const LspError = {
	/** The document is not the one that the request was about. */
	contentModified: -32801,
	/** The client gave the request up. */
	requestCancelled: -32800,
	/** The server gave it up; the client may ask again. */
	serverCancelled: -32802,
	invalidRequest: -32600,
} as const;

const messageTypes = { error: 1, warning: 2, information: 3 } as const;

export interface Connection {
	/** Registers the handler of a request. What it throws reaches the client. */
	onRequest<Params, Result>(
		method: string,
		handler: (params: Params, token: CancellationToken) => Result | Promise<Result>,
	): void;
	/** Registers the handler of a notification. What it throws is logged. */
	onNotification<Params>(method: string, handler: (params: Params) => void): void;
	/** What to do when the client takes its leave: `shutdown` first, then `exit`. */
	onGoodbye(listeners: { shutdown(): void; exit(): void }): void;
	/** Asks the client. Rejects with the client's error, or when it is gone. */
	request(method: string, params?: unknown): Promise<unknown>;
	/** Tells the client; one that is gone needs no telling. */
	notify(method: string, params: unknown): void;
	/** Writes to the client's log. */
	log(type: keyof typeof messageTypes, message: string): void;
}

/** Wraps a connection; its owner calls `listen`. */
export function connect(messages: MessageConnection): Connection {
	const notify = (method: string, params: unknown) => {
		messages.sendNotification(method, params).catch(() => {});
	};
	return {
		notify,
		onRequest<Params>(method: string, handler: RequestHandler<Params, unknown, void>) {
			messages.onRequest(new RequestType<Params, unknown, void>(method, ParameterStructures.byName), handler);
		},
		onNotification<Params>(method: string, handler: (params: Params) => void) {
			messages.onNotification(new NotificationType<Params>(method, ParameterStructures.byName), handler);
		},
		onGoodbye({ shutdown, exit }) {
			messages.onRequest('shutdown', () => {
				shutdown();
				return null;
			});
			messages.onNotification('exit', exit);
		},
		request: (method, params) =>
			params === undefined ? messages.sendRequest(method) : messages.sendRequest(method, params),
		log: (type, message) => notify('window/logMessage', { type: messageTypes[type], message: `Faultbook: ${message}` }),
	};
}

/** What vscode-jsonrpc says of messages that it cannot use goes to the client's log, once it is there. */
export class ClientLogger implements Logger {
	connection: Connection | undefined;
	error(message: string): void {
		this.connection?.log('error', message);
	}
	warn(message: string): void {
		this.connection?.log('warning', message);
	}
	info(message: string): void {
		this.connection?.log('information', message);
	}
	log(message: string): void {
		this.connection?.log('information', message);
	}
}
