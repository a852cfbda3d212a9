/** What a dispatch is judged by: one catalogue's evidence in one document, and what names stand for there. */

import type { FallbackPolicy } from '../../shared/settings.ts';
import type { Constants, Entries, Resolved } from '../dispatch/constants.ts';
import type { FoundDispatch } from '../dispatch/found.ts';
import type { Court } from '../dispatch/judge.ts';
import { isLocal, type Scope } from '../dispatch/scope.ts';
import { isReference } from '../dispatch/subject.ts';
import type { Operand, OperandSet } from '../dispatch/test.ts';
import type { LeanBinding } from '../link/facts.ts';
import { isOfModule } from './context.ts';
import type { Evidence } from './evidence.ts';
import { spellings } from './names.ts';
import type { ParsedSource, Unit } from './parse.ts';
import { pathText } from './pathText.ts';
import { asPath, segmentsOf } from './references.ts';
import type { Syntax } from './syntax.ts';
import { isKnownWhole, type ListPart, partsOf, tableEntries } from './tables.ts';
import type { UnitFacts } from './unit.ts';

/** How constants are spelt. */
const CONSTANT = /^[A-Z][A-Z0-9_]*$/;

/** How many codes a set may have that is put together of others, and through how many others: beyond, it is not known. */
const MOST_ITEMS = 5000;
const DEEPEST = 100;

/** A set that is put together of others. */
interface Joined {
	readonly operands: readonly Operand[];
	readonly container: Syntax;
}

/** An operand of a set that another takes over at `spot`. */
function elsewhere(operand: Operand, resolved: Resolved<unknown>, { start, end }: Syntax): Operand {
	const text = resolved.kind === 'value' ? resolved.text : '';
	const node: Syntax =
		resolved.kind === 'value'
			? { kind: 'text', start, end, value: text, inner: { start, end }, holes: [] }
			: { kind: 'other', start, end, children: [] };
	return { ...operand, node, from: 'elsewhere' };
}

/** Makes the court of one catalogue for one unit after the other. */
export class CourtBuilder {
	readonly evidence: Evidence;
	readonly constants: Constants<Unit>;
	readonly #source: ParsedSource;
	readonly #policy: FallbackPolicy;
	readonly #companions: readonly string[];
	/** Local names of what is imported from the API's SDK, each with the name it has there; '' where all names are. */
	readonly #sdkNames = new Map<string, string>();

	constructor(
		source: ParsedSource,
		constants: Constants<Unit>,
		evidence: Evidence,
		policy: FallbackPolicy,
		bindings: readonly LeanBinding[],
	) {
		this.#source = source;
		this.constants = constants;
		this.evidence = evidence;
		this.#policy = policy;
		this.#companions = spellings(evidence.lookup.catalogue.match.companions);
		const { match, contexts } = evidence.lookup.catalogue;
		if (match.constants === undefined) return;
		const modules = [...contexts.imports, ...contexts.packages];
		for (const { source, what, imported, local } of bindings) {
			if (!modules.some((module) => isOfModule(source, module))) continue;
			if (what === 'all') this.#sdkNames.set('', '');
			// A package that goes by its own name: its folder's, the one before it where that is a version.
			else if (local === '') for (const part of source.split('/').slice(-2)) this.#sdkNames.set(part, part);
			else this.#sdkNames.set(local, imported);
		}
	}

	for(facts: UnitFacts, text: (node: Syntax) => string): Omit<Court, 'companionBeside'> {
		const { data, reader } = this.#source.language;
		const { constants } = this;
		const open = new Set<Syntax>();
		const known = new Map<Syntax, { readonly scope: Scope | undefined; readonly set: Joined | undefined }>();
		/** The codes of a list or set that is put together of others, of which each is known. */
		const joined = (node: Syntax, scope: Scope | undefined): Joined | undefined => {
			const before = known.get(node);
			if (before && before.scope === scope) return before.set;
			const parts = partsOf(node, reader);
			if (parts.length === 0 || open.has(node) || open.size > DEEPEST) return undefined;
			open.add(node);
			const operands = together(parts, scope);
			open.delete(node);
			const set = operands && { operands, container: node };
			known.set(node, { scope, set });
			return set;
		};
		const together = (parts: readonly ListPart[], scope: Scope | undefined): Operand[] | undefined => {
			const operands: Operand[] = [];
			const taken = new Set<string>();
			for (const { kind, node } of parts) {
				const found = kind === 'list' ? entries({ node, scope }) : undefined;
				// What stands in the list itself is sighted there; the rest is only what a name stands for, once each.
				if (kind === 'value') operands.push({ node, role: 'member', scope });
				else if (!found) return undefined;
				else if (found.name === '') operands.push(...found.operands);
				else
					for (const operand of found.operands) {
						const resolved = this.resolve(operand);
						const text = resolved.kind === 'value' ? resolved.text : '';
						if (!taken.has(text)) operands.push(elsewhere(operand, resolved, node));
						taken.add(text);
					}
				if (operands.length > MOST_ITEMS) return undefined;
			}
			return operands;
		};
		const entries = (set: OperandSet): Entries<Unit> | undefined =>
			constants.entries(set, (node, scope) => {
				const container =
					node.kind === 'call' && node.args[0] && reader.lexicon.sets.includes(pathText(node.callee))
						? node.args[0]
						: node;
				if (container.kind !== 'list' && container.kind !== 'table') return joined(node, scope);
				if (!isKnownWhole(container)) return joined(container, scope);
				const owner = scope ?? facts.scopes[0];
				return { operands: owner ? tableEntries(container, reader, owner) : [], container };
			});
		return {
			evidence: this.evidence,
			language: data,
			reader,
			policy: this.#policy,
			text,
			values: {
				anyCase: data.anyCase,
				resolve: (operand) => this.resolve(operand),
				members: (set) => entries(set)?.operands.map((operand) => this.resolve(operand)),
			},
			setOperands: ({ set }) => {
				const found = entries(set);
				if (!found) return undefined;
				const operands =
					found.name === ''
						? found.operands.map((operand): Operand => ({ ...operand, role: 'membership' }))
						: found.operands;
				return { ...found, operands };
			},
		};
	}

	/** What an operand stands for: in this file or another, or, by its name alone, in the API's SDK. */
	resolve(operand: Operand): Resolved<Unit> {
		const resolved = this.constants.resolve(operand);
		const node = asPath(operand.node);
		if (resolved.kind !== 'unknown' || !isReference(node)) return resolved;
		const path = segmentsOf(node);
		if (operand.scope && isLocal(path[0] ?? '', operand.scope)) return resolved;
		const code = this.sdkConstant(path);
		return code === undefined
			? resolved
			: { kind: 'value', text: code, literal: operand.node, unit: undefined, viaReference: true, from: 'sdk' };
	}

	/** The code of an SDK's constant, `cvm.RESOURCENOTFOUND`, read from a module that is the API's. */
	sdkConstant(path: readonly string[]): string | undefined {
		const name = this.#sdkName(path);
		return name === undefined ? undefined : this.evidence.lookup.byConstant(name)?.code;
	}

	#sdkName(path: readonly string[]): string | undefined {
		const last = path.at(-1);
		const [root] = path;
		if (last === undefined || root === undefined || path.length > 2) return undefined;
		const names = this.#sdkNames;
		const name = path.length === 2 ? names.has(root) && last : (names.get(last) ?? (names.has('') && last));
		return name && CONSTANT.test(name) ? name : undefined;
	}

	/** Whether the file imports anything of the API's SDK by name. */
	get usesSdk(): boolean {
		return this.#sdkNames.size > 0;
	}

	/** Whether a companion of the same carrier is read in the unit. */
	hasCompanion(found: FoundDispatch, facts: UnitFacts): boolean {
		const { carrier } = found.subject;
		if (!carrier) return false;
		const path = pathText(carrier);
		return this.#companions.some((companion) => facts.references.has(`${path}.${companion}`));
	}
}
