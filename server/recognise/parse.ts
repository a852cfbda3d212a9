/**
 * Source text as units: parsed by tree-sitter, incrementally while a document stays open, and lowered unit by unit, so
 * that a keystroke costs the unit that it is in and not the file.
 */
import { type Edit, type Language as Grammar, type Node, Parser, type Tree, type TreeCursor } from 'web-tree-sitter';
import { type OwnNames, SubjectReader } from '../dispatch/subject.ts';
import type { LanguageData } from '../languages/language.ts';
import type { Range, TextEdit } from '../model.ts';
import { difference } from './difference.ts';
import { type Extent, Lowering } from './lower.ts';
import { type Part, Recovery } from './recover.ts';
import { readUnit, type UnitFacts } from './unit.ts';

/** A language with its grammar, ready to parse. */
export class SourceLanguage {
	readonly data: LanguageData;
	readonly reader: SubjectReader;
	readonly lowering: Lowering;
	readonly recovery: Recovery;
	readonly #parser: Parser;

	/** @throws when the language's shapes do not fit its grammar. */
	constructor(data: LanguageData, grammar: Grammar, names: OwnNames) {
		this.data = data;
		this.reader = new SubjectReader(data.lexicon, names);
		this.lowering = new Lowering(data, grammar);
		this.recovery = new Recovery(data);
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

/** What a tree gave; places are the document's. */
interface Collected {
	readonly pieces: Piece[];
	readonly types: PlacedType[];
	/** Comments between units. */
	readonly comments: Range[];
}

/** A tree that is being read: its text, where that begins in the document, and what of it is only there to be parsed. */
interface Reading {
	readonly source: string;
	readonly shift: number;
	readonly wrapped: number;
	readonly into: Collected;
	readonly kept: ReadonlyMap<number, Piece>;
}

/** What became of a text: offsets of the new one. */
interface Change extends Range {
	/** The edit itself; the range holds also what it made the grammar read in another way. */
	readonly edit: Edit;
	/** The text before it had no syntax errors. */
	readonly isSound: boolean;
}

/** One document's tree and units, kept up to date. */
export class ParsedSource {
	readonly language: SourceLanguage;
	readonly #extent: Extent;
	#text = '';
	#tree: Tree | undefined;
	#collected: Collected = { pieces: [], types: [], comments: [] };
	/** Parts of a damaged text that were read by themselves, by their text; their places count from the part's start. */
	#parts = new Map<string, Collected>();

	constructor(language: SourceLanguage, extent: Extent = 'whole') {
		this.language = language;
		this.#extent = extent;
	}

	get text(): string {
		return this.#text;
	}

	get units(): readonly Unit[] {
		return this.#collected.pieces;
	}

	/** The types whose members are units of their own. */
	get types(): readonly PlacedType[] {
		return this.#collected.types;
	}

	/** Every comment, in no particular order. */
	*comments(): Generator<Range> {
		yield* this.#collected.comments;
		for (const { base, facts } of this.#collected.pieces)
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
		const isSound = before !== undefined && !before.rootNode.hasError;
		before?.delete();
		this.#tree = tree;
		this.#text = text;
		this.#collect(
			tree,
			edit && {
				edit,
				isSound,
				start: Math.min(edit.startIndex, ...changed.map(({ startIndex }) => startIndex)),
				end: Math.max(edit.newEndIndex, ...changed.map(({ endIndex }) => endIndex)),
			},
		);
	}

	/** The offset at which the grammar first loses its way; undefined for a text without syntax errors. */
	firstError(): number | undefined {
		let node = this.#tree?.rootNode;
		while (node?.hasError) {
			const next: typeof node | undefined =
				node.children.find((child) => child.hasError || child.isMissing) ?? undefined;
			if (!next || node.isError) return node.startIndex;
			node = next;
		}
		return node?.isMissing ? node.startIndex : undefined;
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
		this.#collected = { pieces: [], types: [], comments: [] };
		this.#parts.clear();
	}

	#collect(tree: Tree, change: Change | undefined): void {
		const stretches = this.language.recovery.stretches(tree, this.#text);
		const before = this.#collected;
		const into: Collected = { pieces: [], types: [], comments: [] };
		const kept = change ? keptOf(before.pieces, change) : new Map<number, Piece>();
		const reading: Reading = { source: this.#text, shift: 0, wrapped: 0, into, kept };
		if (change && stretches.length === 0 && this.#parts.size === 0) this.#readChange(tree, change, before, reading);
		else this.#read(tree, reading, stretches);
		const sound = change?.isSound ? change.edit : undefined;
		const parts = new Map<string, Collected>();
		for (const stretch of stretches)
			for (const part of this.language.recovery.parts(this.#text, stretch)) {
				const text = this.#text.slice(part.start, part.end);
				const known =
					parts.get(text) ?? this.#parts.get(text) ?? (sound && untouched(before, part, sound)) ?? this.#alone(part);
				parts.set(text, known);
				moved(known, part.start, into);
			}
		this.#parts = parts;
		if (stretches.length > 0) into.pieces.sort((a, b) => a.base - b.base);
		this.#collected = into;
	}

	/** Reads a part by itself, and where that fails its members; places count from the part's start. */
	#alone(part: Part): Collected {
		const { start, before, behind } = part;
		const text = this.#text.slice(start, part.end);
		const tree = this.language.parse(before + text + behind);
		const smaller = tree.rootNode.hasError ? this.#smaller(part) : [];
		const into: Collected = { pieces: [], types: [], comments: [] };
		if (smaller.length === 0) {
			const wrapped = before.length;
			this.#read(tree, { source: before + text + behind, shift: -wrapped, wrapped, into, kept: new Map() }, []);
		} else for (const one of smaller) moved(this.#alone(one), one.start - start, into);
		tree.delete();
		return into;
	}

	/** What a part that does not read well is read as: its members, or what of it reads well and the rest. */
	#smaller(part: Part): readonly Part[] {
		const { recovery } = this.language;
		const members = part.before === '' ? recovery.members(this.#text, part) : [];
		// What stands before the first member is the type's head.
		if (members.length > 0)
			return members.map((member, i) => (i === 0 ? { ...member, before: ' ', behind: '' } : member));
		return recovery.paragraphs(this.#text, part, ({ start, end, before, behind }) => {
			const tree = this.language.parse(before + this.#text.slice(start, end) + behind);
			const isWell = !tree.rootNode.hasError;
			tree.delete();
			return isWell;
		});
	}

	/** Reads the statements that a change touches; what stands before and behind them is as it was. */
	#readChange(tree: Tree, { start, end, edit }: Change, before: Collected, reading: Reading): void {
		const { rootNode } = tree;
		// A comment that ends where something was added may go on there.
		let next: Node | null = rootNode.firstChildForIndex(Math.max(0, start - 1));
		const first = Math.min(start, next?.startIndex ?? start);
		let last = end;
		moved(within(before, 0, first - 1), 0, reading.into);
		for (; next && next.startIndex <= end; next = next.nextSibling) {
			last = Math.max(last, next.endIndex);
			const cursor = next.walk();
			this.#node(cursor, rootNode.typeId, [], reading, false);
			cursor.delete();
		}
		const by = edit.newEndIndex - edit.oldEndIndex;
		// What begins right at the end of what was read is not yet read; what begins at the end of the change is.
		moved(within(before, (last > end ? last : end + 1) - by, Number.POSITIVE_INFINITY), by, reading.into);
	}

	#read(tree: Tree, reading: Reading, apart: readonly Range[]): void {
		const cursor = tree.walk();
		const root = cursor.nodeTypeId;
		if (cursor.gotoFirstChild()) {
			do {
				const { startIndex, endIndex } = cursor;
				if (!apart.some(({ start, end }) => start < endIndex && startIndex < end))
					this.#node(cursor, root, [], reading, false);
			} while (cursor.gotoNextSibling());
		}
		cursor.delete();
	}

	#node(cursor: TreeCursor, parent: number, enclosing: readonly string[], reading: Reading, isDefault: boolean): void {
		const { lowering, reader } = this.language;
		const { source, shift, wrapped, into, kept } = reading;
		const type = cursor.nodeTypeId;
		const { startIndex, endIndex } = cursor;
		const base = startIndex + shift;
		const end = endIndex + shift;
		if (lowering.isComment(type)) {
			into.comments.push({ start: base, end });
			return;
		}
		if (base === end) return;
		if (lowering.isContainer(cursor, parent)) {
			const exportsDefault = lowering.isDefault(cursor, source);
			const at = lowering.nameOf(cursor);
			// The type that was only put around a member is none.
			const isReal = at !== undefined && at.start >= wrapped;
			// `namespace a::b` is two of them.
			const names = isReal ? [...enclosing, ...source.slice(at.start, at.end).split(/\s*::\s*/)] : enclosing;
			if (isReal)
				into.types.push({
					at: { start: at.start + shift, end: at.end + shift },
					path: names,
					start: base,
					end,
					isDefault,
				});
			if (cursor.gotoFirstChild()) {
				do this.#node(cursor, type, names, reading, exportsDefault);
				while (cursor.gotoNextSibling());
				cursor.gotoParent();
			}
			return;
		}
		if (!lowering.isNamed(type) || startIndex < wrapped) return;
		const around = enclosing.join('.');
		const old = kept.get(base);
		if (old && old.end === end && old.type === type && old.enclosing === around) {
			into.pieces.push(old);
			return;
		}
		const lowered = lowering.lower(cursor, source, startIndex, this.#extent);
		into.pieces.push({ base, end, type, enclosing: around, facts: readUnit(lowered, enclosing, reader) });
	}
}

/** What was collected, with every place `by` further on, added to something else. */
function moved({ pieces, types, comments }: Collected, by: number, into: Collected): void {
	const range = ({ start, end }: Range): Range => ({ start: start + by, end: end + by });
	// Written out: it is done for each unit of a file at each keystroke, and spread costs many times as much.
	for (const piece of pieces) {
		const { base, end, facts, type, enclosing } = piece;
		into.pieces.push(by === 0 ? piece : { base: base + by, end: end + by, facts, type, enclosing });
	}
	for (const type of types) into.types.push({ ...type, ...range(type), at: range(type.at) });
	for (const comment of comments) into.comments.push(range(comment));
}

/** The pieces that a change leaves alone, by where they begin now. */
function keptOf(pieces: readonly Piece[], { start, end, edit }: Change): Map<number, Piece> {
	const kept = new Map<number, Piece>();
	for (const piece of pieces) {
		const isBehind = piece.base > edit.oldEndIndex;
		const shift = isBehind ? edit.newEndIndex - edit.oldEndIndex : 0;
		const base = piece.base + shift;
		if (isBehind ? base > end : piece.end < start)
			kept.set(base, shift === 0 ? piece : { ...piece, base, end: piece.end + shift });
	}
	return kept;
}

/** What was collected and begins in a range, its ends included. */
function within({ pieces, types, comments }: Collected, from: number, to: number): Collected {
	return {
		pieces: pieces.filter(({ base }) => base >= from && base <= to),
		types: types.filter(({ start }) => start >= from && start <= to),
		comments: comments.filter(({ start }) => start >= from && start <= to),
	};
}

/** What stood in a part before an edit elsewhere, from the part's start; undefined where the edit touches it. */
function untouched(before: Collected, { start, end }: Range, edit: Edit): Collected | undefined {
	if (start <= edit.newEndIndex && end >= edit.startIndex) return undefined;
	const by = start >= edit.newEndIndex ? edit.oldEndIndex - edit.newEndIndex : 0;
	const from = start + by;
	const to = end + by;
	const isIn = (one: Range): boolean => one.start >= from && one.end <= to;
	const crosses = (one: Range): boolean => !isIn(one) && one.start < to && one.end > from;
	const ranges = before.pieces.map((piece) => ({ start: piece.base, end: piece.end }));
	if (ranges.some(crosses) || before.types.some(crosses)) return undefined;
	const into: Collected = { pieces: [], types: [], comments: [] };
	const here = {
		pieces: before.pieces.filter((piece) => isIn({ start: piece.base, end: piece.end })),
		types: before.types.filter(isIn),
		comments: before.comments.filter(isIn),
	};
	moved(here, -from, into);
	return into;
}
