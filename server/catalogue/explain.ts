/**
 * A code explained to a person: for a hover (Markdown), for a terminal, and as data. All three say the same; a person
 * reads first what the code is, then at a glance whether to retry, then what to do.
 */
import type { Certainty } from '../model.ts';
import type { Catalogue, Code, Retry, Severity } from './catalogue.ts';
import { lookupOf } from './lookup.ts';
import { escapeMarkdown, plainLine, plainParagraphs } from './text.ts';

export interface ExplainOptions {
	/** `possible` opens with one line that says so. */
	readonly certainty?: Certainty;
	/** The module code that the reply's message opens with. */
	readonly module?: string;
}

/** A code as data; null where the catalogue says nothing. `title` is the catalogue's. */
export interface ExplainedCode {
	readonly catalogue: string;
	readonly title: string;
	readonly code: string;
	readonly name: string | null;
	readonly type: string | null;
	readonly description: string | null;
	/** Null for success. */
	readonly severity: Severity | null;
	readonly retry: Retry | null;
	readonly remedy: string | null;
	readonly url: string | null;
}

const SEVERITY_WORDS: Readonly<Record<Severity, { readonly label: string; readonly meaning: string }>> = {
	fatal: { label: 'Fatal', meaning: 'The same request cannot succeed until something is changed.' },
	transient: { label: 'Transient', meaning: 'The same request may succeed later.' },
	partial: { label: 'Partial', meaning: 'Some items succeeded, others failed.' },
	unknown: { label: 'Severity unknown', meaning: '' },
};

const RETRY_WORDS: Readonly<Record<Retry, string>> = {
	never: 'do not retry',
	backoff: 'retry with growing pauses',
	resign: 'sign again, then retry',
	later: 'retry later',
	items: 'retry only the items that failed',
};

const SUCCESS_TYPE = 'Success';
const SUCCESS_TEXT = 'No error: the request was executed.';

/** One paragraph, in the catalogue's or our words; `strong` and `label` are ours and open it. */
interface Part {
	readonly strong?: string;
	readonly label?: string;
	readonly text?: string;
	readonly items?: readonly string[];
}

interface Explanation {
	readonly heading: string;
	/** What else the first line says: the companion's name. */
	readonly name?: string;
	readonly parts: readonly Part[];
	readonly url?: string;
}

/**
 * Markdown for a hover; all catalogue text in it is escaped. `text`: a code, one of its aliases, or a success value.
 * Of any other value it says in one line that the catalogue does not have it.
 */
export function explainCode(catalogue: Catalogue, text: string, options: ExplainOptions = {}): string {
	const { heading, name, parts, url } = explanation(catalogue, text, options);
	const title = escapeMarkdown(catalogue.title);
	const blocks = options.certainty === 'possible' ? [`If this is ${title}:`] : [];
	const aside = [name, options.certainty === 'possible' ? undefined : catalogue.title];
	blocks.push([`**${escapeMarkdown(heading)}**`, ...aside.filter(isGiven).map(escapeMarkdown)].join(' · '));
	for (const part of parts) {
		const opening = part.strong === undefined ? (part.label ?? '') : `**${part.strong}**`;
		blocks.push(joined(opening, escapeMarkdown(part.text ?? '')));
		if (part.items) blocks.push(part.items.map((item) => `- ${escapeMarkdown(plainLine(item))}`).join('\n'));
	}
	if (url !== undefined) blocks.push(`[Documentation](${url.replaceAll('(', '%28').replaceAll(')', '%29')})`);
	return blocks.join('\n\n');
}

/** The same as plain text for a terminal, without control characters and without a newline at the end. */
export function explainText(catalogue: Catalogue, text: string, options: ExplainOptions = {}): string {
	const { heading, name, parts, url } = explanation(catalogue, text, options);
	const title = plainLine(catalogue.title);
	const first = plainLine(name === undefined ? heading : `${heading} (${name})`);
	const blocks = options.certainty === 'possible' ? [`If this is ${title}:`, first] : [`${first}\n${title}`];
	for (const part of parts) {
		const opening = part.strong ?? part.label ?? '';
		blocks.push(joined(opening, plainParagraphs(part.text ?? '').join('\n\n')));
		if (part.items) blocks.push(part.items.map((item) => `- ${plainLine(item)}`).join('\n'));
	}
	if (url !== undefined) blocks.push(`Documentation: ${url}`);
	return blocks.join('\n\n');
}

/** The same as data, as the catalogue has it; undefined where the catalogue has no such code. */
export function explainJson(catalogue: Catalogue, text: string): ExplainedCode | undefined {
	const lookup = lookupOf(catalogue);
	const code = lookup.find(text);
	if (code === undefined && !lookup.isSuccess(text)) return undefined;
	return {
		catalogue: catalogue.id,
		title: catalogue.title,
		code: code?.code ?? text,
		name: (code ? code.name : catalogue.match.successNames[0]) ?? null,
		type: (code ? code.type : SUCCESS_TYPE) ?? null,
		description: (code ? code.description : SUCCESS_TEXT) ?? null,
		severity: code?.severity ?? null,
		retry: code?.retry ?? null,
		remedy: code?.remedy ?? null,
		url: lookup.docsUrl(code?.code ?? text) ?? null,
	};
}

function explanation(catalogue: Catalogue, text: string, options: ExplainOptions): Explanation {
	const lookup = lookupOf(catalogue);
	const code = lookup.find(text);
	if (code !== undefined) return { ...ofCode(code, options), ...given('url', lookup.docsUrl(code.code)) };
	if (lookup.isSuccess(text)) return { heading: `${text} ${SUCCESS_TYPE}`, parts: [{ text: SUCCESS_TEXT }] };
	const foreign = 'It occurs beside these codes, but is none of them.';
	return { heading: text, parts: [{ text: lookup.isForeign(text) ? foreign : 'This catalogue has no such code.' }] };
}

function ofCode(code: Code, options: ExplainOptions): Explanation {
	const parts: Part[] = [];
	if (code.description !== undefined) parts.push({ text: code.description });
	if (options.module !== undefined) {
		parts.push({
			text: `The message opens with ${options.module}, a code of the module itself: see that module's documentation.`,
		});
	}
	parts.push(verdict(code));
	if (code.remedy !== undefined) parts.push({ label: 'What to do:', text: code.remedy });
	if (code.causes.length > 0) parts.push({ label: 'Possible causes:', items: code.causes });
	if (code.solutions.length > 0) parts.push({ label: 'Possible solutions:', items: code.solutions });
	const history = [
		code.since === undefined ? undefined : `Since: ${code.since}.`,
		code.deprecated === undefined ? undefined : `Deprecated: ${code.deprecated}.`,
		code.replacedBy === undefined ? undefined : `Replaced by ${code.replacedBy}.`,
	].filter(isGiven);
	if (history.length > 0) parts.push({ text: history.join(' ') });
	const heading = code.type === undefined ? code.code : `${code.code} ${code.type}`;
	return { heading, ...given('name', code.name), parts };
}

/** Severity and retry advice in one line: can I send it again? */
function verdict(code: Code): Part {
	const { label, meaning } = SEVERITY_WORDS[code.severity];
	const advice = code.retry === undefined ? '' : `: ${RETRY_WORDS[code.retry]}`;
	// "May succeed later" would contradict a code that only a new signature helps.
	const text = code.retry === 'resign' ? 'It can succeed with a fresh signature.' : meaning;
	return { strong: `${label}${advice}.`, text };
}

function joined(opening: string, text: string): string {
	return opening === '' || text === '' ? opening + text : `${opening} ${text}`;
}

function isGiven(text: string | undefined): text is string {
	return text !== undefined;
}

/** An object with the field where there is a value, else none. */
function given<Key extends string>(key: Key, value: string | undefined): { readonly [K in Key]?: string } {
	return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]?: string });
}
