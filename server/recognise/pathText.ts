/** What an expression reads as a short text, the same for what reads the same; and the name that such a path ends in. */
import type { Syntax } from './syntax.ts';

/** A short text that is the same for what reads the same; for anything that calls or computes, its place. */
export function pathText(node: Syntax): string {
	switch (node.kind) {
		case 'name':
			return node.text;
		case 'member':
			return `${pathText(node.object)}.${node.property}`;
		case 'index':
			return node.index.kind === 'text'
				? `${pathText(node.object)}.${node.index.value}`
				: `${pathText(node.object)}[${pathText(node.index)}]`;
		case 'call':
			return `${pathText(node.callee)}(${node.args.map(pathText).join()})`;
		case 'number':
			return node.text;
		case 'text':
			return node.holes.length > 0 ? `@${node.start}` : JSON.stringify(node.value);
		case 'constant':
			return node.value;
		default:
			return `@${node.start}`;
	}
}

/** The name that a path ends in: a field's own, or a variable's; '' for anything else. */
export const lastName = (node: Syntax): string =>
	node.kind === 'name' ? node.text : node.kind === 'member' ? node.property : '';
