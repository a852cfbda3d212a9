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
	/** Whatever has units in it: types, and what has no name. */
	readonly containers: Range[];
}

export const nothing = (): Collected => ({ pieces: [], types: [], comments: [], containers: [] });

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
			let isMore = true;
			while (isMore) {
				const { startIndex, endIndex } = cursor;
				isMore = apart.some(({ start, end }) => start < endIndex && startIndex < end)
					? cursor.gotoNextSibling()
					: this.node(cursor, root, [], reading, false);
			}
		}
		cursor.delete();
	}

	/**
	 * Reads the node that the cursor is on, with those behind it that go on with it; `parent`: the type of the one around
	 * it. The cursor goes on to the next one; whether there is one.
	 */
	node(
		cursor: TreeCursor,
		parent: number,
		enclosing: readonly string[],
		reading: Reading,
		isDefault: boolean,
	): boolean {
		const { lowering, reader } = this.#language;
		const { source, shift, wrapped, into, kept } = reading;
		const type = cursor.nodeTypeId;
		const { startIndex, endIndex } = cursor;
		const base = startIndex + shift;
		if (lowering.isComment(type)) {
			into.comments.push({ start: base, end: endIndex + shift });
			return cursor.gotoNextSibling();
		}
		if (startIndex === endIndex) return cursor.gotoNextSibling();
		if (lowering.isContainer(cursor, parent)) {
			if (startIndex >= wrapped) into.containers.push({ start: base, end: endIndex + shift });
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
					end: endIndex + shift,
					isDefault,
				});
			if (cursor.gotoFirstChild()) {
				let isMore = true;
				while (isMore) isMore = this.node(cursor, type, names, reading, exportsDefault);
				cursor.gotoParent();
			}
			return cursor.gotoNextSibling();
		}
		if (!lowering.isNamed(type) || startIndex < wrapped) return cursor.gotoNextSibling();
		const around = enclosing.join('.');
		const found = kept.get(base);
		const old = found?.type === type && found.enclosing === around ? found : undefined;
		const first = () => lowering.lower(cursor, source, startIndex, this.#extent);
		let lowered = old ? undefined : first();
		let end = endIndex;
		let behind = 0;
		let isMore = cursor.gotoNextSibling();
		const goOn = () => {
			end = cursor.endIndex;
			behind++;
			if (lowered) lowered = lowering.lower(cursor, source, startIndex, this.#extent, lowered);
			isMore = cursor.gotoNextSibling();
		};
		while (isMore && lowering.isTail(cursor.nodeTypeId)) goOn();
		if (old && old.end === end + shift) {
			into.pieces.push(old);
			return isMore;
		}
		if (!lowered) {
			for (let back = behind + (isMore ? 1 : 0); back > 0; back--) cursor.gotoPreviousSibling();
			lowered = first();
			isMore = cursor.gotoNextSibling();
			for (let again = behind; again > 0; again--) goOn();
		}
		into.pieces.push({ base, end: end + shift, type, enclosing: around, facts: readUnit(lowered, enclosing, reader) });
		return isMore;
	}
}

/** What was collected, with every place `by` further on, added to something else. */
export function moved({ pieces, types, comments, containers }: Collected, by: number, into: Collected): void {
	const range = ({ start, end }: Range): Range => ({ start: start + by, end: end + by });
	// Written out: it is done for each unit of a file at each keystroke, and spread costs many times as much.
	for (const piece of pieces) {
		const { base, end, facts, type, enclosing } = piece;
		into.pieces.push(by === 0 ? piece : { base: base + by, end: end + by, facts, type, enclosing });
	}
	for (const type of types) into.types.push({ ...type, ...range(type), at: range(type.at) });
	for (const comment of comments) into.comments.push(range(comment));
	for (const container of containers) into.containers.push(range(container));
}

/** What was collected and begins in a range, its ends included. */
export function within({ pieces, types, comments, containers }: Collected, from: number, to: number): Collected {
	return {
		pieces: pieces.filter(({ base }) => base >= from && base <= to),
		types: types.filter(({ start }) => start >= from && start <= to),
		comments: comments.filter(({ start }) => start >= from && start <= to),
		containers: containers.filter(({ start }) => start >= from && start <= to),
	};
}
