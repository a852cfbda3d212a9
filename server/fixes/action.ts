/** What an arm does about its codes, by severity: fail, back off and try again, go through the items. */
import { type Code, nameOf, type Severity } from '../catalogue/catalogue.ts';
import { Effects } from '../dispatch/effects.ts';
import type { FoundConditional } from '../dispatch/find.ts';
import { SubjectReader } from '../dispatch/subject.ts';
import { type Syntax, walk } from '../recognise/syntax.ts';
import type { FixSite } from './site.ts';
import { fillFirst } from './template.ts';

export interface Action {
	readonly lines: readonly string[];
	/** It leaves the arm by itself. */
	readonly leaves: boolean;
}

/**
 * The lines of an action, not indented; undefined where there is none for these codes here: trying again needs a loop,
 * and going through items a reply that has them. `conditional`: where it is to stand.
 */
export function actionFor(codes: readonly Code[], site: FixSite, conditional: FoundConditional): Action | undefined {
	const { stubs } = site.language;
	const severity: Severity = codes[0]?.severity ?? 'unknown';
	if (severity === 'transient') {
		const loop = site.loopAround(conditional);
		const again = { await: site.dispatch.scope.func?.waits ? 'await' : undefined, attempt: loop?.attempt };
		const lines = loop && fillFirst(stubs.backOff, { ...valuesOf(site), ...again });
		return lines && { lines, leaves: true };
	}
	if (severity === 'partial') {
		const lines = fillFirst(stubs.items, valuesOf(site));
		return lines && { lines, leaves: false };
	}
	const lines = failLines(site, codes);
	return lines && { lines, leaves: true };
}

/** Fails with code and message: as a sibling arm does where one shows how, else in the language's way. */
export function failLines(site: FixSite, codes: readonly Code[] = []): readonly string[] | undefined {
	const sibling = siblingFailure(site);
	const [only] = codes;
	const which = codes.length === 1 ? only?.code : undefined;
	return sibling ? [sibling] : fillFirst(site.language.stubs.fail, { ...valuesOf(site), which });
}

function valuesOf(site: FixSite): Record<string, string | undefined> {
	const { style, language, lookup } = site;
	const { success, match } = lookup.catalogue;
	const subject = site.subject.includes('\n') || !site.isSettled ? undefined : site.subject;
	const message = site.message?.includes('\n') ? undefined : site.message;
	// In a template that is quoted, the expressions must not end the quotes.
	const inside = `${subject ?? ''}${message ?? ''}`;
	const quotes = [style.quote, ...language.stubs.quotes];
	const [equals, differs] = site.equality;
	return {
		subject,
		message,
		quote: quotes.find((one) => !inside.includes(one)),
		mark: style.quote,
		title: lookup.catalogue.title,
		semicolon: style.semicolon,
		indent: style.indent,
		equals,
		differs,
		zeros: zerosOf(site),
		items: site.items,
		field: site.itemField(match.fields[0] ?? 'code'),
		messageField: site.itemField(match.messages[0] ?? 'message'),
		success: success[0],
	};
}

/** A statement of another arm that fails with the code or the whole reply and says nothing of one code in particular. */
function siblingFailure(site: FixSite): string | undefined {
	const { dispatch, language } = site;
	const names = {
		codes: new Set(site.lookup.catalogue.match.fields),
		companions: new Set(site.lookup.catalogue.match.companions),
	};
	const messages = new Set(site.lookup.catalogue.match.messages);
	const effects = new Effects(
		language,
		new SubjectReader(language.lexicon, names),
		dispatch.subject,
		dispatch.scope,
		messages,
	);
	for (const conditional of dispatch.conditionals)
		for (const arm of conditional.arms) {
			// What hands on the reply of a success fails nowhere.
			if (site.decide(arm.test, 'success') === 'yes' && site.decide(arm.test, 'other') === 'no') continue;
			for (const node of arm.body.flatMap((one) => (one.kind === 'block' ? one.statements : [one]))) {
				const fails =
					node.kind === 'throw' ||
					// An error given back, or handed to a callback: `return done(new Error(…))`
					(node.kind === 'return' && node.values.some((value) => effects.isError(value) || effects.passesOn(value)));
				if (!fails || !node.values.some((value) => effects.handsOn(value)) || isParticular(node)) continue;
				// A `RetryError` asks somebody to try again.
				if (effects.retries(node)) continue;
				const text = site.source(node);
				if (!text.includes('\n') && carriesCode(text, site)) return text;
			}
		}
	return undefined;
}

/** Whether the code goes with it: the subject as it is tested here, or the whole reply as an argument. */
function carriesCode(text: string, { subject, dispatch }: FixSite): boolean {
	const { carrier } = dispatch.subject;
	return (
		text.includes(subject) ||
		(carrier?.kind === 'name' && new RegExp(`[(,]\\s*${carrier.text.replace(/\$/g, '\\$')}\\s*[,)]`).test(text))
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

/** `nil, ` for a function that returns a pointer and an error; undefined for one that returns no error. */
function zerosOf(site: FixSite): string | undefined {
	const { language, dispatch, text } = site;
	if (!language.returnsErrors) return '';
	const results = resultTypes(dispatch.scope.func?.results ?? '');
	const last = results.at(-1);
	if (!last || !language.lexicon.errorTypes.includes(last.type)) return undefined;
	return results
		.slice(0, -1)
		.map(({ name, type }) => `${name && name !== '_' ? name : zeroOf(type, site, text)}, `)
		.join('');
}

function zeroOf(type: string, { language }: FixSite, text: string): string {
	const known = language.stubs.zeros[type];
	if (known !== undefined) return known;
	if (/^(?:\*|\[\]|map\[|chan\b|<-|func\b|interface\b)/.test(type)) return 'nil';
	const declared = new RegExp(`^type\\s+${type.replace(/[^\w]/g, '\\$&')}\\s+(\\S+)`, 'm').exec(text)?.[1];
	if (declared?.startsWith('struct') || type.startsWith('[')) return `${type}{}`;
	if (declared?.startsWith('interface')) return 'nil';
	const base = declared === undefined ? undefined : language.stubs.zeros[declared];
	// Right for whatever type it may be
	return base ?? `*new(${type})`;
}

/** `(a, b int, err error)` → int, int, error with their names. */
function resultTypes(results: string): { name: string; type: string }[] {
	const inner = results.startsWith('(') ? results.slice(1, -1) : results;
	const parts = splitTop(inner)
		.map((part) => part.trim())
		.filter((part) => part !== '');
	const isNamed = parts.some(
		(part) => /^\w+\s+(?!chan\b)\S/.test(part) && !/^(?:func|map|chan|interface|struct)\b/.test(part),
	);
	if (!isNamed) return parts.map((type) => ({ name: '', type }));
	let type = '';
	const named: { name: string; type: string }[] = [];
	// `a, b int`: the type stands behind the last of its names.
	for (const part of parts.reverse()) {
		const match = /^(\w+)\s+(.+)$/.exec(part);
		if (match) type = match[2] ?? '';
		named.unshift({ name: match?.[1] ?? part, type });
	}
	return named;
}

function splitTop(text: string): string[] {
	const parts: string[] = [];
	let depth = 0;
	let from = 0;
	for (let at = 0; at < text.length; at++) {
		const char = text.charAt(at);
		if ('([{'.includes(char)) depth++;
		else if (')]}'.includes(char)) depth--;
		else if (char === ',' && depth === 0) {
			parts.push(text.slice(from, at));
			from = at + 1;
		}
	}
	parts.push(text.slice(from));
	return parts;
}

/** The comments for the codes of one arm: what each is. */
export const commentsFor = (codes: readonly Code[], comment: string): string[] =>
	codes.map((code) =>
		comment.replace('<<text>>', (codes.length === 1 && code.type ? code.type : nameOf(code)) + advice(code)),
	);

/** What has to be done besides trying again. */
const advice = ({ severity, retry }: Code): string =>
	severity === 'transient' && retry === 'resign' ? ' (sign anew)' : '';
