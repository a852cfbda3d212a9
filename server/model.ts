/**
 * What the engine knows of one version of one document. Computed once per version; features and shells only read it.
 * All offsets are UTF-16 indexes into the document's text, `end` exclusive.
 */
import type { RuleId, RuleLevel } from '../shared/settings.ts';

export interface Range {
	readonly start: number;
	readonly end: number;
}

export type Certainty = 'certain' | 'likely' | 'possible';

/** How a code stands where it was seen. `use`: a constant's use outside any test. */
export type Role =
	| 'arm'
	| 'comparison'
	| 'membership'
	| 'argument'
	| 'declaration'
	| 'member'
	| 'key'
	| 'assignment'
	| 'use'
	| 'field'
	| 'logged';

/** A place where a code stands. */
export interface Sighting extends Range {
	/** Catalogue id. */
	readonly catalogue: string;
	/** The code as its catalogue spells it; for success, the success value. */
	readonly code: string;
	readonly success: boolean;
	/** Only the family of the code is known, and this is it; `code` is as it is written. */
	readonly family?: string;
	readonly role: Role;
	readonly certainty: Certainty;
	/** In JSON and logs: the module code that the reply's message opens with, digits only. */
	readonly module?: string;
}

/** A code in a log. The range is its record's, without the end of the last line. */
export interface LogEntry extends Range {
	readonly sighting: Sighting;
	/** What kind of error it is; absent where its catalogue does not say. */
	readonly type?: string;
	/** ISO 8601, where the record has a time. */
	readonly time?: string;
	/** Decoded. */
	readonly message?: string;
}

/** Why a dispatch is reported or left alone; the first that holds. */
export type Outcome =
	| 'off'
	| 'ignored'
	| 'test'
	| 'foreign'
	| 'unsure'
	| 'definition'
	| 'retry-set'
	| 'predicate'
	| 'lookup'
	| 'too-little'
	| 'handled'
	| 'fallback'
	| 'passed-on'
	| 'reported';

/** All tests of one subject in one function, or a table of codes, as judged for one catalogue. */
export interface DispatchReport extends Range {
	/** The subject where it first stands (a table: its name): where a finding on the dispatch goes. */
	readonly subject: Range;
	readonly catalogue: string;
	readonly certainty: Certainty;
	readonly outcome: Outcome;
	/** One or two sentences for a person that say why. */
	readonly why: string;
	/** Codes that its tests name, failures only, in the catalogue's order. */
	readonly named: readonly string[];
	/** Fatal codes that nothing handles; empty unless the outcome is `reported`. */
	readonly missing: readonly string[];
}

/** A rule's result. */
export interface Finding extends Range {
	readonly rule: RuleId;
	readonly catalogue: string;
	/** Every code concerned. */
	readonly codes: readonly string[];
	readonly message: string;
	/** `off` never gets here. */
	readonly level: Exclude<RuleLevel, 'off'>;
	readonly certainty: Certainty;
}

export interface TextEdit extends Range {
	readonly newText: string;
}

export interface Fix {
	readonly title: string;
	readonly kind: 'quickfix' | 'refactor.rewrite';
	readonly preferred: boolean;
	/** The finding it mends; none for a light bulb of its own. */
	readonly finding?: Finding;
	/** Names the fix within the document's version, so that a client can ask for its edits later. */
	readonly id: string;
	/** Instead of edits: a client command. */
	readonly command?: { readonly command: string; readonly argument: string };
}

/** Text in which `\uXXXX` escapes were found, with what they say. */
export interface DecodedMessage extends Range {
	readonly text: string;
}

export interface Model {
	readonly uri: string;
	readonly version: number;
	/** In order of `start`. */
	readonly sightings: readonly Sighting[];
	readonly dispatches: readonly DispatchReport[];
	readonly findings: readonly Finding[];
	/** What is wrong with how the document speaks to Faultbook, one sentence each: a comment that names no catalogue. */
	readonly concerns: readonly string[];
	/** The line from 0 of the first syntax error; what is behind it is judged as far as it can be read. */
	readonly syntaxError?: number;
	/** Why nothing was looked at: too large, binary, excluded, disabled, no such language. Empty otherwise. */
	readonly skipped?: string;
}
