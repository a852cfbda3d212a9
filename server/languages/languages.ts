/** Chooses a document's language, and loads languages and their grammars when they are first needed. */
import { Language, Parser } from 'web-tree-sitter';
import { FORMATS, type Format } from '../../shared/formats.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { spellings } from '../recognise/names.ts';
import { SourceLanguage } from '../recognise/parse.ts';
import type { DocumentInput, ServiceHost } from '../service.ts';
import { type LanguageEntry, loadLanguage } from './language.ts';

export type Route =
	| { readonly kind: 'source'; readonly language: string }
	| { readonly kind: keyof typeof FORMATS | 'none' };

const DATA = Object.keys(FORMATS) as (keyof typeof FORMATS)[];
const hasId = ({ ids }: Format, languageId: string): boolean => ids.includes(languageId);
const hasEnding = ({ extensions }: { readonly extensions: readonly string[] }, file: string): boolean =>
	extensions.some((ending) => file.endsWith(ending));

export class Languages {
	readonly #host: ServiceHost;
	readonly #entries: readonly LanguageEntry[];
	readonly #names: { codes: ReadonlySet<string>; companions: ReadonlySet<string> };
	readonly #loaded = new Map<string, Promise<SourceLanguage | string>>();
	#runtime: Promise<void> | undefined;

	constructor(host: ServiceHost, entries: readonly LanguageEntry[], catalogues: readonly Catalogue[]) {
		this.#host = host;
		this.#entries = entries;
		this.#names = {
			codes: new Set(catalogues.flatMap(({ match }) => [...match.fields, ...match.accessors])),
			companions: new Set(spellings(catalogues.flatMap(({ match }) => match.companions))),
		};
	}

	/** By VS Code's language id; where that says no more than plain text, by the file's ending. */
	route({ languageId, path }: DocumentInput): Route {
		const file = path.toLowerCase();
		const byId = this.#entries.find(({ ids }) => ids.includes(languageId));
		if (byId) return { kind: 'source', language: byId.id };
		const isPlain = languageId === '' || languageId === 'plaintext';
		const format = isPlain ? undefined : DATA.find((kind) => hasId(FORMATS[kind], languageId));
		if (format) return { kind: format };
		if (isPlain) {
			const byEnding = this.#entries.find((entry) => hasEnding(entry, file));
			if (byEnding) return { kind: 'source', language: byEnding.id };
			const kind = DATA.find((one) => hasEnding(FORMATS[one], file));
			if (kind) return { kind };
		}
		return hasId(FORMATS.log, languageId) || hasEnding(FORMATS.log, file) ? { kind: 'log' } : { kind: 'none' };
	}

	/** The id of the language that a document calls so: by an id, or by the ending of its files without the dot. */
	named(name: string): string | undefined {
		const entry =
			this.#entries.find(({ id, ids }) => id === name || ids.includes(name)) ??
			this.#entries.find(({ extensions }) => extensions.includes(`.${name}`));
		return entry?.id;
	}

	/** The language, or a sentence that says why it cannot be had; that is told to the host once. */
	load(id: string): Promise<SourceLanguage | string> {
		let loading = this.#loaded.get(id);
		if (!loading) {
			loading = this.#load(id).catch((error: unknown) => {
				const title = this.#entries.find((entry) => entry.id === id)?.id ?? id;
				const message = `Faultbook cannot read ${title} files: ${error instanceof Error ? error.message : String(error)}`;
				this.#host.problem(message);
				return message;
			});
			this.#loaded.set(id, loading);
		}
		return loading;
	}

	async #load(id: string): Promise<SourceLanguage> {
		const { language, problems } = loadLanguage(await this.#host.readLanguage(id), `languages/${id}`);
		if (!language) throw new Error(problems.join('\n'));
		this.#runtime ??= this.#host.readGrammar('web-tree-sitter.wasm').then((wasmBinary) => Parser.init({ wasmBinary }));
		await this.#runtime;
		const grammar = await Language.load(await this.#host.readGrammar(language.grammar));
		return new SourceLanguage(language, grammar, this.#names);
	}
}
