/**
 * The second proof of a sighting in source: does anything near say that this API is meant? The nearest wins: a pragma,
 * the names around, the file, the settings. Another vendor named nearer wins against the catalogue.
 */
import type { Lookup } from '../catalogue/lookup.ts';
import { judgeExplains, type Rivals } from '../catalogue/rivals.ts';
import type { ContextFinder } from './context.ts';
import { wordsOf } from './names.ts';

/** What a file says of the APIs that it talks to. */
export interface FileContext {
	/** Ids of the pragmas in its comments. */
	readonly pragmas: readonly string[];
	/** Ids of the catalogues whose hosts or words stand anywhere in it. */
	readonly mentioned: ReadonlySet<string>;
	readonly imports: readonly string[];
	/** Ids that the settings or the command line name. */
	readonly always: readonly string[];
}

/** here: this API is meant. rival: another one is. open: nothing near says either. */
export type Nearness = 'here' | 'rival' | 'open';

export class Evidence {
	readonly lookup: Lookup;
	readonly #finder: ContextFinder;
	readonly #rivals: Rivals;
	readonly #file: Nearness;
	readonly #pragma: Nearness;

	constructor(lookup: Lookup, finder: ContextFinder, rivals: Rivals, file: FileContext) {
		const { id, contexts } = lookup.catalogue;
		this.lookup = lookup;
		this.#finder = finder;
		this.#rivals = rivals;
		this.#pragma = file.pragmas.length === 0 ? 'open' : file.pragmas.includes(id) ? 'here' : 'rival';
		const imported = file.imports.some((source) =>
			[...contexts.imports, ...contexts.packages].some(
				(name) => source === name || (source.startsWith(name) && /^[/.]/.test(source.slice(name.length))),
			),
		);
		this.#file = imported || file.mentioned.has(id) || file.always.includes(id) ? 'here' : 'open';
	}

	/** `enclosing`: names of the types, functions and tables around, outermost first. */
	near(enclosing: readonly string[]): Nearness {
		if (this.#pragma !== 'open') return this.#pragma;
		for (let i = enclosing.length - 1; i >= 0; i--) {
			const name = enclosing[i] ?? '';
			if (this.#finder.mentions(name)) return 'here';
			if (wordsOf(name).some((word) => this.#rivals.vendors.has(word))) return 'rival';
		}
		return this.#file;
	}

	/** Whether another API explains all of these values as well. */
	rivalExplains(values: readonly string[]): boolean {
		return (
			values.length > 0 && this.#rivals.judges.some((judge) => values.every((value) => judgeExplains(judge, value)))
		);
	}
}
