/** How an arm fails: as a sibling shows, with the error that is at hand, or in the language's way. */
import type { Code } from '../catalogue/catalogue.ts';
import { typesOf } from '../dispatch/carrier.ts';
import { Effects } from '../dispatch/effects.ts';
import type { FoundConditional } from '../dispatch/find.ts';
import { catchOf, functionName, givenTo, isLocal } from '../dispatch/scope.ts';
import type { LanguageData } from '../languages/language.ts';
import { wordsOf } from '../recognise/names.ts';
import { type Syntax, walk } from '../recognise/syntax.ts';
import { formOf } from './armForm.ts';
import { errorPaths } from './carrier.ts';
import { failingValue, formsOf, leaving, refusesByNothing } from './failing.ts';
import { flat } from './insert.ts';
import { asResult, asStatement } from './result.ts';
import type { FixSite } from './site.ts';
import { isHeld } from './spelling.ts';
import { fillFirst } from './template.ts';
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

/** Whether a statement cannot be what an arm of this form is: `throw;` in an arm that gives a value. */
const isRefused = (line: string, { dispatch, language }: FixSite): boolean =>
	dispatch.conditionals.some(({ node }) => {
		const refuses = formOf(node, language)?.refuses;
		return refuses !== undefined && new RegExp(refuses).test(line);
	});

function statementsThatFail(site: FixSite, codes: readonly Code[]): readonly string[] | undefined {
	const sibling = siblingFailure(site);
	if (sibling) return [sibling];
	const { fail, rethrow } = waysToFail(site);
	const values = valuesOf(site);
	const [only] = codes;
	const which = codes.length === 1 ? only?.code : undefined;
	// A new error would hide the one that is there.
	const again = values.caught === undefined ? undefined : fillFirst(rethrow, values);
	return again ?? fillFirst(fail, { ...values, which })?.map((line) => bareNames(line, site));
}

/** The stubs of functions that give back what this one says, or the language's usual ones. */
function waysToFail({ language, dispatch, text }: FixSite): Pick<LanguageData['stubs'], 'fail' | 'rethrow'> {
	const { stubs } = language;
	const { func } = dispatch.scope;
	const found = stubs.failBy.find(
		(one) => new RegExp(one.results, 's').test(func?.results ?? '') && new RegExp(one.text, 'm').test(text),
	);
	return found ?? stubs;
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
		global: globalMark(site),
		held: isHeld(site) ? language.stubs.held : '',
		items: site.items,
		field: site.itemField(match.fields[0] ?? 'code'),
		messageField: site.itemField(match.messages[0] ?? 'message'),
		success: success[0],
	};
}

const effectsOf = ({ language, reader, dispatch, lookup }: FixSite): Effects =>
	new Effects(language, reader, dispatch.subject, dispatch.scope, new Set(lookup.catalogue.match.messages));

/** The statements of all arms that are not for success alone. */
function* statementsOfArms(site: FixSite): Generator<Syntax> {
	for (const { arms } of site.dispatch.conditionals)
		for (const arm of arms) {
			// What hands on the reply of a success fails nowhere.
			if (site.decide(arm.test, 'success') === 'yes' && site.decide(arm.test, 'other') === 'no') continue;
			yield* arm.body.flatMap(flat);
		}
}

/** A statement of another arm that fails with the code or the whole reply and says nothing of one code in particular. */
function siblingFailure(site: FixSite): string | undefined {
	const effects = effectsOf(site);
	for (const node of statementsOfArms(site)) {
		const ends = node.kind === 'call' && effects.fails(node);
		const fails =
			ends ||
			node.kind === 'throw' ||
			// An error given back, or handed to a callback: `return done(new Error(…))`
			(node.kind === 'return' && node.values.some((value) => effects.isError(value) || effects.passesOn(value)));
		if (!fails) continue;
		const values = node.kind === 'call' ? node.args : node.values;
		if (!values.some((value) => effects.handsOn(value)) || isParticular(node)) continue;
		// A `RetryError` asks somebody to try again.
		if (effects.retries(node) || values.some((value) => isLookedUp(value, site))) continue;
		const text = site.source(node);
		if (!text.includes('\n') && (ends || carriesCode(node, text, site))) return asStatement(node, site);
	}
	return undefined;
}

/** A call of what the code was looked up in a table for: it is there for the table's codes only. */
function isLookedUp(value: Syntax, { reader, dispatch }: FixSite): boolean {
	if (value.kind !== 'call' || value.callee.kind === 'member') return false;
	const { callee } = value;
	const handler = callee.kind === 'name' ? givenTo(callee.text, dispatch.scope, callee.start) : callee;
	let isByCode = false;
	if (handler)
		walk(handler, (part) => {
			isByCode ||= reader.read(part, dispatch.scope)?.key === dispatch.subject.key;
			return !isByCode;
		});
	return isByCode;
}

/** Whether the code goes with it: the subject as it is tested here, the whole reply as an argument, the error itself. */
function carriesCode(node: Syntax & { kind: 'call' | 'return' | 'throw' }, text: string, site: FixSite): boolean {
	const { subject, dispatch } = site;
	const { carrier } = dispatch.subject;
	const names = carrier ? [carrier, site.reader.origin(carrier, dispatch.scope)] : [];
	const last = node.kind === 'call' ? undefined : node.values.at(-1);
	return (
		text.includes(subject) ||
		names.some(
			(one) =>
				one.kind === 'name' &&
				((last?.kind === 'name' && last.text === one.text) ||
					new RegExp(`[(,]\\s*${one.text.replace(/\$/g, '\\$')}\\s*[,)]`).test(text)),
		)
	);
}

/** Has a number, or words, that fit one code only. */
function isParticular(node: Syntax): boolean {
	let particular = false;
	walk(node, (part) => {
		if (part.kind === 'number' || part.kind === 'function') particular = true;
		if (part.kind === 'text' && /\p{L}{2}/u.test(part.value.replace(/%[a-z]/g, ''))) particular = true;
		return !particular;
	});
	return particular;
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
function isGivenBack(name: Syntax & { kind: 'name' }, { language, dispatch }: FixSite): boolean {
	const { scope } = dispatch;
	const form = givenTo(name.text, scope, name.start)?.cast?.split('(')[0] ?? '';
	if (language.lexicon.errorForms.includes(form)) return true;
	const results = scope.func?.results ?? '';
	return typesOf(name.text, scope).some((type) => /^[A-Z]\w*$/.test(type) && new RegExp(`\\b${type}>$`).test(results));
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
	return types.every((type) => new RegExp(throws.replaceAll('<<type>>', type.replace(/\W/g, '\\$&'))).test(head));
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

/** What the language's own names begin with in this file. */
function globalMark({ language, text }: FixSite): string {
	const { global } = language.stubs;
	return global && new RegExp(global.where, 'm').test(text) ? global.mark : '';
}
