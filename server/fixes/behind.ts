/** Fails behind a dispatch, without leaving statements there that nobody reaches any more. */

import { calleeName } from '../dispatch/effects.ts';
import { isNull } from '../dispatch/failing.ts';
import type { TextEdit } from '../model.ts';
import type { Syntax } from '../recognise/syntax.ts';
import { childrenOf } from '../recognise/walk.ts';
import { flat, inPlace, insertAfter, withImports } from './insert.ts';
import { asResultAt } from './result.ts';
import { effectsOf } from './siblingFailure.ts';
import type { FixSite } from './site.ts';

/** The statements behind a node in its own block. */
export function statementsBehind(node: Syntax, site: FixSite): readonly Syntax[] {
	const search = (list: readonly Syntax[]): readonly Syntax[] | undefined => {
		const at = list.findIndex((one) => one.start <= node.start && node.end <= one.end);
		const holder = list[at];
		if (!holder) return undefined;
		if (holder === node) return list.slice(at + 1);
		return within(holder);
	};
	const within = (holder: Syntax): readonly Syntax[] | undefined => {
		if (holder.kind === 'block') return search(holder.statements);
		if (holder.kind === 'arm') return search(holder.body);
		return search(childrenOf(holder));
	};
	return search(site.dispatch.scope.body) ?? [];
}

/**
 * Lines that fail, for all who get behind a node: behind what is done there, or in the place of a return of nothing.
 * Undefined where something else is given back there.
 */
export function failBehind(node: Syntax, lines: readonly string[], site: FixSite): TextEdit[] | undefined {
	const behind = statementsBehind(node, site);
	const exit = behind.find(
		(one) => one.kind === 'return' || one.kind === 'throw' || one.kind === 'jump' || one.kind === 'goto',
	);
	if (!exit) return insertAfter(behind.at(-1) ?? node, lines, site);
	return isNothing(exit, site) ? inPlaceOf(exit, asResultAt(lines, exit, site), site) : undefined;
}

/** Lines in the place of one statement, indented like it. */
function inPlaceOf(node: Syntax, lines: readonly string[], site: FixSite): TextEdit[] {
	const end = site.at(node.end);
	const edit = inPlace(site.at(node.start), site.text.charAt(end) === ';' ? end + 1 : end, lines, site);
	return withImports([edit], lines, site);
}

/** Whether a statement gives back nothing at all: `return`, `return None`, `return "", nil`. */
const isNothing = (node: Syntax, site: FixSite): boolean =>
	node.kind === 'return' &&
	node.values.every(
		(value, i) =>
			isNull(value) ||
			isBareOk(value) ||
			(site.language.returnsErrors && i < node.values.length - 1 && isEmpty(value, site)),
	);

/** `Ok(())` */
const isBareOk = (value: Syntax): boolean =>
	value.kind === 'call' && calleeName(value) === 'Ok' && value.args.every((arg) => arg.kind === 'nothing');

/** Whether an arm only says that all went well, or nothing. */
export function isIdle(body: readonly Syntax[], site: FixSite): boolean {
	const own = body.flatMap(flat);
	const [only] = own;
	if (own.every((node) => node.kind === 'jump' || node.kind === 'nothing')) return true;
	if (own.length !== 1 || only?.kind !== 'return') return false;
	return isNothing(only, site) || (only.values.length === 1 && effectsOf(site).isSuccess(only.values));
}

/** A zero value, told by its text. */
const isEmpty = (node: Syntax, site: FixSite): boolean =>
	(node.kind === 'constant' && node.value === 'false') ||
	(node.kind === 'number' && Number(node.text) === 0) ||
	(node.kind === 'text' && site.source(node).length === 2) ||
	((node.kind === 'table' || node.kind === 'list') && node.items.length === 0);
