/** Which documents are left alone, and why: said to the user, never done in silence. */
import picomatch from 'picomatch';
import type { DocumentSettings } from '../shared/settings.ts';
import type { DocumentInput } from './service.ts';

/** In UTF-16 units. Logs are read line by line, source and JSON as a whole. */
const MOST = { source: 5_000_000, json: 5_000_000, markup: 5_000_000, markdown: 5_000_000, log: 20_000_000, none: 0 };
/** How much of a text shows whether it is text. */
const SAMPLE = 8_000;

/** Globs as compiled for a list of settings; a list that is gone takes its matcher along. */
const matchers = new WeakMap<readonly string[], (path: string) => boolean>();

export function matchesAny(path: string, globs: readonly string[]): boolean {
	let matches = matchers.get(globs);
	if (!matches) {
		// An empty glob is an error to picomatch, and to people nothing.
		const given = globs.filter((glob) => glob !== '');
		matches = given.length > 0 ? picomatch(given, { dot: true }) : () => false;
		matchers.set(globs, matches);
	}
	return matches(path);
}

/** The reason, to stand behind "… is not looked at: "; undefined where the document is to be read. */
export function whySkipped(
	document: DocumentInput,
	settings: DocumentSettings,
	kind: keyof typeof MOST,
): string | undefined {
	const { path, text } = document;
	if (!settings.enable) return 'Faultbook is turned off here (faultbook.enable).';
	if (kind === 'none') return 'its language is not supported.';
	if (matchesAny(path, settings.exclude)) return 'faultbook.exclude leaves it out.';
	if (text.length > MOST[kind]) {
		const megabytes = (size: number) => `${(size / 1_000_000).toFixed(0)} MB`;
		return `it is too large (${megabytes(text.length)}; the limit for such files is ${megabytes(MOST[kind])}).`;
	}
	const sample = text.slice(0, SAMPLE);
	const zeros = sample.split('\0').length - 1;
	// A log may have been cut with zeros in it; a program's source never has any.
	if (kind === 'log' ? zeros > sample.length / 10 : zeros > 0) return 'it is not text.';
	return undefined;
}
