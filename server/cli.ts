/** The command line: `check`, `explain`, `scan` and `merge`, over the same engine as the editor. */
import { text as allOf } from 'node:stream/consumers';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { DEFAULT_SETTINGS } from '../shared/settings.ts';
import { explainReport } from './report/explain.ts';
import { jsonReport } from './report/json.ts';
import { isFinding, type Row } from './report/rows.ts';
import { paintFor, printable, summary, textReport } from './report/text.ts';
import { folderResources } from './resources.ts';
import { checkFiles } from './workspace/check.ts';
import { collectFiles } from './workspace/files.ts';
import { indexAround, PROJECT_MARKS } from './workspace/indexAround.ts';
import { refusal } from './workspace/indexFiles.ts';
import { UsageError } from './workspace/usage.ts';
import { readVersion } from './workspace/version.ts';

const help = `faultbook: knows an API's error codes

  node dist/cli.js check PATH… [options]      check files, and all files in folders
  node dist/cli.js explain CODE [options]     say what a code, or its name, means and what to do about it;
                                              with - for CODE, one is read from stdin
  node dist/cli.js scan FILE… [options]       find codes in logs of any size; - is stdin, .gz is read as it is
  node dist/cli.js merge SUMMARY…             add up what scan --summary --format json gave

Options
  --format text|json    text for people (default), or JSON
  --explain             check: also say of every test of a code why it is reported or left alone
  --catalogue ID        an API by its id, tencentcloud-v2 or tencentcloud-v3; for both, repeat it or put a comma
                        between. check: every file talks to it, whatever it imports or names; explain: its codes only
  --help, --version

Options of scan
  --format text|json|ndjson   json: one array; ndjson: a row a line
  --summary                   how often each code stands there, and in which minutes
  --since T, --until T        only what has a time from T on, up to T: 2026-11-23T08:15, with a zone or without
  --code CODE                 only these codes, a family with all its members. Several: as with --catalogue
  --catalogue ID              take the logs as being about this API, whatever they name
  --certainty possible        also codes whose record does not say whose they are
  --success                   also what says success
  --follow                    go on as the file grows, is cut or replaced, until Ctrl+C
  --threads N                 threads for files over 32 MB

What is checked: of a folder, all files below it, however many there are, in a language or format that Faultbook
reads. Left out are those that .gitignore names, links to elsewhere, node_modules, vendor, dist, out, .git and
*.min.js; a file that is named here is always checked. What is left out for another reason (too large, not text) is
named on stderr.

Constants of other files are known if they are in the same project: in the working folder, or in the nearest folder
above the file that has in it ${new Intl.ListFormat('en', { type: 'disjunction' }).format(PROJECT_MARKS)}.

check ends with 1 when there is a warning or an error, with 2 when something named here could not be checked, else
with 0.
`;

/** Exit codes. */
const OK = 0;
const WARNED = 1;
const TROUBLE = 2;

const options = {
	format: { type: 'string', default: 'text' },
	explain: { type: 'boolean', default: false },
	catalogue: { type: 'string', multiple: true, default: [] },
	help: { type: 'boolean', short: 'h', default: false },
	version: { type: 'boolean', default: false },
} satisfies ParseArgsConfig['options'];

const complain = (message: string) => process.stderr.write(`faultbook: ${printable(message)}\n`);

function parse(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options, allowPositionals: true });
	} catch (error) {
		// Its further sentences explain how to pass a file that looks like an option.
		throw new UsageError(`${(error as Error).message.split('. ')[0]}. See --help.`);
	}
}

const asksHelp = (args: readonly string[]): boolean => args.includes('--help') || args.includes('-h');

/** Runs a command line. @returns the exit code */
async function run(args: readonly string[]): Promise<number> {
	const [first, ...others] = args;
	if ((first === 'scan' || first === 'merge') && !asksHelp(others)) {
		const commands = await import('./workspace/scanCommand.ts');
		return commands[first](others, __dirname);
	}
	const { values, positionals } = parse(args);
	if (values.help) {
		process.stdout.write(help);
		return OK;
	}
	if (values.version) {
		process.stdout.write(`${readVersion(__dirname) ?? 'unknown'}\n`);
		return OK;
	}
	const { format } = values;
	if (format !== 'text' && format !== 'json') {
		throw new UsageError(`--format is ${JSON.stringify(format)}, but must be text or json.`);
	}
	const ids = values.catalogue.flatMap((list) => list.split(',')).map((id) => id.trim());
	const wanted = ids.filter((id) => id !== '');
	const [command, ...rest] = positionals;
	switch (command) {
		case 'check':
			return check(rest, { format, explain: values.explain, wanted });
		case 'explain':
			return explain(rest, { format, wanted });
		case undefined:
			throw new UsageError('nothing to do: say check PATH… or explain CODE. See --help.');
		default:
			throw new UsageError(
				`there is no command ${JSON.stringify(command)}: say check, explain, scan or merge. See --help.`,
			);
	}
}

interface Choices {
	readonly format: 'text' | 'json';
	/** Catalogue ids. */
	readonly wanted: readonly string[];
}

async function check(paths: readonly string[], { format, explain, wanted }: Choices & { readonly explain: boolean }) {
	if (paths.length === 0) throw new UsageError('check what? Name files or folders: check src');
	// A text without a name has no language, no project and no folder that is the API's.
	if (paths.includes('-'))
		throw new UsageError('check reads files and folders, not stdin: their names say the language.');
	const problems = new Set<string>();
	const { openEngine } = await import('./workspace/openEngine.ts');
	const engine = await openEngine(folderResources(__dirname), (problem) => problems.add(problem));
	requireKnown(wanted, engine.service.catalogues);
	const collected = await collectFiles(paths, {
		workingFolder: process.cwd(),
		extensions: engine.extensions,
		exclude: DEFAULT_SETTINGS.exclude,
	});
	const around = await indexAround(engine, collected.files, process.cwd());
	const { rows, checked, refused, remarks } = await checkFiles(engine, collected.files, { always: wanted, explain });
	process.stdout.write(format === 'json' ? jsonReport(rows) : textReport(rows, paintFor(process.stdout, process.env)));
	for (const problem of [...problems, ...collected.problems]) complain(problem);
	for (const remark of new Set([...collected.remarks, ...around.remarks, ...remarks])) complain(remark);
	// What was not checked either is said below.
	const unchecked = new Set(refused.map(({ file }) => file.file));
	const unknown = refusal(around.refused.filter(({ entry }) => !unchecked.has(entry.file)));
	if (unknown !== undefined) complain(unknown);
	for (const { file, reason } of refused) {
		// Said above, once for all the files that it concerns.
		if (!problems.has(reason)) complain(`${file.shown} was not checked: ${reason}`);
	}
	if (format === 'text') process.stderr.write(`${summary(rows, checked)}\n`);
	const inTrouble = problems.size + collected.problems.length > 0 || refused.some(({ file }) => file.named);
	return inTrouble ? TROUBLE : rows.some(isWarning) ? WARNED : OK;
}

function isWarning(row: Row): boolean {
	return isFinding(row) && (row.severity === 'warning' || row.severity === 'error');
}

async function explain(codes: readonly string[], { format, wanted }: Choices): Promise<number> {
	const [given, ...more] = codes;
	const code = given === '-' ? (await allOf(process.stdin)).trim() : given;
	if (!code || more.length > 0) throw new UsageError('explain takes one code: explain 4100');
	const { readCatalogues } = await import('./workspace/openEngine.ts');
	const all = await readCatalogues(folderResources(__dirname), complain);
	requireKnown(wanted, all);
	const { output, problem } = explainReport(
		all.filter(({ id }) => wanted.length === 0 || wanted.includes(id)),
		code,
		format,
	);
	if (problem !== undefined) throw new UsageError(problem);
	process.stdout.write(output);
	return OK;
}

function requireKnown(wanted: readonly string[], catalogues: readonly { readonly id: string }[]): void {
	const known = catalogues.map(({ id }) => id);
	const unknown = wanted.find((id) => !known.includes(id));
	if (unknown === undefined) return;
	throw new UsageError(`there is no catalogue ${JSON.stringify(unknown)}. Known: ${known.join(', ')}.`);
}

// Whoever reads our output may stop early (`| head`): that is no error of ours.
for (const stream of [process.stdout, process.stderr]) {
	stream.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code !== 'EPIPE') throw error;
		process.exit();
	});
}
// The exit code is set, not forced: output to a pipe is still being written.
run(process.argv.slice(2)).then(
	(code) => {
		process.exitCode = code;
	},
	(error: unknown) => {
		complain(error instanceof Error ? error.message : String(error));
		process.exitCode = TROUBLE;
	},
);
