/** What the fixes write in a language. Text with `<<placeholders>>`; docs/architecture.md names them all. */
import * as v from 'valibot';
import { pattern, words } from './schema.ts';

/** One line or several. */
const template = v.union([v.string(), v.array(v.string())]);
/** each: a label of its own for every value, one under the other. all: one label, the values joined; one: for a single value. */
const label = v.union([
	v.strictObject({ each: v.string() }),
	v.strictObject({ all: v.string(), join: v.string(), one: v.optional(v.string()) }),
]);

export const stubs = v.strictObject({
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
	/** What `tests` asks need not be a text where a text equals it: texts are asked for one by one unless the file does. */
	textsApart: v.optional(v.boolean(), false),
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
	/** A pattern of functions in which `<<name>>` only borrows the error, so that it cannot be given back. */
	borrowed: v.optional(pattern),
	/** A pattern of files whose field `<<name>>` may hold nothing, so that no text can show it as it is. */
	mayBeMissing: v.optional(pattern),
	/** The error that is at hand, thrown or given back once more. */
	rethrow: v.optional(v.array(template), []),
	/** Actions by severity, the first whose placeholders can all be filled. */
	fail: v.array(template),
	/**
	 * Other ways to fail, the first whose patterns are found in the function's result types and in the file's text. Named
	 * groups are placeholders, those of `results` in `text` too.
	 */
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
});
