/** A failure that a dispatch shows already: the statement of a sibling arm that fails with the code or the whole reply. */
import { Effects } from '../dispatch/effects.ts';
import { givenTo } from '../dispatch/scope.ts';
import { pathText } from '../recognise/pathText.ts';
import type { Syntax } from '../recognise/syntax.ts';
import { walk } from '../recognise/walk.ts';
import { flat } from './insert.ts';
import { asStatement } from './result.ts';
import type { FixSite } from './site.ts';

interface SiblingFailure {
	readonly text: string;
	/** What is behind it comes, too. */
	readonly runsOn: boolean;
}

export const effectsOf = ({ language, reader, dispatch, lookup }: FixSite): Effects =>
	new Effects(language, reader, dispatch.subject, dispatch.scope, new Set(lookup.catalogue.match.messages));

/** The statements of all arms that are not for success alone. */
export function* statementsOfArms(site: FixSite): Generator<Syntax> {
	for (const { arms } of site.dispatch.conditionals)
		for (const arm of arms) {
			// What hands on the reply of a success fails nowhere.
			if (site.decide(arm.test, 'success') === 'yes' && site.decide(arm.test, 'other') === 'no') continue;
			yield* arm.body.flatMap(flat);
		}
}

/** A statement of another arm that fails with the code or the whole reply and says nothing of one code in particular. */
export function siblingFailure(site: FixSite): SiblingFailure | undefined {
	const effects = effectsOf(site);
	for (const node of statementsOfArms(site)) {
		const ends = node.kind === 'call' && effects.fails(node);
		const fails =
			ends ||
			node.kind === 'throw' ||
			// An error given back, or handed to a callback: `return done(new Error(…))`
			(node.kind === 'return' &&
				node.values.some((value) => effects.isError(value) || (isSaid(node, value) && effects.passesOn(value))));
		if (!fails) continue;
		const values = node.kind === 'call' ? node.args : node.values;
		if (!values.some((value) => effects.handsOn(value)) || isParticular(node)) continue;
		// A `RetryError` asks somebody to try again.
		if (effects.retries(node) || values.some((value) => isLookedUp(value, site))) continue;
		const text = site.source(node);
		if (text.includes('\n') || !(ends || carriesCode(node, text, site))) continue;
		return { text: closed(asStatement(node, site), node, site), runsOn: ends && runsOn(node, site) };
	}
	return undefined;
}

/** A call of what the code was looked up in a table for: it is there for the table's codes only. */
function isLookedUp(value: Syntax, site: FixSite): boolean {
	const { reader, dispatch } = site;
	if (value.kind !== 'call') return false;
	const { callee, args } = value;
	const isKey = (node: Syntax): boolean => reader.read(node, dispatch.scope)?.key === dispatch.subject.key;
	const behind = (node: Syntax) => (node.kind === 'name' ? givenTo(node.text, dispatch.scope, node.start) : node);
	// `public_send(handler, reply)`
	if (args.map(behind).some((arg) => arg?.kind === 'index' && isKey(arg.index))) return true;
	if (callee.kind === 'member') return false;
	const handler = behind(callee);
	let isByCode = false;
	if (handler)
		walk(handler, (part) => {
			isByCode ||= isKey(part);
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

/** A call that is a function's last value is there for its own sake. */
const isSaid = (node: Syntax, value: Syntax): boolean => value.kind !== 'call' || node.start < value.start;

/** A statement with the semicolon that stands behind it. */
const closed = (statement: string, node: Syntax, site: FixSite): string =>
	!statement.endsWith(';') && site.text.charAt(site.at(node.end)) === ';' ? `${statement};` : statement;

/** Whether a call that fails comes back: its arm goes on behind it, or is the last and need not say so. */
function runsOn(call: Syntax, { dispatch, language }: FixSite): boolean {
	if (call.kind === 'call' && language.lexicon.exits.includes(pathText(call.callee))) return false;
	return dispatch.conditionals.some(({ arms }) =>
		arms.some(({ body }, i) => {
			const own = body.flatMap(flat);
			return own.includes(call) && (own.at(-1) !== call || i === arms.length - 1);
		}),
	);
}
