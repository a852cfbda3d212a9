/**
 * Source text as units: parsed by tree-sitter, incrementally while a document stays open, and lowered unit by unit, so
 * that a keystroke costs the unit that it is in and not the file.
 */
import { Edit, type Language as Grammar, Parser, type Point, type Tree, type TreeCursor } from 'web-tree-sitter';
import { type OwnNames, SubjectReader } from '../dispatch/subject.ts';
import type { LanguageData } from '../languages/language.ts';
import type { Range, TextEdit } from '../model.ts';
import { type Extent, Lowering } from './lower.ts';
import { readUnit, type UnitFacts } from './unit.ts';

/** A language with its grammar, ready to parse. */
export class SourceLanguage {
	readonly data: LanguageData;
	readonly reader: SubjectReader;
	readonly lowering: Lowering;
	readonly #parser: Parser;

	/** @throws when the language's shapes do not fit its grammar. */
	constructor(data: LanguageData, grammar: Grammar, names: OwnNames) {
		this.data = data;
		this.reader = new SubjectReader(data.lexicon, names);
		this.lowering = new Lowering(data, grammar);
		this.#parser = new Parser();
		this.#parser.setLanguage(grammar);
	}

	/** Parses anew, or on top of the tree of an earlier text that was told of the edit. */
	parse(text: string, before?: Tree): Tree {
		const tree = this.#parser.parse(text, before);
		if (!tree) throw new Error(`The ${this.data.title} grammar gave no tree.`);
		return tree;
	}
}

export interface Unit {
	/** Where it starts in the document, UTF-16. */
	readonly base: number;
	readonly end: number;
	readonly facts: UnitFacts;
}

/** A type with its place in the document. */
export interface PlacedType extends Range {
	/** Of its name. */
	readonly at: Range;
	/** Names of the types around it, outermost first, and its own. */
	readonly path: readonly string[];
	/** It is what its file exports without a name. */
	readonly isDefault: boolean;
}

interface Piece extends Unit {
	readonly type: number;
	/** The path of the type that it stands in. */
	readonly enclosing: string;
}

/** One document's tree and units, kept up to date. */
export class ParsedSource {
	readonly language: SourceLanguage;
	readonly #extent: Extent;
	#text = '';
	#tree: Tree | undefined;
	#pieces: readonly Piece[] = [];
	#types: PlacedType[] = [];
	/** Comments between units. */
	#comments: readonly Range[] = [];

	constructor(language: SourceLanguage, extent: Extent = 'whole') {
		this.language = language;
		this.#extent = extent;
	}

	get text(): string {
		return this.#text;
	}

	get units(): readonly Unit[] {
		return this.#pieces;
	}

	/** The types whose members are units of their own. */
	get types(): readonly PlacedType[] {
		return this.#types;
	}

	/** Every comment, in no particular order. */
	*comments(): Generator<Range> {
		yield* this.#comments;
		for (const { base, facts } of this.#pieces)
			for (const { start, end } of facts.comments) yield { start: base + start, end: base + end };
	}

	/** Takes the next text of the document; units that the change left alone are kept as they are. */
	update(text: string): void {
		const before = this.#tree;
		if (before && text === this.#text) return;
		const edit = before ? difference(this.#text, text) : undefined;
		if (before && edit) before.edit(edit);
		const tree = this.language.parse(text, before);
		const changed = before ? before.getChangedRanges(tree) : [];
		const kept = new Map<number, Piece>();
		if (edit)
			for (const piece of this.#pieces) {
				const shift = piece.base >= edit.oldEndIndex ? edit.newEndIndex - edit.oldEndIndex : 0;
				const isTouched = piece.end >= edit.startIndex && piece.base <= edit.oldEndIndex;
				if (isTouched) continue;
				const base = piece.base + shift;
				const end = piece.end + shift;
				if (changed.some((range) => range.startIndex < end && range.endIndex > base)) continue;
				kept.set(base, shift === 0 ? piece : { ...piece, base, end });
			}
		before?.delete();
		this.#tree = tree;
		this.#text = text;
		this.#collect(tree, kept);
	}

	/** The line from 0 on which the grammar first loses its way; undefined for a text without syntax errors. */
	firstError(): number | undefined {
		let node = this.#tree?.rootNode;
		while (node?.hasError) {
			const next: typeof node | undefined =
				node.children.find((child) => child.hasError || child.isMissing) ?? undefined;
			if (!next || node.isError) return node.startPosition.row;
			node = next;
		}
		return node?.isMissing ? node.startPosition.row : undefined;
	}

	/** Whether an edit would leave no new syntax error, and a comment at an offset of the text that it makes. */
	makesComment({ start, end, newText }: TextEdit, offset: number): boolean {
		const before = this.#tree?.copy();
		if (!before) return false;
		const text = this.#text.slice(0, start) + newText + this.#text.slice(end);
		before.edit(difference(this.#text, text));
		const tree = this.language.parse(text, before);
		const isWhole = !tree.rootNode.hasError || this.#tree?.rootNode.hasError === true;
		const node = tree.rootNode.descendantForIndex(offset);
		const isComment = node !== null && this.language.lowering.isComment(node.typeId);
		tree.delete();
		before.delete();
		return isWhole && isComment;
	}

	/** Gives back the memory of the tree. */
	dispose(): void {
		this.#tree?.delete();
		this.#tree = undefined;
		this.#pieces = [];
	}

	#collect(tree: Tree, kept: ReadonlyMap<number, Piece>): void {
		const pieces: Piece[] = [];
		const comments: Range[] = [];
		this.#types = [];
		const cursor = tree.walk();
		const root = cursor.nodeTypeId;
		if (cursor.gotoFirstChild()) {
			do this.#node(cursor, root, [], kept, pieces, comments, false);
			while (cursor.gotoNextSibling());
		}
		cursor.delete();
		this.#pieces = pieces;
		this.#comments = comments;
	}

	#node(
		cursor: TreeCursor,
		parent: number,
		enclosing: readonly string[],
		kept: ReadonlyMap<number, Piece>,
		pieces: Piece[],
		comments: Range[],
		isDefault: boolean,
	): void {
		const { lowering, reader } = this.language;
		const type = cursor.nodeTypeId;
		const base = cursor.startIndex;
		const end = cursor.endIndex;
		if (lowering.isComment(type)) {
			comments.push({ start: base, end });
			return;
		}
		if (base === end) return;
		if (lowering.isContainer(cursor, parent)) {
			const exportsDefault = lowering.isDefault(cursor, this.#text);
			const at = lowering.nameOf(cursor);
			const names = at ? [...enclosing, this.#text.slice(at.start, at.end)] : enclosing;
			if (at) this.#types.push({ at, path: names, start: base, end, isDefault });
			if (cursor.gotoFirstChild()) {
				do this.#node(cursor, type, names, kept, pieces, comments, exportsDefault);
				while (cursor.gotoNextSibling());
				cursor.gotoParent();
			}
			return;
		}
		if (!lowering.isNamed(type)) return;
		const around = enclosing.join('.');
		const old = kept.get(base);
		if (old && old.end === end && old.type === type && old.enclosing === around) {
			pieces.push(old);
			return;
		}
		const lowered = lowering.lower(cursor, this.#text, base, this.#extent);
		pieces.push({ base, end, type, enclosing: around, facts: readUnit(lowered, enclosing, reader) });
	}
}

/** How much of two texts is compared at a time: far quicker than unit by unit, and a copy costs nothing. */
const STRIDE = 4096;

/** The one stretch in which two texts differ, as tree-sitter wants to hear of it. */
function difference(before: string, after: string): Edit {
	const most = Math.min(before.length, after.length);
	let start = 0;
	while (start + STRIDE <= most && before.slice(start, start + STRIDE) === after.slice(start, start + STRIDE))
		start += STRIDE;
	while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
	let same = 0;
	const tail = (text: string) => text.slice(text.length - same - STRIDE, text.length - same);
	while (same + STRIDE <= most - start && tail(before) === tail(after)) same += STRIDE;
	while (
		same < most - start &&
		before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
	)
		same++;
	const oldEnd = before.length - same;
	const newEnd = after.length - same;
	const startPosition = pointAfter({ row: 0, column: 0 }, before, 0, start);
	return new Edit({
		startIndex: start,
		oldEndIndex: oldEnd,
		newEndIndex: newEnd,
		startPosition,
		oldEndPosition: pointAfter(startPosition, before, start, oldEnd),
		newEndPosition: pointAfter(startPosition, after, start, newEnd),
	});
}

/** The point of an offset behind another one whose point is known. */
function pointAfter(known: Point, text: string, from: number, offset: number): Point {
	let { row } = known;
	let lineStart = from - known.column;
	for (let at = text.indexOf('\n', from); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
		row++;
		lineStart = at + 1;
	}
	return { row, column: offset - lineStart };
}
