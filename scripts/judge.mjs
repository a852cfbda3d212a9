/**
 * `npm run judge`: runs the engine over the judgement set, test/judgement/, and says how much of it is right. Lists
 * every miss with file and line, and exits 1 below a floor. `-- --write` also renews the table in docs/judgement.md;
 * `-- --repos DIR` counts instead what the built command line (`npm run build`) says of each folder in DIR.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { judgeRepositories, repositoryTable } from './judgeRepositories.mjs';
import { root } from './paths.mjs';
import { importTypeScript } from './typescript.mjs';

const page = 'docs/judgement.md';

/** A Markdown table whose columns line up, the first to the left, the others to the right. */
function table(rows) {
	const widths = rows[0].map((_, column) => Math.max(3, ...rows.map((row) => row[column].length)));
	const line = (row) =>
		`| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join(' | ')} |`;
	const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
	return [line(rows[0]), line(rule), ...rows.slice(1).map(line)].join('\n');
}

/** The text between `<!-- name -->` and `<!-- /name -->` in docs/judgement.md, renewed. */
async function writeFigures(name, text) {
	const path = join(root, page);
	const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
	const current = (await readFile(path, 'utf8')).replaceAll('\r\n', '\n');
	const [from, to] = [current.indexOf(start), current.indexOf(end)];
	if (from < 0 || to < from) throw new Error(`${page}: the table belongs between ${start} and ${end}.`);
	await writeFile(path, `${current.slice(0, from + start.length)}\n${text}\n${current.slice(to)}`);
	console.log(`\n${page} written.`);
}

/** The table of the set: a row a language, one for all, one for what has to be reached. */
function setTable(judgement, verdicts) {
	const { MEASURES, MEASURE_NAMES, share, sumOf } = judgement;
	const cell = (measure, count) => `${share(measure, count).toFixed(3)} (${count.hits}/${count.of})`;
	const row = (title, of) => {
		const sum = sumOf(of);
		const dispatches = of.reduce((total, verdict) => total + verdict.dispatches, 0);
		return [title, `${dispatches}`, `${sum.claims.of}`, ...MEASURE_NAMES.map((name) => cell(name, sum[name]))];
	};
	const languages = [...new Set(verdicts.map(({ language }) => language))];
	const bound = ({ floor, ceiling }) => (floor === undefined ? `≤ ${ceiling}` : `≥ ${floor}`);
	return table([
		['', 'dispatches', 'look-alikes', ...MEASURE_NAMES.map((name) => MEASURES[name].title)],
		...languages.map((language) =>
			row(
				language,
				verdicts.filter((verdict) => verdict.language === language),
			),
		),
		row('all', verdicts),
		['asked', '', '', ...MEASURE_NAMES.map((name) => bound(MEASURES[name]))],
	]);
}

/** Judges the set. Gives whether all floors hold. */
async function judgeSet({ write }) {
	const judgement = await importTypeScript('test/support/judgement.ts');
	const { testService } = await importTypeScript('test/support/engine.ts');
	const { MEASURES, MEASURE_NAMES, holds, judgeAll, sumOf } = judgement;
	const verdicts = await judgeAll(await testService());
	for (const measure of MEASURE_NAMES) {
		const misses = verdicts.flatMap((verdict) => verdict.misses.filter((miss) => miss.measure === measure));
		if (misses.length > 0) console.log(`\n${MEASURES[measure].title}:`);
		for (const { file, line, text } of misses) console.log(`  ${file}:${line}: ${text}`);
	}
	const figures = setTable(judgement, verdicts);
	console.log(`\n${figures}`);
	if (write) await writeFigures('set', figures);
	const failed = [...new Set(verdicts.map(({ language }) => language))].flatMap((language) => {
		const sum = sumOf(verdicts.filter((verdict) => verdict.language === language));
		const below = MEASURE_NAMES.filter((measure) => !holds(measure, sum[measure]));
		return below.map((measure) => `${MEASURES[measure].title} of ${language}`);
	});
	if (failed.length === 0) console.log('\nAll floors hold, in each language.');
	else console.error(`\nBelow the floor: ${failed.join(', ')}.`);
	return failed.length === 0;
}

try {
	const { values } = parseArgs({ options: { write: { type: 'boolean', default: false }, repos: { type: 'string' } } });
	if (values.repos === undefined) process.exitCode = (await judgeSet(values)) ? 0 : 1;
	else {
		const figures = table(repositoryTable(await judgeRepositories(values.repos)));
		console.log(`\n${figures}`);
		if (values.write) await writeFigures('repositories', figures);
	}
} catch (error) {
	console.error(error.message);
	process.exitCode = 2;
}
