/** Builds functions and methods, with their receivers, parameters and what they give back. */
import { bodyOf, parametersOf } from './closures.ts';
import { headed, namedPath, typeText } from './declare.ts';
import { withCalls } from './messages.ts';
import { items, type Parts } from './parts.ts';
import { resultOf, withResult } from './results.ts';
import type { Parameter, Syntax } from './syntax.ts';

/** A function's body with its results given back. */
function withResults(of: Parts, body: Syntax): Syntax {
	const given = givesLast(of) ? withResult(body) : resultOf(body);
	return of.data.namesCall ? withCalls(given, of.data) : given;
}

/** Whether a function's last expression is its result. */
function givesLast(of: Parts): boolean {
	const { lastIsResult } = of.data;
	if (typeof lastIsResult === 'boolean' || of.written('name') === '') return lastIsResult !== false;
	return new RegExp(lastIsResult).test(of.written('results'));
}

/** Whether a word before a function's name says that it waits. */
const saysWaits = ({ shape, children, text }: Parts): boolean =>
	typeof shape.waits === 'string' &&
	children.some(({ node, start, end }) => !node && new RegExp(`\\b${shape.waits}\\b`).test(text(start, end)));

/** `c *Client` of Go's `func (c *Client) Describe()`. */
function receiverOf(node: Syntax | undefined): Parameter | undefined {
	const [parameter] = node?.kind === 'list' ? node.items : [];
	return parameter?.kind === 'parameter' ? parameter : undefined;
}

function receiverName(node: Syntax | undefined): string {
	const [name] = receiverOf(node)?.names ?? [];
	return name?.kind === 'name' ? name.text : '';
}

/** What is said of the results, all of it. */
function resultsOf({ parts, text }: Parts): string {
	const found = parts.get('results') ?? [];
	const [first] = found;
	return first ? text(first.start, found.at(-1)?.end ?? first.end) : '';
}

/** A function or method with its receiver, parameters and what it gives back. */
export function functionOf(of: Parts): Syntax | undefined {
	const { children, start, end, text } = of;
	return headed(of, {
		kind: 'function',
		start,
		end,
		name: namedPath(of).name,
		receiver: receiverName(of.maybe('receiver')),
		receiverType: receiverOf(of.maybe('receiver'))?.type.replace(/^\*|\[.*$/gs, '') ?? namedPath(of).receiverType,
		parameters: parametersOf(
			of,
			of.all('parameters').flatMap((list) => items([list])),
		),
		results: resultsOf(of).replace(/^\s*:?\s*/, ''),
		waits:
			children.some((child) => !child.node && /^(?:\w+ )*async$/.test(text(child.start, child.end))) || saysWaits(of),
		body: withResults(of, bodyOf(of)),
	});
}

export function parameterOf(of: Parts): Syntax {
	const { start, end } = of;
	return { kind: 'parameter', start, end, names: of.all('names'), type: typeText(of.written('type')) };
}
