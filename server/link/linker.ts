/**
 * The linking of files as the engine uses it: takes texts and open documents into the index, and says what an open
 * document sees of others.
 */
import type { LanguageData } from '../languages/language.ts';
import type { ParsedSource, SourceLanguage } from '../recognise/parse.ts';
import type { Known } from '../recognise/source.ts';
import type { UnitFacts } from '../recognise/unit.ts';
import type { DocumentInput } from '../service.ts';
import { FactsReader, type FileFacts, type LeanBinding, leanBinding, NO_FACTS } from './facts.ts';
import {
	factsIn,
	indexedFile,
	type NamesOthers,
	outlineFacts,
	type Patterns,
	packageIn,
	parsedFacts,
	patternsOf,
	sourcesIn,
} from './intake.ts';
import { fileId } from './paths.ts';
import { Reach } from './reach.ts';
import { reachesCodes, View } from './view.ts';
import { Workspace } from './workspace.ts';

/** Where a document stands. */
type Place = Pick<DocumentInput, 'uri' | 'beside'>;

/** What linking keeps of one open document. */
export class DocumentLinks {
	readonly #reader = new FactsReader();
	#units: readonly UnitFacts[] = [];
	#defaults = '';
	#facts: FileFacts = NO_FACTS;
	/** What it imports, its functions too. */
	#bindings: readonly LeanBinding[] = [];
	#seen = '';
	#view: View | undefined;

	/** The document's facts; the same object as long as nothing in them changed. */
	facts(parsed: ParsedSource): FileFacts {
		const units = parsed.units.map(({ facts }) => facts).filter(isLinked);
		const defaults = parsed.types.flatMap(({ isDefault, path }) => (isDefault ? path : [])).join();
		const isSame =
			units.length === this.#units.length &&
			units.every((unit, i) => unit === this.#units[i]) &&
			defaults === this.#defaults;
		if (isSame) return this.#facts;
		this.#units = units;
		this.#defaults = defaults;
		this.#facts = factsIn(parsed, this.#reader);
		const inner = units.flatMap(({ links }) => links.inner.map(leanBinding));
		this.#bindings = inner.length > 0 ? [...this.#facts.bindings, ...inner] : this.#facts.bindings;
		return this.#facts;
	}

	/** What the document sees of others; the same object as long as it sees the same. */
	view(workspace: Workspace, id: string, beside: readonly string[], parsed: ParsedSource, patterns: Patterns): View {
		this.facts(parsed);
		const bindings = this.#bindings;
		const name = packageIn(parsed.text, patterns);
		const seen = JSON.stringify([id, name, bindings, beside]);
		if (!this.#view || seen !== this.#seen || this.#view.isOvergrown() || !this.#view.holds()) {
			const facts: FileFacts = { ...NO_FACTS, bindings };
			this.#view = new View(workspace, { id, modules: patterns.modules, package: name, facts, beside });
			this.#seen = seen;
		}
		return this.#view;
	}
}

const isLinked = ({ definitions, links }: UnitFacts): boolean =>
	definitions.length > 0 || links.bindings.length + links.inner.length + links.exports.length > 0;

export class Linker {
	readonly #workspace = new Workspace();
	readonly #reach = new Reach(this.#workspace);
	readonly #known: readonly Known[];
	readonly #namesCode: (text: string) => boolean;
	readonly #namesOthers: NamesOthers;
	readonly #patterns = new Map<LanguageData, Patterns | undefined>();
	/** For texts that are read once; units of open documents are kept with these. */
	readonly #reader = new FactsReader();

	/** `namesCode`: whether a text has the text of any code in it. */
	constructor(known: readonly Known[], namesCode: (text: string) => boolean, namesOthers: NamesOthers) {
		this.#known = known;
		this.#namesOthers = namesOthers;
		this.#namesCode = namesCode;
	}

	get size(): number {
		return this.#workspace.size;
	}

	get generation(): number {
		return this.#workspace.generation;
	}

	/** Takes a text into the index. Returns whether others may see a difference. */
	index(uri: string, text: string, language: SourceLanguage): boolean {
		const patterns = this.#patternsOf(language);
		if (!patterns) return this.remove(uri);
		const facts = this.#namesCode(text)
			? parsedFacts(text, language, this.#reader)
			: outlineFacts(text, patterns, language, this.#reader);
		return this.#workspace.put(indexedFile(fileId(uri), text, facts, patterns, this.#known, this.#namesOthers));
	}

	/** Forgets a file. Returns whether others may see that. */
	remove(uri: string): boolean {
		return this.#workspace.remove(fileId(uri));
	}

	/**
	 * Takes an open document's unsaved text into the index, if the file is in it at all: who reads the workspace decides
	 * that. `parsed`: where the text is parsed already; its units make this cheap.
	 */
	refresh(uri: string, text: string, language: SourceLanguage, links?: DocumentLinks, parsed?: ParsedSource): boolean {
		const id = fileId(uri);
		if (!this.#workspace.has(id)) return false;
		const patterns = this.#patternsOf(language);
		if (!patterns || !links || !parsed || !this.#namesCode(text)) return this.index(uri, text, language);
		return this.#workspace.put(indexedFile(id, text, links.facts(parsed), patterns, this.#known, this.#namesOthers));
	}

	/** What an open document sees of others; undefined for a language that says nothing of modules. */
	view({ uri, beside = [] }: Place, parsed: ParsedSource, links: DocumentLinks): View | undefined {
		const patterns = this.#patternsOf(parsed.language);
		return patterns && links.view(this.#workspace, fileId(uri), beside.map(fileId), parsed, patterns);
	}

	/** Whether a text that names no code may read another file's constant that is one. */
	mayReach({ uri, beside = [] }: Place, text: string, language: SourceLanguage): boolean {
		const patterns = this.#patternsOf(language);
		if (!patterns || this.#workspace.size === 0) return false;
		const file = {
			id: fileId(uri),
			beside: beside.map(fileId),
			modules: patterns.modules,
			package: packageIn(text, patterns),
			facts: NO_FACTS,
		};
		return reachesCodes(this.#workspace, this.#reach, file, text, sourcesIn(text, patterns));
	}

	#patternsOf({ data }: SourceLanguage): Patterns | undefined {
		if (!this.#patterns.has(data)) this.#patterns.set(data, data.modules && patternsOf(data.modules));
		return this.#patterns.get(data);
	}
}
