/**
 * Where a function parses a reply, and where the reply then goes: the name that it is given, the field that is read of it
 * at once, the function that is told it when it is there.
 */
import { keyText, patternsOf } from '../dispatch/bindings.ts';
import type { SubjectReader } from '../dispatch/subject.ts';
import { pathText } from './pathText.ts';
import type { Call, Func, Syntax } from './syntax.ts';
import { childrenOf } from './walk.ts';

/** An expression that is a parsed reply. */
export interface Parse {
	/** What a finding without a name stands on. */
	readonly at: Syntax;
	/** The name or pattern that it is given to, or that it fills. */
	readonly holder?: Syntax;
	/** Only this field of the holder is the reply: `response.data`. */
	readonly under?: string;
	readonly assign?: Syntax & { readonly kind: 'assign' };
	/** The one field that is read from it at once, and by what. */
	readonly field?: string;
	readonly read?: Syntax;
	/** The function that is told it, where the holder is its parameter. */
	readonly told?: Func;
}

/** The words that parse, with the last name of each: most calls are told by it. */
export interface Words {
	readonly reader: SubjectReader;
	readonly last: ReadonlySet<string>;
}

export function wordsFor(reader: SubjectReader): Words {
	const { parses, parsesOwn, parsesInto, parsesUnder } = reader.lexicon;
	const paths = [...parses, ...parsesOwn, ...parsesInto, ...Object.keys(parsesUnder)];
	return { reader, last: new Set(paths.map((path) => path.split('.').at(-1) ?? '')) };
}

/** Every reply that is parsed in a node. `around`: what it stands in, outermost first; left as it was. */
export function readParses(node: Syntax, around: Syntax[], words: Words, found: Parse[]): void {
	if (node.kind === 'call') readParse(node, around, words, found);
	around.push(node);
	for (const child of childrenOf(node)) readParses(child, around, words, found);
	around.pop();
}

function readParse(call: Call, around: readonly Syntax[], words: Words, found: Parse[]): void {
	const { reader } = words;
	const { callee, args } = call;
	const { parses, parsesOwn, parsesInto, parsesUnder } = reader.lexicon;
	const property = callee.kind === 'member' ? callee.property : '';
	if (!words.last.has(callee.kind === 'name' ? callee.text : property)) return;
	const path = pathText(callee);
	if (parses.includes(path) || (args.length === 0 && parsesOwn.includes(property)))
		found.push({ at: named(call), ...goalOf(call, around, reader) });
	else if (Object.hasOwn(parsesUnder, path))
		found.push({ at: named(call), ...goalUnder(call, parsesUnder[path] ?? '', around, reader) });
	else if (parsesInto.includes(path) || parsesInto.includes(`.${property}`)) {
		const holder = args.at(-1);
		found.push({ at: named(call), ...(holder && { holder }) });
	}
}

/** Where a value goes. */
function goalOf(value: Syntax, around: readonly Syntax[], reader: SubjectReader): Omit<Parse, 'at'> {
	let node = value;
	for (let i = around.length - 1; i >= 0; i--) {
		const parent = around[i];
		const above = around[i - 1];
		if (!parent) return {};
		if (parent.kind === 'assign') {
			const [holder] = parent.targets;
			return parent.plain && parent.values.length === 1 && holder ? { holder, assign: parent } : {};
		}
		// `.then((response) => response.json())` is what the function gives.
		const func = givenBy(node, around, i);
		if (func) {
			const call = around[func.at - 1];
			if (call?.kind !== 'call' || call.args[0] !== around[func.at] || !isTelling(call.callee, reader)) return {};
			node = call;
			i = func.at - 1;
			continue;
		}
		if (parent.kind === 'member' && above?.kind === 'call' && above.callee === parent && isTelling(parent, reader)) {
			const [told] = above.args;
			const [holder, second] = told?.kind === 'function' ? told.parameters.flatMap(patternsOf) : [];
			return told?.kind === 'function' && holder && !second ? { holder, told } : {};
		}
		const asked = parent.kind === 'member' && above?.kind === 'call' && above.callee === parent ? above : parent;
		const field = fieldOf(asked, node, reader) ?? fieldOf(parent, node, reader);
		return field === undefined ? {} : { field, read: fieldOf(asked, node, reader) === undefined ? parent : asked };
	}
	return {};
}

/** Where the reply goes that a field of a value is: `const { data } = await axios.get(…)`. */
function goalUnder(call: Call, field: string, around: readonly Syntax[], reader: SubjectReader): Omit<Parse, 'at'> {
	const parent = around.at(-1);
	if (parent?.kind === 'member' && parent.property === field) return goalOf(parent, around.slice(0, -1), reader);
	const goal = goalOf(call, around, reader);
	const { holder } = goal;
	if (holder?.kind === 'name') {
		const { assign: _, ...rest } = goal;
		return { ...rest, under: field };
	}
	if (holder?.kind !== 'table') return {};
	const item = holder.items.find((one) => one.kind === 'pair' && keyText(one.key) === field);
	const isAll = holder.items.every((one) => one.kind === 'pair');
	return item?.kind === 'pair' && isAll ? { ...goal, holder: item.value } : {};
}

/** The function that gives a node back as all that it does at its end, by its place among what is around. */
function givenBy(node: Syntax, around: readonly Syntax[], from: number): { readonly at: number } | undefined {
	let i = from;
	const given = around[i];
	if (given?.kind === 'function') return given.body === node ? { at: i } : undefined;
	if (given?.kind !== 'return' || given.values.length !== 1) return undefined;
	const block = around[--i];
	if (block?.kind !== 'block' || block.statements.at(-1) !== given) return undefined;
	return around[--i]?.kind === 'function' ? { at: i } : undefined;
}

const isTelling = (callee: Syntax, { lexicon }: SubjectReader): boolean =>
	callee.kind === 'member' && lexicon.tells.includes(callee.property);

/** What a call names: the method, or the function with what it belongs to. */
function named({ callee, args }: Call): Syntax {
	if (callee.kind !== 'member' || args.length > 0) return callee;
	const { end, property } = callee;
	return { kind: 'name', start: end - property.length, end, text: property };
}

/** The field that a node reads from an object. */
export function fieldOf(node: Syntax, object: Syntax, reader: SubjectReader): string | undefined {
	if (node.kind === 'member' && node.object === object) return node.property;
	if (node.kind === 'index' && node.object === object && node.index.kind === 'text') return node.index.value;
	if (node.kind !== 'call' || node.callee.kind !== 'member' || node.callee.object !== object) return undefined;
	const [first] = node.args;
	return first?.kind === 'text' && reader.lexicon.getters.includes(node.callee.property) ? first.value : undefined;
}
