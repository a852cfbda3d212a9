/**
 * Sightings, dispatches and drafts of findings of one source document, for every catalogue. Units whose surroundings
 * have not changed keep what was judged of them.
 */

import type { FallbackPolicy } from '../../shared/settings.ts';
import type { Lookup } from '../catalogue/lookup.ts';
import { Constants, type Defined } from '../dispatch/constants.ts';
import type { Check } from '../dispatch/draft.ts';
import { findDispatches } from '../dispatch/find.ts';
import type { FoundDispatch } from '../dispatch/found.ts';
import { scopesOf } from '../dispatch/scopes.ts';
import type { Operand } from '../dispatch/test.ts';
import type { View } from '../link/view.ts';
import { assemble } from './assemble.ts';
import type { Contenders } from './contenders.ts';
import { type ContextFinder, pragmas } from './context.ts';
import { CourtBuilder } from './court.ts';
import { Evidence, type FileContext } from './evidence.ts';
import { type JudgedUnit, judgeUnit, type SourceResult } from './judgedUnit.ts';
import { isCodeLike } from './names.ts';
import { memberLiteral } from './operands.ts';
import type { ParsedSource, Unit } from './parse.ts';
import { pathText } from './pathText.ts';
import type { Binding, Syntax } from './syntax.ts';
import type { FoundTable } from './tables.ts';
import { shifted, type UnitFacts } from './unit.ts';

/** One catalogue with what is built once for it. */
export interface Known {
	readonly lookup: Lookup;
	readonly finder: ContextFinder;
	/** Whether a text has the text of any of its codes in it. */
	readonly namesCode: (text: string) => boolean;
}

export interface SourceOptions {
	readonly known: readonly Known[];
	readonly rivals: Contenders;
	readonly always: readonly string[];
	readonly policy: FallbackPolicy;
	/** What the rules say of a site. */
	readonly check: Check;
}

/** Judges a document again and again, keeping what still holds. One for each open document. */
export class SourceJudge {
	#constants: Constants<Unit> | undefined;
	#defining: readonly UnitFacts[] = [];
	#surroundings = '';
	#options: SourceOptions | undefined;
	#view: View | undefined;
	#judged = new WeakMap<UnitFacts, JudgedUnit>();
	#evidence: readonly Evidence[] = [];

	/** What the document says of each catalogue's API, as judged last. */
	get evidence(): readonly Evidence[] {
		return this.#evidence;
	}

	/** `view`: what it sees of other files; another one than before, and everything is judged anew. */
	judge(source: ParsedSource, options: SourceOptions, view?: View): SourceResult {
		const { units, text, language } = source;
		const file = fileContext(source, options, view);
		const defining = units.filter(({ facts }) => facts.definitions.length > 0).map(({ facts }) => facts);
		const sameDefinitions =
			defining.length === this.#defining.length && defining.every((facts, i) => facts === this.#defining[i]);
		const surroundings = JSON.stringify([
			file.pragmas,
			[...file.mentioned],
			[...(file.firm ?? [])],
			file.imports,
			[...(file.imported ?? [])],
			[...(file.bindings ?? [])],
			file.rivalHosts,
		]);
		if (
			!this.#constants ||
			!sameDefinitions ||
			surroundings !== this.#surroundings ||
			options !== this.#options ||
			view !== this.#view
		)
			this.#judged = new WeakMap();
		this.#view = view;
		this.#defining = defining;
		this.#surroundings = surroundings;
		this.#options = options;
		const constants = new Constants<Unit>(definitionsOf(units), language.reader, view);
		this.#constants = constants;

		const courts = options.known.map(
			(known): CourtBuilder =>
				new CourtBuilder(
					source,
					constants,
					new Evidence(known.lookup, known.finder, options.rivals, file),
					options.policy,
					view?.file.facts.bindings ?? [],
				),
		);
		this.#evidence = courts.map(({ evidence }) => evidence);
		const pieces = units.map((unit) => {
			let judged = this.#judged.get(unit.facts);
			if (!judged) {
				judged = judgeUnit(unit.facts.dispatches, unit.facts, courts, options.check, (node) =>
					text.slice(unit.base + node.start, unit.base + node.end),
				);
				this.#judged.set(unit.facts, judged);
			}
			return { unit, judged };
		});
		const top = topLevel(source);
		if (top)
			pieces.push({
				unit: top.unit,
				judged: judgeUnit(top.dispatches, top.unit.facts, courts, options.check, (node) =>
					text.slice(node.start, node.end),
				),
			});
		return assemble(pieces, typeTables(source), courts, constants, language.reader, options.check);
	}
}

function fileContext(source: ParsedSource, options: SourceOptions, view: View | undefined): FileContext {
	const { text, units } = source;
	const named = text.includes('faultbook-catalogue')
		? [...source.comments()].flatMap(({ start, end }) => pragmas(text.slice(start, end)).map(({ id }) => id))
		: [];
	const idsOf = (known: readonly Known[]) => new Set(known.map(({ lookup }) => lookup.catalogue.id));
	const mentioning = options.known.filter(({ finder }) => finder.mentions(text));
	return {
		pragmas: named,
		mentioned: idsOf(mentioning),
		firm: idsOf(mentioning.filter(({ finder, namesCode }) => namesCode(text) || finder.mentionsHost(text))),
		imports: [
			...new Set(
				units.flatMap(({ facts }) => [
					...facts.imports,
					...[...facts.links.bindings, ...facts.links.inner].map(({ source }) => source),
				]),
			),
		].filter(Boolean),
		bindings: new Map(units.flatMap(({ facts }) => facts.links.bindings.flatMap(boundModule))),
		rivalHosts: options.rivals.hostsIn(text),
		imported: new Set(view?.mentions),
		always: options.always,
	};
}

/** The name that stands for a module or something of it; a module imported without one goes by the last of its path. */
function boundModule({ what, local, source }: Binding): [name: string, source: string][] {
	const [name] = (local || (what === 'module' ? (source.split('/').at(-1) ?? '') : '')).split('.');
	return name && source ? [[name, source]] : [];
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
	const syntax: Syntax = { kind: 'block', start: 0, end, statements };
	const facts: UnitFacts = { ...emptyFacts(syntax), comments: [...source.comments()], scopes: [scope] };
	return { unit: { base: 0, end, facts }, dispatches: findDispatches(scope, language.reader) };
}

/** The constants of types whose members are units of their own, as tables with offsets of the document. */
function typeTables(source: ParsedSource): { unit: Unit }[] {
	const { units, types } = source;
	return types.flatMap(({ at, path, start, end }) => {
		if (!isCodeLike(path.at(-1) ?? '')) return [];
		const own = units.filter((unit) => unit.base >= start && unit.end <= end && unit.facts.definitions.length > 0);
		const prefix = `${path.join('.')}.`;
		const name = path.at(-1) ?? '';
		const syntax: Syntax = { kind: 'nothing', start, end };
		const [scope] = scopesOf(syntax, path.slice(0, -1));
		if (!scope) return [];
		const entries = own.flatMap(({ base, facts }) =>
			facts.definitions
				.filter(
					(definition) => definition.path.startsWith(prefix) && !definition.path.slice(prefix.length).includes('.'),
				)
				.flatMap(({ value }) => memberLiteral(value) ?? [])
				.map((literal): Operand => ({ node: shifted(literal, base), role: 'member', scope })),
		);
		if (entries.length === 0) return [];
		const table: FoundTable = { name, at, enclosing: path, scope, entries, isCodeLike: true };
		return [{ unit: { base: 0, end, facts: { ...emptyFacts(syntax), tables: [table] } } }];
	});
}

const emptyFacts = (syntax: Syntax): UnitFacts => ({
	syntax,
	comments: [],
	scopes: [],
	dispatches: [],
	definitions: [],
	tables: [],
	loose: [],
	unchecked: [],
	deadAccessors: [],
	references: new Map(),
	imports: [],
	links: { bindings: [], inner: [], exports: [] },
	testsAtTop: false,
});
