/**
 * Source within other documents: the script blocks of HTML, Vue and Svelte, the fenced code of Markdown. What is around
 * it is taken out of the text without moving anything, so that every offset is the document's own.
 */
import { Parser } from 'htmlparser2';
import { parse, postprocess, preprocess } from 'micromark';
import type { Range } from '../model.ts';

/** A stretch of source; offsets UTF-16, of the document. */
export interface Block extends Range {
	/** What the document calls its language: a name (`python`), or a file's ending without the dot (`ts`). */
	readonly language: string;
}

/** What a script without a type is, by HTML. */
const USUAL = 'js';
/** Types that say no more than that. */
const USUAL_TYPES = /^(?:module|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/i;

/** The script blocks of an HTML document, or of a component that is written like one. */
export function scriptBlocks(text: string): Block[] {
	const blocks: Block[] = [];
	let open: { language: string; start: number } | undefined;
	const parser: Parser = new Parser(
		{
			onopentag(name, { lang, type }) {
				const language = lang ?? scriptType(type);
				if (name === 'script' && language !== undefined) open = { language, start: parser.endIndex + 1 };
			},
			onclosetag(name) {
				if (name !== 'script' || !open) return;
				const { language, start } = open;
				open = undefined;
				// One that nothing closes goes on to the document's end.
				const end = text.startsWith('<', parser.startIndex) ? parser.startIndex : text.length;
				if (end > start) blocks.push({ language, start, end });
			},
		},
		{ lowerCaseAttributeNames: true, lowerCaseTags: true },
	);
	parser.end(text);
	return blocks;
}

/** The ending of files of a script's type; undefined for data, templates and the like. */
function scriptType(type: string | undefined): string | undefined {
	if (!type || USUAL_TYPES.test(type)) return USUAL;
	return /^(?:text|application)\/(typescript|jsx|babel)$/i.exec(type)?.[1]?.toLowerCase().replace('babel', 'jsx');
}

/** The fenced code of a Markdown document that says its language. */
export function fencedBlocks(text: string): Block[] {
	// The library drops a byte order mark, and a place with it.
	const plain = text.replace(/^\uFEFF/, ' ');
	const events = postprocess(
		parse()
			.document()
			.write(preprocess()(plain, undefined, true)),
	);
	const blocks: Block[] = [];
	let language: string | undefined;
	for (const [kind, token] of events) {
		if (kind === 'enter' && token.type === 'codeFenced') language = undefined;
		if (kind === 'enter' && token.type === 'codeFencedFenceInfo')
			language = text.slice(token.start.offset, token.end.offset).toLowerCase();
		// Line by line: within a quote or a list each begins behind what stands before it.
		if (kind === 'enter' && token.type === 'codeFlowValue' && language)
			blocks.push({ language, start: token.start.offset, end: token.end.offset });
	}
	return blocks;
}

/** The text with line ends in place of all that is outside of the blocks, of which none begins before its neighbour ends. */
export function onlyBlocks(text: string, blocks: readonly Range[]): string {
	let only = '';
	for (const { start, end } of blocks) only += '\n'.repeat(start - only.length) + text.slice(start, end);
	return only + '\n'.repeat(text.length - only.length);
}
