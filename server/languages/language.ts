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
	/** `content`: what stands between the marks, where the grammar has no nodes for those. */
	text: ['holes', 'content'],
	number: [],
	constant: [],
	member: ['object', 'property'],
	path: ['*'],
	index: ['object', 'index'],
	/** `object`: of a method whose name is the callee. `trailing`: a function behind the arguments. `members`: of a class without a name. */
	/** `initial`: fields and entries that what is made begins with. */
	call: ['object', 'callee', 'args', 'trailing', 'members', 'initial'],
	/** `name`: what the left side is called from there on: `e instanceof ApiException failure`. */
	binary: ['left', 'operator', 'right', 'name'],
	comparison: ['operators', '*'],
	/** Values with an operator between them, whose `precedence` the grammar does not know. */
	infix: ['left', 'operator', 'right'],
	/** From one value to another, or open at one side. */
	range: ['from', 'to'],
	/** Conditions all of which have to hold. */
	both: ['*'],
	/** What a macro is given, which the grammar leaves as the tokens that it is: a call all the same. */
	tokens: ['callee', 'args'],
	unary: ['operator', 'operand'],
	ternary: ['condition', 'then', 'else'],
	list: ['type', 'items'],
	sequence: ['items'],
	literal: ['type', 'items'],
	table: ['items'],
	record: ['keys', 'values'],
	pair: ['key', 'value'],
	entry: ['*'],
	/** A pattern that texts are asked by: `/^AuthFailure/`. */
	regex: ['*'],
	/** Statements that may have handlers behind them. */
	guarded: ['body', 'handlers', 'last'],
	/** What stands behind something that is made: `{ Code = 4100 }`, `{ [4100] = login }`. */
	initial: ['*'],
	/** A property of a type: what it is given, or how it is read and set. */
	property: ['name', 'type', 'value', 'accessors'],
	shorthand: [],
	/** `head`: a node in which its name, parameters and results stand (C's declarator). */
	function: ['name', 'head', 'receiver', 'parameters', 'results', 'body'],
	parameter: ['names', 'type'],
	/** `type`: of everything that it declares. */
	block: ['statements', 'type'],
	if: ['initializer', 'condition', 'then', 'else'],
	switch: ['initializer', 'alias', 'subject', 'arms'],
	arm: ['values', 'guard', 'body'],
	/** Cases that are a function of what they are given, unless a `match` or a `catch` takes them. */
	cases: ['*'],
	/** What an arm is for, where it is a node of its own. */
	label: ['*', 'guard'],
	/** `cast`: the form that it has to have: `Some` of `Some(4100)`. */
	pattern: ['cast', '*'],
	/** Patterns, any of which may hold: `4100 or 4300`, `4100 | 4300`. */
	alternatives: ['*'],
	/** A pattern that compares what is matched: `> 5000`. */
	bound: ['operator', 'value'],
	/** A pattern that gives what is matched a name: `var code`, `string code`. */
	capture: ['name', 'type', 'of'],
	/** Whether a value matches a pattern: `code is 4100 or 4300`. */
	matches: ['subject', 'pattern'],
	loop: ['label', 'each', 'head', 'condition', 'body', 'else'],
	return: ['values'],
	throw: ['values'],
	assert: ['condition', 'values'],
	jump: ['label', 'values'],
	labelled: ['label', 'body'],
	try: ['body', 'handlers', 'last'],
	handler: ['parameter', 'types', 'guard', 'body'],
	/** `else`: what runs where the value does not fit the pattern that its names stand in. */
	assign: ['targets', 'values', 'operator', 'type', 'else'],
	/** Variables that are declared together; what stands before them is the type of all: `int code, status = 0;`. */
	declaration: ['type', 'items', 'values'],
	/** Text that the grammar leaves as it is: a number, a string, a name (what a C macro stands for). */
	raw: [],
	/** To a label of the same function. */
	goto: ['label'],
	/** What stands in the brackets of a condition: a statement, and what is asked. */
	clause: ['initializer', 'asked'],
	type: ['name', 'members'],
	import: ['sources', 'names'],
	binding: ['name', 'alias'],
	export: ['sources', 'names', 'value', '*'],
	outer: ['names'],
	nothing: [],
	/** A word and what is given to it: `return 1`, `curl -s "$url"`; `input` is what it reads. */
	command: ['sign', 'name', 'args', 'input'],
	/** A command with what its output goes to. */
	redirected: ['of', 'to'],
	/** Commands each of which reads what the one before gives. */
	pipe: ['*'],
	/** What a variable stands for, perhaps with an operator: `${code:-0}`. */
	expansion: ['of', '*'],
	/** Words and texts without a space between them. */
	concat: ['*'],
	/** A variable that is given a value; it belongs to its function unless its name says otherwise. */
	setting: ['name', 'operator', 'values'],
	/** Assignments and names that declare. */
	declarations: ['statements'],
	/** A text between marks, or a word without. */
	quoted: ['holes'],
	/** A comparison that may ask for patterns, a list, or whether there is anything. */
	asking: ['left', 'operator', 'right', 'operand'],
	/** An entry of a list, or all of it. */
	element: ['object', 'index'],
	/** One layer of an expression, which may hold but the next. */
	layer: ['left', 'operator', 'right', 'operand'],
	/** Values with commas between them, or one. */
	several: ['items'],
	/** A variable, or a constant that is written like one. */
	variable: [],
	/** `return`, `throw`, `break`, `continue`, or a word that is called: `exit 1`. */
	flow: ['*'],
	/** An `if` whose other rungs stand in a list. */
	ladder: ['condition', 'then', 'else'],
	/** A switch by value, by pattern (which `mode` says) or by blocks that ask. */
	choices: ['mode', 'subject', 'arms'],
	attempt: ['body', 'handlers', 'last'],
	/** A handler whose exception is called by one name everywhere. */
	catching: ['types', 'body'],
	/** What stands between brackets. */
	inner: ['*'],
	/** A condition between brackets: `[ "$code" = 4100 ]`. */
	bracketed: ['of'],
	/** Statements, of which `a && b` is one. */
	group: ['statements'],
	/** An arm that other arms may follow. */
	choice: ['values', 'body'],
	/** A loop that asks before it goes on, or goes over words. */
	round: ['names', 'over', 'condition', 'body'],
	/** A function whose parameters have no names. */
	procedure: ['name', 'parameters', 'body'],
	other: ['*'],
} as const satisfies Record<string, readonly string[]>;
export type ShapeKind = keyof typeof PARTS;

/**
 * Facts of a shape that are not parts: a constant's value, a jump's goal, `declares`, `fallsThrough`, … `wide`: what is
 * passed is written with what stands around it, a cast for example. `calls`: the function that a statement calls which
 * has no node for it (`exit 1`). `arrow`: what stands between a key and its value where the grammar has no node for
 * both. `excludes`: the sign of a range without its end. `negated`: what is asked for is the opposite (`unless`). `unmatched: fails`: a value that no arm takes is an
 * error. `field`: what is declared is read as a field. `writes`: by which of `stubs.forms` arms of it are written. `fields`: a
 * call of an object's without arguments reads a field of it. `opens`: how many signs a text begins with that are none of it.
 * `own`: a variable is a field of the object that a method belongs to, by this name. `open`: the members of
 * a type are read by their bare names around it. `alternative`: of a block and what stands before it only one is ever there (`#else`). `nested`: the items of a
 * literal stand in a list of their own. `spread`: the sign of a range in an arm's label that the grammar does not know.
 * `default` of an arm: true, or the word that only a default has. `suffix`: a pattern of what may stand behind a number's
 * digits and says nothing of its value: `4100L`. `joined`: the parts are one text. `namedArgs`: what is assigned in a
 * sequence is a named argument. `alone`: a text with nothing but one expression in it is that expression.
 * `ends`: the word that ends an `if`: a comment before it or before another branch is of the branch above.
 * `glob`: `*` in it stands for anything. `marks`: how many signs a quoted token has at either end. `regroup`: the grammar
 * binds words for "and" and "or" closer than comparisons. `until`: the word of a loop that ends where its condition holds.
 * `entire`: indexes that mean the whole list. `runsOn`: the sign with which an arm runs on into
 * the next, `asksOn`: with which the next is asked, too. `inside`: a block
 * is as long as its statements. `flat`: blocks in a block are
 * part of it, and values that stand alone are given to whoever called. `caught`: the name of what is caught. `it`: the name of
 * what is switched on. `outlives`: a pattern of variables that are there behind their function, too.
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
	'open',
	'alternative',
	'nested',
	'spread',
	'excludes',
	'calls',
	'arrow',
	'negated',
	'unmatched',
	'fields',
	'opens',
	'own',
	'writes',
	'field',
	'suffix',
	'joined',
	'namedArgs',
	'words',
	'inline',
	'implicit',
	'waits',
	'ends',
	'alone',
	'glob',
	'marks',
	'regroup',
	'until',
	'entire',
	'runsOn',
	'asksOn',
	'inside',
	'outlives',
	'caught',
	'it',
	'flat',
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

/**
 * Operators that seek. like, matches: what is right is a pattern with `*`, or a regular expression. contains: the left
 * side has the right one. there, nothing: of one operand, whether it is anything at all. cut: a text at another. up to: from
 * one number to another. first part: of a text, up to its
 * first dot.
 */
const SOUGHT = [
	...(['like', 'not like', 'matches', 'not matches', 'contains', 'not contains'] as const),
	...(['there', 'nothing', 'first part', 'cut', 'up to'] as const),
];
/** prefix: what follows it is called. set: a variable is given a value, both named by options. test: its arguments are a condition, operators among them. */
const COMMANDS = [
	...(['return', 'break', 'continue', 'true', 'false', 'nothing'] as const),
	...(['test', 'import', 'prefix', 'read', 'set'] as const),
];

/** One line or several. */
const template = v.union([v.string(), v.array(v.string())]);
/** each: a label of its own for every value, one under the other. all: one label, the values joined; one: for a single value. */
const label = v.union([
	v.strictObject({ each: v.string() }),
	v.strictObject({ all: v.string(), join: v.string(), one: v.optional(v.string()) }),
]);

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
	lexicon: v.strictObject({
		/** Functions and methods that give back the value they are given, in another type: `Number(code)`, `code.trim()`; with
		 *  a dot before it, functions of whatever type: `.from`. */
		wrappers: words,
		/** Methods that give the value they belong to, or their argument where there is none: `code.unwrap_or(0)`. */
		defaults: words,
		/** Methods that read the field that their first argument names: `reply.get("code")`. */
		getters: words,
		/** Methods that ask whether their argument is the same: `"4100".equals(code)`; functions that ask it of two. */
		equals: words,
		equalsIn: words,
		/** Functions that make a list, a table, or a table's entry of what they are given: `Set.of(1, 2)`, `Map.of(4100, login)`,
		 *  `entry(4100, login)`. */
		listsOf: words,
		tablesOf: words,
		entriesOf: words,
		/** Methods by which a function is called that was got from a table: `handlers.get(code).run()`. */
		invokes: words,
		/** Names that do nothing as a statement: `else -> Unit`. */
		idle: words,
		/** Methods that hand what they belong to to the closure that they are given: `code?.let { text -> … }`. */
		hands: words,
		/** Functions that read the field that their second argument names from their first: `cJSON_GetObjectItem(reply, "code")`. */
		gettersIn: words,
		/** Fields of a value that hold it in another type: `code->valueint`. */
		unboxes: words,
		/** Functions, and with a dot before it methods, that give 0 where two texts are the same: `strcmp(code, "X")`. */
		differs: words,
		/** Methods that give so many signs of a text, from a place on: `code.substr(0, 11) == "AuthFailure"`. */
		cuts: words,
		/** The same for how the texts begin: `strncmp(code, "X", 1)`. */
		differsAtStart: words,
		/** What a search gives where nothing is found: names (`std.string.npos`), and with a dot before it methods (`.end`). */
		nowhere: words,
		/** Methods of a set of which what they give says whether their argument is in it: `set.count(code)`, `set.find(code)`. */
		seeks: words,
		/** Functions that seek their last argument between the first two: `std::find(v.begin(), v.end(), code)`. */
		seeksIn: words,
		/** Methods of what was found that give the entry's value: `it->second(reply)`. */
		foundValues: words,
		/** Calls that fill their last argument with an HTTP status, `name` or `name(argument)`: `curl_easy_getinfo(CURLINFO_RESPONSE_CODE)`. */
		fillsStatus: words,
		/** Last words of calls that only give back the memory or the handle of what they are given: `cJSON_Delete(reply)`. */
		releases: words,
		/** What texts are written to by the operator `<<`, names and calls: `std.cerr`, `LOG(ERROR)`. */
		streams: words,
		/** Calls that report an error where it is read, `name` or `name(argument)`: `perror`, `fprintf(stderr)`. */
		errorPrints: words,
		/** Methods without arguments that give the value they belong to: `CODES.freeze`. */
		sameAs: words,
		/** Methods without arguments → what they compare the value that they belong to with: `== 0` of `code.zero?`. */
		answersAs: v.optional(v.record(v.string(), v.string()), {}),
		/** Functions that fail with what they are given, where those are no words of the language: `raise`. */
		throws: words,
		/** Methods of a type that make one of it: `ApiError.new(reply)`. */
		constructors: words,
		/** Calls that give the function that they are given: `lambda { … }`. */
		functionsOf: words,
		/** Methods that run a function for each item of what they belong to, and those that run one again and again. */
		eachOf: words,
		loopsOf: words,
		/** Methods that read field after field: `reply.dig("Response", "Error", "Code")`. */
		digs: words,
		/** Methods of a set that ask for its argument: `set.has(code)`. */
		contains: words,
		/** Functions that ask for their second argument in their first: `slices.Contains(set, code)`. */
		containsIn: words,
		/** Macros that ask whether their first argument fits their second, a pattern: `matches!(code, 4100 | 4300)`. */
		matchesIn: words,
		/** Calls that put what they are given into a text, their first argument: `format!("{}", code)`. */
		formats: words,
		/** Functions that ask for their first argument in their second: `in_array($code, $set)`; with a dot before it, methods:
		 *  `code.in?(CODES)`. */
		isIn: words,
		/** Functions that ask whether there is what they are given: `isset($handlers[$code])`. */
		isThere: words,
		/** Functions that ask whether what they are given is nothing at all: `is_null($code)`. */
		isNothing: words,
		/** Functions that ask whether what they are given is nothing, zero or false: `empty($code)`. */
		isFalsy: words,
		/** Functions that ask whether their first argument has their second in it as text: `strings.Contains(code, "X")`. */
		textContains: words,
		/** Methods that give the place of their argument in a text, -1 where it is not in it: `code.indexOf("X")`. */
		finds: words,
		/** Functions that give the place of their second argument in their first. */
		findsIn: words,
		/** Methods that cut a text at their argument: `code.split(".")`. */
		splits: words,
		/** Functions that cut their first argument at their second, or the other way round. */
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
		/** Calls that fail unless their first argument holds: `assert(reply->code == 0)`. */
		asserts: words,
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
		/** Tables and lists are asked by calling them: `handlers(code)(reply)`. */
		tablesAreCalled: v.optional(v.boolean(), false),
		/** Methods that call a function with what was found, if something was: `handlers.get(code).foreach(…)`. */
		invokesIfThere: words,
		/** Types that every exception has: a handler for one of them catches whatever others let go. */
		catchesAll: words,
		/** Last words of a constructor's, function's or variable's name that make an error. */
		errorWords: words,
		/** Forms in which an error comes, and is given back: `Err(e)`. */
		errorForms: words,
		/** Functions that make an error though their last word does not say so: `errors.New`. */
		makesErrors: words,
		/** Calls, and with a dot before it methods, that count: a for-each over one of them is a counting loop. */
		counters: words,
		/** Calls that give a for-each the items of what they are given: `ipairs(codes)`. */
		iterators: words,
		/** Names of objects that log; a method of `logLevels.error` on them logs at error level. */
		loggers: words,
		/** Functions that print or log below error level. */
		prints: words,
		/** Prints by which a function gives its result, where they print nothing beside it: `echo "$reply"`. */
		givesBack: words,
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
		/** What makes a call, or the reading of a field, depend on whether there is something: `handlers[code]?.(reply)`. */
		optionalCalls: words,
		/** The object a method belongs to. */
		self: words,
		/** In a type, its members are read by their bare names, too (Java, C#). */
		bareMembers: v.optional(v.boolean(), false),
		/** Types that a pattern asks for without telling anything apart: that of numbers and texts in a box. */
		valueTypes: words,
		/** Arms name the members of an enum without its name: `case AUTH:` (Java). */
		armsNameMembers: v.optional(v.boolean(), false),
		/** Functions that give the module that their argument names: `require('./codes')`. */
		requires: words,
		/** What a file hands to others when it is assigned, or its fields are: `module.exports`; `return`: what it gives back at
		 *  its end. */
		exports: words,
		/** Calls whose result is an HTTP response, on which `.code` is the status. */
		httpResponses: words,
		/** Functions that make a value of a reply's text: `JSON.parse(body)`. */
		parses: words,
		/** Methods that make a value of the body of the response that they belong to: `response.json()`. */
		parsesOwn: words,
		/** Functions, and with a dot before it methods, that fill the variable of their last argument with a reply. */
		parsesInto: words,
		/** Calls whose result has the reply, parsed, in a field: `axios.get(…).data`. */
		parsesUnder: v.optional(v.record(v.string(), v.string()), {}),
		/** Methods that tell a function what they belong to, once it is there: `.then((reply) => …)`. */
		tells: words,
		/** Methods that take what is thrown in what they belong to: `.catch(report)`. */
		rescues: words,
		/** Exceptions that are thrown where a field or a key is not there: `KeyError`; none where any handler gets them. */
		absences: words,
		/** The name that takes a result nobody wants, in languages that return errors beside results. */
		blank: words,
		/** Last words of calls that take the next item, beside those that say so anywhere: `queue.popleft()`. */
		takes: words,
		/**
		 * Methods that every exception of the language has and that SDKs leave empty → the one by which theirs say the
		 * code: `getCode`. Of exceptions that a catalogue names (`match.exceptions`).
		 */
		deadAccessors: v.optional(v.record(v.string(), v.string()), {}),
		/** What an SDK's call is given, by the end of its type or maker, with `<<action>>` for the call's own name. */
		requests: words,
		/** What such a call's name may have behind the action. */
		actionEndings: words,
		/** Commands that read from their input the field whose path they are given: `jq .code`. */
		pathReaders: words,
		/** Commands that give the field which an option names: `Select-Object -ExpandProperty code`. */
		picks: words,
		/** Commands whose output is what they are given: `echo "$reply" | …`. */
		relays: words,
		/** Texts and names that make what a command gives another kind of code: `%{http_code}`, `$?`. */
		otherKinds: words,
		/** Words before a new variable: `const`. */
		declares: words,
		/** Result types that hold an error, in languages that return them. */
		errorTypes: words,
	}),
	/** How a file finds the constants of others; without it, it has only its own. */
	modules: v.optional(ModulesSchema),
	/** A bare name in an arm takes anything (Python): every one, or those that a pattern finds (Rust: small letters). */
	namesCapture: v.optional(v.union([v.boolean(), pattern]), false),
	/** A function gives back the value of its last expression: every one, or, of those with a name, the ones in whose
	 *  written result type a pattern is found. */
	lastIsResult: v.optional(v.union([v.boolean(), pattern]), false),
	/** A name or field that stands as a statement is called: `login`. */
	namesCall: v.optional(v.boolean(), false),
	/** Jumps count the loops and switches that they leave, and a switch is one of them: `continue 2`. */
	countedJumps: v.optional(v.boolean(), false),
	/** Patterns of operators, from those that bind least to those that bind most; only where the grammar knows none of it. */
	precedence: v.optional(v.array(pattern), []),
	/** The operator that makes a pair of a key and its value: `4100 -> login`. */
	pairSign: v.optional(v.string()),
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
		/**
		 * Arms that are written otherwise, by the name that their shape gives them by `writes`: `4100, 4300 => throw …,`.
		 * `line`: an arm with one statement, whose semicolon is gone. `block`: the first and last line of an arm with more;
		 * without it there is none. `nothing`: what an arm does that does nothing.
		 */
		forms: v.optional(
			v.record(
				v.string(),
				v.strictObject({
					label,
					condition: v.optional(label),
					rest: v.string(),
					line: v.optional(v.string()),
					block: v.optional(v.array(v.string())),
					nothing: v.string(),
					/** A pattern of statements that no arm of it can be. */
					refuses: v.optional(pattern),
				}),
			),
			{},
		),
		test: v.string(),
		differs: v.string(),
		/** The same where the value is a text, for languages that compare texts otherwise. */
		textTest: v.optional(v.string()),
		textDiffers: v.optional(v.string()),
		/** What stands in tests that compare texts so, where the language has both ways: `strcmp(`. */
		textMark: v.optional(v.string()),
		/** How equality and its opposite are spelt, the usual way first; another is for comparing loosely. */
		equality: v.optional(v.pipe(v.array(v.tuple([v.string(), v.string()])), v.minLength(1)), [['==', '!=']]),
		/** What a list of one item needs behind it, by what opens the list. */
		loneItem: v.optional(v.record(v.string(), v.string()), {}),
		/** A test for several values; without it they are joined by `or`. */
		tests: v.optional(v.string()),
		/** The same where the file compares loosely. */
		looseTests: v.optional(v.string()),
		/** Other ways to ask for several values, each for files that show it (`where`, a pattern). */
		otherTests: v.optional(
			v.array(v.strictObject({ where: pattern, join: v.string(), tests: v.string(), noneOf: v.string() })),
			[],
		),
		/** That the subject begins with a value. */
		prefix: v.optional(v.string()),
		/** That it does not, where `not` before the other would mean something else. */
		notPrefix: v.optional(v.string()),
		/** How a text is read where what stands behind the code's field reads a number: `.asInt()` → `.asString()`. */
		conversions: v.optional(v.record(v.string(), v.string()), {}),
		/** Result type → what a function that failed gives back, with the space before it; `*` for any pointer. */
		failures: v.optional(v.record(v.string(), v.string()), {}),
		/** How a function that failed is left: with what it gives back, or by the label at which it cleans up. */
		leave: v.optional(v.array(template), []),
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
		/** An opening brace at the end of a line stands on a line of its own where the file does not show what is usual. */
		bracesApart: v.optional(v.boolean(), false),
		/** What makes a text of a code: functions, and methods without arguments. */
		makesText: v.optional(v.array(v.string()), []),
		/** A pattern of how a type begins whose members equal no literal (`<<name>>` is the type's). */
		sealed: v.optional(v.string()),
		/** A pattern of functions that a program starts with, where nobody is above to hand an error to. */
		starts: v.optional(v.string()),
		/** A name alone in a text, where it is written otherwise than an expression: a pattern, and what it becomes. */
		bareHole: v.optional(v.strictObject({ from: v.string(), to: v.string() })),
		/** A pattern of how a function's head says that it may throw a `<<type>>`, where it must say so. */
		throws: v.optional(v.string()),
		/** What whoever waits may be thrown. */
		interrupted: words,
		/** The error that is at hand, thrown or given back once more. */
		rethrow: v.optional(v.array(template), []),
		/** Actions by severity, the first whose placeholders can all be filled. */
		fail: v.array(template),
		/** Other ways to fail, the first whose patterns are found in the function's result types and in the file's text. */
		failBy: v.optional(
			v.array(
				v.strictObject({
					results: v.optional(pattern, ''),
					text: v.optional(pattern, ''),
					rethrow: v.optional(v.array(template), []),
					fail: v.array(template),
				}),
			),
			[],
		),
		/** `<<held>>`: how a text is told to show a value that is held in a form, such as `Some(4100)`. */
		held: v.optional(v.string(), ''),
		/** What joins the values of a test for several. */
		valueJoin: v.optional(v.string(), ', '),
		backOff: v.array(template),
		items: v.array(template),
		/** What stands at the end of every arm. */
		armClose: v.optional(v.string()),
		/** Other ways to test: the first that the dispatch's own tests show by its pattern. */
		ways: v.optional(
			v.array(
				v.strictObject({
					shown: pattern,
					test: v.string(),
					differs: v.string(),
					or: v.optional(v.string()),
					and: v.optional(v.string()),
					within: v.optional(v.strictObject({ test: v.string(), differs: v.string(), around: v.string() })),
					equality: v.optional(v.array(v.tuple([v.string(), v.string()]))),
					openValue: v.optional(v.string()),
				}),
			),
			[],
		),
		/** Several tests between one pair of brackets: one of them, and what stands around all. */
		within: v.optional(v.strictObject({ test: v.string(), differs: v.string(), around: v.string() })),
		/** A value, in a test or in an arm's label, that stands for all that begins with it: `AuthFailure*`. */
		openValue: v.optional(v.string()),
		openLabel: v.optional(v.string()),
		/** How an expression stands in a quoted text: the first pattern that is found, and what takes its place. */
		inText: v.optional(v.array(v.tuple([pattern, v.string()])), []),
		/** What ends an arm that does not leave by itself, where the language needs it. */
		armEnd: v.optional(v.string()),
		/** A statement that does nothing, for an arm that needs one. */
		nothing: v.optional(v.string()),
		/** `<<global>>`: what stands before the language's own names where a pattern finds something in the file. */
		global: v.optional(v.strictObject({ mark: v.string(), where: pattern })),
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
