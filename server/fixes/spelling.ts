/** How a dispatch spells the values that it tests for: as numbers or text, as literals or members of an enum. */
import type { Code } from '../catalogue/catalogue.ts';
import { givenTo, pathText } from '../dispatch/scope.ts';
import { atoms } from '../dispatch/test.ts';
import type { Syntax } from '../recognise/syntax.ts';
import type { FixSite } from './site.ts';

/** A code as a value like those that are there; undefined where none would ever equal the subject. */
export function spelt(code: Code | 'success', site: FixSite): string | undefined {
	const member = memberFor(code, site);
	if (member) return member;
	// A member of some enums equals no literal, and what is made one equals members alone.
	if (ownersOf(site).some((owner) => isSealed(owner, site))) return undefined;
	const { success, match } = site.lookup.catalogue;
	const isNamed = usesNames(site);
	const text = code === 'success' ? (isNamed ? match.successNames[0] : success[0]) : isNamed ? code.name : code.code;
	if (text === undefined) return undefined;
	const literals = literalsOf(site);
	const isText =
		isNamed ||
		!/^-?\d+$/.test(text) ||
		(literals.length > 0 ? literals.every(({ node }) => node.kind === 'text') : isMadeText(site));
	if (!isText) return text;
	const model = literals.find(({ node, isHere }) => isHere && node.kind === 'text');
	const quote = model ? site.text.charAt(site.at(model.node.start)) : site.style.quote;
	return `${quote}${text}${quote}`;
}

/** Whether the names of codes are compared with, not the codes. */
function usesNames({ dispatch }: FixSite): boolean {
	if (dispatch.subject.via === 'companion') return true;
	const vias = dispatch.conditionals.flatMap(({ arms }) =>
		arms.flatMap((arm) => [...atoms(arm.test)].flatMap(([test]) => ('via' in test ? [test.via] : []))),
	);
	return vias.length > 0 && vias.every((via) => via === 'companion');
}

/** What the values of the tests are at last: those of sets, tables and constants too. `isHere`: in the site's unit. */
function literalsOf({ site }: FixSite): { node: Syntax; isHere: boolean }[] {
	return site.judged.values.flatMap(({ resolved }) =>
		resolved.kind === 'value' && (resolved.literal.kind === 'text' || resolved.literal.kind === 'number')
			? [{ node: resolved.literal, isHere: resolved.unit === undefined && resolved.from === undefined }]
			: [],
	);
}

/** Whether the subject has been made a text: `str(reply["code"])`. */
function isMadeText({ dispatch, language }: FixSite): boolean {
	const { at, scope } = dispatch;
	const made = at.kind === 'name' ? (givenTo(at.text, scope, at.start) ?? at) : at;
	if (made.kind !== 'call') return false;
	const name = made.callee.kind === 'member' && made.args.length === 0 ? made.callee.property : pathText(made.callee);
	return language.stubs.makesText.includes(name);
}

/** The types or tables whose members are compared with: `ErrorCode` of `ErrorCode.Denied`. */
function ownersOf({ site }: FixSite): readonly string[] {
	return site.judged.values.flatMap(({ operand: { node } }) => (node.kind === 'member' ? [pathText(node.object)] : []));
}

/** A member for the code of the enum or class whose other members are used here: `ErrorCode.Denied`. */
function memberFor(code: Code | 'success', site: FixSite): string | undefined {
	const owners = new Set(ownersOf(site));
	for (const [path, text] of site.constants) {
		const isIt = code === 'success' ? site.lookup.catalogue.success.includes(text) : text === code.code;
		if (isIt && owners.has(path.slice(0, path.lastIndexOf('.')))) return path;
	}
	return undefined;
}

/** Whether a type is one whose members equal nothing but themselves, as far as its own file says. */
function isSealed(owner: string, { language, text }: FixSite): boolean {
	const { sealed } = language.stubs;
	return sealed !== undefined && new RegExp(sealed.replace('<<name>>', owner.replace(/\W/g, '\\$&')), 'm').test(text);
}
