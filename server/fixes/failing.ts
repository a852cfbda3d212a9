/** What a function gives back that failed, and whether a code is written as a number or as a text: for compilers that mind. */
import { isFalse, isNegative, isNull } from '../dispatch/failing.ts';
import { walkScope } from '../dispatch/scope.ts';
import { wordsOf } from '../recognise/names.ts';
import type { Goto } from '../recognise/syntax.ts';
import type { FixSite } from './site.ts';
import { fillFirst } from './template.ts';

/** Of values that say no more than that something failed. */
const PLAIN = /^(?:-1|[A-Z]+_FAILURE|\w+)$/;

/** ` -1`, with the space before it: as the function says it elsewhere, or as functions of its type do. */
export function failingValue(site: FixSite): string | undefined {
	const { failures } = site.language.stubs;
	const { func, body } = site.dispatch.scope;
	let found: string | undefined;
	walkScope(body, (node) => {
		const [value] = node.kind === 'return' && node.values.length === 1 ? node.values : [];
		if (!value || found !== undefined) return;
		const text = site.source(value);
		const fails =
			isFalse(value) ||
			isNegative(value) ||
			(site.language.nullFails && isNull(value)) ||
			(value.kind === 'name' && value.text.endsWith('_FAILURE'));
		if (fails && PLAIN.test(text)) found = ` ${text}`;
	});
	if (found !== undefined || !func) return found;
	const results = func.results.trim();
	const own = results.endsWith('*') ? '*' : results;
	return Object.hasOwn(failures, own) ? failures[own] : undefined;
}

/** Whether the function says elsewhere that it failed by giving back nothing and why: `return nil, "refused"`. */
export function refusesByNothing({ language, dispatch }: FixSite): boolean {
	let found = false;
	walkScope(dispatch.scope.body, (node) => {
		const [first, why] = node.kind === 'return' ? node.values : [];
		found ||= language.nothingFirst && first !== undefined && isNull(first) && why !== undefined && !isNull(why);
	});
	return found;
}

/** Leaves a function that failed: by its label for that, where the other arms go there, or by a return. */
export function leaving(site: FixSite): string | undefined {
	const { leave } = site.language.stubs;
	const failing = failingValue(site);
	const lines = fillFirst(leave, { failing, ...cleanUp(site) }) ?? [];
	return lines.length > 0 ? lines.join('\n') : undefined;
}

/** The label that arms go to, and the name that is given back there; neither where it says nothing of a failure. */
function cleanUp({ dispatch: { scope, conditionals } }: FixSite): { label?: string; kept?: string } {
	let found: Goto | undefined;
	for (const { arms } of conditionals)
		for (const { body } of arms)
			walkScope(body, (node) => {
				if (node.kind === 'goto' && !node.isBack && node.target.length > 0) found ??= node;
			});
	if (!found) return {};
	const { label, target } = found;
	const last = target.at(-1);
	const [given] = last?.kind === 'return' && last.values.length === 1 ? last.values : [];
	if (given?.kind === 'name' && scope.declared.has(given.text)) return { label, kept: given.text };
	const isVoid = (last?.kind !== 'return' || last.values.length === 0) && scope.func?.results === 'void';
	return isVoid || wordsOf(label).some((word) => FAILING.has(word)) ? { label } : {};
}
const FAILING: ReadonlySet<string> = new Set(['fail', 'failed', 'failure', 'err', 'error', 'bail', 'abort']);

/**
 * The subject as a number, as a text, or as either: one of the first two, for languages that put them together in
 * different ways. None of the three for a member of a type that equals no literal.
 */
export function formsOf(
	site: FixSite,
	subject: string | undefined,
): { number: string | undefined; textual: string | undefined; plain: string | undefined } {
	const [code] = site.lookup.catalogue.codes;
	const spelt = code && site.value(code);
	const isText = spelt !== undefined && site.language.stubs.quotes.some((quote) => spelt.startsWith(quote));
	const isNumber =
		spelt !== undefined && (/^-?\d/.test(spelt) || (site.constants.get(spelt) ?? '').match(/^-?\d/) !== null);
	return {
		number: isNumber ? subject : undefined,
		textual: isText ? subject : undefined,
		plain: isNumber || isText ? subject : undefined,
	};
}
