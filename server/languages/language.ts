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
	pass: ['of'],
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
	pair: ['key', 'value'],
	shorthand: [],
	function: ['name', 'receiver', 'parameters', 'results', 'body'],
	parameter: ['names'],
	block: ['statements'],
	if: ['initializer', 'condition', 'then', 'else'],
	switch: ['initializer', 'subject', 'arms'],
	arm: ['values', 'guard', 'body'],
	pattern: ['*'],
	loop: ['each', 'head', 'condition', 'body', 'else'],
	return: ['values'],
	throw: ['values'],
	assert: ['condition', 'values'],
	jump: [],
	try: ['body', 'handlers', 'last'],
	handler: ['parameter', 'body'],
	assign: ['targets', 'values', 'operator'],
	type: ['name', 'members'],
	import: ['sources'],
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

export const LanguageSchema = v.strictObject({
	id: v.string(),
	title: v.string(),
	/** VS Code's language ids. */
	ids: v.pipe(v.array(v.string()), v.minLength(1)),
	/** File name endings, with their dot. */
	extensions: v.pipe(v.array(v.string()), v.minLength(1)),
	/** Another language whose data this one takes over; its own fields come on top. */
	extends: v.optional(v.string()),
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
		/** Calls that fail: panic, reject. */
		fails: words,
		/** Last words of a constructor's, function's or variable's name that make an error. */
		errorWords: words,
		/** Functions that make an error though their last word does not say so: `errors.New`. */
		makesErrors: words,
		/** Calls that count: a for-each over one of them is a counting loop. */
		counters: words,
		/** Names of objects that log; a method of `logLevels.error` on them logs at error level. */
		loggers: words,
		/** Bare functions that print or log below error level. */
		prints: words,
		/** Methods that log at error level, on whatever looks like a logger. */
		errorLevels: words,
		/** Methods that log below error level. */
		otherLevels: words,
		/** Methods that add to a list. */
		appends: words,
		/** The object a method belongs to. */
		self: words,
		/** Calls whose result is an HTTP response, on which `.code` is the status. */
		httpResponses: words,
		/** Result types that hold an error, in languages that return them. */
		errorTypes: words,
	}),
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
		/** A test for several values; without it they are joined by `or`. */
		tests: v.optional(v.string()),
		/** The same where the language compares loosely, for `==`. */
		looseTests: v.optional(v.string()),
		or: v.string(),
		/** That the subject is none of several values; without it they are joined by `and`. */
		noneOf: v.optional(v.string()),
		and: v.string(),
		/** Its first line, and its last where it has one. */
		if: v.array(v.string()),
		elseIf: v.array(v.string()),
		else: v.array(v.string()),
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
			v.strictObject({ line: v.string(), group: v.optional(v.string()), grouped: v.optional(v.string()) }),
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
