/**
 * Rivals: other APIs whose values look like a catalogue's codes, and words that name another vendor. Data from
 * `rivals.yaml`, checked; how they weigh against a catalogue is `recognise`'s business.
 */
import * as v from 'valibot';
import { describeIssues } from './problems.ts';

/** Another API that explains certain values. */
export interface Judge {
	readonly id: string;
	readonly title: string;
	readonly values: ReadonlySet<string>;
	/** Inclusive bounds of runs of whole numbers. */
	readonly ranges: readonly (readonly [from: number, to: number])[];
}

export interface Rivals {
	readonly judges: readonly Judge[];
	/** Words in lower case. */
	readonly vendors: ReadonlySet<string>;
}

const whole = v.pipe(v.number('a number'), v.safeInteger('a whole number'));
const word = v.pipe(v.string('text'), v.regex(/^[a-z0-9]+$/, 'one word of lower-case letters and digits'));
const range = v.pipe(
	v.strictTuple([whole, whole], 'a list of two numbers, from and to'),
	v.check(([from, to]) => from <= to, 'a list of two numbers, the smaller one first'),
);
const rivalsSchema = v.strictObject(
	{
		judges: v.array(
			v.strictObject(
				{
					id: v.string('text'),
					title: v.string('text'),
					values: v.array(whole, 'a list'),
					ranges: v.array(range, 'a list'),
				},
				'an object of id, title, values and ranges',
			),
			'a list',
		),
		vendors: v.array(word, 'a list'),
	},
	'an object of judges and vendors',
);

/** Reads the parsed `rivals.yaml`. Throws an Error with a message for people where it is not as it should be. */
export function loadRivals(value: unknown): Rivals {
	const parsed = v.safeParse(rivalsSchema, value);
	if (!parsed.success) throw new Error(describeIssues(parsed.issues, 'rivals.yaml').join('\n'));
	return {
		judges: parsed.output.judges.map(({ id, title, values, ranges }) => ({
			id,
			title,
			values: new Set(values.map(String)),
			ranges,
		})),
		vendors: new Set(parsed.output.vendors),
	};
}

/** Whether the judge's API has such a value, spelled as plain decimal text. */
export function judgeExplains(judge: Judge, text: string): boolean {
	if (judge.values.has(text)) return true;
	if (!/^-?\d{1,15}$/.test(text)) return false;
	const number = Number(text);
	return judge.ranges.some(([from, to]) => from <= number && number <= to);
}
