/** The service at work: keeps the state of open documents, and answers for what stands in them. */
import type { DocumentSettings } from '../shared/settings.ts';
import { Analysis, type Computation, type State } from './analysis.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import type { Lookup } from './catalogue/lookup.ts';
import { hoverAt } from './hover.ts';
import type { DecodedMessage, DispatchReport, Fix, Model, Range, Sighting, TextEdit } from './model.ts';
import { applicableFixes, editsOf, type FixSource } from './offers.ts';
import { embeddedSightings } from './recognise/embedded.ts';
import { messageAt, messagesIn } from './recognise/escapes.ts';
import { recogniseRecord } from './recognise/log.ts';
import { outlineOf } from './recognise/logOutline.ts';
import { ParsedSource } from './recognise/parse.ts';
import type { CancellationToken, DocumentInput, FixOptions, Service, ServiceOptions } from './service.ts';

class Engine implements Service {
	readonly catalogues: readonly Catalogue[];
	readonly #analysis: Analysis;
	readonly #states = new Map<string, State>();
	/** What is being computed: a document that is closed on the way must leave nothing behind. */
	readonly #underway = new Set<Computation>();

	constructor(options: ServiceOptions) {
		this.catalogues = options.catalogues;
		this.#analysis = new Analysis(options);
	}

	async model(document: DocumentInput, settings: DocumentSettings, token?: CancellationToken): Promise<Model> {
		return (await this.#state(document, settings, token)).model;
	}

	async index(document: DocumentInput, token?: CancellationToken): Promise<boolean> {
		const { uri, text } = document;
		const route = this.#analysis.languages.route(document);
		if (route.kind !== 'source') return this.#analysis.linker.remove(uri);
		const language = await this.#analysis.languages.load(route.language);
		if (typeof language === 'string' || token?.isCancellationRequested) return false;
		return this.#analysis.linker.index(uri, text, language);
	}

	unindex(uri: string): boolean {
		return this.#analysis.linker.remove(uri);
	}

	get indexed(): number {
		return this.#analysis.linker.size;
	}

	get generation(): number {
		return this.#analysis.linker.generation;
	}

	close(uri: string): void {
		for (const computation of this.#underway) if (computation.uri === uri) computation.isClosed = true;
		this.#states.delete(uri);
		this.#analysis.sources.get(uri)?.parsed.dispose();
		this.#analysis.sources.delete(uri);
	}

	async hover(document: DocumentInput, settings: DocumentSettings, offset: number, token?: CancellationToken) {
		const state = await this.#state(document, settings, token);
		if (state.model.skipped || token?.isCancellationRequested) return undefined;
		const message = messageAt(document.text, offset);
		// In source only what stands in quotes is a message: `/[\u4e00-\u9fff]/` is none.
		const isQuoted = message !== undefined && /["'`]/.test(document.text.charAt(message.start - 1));
		const { sightings } = state.model;
		const isSeen = sightings.some(({ start, end }) => start <= offset && offset <= end);
		const shown = isSeen ? sightings : [...sightings, ...this.#embedded(state, offset)];
		return hoverAt(offset, shown, this.#analysis.lookups, state.language && !isQuoted ? undefined : message);
	}

	/** The codes in the comment or string of source around an offset. */
	#embedded({ read, language }: State, offset: number): readonly Sighting[] {
		const open = language && this.#analysis.sources.get(read.uri);
		if (!open || open.parsed.text !== read.text) return [];
		return embeddedSightings(open.parsed, this.#analysis.readers, open.judge.evidence, offset);
	}

	async fixes(
		document: DocumentInput,
		settings: DocumentSettings,
		range: Range,
		options: FixOptions,
		token?: CancellationToken,
	): Promise<readonly Fix[]> {
		const state = await this.#state(document, settings, token);
		return token?.isCancellationRequested
			? []
			: this.#mending(state, (source) => applicableFixes(source, range, options));
	}

	async edits(
		document: DocumentInput,
		settings: DocumentSettings,
		fixId: string,
		token?: CancellationToken,
	): Promise<readonly TextEdit[] | undefined> {
		const state = await this.#state(document, settings, token);
		return token?.isCancellationRequested ? undefined : this.#mending(state, (source) => editsOf(source, fixId));
	}

	async why(document: DocumentInput, settings: DocumentSettings, offset: number, token?: CancellationToken) {
		const { model } = await this.#state(document, settings, token);
		const at = nearest(model.dispatches, offset, document.text);
		if (at) return { report: at, outcome: at.outcome, message: at.why };
		const message = model.skipped ?? 'No test or table of a known code stands here.';
		return { outcome: 'none', message };
	}

	async entries(document: DocumentInput, settings: DocumentSettings, reference: number, token?: CancellationToken) {
		if (this.#analysis.languages.route(document).kind !== 'log') return [];
		const { text, model } = await this.#state(document, settings, token);
		return token?.isCancellationRequested
			? []
			: outlineOf(text, model.sightings, { ...this.#analysis.logs, reference });
	}

	line(text: string, always: readonly string[]) {
		const isMeant = ({ catalogue }: Lookup) => (always.includes(catalogue.id) ? 'here' : 'open');
		const sightings = recogniseRecord(text, this.#analysis.readers, isMeant);
		return {
			sightings: sightings.filter(({ certainty, success }) => certainty !== 'possible' && !success),
			messages: messagesIn(text, 0, text.length),
		};
	}

	messages(document: DocumentInput, start: number, end: number): readonly DecodedMessage[] {
		const { kind } = this.#analysis.languages.route(document);
		return kind === 'log' || kind === 'json' ? messagesIn(document.text, start, end) : [];
	}

	async decode(document: DocumentInput, offset: number): Promise<DecodedMessage | undefined> {
		return messageAt(document.text, offset);
	}

	async #state(document: DocumentInput, settings: DocumentSettings, token?: CancellationToken): Promise<State> {
		const known = this.#states.get(document.uri);
		if (
			known &&
			known.version === document.version &&
			known.settings === settings &&
			known.text === document.text &&
			known.read.beside?.join('\n') === document.beside?.join('\n') &&
			(known.holds?.() ?? true)
		)
			return known;
		const computation: Computation = { uri: document.uri, isClosed: false };
		this.#underway.add(computation);
		try {
			const state = await this.#analysis.compute(document, settings, computation, token);
			if (!computation.isClosed) this.#states.set(document.uri, state);
			return state;
		} finally {
			this.#underway.delete(computation);
		}
	}

	/** Hands out what fixes work on. */
	#mending<Result>(state: State, work: (source: FixSource) => Result): Result {
		const { findings, suppressions, model, language, read, from } = state;
		const source = { document: read, from, findings, suppressions, model, lookups: this.#analysis.lookups };
		const open = language && this.#analysis.sources.get(read.uri)?.parsed;
		if (!open) return work({ ...source, ...(language && { language }) });
		if (open.text === read.text) return work({ ...source, language, parsed: open });
		// Somebody typed on while this version was waited for.
		const parsed = new ParsedSource(open.language);
		try {
			parsed.update(read.text);
			return work({ ...source, language, parsed });
		} finally {
			parsed.dispose();
		}
	}
}

/** The report around an offset: the smallest that holds it, else one on its line; of equals the surest. */
function nearest(reports: readonly DispatchReport[], offset: number, text: string): DispatchReport | undefined {
	const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
	const newline = text.indexOf('\n', offset);
	const lineEnd = newline === -1 ? text.length : newline;
	const around = reports.filter(({ start, end }) => start <= offset && offset <= end);
	const onLine = reports.filter(
		({ start, end, subject }) =>
			(start <= lineEnd && end >= lineStart) || (subject.start >= lineStart && subject.start <= lineEnd),
	);
	const rank = { certain: 0, likely: 1, possible: 2 };
	return [...(around.length > 0 ? around : onLine)].sort(
		(a, b) => a.end - a.start - (b.end - b.start) || rank[a.certainty] - rank[b.certainty],
	)[0];
}

/** The engine on these catalogues and languages. Grammars are read when a document first needs them. */
export function createService(options: ServiceOptions): Service {
	return new Engine(options);
}
