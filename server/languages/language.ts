/**
 * What a language folder holds, as its schema and its type: how its syntax tree is lowered, what reads a code, what
 * fails, logs, succeeds and retries, and the stubs that the fixes write. A language is data: nothing outside its folder
 * knows its name. `docs/architecture.md` explains the fields; `CONTRIBUTING.md` how to add one.
 */
import * as v from 'valibot';
import { lexicon } from './lexicon.ts';
import { modules } from './modulesSchema.ts';
import { pattern, words } from './schema.ts';
import { shape } from './shapes.ts';
import { stubs } from './stubs.ts';

/**
 * Operators that seek. like, matches: what is right is a pattern with `*`, or a regular expression. contains: the left
 * side has the right one. there, nothing: of one operand, whether it is anything at all. cut: a text at another. first
 * part: of a text, up to its first dot.
 */
const SOUGHT = [
	...(['like', 'not like', 'matches', 'not matches', 'contains', 'not contains'] as const),
	...(['there', 'nothing', 'first part', 'cut'] as const),
];
/** prefix: what follows it is called. set: a variable is given a value, both named by options. test: its arguments are a condition, operators among them. */
const COMMANDS = [
	...(['return', 'break', 'continue', 'true', 'false', 'nothing'] as const),
	...(['test', 'import', 'prefix', 'read', 'set'] as const),
];

export const LanguageSchema = v.strictObject({
	id: v.string(),
	title: v.string(),
	/** VS Code's language ids. */
	ids: v.pipe(v.array(v.string()), v.minLength(1)),
	/** File name endings, with their dot. */
	extensions: v.pipe(v.array(v.string()), v.minLength(1)),
	/** Another language whose data this one takes over; its own fields come on top. */
	extends: v.optional(v.string()),
	/** The wasm file: in a package while we build (`tree-sitter-c/tree-sitter-c.wasm`), its name alone in what the build ships. */
	grammar: v.string(),
	/** Globs of test files, relative to the workspace folder. */
	tests: words,
	comments: v.strictObject({
		types: v.array(v.string()),
		/** What begins a comment to the end of the line. */
		line: v.string(),
		/** Comments where those are none, with `<<text>>`. */
		otherForms: words,
		/** A comment right above the first line would be taken for something else: keep an empty line between them. */
		apart: v.optional(v.boolean(), false),
	}),
	/** Where damaged text can be taken up again: patterns of regular expressions for the beginning of a line. */
	recovery: v.optional(
		v.strictObject({
			/** How a statement at the margin begins. */
			statements: v.string(),
			/** A line at the margin with which one ends. */
			ends: v.optional(v.string()),
			/** What a text has to open with to be of the language. */
			opening: v.optional(v.string()),
			/**
			 * How a member of a type begins, what a line says with which one ends that is indented like its first, and what a
			 * member has to stand between to be read without its type.
			 */
			members: v.optional(
				v.strictObject({ begin: v.string(), end: v.optional(v.string()), before: v.string(), behind: v.string() }),
			),
		}),
	),
	/** Nodes whose children are units of their own: a change in one leaves the others as they were. */
	containers: words,
	/** Grammar's node type → what it is. */
	shapes: v.record(v.string(), shape),
	/** The language's operator → the neutral one. */
	operators: v.record(
		v.string(),
		v.picklist([
			'==',
			'!=',
			'<',
			'<=',
			'>',
			'>=',
			'&&',
			'||',
			'in',
			'not in',
			'is a',
			'not',
			'minus',
			'pass',
			'is not a',
			'pair',
			'range',
			'open range',
			...SOUGHT,
		]),
	),
	/** Constants that are written like variables. */
	constants: v.optional(v.record(v.string(), v.picklist(['true', 'false', 'null'])), {}),
	/** Signs and words that are constants and no nodes of the grammar: `nil`. */
	tokens: v.optional(v.record(v.string(), v.picklist(['true', 'false', 'null'])), {}),
	/** What words at the beginning of a command are, in languages of commands; any other is called. */
	commands: v.optional(v.record(v.string(), v.picklist(COMMANDS)), {}),
	/** `a && b` as a statement does `b` if `a` holds. */
	shortCircuits: v.optional(v.boolean(), false),
	/** Texts are compared without regard to case. */
	anyCase: v.optional(v.boolean(), false),
	/** Variables belong to the whole program unless they say otherwise: what one was given may stand anywhere. */
	globals: v.optional(v.boolean(), false),
	/** What a function gives back is a status: 0 where all went well, any other number where not. */
	returnsStatus: v.optional(v.boolean(), false),
	/**
	 * What the grammar cannot read, by patterns, and what it is given instead, with spaces behind it up to the same length:
	 * lines for a preprocessor, questions to the compiler. One is sought after the other.
	 */
	unread: v.optional(v.array(v.strictObject({ find: pattern, as: v.optional(v.string(), '') })), []),
	/** Its words. */
	lexicon,
	/** How a file finds the constants of others; without it, it has only its own. */
	modules: v.optional(modules),
	/** Bare names in an arm that take anything, and give it a name: a pattern finds them (small letters, or every one). */
	namesCapture: v.optional(pattern),
	/** A function gives back the value of its last expression: every one, or, of those with a name, the ones in whose
	 *  written result type a pattern is found. */
	lastIsResult: v.optional(v.union([v.boolean(), pattern]), false),
	/** A name or field that stands as a statement is called: `login`. */
	namesCall: v.optional(v.boolean(), false),
	/** Jumps count the loops and switches that they leave, and a switch is one of them: `continue 2`. */
	countedJumps: v.optional(v.boolean(), false),
	/** Patterns of operators, from those that bind least to those that bind most; only where the grammar knows none of it. */
	precedence: v.optional(v.array(pattern), []),
	/** What variables have before their names that is not there where they are read as fields: `$codes`, `$this->codes`. */
	sigil: v.optional(v.string(), ''),
	/** Who gives back nothing at all says that it failed (C). */
	nullFails: v.optional(v.boolean(), false),
	/** Who gives back nothing and something behind it says that it failed: `return nil, "refused"` (Lua). */
	nothingFirst: v.optional(v.boolean(), false),
	/**
	 * How texts are asked by patterns: methods, and functions whose first argument is the text, that say whether one is
	 * found; what stands before a sign to be taken as it is; the place where texts begin; functions, and with a dot before
	 * them methods, that give a part of a text: `code:sub(1, 4) == "Auth"`.
	 */
	patterns: v.optional(
		v.strictObject({ methods: words, functions: words, escape: v.string(), first: v.string(), parts: words }),
	),
	/** Functions return errors beside results; named results may be assigned (Go). */
	returnsErrors: v.optional(v.boolean(), false),
	/** What the fixes write. Text with `<<placeholders>>`; docs/architecture.md names them all. */
	stubs,
});
export type LanguageData = v.InferOutput<typeof LanguageSchema>;

/** What routing needs of every language, without its data. */
export interface LanguageEntry {
	readonly id: string;
	readonly ids: readonly string[];
	readonly extensions: readonly string[];
}

/**
 * Checks a language's data (parsed YAML or JSON; where it extends another, already merged by `mergeLanguage`).
 * Never throws; problems are sentences that name `source` and the field.
 */
export function loadLanguage(value: unknown, source: string): { language?: LanguageData; problems: string[] } {
	const result = v.safeParse(LanguageSchema, value);
	if (result.success) return { language: result.output, problems: [] };
	return {
		problems: result.issues.map((issue) => `${source}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`),
	};
}

/** A language on top of the one it extends: maps are joined key by key, everything else is replaced; null takes away. */
export function mergeLanguage(base: unknown, own: unknown): unknown {
	const isMap = (value: unknown): value is Record<string, unknown> =>
		value !== null && typeof value === 'object' && !Array.isArray(value);
	if (!isMap(base) || !isMap(own)) return own ?? base;
	const joined: Record<string, unknown> = { ...base };
	for (const [key, value] of Object.entries(own)) {
		if (value === null) delete joined[key];
		else
			joined[key] =
				isMap(value) && isMap(base[key]) && key !== 'is' && !('is' in value) ? mergeLanguage(base[key], value) : value;
	}
	return joined;
}
