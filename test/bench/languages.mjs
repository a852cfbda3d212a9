/** The first hover in each language: the server has started, but has yet to load the language and its grammar. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parse } from 'yaml';
import { median } from './figures.mjs';
import { startServer } from './server.mjs';

const folder = join(import.meta.dirname, '../../server/languages');
const ROUNDS = 3;

/** A sample of each language that has a code which is certain, with the line of that code. */
function samples() {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const place = join(folder, entry.name, 'samples');
		if (!entry.isDirectory()) return [];
		for (const file of readdirSync(place).sort()) {
			const { path, source, sightings } = parse(readFileSync(join(place, file), 'utf8'));
			const [, line, code] = /^(\d+) (\S+) certain/.exec(sightings.find((one) => / certain /.test(one)) ?? '') ?? [];
			if (line === undefined) continue;
			const text = source.split('\n')[line - 1];
			const character = text.indexOf(code);
			if (character >= 0) return [{ id: entry.name, path, source, position: { line: line - 1, character } }];
		}
		return [];
	});
}

/** Milliseconds from the opening of a document to its first hover, median of fresh servers, by language. */
export async function measureFirstHovers() {
	const rows = [];
	for (const { id, path, source, position } of samples()) {
		const times = [];
		for (let round = 0; round < ROUNDS; round += 1) {
			const { connection, stop } = await startServer();
			const uri = `file:///bench/${path}`;
			const begin = performance.now();
			await connection.sendNotification('textDocument/didOpen', {
				textDocument: { uri, languageId: 'plaintext', version: 1, text: source },
			});
			const hover = await connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
			times.push(performance.now() - begin);
			if (hover === null) throw new Error(`There is no hover on a code of the ${id} sample.`);
			await stop();
		}
		rows.push({ id, time: median(times) });
	}
	return rows;
}
