/**
 * The engine: documents and catalogues in, answers out. Pure: no connection, no file system, no clock, no globals.
 * The shells (language server, command line, browser worker, tests) do the I/O and hand in a `ServiceHost`.
 */
import type { DocumentSettings } from '../shared/settings.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import type { Rivals } from './catalogue/rivals.ts';
import type { LogFormat } from './formats/format.ts';
import type { LanguageEntry } from './languages/language.ts';
import type { DecodedMessage, DispatchReport, Fix, LogEntry, Model, Sighting, TextEdit } from './model.ts';

/** What the engine asks of the shell it runs in. */
export interface ServiceHost {
	/** The bytes of a grammar's wasm file, by file name. Rejects with a message for people when it cannot be read. */
	readGrammar(file: string): Promise<Uint8Array>;
	/** A language's data (compiled from server/languages/<id>/), parsed. Rejects likewise. */
	readLanguage(id: string): Promise<unknown>;
	/** Something that a person should know; each problem is told once. */
	problem(message: string): void;
}

export interface CancellationToken {
	readonly isCancellationRequested: boolean;
}

/** A text to look at. */
export interface DocumentInput {
	readonly uri: string;
	/** Relative to the workspace folder where there is one, `/` between its parts. Decides language and test files. */
	readonly path: string;
	/** VS Code's language id, or '' where unknown: then the path's extension decides. */
	readonly languageId: string;
	readonly version: number;
	readonly text: string;
	/** URIs of documents that run in one go with it, the other cells of its notebook: what they declare is declared here. */
	readonly beside?: readonly string[];
}

/** What a client can do that changes which fixes it is offered. */
export interface FixOptions {
	/** Client commands that may be named (`shared/protocol.ts`). */
	readonly commands: readonly string[];
}

export interface Service {
	readonly catalogues: readonly Catalogue[];
	/**
	 * Takes a file of the workspace into the index, or its new text. Resolves to whether anything changed that other
	 * files may see. An open document is indexed from its unsaved text: hand that in, or ask for its model.
	 */
	index(document: DocumentInput, token?: CancellationToken): Promise<boolean>;
	/** Forgets a file of the workspace. Returns whether others may see that. */
	unindex(uri: string): boolean;
	/** How many files are in the index. */
	readonly indexed: number;
	/** Names a state of what files see of one another: differs after a change that others may see. */
	readonly generation: number;
	/** The model of this version; computed at most once while `keep` documents stay open. */
	model(document: DocumentInput, settings: DocumentSettings, token?: CancellationToken): Promise<Model>;
	/** Forgets an open document's tree and caches. */
	close(uri: string): void;
	/** Markdown of the hover at an offset, with the range it belongs to; undefined where there is nothing to say. */
	hover(
		document: DocumentInput,
		settings: DocumentSettings,
		offset: number,
		token?: CancellationToken,
	): Promise<{ readonly start: number; readonly end: number; readonly markdown: string } | undefined>;
	/** Fixes and light bulbs that touch the range, best first; their edits come from `edits`. */
	fixes(
		document: DocumentInput,
		settings: DocumentSettings,
		range: { readonly start: number; readonly end: number },
		options: FixOptions,
		token?: CancellationToken,
	): Promise<readonly Fix[]>;
	/** The edits of a fix of this very version, sorted, not overlapping; undefined if it is no longer there. */
	edits(
		document: DocumentInput,
		settings: DocumentSettings,
		fixId: string,
		token?: CancellationToken,
	): Promise<readonly TextEdit[] | undefined>;
	/** The dispatch or table nearest around the offset, as judged; the innermost, then the most certain. */
	why(
		document: DocumentInput,
		settings: DocumentSettings,
		offset: number,
		token?: CancellationToken,
	): Promise<{ readonly report?: DispatchReport; readonly message: string; readonly outcome: string }>;
	/**
	 * The codes in a log, in order, each with its record; none in other documents.
	 * @param reference milliseconds since 1970 of a moment when the log was there: tells the year where it does not
	 */
	entries(
		document: DocumentInput,
		settings: DocumentSettings,
		reference: number,
		token?: CancellationToken,
	): Promise<readonly LogEntry[]>;
	/**
	 * What a line says that is no document's, as a record of a log: codes that are not merely possible, and escaped
	 * messages. `always`: ids of catalogues whose API it is known to be about.
	 */
	line(
		text: string,
		always: readonly string[],
	): { readonly sightings: readonly Sighting[]; readonly messages: readonly DecodedMessage[] };
	/** The escaped messages that begin between two offsets of a log or reply, decoded, in order. */
	messages(document: DocumentInput, start: number, end: number): readonly DecodedMessage[];
	/** The escaped message around the offset, decoded. */
	decode(document: DocumentInput, offset: number): Promise<DecodedMessage | undefined>;
}

export interface ServiceOptions {
	readonly host: ServiceHost;
	readonly catalogues: readonly Catalogue[];
	readonly rivals: Rivals;
	/** How logs are written. */
	readonly formats: readonly LogFormat[];
	/** Every language, without its data. */
	readonly languages: readonly LanguageEntry[];
}
