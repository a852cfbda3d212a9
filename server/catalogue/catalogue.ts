/**
 * A catalogue in memory: one API's table of codes and how they are recognised. Built by `load.ts` from YAML or
 * JSON that passed `schema.ts`; every optional field has its default here, and every code and value is text
 * (`4100` and `"4100"` are the same code).
 */

/** fatal: the same request cannot succeed until someone changes something. transient: it may, later or re-signed.
 *  partial: some items failed. */
export type Severity = 'fatal' | 'transient' | 'partial' | 'unknown';

/** What to do with the same request: never send it again; send it after a growing pause; sign it anew first;
 *  send it later; send only the items that failed. */
export type Retry = 'never' | 'backoff' | 'resign' | 'later' | 'items';

export interface Code {
	readonly code: string;
	readonly name?: string;
	readonly type?: string;
	readonly description?: string;
	readonly severity: Severity;
	readonly retry?: Retry;
	readonly remedy?: string;
	readonly url?: string;
	readonly causes: readonly string[];
	readonly solutions: readonly string[];
	readonly aliases: readonly string[];
	readonly since?: string;
	readonly deprecated?: string;
	readonly replacedBy?: string;
	/** Recognised and explained, never demanded, and neither building nor breaking coherence. */
	readonly optional: boolean;
	/** The server only ever sends the children of this family. */
	readonly alwaysSplit: boolean;
	/** The vendor's SDK raises it; no server sends it. */
	readonly raisedBy?: 'sdk';
	/** Of a code without an entry of its own: the family that it is known by. No file says this; `Lookup` makes it. */
	readonly family?: string;
}

export interface Catalogue {
	readonly id: string;
	readonly title: string;
	/** URL; `{code}` in it is filled with the code. */
	readonly docs?: string;
	readonly complete: boolean;
	readonly demand: 'each' | 'fallback';
	/** What stands between a family and its children: `AuthFailure.SignatureFailure`. */
	readonly hierarchy?: string;
	/** Where a failing fallback is demanded: families whose arms must not be empty or retry all the same. */
	readonly grave: readonly string[];
	readonly success: readonly string[];
	readonly foreign: readonly string[];
	readonly contexts: {
		readonly hosts: readonly string[];
		readonly imports: readonly string[];
		readonly packages: readonly string[];
		readonly words: readonly string[];
	};
	readonly match: {
		/** Names of the field that holds the code. */
		readonly fields: readonly string[];
		/** Names of a second field that holds the code's `name` (`codeDesc`). */
		readonly companions: readonly string[];
		readonly messages: readonly string[];
		/** Further names by which code reads the code. */
		readonly accessors: readonly string[];
		/** What a companion says on success. */
		readonly successNames: readonly string[];
		/** Fields that hold the items of a batch reply. */
		readonly items: readonly string[];
		/** Names of the SDKs' exceptions, which open their texts in logs: `[AcmeSDKError] Code=…`. */
		readonly exceptions: readonly string[];
		/** What else an SDK prints of an error, without its name: `{code}` is the code, `…` anything else on the line. */
		readonly texts: readonly string[];
		/** How the SDKs spell their constants. upper: the code in upper case, every other character a `_`. */
		readonly constants?: 'upper';
	};
	readonly codes: readonly Code[];
}

/** `4100 Authentication failed` */
export const nameOf = ({ code, type }: Code): string => (type ? `${code} ${type}` : code);
