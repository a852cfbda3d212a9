/** The fields that stand beside the code in its reply, written as the code's own field is: its message, a batch's items. */

import { wordsOf } from '../recognise/names.ts';
import { pathText } from '../recognise/pathText.ts';
import type { Syntax } from '../recognise/syntax.ts';
import type { FixSite } from './site.ts';
import { filledPattern } from './template.ts';

/** The reply's message beside the subject, as an expression; undefined where none is in sight. */
export function messageBeside(site: FixSite): string | undefined {
	const { subject, scope } = site.dispatch;
	const { messages, fields } = site.lookup.catalogue.match;
	const names = [...messages, 'message', 'msg'];
	// A variable that was given the message of the same carrier, or a parameter beside a bare code
	for (let at: typeof scope | undefined = scope; at?.func; at = at.parent)
		for (const [name, value] of at.values) {
			if (!names.includes(name) && (value === null || !names.includes(propertyOf(value)))) continue;
			const from = value ? carrierOf(value) : undefined;
			const isSame = subject.carrier ? from !== undefined && pathText(from) === pathText(subject.carrier) : true;
			if (isSame && names.includes(wordsOf(name).at(-1) ?? name)) return name;
		}
	const { property } = subject;
	const [message] = messages;
	if (property === undefined || message === undefined) return undefined;
	// `naics_code` has no `naics_message` beside it.
	const words = wordsOf(property).filter((word) => !['get', 'err', 'error'].includes(word));
	if (!fields.includes(property) && words.join() !== 'code') return undefined;
	const field = sibling(site, message);
	if (!field || (site.language.stubs.messageNeedsProof && !new RegExp(`\\b${field.name}\\b`).test(site.text)))
		return undefined;
	const { mayBeMissing } = site.language.stubs;
	if (mayBeMissing !== undefined && new RegExp(filledPattern(mayBeMissing, field)).test(site.text)) return undefined;
	return asText(site, field.text);
}

/** What reads a text, where what stands behind the code's field reads a number: `.asInt()` of a JSON value. */
function asText(site: FixSite, field: string): string | undefined {
	const { conversions } = site.language.stubs;
	const { access } = site.dispatch.subject;
	if (Object.keys(conversions).length === 0) return field;
	const behind = site.text.slice(site.at(access.end));
	const [, way] = Object.entries(conversions).find(([read]) => behind.startsWith(read)) ?? [];
	// A value of a JSON library is no text by itself.
	return way === undefined && (access.kind === 'index' || (access.kind === 'call' && access.args.length > 0))
		? undefined
		: field + (way ?? '');
}

/** A field beside the code, read from the same carrier in the same way; undefined where reading it would call again. */
function sibling(site: FixSite, name: string): { readonly text: string; readonly name: string } | undefined {
	const { access, carrier, property } = site.dispatch.subject;
	if (!carrier || property === undefined || hasMadeUpName(carrier) || !isSettled(carrier)) return undefined;
	// A name was given the code by a call: reading the message from it would call again.
	if (site.dispatch.at.kind === 'name' && callsSomething(carrier)) return undefined;
	const own = inCaseOf(property, wordsOf(property), name);
	// Taken apart by a pattern: the access itself is written nowhere.
	const isTakenApart = carrier.start < access.start || carrier.end > access.end;
	if (isTakenApart) return { text: `${site.source(carrier)}.${own}`, name: own };
	const written = withoutDefault(site, access);
	const last = written.lastIndexOf(property);
	return last === -1
		? undefined
		: { text: written.slice(0, last) + own + written.slice(last + property.length), name: own };
}

/** The field of the reply that holds the items of a batch. */
export function itemsBeside(site: FixSite): string | undefined {
	const { access, carrier } = site.dispatch.subject;
	const [items] = site.lookup.catalogue.match.items;
	if (!carrier || items === undefined || (access.kind === 'call' && access.args.length === 0)) return undefined;
	const field = sibling(site, items);
	// Only batch calls answer with items. Where a compiler would mind, the same reply's items must be read already.
	if (field && site.language.stubs.itemsNeedProof && !site.reads(`${pathText(carrier)}.${field.name}`))
		return undefined;
	return field?.text;
}

/** `reply.get("code", 0)` without the value for when there is none: it would not fit another field. */
function withoutDefault(site: FixSite, access: Syntax): string {
	const [field, fallback] = access.kind === 'call' ? access.args : [];
	if (!field || !fallback) return site.source(access);
	return site.source({ start: access.start, end: field.end }) + site.source({ start: fallback.end, end: access.end });
}

/** Names, fields, keys and plain accessors: nothing is done to get it. */
export function isSettled(node: Syntax): boolean {
	if (node.kind === 'member') return isSettled(node.object);
	if (node.kind === 'index') return isSettled(node.object) && isSettled(node.index);
	// `response.json()` only reads what is there.
	if (node.kind === 'call') return node.args.length === 0 && node.callee.kind === 'member' && isSettled(node.callee);
	return node.kind === 'name' || node.kind === 'text' || node.kind === 'number';
}

const callsSomething = (node: Syntax): boolean =>
	node.kind === 'call' || ((node.kind === 'member' || node.kind === 'index') && callsSomething(node.object));

const hasMadeUpName = (carrier: Syntax): boolean => pathText(carrier).startsWith('{');

const propertyOf = (node: Syntax): string =>
	node.kind === 'member' ? node.property : node.kind === 'index' && node.index.kind === 'text' ? node.index.value : '';

const carrierOf = (node: Syntax): Syntax | undefined =>
	node.kind === 'member' || node.kind === 'index' ? node.object : undefined;

/** `message` in the spelling of a sibling: `Code` → `Message`, `getCode` → `getMessage`, `err_code` → `err_message`. */
export function inCaseOf(sibling: string, words: readonly string[], name: string): string {
	const last = words.at(-1) ?? sibling;
	const at = sibling.toLowerCase().lastIndexOf(last);
	const written = at === -1 ? sibling : sibling.slice(at, at + last.length);
	const own =
		written === written.toUpperCase() && /[A-Z]/.test(written)
			? name.toUpperCase()
			: /^[A-Z]/.test(written)
				? name.charAt(0).toUpperCase() + name.slice(1)
				: name.charAt(0).toLowerCase() + name.slice(1);
	return at === -1 ? own : sibling.slice(0, at) + own + sibling.slice(at + last.length);
}
