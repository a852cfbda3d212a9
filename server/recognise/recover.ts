/**
 * Damaged source: an open bracket or quote takes everything behind it along, so that nothing there is read any more.
 * Where a syntax error reaches beyond the statement that it is in, the text is cut where statements begin at the margin
 * (and, in a type, where members begin), and each part is read by itself: what is not damaged reads as if nothing were.
 */
import type { Node, Tree } from 'web-tree-sitter';
import type { LanguageData } from '../languages/language.ts';
import type { Range } from '../model.ts';

/** A part of a text that is read by itself. */
export interface Part extends Range {
	/** Stands before and behind it, so that it can be parsed: a member without its type is no statement. */
	readonly before: string;
	readonly behind: string;
}

/** What a language says of where its statements begin, compiled once. */
export class Recovery {
	readonly #statements: RegExp | undefined;
	readonly #ends: RegExp | undefined;
	readonly #members: RegExp | undefined;
	readonly #memberEnd: string | undefined;
	/** Node types that hold members. */
	readonly #containers: ReadonlySet<string>;
	/** What a part that is none of a type has before it. */
	readonly opening: string;
	readonly #around: { readonly before: string; readonly behind: string };

	/** @throws {SyntaxError} where a pattern of the language is none. */
	constructor({ recovery, containers }: Pick<LanguageData, 'recovery' | 'containers'>) {
		const compiled = (pattern: string | undefined) => (pattern ? new RegExp(`^(?:${pattern})`, 'gm') : undefined);
		this.#statements = compiled(recovery?.statements);
		this.#ends = compiled(recovery?.ends);
		this.#members = compiled(recovery?.members?.begin);
		this.#memberEnd = recovery?.members?.end;
		this.#containers = new Set(containers.map((path) => path.replace(/^.*\/|:.*$/g, '')));
		this.opening = recovery?.opening ?? '';
		this.#around = { before: recovery?.members?.before ?? '', behind: recovery?.members?.behind ?? '' };
	}

	/** The stretch of a text that is to be read part by part; none where the tree is good enough. */
	stretches(tree: Tree, text: string): Range[] {
		const { rootNode } = tree;
		if (!this.#statements || readsWhole(tree, text)) return [];
		// The grammar gave up on the whole.
		if (rootNode.isError) return [{ start: 0, end: text.length }];
		const starts = [...new Set([0, ...this.#cuts(text)])];
		let next = 0;
		const nodes = rootNode.children;
		let wasBad = false;
		for (const [i, node] of nodes.entries()) {
			const { start, end } = spanOf(node);
			while ((starts[next + 1] ?? Number.POSITIVE_INFINITY) <= start) next++;
			const first = starts[next] ?? 0;
			const goesOn = end > (starts[next + 1] ?? text.length);
			// Between errors, what reaches over the beginning of a statement is a string that should have ended before.
			const isBad: boolean = node.hasError || (goesOn && (wasBad || nodes[i + 1]?.hasError === true));
			wasBad = isBad;
			// An error that stays in the statement that it is in takes nothing else along.
			if (!isBad || !(goesOn || node.isError || this.#losesMembers(node, text))) continue;
			// What is behind may have been read as it stands, or within the error's quotes: nobody can tell.
			return [{ start: first, end: text.length }];
		}
		const left = leftAt(rootNode, text);
		return left === undefined ? [] : [{ start: starts.filter((start) => start <= left).at(-1) ?? 0, end: text.length }];
	}

	/**
	 * Whether a member of a type with an error in it begins where the tree has no node that begins and holds its head, or
	 * has it within something damaged that is no member around it.
	 */
	#losesMembers(node: Node, text: string): boolean {
		if (!this.#members) return false;
		const { start, end } = spanOf(node);
		const heads = [...text.slice(start, end).matchAll(this.#members)].map(({ 0: head, index }) => {
			const indent = /^[ \t]*/.exec(head)?.[0].length ?? 0;
			return { indent, at: start + index + indent, end: start + index + head.trimEnd().length };
		});
		if (heads.length === 0) return false;
		const damaged = this.#damagedIn(node).map((range) => ({
			...range,
			indent: heads.find(({ at }) => at === range.start)?.indent ?? Number.POSITIVE_INFINITY,
		}));
		return heads.some((head) => {
			const holds = (range: Range): boolean => range.start < head.at && range.end >= head.end;
			if (damaged.some((range) => holds(range) && range.indent >= head.indent)) return true;
			let found = node.descendantForIndex(head.at);
			while (found?.parent && found.parent.startIndex === head.at) found = found.parent;
			if (found === null || found.startIndex !== head.at || found.isError) return true;
			return found.endIndex - head.at < 8 || found.endIndex < head.end;
		});
	}

	/** What a grammar skipped of a node, and what has an error in it where members stand; outermost. */
	#damagedIn(node: Node): Range[] {
		const found: Range[] = [];
		const open = [{ next: node, isMember: false }];
		for (let top = open.pop(); top; top = open.pop()) {
			const { next, isMember } = top;
			const isContainer = this.#containers.has(next.type);
			if (next.isError || (next.hasError && isMember && !isContainer)) found.push(spanOf(next));
			else if (next.hasError) open.push(...next.children.map((child) => ({ next: child, isMember: isContainer })));
		}
		return found;
	}

	/** The parts of a stretch, in order. */
	parts(text: string, { start, end }: Range): Part[] {
		return split(start, end, this.#cuts(text.slice(start, end))).map((range) => {
			const opens = this.opening !== '' && text.startsWith(this.opening.slice(0, 2), range.start);
			return { ...range, before: opens ? '' : this.opening, behind: '' };
		});
	}

	/** Where statements begin, or the line behind their end, in order. */
	#cuts(text: string): number[] {
		const begin = this.#statements ? offsetsOf(this.#statements, text) : [];
		const behind = this.#ends ? offsetsOf(this.#ends, text).map((at) => text.indexOf('\n', at) + 1) : [];
		return [...begin, ...behind.filter((at) => at > 0)].sort((a, b) => a - b);
	}

	/** The members that begin in a part which does not read well; none where there are none. */
	members(text: string, { start, end }: Range): Part[] {
		if (!this.#members) return [];
		const part = text.slice(start, end);
		const cut = offsetsOf(this.#members, part).flatMap((at) => {
			const indent = /^[ \t]*/.exec(part.slice(at, at + 200))?.[0] ?? '';
			const last = this.#memberEnd === undefined ? -1 : part.indexOf(`\n${indent}${this.#memberEnd}\n`, at);
			const behind = last === -1 ? [] : [part.indexOf('\n', last + 1) + 1];
			return [at, ...behind].filter((one) => one > 0);
		});
		return cut.length === 0 ? [] : split(start, end, cut).map((range) => ({ ...range, ...this.#around }));
	}

	/**
	 * A part cut at the last of its blank lines up to which it reads well; nothing where there is none, or where a line
	 * that says so ends what is whole. It reads worse the more of the damage it has: that makes the search short.
	 */
	paragraphs(text: string, part: Part, readsWell: (part: Part) => boolean): Part[] {
		if (this.#ends) return [];
		const blank = offsetsOf(/^[ \t]*\n(?=[^\n])/gm, text.slice(part.start, part.end)).filter((at) => at > 0);
		const upTo = (index: number): Part => ({ ...part, end: part.start + (blank[index] ?? 0) });
		let well = -1;
		let ill = blank.length;
		while (ill - well > 1) {
			const middle = (well + ill) >> 1;
			if (readsWell(upTo(middle))) well = middle;
			else ill = middle;
		}
		const first = upTo(well);
		return well === -1 ? [] : [first, { ...part, start: first.end }];
	}
}

/** Whether a tree has all of a text in it, without errors. */
export const readsWhole = ({ rootNode }: Tree, text: string): boolean =>
	!rootNode.hasError && leftAt(rootNode, text) === undefined;

/**
 * Where the statement begins behind which a grammar left off and said nothing: some do at a character that they do not
 * know. Undefined where everything is read.
 */
function leftAt({ lastChild }: Node, text: string): number | undefined {
	const isAll = text.slice(lastChild?.endIndex ?? 0).trim() === '';
	return isAll ? undefined : (lastChild?.startIndex ?? 0);
}

const spanOf = ({ startIndex, endIndex }: Node): Range => ({ start: startIndex, end: endIndex });

function offsetsOf(pattern: RegExp, text: string): number[] {
	const found: number[] = [];
	pattern.lastIndex = 0;
	for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
		found.push(match.index);
		// Never the same place twice.
		if (match[0] === '') pattern.lastIndex++;
	}
	return found;
}

function split(start: number, end: number, cut: readonly number[]): Range[] {
	const starts = [...new Set([0, ...cut])].sort((a, b) => a - b).map((at) => start + at);
	return starts.map((at, i) => ({ start: at, end: starts[i + 1] ?? end }));
}
