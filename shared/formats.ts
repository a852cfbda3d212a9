/**
 * The documents beside source that Faultbook reads: replies in JSON, logs, and what has source in it. Source languages are data of their own
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
	log: { ids: ['log', 'plaintext', 'http'], extensions: ['.log', '.http', '.rest'] },
	/** With source in script blocks. */
	markup: { ids: ['html', 'vue', 'svelte'], extensions: ['.html', '.htm', '.vue', '.svelte'] },
	/** With fenced code, for reading only. */
	markdown: { ids: ['markdown'], extensions: ['.md', '.markdown'] },
} as const satisfies Record<string, Format>;
