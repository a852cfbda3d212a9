/**
 * Reads the parts of a damaged text by themselves. What was read once is known by its text: somebody who types in one
 * part leaves the others as they were.
 */
import type { Tree } from 'web-tree-sitter';
import type { Range } from '../model.ts';
import { type Collected, type Collector, moved, nothing } from './collect.ts';
import { difference } from './difference.ts';
import { LONGEST_ANEW } from './parser.ts';
import { type Part, type Recovery, readsWhole } from './recover.ts';

/** A language as it is parsed. */
interface Parsing {
	readonly recovery: Recovery;
	parse(text: string, before?: Tree): Tree;
}

/** A part with what it was read from. */
interface Known {
	/** Places count from the part's start. */
	readonly collected: Collected;
	/** The parts that it was cut into, by their texts. */
	readonly inner: readonly string[];
}

/** Trees that are kept. */
const MOST_TREES = 4;
/** The beginning by which such a part is found again after an edit in it. */
const HEAD = 120;
/** A part that is larger is not searched for the damage: that would take longer than a keystroke may. */
const LARGEST_SEARCHED = 65_536;

export class Piecewise {
	readonly #language: Parsing;
	readonly #collector: Collector;
	/** By their texts, with what they were put between. */
	#known = new Map<string, Known>();
	#before = new Map<string, Known>();
	readonly #trees = new Map<string, { readonly text: string; readonly tree: Tree }>();

	constructor(language: Parsing, collector: Collector) {
		this.#language = language;
		this.#collector = collector;
	}

	/** Whether the last text had no parts. */
	get isIdle(): boolean {
		return this.#known.size === 0;
	}

	/** `given`: what is known of a part that was never read by itself. */
	read(text: string, stretches: readonly Range[], given: (part: Part) => Collected | undefined, into: Collected): void {
		this.#before = this.#known;
		this.#known = new Map();
		for (const stretch of stretches)
			for (const part of this.#language.recovery.parts(text, stretch))
				moved(this.#part(text, part, given), part.start, into);
		this.#before = new Map();
		if (this.isIdle) this.dispose();
	}

	/** Gives back the memory of the trees. */
	dispose(): void {
		for (const { tree } of this.#trees.values()) tree.delete();
		this.#trees.clear();
		this.#known.clear();
	}

	#part(text: string, part: Part, given?: (part: Part) => Collected | undefined): Collected {
		const own = part.before + text.slice(part.start, part.end) + part.behind;
		if (!this.#keep(own)) {
			const collected = given?.(part);
			this.#known.set(own, collected ? { collected, inner: [] } : this.#alone(text, part, own));
		}
		return this.#known.get(own)?.collected ?? nothing();
	}

	/** Takes over what was known of a text, and of the parts in it. Whether it is known. */
	#keep(own: string): boolean {
		if (this.#known.has(own)) return true;
		const known = this.#before.get(own);
		if (!known) return false;
		this.#known.set(own, known);
		for (const inner of known.inner) this.#keep(inner);
		return true;
	}

	#alone(text: string, part: Part, own: string): Known {
		const tree = this.#parse(own);
		const smaller = readsWhole(tree, own) ? [] : this.#smaller(text, part);
		const into = nothing();
		const wrapped = part.before.length;
		if (smaller.length === 0)
			this.#collector.read(tree, { source: own, shift: -wrapped, wrapped, into, kept: new Map() }, []);
		else for (const one of smaller) moved(this.#part(text, one), one.start - part.start, into);
		this.#leave(own, tree);
		const inner = smaller.map(({ before, start, end, behind }) => before + text.slice(start, end) + behind);
		return { collected: into, inner };
	}

	/** On top of the tree that a large part had before somebody typed in it. */
	#parse(own: string): Tree {
		const head = own.slice(0, HEAD);
		const known = this.#trees.get(head);
		if (!known) return this.#language.parse(own);
		this.#trees.delete(head);
		known.tree.edit(difference(known.text, own));
		const tree = this.#language.parse(own, known.tree);
		known.tree.delete();
		return tree;
	}

	/** Keeps the tree of a large part that did not read well, and gives back all others. */
	#leave(own: string, tree: Tree): void {
		// It pays for one that is parsed on top of it: it is read again soon.
		if (own.length <= LONGEST_ANEW || !tree.rootNode.hasError) {
			tree.delete();
			return;
		}
		const head = own.slice(0, HEAD);
		this.#trees.get(head)?.tree.delete();
		this.#trees.set(head, { text: own, tree });
		for (const [oldest, { tree: gone }] of this.#trees) {
			if (this.#trees.size <= MOST_TREES) break;
			this.#trees.delete(oldest);
			gone.delete();
		}
	}

	/** What a part that does not read well is read as: its members, or what of it reads well and the rest. */
	#smaller(text: string, part: Part): readonly Part[] {
		const { recovery } = this.#language;
		const isTop = part.before === '' || part.before === recovery.opening;
		const members = isTop ? recovery.members(text, part) : [];
		// What stands before the first member is the type's head.
		if (members.length > 0)
			return members.map((member, i) => (i === 0 ? { ...member, before: `${recovery.opening} `, behind: '' } : member));
		if (part.end - part.start > LARGEST_SEARCHED) return [];
		return recovery.paragraphs(text, part, ({ start, end, before, behind }) => {
			const own = before + text.slice(start, end) + behind;
			const tree = this.#language.parse(own);
			const isWell = readsWhole(tree, own);
			tree.delete();
			return isWell;
		});
	}
}
