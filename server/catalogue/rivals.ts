/**
 * Rivals: who else may be meant by what looks like a catalogue's code. Judges are APIs whose values are the same numbers;
 * vendors are those whose codes are the same words. Data from `rivals.yaml`, checked; how they weigh against a catalogue
 * is `recognise`'s business.
 */
import * as v from 'valibot';
import { describeIssues } from './problems.ts';

/** By what another API is known. */
export interface Rival {
	readonly id: string;
	readonly title: string;
	/** Words, or several in a row, that name it wherever they stand in a name: `close event` is in `CloseEvent`. */
	readonly words: readonly string[];
	/** Modules as imports write them, matched as a catalogue's `contexts.imports` are. */
	readonly imports: readonly string[];
	readonly hosts: readonly string[];
}

/** Another API that explains certain values. */
export interface Judge extends Rival {
	readonly values: ReadonlySet<string>;
	/** Inclusive bounds of runs of whole numbers. */
	readonly ranges: readonly Run[];
	/** Bounds of what the API leaves to its users: explained only where the API is named. */
	readonly free: readonly Run[];
	/** Words that also mean other things: they name the API only where its values fit too. */
	readonly hints: readonly string[];
}

/** Whose codes are words that a catalogue may have too. */
export interface Vendor extends Rival {
	/** Ids of the catalogues that describe its own APIs: there its words tell it from other vendors, and prove no more. */
	readonly catalogues: readonly string[];
}

export interface Rivals {
	readonly judges: readonly Judge[];
	readonly vendors: readonly Vendor[];
}

type Run = readonly [from: number, to: number];

const whole = v.pipe(v.number('a number'), v.safeInteger('a whole number'));
const text = v.pipe(v.string('text'), v.regex(/\S/, 'text that is not empty'));
const words = v.optional(
	v.array(
		v.pipe(v.string('text'), v.regex(/^[a-z0-9]+(?: [a-z0-9]+)*$/, 'words of lower-case letters and digits')),
		'a list',
	),
	[],
);
const texts = v.optional(v.array(text, 'a list'), []);
const range = v.pipe(
	v.strictTuple([whole, whole], 'a list of two numbers, from and to'),
	v.check(([from, to]) => from <= to, 'a list of two numbers, the smaller one first'),
);
const ranges = v.optional(v.array(range, 'a list'), []);
const known = { id: text, title: text, words, imports: texts, hosts: texts };
const rivalsSchema = v.strictObject(
	{
		judges: v.array(
			v.strictObject(
				{ ...known, values: v.optional(v.array(whole, 'a list'), []), ranges, free: ranges, hints: words },
				'an object of id, title, words, hints, imports, hosts, values, ranges and free',
			),
			'a list',
		),
		vendors: v.array(
			v.strictObject({ ...known, catalogues: texts }, 'an object of id, title, words, imports, hosts and catalogues'),
			'a list',
		),
	},
	'an object of judges and vendors',
);

/** Reads the parsed `rivals.yaml`. Throws an Error with a message for people where it is not as it should be. */
export function loadRivals(value: unknown): Rivals {
	const parsed = v.safeParse(rivalsSchema, value);
	if (!parsed.success) throw new Error(describeIssues(parsed.issues, 'rivals.yaml').join('\n'));
	const { judges, vendors } = parsed.output;
	return { judges: judges.map((judge) => ({ ...judge, values: new Set(judge.values.map(String)) })), vendors };
}

/**
 * Whether the judge's API has such a value, spelled as plain decimal text. Where it is `named`, what it leaves to its
 * users is its own too.
 */
export function judgeExplains(judge: Judge, text: string, where: 'anywhere' | 'named' = 'anywhere'): boolean {
	if (judge.values.has(text)) return true;
	if (!/^-?\d{1,15}$/.test(text)) return false;
	const number = Number(text);
	const within = ([from, to]: Run): boolean => from <= number && number <= to;
	return judge.ranges.some(within) || (where === 'named' && judge.free.some(within));
}
