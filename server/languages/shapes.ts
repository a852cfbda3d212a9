/**
 * How a language's syntax tree is lowered: each kind of neutral syntax with the parts that a shape may give it, and the
 * facts that are no parts. `docs/architecture.md` explains them.
 */
import * as v from 'valibot';

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
	/**
	 * `object`: of a method whose name is the callee. `trailing`: a function behind the arguments. `members`: of a class
	 * without a name. `initial`: fields and entries that what is made begins with.
	 */
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
	list: ['items'],
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
	/** `label`: what callers call it. */
	parameter: ['label', 'names', 'type'],
	/** `type`: of everything that it declares. `labels`: nodes that give the statement behind them a label. */
	block: ['statements', 'type', 'labels'],
	/** `pattern`: what the condition's value has to fit, and `guard` what has to hold besides. */
	if: ['initializer', 'condition', 'pattern', 'guard', 'then', 'else'],
	/** What has to hold, and what runs, and leaves, where it does not: `guard code == 0 else { throw … }`. */
	demand: ['condition', 'else'],
	switch: ['initializer', 'alias', 'subject', 'arms'],
	/** `label`: the name by which other arms go on with it. */
	arm: ['label', 'values', 'guard', 'body'],
	/** Cases that are a function of what they are given, unless a `match` or a `catch` takes them. */
	cases: ['*'],
	/** What an arm is for, where it is a node of its own. */
	label: ['*', 'guard'],
	/** `cast`: the form that it has to have: `Some` of `Some(4100)`. */
	pattern: ['cast', '*'],
	/** A pattern whose parts stand side by side: `.failure(let error)`, `let e as ApiError`. */
	form: ['*'],
	/** A pattern with commas in it whose fields have no nodes: `Reply(code: 4100, :final message)`. */
	fields: ['type'],
	/** Patterns, any of which may hold: `4100 or 4300`, `4100 | 4300`. */
	alternatives: ['*'],
	/** Values or patterns side by side, each for a value of its own: `(4100, _)`; one alone is that one. */
	tuple: ['items'],
	/** A pattern that compares what is matched: `> 5000`. */
	bound: ['value'],
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
	/** What may be read by a shorter name from there on: all that is in it where the pattern `whole` is found in it. */
	using: ['name', 'of'],
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
type ShapeKind = keyof typeof PARTS;

/** Facts of a shape that are not parts. */
export const FLAGS: ReadonlySet<string> = new Set([
	// A constant's value, and how a jump goes on
	...['value', 'to'],
	// An assignment declares what it gives a value; a name without a value is declared, too.
	...['declares', 'bare', 'unnamed', 'what', 'whole', 'yields'],
	// Of an arm: it runs on into the next (`empty`: of a switch, those that are empty); it takes the rest (true, or the word
	// that only such an arm has)
	...['fallsThrough', 'default'],
	// The sign with which an arm runs on into the next, and with which the next is asked, too
	...['runsOn', 'asksOn'],
	'mode',
	// Keys are expressions: all, or those of pairs that open with this sign.
	'computed',
	// An error in what a call gives ends the function.
	'tried',
	// What is passed is written with what stands around it, a cast for example.
	'wide',
	// The members of a type are read by their bare names around it.
	'open',
	// Of a block and what stands before it only one is ever there (`#else`).
	'alternative',
	// The items of a literal stand in a list of their own.
	'nested',
	// The sign of a range in an arm's label that the grammar does not know, and of a range without its end
	...['spread', 'excludes'],
	// The function that a statement calls which has no node for it (`exit 1`); a call that has words for arguments
	...['calls', 'words', 'inline'],
	// The type of the nodes that stand between braces without having them
	'braces',
	// A condition has clauses with commas between them, of which this word begins one that asks by a pattern.
	'clauses',
	// The word behind which another branch stands
	'otherwise',
	// The grammar binds what stands here closer than the language does: `!codes` of `!codes.contains(code)`.
	'closer',
	// What is called stands beside lists of what it is given, of which one in `[` is an index.
	'suffixed',
	// A body of one expression gives it back.
	'lone',
	// What stands between a key and its value where the grammar has no node for both
	'arrow',
	// What is asked for is the opposite (`unless`).
	'negated',
	// `fails`: a value that no arm takes is an error.
	'unmatched',
	// What is declared is read as a field; a call of an object's without arguments reads a field of it.
	...['field', 'fields'],
	// A variable is a field of the object that a method belongs to, by this name.
	'own',
	// How many signs a text begins with that are none of it, and how many a quoted token has at either end
	...['opens', 'marks'],
	// By which of `stubs.forms` arms of it are written
	'writes',
	// A pattern of what may stand behind a number's digits and says nothing of its value: `4100L`
	'suffix',
	// The parts are one text; a text with nothing but one expression in it is that expression.
	...['joined', 'alone'],
	// What is assigned in a sequence is a named argument.
	'namedArgs',
	// The result of a function is its last value; it is one that can be waited for.
	...['implicit', 'waits'],
	// The word that ends an `if`: a comment before it or before another branch is of the branch above.
	'ends',
	// `*` in it stands for anything.
	'glob',
	// The node goes on with what stands right before it, which is its first child: the grammar knows no node for both.
	'tail',
	// Token → the part that what stands behind it belongs to, up to the next of them; '' for what stands before the first
	'behind',
	// What takes anything as a pattern
	'any',
	// Types, names and bodies of handlers stand one behind the other.
	'loose',
	// The grammar binds words for "and" and "or" closer than comparisons.
	'regroup',
	// The word of a loop that ends where its condition holds
	'until',
	// Indexes that mean the whole list
	'entire',
	// A block is as long as its statements; blocks in a block are part of it, and values that stand alone are given back.
	...['inside', 'flat'],
	// The names of what is caught, and of what is switched on
	...['caught', 'it'],
	// A pattern of variables that are there behind their function, too
	'outlives',
]);

/** `value` is a constant's value or a pair's part. */
const isFlag = (key: string, kind: ShapeKind): boolean =>
	key === 'is' || (FLAGS.has(key) && !(PARTS[kind] as readonly string[]).includes(key));

export const shape = v.pipe(
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
