/** Document symbols and folding of logs: each code with its time, and errors over several lines. */
import type { DocumentSymbol, FoldingRange } from 'vscode-languageserver';
import type { LogEntry } from '../model.ts';
import type { Feature, OpenDocument } from '../session.ts';
import { FoldingRangeKind, SymbolKind } from '../workspace/lsp.ts';

/** More would make an outline slow that nobody reads to its end. */
const MOST_SYMBOLS = 5_000;

export const outline: Feature = {
	capabilities: () => ({ documentSymbolProvider: { label: 'Faultbook' }, foldingRangeProvider: true }),
	start({ connection, guard, engine, document }) {
		const entriesOf = async (
			uri: string,
		): Promise<{ open: OpenDocument; entries: readonly LogEntry[] } | undefined> => {
			const open = await document(uri);
			if (open === undefined) return undefined;
			const { service } = await engine();
			return { open, entries: await service.entries(open.input, open.settings, Date.now()) };
		};
		connection.onDocumentSymbol(
			guard('textDocument/documentSymbol', null, async ({ textDocument }, token): Promise<DocumentSymbol[] | null> => {
				const found = await entriesOf(textDocument.uri);
				if (!found || token.isCancellationRequested) return null;
				const symbols = found.entries.slice(0, MOST_SYMBOLS).map((entry) => symbolOf(entry, found.open));
				const rest = found.entries[MOST_SYMBOLS];
				if (rest === undefined) return symbols;
				const more = found.entries.length - MOST_SYMBOLS;
				return [...symbols, { ...symbolOf(rest, found.open), name: `… ${more} more`, detail: '' }];
			}),
		);
		connection.onFoldingRanges(
			guard('textDocument/foldingRange', null, async ({ textDocument }, token): Promise<FoldingRange[] | null> => {
				const found = await entriesOf(textDocument.uri);
				if (!found || token.isCancellationRequested) return null;
				const folds = new Map<number, FoldingRange>();
				for (const { start, end } of found.entries) {
					const startLine = found.open.text.positionAt(start).line;
					const endLine = found.open.text.positionAt(end).line;
					if (endLine > startLine) folds.set(startLine, { startLine, endLine, kind: FoldingRangeKind.Region });
				}
				return [...folds.values()];
			}),
		);
	},
};

function symbolOf({ start, end, sighting, type, time, message }: LogEntry, { text }: OpenDocument): DocumentSymbol {
	return {
		name: [sighting.code, ...(type === undefined ? [] : [type])].join(' '),
		detail: [time, message].filter((part) => part !== undefined).join(' '),
		kind: SymbolKind.Event,
		range: { start: text.positionAt(start), end: text.positionAt(end) },
		selectionRange: { start: text.positionAt(sighting.start), end: text.positionAt(sighting.end) },
	};
}
