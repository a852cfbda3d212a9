/**
 * Markers: what a fixture expects, written in comments of the fixture itself.
 *
 * A fixture is one real source file, `test/fixtures/<language>/<name>.<ext>`. Lines that hold nothing but a marker
 * comment are taken out before the engine sees the text, because comments matter to it (a comment in an arm, a word
 * that names the API). All positions are counted in the text that is left.
 *
 * A marker points at the nearest source line above it, by carets or, where carets cannot reach, by the text meant
 * (`@text`, `@text#2` for its second occurrence in the line, quoted with backquotes if it holds a space). Five verbs:
 *
 *     switch (res.code) {
 *     //      ^^^^^^^^ outcome reported 4100           the dispatch or table whose subject stands here; optionally
 *                                                      the codes that its tests name. Every one must be marked.
 *     //      ^^^^^^^^ finding unhandled-fatal-code 4000,4300
 *                                                      a finding on exactly this text: its rule, all its codes in the
 *                                                      catalogue's order (`-` for none) and, where it is not the
 *                                                      rule's own, its level. Every one must be marked.
 *     // fix Handle all => all                         the fix of the marker above whose title starts so; what it
 *                                                      makes of the file stands in `<name>.all.golden`
 *       case 4100:
 *     // @4100 sighting 4100 certain arm               a code as sighted: code, certainty, role. Checked where marked.
 *     listen(4100);
 *     // @4100 nothing                                 no catalogue may call this place certain or likely: a look-alike.
 *                                                      Of test/judgement alone, and so is `finding <rule> *`: a finding
 *                                                      whose list of codes the mark leaves open.
 *
 * Lines that begin `//|` are prose for the reader. Lines that begin `//=` set something for the whole file:
 * `path: src/a.test.ts` (where the file is said to lie), `settings: {"tests":true}` (DocumentSettings that differ from
 * the defaults), `sightings: 3` (how many there are in all), `forms: guards, ranges` (for docs/languages.md) and
 * `no-sightings-below`.
 */

import type { Certainty, Outcome, Range, Role } from '../../server/model.ts';
import {
	type DocumentSettings,
	RULE_IDS,
	RULE_LEVELS,
	RULES,
	type RuleId,
	type RuleLevel,
} from '../../shared/settings.ts';

interface Marked extends Range {
	/** Line of the marker in the fixture, from 1. */
	readonly line: number;
}
export interface ExpectedSighting extends Marked {
	readonly verb: 'sighting';
	readonly code: string;
	readonly certainty: Certainty;
	readonly role: Role;
}
export interface ExpectedFinding extends Marked {
	readonly verb: 'finding';
	readonly rule: RuleId;
	readonly codes: readonly string[];
	/** The mark leaves the codes open (`*`); `codes` is empty then. */
	readonly anyCodes?: true;
	readonly level: RuleLevel;
}
/** A look-alike: no catalogue may call it certain or likely. */
export interface ExpectedNothing extends Marked {
	readonly verb: 'nothing';
}
export interface ExpectedOutcome extends Marked {
	readonly verb: 'outcome';
	readonly outcome: Outcome;
	/** Absent where the fixture does not say. */
	readonly named?: readonly string[];
}
export interface ExpectedFix extends Marked {
	readonly verb: 'fix';
	/** The beginning of its title. */
	readonly title: string;
	/** The name of the golden text. */
	readonly golden: string;
}
export type Expectation = ExpectedSighting | ExpectedFinding | ExpectedNothing | ExpectedOutcome | ExpectedFix;

/** What the settings of a fixture may change. */
export type FixtureSettings = Partial<Omit<DocumentSettings, 'rules'>> & {
	readonly rules?: Partial<DocumentSettings['rules']>;
};

export interface Fixture {
	/** The text without its markers. */
	readonly source: string;
	/** Of each line of `source`: its line in the fixture, from 1. */
	readonly lines: readonly number[];
	/** In the order in which they stand; ranges count in `source`. */
	readonly expectations: readonly Expectation[];
	/** Where the file is said to lie. */
	readonly path?: string;
	readonly settings: FixtureSettings;
	/** How many sightings there are in all. */
	readonly sightings?: number;
	/** From this offset into `source` on, there are none. */
	readonly noSightingsFrom?: number;
}

const CERTAINTIES: readonly Certainty[] = ['certain', 'likely', 'possible'];
const ROLES: readonly Role[] = [
	...(['arm', 'comparison', 'membership', 'argument', 'declaration', 'member'] as const),
	...(['key', 'assignment', 'use', 'field', 'logged'] as const),
];
const OUTCOMES: readonly Outcome[] = [
	...(['off', 'ignored', 'test', 'foreign', 'unsure', 'definition', 'retry-set'] as const),
	...(['predicate', 'lookup', 'too-little', 'handled', 'fallback', 'passed-on', 'reported'] as const),
];

/**
 * Takes a fixture's text apart. `commentPrefix` opens a comment to the line's end in its language (`//`, `#`).
 * Throws an Error that names the line where a marker is not understood: a marker that says nothing is a mistake.
 */
export function parseFixture(text: string, commentPrefix: string): Fixture {
	const expectations: Expectation[] = [];
	const header: { -readonly [Key in keyof Fixture]?: Fixture[Key] } = {};
	const lines: number[] = [];
	let source = '';
	let above: { start: number; text: string } | undefined;
	let target: Range | undefined;
	let number = 0;

	for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
		number++;
		const content = line.replace(/\r?\n$/, '');
		const comment = commentOf(content, commentPrefix);
		if (comment === undefined || !isMarker(comment.text)) {
			above = { start: source.length, text: content };
			source += line;
			lines.push(number);
			continue;
		}
		try {
			if (comment.text.startsWith('|')) continue;
			if (comment.text.startsWith('=')) {
				Object.assign(header, parseHeader(comment.text.slice(1).trim(), source.length));
				continue;
			}
			const fix = /^\s*fix (.+?) => ([\w-]+)\s*$/.exec(comment.text);
			if (fix) {
				if (!target) throw new Error('a fix stands below the marker that it belongs to');
				const [, title = '', golden = ''] = fix;
				expectations.push({ verb: 'fix', title, golden, line: number, start: target.start, end: target.end });
				continue;
			}
			if (!above) throw new Error('no line of source stands above it');
			const pointed = point(content, comment, above.text);
			target = { start: above.start + pointed.start, end: above.start + pointed.end };
			expectations.push(expectation(pointed.words, { ...target, line: number }));
		} catch (error) {
			throw new Error(`Marker in line ${number}: ${(error as Error).message}. It reads: ${content.trim()}`);
		}
	}
	return { settings: {}, ...header, source, lines, expectations };
}

interface Comment {
	/** What follows the prefix. */
	readonly text: string;
	/** Its column in the line. */
	readonly column: number;
}

function commentOf(line: string, prefix: string): Comment | undefined {
	const indent = line.length - line.trimStart().length;
	if (!line.startsWith(prefix, indent)) return undefined;
	const column = indent + prefix.length;
	return { text: line.slice(column), column };
}

function isMarker(comment: string): boolean {
	return /^(\||=|\s*\^+(\s|$)|\s*@\S|\s*fix .*=>)/.test(comment);
}

function parseHeader(text: string, offset: number): Partial<Fixture> {
	if (text === 'no-sightings-below') return { noSightingsFrom: offset };
	const [, key, value = ''] = /^([\w-]+):\s*(.+)$/.exec(text) ?? [];
	switch (key) {
		case 'path':
			return { path: value };
		case 'settings':
			return { settings: JSON.parse(value) as FixtureSettings };
		case 'sightings':
			if (!/^\d+$/.test(value)) throw new Error('sightings is a number');
			return { sightings: Number(value) };
		case 'forms':
			return {};
		default:
			throw new Error('a header is path, settings, sightings, forms or no-sightings-below');
	}
}

/** Where a marker points in the line above, and the words that follow the pointer. */
function point(line: string, comment: Comment, above: string): Range & { words: string[] } {
	const carets = /^(\s*)(\^+)(.*)$/.exec(comment.text);
	if (carets) {
		const [, space = '', marks = '', rest = ''] = carets;
		const start = comment.column + space.length;
		const end = start + marks.length;
		if (end > above.length) throw new Error('the carets reach beyond the line above');
		if (line.slice(0, comment.column).includes('\t') && !sameTabs(line, above, comment.column)) {
			throw new Error('tabs stand where the line above has none, so that carets mislead; use @');
		}
		return { start, end, words: split(rest) };
	}
	const named = /^\s*@(?:`([^`]+)`|([^\s#]+))(?:#(\d+))?(.*)$/.exec(comment.text);
	if (!named) throw new Error('neither carets nor @text');
	const [, quoted, bare, nth = '1', rest = ''] = named;
	const wanted = quoted ?? bare ?? '';
	const start = occurrence(above, wanted, Number(nth));
	if (start < 0) throw new Error(`the line above does not hold ${nth} × ${wanted}`);
	return { start, end: start + wanted.length, words: split(rest) };
}

function sameTabs(line: string, above: string, length: number): boolean {
	for (let column = 0; column < length; column++) {
		if (line[column] === '\t' && above[column] !== '\t') return false;
	}
	return true;
}

/** The n-th place where the text stands as a whole: a word is not found within a longer one. */
function occurrence(line: string, wanted: string, nth: number): number {
	const word = (character: string | undefined): boolean => character !== undefined && /[\w$]/.test(character);
	let found = 0;
	for (let at = line.indexOf(wanted); at >= 0; at = line.indexOf(wanted, at + 1)) {
		const end = at + wanted.length;
		if (word(wanted[0]) && word(line[at - 1])) continue;
		if (word(wanted.at(-1)) && word(line[end])) continue;
		if (++found === nth) return at;
	}
	return -1;
}

function split(text: string): string[] {
	return text.split(/\s+/).filter((word) => word !== '');
}

function expectation([verb, ...words]: readonly string[], at: Marked): Expectation {
	const take = <T extends string>(what: string, known: readonly T[]): T => {
		const word = words.shift();
		const match = known.find((item) => item === word);
		if (match === undefined) throw new Error(`${word ?? 'nothing'} is no ${what} (${known.join(', ')})`);
		return match;
	};
	const codes = (): string[] => {
		const word = words.shift();
		if (word === undefined) throw new Error('the codes are missing, - for none');
		return word === '-' ? [] : word.split(',');
	};
	const made = ((): Expectation => {
		switch (verb) {
			case 'sighting': {
				const code = words.shift();
				if (code === undefined) throw new Error('the code is missing');
				return { verb, ...at, code, certainty: take('certainty', CERTAINTIES), role: take('role', ROLES) };
			}
			case 'finding': {
				const rule = take('rule', RULE_IDS);
				const open = words[0] === '*';
				const concerned = open ? [] : codes();
				if (open) words.shift();
				return {
					verb,
					...at,
					rule,
					codes: concerned,
					...(open ? { anyCodes: true as const } : {}),
					level: words.length > 0 ? take('level', RULE_LEVELS) : RULES[rule].level,
				};
			}
			case 'outcome': {
				const outcome = take('outcome', OUTCOMES);
				return { verb, ...at, outcome, ...(words.length > 0 ? { named: codes() } : {}) };
			}
			case 'nothing':
				return { verb, ...at };
			default:
				throw new Error(`${verb ?? 'a marker without words'} is no verb (sighting, finding, outcome, fix, nothing)`);
		}
	})();
	if (words.length > 0) throw new Error(`nothing is known of "${words.join(' ')}"`);
	return made;
}
