/**
 * A grammar's parser, with what a parser cannot be trusted with: some go in circles at a character that they do not
 * know, until all memory is used up and nothing is parsed any more; and what one makes of an error depends on what it
 * kept of the text before.
 */
import { type Language as Grammar, Parser, type Tree } from 'web-tree-sitter';

/** So often a parser may say that it is still at the same place. It says so every hundred steps; one that moves on, rarely twice. */
const MOST_AT_ONE_PLACE = 200;
/** And once more for so many UTF-16 units: at the end it puts its tree in order, all of it at one place. */
const UNITS_FOR_ONE_MORE = 20;
/** Up to so many UTF-16 units an edited text with errors is parsed anew; that of a longer one takes longer than a keystroke may. */
export const LONGEST_ANEW = 16_384;

/** Whether there is a tree that the next text can be parsed on top of: one that has something in it. */
export const isOfUse = (tree: Tree | undefined): tree is Tree => tree !== undefined && tree.rootNode.childCount > 0;

export class GrammarParser {
	readonly #parser = new Parser();

	constructor(grammar: Grammar) {
		this.#parser.setLanguage(grammar);
	}

	/**
	 * Parses a text, on top of the tree of an earlier one that was told of the edit where that gives what the text alone
	 * would. A tree without anything in it where the parser does not come to an end.
	 */
	parse(text: string, before?: Tree): Tree {
		const tree = this.#parse(text, before);
		if (!before || !tree.rootNode.hasError || text.length > LONGEST_ANEW) return tree;
		tree.delete();
		return this.#parse(text);
	}

	#parse(text: string, before?: Tree): Tree {
		let furthest = -1;
		let stays = 0;
		const most = MOST_AT_ONE_PLACE + text.length / UNITS_FOR_ONE_MORE;
		const progressCallback = ({ currentOffset }: { currentOffset: number }): boolean => {
			stays = currentOffset > furthest ? 0 : stays + 1;
			furthest = Math.max(furthest, currentOffset);
			return stays > most;
		};
		const tree = this.#parser.parse(text, before, { progressCallback });
		if (tree) return tree;
		// Or it would go on with the text that it left.
		this.#parser.reset();
		const empty = this.#parser.parse('');
		if (!empty) throw new Error('A parser gave no tree of nothing.');
		return empty;
	}
}
