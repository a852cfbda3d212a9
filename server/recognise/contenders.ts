/**
 * Finds which rivals a name, an import or a text names: the words of `rivals.yaml`, made ready once for any number of
 * documents.
 */
import { anyOf } from '../catalogue/pattern.ts';
import type { Judge, Rival, Rivals, Vendor } from '../catalogue/rivals.ts';
import { isOfModule } from './context.ts';
import { wordsOf } from './names.ts';

/** What a name says of rivals. */
export interface Named {
	readonly vendors: readonly Vendor[];
	/** By words that mean nothing else. */
	readonly judges: readonly Judge[];
	/** By words that mean other things too. */
	readonly hinted: readonly Judge[];
}

interface Phrase {
	readonly words: readonly string[];
	readonly adds: keyof Named;
	readonly rival: Rival;
}

/** How many names are remembered before all are forgotten: what an editor's day brings must not fill the memory. */
const REMEMBERED = 4000;
const NOBODY: Named = { vendors: [], judges: [], hinted: [] };

export class Contenders {
	readonly judges: readonly Judge[];
	readonly #vendors: readonly Vendor[];
	/** By their first word. */
	readonly #phrases = new Map<string, Phrase[]>();
	/** Where a host of any of them may end: a search for the whole hosts would take many times as long. */
	readonly #hostEnds: RegExp | undefined;
	readonly #known = new Map<string, Named>();
	readonly #imported = new Map<string, Named>();

	constructor({ judges, vendors }: Rivals) {
		this.judges = judges;
		this.#vendors = vendors;
		for (const vendor of vendors) this.#learn(vendor, vendor.words, 'vendors');
		for (const judge of judges) {
			this.#learn(judge, judge.words, 'judges');
			this.#learn(judge, judge.hints, 'hinted');
		}
		const ends = new Set(
			[...judges, ...vendors].flatMap(({ hosts }) => hosts.map((host) => host.split('.').at(-1) ?? '')),
		);
		this.#hostEnds = ends.size > 0 ? new RegExp(`\\.${anyOf(ends)}(?![\\w-]|\\.\\w)`, 'g') : undefined;
	}

	/** Whom a name, or any short text, names. */
	namedBy(name: string): Named {
		const before = this.#known.get(name);
		if (before) return before;
		if (this.#known.size >= REMEMBERED) this.#known.clear();
		const named = this.#read(name);
		this.#known.set(name, named);
		return named;
	}

	/** Whether a text, a whole file's for one, names another vendor than a catalogue's own. */
	namesOthers(text: string, catalogue: string): boolean {
		return this.#read(text).vendors.some((vendor) => !vendor.catalogues.includes(catalogue));
	}

	/** Whom an import names: by the module, or by a word of a file's path. */
	importedFrom(source: string): Named {
		const before = this.#imported.get(source);
		if (before) return before;
		if (this.#imported.size >= REMEMBERED) this.#imported.clear();
		const named = this.#importedFrom(source);
		this.#imported.set(source, named);
		return named;
	}

	#importedFrom(source: string): Named {
		const isOf = ({ imports }: Rival): boolean => imports.some((module) => isOfModule(source, module));
		const { vendors, judges, hinted } = this.namedBy(source);
		const found = this.judges.filter(isOf);
		if (found.length > 0) return { vendors: [], judges: found, hinted };
		return { vendors: [...new Set([...this.#vendors.filter(isOf), ...vendors])], judges, hinted };
	}

	/** Ids of the rivals whose hosts stand in a text. */
	hostsIn(text: string): string[] {
		if (!this.#hostEnds) return [];
		const ends = [...text.matchAll(this.#hostEnds)].map((hit) => hit.index + hit[0].length);
		if (ends.length === 0) return [];
		const endsAt = (host: string, end: number): boolean =>
			end >= host.length &&
			text.startsWith(host, end - host.length) &&
			!/[\w-]/.test(text.charAt(end - host.length - 1));
		return [...this.judges, ...this.#vendors]
			.filter(({ hosts }) => hosts.some((host) => ends.some((end) => endsAt(host, end))))
			.map(({ id }) => id);
	}

	/** The rivals of these ids. */
	withIds(ids: readonly string[]): Named {
		if (ids.length === 0) return NOBODY;
		const isOne = ({ id }: Rival): boolean => ids.includes(id);
		return { vendors: this.#vendors.filter(isOne), judges: this.judges.filter(isOne), hinted: [] };
	}

	#learn(rival: Rival, phrases: readonly string[], adds: keyof Named): void {
		for (const phrase of phrases) {
			const words = wordsOf(phrase);
			const [first = ''] = words;
			const known = this.#phrases.get(first);
			if (known) known.push({ words, adds, rival });
			else this.#phrases.set(first, [{ words, adds, rival }]);
		}
	}

	#read(name: string): Named {
		const words = wordsOf(name);
		const found = words.flatMap((word, i) =>
			(this.#phrases.get(word) ?? []).filter((phrase) => phrase.words.every((part, k) => words[i + k] === part)),
		);
		if (found.length === 0) return NOBODY;
		const adding = <R extends Rival>(adds: keyof Named): R[] => [
			...new Set(found.flatMap((phrase) => (phrase.adds === adds ? [phrase.rival as R] : []))),
		];
		return { vendors: adding('vendors'), judges: adding('judges'), hinted: adding('hinted') };
	}
}
