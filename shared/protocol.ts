/**
 * What client and server say to each other beyond the LSP: typed once, used by both sides. Any editor may use these.
 */

/** `initializationOptions` of a client. All optional: a client that sends nothing gets plain LSP. */
export interface InitializationOptions {
	/** Commands that this client can run when a code action names them (`Commands`). */
	readonly commands?: readonly string[];
	/** The `faultbook` section of the settings, for a client that does not answer `workspace/configuration`. */
	readonly settings?: unknown;
}

/** Client commands that a code action may name. */
export const Commands = {
	/** Argument: a catalogue id. Adds it to the workspace's `faultbook.catalogues.always`. */
	judgeWorkspace: 'faultbook.judgeWorkspace',
} as const;

/** `Diagnostic.data` of every diagnostic: what a fix pairs by, never the message text. */
export interface DiagnosticData {
	readonly rule: string;
	readonly catalogue: string;
	/** Every code concerned, not only those that the message has room for. */
	readonly codes: readonly string[];
}

export interface PositionParams {
	readonly textDocument: { readonly uri: string };
	readonly position: { readonly line: number; readonly character: number };
}

/** Why the dispatch at the cursor is reported or left alone. */
export interface WhyResult {
	readonly outcome: string;
	/** One or two sentences for a person. */
	readonly message: string;
	/** Of the dispatch. Lines and UTF-16 characters from 0. Absent where no dispatch was found. */
	readonly range?: {
		readonly start: { readonly line: number; readonly character: number };
		readonly end: { readonly line: number; readonly character: number };
	};
}

/** One row of the `Explain Code…` pick. */
export interface ExplainEntry {
	readonly catalogue: string;
	readonly title: string;
	readonly code: string;
	readonly type: string;
	readonly severity: string;
	/** The first sentence of its description, plain text, for the row. */
	readonly summary?: string;
	/** The full explanation, Markdown, the same text as the hover's. */
	readonly markdown: string;
}

/** The decoded text of the message under the cursor. */
export interface DecodeResult {
	/** Lines and UTF-16 characters from 0. */
	readonly range: {
		readonly start: { readonly line: number; readonly character: number };
		readonly end: { readonly line: number; readonly character: number };
	};
	readonly text: string;
}

/** A line of a terminal, or of anything else that is no document. */
export interface LineParams {
	readonly text: string;
	/** URI of the folder whose settings hold for it. */
	readonly folder?: string;
}

/** What a line says. Offsets are UTF-16, of the line. */
export interface LineResult {
	readonly codes: readonly { readonly start: number; readonly end: number; readonly entry: ExplainEntry }[];
	/** Messages with `\uXXXX` escapes, decoded. */
	readonly messages: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

/** Method names of the requests (params → result). */
export const Requests = {
	/** PositionParams → WhyResult */
	why: 'faultbook/why',
	/** {} → ExplainEntry[] */
	explain: 'faultbook/explain',
	/** PositionParams → DecodeResult | null; with `{ text: string }` instead: { text: string } */
	decode: 'faultbook/decode',
	/** LineParams → LineResult */
	line: 'faultbook/line',
} as const;

/** What the language status item shows; sent by the server whenever it changes. */
export interface StatusParams {
	/** `ok`, `warning` (something is off: settings, a catalogue, a skipped file) or `error` (cannot work). */
	readonly level: 'ok' | 'warning' | 'error';
	/** A few words: "2 catalogues". */
	readonly text: string;
	/** One sentence each, for the hover of the item and the output channel. */
	readonly problems: readonly string[];
}

export const Notifications = {
	/** server → client: StatusParams */
	status: 'faultbook/status',
} as const;
