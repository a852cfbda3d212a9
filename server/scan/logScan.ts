/**
 * Reads a log of any size in chunks: the scanner finds where codes may stand, and the records around those places are
 * judged like those of any log. Only as much is kept as a record may need that goes on in the next chunk.
 */
import type { Lookup } from '../catalogue/lookup.ts';
import type { LogFormat } from '../formats/format.ts';
import type { Certainty } from '../model.ts';
import { blocksOf, type LogReader } from '../recognise/log.ts';
import { type Block, mayContinue, RECORD_LIMIT, RecordFinder } from '../recognise/logRecords.ts';
import { keysOf } from '../recognise/pairs.ts';
import { FieldReader } from '../recognise/recordFields.ts';
import { ByteLines, LINE_END, lineEnds } from './byteLines.ts';
import { type Needles, needlesOf } from './needles.ts';
import { type LinePatterns, RecordJudge } from './recordJudge.ts';
import type { Hit, Scanner } from './scanner.ts';

/** One code in one record. */
export interface ScanRow {
	/** From 1. */
	readonly line: number;
	/** Of the code, in bytes. */
	readonly offset: number;
	/** ISO 8601; null where the record has none. */
	readonly time: string | null;
	/** Milliseconds since 1970; a time without a zone counts as UTC. */
	readonly ms: number | null;
	readonly catalogue: string;
	readonly code: string;
	readonly success: boolean;
	/** Null for success. */
	readonly severity: string | null;
	readonly certainty: Certainty;
	readonly message: string | null;
	/** The module's code that the message opens with. */
	readonly module: string | null;
	readonly requestId: string | null;
}

/** What a scan knows; made once, for any number of logs. */
export interface LogKnowledge {
	readonly readers: readonly LogReader[];
	readonly lookups: ReadonlyMap<string, Lookup>;
	readonly fields: ReadonlyMap<string, FieldReader>;
	readonly formats: readonly LogFormat[];
	readonly blocks: readonly Block[];
	readonly needles: Needles;
	/** Ids of catalogues whose API the logs are known to be about. */
	readonly always: readonly string[];
	/** What lines of a shape say, as far as they were seen. */
	readonly patterns: Map<string, LinePatterns>;
}

/**
 * @param always ids of catalogues whose API the logs are known to be about
 * @param withSuccess whether success is sought, too
 */
export function logKnowledge(
	readers: readonly LogReader[],
	formats: readonly LogFormat[],
	{ always, withSuccess }: { readonly always: readonly string[]; readonly withSuccess: boolean },
): LogKnowledge {
	const lookups = readers.map(({ judge }) => judge.lookup);
	return {
		...{ readers, formats, always, patterns: new Map() },
		lookups: new Map(lookups.map((lookup) => [lookup.catalogue.id, lookup])),
		fields: new Map(lookups.map(({ catalogue }) => [catalogue.id, new FieldReader(catalogue.match.messages)])),
		blocks: blocksOf(formats, readers),
		needles: needlesOf(
			[...new Set(lookups.flatMap((lookup) => textsOf(lookup, withSuccess)))],
			lookups.flatMap(({ catalogue }) => keysOf(catalogue)),
		),
	};
}

/** A family stands for all codes that begin with it. */
function textsOf(lookup: Lookup, withSuccess: boolean): string[] {
	const { codes, success } = lookup.catalogue;
	const own = codes.flatMap(({ code, aliases }) => [code, ...aliases]);
	return [
		...lookup.families,
		...own.filter((code) => lookup.familyOf(code) === undefined),
		...(withSuccess ? success.map(String) : []),
	];
}

export interface ScanOptions {
	/** Milliseconds since 1970 of a moment when the log was there. */
	readonly reference: number;
	/** UTF-8 to text. */
	readonly decode: (bytes: Uint8Array) => string;
	/** Bytes to a text that no other bytes have. */
	readonly keyOf: (bytes: Uint8Array) => string;
	/** Whether messages and requests' ids are wanted. */
	readonly details: boolean;
}

/** How many bytes a room has to hold at least, beside those of one reading. */
export const KEPT_MOST = 5 * RECORD_LIMIT;

/** Bytes are read to a multiple of this: a page of the machine's memory. */
const READ_AT = 4_096;
/** What the scanner may overwrite before a chunk. */
const MARGIN = 256;

export class LogScan {
	readonly #known: LogKnowledge;
	readonly #scanner: Scanner;
	readonly #options: ScanOptions;
	readonly #judge: RecordJudge;
	/** Where in the room bytes of the log are. Further offsets count from the first of these. */
	#begin = READ_AT;
	#end = READ_AT;
	/** How many of the log's bytes are before them, and line ends. */
	#base = 0;
	#lines = 0;
	/** Where the line began that they begin with; not above 0. */
	#firstStart = 0;
	/** Up to where all is judged. */
	#judged = 0;

	/**
	 * @param start where in the log the reading begins, in bytes; a record begins there
	 * @param linesBefore line ends before that
	 */
	constructor(known: LogKnowledge, scanner: Scanner, options: ScanOptions, start = 0, linesBefore = 0) {
		this.#known = known;
		this.#scanner = scanner;
		this.#options = options;
		this.#judge = new RecordJudge(known, options);
		this.#base = start;
		this.#lines = linesBefore;
	}

	/** Where the next bytes of the log go. */
	get room(): Uint8Array {
		return this.#scanner.room.subarray(this.#end);
	}

	/** Line ends so far. */
	get lines(): number {
		return this.#lines;
	}

	/**
	 * Takes the bytes that were put into the room.
	 * @param count how many
	 * @param then whether more come at once, some time (then all whole lines are taken for whole records), or none
	 * @returns the rows of all records that are surely whole
	 */
	push(count: number, then: 'more' | 'pause' | 'end'): ScanRow[] {
		this.#end += count;
		const bytes = this.#scanner.room.subarray(this.#begin, this.#end);
		const lines = new ByteLines(bytes, this.#firstStart, this.#options.decode);
		const { judged, keep } = this.#borders(bytes, lines, then);
		const rows: ScanRow[] = [];
		const finder = new RecordFinder(lines, this.#known.blocks);
		let behind = this.#judged;
		let places: number[] = [];
		let current: Hit | undefined;
		const finish = (): void => {
			if (current)
				behind = this.#lineRows({ bytes, lines, finder, behind, rows }, current.lineStart, places, current.line);
			places = [];
		};
		const total = this.#scanner.scan(this.#begin, this.#end, 'keyed', (hit) => {
			if (hit.offset < behind || hit.offset >= judged) return;
			if (hit.line !== current?.line) finish();
			current = hit;
			places.push(hit.offset);
		});
		finish();
		this.#lines += total - lineEnds(bytes, keep);
		const newline = keep === 0 ? -1 : bytes.lastIndexOf(LINE_END, keep - 1);
		this.#firstStart = (newline < 0 ? this.#firstStart : newline + 1) - keep;
		this.#base += keep;
		this.#moveUp(keep);
		this.#judged = Math.max(judged, behind) - keep;
		return rows;
	}

	/** Drops bytes, and puts the others where the next ones are read to a place that the machine copies to quickly. */
	#moveUp(dropped: number): void {
		const { room } = this.#scanner;
		if (dropped === 0 && room.length - this.#end >= room.length / 4) return;
		const begin = this.#begin + dropped;
		const length = this.#end - begin;
		const end = Math.ceil((length + MARGIN) / READ_AT) * READ_AT;
		room.copyWithin(end - length, begin, this.#end);
		this.#begin = end - length;
		this.#end = end;
	}

	/** Up to where records are surely whole, and from where on bytes are still needed. */
	#borders(bytes: Uint8Array, lines: ByteLines, then: 'more' | 'pause' | 'end'): { judged: number; keep: number } {
		if (then === 'end') return { judged: bytes.length, keep: bytes.length };
		const newline = bytes.lastIndexOf(LINE_END);
		const start = newline < 0 ? this.#firstStart : newline + 1;
		// In a long line up to its last whole piece.
		const piece = Math.floor((bytes.length - start) / RECORD_LIMIT) - 1;
		if (piece > 1) {
			const border = lines.border(start, piece);
			return { judged: border, keep: border };
		}
		if (newline < 0) return { judged: this.#judged, keep: 0 };
		if (then === 'pause') return { judged: start, keep: start };
		const last = lines.around(newline);
		let top = last;
		while (top.start > 0 && last.end - top.start <= RECORD_LIMIT) {
			const before = lines.around(top.start - 1);
			if (!mayContinue(lines.textOf(before), lines.textOf(top), this.#known.blocks)) {
				return { judged: top.start, keep: top.start };
			}
			top = before;
		}
		// A stretch of lines that all may belong together is longer than any record: its end is judged later, and what is
		// before it may yet begin a record.
		if (top.start === 0) return { judged: this.#judged, keep: 0 };
		return { judged: top.start, keep: lines.around(Math.max(0, top.start - RECORD_LIMIT)).start };
	}

	/** What stands in one line; places are where codes may stand in it, and `line` is how many line ends are before it. */
	#lineRows(
		{ bytes, lines, finder, behind, rows }: Reading,
		start: number,
		places: readonly number[],
		line: number,
	): number {
		let told = behind;
		const [first = start] = places;
		const newline = bytes.indexOf(LINE_END, first);
		const end = newline < 0 ? bytes.length : newline;
		const isWhole = first >= told && (start > 0 || this.#firstStart === 0);
		if (isWhole && !asksForMore(bytes, start)) {
			const next = () => lines.textOf(lines.around(Math.min(end + 1, bytes.length)));
			const found = this.#judge.line(bytes, { start, end }, places, this.#lines + line + 1, this.#base, next);
			if (found) {
				for (const row of found) rows.push(row);
				return Math.max(told, end);
			}
		}
		for (const place of places) {
			if (place < told) continue;
			const record = finder.around(place);
			const before = this.#lines + line - lineEnds(bytes, record.start, place);
			for (const row of this.#judge.record(bytes, record, before, this.#base))
				if (row.offset - this.#base >= told) rows.push(row);
			told = Math.max(place + 1, record.end);
		}
		return told;
	}
}

/** What a reading of a chunk works with. */
interface Reading {
	readonly bytes: Uint8Array;
	readonly lines: ByteLines;
	readonly finder: RecordFinder;
	/** What begins before this was told already. */
	readonly behind: number;
	readonly rows: ScanRow[];
}

/** Whether the line before one ends as JSON does that goes on: `{`, `[`, `,` or `:`. */
function asksForMore(bytes: Uint8Array, start: number): boolean {
	let at = start - 2;
	while (at >= 0 && (bytes[at] === 32 || bytes[at] === 9 || bytes[at] === 13)) at--;
	return at >= 0 && (bytes[at] === 123 || bytes[at] === 91 || bytes[at] === 44 || bytes[at] === 58);
}
