/** How a dispatch spells the values that it tests for: as numbers or text, as literals or members of an enum. */

import type { Code } from '../catalogue/catalogue.ts';
import { constantRead } from '../dispatch/constants.ts';
import { givenTo } from '../dispatch/scope.ts';
import { atoms } from '../dispatch/test.ts';
import { wordsOf } from '../recognise/names.ts';
import { pathText } from '../recognise/pathText.ts';
import type { Member, Syntax } from '../recognise/syntax.ts';
import type { FixSite } from './site.ts';
import { filledPattern } from './template.ts';

/** A code as a value like those that are there; undefined where none would ever equal the subject. */
export function spelt(code: Code | 'success', site: FixSite): string | undefined {
	const value = speltAlone(code, site);
	return value === undefined ? undefined : inForm(value, site);
}

/** Values one after the other; a form that all of them have stands around them once: `Some(4100 | 4300)`. */
export function joinedValues(values: readonly (string | undefined)[], sign: string, site: FixSite): string {
	const bare = values.map((value) => value ?? '');
	const [, form] = /^(\w+)\(.*\)$/.exec(bare[0] ?? '') ?? [];
	const isHeld =
		form !== undefined && site.language.stubs.held !== '' && bare.every((one) => one.startsWith(`${form}(`));
	if (!isHeld || sign.trim() !== '|') return bare.join(sign);
	return `${form}(${bare.map((one) => one.slice(form.length + 1, -1)).join(sign)})`;
}

/** Whether the values are held in a form, so that what is tested is no plain number or text. */
export const isHeld = (site: FixSite): boolean => inForm('', site) !== '';

/** In the form that the values have here: `Some(4100)`. */
function inForm(value: string, site: FixSite): string {
	const [model] = site.site.judged.values.filter(({ isHere }) => isHere).map(({ operand }) => operand.node);
	if (!model) return value;
	// `(int)Code.Denied`, `Code::Denied as i64`
	const { written } = model;
	if (written && (written.start < model.start || (model.cast && written.end > model.end))) {
		const { start, end } = written;
		const isLiteral = /^[\d"'-]/.test(value);
		if (isLiteral || value === '') return value;
		return site.source({ start, end: model.start }) + value + site.source({ start: model.end, end });
	}
	if (model.cast) {
		const forms = model.cast.split(/[()]+/).filter((form) => form !== '');
		return forms.reduceRight((inner, form) => `${form}(${inner})`, value);
	}
	const [held] = model.kind === 'call' ? model.args : [];
	if (model.kind !== 'call' || !held || site.reader.peel(model) === model) return value;
	return `${site.source(model.callee)}(${value})`;
}

function speltAlone(code: Code | 'success', site: FixSite): string | undefined {
	const member = memberFor(code, site);
	if (member) return member;
	// A member of some enums equals no literal, and what is made one equals members alone.
	if (ownersOf(site).some((owner) => isSealed(owner, site)) || ownerOfArms(site) !== undefined) return undefined;
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
	// A word without marks around it stands as it is.
	const isBare = model?.node.kind === 'text' && model.node.inner.start === model.node.start;
	const quote = isBare ? '' : model ? site.text.charAt(site.at(model.node.start)) : site.style.quote;
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

/** The members that are compared with here, with what reads the code of one: `ErrorCode.Denied`, `ErrorCode.DENIED.getCode()`. */
const membersOf = ({ site, reader }: FixSite): readonly { readonly member: Member; readonly end: number }[] =>
	site.judged.values.flatMap(({ operand: { node }, isHere }) => {
		if (!isHere) return [];
		const constant = constantRead(node, reader);
		const member = constant?.kind === 'member' ? constant : node;
		return member.kind === 'member' ? [{ member, end: node.end }] : [];
	});

/** The type whose members the arms name without its name: `ErrorCode` of `case DENIED:`. */
function ownerOfArms({ site, language, dispatch, constants }: FixSite): string | undefined {
	if (!language.lexicon.armsNameMembers) return undefined;
	for (const { operand } of site.judged.values) {
		const { node, role } = operand;
		if (node.kind !== 'name' || (role !== 'arm' && !node.isMember)) continue;
		const paths = [...constants.keys()].filter((path) => path === node.text || path.endsWith(`.${node.text}`));
		const [path = ''] = paths;
		const owner = path.slice(0, Math.max(0, path.lastIndexOf('.')));
		if (paths.length === 1 && owner !== '' && !dispatch.scope.enclosing.includes(owner)) return owner;
	}
	return undefined;
}

/** Whether a constant is of those that are compared with here: the first word is theirs, as in `ERR_DENIED` and `ERR_GONE`. */
function isAmongConstants(name: string, { site }: FixSite): boolean {
	const [first, ...others] = wordsOf(name);
	return (
		others.length > 0 &&
		site.judged.values.some(({ operand: { node }, isHere }) => {
			if (!isHere || node.kind !== 'name') return false;
			const words = wordsOf(node.text);
			return words.length > 1 && words[0] === first;
		})
	);
}

/** The types or tables whose members are compared with: `ErrorCode` of `ErrorCode.Denied`. */
function ownersOf(site: FixSite): readonly string[] {
	return site.site.judged.values.flatMap(({ operand: { node } }) =>
		node.kind === 'member' ? [pathText(node.object)] : (ownerOfBare(node, site) ?? []),
	);
}

/** The type or table whose member is read here by its bare name: `ApiCode` of `Denied`, below `using enum ApiCode`. */
function ownerOfBare(node: Syntax, { constants }: FixSite): string | undefined {
	if (node.kind !== 'name') return undefined;
	const [path = '', ...others] = [...constants.keys()].filter((one) => one.endsWith(`.${node.text}`));
	return path !== '' && others.length === 0 ? path.slice(0, path.lastIndexOf('.')) : undefined;
}

/** A member for the code of the enum or class whose other members are used here: `ErrorCode.Denied`. */
function memberFor(code: Code | 'success', site: FixSite): string | undefined {
	for (const [path, text] of site.constants) {
		const isIt = code === 'success' ? site.lookup.catalogue.success.includes(text) : text === code.code;
		const at = path.lastIndexOf('.');
		const model = isIt
			? membersOf(site).find(({ member }) => isOwner(path.slice(0, at), pathText(member.object)))
			: undefined;
		if (isIt && at !== -1 && path.slice(0, at) === ownerOfArms(site)) return path.slice(at + 1);
		const isBare = ({ operand: { node }, isHere }: (typeof site.site.judged.values)[number]): boolean =>
			isHere &&
			node.kind === 'name' &&
			ownerOfBare(node, site) === path.slice(0, at) &&
			site.constants.has(node.text) === site.constants.has(path.slice(at + 1));
		if (isIt && at !== -1 && site.site.judged.values.some(isBare)) return path.slice(at + 1);
		// A constant of the file, where the others are constants: `case ERR_DENIED:`
		if (isIt && at === -1 && isAmongConstants(path, site)) return path;
		// As the others are written: `ErrorCode::Denied`
		if (!model) continue;
		const { member, end } = model;
		const before = site.source({ start: member.start, end: member.end - member.property.length });
		return before + path.slice(at + 1) + site.source({ start: member.end, end });
	}
	return undefined;
}

/** Whether a type is one whose members equal nothing but themselves, as far as its own file says. */
function isSealed(owner: string, { language, text, dispatch }: FixSite): boolean {
	const { sealed } = language.stubs;
	// What is cast to the type of the members is no number any more, wherever the type is declared.
	if (sealed !== undefined && dispatch.at.cast === owner) return true;
	return sealed !== undefined && new RegExp(filledPattern(sealed, { name: owner }), 'm').test(text);
}

/** Whether a type is meant by a name that may leave out what stands around it. */
const isOwner = (path: string, name: string): boolean => path === name || path.endsWith(`.${name}`);
