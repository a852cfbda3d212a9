/** How a file is written, so that what is written into it looks the same. */
import detectIndent from 'detect-indent';
import type { LanguageData } from '../languages/language.ts';

export interface Style {
	/** One step of indentation. */
	readonly indent: string;
	readonly newline: '\n' | '\r\n';
	readonly quote: string;
	/** `;`, or nothing where the file does without. */
	readonly semicolon: string;
	/** An opening brace stands on a line of its own. */
	readonly bracesApart: boolean;
}

export function styleOf(text: string, language: LanguageData): Style {
	const { quotes, indent } = language.stubs;
	const counts = quotes.map((quote) => text.split(quote).length);
	const most = Math.max(...counts);
	const lines = text.split('\n').map((line) => line.trimEnd());
	const ended = lines.filter((line) => line.endsWith(';')).length;
	const open = lines.filter((line) => /[\w)\]'"`]$/.test(line)).length;
	return {
		indent: detectIndent(text).indent || indent,
		newline: text.includes('\r\n') ? '\r\n' : '\n',
		quote: quotes[counts.indexOf(most)] ?? '"',
		semicolon: ended >= open ? ';' : '',
		bracesApart: areBracesApart(lines, language),
	};
}

function areBracesApart(lines: readonly string[], { stubs }: LanguageData): boolean {
	const apart = lines.filter((line) => line.trim() === '{').length;
	const beside = lines.filter((line) => /[\w)] \{$/.test(line)).length;
	return apart === beside ? stubs.bracesApart : apart > beside;
}

/** Lines with their opening braces where the file has them. */
export const braced = (lines: readonly string[], { bracesApart }: Style): string[] =>
	lines.flatMap((line) => {
		const [, indent = '', head] = /^(\s*)(.*[\w)]) \{$/.exec(line) ?? [];
		return bracesApart && head !== undefined ? [indent + head, `${indent}{`] : [line];
	});

/** How a text spells equality and its opposite: the language's usual way, unless only another one is written. */
export function equalityIn(text: string, language: LanguageData): readonly [equals: string, differs: string] {
	const spellings = language.stubs.equality;
	const [usual = ['==', '!=']] = spellings;
	const signs = new Set(text.match(/[=!<>]+|-[a-z]{2,4}\b/g));
	return spellings.find((spelling) => spelling.some((sign) => signs.has(sign))) ?? usual;
}

/** The white space that a line begins with. */
export function indentAt(text: string, offset: number): string {
	const line = lineStart(text, offset);
	return /^[\t ]*/.exec(text.slice(line, lineEnd(text, line)))?.[0] ?? '';
}

export const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** Where the line's text ends, before its CR or LF. */
export function lineEnd(text: string, offset: number): number {
	const newline = text.indexOf('\n', offset);
	const end = newline === -1 ? text.length : newline;
	return text.charCodeAt(end - 1) === 13 && end > offset ? end - 1 : end;
}

/** Whether nothing but white space stands before an offset on its line. */
export const isFirstOnLine = (text: string, offset: number): boolean =>
	text.slice(lineStart(text, offset), offset).trim() === '';

/** Lines as text, each after the given white space; empty ones stay empty. */
export const indented = (lines: readonly string[], indent: string): string[] =>
	lines.map((line) => (line === '' ? line : indent + line));

/** What the language's own names begin with in a file. */
export function globalMark(text: string, { stubs: { global } }: LanguageData): string {
	return global && new RegExp(global.where, 'm').test(text) ? global.mark : '';
}
