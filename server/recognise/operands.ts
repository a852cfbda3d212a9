/** Literals that stand where a code stands though nothing tests for them there, and the names that are read around. */
import { isCodeText, isNamedAsCarrier } from '../dispatch/carrier.ts';
import type { Scope } from '../dispatch/scope.ts';
import type { SubjectReader } from '../dispatch/subject.ts';
import type { Operand } from '../dispatch/test.ts';
import { isCodeLike } from './names.ts';
import { lastName, pathText } from './pathText.ts';
import type { Call, Syntax } from './syntax.ts';
import { childrenOf } from './walk.ts';

/** A number, or a text that nothing is put into. */
export function codeLiteral(node: Syntax): Syntax | undefined {
	return node.kind === 'number' || (node.kind === 'text' && node.holes.length === 0) ? node : undefined;
}

/** The code of a type's member: a literal, or what a tuple or a constructor begins with. */
export function memberLiteral(value: Syntax): Syntax | undefined {
	const [first] = value.kind === 'list' ? value.items : value.kind === 'call' ? value.args : [value];
	return first && codeLiteral(first);
}

export const keyName = (key: Syntax): string => (key.kind === 'name' ? key.text : key.kind === 'text' ? key.value : '');

/** Literals given to a code-like name, field or argument, or handed to a call together with the subject. */
export function* assignedCodes(
	node: Syntax,
	reader: SubjectReader,
): Generator<readonly [Syntax, Operand['role'], readonly string[]]> {
	if (node.kind === 'assign' && node.plain) {
		for (const [i, target] of node.targets.entries()) {
			const value = node.values[i];
			const literal = value && codeLiteral(reader.peel(value));
			const name = lastName(target);
			// `BadSign ErrCode = 4100`
			if (literal && name && (reader.isAccessor(name) || isCodeLike(node.type)))
				yield [literal, target.kind === 'name' ? 'declaration' : 'assignment', []];
		}
		return;
	}
	// A struct whose type is left out is a list of pairs.
	const items = node.kind === 'table' || node.kind === 'list' ? node.items : node.kind === 'call' ? node.args : [];
	for (const item of items) {
		if (item.kind !== 'pair') continue;
		const literal = codeLiteral(item.value);
		if (!literal || !reader.isAccessor(keyName(item.key))) continue;
		yield [literal, 'field', items.flatMap((other) => (other.kind === 'pair' ? [keyName(other.key)] : []))];
	}
}

/** A literal or list of them handed to a call together with a subject or its carrier: `expectCode(reply, 4100)`. */
export function handedCodes(
	node: Syntax,
	scope: Scope,
	reader: SubjectReader,
	carriers: ReadonlySet<string>,
): Syntax[] {
	if (node.kind !== 'call') return [];
	const isAbout = (arg: Syntax): boolean => reader.read(arg, scope) !== undefined || carriers.has(pathText(arg));
	const isCarrier = (arg: Syntax): boolean => isAbout(arg) || isNamedAsCarrier(arg, reader);
	// Of a carrier that no code is read from, texts alone: `retry(err, 5000)` waits.
	const asked = node.args.length >= 2 && node.args.some(isCarrier);
	const isText = asked && !node.args.some(isAbout);
	if (!asked && !isMatcher(node, (arg) => reader.read(arg, scope) !== undefined, reader)) return [];
	return node.args
		.flatMap((arg) => (arg.kind === 'list' ? arg.items : [arg]))
		.flatMap((arg) => codeLiteral(arg) ?? [])
		.filter((literal) => !isText || isCodeText(literal));
}

/** `expect(reply.code).not.toBe(4100)`, `reply.code.should.equal(4100)` */
function isMatcher({ callee }: Call, isSubject: (node: Syntax) => boolean, reader: SubjectReader): boolean {
	if (callee.kind !== 'member' || !reader.lexicon.matchers.includes(callee.property)) return false;
	let of: Syntax = callee.object;
	while (of.kind === 'member' && !isSubject(of)) of = of.object;
	return isSubject(of) || (of.kind === 'call' && of.args.some(isSubject));
}

/** The carrier in the path of something that reads a code: `reply` of `reply.code`. */
export function carrierIn(path: string, reader: SubjectReader): string | undefined {
	const dot = path.lastIndexOf('.');
	return dot > 0 && reader.isAccessor(path.slice(dot + 1)) ? path.slice(0, dot) : undefined;
}

/** Where names and paths are read or declared; keys of tables are neither, and members count by their whole path. */
export function readNames(syntax: Syntax, enclosing: readonly string[], found: Map<string, Syntax[]>): void {
	const add = (path: string, node: Syntax): void => {
		const list = found.get(path);
		if (list) list.push(node);
		else found.set(path, [node]);
	};
	const read = (node: Syntax, types: readonly string[]): void => {
		if (node.kind === 'name' || node.kind === 'member' || (node.kind === 'index' && node.index.kind === 'text'))
			add(pathText(node), node);
		if (node.kind === 'pair' && node.key.kind === 'name' && node.key !== node.value) {
			read(node.value, types);
		} else if (node.kind === 'assign' && types.length > 0) {
			for (const target of node.targets)
				if (target.kind === 'name') add([...types, target.text].join('.'), target);
				else read(target, types);
			for (const value of node.values) read(value, []);
		} else {
			const inner = node.kind === 'function' ? [] : node.kind === 'type' ? [...types, node.name] : types;
			for (const child of childrenOf(node)) read(child, inner);
		}
	};
	read(syntax, enclosing);
}
