/**
 * A code explained to a person: for a hover (Markdown), for a terminal, and as data. All three say the same; a person
 * reads first what the code is, then at a glance whether to retry, then what to do.
 */
import type { Certainty } from '../model.ts';
import { type Catalogue, type Code, nameOf, type Retry, type Severity } from './catalogue.ts';
import { type Lookup, lookupOf } from './lookup.ts';
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
	/** Of a code without an entry of its own: the family that it is known by. Remedy and docs are the family's. */
	readonly family: string | null;
	/** `sdk`: the vendor's SDK raises it, no server sends it. */
	readonly raisedBy: 'sdk' | null;
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

const RAISED_BY_SDK = 'Raised by the SDK on this side, not sent by the server.';
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

/** The same as data, as the catalogue has it; undefined where the catalogue has neither such a code nor its family. */
export function explainJson(catalogue: Catalogue, text: string): ExplainedCode | undefined {
	const lookup = lookupOf(catalogue);
	const isSuccess = lookup.isSuccess(text);
	const code = isSuccess ? lookup.find(text) : lookup.resolve(text);
	if (code === undefined && !isSuccess) return undefined;
	const family = code?.family === undefined ? undefined : lookup.find(code.family);
	return {
		catalogue: catalogue.id,
		title: catalogue.title,
		code: code?.code ?? text,
		family: code?.family ?? null,
		raisedBy: code?.raisedBy ?? null,
		name: (code ? code.name : catalogue.match.successNames[0]) ?? null,
		type: (code ? code.type : SUCCESS_TYPE) ?? null,
		description: (code ? code.description : SUCCESS_TEXT) ?? null,
		severity: code?.severity ?? null,
		retry: code?.retry ?? null,
		remedy: code?.remedy ?? family?.remedy ?? null,
		url: lookup.docsUrl(code?.code ?? text) ?? null,
	};
}

function explanation(catalogue: Catalogue, text: string, options: ExplainOptions): Explanation {
	const lookup = lookupOf(catalogue);
	const code = lookup.find(text);
	if (code !== undefined) return { ...ofCode(code, options), ...given('url', lookup.docsUrl(code.code)) };
	if (lookup.isSuccess(text)) return { heading: `${text} ${SUCCESS_TYPE}`, parts: [{ text: SUCCESS_TEXT }] };
	const member = lookup.resolve(text);
	if (member?.family !== undefined)
		return { ...ofMember(member, member.family, lookup, options), ...given('url', lookup.docsUrl(text)) };
	const foreign = 'It occurs beside these codes, but is none of them.';
	return { heading: text, parts: [{ text: lookup.isForeign(text) ? foreign : 'This catalogue has no such code.' }] };
}

function ofCode(code: Code, options: ExplainOptions): Explanation {
	const parts: Part[] = [];
	if (code.description !== undefined) parts.push({ text: code.description });
	if (code.raisedBy === 'sdk') parts.push({ text: RAISED_BY_SDK });
	parts.push(...ofModule(options), verdict(code));
	if (code.remedy !== undefined) parts.push({ label: 'What to do:', text: code.remedy });
	if (code.causes.length > 0) parts.push({ label: 'Possible causes:', items: code.causes });
	if (code.solutions.length > 0) parts.push({ label: 'Possible solutions:', items: code.solutions });
	const history = [
		code.since === undefined ? undefined : `Since: ${code.since}.`,
		code.deprecated === undefined ? undefined : `Deprecated: ${code.deprecated}.`,
		code.replacedBy === undefined ? undefined : `Replaced by ${code.replacedBy}.`,
	].filter(isGiven);
	if (history.length > 0) parts.push({ text: history.join(' ') });
	return { heading: nameOf(code), ...given('name', code.name), parts };
}

/** A code of which only the family is known: says so, and then what holds of the family. */
function ofMember(code: Code, family: string, lookup: Lookup, options: ExplainOptions): Explanation {
	const parts: Part[] = [];
	const entry = lookup.find(family);
	const children = lookup.childrenOf(family);
	if (code.code === family)
		parts.push({ text: `${family} is known as a family of codes only, not as a code by itself.` });
	else {
		const type = entry?.type === undefined ? '' : ` (${entry.type})`;
		parts.push({ text: `Only the family of this code is known: ${family}${type}.` });
		if (entry?.description !== undefined) parts.push({ label: 'In general:', text: entry.description });
	}
	if (code.raisedBy === 'sdk') parts.push({ text: RAISED_BY_SDK });
	parts.push(...ofModule(options));
	if (entry) parts.push(verdict(code));
	else if (code.severity !== 'unknown') parts.push(likelyVerdict(code, children));
	if (entry?.remedy !== undefined) parts.push({ label: 'What to do:', text: entry.remedy });
	if (!entry && children.length > 0) parts.push({ label: 'Known codes of the family:', items: children.map(nameOf) });
	return { heading: code.code, parts };
}

function ofModule({ module }: ExplainOptions): Part[] {
	if (module === undefined) return [];
	return [{ text: `The message opens with ${module}, a code of the module itself: see that module's documentation.` }];
}

/** What most codes of its family make of a code: nobody knows more of it. */
function likelyVerdict(code: Code, relatives: readonly Code[]): Part {
	const label = SEVERITY_WORDS[code.severity].label.toLowerCase();
	const alike = relatives.filter(({ severity }) => severity === code.severity).length;
	const all = relatives.length;
	const known =
		all === 1 ? 'The one known code of the family is' : `${alike} of the ${all} known codes of the family are`;
	const chance = alike * 2 > all ? 'Probably' : 'Possibly';
	return { strong: `${chance} ${label}${advice(code)}.`, text: `${known} ${label}.` };
}

const advice = ({ retry }: Code): string => (retry === undefined ? '' : `: ${RETRY_WORDS[retry]}`);

/** Severity and retry advice in one line: can I send it again? */
function verdict(code: Code): Part {
	const { label, meaning } = SEVERITY_WORDS[code.severity];
	// "May succeed later" would contradict a code that only a new signature helps.
	const text = code.retry === 'resign' ? 'It can succeed with a fresh signature.' : meaning;
	return { strong: `${label}${advice(code)}.`, text };
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
