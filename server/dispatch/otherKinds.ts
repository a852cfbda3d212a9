/** Codes of another kind, by what gives them: HTTP statuses, exit codes, the errors of databases and sockets. */
import { isOtherCode, isOtherKind } from '../recognise/names.ts';
import { pathText } from '../recognise/pathText.ts';
import type { Call, Syntax } from '../recognise/syntax.ts';
import { catchOf, type Scope, typesOf } from './scope.ts';

/** Whether a value is read by a name that says it is a code of another kind: a status, an exit code. */
export function readsOtherKind(value: Syntax, kinds: readonly string[]): boolean {
	const node = value.kind === 'assign' ? value.values[0] : value;
	if (node?.kind === 'name') return kinds.includes(node.text);
	if (node?.kind === 'call' && kinds.length > 0 && (saysKind(node, kinds) || givesKind(node, kinds))) return true;
	if (node?.kind === 'member') return isOtherKind(node.property) || kinds.includes(`.${node.property}`);
	if (node?.kind === 'index') return node.index.kind === 'text' && isOtherKind(node.index.value);
	if (node?.kind !== 'call') return false;
	const [first] = node.args;
	return isOtherKind(pathText(node.callee)) || (first?.kind === 'text' && isOtherKind(first.value));
}

/** Whether what a call is given says what it gives: `curl -w '%{http_code}'`, `curl_getinfo($ch, CURLINFO_HTTP_CODE)`. */
const saysKind = (node: Syntax, kinds: readonly string[]): boolean =>
	node.kind === 'text'
		? kinds.some((kind) => kind.length > 1 && node.value.includes(kind)) ||
			node.holes.some((hole) => saysKind(hole, kinds))
		: node.kind === 'call' &&
			node.args.some((arg) => saysKind(arg, kinds) || (arg.kind === 'name' && kinds.includes(arg.text)));

/** Whether it is what a call always gives: `process.waitFor()`, `curl_errno($ch)`. */
const givesKind = ({ callee }: Call, kinds: readonly string[]): boolean =>
	kinds.includes(pathText(callee)) || (callee.kind === 'member' && kinds.includes(`.${callee.property}`));

/** Whether a type as written, with its path or what it is made of around the name, is one of some. */
const isNamedIn = (type: string, names: readonly string[]): boolean => {
	const path = type
		.replace(/<.*$/s, '')
		.replace(/^[^\w]+|[^\w]+$/g, '')
		.replaceAll(/\\|::/g, '.');
	return names.some((name) => path === name || path.endsWith(`.${name}`));
};

/**
 * Whether all that a carrier is said to be has codes of another kind. `carrier`: it and what it stands for; `others`: the
 * types.
 */
export function isOfOtherType(
	carrier: readonly Syntax[],
	scope: Scope | undefined,
	others: readonly string[],
): boolean {
	if (others.length === 0) return false;
	const types = carrier.flatMap((node): readonly string[] => {
		if (node.cast) return [node.cast];
		if (node.kind !== 'name' || !scope) return [];
		return catchOf(node, scope)?.types ?? typesOf(node.text, scope);
	});
	return types.length > 0 && types.every((type) => isNamedIn(type, others));
}

/** Whether a name is declared to hold a code of another kind: `code: URLSessionWebSocketTask.CloseCode`. */
export function hasOtherCode(name: string, scope: Scope | undefined): boolean {
	const types = scope ? typesOf(name, scope) : [];
	const named = (type: string): string => type.replace(/<.*$/s, '').match(/\w+/g)?.at(-1) ?? '';
	return types.length > 0 && types.every((type) => isOtherCode(named(type)));
}
