/**
 * The second proof of a sighting in source: does anything near say that this API is meant? The nearest wins: a pragma,
 * the carrier's type and names, the names around, the file, a file that it imports, the settings. A rival that is named
 * nearer wins against the catalogue; one that has the same values wins where it explains them better.
 */
import type { Lookup } from '../catalogue/lookup.ts';
import { judgeExplains } from '../catalogue/rivals.ts';
import type { Contenders, Named } from './contenders.ts';
import { type ContextFinder, isOfModule } from './context.ts';

/** What a file says of the APIs that it talks to. */
export interface FileContext {
	/** Ids of the pragmas in its comments. */
	readonly pragmas: readonly string[];
	/** Ids of the catalogues whose hosts or words stand anywhere in it. */
	readonly mentioned: ReadonlySet<string>;
	readonly imports: readonly string[];
	/** The module that a name of the file was imported from, as written. */
	readonly bindings?: ReadonlyMap<string, string>;
	/** Ids of the rivals whose hosts stand in it. */
	readonly rivalHosts?: readonly string[];
	/** Ids of the catalogues that it names by a host, or by a word beside codes, as opposed to a mere word. */
	readonly firm?: ReadonlySet<string>;
	/** Ids of the catalogues that a file which it imports names. */
	readonly imported?: ReadonlySet<string>;
	/** Ids that the settings or the command line name. */
	readonly always: readonly string[];
}

/** here: this API is meant. rival: another one is. open: nothing near says either. */
export type Nearness = 'here' | 'rival' | 'open';

/** Where values stand, as far as names tell. */
export interface Place {
	/** Names of the types, functions, tables and arms around, outermost first. */
	readonly enclosing: readonly string[];
	/** The carrier's own names and what it was made from, nearest first. */
	readonly names?: readonly string[];
	/** The types of the carrier, as written. */
	readonly types?: readonly string[];
	/** The catalogue's companion field is read beside it. */
	readonly hasCompanion?: boolean;
}

/** Whose values are meant, and why. */
export interface Verdict {
	readonly near: Nearness;
	/** The title of the rival that is meant. */
	readonly rival?: string;
	/** The name at the place that says so; absent where the values do, a pragma or the file. */
	readonly by?: string;
	/** How firm it is that the API is meant. */
	readonly proof?: Proof;
}

/**
 * near: a name around it or at the carrier, a companion, a pragma or a setting. import, host: in the file; a word counts
 * as a host where some code of the API is in the file, too. word: only a word in the file, or a file that it imports.
 */
export type Proof = 'near' | 'import' | 'host' | 'word';

/** What one name says, of the catalogue's API and of others. */
interface Step {
	readonly name: string;
	readonly isOurs: boolean;
	/** The catalogue's own vendor, whoever else's API it may be. */
	readonly isOwnVendor: boolean;
	readonly named: Named;
}

const NOWHERE = Number.POSITIVE_INFINITY;
const NEAR: Verdict = { near: 'here', proof: 'near' };
const OPEN: Verdict = { near: 'open' };

export class Evidence {
	readonly lookup: Lookup;
	readonly #finder: ContextFinder;
	readonly #contenders: Contenders;
	readonly #file: FileContext;
	readonly #pragma: Nearness;
	/** file: by what stands in it. beyond: by a file that it imports or the settings. */
	readonly #named: 'file' | 'beyond' | 'nowhere';
	/** Who else the file talks to, by its imports and hosts. */
	readonly #others: Named;
	readonly #steps = new Map<string, Step>();
	readonly #proof: Proof;
	/** A file that it imports names us, but it names others itself. */
	readonly #isOutvoted: boolean;
	/** The file says of another API, and not of this one, that it is meant. */
	readonly isElsewhere: boolean;

	constructor(lookup: Lookup, finder: ContextFinder, contenders: Contenders, file: FileContext) {
		const { id } = lookup.catalogue;
		this.lookup = lookup;
		this.#finder = finder;
		this.#contenders = contenders;
		this.#file = file;
		this.#pragma = file.pragmas.length === 0 ? 'open' : file.pragmas.includes(id) ? 'here' : 'rival';
		const isImported = file.imports.some((source) => this.#isOurModule(source) || finder.mentions(source));
		const isHere = isImported || file.mentioned.has(id);
		const isAlways = file.always.includes(id);
		const others = file.imports
			.filter((source) => !this.#isOurModule(source) && !finder.mentions(source))
			.map((source) => contenders.importedFrom(source));
		const hosts = contenders.withIds(file.rivalHosts ?? []);
		this.#others = {
			vendors: [...hosts.vendors, ...others.flatMap(({ vendors }) => vendors)].filter((vendor) => !this.#isOwn(vendor)),
			judges: [...hosts.judges, ...others.flatMap(({ judges }) => judges)],
			hinted: [],
		};
		// What a file says of others itself is nearer than what a file says of us that it imports.
		this.isElsewhere = !isHere && (this.#others.vendors.length > 0 || (file.mentioned.size > 0 && !isHere));
		const isBeyond = isAlways || (file.imported?.has(id) === true && !this.isElsewhere);
		this.#isOutvoted = file.imported?.has(id) === true && this.isElsewhere;
		this.#named = isHere ? 'file' : isBeyond ? 'beyond' : 'nowhere';
		this.#proof = isAlways ? 'near' : isImported ? 'import' : file.firm?.has(id) ? 'host' : 'word';
	}

	/** Whose values are meant at a place, by names alone where no values are given. A bare list: names around. */
	near(place: Place | readonly string[], values: readonly string[] = []): Nearness {
		return this.weigh('enclosing' in place ? place : { enclosing: place }, values).near;
	}

	/** Whose values are meant at a place. `values`: the texts that stand there, each once. */
	weigh(place: Place, values: readonly string[]): Verdict {
		if (this.#pragma !== 'open') return this.#pragma === 'here' ? NEAR : { near: this.#pragma };
		const { types = [], names = [], enclosing, hasCompanion = false } = place;
		const steps = [...types, ...names, ...[...enclosing].reverse()].map((name, i) =>
			this.#step(name, i < types.length + names.length ? 'own' : 'around'),
		);
		const own = types.length + names.length;
		const named = steps.findIndex(({ isOurs }) => isOurs);
		const ours =
			named >= 0
				? named
				: hasCompanion
					? steps.length
					: this.#named === 'nowhere'
						? NOWHERE
						: this.#distance(steps.length);

		const judge = this.#bestJudge(steps, ours, ours < own || ours === steps.length, values);
		if (judge) return judge;
		for (const [i, step] of steps.entries()) {
			if (i >= ours) return { ...NEAR, by: step.name };
			if (step.isOwnVendor) return ours === NOWHERE ? OPEN : { ...NEAR, by: step.name };
			const [rival] = [...step.named.vendors, ...step.named.judges];
			if (rival) return { near: 'rival', rival: rival.title, by: step.name };
		}
		const [other] = this.#others.vendors;
		if (ours === NOWHERE) return other && this.#isOutvoted ? { near: 'rival', rival: other.title } : OPEN;
		if (ours <= steps.length) return NEAR;
		if (!other || !this.#areBareWords(values)) return { near: 'here', proof: this.#proof };
		// The same words are another vendor's too, and nothing but the file says whose they are.
		return this.#named === 'file' ? OPEN : { near: 'rival', rival: other.title };
	}

	/** Whether a name of the file stands for a module of this API. */
	isImported(name: string): boolean {
		const source = this.#file.bindings?.get(name);
		if (source !== undefined) return this.#isOurModule(source);
		return this.#file.imports.some((module) => this.#isOurModule(module) && module.split('/').includes(name));
	}

	/** Whether a text has a host of this API in it. */
	namesHost(text: string): boolean {
		return this.#finder.mentionsHost(text);
	}

	/** Whether another API explains all of these values as well. */
	rivalExplains(values: readonly string[]): boolean {
		return (
			values.length > 0 && this.#contenders.judges.some((judge) => values.every((value) => judgeExplains(judge, value)))
		);
	}

	/**
	 * The judge whose values these are: it explains more of them than the catalogue, or as many and is named as near. One
	 * that nothing names has to be alone in that, or to explain two more. `isProven`: what the code was read from says
	 * that it is ours, which mere values do not outweigh.
	 */
	#bestJudge(steps: readonly Step[], ours: number, isProven: boolean, values: readonly string[]): Verdict | undefined {
		if (values.length === 0) return undefined;
		const explained = values.filter((value) => this.#explains(value)).length;
		const claims = this.#contenders.judges.map((judge) => {
			const at = steps.findIndex(({ named }) => named.judges.includes(judge) || named.hinted.includes(judge));
			const distance = at >= 0 ? at : this.#others.judges.includes(judge) ? steps.length + 1 : NOWHERE;
			const where = at >= 0 ? 'named' : 'anywhere';
			const count = values.filter((value) => judgeExplains(judge, value, where)).length;
			// In one name with ours it is ours.
			const isNamed = at >= 0 ? at < ours : distance !== NOWHERE && distance <= ours;
			return { judge, count, isNamed, by: steps[at]?.name };
		});
		const won = claims.filter(({ count, isNamed }) => {
			if (isNamed) return count > 0 && count >= explained;
			const isAlone = claims.filter((other) => other.count >= count).length === 1;
			return !isProven && (count > explained + 1 || (count > explained && isAlone));
		});
		const [first] = won;
		if (!first) return undefined;
		const { judge, by } = won.reduce((best, claim) => (claim.count > best.count ? claim : best), first);
		return { near: 'rival', rival: judge.title, ...(by !== undefined && { by }) };
	}

	#distance(steps: number): number {
		return this.#named === 'file' ? steps + 1 : steps + 2;
	}

	#explains(value: string): boolean {
		const { lookup } = this;
		return this.#isCode(value) || lookup.isSuccess(value) || lookup.isSuccessName(value) || lookup.isForeign(value);
	}

	#isCode(value: string): boolean {
		return (this.lookup.resolve(value) ?? this.lookup.byName(value)) !== undefined;
	}

	/** Whether all that the catalogue knows of these values is words that other vendors have too. */
	#areBareWords(values: readonly string[]): boolean {
		const codes = values.filter((value) => this.#isCode(value));
		return codes.length > 0 && codes.every((value) => /^[A-Za-z]\w*$/.test(value));
	}

	#step(name: string, of: 'own' | 'around'): Step {
		const key = `${of} ${name}`;
		const before = this.#steps.get(key);
		if (before) return before;
		const step = this.#read(name, of);
		this.#steps.set(key, step);
		return step;
	}

	/** Where names of the file are imported from counts for the carrier alone: what stands around may be anybody's tool. */
	#read(name: string, of: 'own' | 'around'): Step {
		const { exceptions } = this.lookup.catalogue.match;
		const sources = of === 'own' ? this.#sourcesOf(name) : [];
		const own = this.#contenders.namedBy(name);
		const from = sources
			.filter((source) => !this.#isOurModule(source))
			.map((source) => this.#contenders.importedFrom(source));
		const isOurs =
			this.#finder.mentions(name) ||
			exceptions.includes(/(?<!\w)\w+$/.exec(name)?.[0] ?? '') ||
			sources.some((source) => this.#isOurModule(source) || this.#finder.mentions(source));
		// What is a code itself names nobody: `case 'FailedOperation.Aws':`
		const isCode = of === 'around' && this.#isCode(name);
		const vendors = [...own.vendors, ...from.flatMap((named) => named.vendors)];
		return {
			name,
			isOurs: isOurs && !isCode,
			isOwnVendor: !isCode && vendors.some((vendor) => this.#isOwn(vendor)),
			named: isCode
				? { vendors: [], judges: [], hinted: [] }
				: {
						vendors: vendors.filter((vendor) => !this.#isOwn(vendor)),
						judges: own.judges,
						// What comes of another API's module need not be its code.
						hinted: [...own.hinted, ...from.flatMap((named) => [...named.judges, ...named.hinted])],
					},
		};
	}

	/** The modules that the names in a text were imported from. */
	#sourcesOf(text: string): string[] {
		const { bindings } = this.#file;
		if (!bindings?.size) return [];
		return (text.match(/[A-Za-z_$][\w$]*/g) ?? []).flatMap((name) => bindings.get(name) ?? []);
	}

	#isOwn({ catalogues }: { readonly catalogues: readonly string[] }): boolean {
		return catalogues.includes(this.lookup.catalogue.id);
	}

	#isOurModule(source: string): boolean {
		const { imports, packages } = this.lookup.catalogue.contexts;
		return [...imports, ...packages].some((module) => isOfModule(source, module));
	}
}
