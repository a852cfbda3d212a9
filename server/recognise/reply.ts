/**
 * What makes a field of a reply a code: the operand and context proofs for JSON objects, in files as in logs, and
 * which catalogue explains a place best when several could.
 */
import type { Lookup } from '../catalogue/lookup.ts';
import type { Certainty, Sighting } from '../model.ts';
import type { ContextFinder } from './context.ts';
import type { JsonContainer, JsonField } from './jsonReader.ts';
import type { Known } from './source.ts';

/** How near the context stands that makes a sighting certain; the smaller, the nearer. */
export const Nearness = { pragma: 0, companion: 1, mention: 2, always: 3 } as const;
export type Nearness = (typeof Nearness)[keyof typeof Nearness];

export const NO_CONTEXT = 4;

/** A sighting that may yet lose against another catalogue's of the same place. */
export interface Candidate {
	readonly sighting: Sighting;
	/** `NO_CONTEXT` where it is not certain. */
	readonly nearness: Nearness | typeof NO_CONTEXT;
}

/** One catalogue, ready to judge any number of replies. */
export interface ReplyJudge {
	readonly lookup: Lookup;
	readonly finder: ContextFinder;
	readonly fields: ReadonlySet<string>;
	readonly companions: ReadonlySet<string>;
	readonly messages: ReadonlySet<string>;
	readonly items: ReadonlySet<string>;
	/** All names above. */
	readonly names: ReadonlySet<string>;
}

/** The judge of a catalogue; made once. */
export function replyJudge({ lookup, finder }: Known): ReplyJudge {
	const { fields, companions, messages, items } = lookup.catalogue.match;
	return {
		...{ lookup, finder },
		fields: new Set(fields),
		companions: new Set(companions),
		messages: new Set(messages),
		items: new Set(items),
		names: new Set([...fields, ...companions, ...messages, ...items]),
	};
}

/** What a value in a reply or log is to a catalogue. */
export interface ReplyValue {
	readonly code: string;
	readonly success: boolean;
	/** Only the family of the code is known. */
	readonly family?: string;
}

/** What a text is to a catalogue: one of its codes, a member of a known family, success, or nothing of its own. */
export function replyValue(lookup: Lookup, text: string): ReplyValue | undefined {
	if (lookup.isForeign(text)) return undefined;
	const code = lookup.find(text);
	if (code) return { code: code.code, success: false };
	if (lookup.isSuccess(text)) return { code: text, success: true };
	const family = lookup.memberOf(text);
	return family === undefined ? undefined : { code: text, success: false, family };
}

/**
 * How sure a code is that stands where a code stands. `nearness`: of what says that its API is meant. `module`: the
 * module's code that the message opens with. Undefined for what would be no sighting: success that is not certain, and
 * without context a bare word, which too many APIs share.
 */
export function replyCertainty(
	{ code, success, family }: ReplyValue,
	nearness: Nearness | undefined,
	module: string | undefined,
): Certainty | undefined {
	if (nearness !== undefined) return 'certain';
	const isNumber = /^-?\d+$/.test(code);
	if (success || (!isNumber && !code.includes('.'))) return undefined;
	const isKnownDotted = !isNumber && family === undefined;
	return module !== undefined || isKnownDotted ? 'likely' : 'possible';
}

/**
 * The module code that a message opens with, digits only: `(100004)projectId…`, `20108:Channel…`. None in
 * `(bd6d22a359eb)…`, the end of a request id, in `12:30 …` and in `404: …`.
 */
export function moduleOf(message: string): string | undefined {
	const match = /^(?:\((\d+)\)|(\d{4,}):(?!\d))/.exec(message);
	return match?.[1] ?? match?.[2];
}

/**
 * How near the context is that a text as a whole gives to all that stands in it: a host or word that it mentions, or
 * an id in `always`. Found out when first asked.
 */
export function surroundingsOf(judge: ReplyJudge, text: string, always: readonly string[]): () => Nearness | undefined {
	let asked = false;
	let answer: Nearness | undefined;
	return () => {
		if (asked) return answer;
		asked = true;
		if (judge.finder.mentions(text)) answer = Nearness.mention;
		else if (always.includes(judge.lookup.catalogue.id)) answer = Nearness.always;
		return answer;
	};
}

/**
 * The sightings of one catalogue in one object. `surroundings` says how near the nearest context outside of the object
 * is, if there is any; it is asked only when needed.
 */
export function judgeObject(
	object: JsonContainer,
	judge: ReplyJudge,
	role: Sighting['role'],
	surroundings: () => Nearness | undefined,
): Candidate[] {
	const codes: { field: JsonField; value: ReplyValue }[] = [];
	for (const field of object.fields) {
		if (!judge.fields.has(field.name) || (field.kind !== 'string' && field.kind !== 'number')) continue;
		const value = replyValue(judge.lookup, field.text);
		if (value) codes.push({ field, value });
	}
	if (codes.length === 0) return [];
	const known = new Set(object.fields.map((field) => field.name).filter((name) => judge.names.has(name)));
	const isAlone = object.others === 0 && object.fields.every((field) => field.name === codes[0]?.field.name);
	// Every code field is known itself, so that two names are one with a sibling.
	if (known.size < 2 && !isAlone) return [];

	const reply = replyAround(object, judge);
	const nearness = nearest(
		hasCompanion(object, judge) || (reply && hasCompanion(reply, judge)) ? Nearness.companion : undefined,
		surroundings(),
	);
	const module = moduleIn(object, judge);
	const moduleAround = module ?? (reply && moduleIn(reply, judge));
	return codes.flatMap(({ field, value }) => {
		const certainty = replyCertainty(value, nearness, moduleAround);
		if (certainty === undefined) return [];
		return [
			{
				sighting: {
					...{ start: field.start, end: field.end, catalogue: judge.lookup.catalogue.id },
					...{ ...value, role, certainty, ...(module === undefined ? {} : { module }) },
				},
				nearness: nearness ?? NO_CONTEXT,
			},
		];
	});
}

function nearest(one: Nearness | undefined, other: Nearness | undefined): Nearness | undefined {
	if (one === undefined || other === undefined) return one ?? other;
	return one < other ? one : other;
}

/** The reply whose batch an object is an item of: items are as certain as their reply, other children are not. */
function replyAround(object: JsonContainer, judge: ReplyJudge): JsonContainer | undefined {
	const holder = object.parent;
	if (holder?.key === undefined || !judge.items.has(holder.key)) return undefined;
	const reply = holder.parent;
	return reply?.fields.some((field) => judge.fields.has(field.name)) ? reply : undefined;
}

function hasCompanion(object: JsonContainer, judge: ReplyJudge): boolean {
	return object.fields.some((field) => isText(field) && judge.companions.has(field.name));
}

/** A string that was cut off still says what it says. */
function isText(field: JsonField): boolean {
	return field.kind === 'string' || field.kind === 'cut';
}

function moduleIn(object: JsonContainer, judge: ReplyJudge): string | undefined {
	for (const field of object.fields) {
		const module = judge.messages.has(field.name) && isText(field) ? moduleOf(field.text) : undefined;
		if (module !== undefined) return module;
	}
	return undefined;
}

const CERTAINTIES: readonly Certainty[] = ['certain', 'likely', 'possible'];

/**
 * The smaller, the surer; between certain ones the nearer context decides, then whether the code itself is known or
 * only its family.
 */
export function weight({ sighting, nearness }: Candidate): number {
	const context = CERTAINTIES.indexOf(sighting.certainty) * (NO_CONTEXT + 1) + nearness;
	return context * 2 + (sighting.family === undefined ? 0 : 1);
}

/** Of several catalogues' sightings of one place the best explained; a tie keeps all. In order of `start`. */
export function bestCandidates(candidates: readonly Candidate[]): Candidate[] {
	const best = new Map<number, number>();
	for (const candidate of candidates) {
		const { start } = candidate.sighting;
		best.set(start, Math.min(best.get(start) ?? Number.POSITIVE_INFINITY, weight(candidate)));
	}
	return candidates
		.filter((candidate) => weight(candidate) === best.get(candidate.sighting.start))
		.sort((one, other) => one.sighting.start - other.sighting.start);
}
