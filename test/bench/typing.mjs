/** Hover, and typing until the diagnostics are there, in a large file. Both times include the way to the server and back. */
import { performance } from 'node:perf_hooks';
import { percentile } from './figures.mjs';
import { startServer } from './server.mjs';
import { generateSource } from './source.mjs';

const LINES = 10_000;
const KEYSTROKES = 200;
const HOVERS = 200;
/** Rounds that are not counted: a server that was just started has yet to be compiled. */
const WARM_UP = 40;

const uri = 'file:///bench/large.ts';

export async function measureTyping() {
	const { connection, stop } = await startServer();
	const lines = generateSource(LINES).split('\n');
	let version = 1;
	await connection.sendNotification('textDocument/didOpen', {
		textDocument: { uri, languageId: 'typescript', version, text: lines.join('\n') },
	});
	const pull = () => connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
	const start = performance.now();
	const first = await pull();
	const opened = performance.now() - start;
	if (first.items.length === 0) throw new Error('The server finds nothing in the generated file.');

	/** The n-th place of a text, over and over through the file, by a step that lands elsewhere each time. */
	const placesOf = (text) => {
		const places = lines.flatMap((line, index) => {
			const character = line.indexOf(text);
			return character === -1 ? [] : [{ line: index, character }];
		});
		return (round) => places[(round * 37) % places.length];
	};

	const bodies = placesOf('const started');
	const keystrokes = [];
	for (let round = 0; round < KEYSTROKES + WARM_UP; round += 1) {
		// A person types a word and takes it back.
		const word = 'x = 1;';
		const position = bodies(Math.floor(round / (2 * word.length)));
		const step = round % (2 * word.length);
		const isTyping = step < word.length;
		const column = position.character + (isTyping ? step : 2 * word.length - step - 1);
		const at = { line: position.line, character: column };
		const range = { start: at, end: isTyping ? at : { ...at, character: column + 1 } };
		version += 1;
		const begin = performance.now();
		await connection.sendNotification('textDocument/didChange', {
			textDocument: { uri, version },
			contentChanges: [{ range, text: isTyping ? word[step] : '' }],
		});
		await pull();
		if (round >= WARM_UP) keystrokes.push(performance.now() - begin);
	}

	const codes = placesOf('4100');
	const hovers = [];
	for (let round = 0; round < HOVERS + WARM_UP; round += 1) {
		const begin = performance.now();
		const hover = await connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: codes(round) });
		if (round >= WARM_UP) hovers.push(performance.now() - begin);
		if (hover === null) throw new Error('There is no hover on a code.');
	}
	await stop();
	return {
		opened,
		findings: first.items.length,
		keystroke: percentile(keystrokes, 0.95),
		hover: percentile(hovers, 0.95),
	};
}
