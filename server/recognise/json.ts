/** Recognises codes in JSON: files of replies, JSON with comments, JSON Lines. */
import type { Sighting } from '../model.ts';
import { pragmas } from './context.ts';
import { type JsonDocument, readJson } from './jsonReader.ts';
import {
	bestCandidates,
	type Candidate,
	judgeObject,
	Nearness,
	type ReplyJudge,
	replyValue,
	surroundingsOf,
} from './reply.ts';

/**
 * The codes in a JSON text, in order. Context is a companion field in the same object, a host or word in the same
 * top-level document (comments before it included), a `faultbook-catalogue` comment anywhere, or an id in `always`.
 * Takes any text and throws nothing.
 */
export function recogniseJson(text: string, all: readonly ReplyJudge[], always: readonly string[]): Sighting[] {
	const judges = all.filter((judge) => mayHold(text, judge));
	if (judges.length === 0) return [];
	const names = new Set(judges.flatMap((judge) => [...judge.names]));
	const documents = [...readJson(text, names)];
	const named = new Set(pragmaIds(text, documents));
	const candidates: Candidate[] = [];
	let before = 0;
	for (const document of documents) {
		// Comments before a document belong to it.
		const part = text.slice(before, document.end);
		before = document.end;
		for (const judge of judges) {
			const isNamed = named.has(judge.lookup.catalogue.id);
			const surroundings = isNamed ? () => Nearness.pragma : surroundingsOf(judge, part, always);
			for (const object of document.objects)
				for (const candidate of judgeObject(object, judge, 'field', surroundings)) candidates.push(candidate);
		}
	}
	return bestCandidates(candidates).map((candidate) => candidate.sighting);
}

/** Whether one of the catalogue's fields has a value that it knows: spares most texts the reading. */
function mayHold(text: string, judge: ReplyJudge): boolean {
	for (const field of judge.fields) {
		const key = JSON.stringify(field);
		for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + key.length)) {
			const value = /^\s*:\s*(?:"?([\w.:-]+)|\/)/.exec(text.slice(at + key.length, at + key.length + VALUE_LENGTH));
			// A comment in between: reading will tell.
			if (value && (value[1] === undefined || replyValue(judge.lookup, value[1]) !== undefined)) return true;
		}
	}
	return false;
}

/** White space before a value included; codes have at most 128 characters. */
const VALUE_LENGTH = 300;

function pragmaIds(text: string, documents: readonly JsonDocument[]): string[] {
	return documents
		.flatMap((document) => document.comments)
		.flatMap(({ start, end }) => pragmas(text.slice(start, end)))
		.map((pragma) => pragma.id);
}
