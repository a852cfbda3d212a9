/**
 * Calls whose failure nobody can notice: an error that is returned beside a result and dropped, and a reply that is
 * parsed and used though nothing in its function looks at its code. Only what stays in one function is found: what goes
 * anywhere else may be checked there.
 */

import type { Lookup } from '../catalogue/lookup.ts';
import { boundNames, keyText } from '../dispatch/bindings.ts';

import type { Values } from '../dispatch/decide.ts';
import type { Judged } from '../dispatch/judge.ts';
import { givenTo, type Scope, typesOf, walkScope } from '../dispatch/scope.ts';
import type { SubjectReader } from '../dispatch/subject.ts';
import type { Evidence } from './evidence.ts';
import { wordsOf } from './names.ts';
import { isNoticed } from './noticed.ts';
import { pathText } from './pathText.ts';
import { fieldOf, type Parse, readParses, type Words, wordsFor } from './replies.ts';
import type { Call, Syntax } from './syntax.ts';
import { childrenOf, walk } from './walk.ts';

/** An error that is dropped. */
export interface DroppedError {
	readonly kind: 'error';
	/** What is called. */
	readonly at: Syntax;
	readonly action: string;
	/** Names of the packages that its request or its client is of. */
	readonly packages: readonly string[];
	readonly scope: Scope;
}

/** A reply whose code nobody looks at. */
export interface UncheckedReply {
	readonly kind: 'reply';
	/** The name that it is given, or what parses it. */
	readonly at: Syntax;
	/** Whether it has a name of its own, with the assignment that gives it. */
	readonly assigned?: Syntax & { readonly kind: 'assign' };
	/** A place where a field is read: by a member or by a key. */
	readonly read?: Syntax;
	readonly scope: Scope;
}

export type FoundUnchecked = DroppedError | UncheckedReply;

/** Fields that say whether all went well. */
const TELLING = new Set(
	'code codes message msg error errors err status success ok ret errno errmsg response'.split(' '),
);

/** Candidates in the functions of a unit; whose API they are is for `isOurs` to say. */
export function findUnchecked(scopes: readonly Scope[], reader: SubjectReader): FoundUnchecked[] {
	const found: FoundUnchecked[] = [];
	const words = wordsFor(reader);
	for (const scope of scopes) {
		if (!scope.func) continue;
		if (reader.lexicon.blank.length > 0) found.push(...droppedErrors(scope, reader));
		const reply = uncheckedReply(scope, words);
		if (reply) found.push(reply);
	}
	return found;
}

function droppedErrors(scope: Scope, reader: SubjectReader): DroppedError[] {
	const found: DroppedError[] = [];
	const drop = (call: Syntax | undefined): void => {
		if (call?.kind !== 'call' || call.callee.kind !== 'member') return;
		const action = call.callee.property;
		const packages = packagesOf(call, action, scope, reader);
		if (packages.length > 0) found.push({ kind: 'error', at: call.callee, action, packages, scope });
	};
	const bare = (statements: readonly Syntax[]): void => {
		for (const statement of statements) drop(statement);
	};
	bare(scope.body);
	walkScope(scope.body, (node) => {
		if (node.kind === 'block') bare(node.statements);
		if (node.kind === 'arm') bare(node.body);
		const last = node.kind === 'assign' ? node.targets.at(-1) : undefined;
		if (node.kind === 'assign' && last?.kind === 'name' && reader.lexicon.blank.includes(last.text))
			if (node.targets.length > 1 && node.values.length === 1) drop(node.values[0]);
	});
	return found;
}

/**
 * The packages of an SDK's call: of its request, which is named after the action (`cvm.NewDescribeZonesRequest()`,
 * `cvm.DescribeZonesRequest{}`). Without such a request it may be any call.
 */
function packagesOf({ args }: Call, called: string, scope: Scope, { lexicon }: SubjectReader): string[] {
	const ending = lexicon.actionEndings.find((one) => called.endsWith(one)) ?? '';
	const action = called.slice(0, called.length - ending.length);
	const requests = lexicon.requests.map((request) => request.replaceAll('<<action>>', () => action));
	const isRequest = (path: string): boolean => requests.some((request) => path.endsWith(request));
	return args.flatMap((arg): string[] => {
		const made = arg.kind === 'name' ? (givenTo(arg.text, scope) ?? arg) : arg;
		const [declared = ''] = made.kind === 'name' ? typesOf(made.text, scope) : [];
		const first = made.kind === 'call' ? made.args[0] : undefined;
		const paths =
			made.kind === 'call'
				? [pathText(made.callee), ...(first ? [pathText(first)] : [])]
				: made.kind === 'table' || made.kind === 'list'
					? [made.type]
					: [declared];
		return paths.filter(isRequest).map((path) => path.replace(/^[*&]+/, '').split('.')[0] ?? '');
	});
}

/** The one reply that a function parses, if its code is not looked at and it stays there. */
function uncheckedReply(scope: Scope, words: Words): UncheckedReply | undefined {
	const { reader } = words;
	const { lexicon } = reader;
	const parses: Parse[] = [];
	for (const root of scope.body) readParses(root, [], words, parses);
	const [parse, second] = parses;
	if (!parse || second) return undefined;
	const { at, holder, field, read, told, assign } = parse;
	if (field !== undefined)
		return tells(field, reader) || isNoticed(scope.body, read ? [read] : [], [], lexicon)
			? undefined
			: { kind: 'reply', at, scope };
	if (holder?.kind === 'table' && parse.under === undefined) {
		const keys = holder.items.map((item) => (item.kind === 'pair' ? keyText(item.key) : ''));
		const isUsed = keys.length > 0 && keys.every((key) => key !== '' && !tells(key, reader));
		return isUsed && !isNoticed(scope.body, [], boundNames(holder), lexicon) ? { kind: 'reply', at, scope } : undefined;
	}
	if (holder?.kind !== 'name' || !(told || scope.declared.has(holder.text))) return undefined;
	const reads: Syntax[] = [];
	const isKept = (told ? [told.body] : scope.body).every((root) => staysIn(root, holder.text, parse, reader, reads));
	if (!isKept || reads.length === 0 || isNoticed(scope.body, reads, [], lexicon)) return undefined;
	const [first] = reads;
	return { kind: 'reply', at: holder, ...(assign && { assigned: assign }), ...(first && { read: first }), scope };
}

/** Whether a name is only asked for fields that do not tell how it went. `reads` takes the places. */
function staysIn(node: Syntax, name: string, parse: Parse, reader: SubjectReader, reads: Syntax[]): boolean {
	if (node === parse.holder) return true;
	const { under } = parse;
	const isName = (part: Syntax): boolean => part.kind === 'name' && part.text === name;
	const isIt = (part: Syntax): boolean =>
		under === undefined ? isName(part) : part.kind === 'member' && part.property === under && isName(part.object);
	if (isIt(node) || isName(node)) return false;
	// `response.status` says nothing of the reply.
	if (under !== undefined && node.kind === 'member' && isName(node.object)) return true;
	if (node.kind === 'assign' && node.values.length === 0 && node.declares && node.targets.every(isIt)) return true;
	const object =
		node.kind === 'member' || node.kind === 'index'
			? node.object
			: node.kind === 'call' && node.callee.kind === 'member'
				? node.callee.object
				: undefined;
	if (object && isIt(object)) {
		const field = fieldOf(node, object, reader);
		if (field === undefined || tells(field, reader)) return false;
		reads.push(node);
		return node.kind !== 'call' || node.args.every((arg) => staysIn(arg, name, parse, reader, reads));
	}
	return childrenOf(node).every((child) => staysIn(child, name, parse, reader, reads));
}

const tells = (field: string, reader: SubjectReader): boolean =>
	reader.isAccessor(field) || wordsOf(field).some((word) => TELLING.has(word));

/** Whether it is surely this API's: by the module that its packages were imported from, or by its host in the function. */
export function isOurs(found: FoundUnchecked, evidence: Evidence, values: Values): boolean {
	if (evidence.near(found.scope.enclosing) !== 'here') return false;
	if (found.kind === 'error') return found.packages.some((name) => evidence.isImported(name));
	// Only of a reply that says on success, too, how it went, in a field that is known.
	const { success, match } = evidence.lookup.catalogue;
	if (match.fields.length === 0 || !success.some((value) => /^-?\d+$/.test(value))) return false;
	let isNamed = false;
	let isOther = false;
	const read = (text: string): void => {
		if (evidence.namesHost(text)) isNamed = true;
		else if (/^(?:https?:)?\/\/[\w$]/.test(text)) isOther = true;
	};
	for (const root of found.scope.body)
		walk(root, (node) => {
			if (node.kind === 'text') read(node.value);
			if (node.kind !== 'name' && node.kind !== 'member') return;
			const resolved = values.resolve({ node, role: 'use', scope: found.scope });
			if (resolved.kind === 'value') read(resolved.text);
		});
	return isNamed && !isOther;
}

/** What the rules are shown of it: there are no values and no tests, only whose API it is. */
export const uncheckedJudged = (lookup: Lookup): Judged => ({
	lookup,
	certainty: 'certain',
	outcome: 'too-little',
	why: 'Nothing is tested here.',
	values: [],
	sets: [],
	named: [],
	missing: [],
	isByOwnName: false,
	isNear: false,
	isForeign: false,
});
