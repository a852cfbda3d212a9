/**
 * Context, the second proof of a sighting: does a text name the API that a catalogue describes, by a host, by a word
 * or by a pragma comment? Everything here works on plain text; who asks decides how near the text is.
 */
import type { Catalogue } from '../catalogue/catalogue.ts';
import { escapePattern } from '../catalogue/pattern.ts';
import type { Range } from '../model.ts';

/** A place where a text names an API. */
export interface Mention extends Range {
	readonly kind: 'host' | 'word';
}

/** A catalogue id named by a `faultbook-catalogue <id>` comment; the range is the id's. */
export interface Pragma extends Range {
	readonly id: string;
}

/** Start and end of a captured part. */
type Indices = readonly [number, number];

interface Entry {
	readonly kind: Mention['kind'];
	/** Sticky and blind to case; what stands on both sides is judged apart, since case matters there. */
	readonly pattern: RegExp;
	/** Pattern of the parts, for the search over all entries. */
	readonly source: string;
}

/** Between the words of one name: `acme billing`, `acme_billing`, `acme-billing`; nothing where camelCase joins them. */
const JOINT = '([ \\t_-]{0,3})';

/**
 * Finds mentions of one catalogue's API. Build it once per catalogue: it holds the compiled patterns and nothing else,
 * so that one finder serves any number of texts.
 */
export class ContextFinder {
	readonly #entries: readonly Entry[];
	/** Finds where any entry may begin; absent for a catalogue that names neither hosts nor words. */
	readonly #search: RegExp | undefined;

	constructor(catalogue: Catalogue) {
		const hosts = catalogue.contexts.hosts
			.map((host) => host.trim().replace(/^(?:\*\.|\.)+/, ''))
			.filter((host) => host !== '')
			.map((host) => entry('host', escapePattern(host)));
		const words = catalogue.contexts.words
			.map((word) => word.split(/[\s_-]+/).filter((part) => part !== ''))
			.filter((parts) => parts.length > 0)
			.map((parts) => entry('word', parts.map(escapePattern).join(JOINT)));
		this.#entries = [...hosts, ...words];
		this.#search =
			this.#entries.length > 0 ? new RegExp(this.#entries.map((each) => each.source).join('|'), 'gi') : undefined;
	}

	/**
	 * Whether a text, or an identifier, names the API: by a host of the catalogue (or one below it) or by one of its
	 * words, which are whole also within a name (`QcloudApi`, `QCLOUD_ID`, `qcloud-sdk`, not `xqcloudy`).
	 */
	mentions(text: string): boolean {
		return this.first(text) !== undefined;
	}

	/** Whether a text names one of the API's hosts. */
	mentionsHost(text: string): boolean {
		for (let hit = this.first(text); hit; hit = this.first(text, hit.end)) if (hit.kind === 'host') return true;
		return false;
	}

	/** The first mention that begins at `from` or later and ends at `to` or earlier. */
	first(text: string, from = 0, to = text.length): Mention | undefined {
		const search = this.#search;
		if (!search) return undefined;
		// Cut (which copies nothing), or a search in one record of a long log would run on through the rest of it.
		const searched = to < text.length ? text.slice(0, to) : text;
		search.lastIndex = from;
		for (let hit = search.exec(searched); hit; hit = search.exec(searched)) {
			const found = mentionAt(this.#entries, searched, hit.index);
			if (found) return found;
			search.lastIndex = hit.index + 1;
		}
		return undefined;
	}
}

/**
 * Whether an import's source, as written, is of a module: the module itself or something below it (`acme/billing`,
 * `acme.billing`, `Acme\Billing`, `acme::billing`). A module that ends in `*` stands for every beginning like it:
 * `acme-sdk-*` is `acme-sdk-billing` too. Case counts.
 */
export function isOfModule(source: string, module: string): boolean {
	const plain = source.replace(/^\\/, '');
	if (module.endsWith('*')) return plain.startsWith(module.slice(0, -1));
	return plain.startsWith(module) && /^(?:$|[/.\\]|::)/.test(plain.slice(module.length));
}

const PRAGMA = 'faultbook-catalogue';
const PRAGMA_PATTERN =
	/(?<![\w-])faultbook-catalogue[ \t]*(?:[ \t]|:[ \t]*)([a-z0-9][\w.-]*(?:[ \t]*,[ \t]*[a-z0-9][\w.-]*)*)/gi;

/**
 * The catalogue ids that `faultbook-catalogue <id>` names; several are separated by commas. Whether the text is a
 * comment is for the caller to know.
 */
export function pragmas(text: string): Pragma[] {
	if (!text.includes(PRAGMA)) return [];
	const found: Pragma[] = [];
	for (const match of text.matchAll(PRAGMA_PATTERN)) {
		const list = match[1] ?? '';
		const base = match.index + match[0].length - list.length;
		for (const item of list.matchAll(/[a-z0-9][\w.-]*/gi)) {
			// The end of a sentence or of an HTML comment is no part of the id.
			const id = item[0].replace(/(?<![.-])[.-]+$/, '');
			const start = base + item.index;
			found.push({ id, start, end: start + id.length });
		}
	}
	return found;
}

function entry(kind: Mention['kind'], source: string): Entry {
	return { kind, source, pattern: new RegExp(source, 'diy') };
}

function mentionAt(entries: readonly Entry[], text: string, start: number): Mention | undefined {
	for (const { kind, pattern } of entries) {
		pattern.lastIndex = start;
		const match = pattern.exec(text);
		if (!match) continue;
		const end = start + match[0].length;
		const joints = (match.indices ?? []).slice(1);
		if (kind === 'host' ? isWholeHost(text, start, end) : isWholeWord(text, start, end, joints))
			return { kind, start, end };
	}
	return undefined;
}

/** `cvm.api.qcloud.com` holds `api.qcloud.com`; `xapi.qcloud.com` and `api.qcloud.com.example.org` do not. */
function isWholeHost(text: string, start: number, end: number): boolean {
	const clear = !/[\w-]/.test(text.charAt(start - 1)) || endsEscape(text, start);
	return clear && !/^(?:[\w-]|\.[a-z0-9])/i.test(text.slice(end, end + 2));
}

function isWholeWord(text: string, start: number, end: number, joints: readonly (Indices | undefined)[]): boolean {
	return (
		(isBoundary(text, start) || endsEscape(text, start)) &&
		isBoundary(text, end) &&
		// Words joined by nothing (`acmeBilling`) need a change of case to show the joint.
		joints.every((joint) => !joint || joint[0] < joint[1] || isBoundary(text, joint[0]))
	);
}

/** Whether an escape ends here whose last letter is none of the text: `%2Fapi.qcloud.com`, `"\nqcloud"`. */
function endsEscape(text: string, offset: number): boolean {
	return /(?:%[0-9a-f]{2}|\\[bfnrtv])$/i.test(text.slice(Math.max(0, offset - 3), offset));
}

/**
 * Whether a word may begin or end at an offset: beside a digit, a character that is no letter, a letter of a script
 * without case, or where camelCase turns (`tQcloud`, `QcloudApi`, `HTTPQcloud`).
 */
function isBoundary(text: string, offset: number): boolean {
	const before = caseOf(text, offset - 1);
	const after = caseOf(text, offset);
	if (before === 'none' || after === 'none') return true;
	if (before === 'lower') return after === 'upper';
	// After a capital a word begins only with another capital that a small letter follows.
	return after === 'upper' && caseOf(text, offset + 1) === 'lower';
}

function caseOf(text: string, offset: number): 'lower' | 'upper' | 'none' {
	const character = text.charAt(offset);
	if (character.toLowerCase() !== character) return 'upper';
	if (character.toUpperCase() !== character) return 'lower';
	return 'none';
}
