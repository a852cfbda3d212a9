/** `faultbook/explain`: every code of every catalogue with its explanation, for a pick list. */
import { type ExplainEntry, Requests } from '../../shared/protocol.ts';
import type { Feature } from '../session.ts';
import { ProtocolRequestType } from '../workspace/lsp.ts';

const request = new ProtocolRequestType<object, readonly ExplainEntry[], never, void, void>(Requests.explain);
const none: readonly ExplainEntry[] = [];

export const explain: Feature = {
	capabilities: () => ({}),
	start({ connection, guard, engine }) {
		connection.onRequest(
			request,
			guard(Requests.explain, none, async () => (await engine()).explain()),
		);
	},
};
