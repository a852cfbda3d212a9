/** Reads a document anew: chooses how its text is read, and puts the model together. */
import type { DocumentSettings } from '../shared/settings.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import { type Lookup, lookupOf } from './catalogue/lookup.ts';
import { needles } from './catalogue/needles.ts';
import type { FoundFinding } from './findings.ts';
import { report } from './findings.ts';
import type { LogFormat } from './formats/format.ts';
import type { LanguageData } from './languages/language.ts';
import { Languages } from './languages/languages.ts';
import { DocumentLinks, Linker } from './link/linker.ts';
import type { Model, Range, Sighting } from './model.ts';
import { Contenders } from './recognise/contenders.ts';
import { ContextFinder, pragmas } from './recognise/context.ts';
import { fencedBlocks, onlyBlocks, scriptBlocks } from './recognise/hosts.ts';
import { recogniseJson } from './recognise/json.ts';
import { blocksOf, type LogReader, logReader, recogniseLog } from './recognise/log.ts';
import type { OutlineOptions } from './recognise/logOutline.ts';
import { ParsedSource, type SourceLanguage } from './recognise/parse.ts';
import { FieldReader } from './recognise/recordFields.ts';
import { type Known, SourceJudge, type SourceOptions } from './recognise/source.ts';
import { check } from './rules/index.ts';
import type { CancellationToken, DocumentInput, ServiceOptions } from './service.ts';
import { matchesAny, whySkipped } from './skip.ts';

/** The model with what only the engine needs of it. */
export interface State {
	readonly version: number;
	readonly text: string;
	/** The document as it was read: of one that has source in it, that source alone, at its places. */
	readonly read: DocumentInput;
	/** Where the source begins. */
	readonly from: number;
	readonly settings: DocumentSettings;
	readonly model: Model;
	readonly findings: readonly FoundFinding[];
	/** Targets of suppressions. */
	readonly suppressions: readonly Range[];
	readonly language?: LanguageData;
	/** Whether it says what it would say now, whatever happened in other files; absent where they do not matter. */
	readonly holds?: () => boolean;
}

/** The computing of a document's state. */
export interface Computation {
	readonly uri: string;
	/** Somebody closed the document meanwhile. */
	isClosed: boolean;
}

interface OpenSource {
	readonly parsed: ParsedSource;
	readonly judge: SourceJudge;
	readonly links: DocumentLinks;
}

export class Analysis {
	readonly catalogues: readonly Catalogue[];
	readonly lookups: readonly Lookup[];
	readonly readers: readonly LogReader[];
	readonly languages: Languages;
	readonly linker: Linker;
	/** The source of open documents, as it was parsed and judged last. */
	readonly sources = new Map<string, OpenSource>();
	readonly #known: readonly Known[];
	readonly #formats: readonly LogFormat[];
	#logs: Omit<OutlineOptions, 'reference'> | undefined;
	readonly #rivals: Contenders;
	readonly #namesCode: (text: string) => boolean;
	readonly #options = new Map<string, SourceOptions>();

	constructor(options: ServiceOptions) {
		this.catalogues = options.catalogues;
		this.lookups = options.catalogues.map(lookupOf);
		this.#known = this.lookups.map((lookup) => ({
			lookup,
			finder: new ContextFinder(lookup.catalogue),
			namesCode: needles([lookup.catalogue]),
		}));
		this.readers = this.#known.map(logReader);
		this.#formats = options.formats;
		this.#rivals = new Contenders(options.rivals);
		this.languages = new Languages(options.host, options.languages, options.catalogues);
		this.#namesCode = needles(options.catalogues);
		this.linker = new Linker(this.#known, this.#namesCode, (text, catalogue) =>
			this.#rivals.namesOthers(text, catalogue),
		);
	}

	/** What tells of a log's entries more than their codes. */
	get logs(): Omit<OutlineOptions, 'reference'> {
		this.#logs ??= {
			...{ formats: this.#formats, lookups: this.lookups, blocks: blocksOf(this.#formats, this.readers) },
			fields: new Map(this.catalogues.map(({ id, match }) => [id, new FieldReader(match.messages)])),
		};
		return this.#logs;
	}

	/** The state of a document, read anew. */
	async compute(
		document: DocumentInput,
		settings: DocumentSettings,
		computation: Computation,
		token?: CancellationToken,
	): Promise<State> {
		const { uri, version, text } = document;
		const empty = { uri, version, sightings: [], dispatches: [], findings: [], concerns: [] };
		const base: State = {
			...{ version, text, settings, findings: [], suppressions: [], model: empty },
			...{ read: document, from: 0 },
		};
		const route = this.languages.route(document);
		const skipped = whySkipped(document, settings, route.kind);
		if (skipped) return { ...base, model: { ...empty, skipped } };
		if (route.kind === 'source') return this.#source(base, route.language, computation, token);
		if (route.kind === 'markdown') return { ...base, model: { ...empty, sightings: await this.#fenced(base) } };
		if (route.kind === 'markup') {
			const [first, ...others] = scriptBlocks(text);
			const language = first && this.languages.named(first.language);
			if (!first || language === undefined) return base;
			// Of several blocks a component's are of one language; what else there is is data.
			const own = [first, ...others.filter((block) => this.languages.named(block.language) === language)];
			const read = { ...document, text: onlyBlocks(text, own) };
			return this.#source({ ...base, read, from: first.start }, language, computation, token);
		}
		const judges = this.readers.map(({ judge }) => judge);
		const sightings =
			route.kind === 'json'
				? recogniseJson(text, judges, settings.always)
				: recogniseLog(text, this.readers, settings.always, this.#formats);
		return { ...base, model: { ...empty, sightings } };
	}

	/** `base`: the state without anything found. */
	async #source(base: State, id: string, computation: Computation, token?: CancellationToken): Promise<State> {
		const { settings, model: empty, read: document } = base;
		const { uri, text } = document;
		const mayMatter = this.#mayMatter(text, settings);
		if (!mayMatter && this.linker.size === 0) return { ...base, model: empty, holds: () => this.linker.size === 0 };
		const language = await this.languages.load(id);
		if (typeof language === 'string') return { ...base, model: { ...empty, skipped: language } };
		// From here on nothing is waited for.
		if (token?.isCancellationRequested || computation.isClosed) return { ...base, version: Number.NaN, model: empty };
		if (!mayMatter && !this.linker.mayReach(document, text, language)) {
			this.linker.refresh(uri, text, language);
			return { ...base, model: empty, holds: this.#unreached(document, language) };
		}
		let open = this.sources.get(uri);
		if (!open || open.parsed.language !== language) {
			open?.parsed.dispose();
			open = { parsed: new ParsedSource(language), judge: new SourceJudge(), links: new DocumentLinks() };
			this.sources.set(uri, open);
		}
		open.parsed.update(text);
		const { parsed, links } = open;
		this.linker.refresh(uri, text, language, links, parsed);
		const view = this.linker.view(document, parsed, links);
		const unknown = unknownPragmas(parsed, this.catalogues);
		const syntaxError = parsed.firstError();
		const { sightings, sites } = open.judge.judge(parsed, this.#sourceOptions(settings), view);
		const { findings, dispatches, suppressions } = report(sites, {
			text,
			settings,
			isTest: matchesAny(document.path, language.data.tests),
			comments: () => parsed.comments(),
			lookups: this.lookups,
		});
		return {
			...base,
			findings,
			suppressions,
			language: language.data,
			...(view && { holds: () => view.holds() }),
			model: {
				...empty,
				sightings,
				dispatches,
				findings,
				concerns: unknown.map((id) => `${document.path}: ${this.#noCatalogue(id)}`),
				...(syntaxError !== undefined && { syntaxError: lineOf(base.text, syntaxError) }),
			},
		};
	}

	/** The codes in the fenced code of a Markdown document, of whose API the prose may speak. */
	async #fenced({ text, settings }: State): Promise<readonly Sighting[]> {
		const blocks = fencedBlocks(text);
		const ids = new Set(blocks.flatMap(({ language }) => this.languages.named(language) ?? []));
		const spoken = this.#known.filter(({ finder }) => finder.mentions(text)).map(({ lookup }) => lookup.catalogue.id);
		const options = this.#sourceOptions({ ...settings, always: [...new Set([...settings.always, ...spoken])] });
		const found: Sighting[] = [];
		for (const id of ids) {
			const only = onlyBlocks(
				text,
				blocks.filter((block) => this.languages.named(block.language) === id),
			);
			const language = this.#namesCode(only) && (await this.languages.load(id));
			if (typeof language !== 'object') continue;
			const parsed = new ParsedSource(language);
			try {
				parsed.update(only);
				found.push(...new SourceJudge().judge(parsed, options).sightings);
			} finally {
				parsed.dispose();
			}
		}
		return found.sort((a, b) => a.start - b.start);
	}

	/** Whether a text that reached no code of another file reaches none still; looked up once for each state of theirs. */
	#unreached(document: DocumentInput, language: SourceLanguage): () => boolean {
		let { generation } = this.linker;
		return () => {
			if (generation === this.linker.generation) return true;
			if (this.linker.mayReach(document, document.text, language)) return false;
			generation = this.linker.generation;
			return true;
		};
	}

	#noCatalogue(id: string): string {
		const known = this.catalogues.map((catalogue) => catalogue.id).join(', ');
		return `its faultbook-catalogue comment names ${id}, but there is no such catalogue. Known: ${known}.`;
	}

	/** Whether a text can have anything in it: a code, an API's name, a comment for Faultbook. */
	#mayMatter(text: string, settings: DocumentSettings): boolean {
		return (
			settings.always.length > 0 ||
			text.includes('faultbook-') ||
			this.#namesCode(text) ||
			this.#known.some(({ finder }) => finder.mentions(text))
		);
	}

	/** The same object for the same settings: what was judged under it can be kept. */
	#sourceOptions(settings: DocumentSettings): SourceOptions {
		const key = JSON.stringify([settings.always, settings.fallback]);
		let options = this.#options.get(key);
		if (!options) {
			options = { known: this.#known, rivals: this.#rivals, always: settings.always, policy: settings.fallback, check };
			this.#options.set(key, options);
		}
		return options;
	}
}

/** The line from 0 of an offset. */
const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length - 1;

/** Ids in `faultbook-catalogue` comments that no catalogue has. */
function unknownPragmas(parsed: ParsedSource, catalogues: readonly Catalogue[]): string[] {
	if (!parsed.text.includes('faultbook-catalogue')) return [];
	return [...parsed.comments()]
		.flatMap(({ start, end }) => pragmas(parsed.text.slice(start, end)).map(({ id }) => id))
		.filter((id) => !catalogues.some((catalogue) => catalogue.id === id));
}
