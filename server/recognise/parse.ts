/**
 * Source text as units: parsed by tree-sitter, incrementally while a document stays open, and lowered unit by unit, so
 * that a keystroke costs the unit that it is in and not the file.
 */
import type { Edit, Language as Grammar, Node, Tree } from 'web-tree-sitter';
import { type OwnNames, SubjectReader } from '../dispatch/subject.ts';
import type { LanguageData } from '../languages/language.ts';
import type { Range, TextEdit } from '../model.ts';
import {
	type Collected,
	Collector,
	moved,
	nothing,
	type Piece,
	type PlacedType,
	type Reading,
	type Unit,
	within,
} from './collect.ts';
import { difference } from './difference.ts';
import { type Extent, Lowering } from './lower.ts';
import { GrammarParser, isOfUse } from './parser.ts';
import { Piecewise } from './piecewise.ts';
import { readableBy } from './readable.ts';
import { Recovery, readsWhole } from './recover.ts';

/** A language with its grammar, ready to parse. */
export class SourceLanguage {
	readonly data: LanguageData;
	readonly reader: SubjectReader;
	readonly lowering: Lowering;
	readonly recovery: Recovery;
	readonly #parser: GrammarParser;
	/** A text as the grammar can read it. */
	readonly readable: (text: string) => string;

	/** @throws when the language's shapes do not fit its grammar. */
	constructor(data: LanguageData, grammar: Grammar, names: OwnNames) {
		this.data = data;
		this.reader = new SubjectReader(data.lexicon, names);
		this.lowering = new Lowering(data, grammar);
		this.recovery = new Recovery(data);
		this.#parser = new GrammarParser(grammar);
		this.readable = readableBy(data);
	}

	/** Parses a text, maybe on top of the tree of an earlier one that was told of the edit. */
	parse(text: string, before?: Tree): Tree {
		return this.#parser.parse(text, before);
	}
}

export type { PlacedType, Unit };

/** What became of a text: offsets of the new one. */
interface Change extends Range {
	/** The edit itself; the range holds also what it made the grammar read in another way. */
	readonly edit: Edit;
	/** The text before it was read as a whole, without syntax errors. */
	readonly isSound: boolean;
}

/** One document's tree and units, kept up to date. */
export class ParsedSource {
	readonly language: SourceLanguage;
	/** As it was given. */
	#written = '';
	/** As the grammar reads it. */
	#text = '';
	#tree: Tree | undefined;
	#collected = nothing();
	readonly #collector: Collector;
	readonly #piecewise: Piecewise;

	constructor(language: SourceLanguage, extent: Extent = 'whole') {
		this.language = language;
		this.#collector = new Collector(language, extent);
		this.#piecewise = new Piecewise(language, this.#collector);
	}

	get text(): string {
		return this.#written;
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
	update(written: string): void {
		if (this.#tree && written === this.#written) return;
		this.#written = written;
		const text = this.language.readable(written);
		const before = isOfUse(this.#tree) ? this.#tree : undefined;
		const edit = before ? difference(this.#text, text) : undefined;
		const isSound = before !== undefined && readsWhole(before, this.#text);
		if (before && edit) before.edit(edit);
		const tree = this.language.parse(text, before);
		const changed = before ? before.getChangedRanges(tree) : [];
		this.#tree?.delete();
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
		// It left off, and nobody knows why.
		if (this.#tree && !node?.hasError && !readsWhole(this.#tree, this.#text)) return node?.lastChild?.endIndex ?? 0;
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
		if (!isOfUse(this.#tree)) return false;
		const before = this.#tree.copy();
		const text = this.language.readable(this.#written.slice(0, start) + newText + this.#written.slice(end));
		before.edit(difference(this.#text, text));
		const tree = this.language.parse(text, before);
		const isWhole = !tree.rootNode.hasError || this.#tree.rootNode.hasError;
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
		this.#collected = nothing();
		this.#piecewise.dispose();
	}

	#collect(tree: Tree, change: Change | undefined): void {
		const stretches = this.language.recovery.stretches(tree, this.#text);
		const before = this.#collected;
		const into = nothing();
		const kept = change ? keptOf(before.pieces, change) : new Map<number, Piece>();
		const reading: Reading = { source: this.#text, shift: 0, wrapped: 0, into, kept };
		// What goes on with the statement before it is read with that.
		const isCut = !this.language.lowering.hasTails;
		if (change && isCut && stretches.length === 0 && this.#piecewise.isIdle)
			this.#readChange(tree, change, before, reading);
		else this.#collector.read(tree, reading, stretches);
		const sound = change?.isSound ? change.edit : undefined;
		this.#piecewise.read(this.#text, stretches, (part) => sound && untouched(before, part, sound), into);
		if (stretches.length > 0) into.pieces.sort((a, b) => a.base - b.base);
		this.#collected = into;
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
			this.#collector.node(cursor, rootNode.typeId, [], reading, false);
			cursor.delete();
		}
		const by = edit.newEndIndex - edit.oldEndIndex;
		// What begins right at the end of what was read is not yet read; what begins at the end of the change is.
		moved(within(before, (last > end ? last : end + 1) - by, Number.POSITIVE_INFINITY), by, reading.into);
	}
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

/** What stood in a part before an edit elsewhere, from the part's start; undefined where the edit touches it. */
function untouched(before: Collected, { start, end }: Range, edit: Edit): Collected | undefined {
	if (start <= edit.newEndIndex && end >= edit.startIndex) return undefined;
	const by = start >= edit.newEndIndex ? edit.oldEndIndex - edit.newEndIndex : 0;
	const from = start + by;
	const to = end + by;
	const isIn = (one: Range): boolean => one.start >= from && one.end <= to;
	const crosses = (one: Range): boolean => !isIn(one) && one.start < to && one.end > from;
	const ranges = before.pieces.map((piece) => ({ start: piece.base, end: piece.end }));
	if ([...ranges, ...before.containers, ...before.comments].some(crosses)) return undefined;
	const into = nothing();
	const here = {
		pieces: before.pieces.filter((piece) => isIn({ start: piece.base, end: piece.end })),
		types: before.types.filter(isIn),
		comments: before.comments.filter(isIn),
		containers: before.containers.filter(isIn),
	};
	moved(here, -from, into);
	return into;
}
