/**
 * The format of a log format's file (`server/formats/*.yaml`): by what a line of it is known, where its time stands,
 * which lines make one record. Each carries samples that a test reads.
 */
import * as v from 'valibot';
import { describeIssues } from '../catalogue/problems.ts';

const text = v.pipe(v.string('text'), v.regex(/\S/, 'text that is not empty'));
const pattern = v.pipe(
	v.string('a regular expression'),
	v.check((source) => isPattern(source), 'a regular expression'),
);

const sample = v.strictObject({
	text,
	/** The rows that a scan gives, with the fields that matter here; `--certainty possible` and `--success` included. */
	rows: v.array(v.record(v.string(), v.union([v.string(), v.number(), v.null()]))),
});

const formatSchema = v.strictObject({
	id: text,
	title: text,
	/** By what the first line of a record is known; any line, where it is left out. */
	line: v.optional(pattern),
	/** Finds its time in that line: the group `time`. ISO 8601, seconds or milliseconds since 1970, syslog's, Apache's. */
	time: v.optional(pattern),
	/** Records of several lines. JSON over several lines is joined in any format. */
	record: v.optional(
		v.strictObject({
			/** A line that begins one; `exception`: one in which an SDK prints its exception. */
			opens: v.union([v.literal('exception'), pattern]),
			/** A line that goes on with it. */
			continues: pattern,
			/** At most so many of these. */
			most: v.optional(v.number()),
		}),
	),
	samples: v.pipe(v.array(sample), v.minLength(1, 'a list with a sample')),
});

export type LogFormatFile = v.InferOutput<typeof formatSchema>;

/** A format as it is used; its patterns are tried on single lines, without their ends. */
export interface LogFormat {
	readonly id: string;
	readonly line: RegExp | undefined;
	readonly time: RegExp | undefined;
	readonly record:
		| { readonly opens: RegExp | 'exception'; readonly continues: RegExp; readonly most: number }
		| undefined;
}

function isPattern(source: string): boolean {
	try {
		new RegExp(source);
		return true;
	} catch {
		return false;
	}
}

/** Checks a format's file. Problems are sentences with `source` and the field. */
export function loadFormat(value: unknown, source: string): { format?: LogFormatFile; problems: string[] } {
	const result = v.safeParse(formatSchema, value);
	if (!result.success) return { problems: describeIssues(result.issues, source) };
	return { format: result.output, problems: [] };
}

/** Compiles a format that was checked. */
export function compileFormat({ id, line, time, record }: Omit<LogFormatFile, 'samples'>): LogFormat {
	return {
		id,
		line: line === undefined ? undefined : new RegExp(line),
		// With indices: where it stands tells where it stands in other lines like this one.
		time: time === undefined ? undefined : new RegExp(time, 'd'),
		record: record && {
			opens: record.opens === 'exception' ? 'exception' : new RegExp(record.opens),
			continues: new RegExp(record.continues),
			most: record.most ?? Number.POSITIVE_INFINITY,
		},
	};
}
