/**
 * Recognises codes in logs, record by record: JSON fragments, and pairs such as `code=4100` or `code: "4100"`. The
 * evidence stands in the record or outside of the log, never in other lines, so that a log in parts gives the same
 * sightings as a whole.
 */
import type { Lookup } from '../catalogue/lookup.ts';
import type { LogFormat } from '../formats/format.ts';
import type { Range, Sighting } from '../model.ts';
import { type ExceptionTexts, exceptionTexts } from './exceptionTexts.ts';
import { type JsonContainer, readJson } from './jsonReader.ts';
import { type Block, linesOf, RecordFinder } from './logRecords.ts';
import { type Hit, isOtherCode, keysOf, PairReader } from './pairs.ts';
import {
	bestCandidates,
	type Candidate,
	judgeObject,
	Nearness,
	type ReplyJudge,
	replyJudge,
	surroundingsOf,
	weight,
} from './reply.ts';
import type { Known } from './source.ts';

/** One catalogue, ready to read any number of logs and records. */
export interface LogReader {
	readonly judge: ReplyJudge;
	readonly pairs: PairReader;
	readonly exceptions: ExceptionTexts;
	/** Whether a text may have a code under one of the names that the catalogue's codes have. */
	mayRead(text: string): boolean;
}

/** The reader of a catalogue; made once, for what it holds is compiled. */
export function logReader(known: Known): LogReader {
	const judge = replyJudge(known);
	const { catalogue } = known.lookup;
	const keys = keysOf(catalogue);
	return {
		judge,
		pairs: new PairReader(judge),
		exceptions: exceptionTexts(catalogue),
		mayRead: (text) => keys.some((key) => text.includes(key)),
	};
}

/**
 * The codes in a log, in order, one sighting per record and code. `always` are ids of catalogues whose API the log is
 * known to be about. Takes any text and throws nothing.
 */
export function recogniseLog(
	text: string,
	all: readonly LogReader[],
	always: readonly string[],
	formats: readonly LogFormat[],
): Sighting[] {
	const readers = all.filter((reader) => reader.mayRead(text));
	if (readers.length === 0) return [];
	const hits = readers.flatMap(({ pairs }) => pairs.hits(text));
	if (readers.length > 1) hits.sort((one, other) => one.offset - other.offset);
	const sightings: Sighting[] = [];
	let known = -1;
	for (const range of recordsOf(text, hits, blocksOf(formats, readers))) {
		// Only the record itself is shown to those who judge.
		const record = text.slice(range.start, range.end);
		for (const sighting of judgeRecord(record, readers, always, range.isSuccess)) {
			const start = range.start + sighting.start;
			// On the line that a record shares with the one before.
			if (start >= known) sightings.push({ ...sighting, start, end: range.start + sighting.end });
		}
		known = range.end;
	}
	return sightings;
}

/**
 * The codes in one record of a log, one sighting per code, in order. Offsets are the record's.
 * @param isSuccess whether nothing but success was found where a code may stand
 */
function judgeRecord(
	record: string,
	readers: readonly LogReader[],
	always: readonly string[],
	isSuccess: boolean,
): Sighting[] {
	if (isSuccess && !readers.some((reader) => mayBeCertain(reader, record, always))) return [];
	const candidates = candidatesIn(record, readers, ({ catalogue }) => always.includes(catalogue.id));
	return oncePerCode(bestCandidates(candidates));
}

/** As `judgeRecord`, where nobody has looked yet whether a code may stand in the record at all. */
export function sightingsOf(record: string, all: readonly LogReader[], always: readonly string[]): Sighting[] {
	const readers = all.filter((reader) => reader.mayRead(record));
	const hits = readers.flatMap(({ pairs }) => pairs.hits(record));
	return hits.length === 0
		? []
		: judgeRecord(
				record,
				readers,
				always,
				hits.every(({ success }) => success),
			);
}

/**
 * The codes in a text that is one record whatever its lines, each place, in order. Offsets are the record's.
 * @param known what is known from outside of the record: `here`, its API is meant; `rival`, another one is, unless the
 * record itself names it; `open`, nothing
 */
export function recogniseRecord(
	record: string,
	all: readonly LogReader[],
	known: (lookup: Lookup) => 'here' | 'rival' | 'open',
): Sighting[] {
	const readers = all.filter((reader) => reader.mayRead(record));
	const candidates = candidatesIn(record, readers, (lookup) => known(lookup) === 'here').filter(
		({ sighting }) =>
			sighting.certainty === 'certain' ||
			!readers.some(({ judge: { lookup } }) => lookup.catalogue.id === sighting.catalogue && known(lookup) === 'rival'),
	);
	return bestCandidates(candidates).map(({ sighting }) => sighting);
}

/** `isMeant`: whether something outside of the record says that a catalogue's API is meant. */
function candidatesIn(
	record: string,
	readers: readonly LogReader[],
	isMeant: (lookup: Lookup) => boolean,
): readonly Candidate[] {
	const fragments = fragmentsIn(record, new Set(readers.flatMap(({ judge }) => [...judge.names])));
	const candidates: Candidate[] = [];
	for (const { judge, pairs, exceptions } of readers) {
		const { lookup } = judge;
		const outside = surroundingsOf(judge, record, isMeant(lookup) ? [lookup.catalogue.id] : []);
		const surroundings = () => (exceptions.in(record) ? Nearness.mention : outside());
		for (const { start, objects } of fragments) {
			// `socket closed: {"code":4000}`, unless a companion says whose code it is.
			const isOther = isOtherCode(record, start);
			for (const object of objects)
				for (const candidate of judgeObject(object, judge, 'logged', surroundings))
					if (!isOther || candidate.nearness <= Nearness.companion) candidates.push(candidate);
		}
		for (const candidate of pairs.read(record, fragments, surroundings)) candidates.push(candidate);
	}
	return candidates;
}

/** Most records of a healthy log say success, which counts only when certain: a short look spares the long one. */
function mayBeCertain({ judge, pairs, exceptions }: LogReader, record: string, always: readonly string[]): boolean {
	return (
		always.includes(judge.lookup.catalogue.id) ||
		pairs.hasCompanion(record) ||
		exceptions.in(record) ||
		judge.finder.mentions(record)
	);
}

interface HitRecord extends Range {
	/** Nothing but success was hit in it. */
	isSuccess: boolean;
}

/** What joins lines in logs of these catalogues' APIs. */
export function blocksOf(formats: readonly LogFormat[], readers: readonly LogReader[]): Block[] {
	const names = readers.flatMap(({ exceptions }) => exceptions.names ?? []);
	return formats.flatMap(({ record }) => {
		if (record?.opens !== 'exception') return record ? [{ ...record, opens: record.opens }] : [];
		return names.length === 0 ? [] : [{ ...record, opens: new RegExp(names.join('|')) }];
	});
}

/** The records that hold the hits, which are in order: each once, without its line end. */
function* recordsOf(text: string, hits: readonly Hit[], blocks: readonly Block[]): Generator<HitRecord> {
	const finder = new RecordFinder(linesOf(text), blocks);
	let current: HitRecord | undefined;
	for (const { offset, success } of hits) {
		if (current && offset < current.end) {
			current.isSuccess &&= success;
			continue;
		}
		if (current) yield current;
		current = { ...finder.around(offset), isSuccess: success };
	}
	if (current) yield current;
}

interface Fragment extends Range {
	readonly objects: readonly JsonContainer[];
}

/** The JSON objects in a record, outermost ones; the last may be cut off. */
function fragmentsIn(record: string, names: ReadonlySet<string>): Fragment[] {
	const fragments: Fragment[] = [];
	if (!record.includes('"')) return fragments;
	for (let brace = record.indexOf('{'); brace >= 0; ) {
		const document = readJson(record, names, brace).next().value;
		if (!document) break;
		fragments.push(document);
		brace = record.indexOf('{', Math.max(document.end, brace + 1));
	}
	return fragments;
}

/** Of the same code in one record the best explained, then the first. */
function oncePerCode(candidates: readonly Candidate[]): Sighting[] {
	const best = new Map<string, Candidate>();
	for (const candidate of candidates) {
		const key = `${candidate.sighting.catalogue}\n${candidate.sighting.code}`;
		const known = best.get(key);
		if (!known || weight(candidate) < weight(known)) best.set(key, candidate);
	}
	return [...best.values()].map(({ sighting }) => sighting).sort((one, other) => one.start - other.start);
}
