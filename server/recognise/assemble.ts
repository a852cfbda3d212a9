/** Joins what the units of a document gave with what only the whole file shows: sets, constants and their uses. */
import type { Lookup } from '../catalogue/lookup.ts';
import type { Constants } from '../dispatch/constants.ts';
import { judgeTable } from '../dispatch/judge.ts';
import type { SubjectReader } from '../dispatch/subject.ts';
import type { Certainty, Sighting } from '../model.ts';
import type { Site } from '../rules/rule.ts';
import type { CourtBuilder } from './court.ts';
import { draftsOf, type JudgedUnit, type Seen, seen } from './judgedUnit.ts';
import type { Unit } from './parse.ts';
import type { PlacedSite, SourceResult } from './source.ts';

const RANK: Record<Certainty, number> = { certain: 2, likely: 1, possible: 0 };
const surer = (a: Certainty, b: Certainty): Certainty => (RANK[a] >= RANK[b] ? a : b);

export function assemble(
	pieces: readonly { unit: Unit; judged: JudgedUnit }[],
	courts: readonly CourtBuilder[],
	constants: Constants<Unit>,
	reader: SubjectReader,
): SourceResult {
	const sites: PlacedSite[] = [];
	const sightings = new Map<string, Sighting>();
	const add = (base: number, one: Seen): void => {
		const id = one.lookup.catalogue.id;
		const key = `${id} ${base + one.start}`;
		const before = sightings.get(key);
		if (before && (one.role === 'use' || RANK[before.certainty] >= RANK[one.certainty])) return;
		const { code, success, certainty } = one;
		const role = before && one.role === 'declaration' ? before.role : one.role;
		sightings.set(key, { start: base + one.start, end: base + one.end, catalogue: id, code, success, role, certainty });
	};
	const bases = new Map(pieces.map(({ unit }) => [unit.facts, unit.base]));
	for (const { unit, judged } of pieces) {
		for (const site of judged.sites) sites.push({ ...site, base: unit.base });
		for (const one of judged.sightings) add(unit.base, one);
	}
	for (const court of courts) {
		const { lookup } = court.evidence;
		const own = <T extends { lookup: Lookup; certainty: Certainty }>(items: readonly T[]): T[] =>
			items.filter((item) => item.lookup === lookup);
		/** By the literal's place in the document. */
		const proven = new Map<number, Certainty>();
		const prove = (place: number, certainty: Certainty) =>
			proven.set(place, surer(certainty, proven.get(place) ?? certainty));
		const asked = new Map<string, Certainty>();
		for (const { unit, judged } of pieces) {
			for (const { literal, facts, certainty } of own(judged.proven))
				prove((facts ? (bases.get(facts) ?? 0) : unit.base) + literal.start, certainty);
			for (const { name, certainty } of own(judged.asked))
				asked.set(name, surer(certainty, asked.get(name) ?? certainty));
		}
		for (const { unit } of pieces) {
			const setup = court.for(unit.facts, () => '');
			for (const table of unit.facts.tables) {
				const used = asked.get(table.name);
				const judged = judgeTable(table, { ...setup, companionBeside: false }, used);
				if (!judged) continue;
				const site: Site = { judged, table, hasComment: () => false };
				sites.push({ ...site, base: unit.base, drafts: draftsOf(site) });
				if (judged.isForeign) continue;
				for (const value of judged.values) {
					if (value.resolved.kind !== 'value') continue;
					for (const one of seen(value.operand, judged.certainty, value.resolved.text, lookup)) add(unit.base, one);
					const place = (value.resolved.unit as Unit | undefined)?.base ?? unit.base;
					prove(place + value.resolved.literal.start, judged.certainty);
				}
			}
		}
		uses(pieces, lookup, proven, sightings, constants, reader, add);
	}
	return { sightings: [...sightings.values()].sort((a, b) => a.start - b.start), sites };
}

/** Constants that stand for a code: their literal, and every place where they are read. */
function uses(
	pieces: readonly { unit: Unit }[],
	lookup: Lookup,
	proven: ReadonlyMap<number, Certainty>,
	sightings: ReadonlyMap<string, Sighting>,
	constants: Constants<Unit>,
	reader: SubjectReader,
	add: (base: number, one: Seen) => void,
): void {
	const named = new Map<string, Seen>();
	for (const { unit } of pieces)
		for (const { path, value } of unit.facts.definitions) {
			const resolved = constants.resolve({ node: value, role: 'declaration', scope: undefined });
			if (resolved.kind !== 'value') continue;
			const { literal } = resolved;
			const place = resolved.unit ?? unit;
			const spot = literal.kind === 'text' ? literal.inner : literal;
			const certainty =
				proven.get(place.base + literal.start) ??
				sightings.get(`${lookup.catalogue.id} ${place.base + spot.start}`)?.certainty;
			if (!certainty) continue;
			const [one] = seen({ node: literal, role: 'declaration' }, certainty, resolved.text, lookup);
			if (!one) continue;
			add(place.base, one);
			named.set(path, one);
		}
	// Constants in functions: their literal alone.
	for (const { unit } of pieces)
		for (const scope of unit.facts.scopes.slice(1))
			for (const value of scope.values.values()) {
				const literal = value && reader.peel(value);
				const certainty = literal && proven.get(unit.base + literal.start);
				if (!literal || !certainty || (literal.kind !== 'number' && literal.kind !== 'text')) continue;
				const text = literal.kind === 'number' ? literal.text : literal.value;
				for (const one of seen({ node: literal, role: 'declaration' }, certainty, text, lookup)) add(unit.base, one);
			}
	for (const { unit } of pieces) {
		const bound = new Set(unit.facts.scopes.slice(1).flatMap((scope) => [...scope.values.keys()]));
		for (const [path, places] of unit.facts.references) {
			const isHidden = bound.has(path.split('.')[0] ?? '');
			const constant = (isHidden ? undefined : named.get(path)) ?? ownMember(path, unit, named, reader);
			if (!constant) continue;
			for (const { start, end } of places) add(unit.base, { ...constant, start, end, role: 'use' });
		}
	}
}

/** `this.AUTH` in a type is the type's own `AUTH`. */
function ownMember(
	path: string,
	unit: Unit,
	named: ReadonlyMap<string, Seen>,
	reader: SubjectReader,
): Seen | undefined {
	const self = reader.lexicon.self.find((one) => path.startsWith(`${one}.`));
	if (!self) return undefined;
	const types = unit.facts.scopes[0]?.enclosing ?? [];
	return types.map((type) => named.get(`${type}.${path.slice(self.length + 1)}`)).find((one) => one);
}
