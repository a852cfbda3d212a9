/**
 * The shape of a catalogue file, field by field, as valibot checks it. Every message here is the second half of a
 * sentence: what the value at that place must be; `problems.ts` says where it stands and what was found there.
 */
import * as v from 'valibot';

const SEVERITIES = ['fatal', 'transient', 'partial', 'unknown'] as const;
const RETRIES = ['never', 'backoff', 'resign', 'later', 'items'] as const;

/** How a code may be spelled: it becomes part of searches, URLs and settings. */
const CODE = /^[A-Za-z0-9_.:-]{1,128}$/;
const SECURE_URL = /^https:\/\/[\p{L}\p{N}.-]+(?::\d+)?(?:[/?#][^\s<>"'`\\^\p{Cc}\p{Cf}]*)?$/u;
const HOST = /^[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u;

/** An object with these fields and no others. The message of an unknown one is the list of the known ones. */
function fields<const Entries extends v.ObjectEntries>(entries: Entries) {
	return v.objectWithRest(entries, v.never(Object.keys(entries).join(', ')), 'an object with named fields');
}

const text = v.pipe(v.string('text'), v.regex(/\S/, 'text that is not empty'));

/** A code, success or foreign value. Numbers become text, as long as that cannot change how they are spelled. */
const code = v.pipe(
	v.union([v.string(), v.number()], 'a number or text'),
	v.check(
		(value) => typeof value === 'string' || Number.isSafeInteger(value),
		'a whole number of at most 15 digits, or text in quotes',
	),
	v.transform((value) => String(value)),
	v.regex(CODE, '1 to 128 letters, digits, dots, colons, underscores or hyphens'),
);

/** A version or a date, which YAML may take for a number. */
const version = v.pipe(
	v.union([v.string(), v.number()], 'text'),
	v.transform((value) => String(value)),
	v.regex(/\S/, 'text that is not empty'),
);

const url = v.pipe(v.string('a URL'), v.regex(SECURE_URL, 'a URL that begins with https://'));
const docs = v.pipe(
	v.string('a URL'),
	v.check((value) => SECURE_URL.test(value.replaceAll('{code}', '0')), 'a URL that begins with https://'),
);
const host = v.pipe(
	v.string('a host name'),
	// A host's subdomains always belong to it: `*.` in front says nothing more.
	v.transform((value) => value.replace(/^\*\./, '').toLowerCase()),
	v.regex(HOST, 'a host name alone, such as api.example.com'),
);

const list = <Item extends v.GenericSchema>(item: Item) => v.optional(v.array(item, 'a list'), []);
const flag = v.optional(v.boolean('true or false'), false);
const oneOf = <const Options extends readonly string[]>(options: Options) =>
	v.picklist(options, `one of ${options.join(', ')}`);

const translation = fields({
	type: v.optional(text),
	description: v.optional(text),
	remedy: v.optional(text),
});

const codeEntry = fields({
	code,
	name: v.optional(text),
	type: v.optional(text),
	description: v.optional(text),
	severity: v.optional(oneOf(SEVERITIES), 'unknown'),
	retry: v.optional(oneOf(RETRIES)),
	remedy: v.optional(text),
	url: v.optional(url),
	causes: list(text),
	solutions: list(text),
	aliases: list(code),
	since: v.optional(version),
	deprecated: v.optional(version),
	replacedBy: v.optional(code),
	optional: flag,
	alwaysSplit: flag,
	raisedBy: v.optional(oneOf(['sdk'])),
	// Which of the fields an import guessed, and the texts in another language: checked, not used yet.
	guessed: list(text),
	text: v.optional(fields({ 'zh-cn': v.optional(translation) })),
});

export const catalogueSchema = fields({
	faultbook: v.literal(1, '1, the format that this version reads'),
	id: v.pipe(
		v.string('text'),
		v.regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, '1 to 64 letters, digits, dots, underscores or hyphens'),
	),
	title: text,
	docs: v.optional(docs),
	complete: flag,
	demand: v.optional(oneOf(['each', 'fallback']), 'each'),
	// What tells codes from bare words asks for the dot: no other sign is understood yet.
	hierarchy: v.optional(v.pipe(v.string('text'), v.literal('.', '"." (no other sign is supported yet)'))),
	grave: list(code),
	success: list(code),
	foreign: list(code),
	// Of imports and packages: the module and what is below it (after / . \ or ::); `acme-sdk-*` is every beginning like it.
	contexts: v.optional(fields({ hosts: list(host), imports: list(text), packages: list(text), words: list(text) }), {}),
	match: v.optional(
		fields({
			fields: list(text),
			companions: list(text),
			messages: list(text),
			accessors: list(text),
			successNames: list(text),
			items: list(text),
			exceptions: list(text),
			texts: list(v.pipe(text, v.includes('{code}', 'text with {code} where the code stands'))),
			constants: v.optional(oneOf(['upper'])),
		}),
		{},
	),
	codes: v.pipe(v.array(codeEntry, 'a list of codes'), v.minLength(1, 'a list of at least one code')),
});

export type CatalogueFile = v.InferOutput<typeof catalogueSchema>;
