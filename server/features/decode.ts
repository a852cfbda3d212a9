/** `faultbook/decode`: what a message with `\uXXXX` escapes says, at a position or in a given text. */
import { type DecodeResult, type PositionParams, Requests } from '../../shared/protocol.ts';
import type { Feature } from '../session.ts';
import { ProtocolRequestType } from '../workspace/lsp.ts';

type Params = PositionParams | { readonly text: string };
type Result = DecodeResult | { readonly text: string } | null;

const request = new ProtocolRequestType<Params, Result, never, void, void>(Requests.decode);

export const decode: Feature = {
	capabilities: () => ({}),
	start({ connection, guard, engine, document }) {
		connection.onRequest(
			request,
			guard(Requests.decode, null, async (params) => {
				if ('text' in params) return { text: (await engine()).decode(params.text) };
				const open = await document(params.textDocument.uri);
				if (open === undefined) return null;
				const { service } = await engine();
				const { input, text } = open;
				const found = await service.decode(input, text.offsetAt(params.position));
				if (found === undefined) return null;
				return { text: found.text, range: { start: text.positionAt(found.start), end: text.positionAt(found.end) } };
			}),
		);
	},
};
