/**
 * Accessors that every exception of a language has and that no SDK fills, called where the SDK's own says the code. Only
 * where it is known what the exception is: it was caught or declared as nothing else, or was asked for its type.
 */
import { makesError } from '../dispatch/failing.ts';
import { catchOf, type Scope, walkScope } from '../dispatch/scope.ts';
import type { SubjectReader } from '../dispatch/subject.ts';
import type { Range } from '../model.ts';
import { pathText } from './pathText.ts';
import type { Call, Syntax } from './syntax.ts';
import { childrenOf } from './walk.ts';

export interface DeadAccessor {
	/** The accessor's name. */
	readonly at: Range;
	readonly accessor: string;
	/** The one that lives. */
	readonly instead: string;
	/** All that the exception may be, as written. */
	readonly types: readonly string[];
}

/** The accessors in a unit that say nothing, whosever exceptions they are read from. */
export function findDeadAccessors(scopes: readonly Scope[], { lexicon }: SubjectReader): DeadAccessor[] {
	const { deadAccessors } = lexicon;
	const found: DeadAccessor[] = [];
	if (Object.keys(deadAccessors).length === 0) return found;
	for (const scope of scopes) {
		const visit = (node: Syntax, asked: ReadonlyMap<string, string>, around: Call | undefined): void => {
			if (node.kind === 'function' || node.kind === 'type') return;
			if (node.kind === 'call' && node.callee.kind === 'member' && node.args.length === 0) {
				const { object, property, end } = node.callee;
				const instead = Object.hasOwn(deadAccessors, property) ? deadAccessors[property] : undefined;
				const types = instead === undefined || object.kind !== 'name' ? [] : typesOf(object, scope, asked);
				// Another exception is made of it, whose own code is a number.
				const isKept = around?.args.some((arg) => pathText(arg) === pathText(object)) || isMaking(around);
				if (instead !== undefined && types.length > 0 && !isKept)
					found.push({ at: { start: end - property.length, end }, accessor: property, instead, types });
			}
			if (node.kind === 'if') {
				visit(node.condition, asked, undefined);
				visit(node.consequent, new Map([...asked, ...askedIn(node.condition)]), undefined);
				if (node.otherwise) visit(node.otherwise, asked, undefined);
				return;
			}
			for (const child of childrenOf(node)) visit(child, asked, node.kind === 'call' ? node : undefined);
		};
		const isMaking = (call: Call | undefined): boolean => call !== undefined && makesError(call, lexicon);
		for (const node of scope.body) visit(node, new Map(), undefined);
	}
	return found;
}

/** What an exception may be; nothing where that is not known. */
function typesOf(name: Syntax & { kind: 'name' }, scope: Scope, asked: ReadonlyMap<string, string>): readonly string[] {
	if (isGiven(name.text, scope)) return [];
	const type = asked.get(name.text);
	if (type !== undefined) return [type];
	const caught = catchOf(name, scope);
	if (caught) return caught.types;
	for (const parameter of scope.func?.parameters ?? [])
		if (parameter.kind === 'parameter' && parameter.names.some((one) => pathText(one) === name.text))
			return parameter.type === '' ? [] : parameter.type.split('|').map((one) => one.trim());
	return [];
}

/** The types that a condition asks names for, where it holds only if they are of them. */
function askedIn(condition: Syntax): (readonly [name: string, type: string])[] {
	if (condition.kind !== 'binary') return [];
	if (condition.operator === '&&') return [...askedIn(condition.left), ...askedIn(condition.right)];
	const { operator, left, right } = condition;
	return operator === 'is a' && left.kind === 'name' ? [[left.text, pathText(right)]] : [];
}

/** Whether a name is given something in the function: then it may be anything. */
function isGiven(name: string, scope: Scope): boolean {
	let found = false;
	walkScope(scope.body, (node) => {
		found ||= node.kind === 'assign' && node.targets.some((target) => pathText(target) === name);
		return !found;
	});
	return found;
}

/** The exception of a catalogue that it is in any case; undefined where it may be another one. */
export function exceptionOf({ types }: DeadAccessor, exceptions: readonly string[]): string | undefined {
	const names = types.map((type) => /\w+$/.exec(type.trim())?.[0] ?? '');
	return names.every((name) => exceptions.includes(name)) ? names[0] : undefined;
}
