/** The records of a log, for tests. */
import type { Range } from '../../server/model.ts';
import { type Block, linesOf, RecordFinder } from '../../server/recognise/logRecords.ts';

/** Those of more than one line, in order. */
export function joinedRecords(text: string, blocks: readonly Block[] = []): Range[] {
	const finder = new RecordFinder(linesOf(text), blocks);
	const found = new Map<number, Range>();
	for (let start = 0; start <= text.length; ) {
		const record = finder.around(start);
		if (text.slice(record.start, record.end).includes('\n')) found.set(record.start, record);
		const newline = text.indexOf('\n', start);
		if (newline < 0) break;
		start = newline + 1;
	}
	return [...found.values()];
}
