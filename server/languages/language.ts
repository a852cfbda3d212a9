/**
 * What a language folder holds, as its schema and its type: how its syntax tree is lowered, what reads a code, what
 * fails, logs, succeeds and retries, and the stubs that the fixes write. A language is data: nothing outside its folder
 * knows its name. `docs/architecture.md` explains the fields; `CONTRIBUTING.md` how to add one.
 */
import * as v from 'valibot';

const words = v.optional(v.array(v.string()), []);

/**
 * Where a part of a shape comes from: a field of the grammar (`condition`), children of a type (`@statement_list`), the
 * n-th named child from 0 (`#0`), or `*`, all named children that no other part took. Several, in order: `a|@b`.
 */
const selector = v.pipe(v.string(), v.regex(/^(?:\*|#\d+|@?\w+)(?:\|(?:\*|#\d+|@?\w+))*$/));

/** Each kind with the parts that a shape may name; `PARTS` is what `lower.ts` understands. */
export const PARTS = {
	pass: ['of', 'cast'],
	hidden: [],
	name: [],
	text: ['holes'],
	number: [],
	constant: [],
	member: ['object', 'property'],
	path: ['*'],
	index: ['object', 'index'],
	call: ['callee', 'args'],
	binary: ['left', 'operator', 'right'],
	comparison: ['operators', '*'],
	unary: ['operator', 'operand'],
	ternary: ['condition', 'then', 'else'],
	list: ['type', 'items'],
	sequence: ['items'],
	literal: ['type', 'items'],
	table: ['items'],
	record: ['keys', 'values'],
	pair: ['key', 'value'],
	shorthand: [],
	function: ['name', 'receiver', 'parameters', 'results', 'body'],
	parameter: ['names', 'type'],
	block: ['statements'],
	if: ['initializer', 'condition', 'then', 'else'],
	switch: ['initializer', 'alias', 'subject', 'arms'],
	arm: ['values', 'guard', 'body'],
	pattern: ['*'],
	loop: ['each', 'head', 'condition', 'body', 'else'],
	return: ['values'],
	throw: ['values'],
	assert: ['condition', 'values'],
	jump: ['label'],
	labelled: ['label', 'body'],
	try: ['body', 'handlers', 'last'],
	handler: ['parameter', 'types', 'body'],
	assign: ['targets', 'values', 'operator', 'type'],
	type: ['name', 'members'],
	import: ['sources', 'names'],
	binding: ['name', 'alias'],
	export: ['sources', 'names', 'value', '*'],
	outer: ['names'],
	nothing: [],
	other: ['*'],
} as const satisfies Record<string, readonly string[]>;
export type ShapeKind = keyof typeof PARTS;

/**
 * Facts of a shape that are not parts: a constant's value, a jump's goal, `declares`, `fallsThrough`, … `wide`: what is
 * passed is written with what stands around it, a cast for example.
 */
export const FLAGS: ReadonlySet<string> = new Set([
	'value',
	'to',
	'declares',
	'fallsThrough',
	'default',
	'mode',
	'wide',
	'bare',
	'unnamed',
	'what',
	'whole',
	'yields',
]);
/** `value` is a constant's value or a pair's part. */
const isFlag = (key: string, kind: ShapeKind): boolean =>
	key === 'is' || (FLAGS.has(key) && !(PARTS[kind] as readonly string[]).includes(key));

const shape = v.pipe(
	v.looseObject({ is: v.picklist(Object.keys(PARTS) as ShapeKind[]) }),
	v.check(
		(value) =>
			Object.entries(value).every(
				([key, part]) =>
					isFlag(key, value.is) || ((PARTS[value.is] as readonly string[]).includes(key) && v.is(selector, part)),
			),
		'has a part that its kind does not know, or that says badly where it comes from',
	),
);
export interface Shape {
	readonly is: ShapeKind;
	readonly [part: string]: unknown;
}

/** One line or several. */
const template = v.union([v.string(), v.array(v.string())]);
/** each: a label of its own for every value, one under the other. all: one label, the values joined. */
const label = v.union([v.strictObject({ each: v.string() }), v.strictObject({ all: v.string(), join: v.string() })]);

/** A pattern over a whole text, `^` and `$` at its lines. */
const pattern = v.pipe(
	v.string(),
	v.check((source) => compiles(source), 'is no regular expression'),
);

/** How an import names a file, and what of a text others may want without its being parsed whole. */
const ModulesSchema = v.strictObject({
	/**
	 * path: by its path from the importing file, or from a folder above it where it does not begin with a dot.
	 * dotted: by names with dots between them, from a folder above; leading dots count from the file's own folder up.
	 * folder: by a path whose end is a folder of the workspace; its files are one package and see each other's names.
	 * name: by the name itself, wherever one file of the language alone declares it; of several, the file that is called
	 * like what stands before the name (`codes::AUTH`), or that is in the reading file's folder.
	 */
	by: v.picklist(['path', 'dotted', 'folder', 'name']),
	/** File endings that an import leaves out, the first that is there; also the endings of a package's files. */
	endings: words,
	/** Files that stand for their folder. */
	folders: words,
	/** Endings that are written for others: `./codes.js` means codes.ts. */
	written: v.optional(v.record(v.string(), v.array(v.string())), {}),
	/** Below a folder above the file, where paths that do not begin with a dot may start. */
	roots: words,
	/** A path without a slash or a leading dot is a file's, too, first beside the importing one: `#include "codes.h"`. */
	bare: v.optional(v.boolean(), false),
	/** What such a path may open with that is no folder: `@/`. */
	marks: words,
	/** What a file imports can be imported from it in turn. */
	handsOn: v.optional(v.boolean(), false),
	/** A name imported from a folder may be a file in it. */
	nested: v.optional(v.boolean(), false),
	/** Finds the name of a file's package. */
	package: v.optional(pattern),
	/** Finds the modules that a text names; the first group that took part is one. It may find too many. */
	sources: pattern,
	/** Finds, in a text that names no code, the statements that others may want all the same: imports that hand on,
	 *  constants of a line. */
	outline: v.array(pattern),
});
export type Modules = v.InferOutput<typeof ModulesSchema>;

function compiles(source: string): boolean {
	try {
		return new RegExp(source, 'gm').flags === 'gm';
	} catch {
		return false;
	}
}

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
		v.picklist(['==', '!=', '<', '<=', '>', '>=', '&&', '||', 'in', 'not in', 'is a', 'not', 'minus', 'pass']),
	),
	lexicon: v.strictObject({
		/** Functions and methods that give back the value they are given, in another type: `Number(code)`, `code.trim()`. */
		wrappers: words,
		/** Methods that read the field that their first argument names: `reply.get("code")`. */
		getters: words,
		/** Methods of a set that ask for its argument: `set.has(code)`. */
		contains: words,
		/** Functions that ask for their second argument in their first: `slices.Contains(set, code)`. */
		containsIn: words,
		/** Functions that ask whether their first argument has their second in it as text: `strings.Contains(code, "X")`. */
		textContains: words,
		/** Methods that give the place of their argument in a text, -1 where it is not in it: `code.indexOf("X")`. */
		finds: words,
		/** Functions that give the place of their second argument in their first. */
		findsIn: words,
		/** Methods that cut a text at their argument: `code.split(".")`. */
		splits: words,
		/** Functions that cut their first argument at their second. */
		splitsIn: words,
		/** Methods of a list that ask whether a test holds for one of its items. */
		anyOf: words,
		/** Methods and functions that give a text in small or capital letters. */
		folds: words,
		/** Functions that fill the variable of their second argument with the first: `errors.As(err, &e)`. */
		fills: words,
		/** Functions that give the error within the one they are given. */
		unwraps: words,
		/** Functions and constructors that make a set or list of the one they are given. */
		sets: words,
		/** Methods that ask whether text starts with their argument. */
		startsWith: words,
		/** Functions that ask whether their first argument starts with the second. */
		startsWithIn: words,
		/** Methods by which a test says what a value is to be: `expect(code).toBe(4100)`. */
		matchers: words,
		/** Functions that ask for the type of their first argument. */
		typeChecks: words,
		/** Names of the language's own object for "no value", beside its constants. */
		nothing: words,
		/** Calls that end the program, `name` or `name(argument)`; a written `0` as argument is success. */
		exits: words,
		/** Calls that fail: panic, reject; with a dot before it, methods of whatever is no logger. */
		fails: words,
		/** First words of names of calls that fail: `die`, `abort_with`. */
		failWords: words,
		/** Of names of calls that answer a request: with a status of 400 or more they fail. */
		answers: words,
		/** What else may stand in such a name. */
		answersWith: words,
		/** Calls that fail when they are given an error, or a name that says it holds one: `next(err)`. */
		errorTakers: words,
		/** First words of calls that report the error that they are given, where their last word is one for errors:
		 *  `captureException(e)`. */
		reports: words,
		/** First words of calls that fail if what they are given says so: `raise_for_code(reply)`. */
		guards: words,
		/** The same where a word for success or a code is in the name: `ensure_ok(reply)`. */
		successGuards: words,
		/** Words of calls that look like guards and look at something else: `raise_for_status(reply)`. */
		otherGuards: words,
		/** Last words of keys that say, by false, that something failed: `{ ok: false }`. */
		successWords: words,
		/** Words of functions whose result is the program's exit status. */
		mains: words,
		/** Words of calls that ask the function that they are given again until it gives true. */
		repeaters: words,
		/** Last words of a constructor's, function's or variable's name that make an error. */
		errorWords: words,
		/** Functions that make an error though their last word does not say so: `errors.New`. */
		makesErrors: words,
		/** Calls that count: a for-each over one of them is a counting loop. */
		counters: words,
		/** Names of objects that log; a method of `logLevels.error` on them logs at error level. */
		loggers: words,
		/** Functions that print or log below error level. */
		prints: words,
		/** Functions that show a text to whoever sits before the screen. */
		alerts: words,
		/** Where a print is no log any more: whoever watches for errors reads it. */
		errorStreams: words,
		/** Methods that log at error level, on whatever looks like a logger. */
		errorLevels: words,
		/** Methods that log below error level. */
		otherLevels: words,
		/** Methods that are given the level: `log.log(logging.ERROR, …)`. */
		levelled: words,
		/** Methods that add to a list. */
		appends: words,
		/** What makes a call depend on whether there is something to call: `handlers[code]?.(reply)`. */
		optionalCalls: words,
		/** The object a method belongs to. */
		self: words,
		/** Functions that give the module that their argument names: `require('./codes')`. */
		requires: words,
		/** What a file hands to others when it is assigned, or its fields are: `module.exports`. */
		exports: words,
		/** Calls whose result is an HTTP response, on which `.code` is the status. */
		httpResponses: words,
		/** Functions that make a value of a reply's text: `JSON.parse(body)`. */
		parses: words,
		/** Methods that make a value of the body of the response that they belong to: `response.json()`. */
		parsesOwn: words,
		/** Functions, and with a dot before it methods, that fill the variable of their last argument with a reply. */
		parsesInto: words,
		/** The name that takes a result nobody wants, in languages that return errors beside results. */
		blank: words,
		/** Last words of calls that take the next item, beside those that say so anywhere: `queue.popleft()`. */
		takes: words,
		/** What an SDK's call is given, by the end of its type or maker, with `<<action>>` for the call's own name. */
		requests: words,
		/** What such a call's name may have behind the action. */
		actionEndings: words,
		/** Words before a new variable: `const`. */
		declares: words,
		/** Result types that hold an error, in languages that return them. */
		errorTypes: words,
	}),
	/** How a file finds the constants of others; without it, it has only its own. */
	modules: v.optional(ModulesSchema),
	/** A bare name in an arm takes anything (Python). */
	namesCapture: v.optional(v.boolean(), false),
	/** Functions return errors beside results; named results may be assigned (Go). */
	returnsErrors: v.optional(v.boolean(), false),
	/** What the fixes write. Text with `<<placeholders>>`; docs/architecture.md names them all. */
	stubs: v.strictObject({
		/** Quote marks of strings, the language's usual one first. */
		quotes: v.pipe(v.array(v.string()), v.minLength(1)),
		/** A step of indentation where the file does not show one. */
		indent: v.string(),
		/** A comment to the end of the line. */
		comment: v.string(),
		/** The label of a switch's arm for one or several values, and of one with conditions. */
		label,
		condition: v.optional(label),
		/** The label of the arm that takes the rest. */
		rest: v.string(),
		test: v.string(),
		differs: v.string(),
		/** How equality and its opposite are spelt, the usual way first; another is for comparing loosely. */
		equality: v.optional(v.pipe(v.array(v.tuple([v.string(), v.string()])), v.minLength(1)), [['==', '!=']]),
		/** What a list of one item needs behind it, by what opens the list. */
		loneItem: v.optional(v.record(v.string(), v.string()), {}),
		/** A test for several values; without it they are joined by `or`. */
		tests: v.optional(v.string()),
		/** The same where the file compares loosely. */
		looseTests: v.optional(v.string()),
		/** That the subject begins with a value. */
		prefix: v.optional(v.string()),
		or: v.string(),
		/** That the subject is none of several values; without it they are joined by `and`. */
		noneOf: v.optional(v.string()),
		and: v.string(),
		/** The opposite of a condition: of a call alone, of any other. */
		not: v.array(v.string()),
		/** Its first line, and its last where it has one. */
		if: v.array(v.string()),
		elseIf: v.array(v.string()),
		else: v.array(v.string()),
		/** What makes a text of a code: functions, and methods without arguments. */
		makesText: v.optional(v.array(v.string()), []),
		/** A pattern of how a type begins whose members equal no literal (`<<name>>` is the type's). */
		sealed: v.optional(v.string()),
		/** A pattern of functions that a program starts with, where nobody is above to hand an error to. */
		starts: v.optional(v.string()),
		/** The error that is at hand, thrown or given back once more. */
		rethrow: v.optional(v.array(template), []),
		/** Actions by severity, the first whose placeholders can all be filled. */
		fail: v.array(template),
		backOff: v.array(template),
		items: v.array(template),
		/** What ends an arm that does not leave by itself, where the language needs it. */
		armEnd: v.optional(v.string()),
		/** A statement that does nothing, for an arm that needs one. */
		nothing: v.optional(v.string()),
		/** The compiler refuses a field that is not there: use a message only where the file shows it. */
		messageNeedsProof: v.optional(v.boolean(), false),
		/** Likewise for the items of a batch: use them only where they are read already. */
		itemsNeedProof: v.optional(v.boolean(), false),
		/** Text in a stub → the module that it needs imported. */
		needs: v.optional(v.record(v.string(), v.string()), {}),
		import: v.optional(
			v.strictObject({
				line: v.string(),
				group: v.optional(v.string()),
				grouped: v.optional(v.string()),
				/** A pattern of modules that stand in a block of a group apart from others. */
				apart: v.optional(v.string()),
				/** Empty lines between the imports and what follows them. */
				below: v.optional(v.number(), 1),
			}),
		),
		/** Result type → its zero value. */
		zeros: v.optional(v.record(v.string(), v.string()), {}),
	}),
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
