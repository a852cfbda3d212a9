/** What a syntax tree gives: units, types and comments with their places; a unit that stayed as it was is not read again. */
import type { Tree, TreeCursor } from 'web-tree-sitter';
import type { SubjectReader } from '../dispatch/subject.ts';
import type { Range } from '../model.ts';
import type { Extent, Lowering } from './lower.ts';
import { readUnit, type UnitFacts } from './unit.ts';

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

export interface Piece extends Unit {
	readonly type: number;
	/** The path of the type that it stands in. */
	readonly enclosing: string;
}

/** What a tree gave; places are the document's. */
export interface Collected {
	readonly pieces: Piece[];
	readonly types: PlacedType[];
	/** Comments between units. */
	readonly comments: Range[];
}

export const nothing = (): Collected => ({ pieces: [], types: [], comments: [] });

/** A tree that is being read: its text, where that begins in the document, and what of it is only there to be parsed. */
export interface Reading {
	readonly source: string;
	readonly shift: number;
	readonly wrapped: number;
	readonly into: Collected;
	readonly kept: ReadonlyMap<number, Piece>;
}

/** Reads trees of one language. */
export class Collector {
	readonly #language: { readonly lowering: Lowering; readonly reader: SubjectReader };
	readonly #extent: Extent;

	constructor(language: { readonly lowering: Lowering; readonly reader: SubjectReader }, extent: Extent) {
		this.#language = language;
		this.#extent = extent;
	}

	/** Reads a tree, but for what stands in ranges that are read apart. */
	read(tree: Tree, reading: Reading, apart: readonly Range[]): void {
		const cursor = tree.walk();
		const root = cursor.nodeTypeId;
		if (cursor.gotoFirstChild()) {
			do {
				const { startIndex, endIndex } = cursor;
				if (!apart.some(({ start, end }) => start < endIndex && startIndex < end))
					this.node(cursor, root, [], reading, false);
			} while (cursor.gotoNextSibling());
		}
		cursor.delete();
	}

	/** Reads the node that the cursor is on; `parent`: the type of the one around it. */
	node(cursor: TreeCursor, parent: number, enclosing: readonly string[], reading: Reading, isDefault: boolean): void {
		const { lowering, reader } = this.#language;
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
				do this.node(cursor, type, names, reading, exportsDefault);
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
export function moved({ pieces, types, comments }: Collected, by: number, into: Collected): void {
	const range = ({ start, end }: Range): Range => ({ start: start + by, end: end + by });
	// Written out: it is done for each unit of a file at each keystroke, and spread costs many times as much.
	for (const piece of pieces) {
		const { base, end, facts, type, enclosing } = piece;
		into.pieces.push(by === 0 ? piece : { base: base + by, end: end + by, facts, type, enclosing });
	}
	for (const type of types) into.types.push({ ...type, ...range(type), at: range(type.at) });
	for (const comment of comments) into.comments.push(range(comment));
}

/** What was collected and begins in a range, its ends included. */
export function within({ pieces, types, comments }: Collected, from: number, to: number): Collected {
	return {
		pieces: pieces.filter(({ base }) => base >= from && base <= to),
		types: types.filter(({ start }) => start >= from && start <= to),
		comments: comments.filter(({ start }) => start >= from && start <= to),
	};
}
