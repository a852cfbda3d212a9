/**
 * The one way into every handler of the language server: what goes wrong in one request is logged and answered with
 * nothing, and the server lives on.
 */
import type { CancellationToken } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from './workspace/lsp.ts';

/** Answers one kind of request. Throws a `ResponseError` where the client is to see an error; nothing else reaches it. */
export type Handler<Params, Result> = (params: Params, token: CancellationToken) => Result | Promise<Result>;

/**
 * Wraps a handler: `empty` is the answer when it fails. A request that the client cancelled is answered with
 * `RequestCancelled`, whatever came of it.
 */
export type Guard = <Params, Result>(
	method: string,
	empty: Result,
	handler: Handler<Params, Result>,
) => (params: Params, token: CancellationToken) => Promise<Result>;

/**
 * Makes the guard of a session.
 * @param log takes the text of an error; the same failure of the same method is logged once, not at every keystroke
 */
export function createGuard(log: (message: string) => void): Guard {
	const logged = new Set<string>();
	return (method, empty, handler) => async (params, token) => {
		const throwIfCancelled = () => {
			if (token.isCancellationRequested) {
				throw new ResponseError(LSPErrorCodes.RequestCancelled, `${method} was cancelled.`);
			}
		};
		throwIfCancelled();
		try {
			const result = await handler(params, token);
			throwIfCancelled();
			return result;
		} catch (error) {
			if (error instanceof ResponseError) throw error;
			throwIfCancelled();
			const text = describeError(error);
			const failure = `${method}\n${error instanceof Error ? error.message : text}`;
			if (!logged.has(failure)) {
				logged.add(failure);
				log(`${method} failed and was answered with nothing: ${text}`);
			}
			return empty;
		}
	};
}

/** What was thrown, with its stack where there is one. */
export function describeError(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	return error.stack?.includes(error.message) ? error.stack : `${error.message}\n${error.stack ?? ''}`.trim();
}
