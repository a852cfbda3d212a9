/** `faultbook/why`: why the dispatch at the cursor is reported or left alone. */
import { type PositionParams, Requests, type WhyResult } from '../../shared/protocol.ts';
import type { Feature } from '../session.ts';
import { ProtocolRequestType } from '../workspace/lsp.ts';

const request = new ProtocolRequestType<PositionParams, WhyResult, never, void, void>(Requests.why);

/** For documents that the server has not got: closed, or of a scheme that it leaves alone. */
const notOpen: WhyResult = {
	outcome: 'none',
	message: 'This document is not open, or not one that Faultbook looks at.',
};

export const why: Feature = {
	capabilities: () => ({}),
	start({ connection, guard, engine, document }) {
		connection.onRequest(
			request,
			guard(Requests.why, notOpen, async ({ textDocument, position }: PositionParams, token): Promise<WhyResult> => {
				const open = await document(textDocument.uri);
				if (open === undefined) return notOpen;
				const { service } = await engine();
				const { input, settings, text } = open;
				const { report, outcome, message } = await service.why(input, settings, text.offsetAt(position), token);
				if (report === undefined) return { outcome, message };
				return { outcome, message, range: { start: text.positionAt(report.start), end: text.positionAt(report.end) } };
			}),
		);
	},
};
