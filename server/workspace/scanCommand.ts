/** `faultbook scan` and `faultbook merge`: logs of any size on the command line. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { readTime } from '../recognise/logTime.ts';
import { type RowPrinter, type ScanFormat, summaryText } from '../report/scanReport.ts';
import { paintFor, printable } from '../report/text.ts';
import { folderResources } from '../resources.ts';
import type { RowFilter } from '../scan/rowFilter.ts';
import { loadSummary, mergeSummaries, type Summary, Tally } from '../scan/summary.ts';
import { reasonOf } from './files.ts';
import { readCatalogues } from './openEngine.ts';
import { ProgressBar } from './progressBar.ts';
import { type ScanJob, type ScanTotals, scanGrowing, scanLogs } from './scanLogs.ts';
import { type OutputOptions, openScanner, printerOf } from './scanner.ts';
import { UsageError } from './usage.ts';

const OK = 0;
const TROUBLE = 2;
/** As shells give it for a program that Ctrl+C ended. */
const INTERRUPTED = 130;

const options = {
	format: { type: 'string', default: 'text' },
	summary: { type: 'boolean', default: false },
	since: { type: 'string' },
	until: { type: 'string' },
	code: { type: 'string', multiple: true, default: [] },
	catalogue: { type: 'string', multiple: true, default: [] },
	certainty: { type: 'string', default: 'likely' },
	success: { type: 'boolean', default: false },
	threads: { type: 'string' },
	follow: { type: 'boolean', default: false },
} satisfies ParseArgsConfig['options'];

type Titles = ReadonlyMap<string, (code: string) => string>;
const complain = (message: string) => process.stderr.write(`faultbook: ${printable(message)}\n`);

/**
 * Runs `scan`.
 * @param folder of the resources
 * @returns the exit code
 * @throws {UsageError}
 */
export async function scan(args: readonly string[], folder: string): Promise<number> {
	const { values, positionals } = parsed(args, options);
	if (positionals.length === 0)
		throw new UsageError('scan what? Name log files, or - for standard input: faultbook scan app.log');
	if (values.follow && (positionals.length > 1 || /^-$|\.(?:gz|zst)$/i.test(positionals[0] ?? '')))
		throw new UsageError('--follow takes one file that is not compressed.');
	const format = formatOf(values.format);
	const filter = filterOf(values);
	const threads = threadsOf(values.threads);
	const always = listOf(values.catalogue);
	const scanner = await openScanner(
		folderResources(folder),
		{ always, success: values.success, details: !values.summary },
		complain,
	);
	const unknown = always.find((id) => !scanner.known.lookups.has(id));
	if (unknown !== undefined)
		throw new UsageError(
			`there is no catalogue ${JSON.stringify(unknown)}: the catalogues are ${[...scanner.known.lookups.keys()].join(', ')}.`,
		);
	const { titles } = scanner;
	const isColoured = process.stdout.isTTY === true && !process.env.NO_COLOR;
	const output: OutputOptions = { format: values.summary ? undefined : format, isColoured };
	const printer = printerOf(output, scanner);
	const tally = new Tally();
	const counted: Summary[] = [];
	const problems: string[] = [];
	const interrupt = new AbortController();
	process.once('SIGINT', () => interrupt.abort());
	const bar = new ProgressBar(process.stderr, process.stdout.isTTY && !values.summary);
	await write(printer?.begin ?? '');
	let isFirst = true;
	const print = (text: string): Promise<void> => {
		if (text === '') return Promise.resolve();
		const between = isFirst ? '' : (printer?.between ?? '');
		isFirst = false;
		return write(between + text);
	};
	const job: ScanJob = {
		...{
			always,
			success: values.success,
			details: !values.summary,
			filter,
			threads,
			resources: folder,
			signal: interrupt.signal,
			output,
		},
		rows: (shown, rows) => {
			if (printer) return print(printer.rows(shown, rows));
			for (const row of rows) tally.add(row);
			return undefined;
		},
		found: (found) => {
			if (typeof found === 'string') return print(found);
			counted.push(found);
			return undefined;
		},
		progress: (shown, bytes, size) => bar.show(shown, bytes, size),
		problem: (message) => problems.push(message),
	};
	const [name = ''] = positionals;
	const totals = values.follow
		? await scanGrowing(name, scanner, job, complain)
		: await scanLogs(positionals, scanner, job);
	bar.clear();
	await finish(printer, mergeSummaries([tally.summary(totals.lines, totals.possible), ...counted]), format, titles);
	for (const problem of problems) complain(problem);
	sayHidden(totals, filter);
	// Whoever follows a log ends it so.
	if (interrupt.signal.aborted && !values.follow) return INTERRUPTED;
	return problems.length > 0 ? TROUBLE : OK;
}

/** Runs `merge`: summaries in, their sum out. */
export async function merge(args: readonly string[], folder: string): Promise<number> {
	const { values, positionals } = parsed(args, { format: { type: 'string', default: 'json' } });
	if (positionals.length === 0) throw new UsageError('merge what? Name summaries: faultbook merge a.json b.json');
	const format = formatOf(values.format);
	const problems: string[] = [];
	const summaries: Summary[] = [];
	for (const name of positionals) {
		const read = await readSummaries(name);
		summaries.push(...read.summaries);
		problems.push(...read.problems);
	}
	const merged = mergeSummaries(summaries);
	let titles: Titles = new Map();
	if (format === 'text') {
		const { lookupOf } = await import('../catalogue/lookup.ts');
		const catalogues = await readCatalogues(folderResources(folder), complain);
		titles = new Map(
			catalogues.map((catalogue) => [catalogue.id, (code: string) => lookupOf(catalogue).resolve(code)?.type ?? '']),
		);
	}
	await finish(undefined, merged, format, titles);
	for (const problem of problems) complain(problem);
	return problems.length > 0 ? TROUBLE : OK;
}

/** A file holds one summary, or one a line. */
async function readSummaries(name: string): Promise<{ summaries: Summary[]; problems: string[] }> {
	let text: string;
	try {
		text = await readFile(name === '-' ? '/dev/stdin' : name, 'utf8');
	} catch (error) {
		return { summaries: [], problems: [`${name} was not read: ${reasonOf(error)}.`] };
	}
	let values: unknown[];
	try {
		values = [JSON.parse(text)];
	} catch {
		try {
			values = text.split('\n').flatMap((line): unknown[] => (line.trim() === '' ? [] : [JSON.parse(line)]));
		} catch (error) {
			return {
				summaries: [],
				problems: [`${name} is no JSON: ${(error as Error).message}. Make it by scan --summary --format json.`],
			};
		}
	}
	const loaded = values.map((value) => loadSummary(value, name));
	return {
		summaries: loaded.flatMap(({ summary }) => summary ?? []),
		problems: loaded.flatMap(({ problems }) => problems),
	};
}

async function finish(
	printer: RowPrinter | undefined,
	summary: Summary,
	format: ScanFormat,
	titles: Titles,
): Promise<void> {
	if (printer) return write(printer.end);
	if (format === 'text') return write(summaryText(summary, paintFor(process.stdout, process.env), titles));
	return write(`${format === 'json' ? JSON.stringify(summary, null, '\t') : JSON.stringify(summary)}\n`);
}

function sayHidden({ possible, timeless }: ScanTotals, { since, until }: RowFilter): void {
	if (possible > 0)
		complain(
			`${possible} merely possible ${possible === 1 ? 'code was' : 'codes were'} left out: nothing in ${possible === 1 ? 'its' : 'their'} record names the API. --certainty possible shows ${possible === 1 ? 'it' : 'them'}, --catalogue ID says whose they are.`,
		);
	if (timeless > 0 && (since ?? until) !== undefined)
		complain(`${timeless} without a time ${timeless === 1 ? 'was' : 'were'} left out.`);
}

/** Writes to standard output, and waits while that is full. */
async function write(text: string): Promise<void> {
	if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
}

function parsed<const Options extends NonNullable<ParseArgsConfig['options']>>(
	args: readonly string[],
	given: Options,
) {
	try {
		return parseArgs({ args: [...args], options: given, allowPositionals: true });
	} catch (error) {
		throw new UsageError(`${(error as Error).message.split('. ')[0]}. See faultbook --help.`);
	}
}

function formatOf(format: string): ScanFormat {
	if (format === 'text' || format === 'json' || format === 'ndjson') return format;
	throw new UsageError(`--format is ${JSON.stringify(format)}, but must be text, json or ndjson.`);
}

function filterOf({
	since,
	until,
	code,
	certainty,
}: {
	since?: string;
	until?: string;
	code: string[];
	certainty: string;
}): RowFilter {
	if (certainty !== 'likely' && certainty !== 'possible' && certainty !== 'certain')
		throw new UsageError(`--certainty is ${JSON.stringify(certainty)}, but must be certain, likely or possible.`);
	return { least: certainty, codes: listOf(code), since: moment('since', since), until: moment('until', until) };
}

function moment(name: string, text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	// A day, or a time without seconds.
	const whole = /^\d{4}-\d\d-\d\d$/.test(text)
		? `${text}T00:00:00`
		: text.replace(/^(\S+[T ]\d\d:\d\d)(?=$|Z|[+-])/, '$1:00');
	const time = readTime(whole, Date.now());
	if (!time)
		throw new UsageError(
			`--${name} is ${JSON.stringify(text)}, but must be a time such as 2026-11-23T08:15 or 2026-11-23T08:15:00+08:00.`,
		);
	return time.ms;
}

function threadsOf(text: string | undefined): number {
	if (text === undefined) return Math.min(availableParallelism(), 4);
	if (!/^[1-9]\d?$/.test(text))
		throw new UsageError(`--threads is ${JSON.stringify(text)}, but must be a number from 1 to 99.`);
	return Number(text);
}

const listOf = (values: readonly string[]): string[] =>
	values
		.flatMap((list) => list.split(','))
		.map((one) => one.trim())
		.filter((one) => one !== '');
