/**
 * The documents beside source that Faultbook reads: replies in JSON, and logs. Source languages are data of their own
 * (server/languages/); activation, routing and the command line take both together.
 */

export interface Format {
	/** VS Code's language ids. */
	readonly ids: readonly string[];
	/** File name endings, with their dot. */
	readonly extensions: readonly string[];
}

export const FORMATS = {
	json: { ids: ['json', 'jsonc', 'jsonl'], extensions: ['.json', '.jsonc', '.jsonl', '.ndjson'] },
	log: { ids: ['log', 'plaintext'], extensions: ['.log'] },
} as const satisfies Record<string, Format>;
