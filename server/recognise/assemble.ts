/** Joins what the units of a document gave with what only the whole file shows: sets, constants and their uses. */
import type { Lookup } from '../catalogue/lookup.ts';
import type { Constants } from '../dispatch/constants.ts';
import type { Check, Site } from '../dispatch/draft.ts';
import { judgeTable } from '../dispatch/judgeTable.ts';
import type { SubjectReader } from '../dispatch/subject.ts';
import type { Certainty, Sighting } from '../model.ts';
import type { CourtBuilder } from './court.ts';
import type { PlacedSite, SourceResult } from './judgedUnit.ts';
import {
	bestExplained,
	certaintyOf,
	type JudgedUnit,
	type Proof,
	RANK,
	type Seen,
	seen,
	shownSite,
} from './judgedUnit.ts';
import type { Unit } from './parse.ts';
import { pathText } from './pathText.ts';
import type { Syntax } from './syntax.ts';
import type { UnitFacts } from './unit.ts';

/** What a place was shown to be by a dispatch that refers to it. */
interface Proven {
	readonly node: Syntax;
	/** What the node's offsets count from. */
	readonly base: number;
	readonly certainty: Certainty;
}

const surer = (a: Certainty, b: Certainty): Certainty => (RANK[a] >= RANK[b] ? a : b);

/** `typed`: the tables that types are whose members are units of their own. */
export function assemble(
	pieces: readonly { unit: Unit; judged: JudgedUnit }[],
	typed: readonly { unit: Unit }[],
	courts: readonly CourtBuilder[],
	constants: Constants<Unit>,
	reader: SubjectReader,
	check: Check,
): SourceResult {
	const sites: PlacedSite[] = [];
	const sightings = new Map(courts.map(({ evidence }) => [evidence.lookup, new Map<number, Sighting>()]));
	const add = (base: number, one: Seen): void => {
		const { code, family, success, certainty, lookup } = one;
		const known = sightings.get(lookup);
		const start = base + one.start;
		const before = known?.get(start);
		// What a place is used for says less than what it is.
		const isMore = before?.role === 'use' && one.role !== 'use' && RANK[before.certainty] === RANK[certainty];
		if (before && !isMore && (one.role === 'use' || RANK[before.certainty] >= RANK[certainty])) return;
		const role = before && before.role !== 'use' && one.role === 'declaration' ? before.role : one.role;
		const place = { start, end: base + one.end, catalogue: lookup.catalogue.id, code, success, role, certainty };
		known?.set(start, family === undefined ? place : { ...place, family });
	};
	const bases = new Map(pieces.map(({ unit }) => [unit.facts, unit.base]));
	for (const { unit, judged } of pieces) {
		for (const site of judged.sites) sites.push({ site, base: unit.base });
		for (const one of judged.sightings) add(unit.base, one);
	}
	const states = courts.map((court) => stateOf(court, pieces, bases));
	for (const { unit } of [...pieces, ...typed]) {
		const setups = new Map<State, ReturnType<CourtBuilder['for']>>();
		for (const table of unit.facts.tables) {
			const judgements = states.flatMap((state) => {
				const used = table.container && state.asked.get(unit.base + table.container.start)?.certainty;
				if (!table.isCodeLike && !table.isWordy && !used) return [];
				const setup = setups.get(state) ?? state.court.for(unit.facts, () => '');
				setups.set(state, setup);
				return judgeTable(table, { ...setup, companionBeside: false }, used) ?? [];
			});
			for (const judged of bestExplained(judgements)) {
				const { lookup } = judged;
				const site: Site = { judged, table, hasComment: () => false };
				sites.push({ site: shownSite(site, check), base: unit.base });
				if (judged.isForeign) continue;
				for (const value of judged.values) {
					const certainty = certaintyOf(value, judged);
					if (value.resolved.kind !== 'value' || !certainty) continue;
					for (const one of seen(value.operand, certainty, value.resolved.text, lookup)) add(unit.base, one);
					if (value.resolved.from) continue;
					const base = (value.resolved.unit as Unit | undefined)?.base ?? unit.base;
					const state = states.find((one) => one.lookup === lookup);
					if (state) prove(state.proven, base, value.resolved.literal, certainty);
				}
			}
		}
	}
	for (const { lookup, proven } of states) {
		const imported = importedBy(pieces, lookup);
		uses(pieces, lookup, proven, imported, sightings.get(lookup) ?? new Map(), constants, reader, add);
	}
	const all = [...sightings.values()].flatMap((known) => [...known.values()]);
	return { sightings: all.sort((a, b) => a.start - b.start), sites };
}

/** What the dispatches of a document show of its constants and sets, for one catalogue. */
interface State {
	readonly court: CourtBuilder;
	readonly lookup: Lookup;
	/** By the place of the literal, or of the set, in the document. */
	readonly proven: Map<number, Proven>;
	readonly asked: Map<number, Proven>;
}

function stateOf(
	court: CourtBuilder,
	pieces: readonly { unit: Unit; judged: JudgedUnit }[],
	bases: ReadonlyMap<UnitFacts, number>,
): State {
	const { lookup } = court.evidence;
	const state: State = { court, lookup, proven: new Map(), asked: new Map() };
	for (const { unit, judged } of pieces) {
		const keep = (places: Map<number, Proven>, proofs: readonly Proof[]): void => {
			for (const { node, facts, certainty, lookup: of } of proofs)
				if (of === lookup) prove(places, facts ? (bases.get(facts) ?? 0) : unit.base, node, certainty);
		};
		keep(state.proven, judged.proven);
		keep(state.asked, judged.asked);
	}
	return state;
}

function prove(places: Map<number, Proven>, base: number, node: Syntax, certainty: Certainty): void {
	const before = places.get(base + node.start);
	places.set(base + node.start, { node, base, certainty: surer(certainty, before?.certainty ?? certainty) });
}

/** Constants of other files that are used as a catalogue's codes, by the path by which they are read here. */
function importedBy(pieces: readonly { judged: JudgedUnit }[], lookup: Lookup): Map<string, Seen> {
	const imported = new Map<string, Seen>();
	const nowhere: Syntax = { kind: 'nothing', start: 0, end: 0 };
	for (const { judged } of pieces)
		for (const { path, text, certainty, lookup: of } of judged.imported) {
			if (of !== lookup) continue;
			const before = imported.get(path)?.certainty ?? certainty;
			const [one] = seen({ node: nowhere, role: 'use' }, surer(certainty, before), text, lookup);
			if (one) imported.set(path, one);
		}
	return imported;
}

/** Constants that stand for a code: their literal, and every place where they are read. */
function uses(
	pieces: readonly { unit: Unit }[],
	lookup: Lookup,
	proven: ReadonlyMap<number, Proven>,
	/** Constants of other files, by the path by which they are read here. */
	imported: ReadonlyMap<string, Seen>,
	sightings: ReadonlyMap<number, Sighting>,
	constants: Constants<Unit>,
	reader: SubjectReader,
	add: (base: number, one: Seen) => void,
): void {
	const named = new Map(imported);
	for (const { unit } of pieces)
		for (const { path, value } of unit.facts.definitions) {
			const resolved = constants.resolve({ node: value, role: 'declaration', scope: undefined });
			if (resolved.kind !== 'value') continue;
			const { literal } = resolved;
			if (resolved.from) {
				const constant = imported.get(pathText(literal));
				if (constant) named.set(path, constant);
				continue;
			}
			const place = resolved.unit ?? unit;
			const spot = literal.kind === 'text' ? literal.inner : literal;
			const certainty =
				proven.get(place.base + literal.start)?.certainty ?? sightings.get(place.base + spot.start)?.certainty;
			if (!certainty) continue;
			const [one] = seen({ node: literal, role: 'declaration' }, certainty, resolved.text, lookup);
			if (!one) continue;
			add(place.base, one);
			named.set(path, one);
		}
	// Constants in functions: their literal alone.
	for (const { node, base, certainty } of proven.values()) {
		const text = node.kind === 'number' ? node.text : node.kind === 'text' ? node.value : '';
		for (const one of seen({ node, role: 'declaration' }, certainty, text, lookup)) add(base, one);
	}
	for (const { unit } of pieces) {
		const { references, scopes } = unit.facts;
		const isHidden = (path: string): boolean => {
			const [first = ''] = path.split('.');
			return scopes.some((scope, i) => i > 0 && scope.values.has(first));
		};
		const use = (path: string, constant: Seen): void => {
			const places = references.get(path);
			if (!places || isHidden(path)) return;
			for (const { start, end } of places) add(unit.base, { ...constant, start, end, role: 'use' });
		};
		for (const [path, constant] of named) {
			use(path, constant);
			// `this.AUTH` in a type is the type's own `AUTH`, and in some languages `AUTH` is.
			for (const [i, type] of (scopes[0]?.enclosing ?? []).entries())
				for (const prefix of new Set([type, scopes[0]?.enclosing.slice(0, i + 1).join('.') ?? type])) {
					if (!path.startsWith(`${prefix}.`)) continue;
					for (const self of reader.lexicon.self) use(`${self}${path.slice(prefix.length)}`, constant);
					if (reader.lexicon.bareMembers) use(path.slice(prefix.length + 1), constant);
				}
		}
	}
}
