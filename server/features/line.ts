/** `faultbook/line`: the codes and escaped messages in a line of a terminal, which is read as a record of a log. */
import { type LineParams, type LineResult, Requests } from '../../shared/protocol.ts';
import type { Feature } from '../session.ts';
import { ProtocolRequestType } from '../workspace/lsp.ts';

const request = new ProtocolRequestType<LineParams, LineResult, never, void, void>(Requests.line);
const none: LineResult = { codes: [], messages: [] };

/** Longer ones are no lines that somebody reads. */
const LONGEST = 20_000;

export const line: Feature = {
	capabilities: () => ({}),
	start({ connection, guard, engine, settings }) {
		connection.onRequest(
			request,
			guard(Requests.line, none, async ({ text, folder }) => {
				if (text.length > LONGEST) return none;
				const { always } = await settings(folder ?? '');
				const { service, entry } = await engine();
				const { sightings, messages } = service.line(text, always);
				return {
					codes: sightings.flatMap(({ start, end, catalogue, code, family }) => {
						const found = entry(catalogue, family ?? code);
						return found ? [{ start, end, entry: found }] : [];
					}),
					messages: messages.map(({ start, end, text: said }) => ({ start, end, text: said })),
				};
			}),
		);
	},
};
