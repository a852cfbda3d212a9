/** What a dispatch is judged by: one catalogue's evidence in one document, and what names stand for there. */

import type { FallbackPolicy } from '../../shared/settings.ts';
import type { Constants } from '../dispatch/constants.ts';
import type { FoundDispatch } from '../dispatch/find.ts';
import type { Court } from '../dispatch/judge.ts';
import { pathText } from '../dispatch/scope.ts';
import type { Operand, OperandSet } from '../dispatch/test.ts';
import type { Evidence } from './evidence.ts';
import type { ParsedSource, Unit } from './parse.ts';
import type { Syntax } from './syntax.ts';
import { isKnownWhole, tableEntries, type UnitFacts } from './unit.ts';

/** Makes the court of one catalogue for one unit after the other. */
export class CourtBuilder {
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
				const container =
					node.kind === 'call' && node.args[0] && reader.lexicon.sets.includes(pathText(node.callee))
						? node.args[0]
						: node;
				if ((container.kind !== 'list' && container.kind !== 'table') || !isKnownWhole(container)) return undefined;
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
				resolve: (operand) => constants.resolve(operand),
				members: (set) => entries(set)?.operands.map((operand) => constants.resolve(operand)),
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

	/** Whether a companion of the same carrier is read in the unit. */
	hasCompanion(found: FoundDispatch, facts: UnitFacts): boolean {
		const { carrier } = found.subject;
		if (!carrier) return false;
		const path = pathText(carrier);
		return this.#companions.some((companion) => facts.references.has(`${path}.${companion}`));
	}
}
