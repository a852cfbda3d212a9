/** Goes through the neutral syntax: the children of a node, and all that is below it. */
import type { Syntax } from './syntax.ts';

const NONE: readonly Syntax[] = [];

/** The direct children in source order (an `if`'s initializer first), for walks that do not care for the kind. */
export function childrenOf(node: Syntax): readonly Syntax[] {
	switch (node.kind) {
		case 'member':
			return [node.object];
		case 'index':
			return [node.object, node.index];
		case 'call':
			return [node.callee, ...node.args];
		case 'text':
			return node.holes;
		case 'binary':
			return [node.left, node.right];
		case 'range':
			return present(node.from, node.to);
		case 'not':
			return [node.operand];
		case 'ternary':
			return [node.condition, node.consequent, node.otherwise];
		case 'list':
		case 'table':
			return node.items;
		case 'pair':
			return node.key === node.value ? [node.value] : [node.key, node.value];
		case 'function':
			return [...node.parameters, node.body];
		case 'parameter':
			return node.names;
		case 'block':
			return node.statements;
		case 'if':
			return present(node.initializer, node.condition, node.consequent, node.otherwise);
		case 'switch':
			return [...present(node.initializer, node.subject), ...node.arms];
		case 'arm':
			return [...node.values, ...(node.captures ?? []), ...present(node.guard), ...node.body];
		case 'loop':
			return [...node.head, ...present(node.condition, node.body, node.otherwise)];
		case 'return':
		case 'throw':
			return node.values;
		case 'try':
			return [node.body, ...node.handlers, ...present(node.last)];
		case 'handler':
			return present(node.parameter, node.body);
		case 'assign':
			return [...node.targets, ...node.values];
		case 'type':
			return node.members;
		case 'import':
			return node.names;
		case 'other':
			return node.children;
		default:
			return NONE;
	}
}

const present = (...nodes: (Syntax | undefined)[]): Syntax[] => nodes.filter((node) => node !== undefined);

/** Visits a node and all below it, parents first; `visit` returns `false` to leave out what is below. */
export function walk(node: Syntax, visit: (node: Syntax) => unknown): void {
	if (visit(node) === false) return;
	for (const child of childrenOf(node)) walk(child, visit);
}
