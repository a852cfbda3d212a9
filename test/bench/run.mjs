/**
 * `npm run bench`: prints the figures that the project holds itself to, and ends with 1 where one is missed. Ratios are
 * of medians of alternating runs on this machine; times in ms are of this machine at rest.
 */
import { existsSync } from 'node:fs';
import { measureFirstHovers } from './languages.mjs';
import { serverFile } from './server.mjs';
import { measureStartup } from './startup.mjs';
import { measureTyping } from './typing.mjs';

/** At most. */
const limits = { startup: 1.5, hover: 2, keystroke: 15 };

if (!existsSync(serverFile)) {
	console.error(`${serverFile} is missing. Run npm run build first.`);
	process.exit(2);
}

let missed = 0;
const row = (what, value, limit, unit) => {
	const isKept = value <= limit;
	if (!isKept) missed += 1;
	console.log(`${isKept ? 'ok  ' : 'MISS'}  ${what.padEnd(52)} ${value.toFixed(2)} ${unit} (at most ${limit})`);
};

const { bare, reply, ratio } = await measureStartup();
console.log(`      node -e 0: ${bare.toFixed(1)} ms; reply to initialize: ${reply.toFixed(1)} ms`);
row('start to the reply to initialize, against node -e 0', ratio, limits.startup, '×');

const { opened, findings, hover, keystroke } = await measureTyping();
console.log(`      10,000 lines of TypeScript, ${findings} findings, first diagnostics after ${opened.toFixed(0)} ms`);
row('hover, p95', hover, limits.hover, 'ms');
row('keystroke to diagnostics, p95', keystroke, limits.keystroke, 'ms');
console.log('      first hover of a server that has just started, with its language and grammar yet to be loaded:');
for (const { id, time } of await measureFirstHovers())
	console.log(`        ${id.padEnd(14)} ${time.toFixed(0).padStart(5)} ms`);
process.exitCode = missed === 0 ? 0 : 1;
