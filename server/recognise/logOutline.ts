/** What an editor shows of a log beside its codes: each code with its record, its time and its message. */
import type { Lookup } from '../catalogue/lookup.ts';
import type { LogFormat } from '../formats/format.ts';
import type { LogEntry, Sighting } from '../model.ts';
import { type Block, linesOf, RecordFinder } from './logRecords.ts';
import { timeOf } from './logTime.ts';
import type { FieldReader } from './recordFields.ts';

export interface OutlineOptions {
	readonly formats: readonly LogFormat[];
	readonly blocks: readonly Block[];
	readonly lookups: readonly Lookup[];
	/** By catalogue id. */
	readonly fields: ReadonlyMap<string, FieldReader>;
	/** Milliseconds since 1970 of a moment when the log was there: tells the year where the log does not. */
	readonly reference: number;
}

/** @param sightings the log's, in order */
export function outlineOf(
	text: string,
	sightings: readonly Sighting[],
	{ formats, blocks, lookups, fields, reference }: OutlineOptions,
): LogEntry[] {
	const finder = new RecordFinder(linesOf(text), blocks);
	return sightings.map((sighting, i) => {
		const { start, end } = finder.around(sighting.start);
		const record = text.slice(start, end);
		const newline = record.indexOf('\n');
		const time = timeOf(newline < 0 ? record : record.slice(0, newline), formats, reference);
		const next = Math.min(sightings[i + 1]?.start ?? end, end) - start;
		const message = fields.get(sighting.catalogue)?.message(record, sighting.start - start, next);
		const type = lookups.find(({ catalogue }) => catalogue.id === sighting.catalogue)?.resolve(sighting.code)?.type;
		return {
			start,
			end,
			sighting,
			...(type !== undefined && { type }),
			...(time && { time: time.iso }),
			...(message !== undefined && { message }),
		};
	});
}
