/** A language's words: what reads a code, asks a set, fails, logs, succeeds and retries. */
import * as v from 'valibot';
import { pattern, words } from './schema.ts';

export const lexicon = v.strictObject({
	/** Functions and methods that give back the value they are given, in another type: `Number(code)`, `code.trim()`; with
	 *  a dot before it, functions of whatever type: `.from`. */
	wrappers: words,
	/** Functions and methods to whose names that of their first argument belongs, `resume(throwing)`; `(rawValue)`: of any
	 *  type, so that `Code(rawValue: 4100)` calls `Code.rawValue`. */
	labels: words,
	/** Methods that give the value they belong to, or their argument where there is none: `code.unwrap_or(0)`. */
	defaults: words,
	/** Methods that read the field that their first argument names: `reply.get("code")`. */
	getters: words,
	/** Methods that ask whether their argument is the same: `"4100".equals(code)`; functions that ask it of two. */
	equals: words,
	equalsIn: words,
	/** Functions that make a list, a table, or a table's entry of what they are given: `Set.of(1, 2)`, `Map.of(4100, login)`,
	 *  `entry(4100, login)`; types of which brackets do: `Set[]`. */
	listsOf: words,
	tablesOf: words,
	entriesOf: words,
	/** Methods by which a function is called that was got from a table: `handlers.get(code).run()`. */
	invokes: words,
	/** Functions and methods that call what their first argument names, a function or a method; where that is a list, its
	 *  last: `public_send(HANDLERS[code], reply)`, `call_user_func([$this, NAMES[$code]])`. */
	invokesIn: words,
	/** Methods that ask whether what they belong to lies between their two arguments: `code.between?(5000, 5300)`. */
	between: words,
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
	/** Fields and methods that give the first of a list: `code.split('.').first`. */
	firsts: words,
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
	/** What the program's exit status is set by: `exitCode = 2`. */
	exitCodes: words,
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
	/** Forms, beside `Ok`, in which a result says that all went well: `.success(data)`. */
	successForms: words,
	/** Functions that make an error though their last word does not say so: `errors.New`. */
	makesErrors: words,
	/** Calls with the two ends of a range of numbers, the last one in it. */
	ranges: words,
	/** The same, the last one not in it. */
	openRanges: words,
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
	/** The number from which on a level is one of errors: `log('…', level: 1000)`. */
	errorsFrom: v.optional(v.number()),
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
	/** How constants of a type are spelt: `ErrorCode.AUTH`. */
	typeConstants: v.optional(pattern, '^[A-Z][A-Z\\d_]{2,}$'),
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
	/** Texts and names that make what a call gives another kind of code: `%{http_code}`, `$?`; names of calls that give
	 *  one, and with a dot before it methods and fields: `curl_errno`, `.waitFor`. */
	otherKinds: words,
	/** Types that have a code of another kind: `SQLException`, and with a path before it only that of a module. */
	otherTypes: words,
	/** Words before a new variable: `const`. */
	declares: words,
	/** Result types that hold an error, in languages that return them. */
	errorTypes: words,
});
