/**
 * `npm run bench:logs [-- MEGABYTES]`: scans a log of 1 GB beside ripgrep, in turn, and prints medians and ratios. The
 * first run of each is cold: its process has just started. Ratios are ripgrep's time by ours: more is better.
 */
import { fork, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rgPath } from '@vscode/ripgrep';
import { cacheDirectory, distDirectory } from '../../scripts/paths.mjs';
import { median } from './figures.mjs';
import { SETS, TENCENT } from './logCatalogues.mjs';
import { writeLog } from './logFile.mjs';

const ROUNDS = 5;
const megabytes = Number(process.argv[2] ?? 1_000);
const folder = join(cacheDirectory, 'bench');

const alternatives = (codes) => codes.map((code) => code.replaceAll('.', '\\.')).join('|');
/** A code behind a key, as the catalogue's records have it. */
const keyed = (codes) => `code(?:\\\\*["'])?\\s*[:=]\\s*(?:\\\\*["'])?(?:${alternatives(codes)})\\b`;

/** ripgrep takes long patterns from a file alone. */
function pattern(text) {
	const place = join(folder, 'pattern.txt');
	writeFileSync(place, text);
	return place;
}

function timed(command, args) {
	const begin = performance.now();
	const run = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'], maxBuffer: 1e9 });
	if (run.status > 1 || run.error) throw run.error ?? new Error(String(run.stderr));
	return performance.now() - begin;
}

/** A process of ours that stays, and scans when asked. */
async function ours(file, set) {
	const child = fork(join(import.meta.dirname, 'scanInProcess.mjs'), [file, String(set)]);
	const next = () => new Promise((resolve) => child.once('message', resolve));
	await next();
	return {
		async scan() {
			const answer = next();
			child.send('scan');
			return answer;
		},
		stop: () => child.kill(),
	};
}

const ms = (times) => `${median(times).toFixed(0).padStart(6)} ms`;
const print = (what, mine, other, name, asked) => {
	const ratio = median(other) / median(mine);
	const sign = asked === undefined ? '     ' : ratio >= asked ? 'ok   ' : 'MISS ';
	console.log(
		`${sign}${what.padEnd(44)} ${ms(mine)}  ${name} ${ms(other)}  ${ratio.toFixed(2)} ×${asked === undefined ? '' : ` (at least ${asked})`}`,
	);
};

for (const [number, { title, codes, isCommon }] of SETS.entries()) {
	const file = join(folder, `${number}-${megabytes}.log`);
	writeLog(file, megabytes * 1e6, codes);
	const process_ = await ours(file, number);
	const times = { mine: [], keyed: [], bare: [] };
	let rows = 0;
	const cold = (await process_.scan()).ms;
	for (let round = 0; round < ROUNDS; round++) {
		const result = await process_.scan();
		times.mine.push(result.ms);
		rows = result.rows;
		times.keyed.push(
			timed(rgPath, [
				'--json',
				'-j1',
				'--dfa-size-limit',
				'1G',
				'--regex-size-limit',
				'1G',
				'-f',
				pattern(keyed(codes)),
				file,
			]),
		);
		times.bare.push(
			timed(rgPath, ['-c', '-j1', '-f', pattern(codes.map((code) => code.replaceAll('.', '\\.')).join('\n')), file]),
		);
	}
	process_.stop();
	console.log(`${title}: ${rows} rows, cold ${cold.toFixed(0)} ms`);
	print('  full records, in process, 1 thread', times.mine, times.keyed, 'rg --json keyed', isCommon ? 2 : 3.5);
	print('  the same, against bare codes', times.mine, times.bare, 'rg -c bare');
}

const file = join(folder, `0-${megabytes}.log`);
const cli = [join(distDirectory, 'cli.js'), 'scan', file, '--catalogue', 'tencentcloud-v2', '--format', 'ndjson'];
const whole = { one: [], two: [], keyed: [], bare: [] };
for (let round = 0; round < ROUNDS; round++) {
	whole.two.push(timed(process.execPath, cli));
	whole.keyed.push(timed(rgPath, ['--json', '-j1', keyed(TENCENT), file]));
	whole.one.push(timed(process.execPath, [...cli, '--threads', '1']));
	whole.bare.push(timed(rgPath, ['-c', '-j1', alternatives(TENCENT), file]));
}
console.log('a whole process from cold, all built-in catalogues');
print('  default threads', whole.two, whole.keyed, 'rg --json keyed', 3);
print('  1 thread', whole.one, whole.keyed, 'rg --json keyed');
print('  default threads, against bare codes', whole.two, whole.bare, 'rg -c bare', 1.1);
