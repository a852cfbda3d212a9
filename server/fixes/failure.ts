/** How an arm fails: as a sibling shows, with the error that is at hand, or in the language's way. */
import type { Code } from '../catalogue/catalogue.ts';
import type { FoundConditional } from '../dispatch/found.ts';
import { catchOf, functionName, givenTo, isLocal, typesOf } from '../dispatch/scope.ts';
import type { LanguageData } from '../languages/language.ts';
import { wordsOf } from '../recognise/names.ts';
import type { Syntax } from '../recognise/syntax.ts';
import { formOf } from './armForm.ts';
import { errorPaths } from './carrier.ts';
import { failingValue, formsOf, leaving, refusesByNothing } from './failing.ts';
import { asResult } from './result.ts';
import { effectsOf, siblingFailure, statementsOfArms } from './siblingFailure.ts';
import type { FixSite } from './site.ts';
import { isHeld } from './spelling.ts';
import { globalMark } from './style.ts';
import { filledPattern, fillFirst, type Values } from './template.ts';
import { inText } from './ways.ts';
import { zerosOf } from './zeros.ts';

/** Words that an error's name or type ends in, where its functions give back errors. */
const ERROR_WORDS = ['err', 'error', 'exception'];

/**
 * Fails with code and message. `codes`: for whom; none for whatever no test names. `conditional`: in whose arms it stands.
 * Undefined where nothing fits here.
 */
export function failLines(
	site: FixSite,
	codes: readonly Code[] = [],
	conditional?: FoundConditional,
): readonly string[] | undefined {
	const lines = statementsThatFail(site, codes);
	if (lines?.some((line) => isRefused(line, site))) return undefined;
	return lines && conditional ? asResult(lines, conditional, site) : lines;
}

/** Whether nothing comes behind the lines that fail. */
export const failureLeaves = (site: FixSite): boolean => siblingFailure(site)?.runsOn !== true;

/** Whether a statement cannot be what an arm of this form is: `throw;` in an arm that gives a value. */
const isRefused = (line: string, { dispatch, language }: FixSite): boolean =>
	dispatch.conditionals.some(({ node }) => {
		const refuses = formOf(node, language)?.refuses;
		return refuses !== undefined && new RegExp(refuses).test(line);
	});

function statementsThatFail(site: FixSite, codes: readonly Code[]): readonly string[] | undefined {
	const sibling = siblingFailure(site);
	if (sibling) return [sibling.text];
	const { fail, rethrow, found } = waysToFail(site);
	const values = { ...valuesOf(site), ...found };
	const [only] = codes;
	const which = codes.length === 1 ? only?.code : undefined;
	// A new error would hide the one that is there.
	const again = values.caught === undefined ? undefined : fillFirst(rethrow, values);
	return again ?? fillFirst(fail, { ...values, which })?.map((line) => bareNames(line, site));
}

/** The stubs of functions that give back what this one says, or the language's usual ones; with what the patterns found. */
function waysToFail({
	language,
	dispatch,
	text,
}: FixSite): Pick<LanguageData['stubs'], 'fail' | 'rethrow'> & { found?: Values } {
	const { stubs } = language;
	const { func } = dispatch.scope;
	for (const one of stubs.failBy) {
		const results = new RegExp(one.results, 's').exec(func?.results ?? '');
		const told = results && new RegExp(filledPattern(one.text, results.groups ?? {}), 'm').exec(text);
		if (told) return { ...one, found: { ...results.groups, ...told.groups } };
	}
	return stubs;
}

/** A name in a text as the language has it there: `"$code"`, and not `"${code}"`. */
function bareNames(line: string, { language }: FixSite): string {
	const { bareHole } = language.stubs;
	return bareHole ? line.replace(new RegExp(bareHole.from, 'g'), bareHole.to) : line;
}

/** The subject as a text may show it: where it is made a member of a type, what it was made from. */
function toldBy(site: FixSite): string {
	const { at } = site.dispatch;
	const from = site.reader.peel(at);
	const isMember = site.site.judged.values.some(({ operand }) => operand.node.kind === 'member');
	const isShort =
		site.language.stubs.held !== '' && isMember && from !== at && from.start >= at.start && from.end <= at.end;
	return isShort ? site.source(from) : site.subject;
}

/** What the stubs may say here. */
export function valuesOf(site: FixSite): Record<string, string | undefined> {
	const { style, language, lookup } = site;
	const { success, match } = lookup.catalogue;
	const told = toldBy(site);
	const subject = told.includes('\n') || !site.isSettled ? undefined : told;
	const message = site.message?.includes('\n') ? undefined : site.message;
	// In a template that is quoted, the expressions must not end the quotes.
	const inside = `${subject ?? ''}${message ?? ''}`;
	const quotes = [style.quote, ...language.stubs.quotes];
	const [equals, differs] = site.equality;
	return {
		subject,
		message,
		subjectText: inText(subject, language),
		messageText: inText(message, language),
		quote: quotes.find((one) => !inside.includes(one)),
		mark: style.quote,
		title: lookup.catalogue.title,
		semicolon: style.semicolon,
		indent: style.indent,
		equals,
		differs,
		zeros: zerosOf(site),
		caught: caughtBy(site),
		thrown: mayThrow(site, caughtTypes(site)) ? '' : undefined,
		paused: mayThrow(site, language.stubs.interrupted) ? '' : undefined,
		result: outerResult(site),
		start: isStart(site) ? '' : undefined,
		...formsOf(site, subject),
		failing: failingValue(site),
		leave: leaving(site),
		refused: refusesByNothing(site) ? '' : undefined,
		global: globalMark(site.text, language),
		held: isHeld(site) ? language.stubs.held : '',
		items: site.items,
		field: site.itemField(match.fields[0] ?? 'code'),
		messageField: site.itemField(match.messages[0] ?? 'message'),
		success: success[0],
	};
}

/** The exception that is being handled, or the error that the code was read from, by the name that passes it on. */
function caughtBy(site: FixSite): string | undefined {
	const { language, dispatch } = site;
	const { carrier } = dispatch.subject;
	if (!carrier) return undefined;
	const origin = site.reader.origin(carrier, dispatch.scope);
	for (const part of [origin, carrier]) {
		// The exception within what is caught: `$_.Exception`
		const one = part.kind === 'member' && /^exception$/i.test(part.property) ? part.object : part;
		if (one.kind !== 'name') continue;
		const caught = catchOf(one, dispatch.scope);
		const [first] = dispatch.conditionals;
		// Within another handler it is another exception that would be raised again.
		const around = [...dispatch.scope.catches.values()].flatMap(
			(named) => (first && named.around(first.node.start, first.node.end)) ?? [],
		);
		if (caught && around.every(({ start }) => start <= caught.start) && around.includes(caught)) return one.text;
	}
	if (carrier.kind === 'name' && isGivenBack(carrier, site)) return carrier.text;
	if (!language.returnsErrors || origin.kind !== 'name') return undefined;
	const isUnwrapped = origin !== carrier;
	const isOne = errorPaths(site)
		.slice(1)
		.some((path) => isErrorName(path, site));
	return isUnwrapped || isOne ? origin.text : undefined;
}

/** `e` of `Err(e)`, and a parameter of the type that the function gives back: an error that may be given back itself. */
function isGivenBack(name: Syntax & { kind: 'name' }, site: FixSite): boolean {
	const { language, dispatch } = site;
	const { scope } = dispatch;
	const form = givenTo(name.text, scope, name.start)?.cast?.split('(')[0] ?? '';
	if (language.lexicon.errorForms.includes(form)) return !isBorrowed(name.text, site);
	const results = scope.func?.results ?? '';
	return typesOf(name.text, scope).some((type) => /^[A-Z]\w*$/.test(type) && new RegExp(`\\b${type}>$`).test(results));
}

/** Whether a name stands for what belongs to somebody else, who has it still. */
function isBorrowed(name: string, site: FixSite): boolean {
	const { borrowed } = site.language.stubs;
	const { func } = site.dispatch.scope;
	return (
		borrowed !== undefined &&
		func !== undefined &&
		new RegExp(filledPattern(borrowed, { name })).test(site.source(func))
	);
}

/** Whether a name or a type says that it is an error. A type of this file has to have what makes it one. */
function isErrorName(path: string, { text }: FixSite): boolean {
	const name = path.split('.').at(-1) ?? '';
	if (!ERROR_WORDS.includes(wordsOf(name).at(-1) ?? '')) return false;
	const isHere = new RegExp(`^type\\s+${name.replace(/\W/g, '\\$&')}\\b`, 'm').test(text);
	return !isHere || new RegExp(`\\b${name}\\)\\s*Error\\(`).test(text);
}

/** The types of the exception that is being handled, as written. */
function caughtTypes({ reader, dispatch }: FixSite): readonly string[] {
	const { carrier } = dispatch.subject;
	const origin = carrier && reader.origin(carrier, dispatch.scope);
	return origin?.kind === 'name' ? (catchOf(origin, dispatch.scope)?.types ?? []) : [];
}

/** Whether the function says that it throws these, where the language wants it said. */
function mayThrow(site: FixSite, types: readonly string[]): boolean {
	const { throws } = site.language.stubs;
	const { func } = site.dispatch.scope;
	if (throws === undefined) return true;
	const head = func ? site.source({ start: func.start, end: func.body.start }) : '';
	return types.every((type) => new RegExp(filledPattern(throws, { type })).test(head));
}

/** A result of a function around that an arm gives an error to: `err` of a goroutine's outer function. */
function outerResult(site: FixSite): string | undefined {
	const { scope } = site.dispatch;
	const effects = effectsOf(site);
	for (const node of statementsOfArms(site)) {
		if (node.kind !== 'assign' || !node.plain || node.declares) continue;
		const [target] = node.targets;
		const isError = node.values.length === 1 && node.values.every((value) => effects.isError(value));
		if (target?.kind === 'name' && node.targets.length === 1 && isError && !isLocal(target.text, scope))
			return target.text;
	}
	return undefined;
}

/** Whether the program, or what it cannot do without, starts here: nobody is above to hand an error to. */
function isStart({ language, dispatch }: FixSite): boolean {
	const { starts } = language.stubs;
	const { func } = dispatch.scope;
	return !func || (starts !== undefined && func.name !== '' && new RegExp(starts).test(functionName(dispatch.scope)));
}
