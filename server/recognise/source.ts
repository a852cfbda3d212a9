/**
 * Sightings, dispatches and drafts of findings of one source document, for every catalogue. Units whose surroundings
 * have not changed keep what was judged of them.
 */
import type { Lookup } from '../catalogue/lookup.ts';
import type { Rivals } from '../catalogue/rivals.ts';
import { Constants, type Defined } from '../dispatch/constants.ts';
import { findDispatches, type FoundDispatch } from '../dispatch/find.ts';
import { type Court, type Judged, judgeDispatch, judgeTable, judgeValue, meaningOf } from '../dispatch/judge.ts';
import { pathText, scopesOf } from '../dispatch/scope.ts';
import type { SubjectReader } from '../dispatch/subject.ts';
import type { Operand, OperandSet } from '../dispatch/test.ts';
import type { Certainty, Range, Role, Sighting } from '../model.ts';
import { rules } from '../rules/index.ts';
import type { Draft, Site } from '../rules/rule.ts';
import type { FallbackPolicy } from '../../shared/settings.ts';
import { type ContextFinder, pragmas } from './context.ts';
import { Evidence, type FileContext } from './evidence.ts';
import type { ParsedSource, Unit } from './parse.ts';
import type { Syntax } from './syntax.ts';
import { shifted, tableEntries, type UnitFacts } from './unit.ts';

/** One catalogue with what is built once for it. */
export interface Known {
	readonly lookup: Lookup;
	readonly finder: ContextFinder;
}

export interface SourceOptions {
	readonly known: readonly Known[];
	readonly rivals: Rivals;
	readonly always: readonly string[];
	readonly policy: FallbackPolicy;
}

/** A judged dispatch or table with its place. */
export interface PlacedSite extends Site {
	readonly base: number;
	readonly judged: Judged;
	readonly drafts: readonly Draft[];
}

export interface SourceResult {
	readonly sightings: readonly Sighting[];
	readonly sites: readonly PlacedSite[];
}

/** What judging found in one unit, offsets relative to it. */
interface JudgedUnit {
	readonly sites: readonly (Site & { readonly drafts: readonly Draft[] })[];
	readonly sightings: readonly Seen[];
	/** Literals behind references, and sets that were asked, with how sure the asking dispatch is. */
	readonly proven: readonly Proof[];
	readonly asked: readonly { readonly name: string; readonly certainty: Certainty; readonly lookup: Lookup }[];
}

/** A literal that was reached through a name; `facts`: the unit that it stands in, if that is another one. */
interface Proof {
	readonly literal: Syntax;
	readonly facts: UnitFacts | undefined;
	readonly certainty: Certainty;
	readonly lookup: Lookup;
}

interface Seen extends Range {
	readonly lookup: Lookup;
	readonly code: string;
	readonly success: boolean;
	readonly role: Role;
	readonly certainty: Certainty;
}

const RANK: Record<Certainty, number> = { certain: 2, likely: 1, possible: 0 };
export const surer = (a: Certainty, b: Certainty): Certainty => (RANK[a] >= RANK[b] ? a : b);

/** Judges a document again and again, keeping what still holds. One for each open document. */
export class SourceJudge {
	#constants: Constants<Unit> | undefined;
	#defining: readonly UnitFacts[] = [];
	#surroundings = '';
	#options: SourceOptions | undefined;
	#judged = new WeakMap<UnitFacts, JudgedUnit>();

	judge(source: ParsedSource, options: SourceOptions): SourceResult {
		const { units, text, language } = source;
		const file = fileContext(source, options);
		const defining = units.filter(({ facts }) => facts.definitions.length > 0).map(({ facts }) => facts);
		const sameDefinitions = defining.length === this.#defining.length && defining.every((facts, i) => facts === this.#defining[i]);
		const surroundings = JSON.stringify([file.pragmas, [...file.mentioned], file.imports]);
		if (!this.#constants || !sameDefinitions || surroundings !== this.#surroundings || options !== this.#options)
			this.#judged = new WeakMap();
		this.#defining = defining;
		this.#surroundings = surroundings;
		this.#options = options;
		const constants = new Constants<Unit>(definitionsOf(units), language.reader);
		this.#constants = constants;

		const courts = options.known.map(
			(known): CourtBuilder =>
				new CourtBuilder(source, constants, new Evidence(known.lookup, known.finder, options.rivals, file), options.policy),
		);
		const pieces = units.map((unit) => {
			let judged = this.#judged.get(unit.facts);
			if (!judged) {
				judged = judgeUnit(unit.facts.dispatches, unit.facts, courts, (node) => text.slice(unit.base + node.start, unit.base + node.end));
				this.#judged.set(unit.facts, judged);
			}
			return { unit, judged };
		});
		const top = topLevel(source);
		if (top) pieces.push({ unit: top.unit, judged: judgeUnit(top.dispatches, top.unit.facts, courts, (node) => text.slice(node.start, node.end)) });
		return assemble(pieces, courts, constants, language.reader);
	}
}

function fileContext(source: ParsedSource, options: SourceOptions): FileContext {
	const { text, units } = source;
	const named = text.includes('faultbook-catalogue')
		? [...source.comments()].flatMap(({ start, end }) => pragmas(text.slice(start, end)).map(({ id }) => id))
		: [];
	return {
		pragmas: named,
		mentioned: new Set(options.known.filter(({ finder }) => finder.mentions(text)).map(({ lookup }) => lookup.catalogue.id)),
		imports: units.flatMap(({ facts }) => facts.imports),
		always: options.always,
	};
}

function definitionsOf(units: readonly Unit[]): Map<string, Defined<Unit> | null> {
	const defined = new Map<string, Defined<Unit> | null>();
	for (const unit of units)
		for (const { path, name, value } of unit.facts.definitions) {
			const before = defined.get(path);
			const isSame = before && pathText(before.value) === pathText(value);
			defined.set(path, before === undefined ? { value, name, unit } : isSame ? before : null);
		}
	return defined;
}

/** The dispatches of the top level, which may span units, with offsets of the document. */
function topLevel(source: ParsedSource): { unit: Unit; dispatches: FoundDispatch[] } | undefined {
	const { units, language } = source;
	if (!units.some(({ facts }) => facts.testsAtTop)) return undefined;
	const statements = units.map(({ base, facts }) => shifted(facts.syntax, base));
	const end = source.text.length;
	const [scope] = scopesOf({ kind: 'block', start: 0, end, statements }, []);
	if (!scope) return undefined;
	const comments = [...source.comments()];
	const facts: UnitFacts = {
		syntax: { kind: 'block', start: 0, end, statements },
		comments,
		scopes: [scope],
		dispatches: [],
		definitions: [],
		tables: [],
		loose: [],
		references: new Map(),
		imports: [],
		testsAtTop: false,
	};
	return { unit: { base: 0, end, facts }, dispatches: findDispatches(scope, language.reader) };
}

/** Makes the court of one catalogue for one unit after the other. */
class CourtBuilder {
	readonly evidence: Evidence;
	readonly constants: Constants<Unit>;
	readonly #source: ParsedSource;
	readonly #policy: FallbackPolicy;
	readonly #companions: readonly string[];

	constructor(source: ParsedSource, constants: Constants<Unit>, evidence: Evidence, policy: FallbackPolicy) {
		this.#source = source;
		this.constants = constants;
		this.evidence = evidence;
		this.#policy = policy;
		this.#companions = evidence.lookup.catalogue.match.companions;
	}

	for(facts: UnitFacts, text: (node: Syntax) => string): Omit<Court, 'companionBeside'> {
		const { data, reader } = this.#source.language;
		const { constants } = this;
		const entries = (set: OperandSet) =>
			constants.entries(set, (node, scope) => {
				const container = node.kind === 'call' && node.args[0] && reader.lexicon.sets.includes(pathText(node.callee)) ? node.args[0] : node;
				if (container.kind !== 'list' && container.kind !== 'table') return undefined;
				const owner = scope ?? facts.scopes[0];
				return owner ? tableEntries(container, reader, owner) : [];
			});
		return {
			evidence: this.evidence,
			language: data,
			reader,
			policy: this.#policy,
			text,
			values: {
				resolve: (operand) => constants.resolve(operand),
				members: (set) => entries(set)?.operands.map((operand) => constants.resolve(operand)),
			},
			setOperands: ({ set }) => {
				const found = entries(set);
				if (!found) return undefined;
				const operands =
					found.name === '' ? found.operands.map((operand): Operand => ({ ...operand, role: 'membership' })) : found.operands;
				return { operands, name: found.name };
			},
		};
	}

	/** Whether a companion of the same carrier is read in the unit. */
	hasCompanion(found: FoundDispatch, facts: UnitFacts): boolean {
		const { carrier } = found.subject;
		if (!carrier) return false;
		const path = pathText(carrier);
		return this.#companions.some((companion) => facts.references.has(`${path}.${companion}`));
	}
}

function judgeUnit(
	dispatches: readonly FoundDispatch[],
	facts: UnitFacts,
	courts: readonly CourtBuilder[],
	text: (node: Syntax) => string,
): JudgedUnit {
	const sites: (Site & { drafts: readonly Draft[] })[] = [];
	const sightings: Seen[] = [];
	const proven: Proof[] = [];
	const asked: JudgedUnit['asked'][number][] = [];
	const hasComment: Site['hasComment'] = (start, end, around) =>
		facts.comments.some((comment) => {
			if (comment.start < start || comment.end > Math.max(around.end, end)) return false;
			return comment.start < end || !text({ kind: 'nothing', start: end, end: comment.start }).includes('\n');
		});
	for (const builder of courts) {
		const court = builder.for(facts, text);
		const { lookup } = builder.evidence;
		for (const dispatch of dispatches) {
			const judged = judgeDispatch(dispatch, { ...court, companionBeside: builder.hasCompanion(dispatch, facts) });
			if (!judged) continue;
			const site: Site = { judged, dispatch, hasComment };
			sites.push({ ...site, drafts: draftsOf(site) });
			if (judged.isForeign) continue;
			for (const value of judged.values) {
				if (value.isHere) sightings.push(...seen(value.operand, judged.certainty, value.resolved.kind === 'value' ? value.resolved.text : '', lookup));
				const { resolved } = value;
				if (resolved.kind === 'value' && (resolved.viaReference || !value.isHere)) {
					const facts = (resolved.unit as Unit | undefined)?.facts;
					proven.push({ literal: resolved.literal, facts, certainty: judged.certainty, lookup });
				}
			}
			asked.push(...judged.sets.map((name) => ({ name, certainty: judged.certainty, lookup })));
		}
		for (const loose of facts.loose) {
			const { resolved, meaning } = judgeValue(loose, court.values, lookup);
			if (resolved.kind !== 'value' || (meaning?.kind !== 'code' && meaning?.kind !== 'success')) continue;
			const near = builder.evidence.near(loose.enclosing);
			if (near === 'rival') continue;
			const beside = loose.siblings.some((name) => lookup.catalogue.match.companions.includes(name));
			sightings.push(...seen(loose, near === 'here' || beside ? 'certain' : 'possible', resolved.text, lookup));
		}
	}
	return { sites, sightings, proven, asked };
}

const draftsOf = (site: Site): Draft[] =>
	rules.filter((rule) => site.judged.certainty === 'certain' || (rule.needs === 'likely' && site.judged.certainty === 'likely'))
		.flatMap((rule) => (site.judged.isForeign ? [] : rule.check(site)));

/** The sighting of a value, or none where it is no code, or success that is not certain. */
function seen({ node, role }: { node: Syntax; role: Role }, certainty: Certainty, text: string, lookup: Lookup): Seen[] {
	const meaning = meaningOf(text, lookup);
	const success = meaning.kind === 'success';
	if (meaning.kind !== 'code' && !(success && certainty === 'certain')) return [];
	const { start, end } = node.kind === 'text' ? node.inner : node;
	return [{ start, end, lookup, code: meaning.kind === 'code' ? meaning.code.code : text, success, role, certainty }];
}

/** Joins what the units gave with what only the whole file shows: sets, constants and their uses. */
function assemble(
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
		const own = <T extends { lookup: Lookup; certainty: Certainty }>(items: readonly T[]): T[] => items.filter((item) => item.lookup === lookup);
		/** By the literal's place in the document. */
		const proven = new Map<number, Certainty>();
		const prove = (place: number, certainty: Certainty) => proven.set(place, surer(certainty, proven.get(place) ?? certainty));
		const asked = new Map<string, Certainty>();
		for (const { unit, judged } of pieces) {
			for (const { literal, facts, certainty } of own(judged.proven))
				prove((facts ? (bases.get(facts) ?? 0) : unit.base) + literal.start, certainty);
			for (const { name, certainty } of own(judged.asked)) asked.set(name, surer(certainty, asked.get(name) ?? certainty));
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
			const certainty = proven.get(place.base + literal.start) ?? sightings.get(`${lookup.catalogue.id} ${place.base + spot.start}`)?.certainty;
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
function ownMember(path: string, unit: Unit, named: ReadonlyMap<string, Seen>, reader: SubjectReader): Seen | undefined {
	const self = reader.lexicon.self.find((one) => path.startsWith(`${one}.`));
	if (!self) return undefined;
	const types = unit.facts.scopes[0]?.enclosing ?? [];
	return types.map((type) => named.get(`${type}.${path.slice(self.length + 1)}`)).find((one) => one);
}
