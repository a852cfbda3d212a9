/** `faultbook/explain`: every code of every catalogue with its explanation, for a pick list. */
import { type ExplainEntry, Requests } from '../../shared/protocol.ts';
import type { Feature } from '../session.ts';

const none: readonly ExplainEntry[] = [];

export const explain: Feature = {
	capabilities: () => ({}),
	start({ connection, guard, engine }) {
		connection.onRequest(
			Requests.explain,
			guard('faultbook/explain', none, async () => (await engine()).explain()),
		);
	},
};
