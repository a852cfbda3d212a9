/**
 * Reads a log of any size in chunks: the scanner finds where codes may stand, and the records around those places are
 * judged like those of any log. Only as much is kept as a record may need that goes on in the next chunk.
 */
import type { Lookup } from '../catalogue/lookup.ts';
import type { LogFormat } from '../formats/format.ts';
import type { Certainty, Range, Sighting } from '../model.ts';
import { blocksOf, type LogReader, sightingsOf } from '../recognise/log.ts';
import { type Block, mayContinue, RECORD_LIMIT, RecordFinder } from '../recognise/logRecords.ts';
import { timeOf } from '../recognise/logTime.ts';
import { keysOf } from '../recognise/pairs.ts';
import { FieldReader } from '../recognise/recordFields.ts';
import { ByteLines } from './byteLines.ts';
import { type Needles, needlesOf } from './needles.ts';
import type { Scanner } from './scanner.ts';

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
}

/** @param withSuccess whether success is sought, too */
export function logKnowledge(
	readers: readonly LogReader[],
	formats: readonly LogFormat[],
	withSuccess: boolean,
): LogKnowledge {
	const lookups = readers.map(({ judge }) => judge.lookup);
	return {
		...{ readers, formats },
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
	/** Ids of catalogues whose API the log is known to be about. */
	readonly always: readonly string[];
	/** Milliseconds since 1970 of a moment when the log was there. */
	readonly reference: number;
	/** UTF-8 to text. */
	readonly decode: (bytes: Uint8Array) => string;
}

/** How many bytes a room has to hold at least, beside those of one reading. */
export const KEPT_MOST = 5 * RECORD_LIMIT;

export class LogScan {
	readonly #known: LogKnowledge;
	readonly #scanner: Scanner;
	readonly #options: ScanOptions;
	/** Bytes in the room, and how many of the log's are before them. */
	#length = 0;
	#base = 0;
	/** Line ends before the room. */
	#lines = 0;
	/** Where the line began that the room begins with; not above 0, in the room's offsets. */
	#firstStart = 0;
	/** Up to where all is judged, in the room's offsets. */
	#judged = 0;

	/**
	 * @param start where in the log the reading begins, in bytes; a record begins there
	 * @param linesBefore line ends before that
	 */
	constructor(known: LogKnowledge, scanner: Scanner, options: ScanOptions, start = 0, linesBefore = 0) {
		this.#known = known;
		this.#scanner = scanner;
		this.#options = options;
		this.#base = start;
		this.#lines = linesBefore;
	}

	/** Where the next bytes of the log go. */
	get room(): Uint8Array {
		return this.#scanner.room.subarray(this.#length);
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
		this.#length += count;
		const bytes = this.#scanner.room.subarray(0, this.#length);
		const lines = new ByteLines(bytes, this.#firstStart, this.#options.decode);
		const { judged, keep } = this.#borders(bytes, lines, then);
		const rows: ScanRow[] = [];
		const finder = new RecordFinder(lines, this.#known.blocks);
		let behind = this.#judged;
		const total = this.#scanner.scan(this.#length, 'keyed', ({ offset, line }) => {
			if (offset < behind || offset >= judged) return;
			const record = finder.around(offset);
			const first = this.#lines + line - endsIn(bytes, record.start, offset);
			this.#judge(bytes, record, first, behind, rows);
			behind = Math.max(offset + 1, record.end);
		});
		this.#lines += total - endsIn(bytes, keep);
		const newline = keep === 0 ? -1 : bytes.lastIndexOf(10, keep - 1);
		this.#firstStart = (newline < 0 ? this.#firstStart : newline + 1) - keep;
		bytes.copyWithin(0, keep, this.#length);
		this.#base += keep;
		this.#length -= keep;
		this.#judged = Math.max(judged, behind) - keep;
		return rows;
	}

	/** Up to where records are surely whole, and from where on bytes are still needed. */
	#borders(bytes: Uint8Array, lines: ByteLines, then: 'more' | 'pause' | 'end'): { judged: number; keep: number } {
		if (then === 'end') return { judged: bytes.length, keep: bytes.length };
		const newline = bytes.lastIndexOf(10);
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

	/**
	 * @param first line ends before the record
	 * @param behind what begins before this was told already
	 */
	#judge(bytes: Uint8Array, record: Range, first: number, behind: number, rows: ScanRow[]): void {
		const { always, reference, decode } = this.#options;
		const { readers, formats } = this.#known;
		const part = bytes.subarray(record.start, record.end);
		const text = decode(part);
		const sightings = sightingsOf(text, readers, always);
		if (sightings.length === 0) return;
		const newline = text.indexOf('\n');
		const time = timeOf(newline < 0 ? text : text.slice(0, newline), formats, reference);
		for (const [i, sighting] of sightings.entries()) {
			const offset = record.start + byteOffset(part, text, sighting);
			if (offset < behind) continue;
			rows.push({
				line: first + endsIn(bytes, record.start, offset) + 1,
				offset: this.#base + offset,
				time: time?.iso ?? null,
				ms: time?.ms ?? null,
				...this.#said(text, sighting, sightings[i + 1]?.start ?? text.length),
			});
		}
	}

	#said(text: string, sighting: Sighting, next: number) {
		const { catalogue, code, success, certainty, module, start } = sighting;
		const fields = this.#known.fields.get(catalogue);
		return {
			...{ catalogue, code, success, certainty },
			severity: success ? null : (this.#known.lookups.get(catalogue)?.resolve(code)?.severity ?? 'unknown'),
			message: fields?.message(text, start, next) ?? null,
			module: module ?? null,
			requestId: fields?.requestId(text, start, next) ?? null,
		};
	}
}

/** Line ends between two offsets. */
function endsIn(bytes: Uint8Array, from: number, to = bytes.length): number {
	let ends = 0;
	for (let at = bytes.indexOf(10, from); at >= 0 && at < to; at = bytes.indexOf(10, at + 1)) ends++;
	return ends;
}

/** Where in the bytes a code begins that was found in their text. */
function byteOffset(bytes: Uint8Array, text: string, { start, end }: Range): number {
	if (text.length === bytes.length) return start;
	// As many times as the code stands before in the text, it does in the bytes: those may be no UTF-8.
	const code = text.slice(start, end);
	const first = code.charCodeAt(0);
	let at = -1;
	for (let found = text.indexOf(code); found >= 0 && found <= start; found = text.indexOf(code, found + 1)) {
		do at = bytes.indexOf(first, at + 1);
		while (at >= 0 && !isAt(bytes, code, at));
	}
	return at;
}

function isAt(bytes: Uint8Array, code: string, at: number): boolean {
	for (let i = 0; i < code.length; i++) if (bytes[at + i] !== code.charCodeAt(i)) return false;
	return true;
}
