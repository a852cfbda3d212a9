/**
 * Catalogue text made safe to show. A catalogue may come from anywhere: its text must not act on a terminal, nor
 * become markup in a hover.
 */

/** What turns the reading direction of the text around it. */
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Without control characters, and with one space for any white space: one line, for a terminal or a label. */
export function plainLine(text: string): string {
	return text
		.replace(DIRECTIONS, '')
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim();
}

/** The paragraphs of a text, which blank lines part; each a plain line. */
export function plainParagraphs(text: string): string[] {
	return text
		.split(/(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)/)
		.map(plainLine)
		.filter((paragraph) => paragraph !== '');
}

/**
 * Markdown (CommonMark and GFM) that reads as the text stands: no markup, HTML, link or list can come of it.
 * Paragraphs stay; other white space becomes one space. Ordinary prose comes out as it went in.
 */
export function escapeMarkdown(text: string): string {
	return plainParagraphs(text).map(escapeLine).join('\n\n');
}

function escapeLine(line: string): string {
	return (
		line
			.replace(/[\\`*_[\]<~|]/g, '\\$&')
			// Entities, and what GFM makes a link of without being asked.
			.replace(/&(?=#?\w+;)/g, '\\&')
			.replace(/\/(?=\/)/g, '\\/')
			.replace(/(?<=www)\./gi, '\\.')
			.replace(/@/g, '\\@')
			// What only means something at the start of a line: headings, quotes, lists, rules, underlines.
			.replace(/^[#>+=-]/, '\\$&')
			.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
	);
}
