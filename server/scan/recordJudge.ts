/** Judges the records of logs: what codes stand in one, where, and what is said of them. Remembers lines by their shape. */
import type { Range, Sighting } from '../model.ts';
import { sightingsOf } from '../recognise/log.ts';
import { kindOfLine } from '../recognise/logRecords.ts';
import { findTime, type LogTime, TimeReader, timeOf } from '../recognise/logTime.ts';
import { lineEnds } from './byteLines.ts';
import type { LogKnowledge, ScanOptions, ScanRow } from './logScan.ts';
import { LONGEST_SHAPED, SAME_PLACES, Shapes } from './shapes.ts';

/** What is the same in all lines of a shape. */
interface Pattern {
	readonly sighting: Sighting;
	readonly severity: string | null;
	/** Which of the places in the line it stands at. */
	readonly place: number;
}

/** Of a shape. `joined`: its lines may belong to a record of several; `opens`: if the next line goes on with it. */
export interface LinePatterns {
	readonly kind: 'alone' | 'opens' | 'joined';
	readonly patterns: readonly Pattern[];
	/** Where the time stands, in bytes from the line's beginning, if it stands there in all of them. */
	readonly time: Range | undefined;
}

const JOINED: LinePatterns = { kind: 'joined', patterns: [], time: undefined };
const NO_ROWS: readonly ScanRow[] = [];

/** Shapes beyond these are no longer remembered: then they are no shapes but texts. */
const MOST_SHAPES = 20_000;

export class RecordJudge {
	readonly #known: LogKnowledge;
	readonly #options: ScanOptions;
	readonly #shapes: Shapes;
	readonly #times = new TimeReader();

	constructor(known: LogKnowledge, options: ScanOptions) {
		this.#known = known;
		this.#options = options;
		const catalogues = [...known.lookups.values()].map(({ catalogue }) => catalogue);
		this.#shapes = new Shapes(
			catalogues.flatMap(({ contexts, match }) => [
				...[...contexts.hosts, ...contexts.words],
				...[...match.fields, ...match.accessors, ...match.companions, ...match.messages],
				...[...match.exceptions, ...match.texts],
			]),
			options.keyOf,
		);
	}

	/**
	 * The codes in a record, in order.
	 * @param before line ends before the record
	 * @param base bytes of the log before these
	 */
	record(bytes: Uint8Array, { start, end }: Range, before: number, base: number): ScanRow[] {
		const part = bytes.subarray(start, end);
		const text = this.#options.decode(part);
		const sightings = sightingsOf(text, this.#known.readers, this.#known.always);
		if (sightings.length === 0) return [];
		const time = this.#time(text);
		return sightings.map((sighting, i) => {
			const at = byteOffset(part, text, sighting);
			const line = before + lineEnds(part, 0, at) + 1;
			const pattern = { sighting, severity: this.#severity(sighting) };
			return this.#row(pattern, line, base + start + at, time, text, sightings[i + 1]?.start ?? text.length);
		});
	}

	/**
	 * The codes in a line, if it is surely a record of its own; else undefined: then whoever knows the lines around has
	 * to say what its record is. The line before it does not end as if this one went on with it.
	 * @param places where codes may stand in it, by the scanner, in order
	 * @param number of the line, from 1
	 * @param base bytes of the log before these
	 * @param behind the text of the line behind it
	 */
	line(
		bytes: Uint8Array,
		line: Range,
		places: readonly number[],
		number: number,
		base: number,
		behind: () => string,
	): readonly ScanRow[] | undefined {
		if (line.end - line.start > LONGEST_SHAPED) return undefined;
		const { patterns: known, blocks } = this.#known;
		const shape = this.#shapes.of(bytes, line.start, line.end, places);
		let learnt = known.get(shape);
		if (learnt === undefined) {
			learnt = this.#learn(bytes.subarray(line.start, line.end), line, places);
			if (known.size < MOST_SHAPES) known.set(shape, learnt);
		}
		if (learnt.kind === 'joined') return undefined;
		if (learnt.patterns.length === 0) return NO_ROWS;
		if (learnt.kind === 'opens' && blocks.some(({ continues }) => continues.test(behind()))) return undefined;
		const { details, decode } = this.#options;
		const length = line.end - line.start;
		const isAtPlace = learnt.time !== undefined;
		const text = details || !isAtPlace ? decode(bytes.subarray(line.start, line.end)) : '';
		const time =
			(learnt.time && this.#timeAt(bytes, line.start, learnt.time)) ??
			this.#time(text || decode(bytes.subarray(line.start, line.end)));
		return learnt.patterns.map((pattern, i) => {
			const offset = places[pattern.place] ?? line.start;
			if (!details) return this.#row(pattern, number, base + offset, time, text, 0);
			const next = learnt.patterns[i + 1];
			// In units of the text, which may have fewer than the line has bytes.
			const unit = (to: number) =>
				text.length === length ? to - line.start : decode(bytes.subarray(line.start, to)).length;
			const { sighting } = pattern;
			const here = { ...pattern, sighting: { ...sighting, start: unit(offset) } };
			return this.#row(
				here,
				number,
				base + offset,
				time,
				text,
				unit(next ? (places[next.place] ?? line.end) : line.end),
			);
		});
	}

	#learn(part: Uint8Array, line: Range, places: readonly number[]): LinePatterns {
		const text = this.#options.decode(part);
		const kind = kindOfLine(text, this.#known.blocks);
		if (kind === 'joined') return JOINED;
		const found = findTime(text, this.#known.formats, this.#options.reference);
		// What is not ASCII before it would move it.
		const time =
			found && found.end <= SAME_PLACES && isAscii(part, found.end)
				? { start: found.start, end: found.end }
				: undefined;
		const patterns: Pattern[] = [];
		for (const sighting of sightingsOf(text, this.#known.readers, this.#known.always)) {
			const place = places.indexOf(line.start + byteOffset(part, text, sighting));
			if (place < 0) return JOINED;
			patterns.push({ sighting, severity: this.#severity(sighting), place });
		}
		return { kind, patterns, time };
	}

	/** The time at a place; undefined for what is none after all: 30 February. */
	#timeAt(bytes: Uint8Array, start: number, place: Range): LogTime | undefined {
		const text = this.#options.keyOf(bytes.subarray(start + place.start, start + place.end));
		return this.#times.read(text, this.#options.reference);
	}

	#time(text: string): LogTime | undefined {
		const newline = text.indexOf('\n');
		return timeOf(newline < 0 ? text : text.slice(0, newline), this.#known.formats, this.#options.reference);
	}

	#severity({ catalogue, code, success }: Sighting): string | null {
		return success ? null : (this.#known.lookups.get(catalogue)?.resolve(code)?.severity ?? 'unknown');
	}

	/** @param next where the next code begins in the text */
	#row(
		{ sighting, severity }: Omit<Pattern, 'place'>,
		line: number,
		offset: number,
		time: LogTime | undefined,
		text: string,
		next: number,
	): ScanRow {
		const { catalogue, code, success, certainty, module, start } = sighting;
		const fields = this.#options.details ? this.#known.fields.get(catalogue) : undefined;
		// One literal: rows are made by the million.
		return {
			line,
			offset,
			time: time?.iso ?? null,
			ms: time?.ms ?? null,
			catalogue,
			code,
			success,
			severity,
			certainty,
			message: fields?.message(text, start, next) ?? null,
			module: module ?? null,
			requestId: fields?.requestId(text, start, next) ?? null,
		};
	}
}

function isAscii(bytes: Uint8Array, end: number): boolean {
	for (let i = 0; i < end; i++) if ((bytes[i] ?? 0) >= 0x80) return false;
	return true;
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
