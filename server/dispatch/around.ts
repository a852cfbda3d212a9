/**
 * The names that stand around a place within one function: what an arm or a condition asks for (`case 'aws':`,
 * `if (vendor === Vendor.TENCENT)`), the types that a handler catches, the call that a function is passed to.
 */
import type { Call, Operator, Syntax } from '../recognise/syntax.ts';
import { childrenOf, walk } from '../recognise/walk.ts';

/** A stretch of source with the names that it stands under, and the stretches in it. */
export interface Region {
	readonly start: number;
	readonly end: number;
	readonly names: readonly string[];
	/** In source order, apart from each other. */
	readonly inner: readonly Region[];
}

/** How many names of one condition or call are looked at. */
const MOST = 12;
/** The longest text that is taken for a name. */
const LONGEST = 40;

/** The regions of statements, nested functions and types left out. */
export function regionsIn(body: readonly Syntax[]): readonly Region[] {
	const regions: Region[] = [];
	for (const node of body) visit(node, regions);
	inOrder(regions);
	return regions;
}

/** Children do not always come in the order in which they are written: the condition of `do … while` stands last. */
function inOrder(regions: Region[]): void {
	regions.sort((a, b) => a.start - b.start);
	for (const { inner } of regions) inOrder(inner as Region[]);
}

/** The names around an offset, outermost first. */
export function namesAt(regions: readonly Region[], offset: number): readonly string[] {
	const names: string[] = [];
	for (let level = regions; level.length > 0; ) {
		const region = regionAt(level, offset);
		if (!region) break;
		names.push(...region.names);
		level = region.inner;
	}
	return names;
}

/** What a call is known by: the names and texts of its callee and the texts that it is given. */
export function callText(call: Call): string {
	const words: string[] = [];
	const read = (node: Syntax, depth: number): void => {
		if (words.length >= MOST || depth > MOST) return;
		if (node.kind === 'name') words.push(node.text);
		else if (node.kind === 'text') words.push(node.value.slice(0, LONGEST));
		else if (node.kind === 'member') {
			read(node.object, depth + 1);
			words.push(node.property);
		} else if (node.kind === 'call') {
			read(node.callee, depth + 1);
			for (const arg of node.args) if (arg.kind !== 'name' && arg.kind !== 'member') read(arg, depth + 1);
		} else if (node.kind === 'table' || node.kind === 'pair') {
			const parts = node.kind === 'pair' ? [node.value] : node.items;
			for (const part of parts) if (part.kind === 'text' || part.kind === 'pair') read(part, depth + 1);
		}
	};
	read(call, 0);
	return words.join(' ');
}

/** By halving: a generated file may have thousands side by side. */
function regionAt(regions: readonly Region[], offset: number): Region | undefined {
	let low = 0;
	let high = regions.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const region = regions[middle];
		if (!region) return undefined;
		if (offset < region.start) high = middle - 1;
		else if (offset >= region.end) low = middle + 1;
		else return region;
	}
	return undefined;
}

function visit(node: Syntax, into: Region[]): void {
	switch (node.kind) {
		case 'function':
		case 'type':
			return;
		case 'if': {
			const asked = [...(node.initializer ? labelsOf(node.initializer) : []), ...labelsOf(node.condition)];
			const own = opened(into, node.start, node.consequent.end, asked);
			if (node.initializer) visit(node.initializer, own);
			visit(node.condition, own);
			visit(node.consequent, own);
			if (node.otherwise) visitElse(node.condition, node.otherwise, into);
			return;
		}
		case 'ternary': {
			visit(node.condition, into);
			visit(node.consequent, opened(into, node.consequent.start, node.consequent.end, labelsOf(node.condition)));
			visitElse(node.condition, node.otherwise, into);
			return;
		}
		case 'switch': {
			if (node.initializer) visit(node.initializer, into);
			if (node.subject) visit(node.subject, into);
			let before: readonly string[] = [];
			for (const arm of node.arms) {
				// `case 'aws': case 'azure':` share what follows.
				const labels = [...before, ...arm.values.flatMap((value) => labelsOf(value))].slice(0, MOST);
				before = node.fallsThrough && arm.body.length === 0 ? labels : [];
				const own = opened(into, arm.start, arm.end, labels);
				for (const part of [...arm.values, ...(arm.guard ? [arm.guard] : []), ...arm.body]) visit(part, own);
			}
			return;
		}
		case 'try':
			visit(node.body, into);
			for (const handler of node.handlers) visit(handler.body, opened(into, handler.start, handler.end, handler.types));
			if (node.last) visit(node.last, into);
			return;
		case 'call': {
			visit(node.callee, into);
			const [first] = node.args;
			const names = node.args.some(isLong) ? [callText(node), ...textsIn(node.args)] : textsIn(node.args);
			const own = first ? opened(into, first.start, node.end, names) : into;
			for (const arg of node.args) visit(arg, own);
			return;
		}
		case 'table':
		case 'list': {
			// A row is known by the texts in it: `{ vendor: 'aws', code: 'AuthFailure' }`.
			const own = opened(into, node.start, node.end, textsIn(node.items));
			for (const item of node.items) visit(item, own);
			return;
		}
		case 'pair':
			visit(node.key, into);
			visitNamed([node.key], node.value, into);
			return;
		case 'assign':
			for (const target of node.targets) visit(target, into);
			node.values.forEach((value, i) => {
				const target = node.targets[i];
				visitNamed(target ? [target] : [], value, into);
			});
			return;
		default:
			for (const child of childrenOf(node)) visit(child, into);
	}
}

/** What a name or key is given: a table or list stands under it. */
function visitNamed(keys: readonly Syntax[], value: Syntax, into: Region[]): void {
	const isMany = value.kind === 'table' || value.kind === 'list' || value.kind === 'call';
	visit(value, isMany ? opened(into, value.start, value.end, keys.flatMap(namesIn)) : into);
}

/** The short texts among pairs. */
function textsIn(items: readonly Syntax[]): string[] {
	return items.flatMap((item) =>
		item.kind === 'pair' && item.value.kind === 'text' && item.value.value.length <= LONGEST ? [item.value.value] : [],
	);
}

function visitElse(condition: Syntax, otherwise: Syntax, into: Region[]): void {
	visit(otherwise, opened(into, otherwise.start, otherwise.end, labelsOf(condition, 'denied')));
}

/** The list that what stands in a stretch goes into: a new region's, where there are names for it. */
function opened(into: Region[], start: number, end: number, names: readonly string[]): Region[] {
	if (names.length === 0) return into;
	const inner: Region[] = [];
	into.push({ start, end, names: names.slice(0, MOST), inner });
	return inner;
}

/** Whether much may stand in an argument, which then stands under the call's name. */
const isLong = ({ kind }: Syntax): boolean => kind === 'function' || kind === 'table' || kind === 'list';

/** The names and texts that hold where a condition does; what it denies is left out. */
function labelsOf(condition: Syntax, asked: 'held' | 'denied' = 'held'): string[] {
	switch (condition.kind) {
		case 'not':
			return labelsOf(condition.operand, asked === 'held' ? 'denied' : 'held');
		case 'binary':
			if (condition.operator === '&&' || condition.operator === '||') {
				const sides = [labelsOf(condition.left, asked), labelsOf(condition.right, asked)];
				// Where one of two is enough, neither is sure, unless both are about the same.
				const isEither = (condition.operator === '||') === (asked === 'held');
				return isEither && sides.some((names) => names.length === 0) ? [] : sides.flat();
			}
			return isDenial(condition.operator) === (asked === 'denied')
				? [...namesIn(condition.left), ...namesIn(condition.right)]
				: [];
		case 'assign':
			return asked === 'held' ? [...condition.targets, ...condition.values].flatMap(namesIn) : [];
		default:
			return asked === 'held' ? namesIn(condition) : [];
	}
}

const isDenial = (operator: Operator): boolean => operator === '!=' || operator === 'not in';

/** The names, texts and types of an expression. */
function namesIn(expression: Syntax): string[] {
	const names: string[] = [];
	walk(expression, (node) => {
		if (node.kind === 'function' || names.length >= MOST) return false;
		if (node.cast) names.push(node.cast);
		if (node.kind === 'name') names.push(node.text);
		else if (node.kind === 'member') names.push(node.property);
		else if (node.kind === 'text' && node.value.length <= LONGEST) names.push(node.value);
		return true;
	});
	return names;
}
