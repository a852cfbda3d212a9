/** Says what valibot found wrong with a data file, one sentence per problem, for the person who wrote the file. */
import type * as v from 'valibot';
import { editDistance } from './editDistance.ts';

/** More than these only bury the first. */
const MOST_PROBLEMS = 20;

/** `codes[3].severity`, `match.fields[0]`; what cannot stand after a dot is quoted. */
function placeOf(path: readonly (string | number)[]): string {
	let place = '';
	for (const key of path) {
		if (typeof key === 'number') place += `[${key}]`;
		else if (!/^[A-Za-z_$][\w$-]*$/.test(key)) place += `[${JSON.stringify(shorten(key))}]`;
		else place += place === '' ? key : `.${key}`;
	}
	return place;
}

/**
 * One sentence per issue, each beginning with the source: `x.yaml: codes[3].severity is "fatl", but must be one of
 * fatal, transient, partial, unknown.` The schema's messages say what the value must be, or, of a field that does
 * not exist, which ones do.
 */
export function describeIssues(issues: readonly v.BaseIssue<unknown>[], source: string): string[] {
	return capped(issues.map(describeIssue), source);
}

/** The problems with their source in front of each; a long list is cut, and says so. */
export function capped(sentences: readonly string[], source: string): string[] {
	return cut(
		sentences.map((sentence) => `${source}: ${sentence}`),
		source,
	);
}

/** The first problems; how many more there are stands in one more sentence. */
export function cut(problems: readonly string[], source: string): string[] {
	const more = problems.length - MOST_PROBLEMS;
	return more > 0 ? [...problems.slice(0, MOST_PROBLEMS), `${source}: and ${more} more problems.`] : [...problems];
}

function describeIssue(issue: v.BaseIssue<unknown>): string {
	const path = (issue.path ?? []).map((item) => (typeof item.key === 'number' ? item.key : String(item.key)));
	const place = path.length === 0 ? 'the file' : placeOf(path);
	if (issue.type === 'never') {
		const nearest = nearestKey(String(path.at(-1)), issue.message.split(', '));
		const help = nearest === undefined ? `The known ones are ${issue.message}.` : `Did you mean ${nearest}?`;
		return `${place} is not a known field. ${help}`;
	}
	if (issue.input === undefined) {
		return issue.kind === 'schema' && path.length > 0 ? `${place} is missing.` : `${place} is empty.`;
	}
	return `${place} is ${showValue(issue.input)}, but must be ${issue.message}.`;
}

/** The known key that a slip of the hand may have meant: another case, or at most a third of it changed. */
function nearestKey(key: string, known: readonly string[]): string | undefined {
	let best: { key: string; distance: number } | undefined;
	for (const other of known) {
		const distance = editDistance(key.toLowerCase(), other.toLowerCase(), Math.ceil(other.length / 3));
		if (distance !== undefined && (best === undefined || distance < best.distance)) best = { key: other, distance };
	}
	return best?.key;
}

/** A value as a person would name it: scalars as they are written, the rest by their kind. */
function showValue(value: unknown): string {
	if (typeof value === 'string') return JSON.stringify(shorten(value));
	if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
	if (value === null) return 'empty';
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function shorten(text: string): string {
	return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
