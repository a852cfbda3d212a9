/**
 * Reads JSON as it is found in the wild: trailing and missing commas, comments, several documents in one text, an end
 * that was cut off. Built on jsonc-parser's scanner, with a stack of its own in place of recursion, so that no depth
 * of nesting overflows. Nothing throws.
 */
import { createScanner } from 'jsonc-parser';
import type { Range } from '../model.ts';

/** jsonc-parser's `SyntaxKind` and `ScanError`, which are const enums and so cannot be imported under isolatedModules. */
const Token = {
	openBrace: 1,
	closeBrace: 2,
	openBracket: 3,
	closeBracket: 4,
	comma: 5,
	colon: 6,
	string: 10,
	number: 11,
	lineComment: 12,
	blockComment: 13,
	lineBreak: 14,
	trivia: 15,
	end: 17,
} as const;
const STRING_CUT_OFF = 2;

/** A field of an object. The range is the value's, without its quotes. */
export interface JsonField extends Range {
	readonly name: string;
	/** The value as it is written, without quotes and with its escapes; '' for an object or array. */
	readonly text: string;
	/** `cut`: a string without its end. `other`: true, false, null, an object, an array, a malformed number. */
	readonly kind: 'string' | 'number' | 'cut' | 'other';
}

export interface JsonContainer {
	readonly kind: 'object' | 'array';
	/** Name of the field that holds it; absent in an array and at the top. */
	readonly key: string | undefined;
	readonly parent: JsonContainer | undefined;
	/** Of an object: the fields that were asked for, in order. */
	readonly fields: readonly JsonField[];
	/** Number of fields that were not asked for. */
	readonly others: number;
}

/** One top-level object or array. */
export interface JsonDocument extends Range {
	/** Every object with a field that was asked for. */
	readonly objects: readonly JsonContainer[];
	/** In it and before it, after the document before. */
	readonly comments: readonly Range[];
}

interface OpenContainer extends JsonContainer {
	readonly fields: JsonField[];
	others: number;
	/** A name that waits for its colon or value. */
	pending: string | undefined;
	hasColon: boolean;
}

/**
 * Reads the documents between two offsets, one at a time; stop when you have enough. `names` are the fields that are
 * asked for. The last document may be cut off.
 */
export function* readJson(
	text: string,
	names: ReadonlySet<string>,
	start = 0,
	end = text.length,
): Generator<JsonDocument> {
	const part = start === 0 && end === text.length ? text : text.slice(start, end);
	const scanner = createScanner(part);
	let open: OpenContainer | undefined;
	let objects: OpenContainer[] = [];
	let comments: Range[] = [];
	let begin = 0;

	const finish = (at: number): JsonDocument => {
		const document = { start: start + begin, end: start + at, objects, comments };
		objects = [];
		comments = [];
		open = undefined;
		return document;
	};
	const addField = (kind: JsonField['kind'], from: number, to: number): void => {
		if (!open) return;
		const name = open.pending;
		const isField = open.kind === 'object' && name !== undefined && open.hasColon;
		open.pending = undefined;
		open.hasColon = false;
		if (!isField) return;
		if (!names.has(name)) {
			open.others++;
			return;
		}
		if (open.fields.length === 0) objects.push(open);
		open.fields.push({ name, kind, text: part.slice(from, to), start: start + from, end: start + to });
	};

	for (let token: number = scanner.scan(); token !== Token.end; token = scanner.scan()) {
		const from = scanner.getTokenOffset();
		const to = from + scanner.getTokenLength();
		switch (token) {
			case Token.openBrace:
			case Token.openBracket: {
				// JSON Lines with a line cut off: an object where a name is due, at the start of a line, is the next one.
				if (open?.kind === 'object' && !open.hasColon && isLineStart(part, from)) yield finish(from);
				if (!open) begin = from;
				const key: string | undefined = open?.kind === 'object' && open.hasColon ? open.pending : undefined;
				addField('other', from, from);
				open = {
					kind: token === Token.openBrace ? 'object' : 'array',
					key,
					parent: open,
					fields: [],
					others: 0,
					pending: undefined,
					hasColon: false,
				};
				break;
			}
			case Token.closeBrace:
			case Token.closeBracket: {
				if (!open) break;
				const kind = token === Token.closeBrace ? 'object' : 'array';
				// The wrong kind of bracket closes what it can; where nothing of its kind is near, it is a slip of the pen.
				const closed: OpenContainer | undefined = open.kind === kind ? open : asOpen(open.parent);
				if (closed?.kind !== kind) break;
				open = asOpen(closed.parent);
				if (!open) yield finish(to);
				break;
			}
			case Token.string: {
				const isWhole = (scanner.getTokenError() as number) !== STRING_CUT_OFF;
				if (open?.kind === 'object' && !open.hasColon) open.pending = part.slice(from + 1, isWhole ? to - 1 : to);
				else addField(isWhole ? 'string' : 'cut', from + 1, isWhole ? to - 1 : to);
				break;
			}
			case Token.number:
				// `4100abc`, `04100`: a part of something longer.
				addField(/[\w.]/.test(part.charAt(to)) ? 'other' : 'number', from, to);
				break;
			case Token.colon:
				if (open?.pending !== undefined) open.hasColon = true;
				break;
			case Token.comma:
				if (open) {
					open.pending = undefined;
					open.hasColon = false;
				}
				break;
			case Token.lineComment:
			case Token.blockComment:
				comments.push({ start: start + from, end: start + to });
				break;
			case Token.trivia:
			case Token.lineBreak:
				break;
			default:
				addField('other', from, to);
		}
	}
	if (open) yield finish(part.length);
}

/** Every container is made by the reader: the type for readers hides only what is still growing. */
function asOpen(container: JsonContainer | undefined): OpenContainer | undefined {
	return container as OpenContainer | undefined;
}

function isLineStart(text: string, offset: number): boolean {
	return offset === 0 || text.charCodeAt(offset - 1) === 10 || text.charCodeAt(offset - 1) === 13;
}
