/**
 * Whether somebody would notice that a field of a reply is not there, as it is not when the request failed: what was read
 * of it is asked for, has something else to take its place, or what it throws is caught.
 */

import { boundNames } from '../dispatch/bindings.ts';
import type { LanguageData } from '../languages/language.ts';
import { wordsOf } from './names.ts';
import { lastName } from './pathText.ts';
import type { Handler, Syntax } from './syntax.ts';
import { childrenOf, walk } from './walk.ts';

/** `reads`: where fields are read; `taken`: names that a pattern gives them. */
export function isNoticed(
	body: readonly Syntax[],
	reads: readonly Syntax[],
	taken: Iterable<string>,
	lexicon: LanguageData['lexicon'],
): boolean {
	const places = new Set(reads);
	const names = new Set(taken);
	/** The field itself, under a name, or something in it. */
	const isRead = (node: Syntax): boolean =>
		places.has(node) ||
		(node.kind === 'name' && names.has(node.text)) ||
		((node.kind === 'member' || node.kind === 'index') && isRead(node.object));
	// `list = reply.list; first = list[0]`
	for (let known = -1; known < names.size; ) {
		known = names.size;
		for (const root of body)
			walk(root, (node) => {
				if (node.kind !== 'assign' || !node.plain) return;
				node.targets.forEach((target, i) => {
					const value = node.values[i];
					if (value && isRead(value)) for (const name of boundNames(target)) names.add(name);
				});
			});
	}
	return body.some((root) => asks(root, false, { isRead, lexicon }));
}

interface Sought {
	readonly isRead: (node: Syntax) => boolean;
	readonly lexicon: LanguageData['lexicon'];
}

/** `asked`: what stands around asks for it. */
function asks(node: Syntax, asked: boolean, sought: Sought): boolean {
	const isOptional = (node.kind === 'member' || node.kind === 'index') && node.optional === true;
	if ((asked || isOptional) && sought.isRead(node)) return true;
	const among = (nodes: readonly (Syntax | undefined)[], isAsked: boolean): boolean =>
		nodes.some((one) => one !== undefined && asks(one, isAsked, sought));
	switch (node.kind) {
		case 'if':
			return among([node.condition], true) || among([node.initializer, node.consequent, node.otherwise], asked);
		case 'ternary':
			return among([node.condition], true) || among([node.consequent, node.otherwise], asked);
		case 'switch':
			return among([node.subject], true) || among([node.initializer, ...node.arms], asked);
		// How often it goes round says nothing: `i < reply.list.length`.
		case 'loop':
			return among([...node.head, node.body, node.otherwise], asked);
		case 'not':
			return among([node.operand], true);
		case 'binary':
			return among([node.left, node.right], asked || node.operator !== 'other');
		case 'member':
			return among([node.object], asked || isOptional);
		case 'index':
			return among([node.object], asked || isOptional) || among([node.index], asked);
		case 'call': {
			const { callee, args } = node;
			const rescued = callee.kind === 'member' && sought.lexicon.rescues.includes(callee.property);
			return among([callee], asked || rescued) || among(args, asked || isGuard(callee, sought.lexicon));
		}
		case 'assign':
			return among(node.values, asked);
		case 'try': {
			const taken = node.handlers.some((handler) => takes(handler, sought.lexicon));
			return among([node.body], asked || taken) || among([...node.handlers, node.last], asked);
		}
		default:
			return among(childrenOf(node), asked);
	}
}

/** `assertList(reply.list)`, `must(items)` */
function isGuard(callee: Syntax, { guards, successGuards }: LanguageData['lexicon']): boolean {
	const name = lastName(callee);
	const [first = ''] = wordsOf(name);
	return guards.includes(first) || successGuards.includes(first);
}

/** Whether a handler gets what is thrown where a field is not there. */
function takes({ types }: Handler, { absences, catchesAll }: LanguageData['lexicon']): boolean {
	if (types.length === 0 || absences.length === 0) return true;
	return types.some((type) =>
		(type.match(/\w+/g) ?? []).some((name) => absences.includes(name) || catchesAll.includes(name)),
	);
}
