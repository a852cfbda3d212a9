/** Writes that the subject is a value, or that it is not, as the language compares numbers and texts. */
import type { LanguageData } from '../languages/language.ts';
import type { FixSite } from './site.ts';
import { joinedValues } from './spelling.ts';
import { fill } from './template.ts';

/** What is compared, and the operators as the file writes them. */
interface Compared {
	readonly subject: string;
	readonly value: string | undefined;
	readonly equality: readonly [equals: string, differs: string];
	/** The tests that are there. */
	readonly written?: string;
}

/** Undefined where there is no value. */
export function comparison(
	how: 'equals' | 'differs',
	{ subject, value, equality: [equals, differs], written = '' }: Compared,
	{ stubs }: LanguageData,
): string | undefined {
	const isUsual = stubs.textMark === undefined || written.includes(stubs.textMark);
	const isText = isUsual && value !== undefined && stubs.quotes.some((quote) => value.startsWith(quote));
	const texts = how === 'equals' ? stubs.textTest : stubs.textDiffers;
	const plain = how === 'equals' ? stubs.test : stubs.differs;
	return fill((isText ? texts : undefined) ?? plain, { subject, equals, differs, value })?.[0];
}

export const isCode = (site: FixSite, value: string | undefined): string | undefined =>
	comparison(
		'equals',
		{ subject: site.subject, value, equality: site.equality, written: testsOf(site) },
		site.language,
	);

export const isNotCode = (site: FixSite, value: string | undefined): string | undefined =>
	comparison(
		'differs',
		{ subject: site.subject, value, equality: site.equality, written: testsOf(site) },
		site.language,
	);

/** That the subject is one of several values, or none of them, as the file asks for several; undefined where they are joined. */
export function isOneOf(
	site: FixSite,
	values: readonly (string | undefined)[],
	how: 'tests' | 'noneOf' = 'tests',
): string | undefined {
	const { stubs } = site.language;
	const other = stubs.otherTests.find(({ where }) => new RegExp(where, 'm').test(site.text));
	const template = other ? other[how] : stubs[how];
	if (template && stubs.textsApart && areTexts(values, site) && !testsOf(site).includes(template.split('<<')[0] ?? ''))
		return undefined;
	const joined = joinedValues(values, other?.join ?? stubs.valueJoin, site);
	return template ? fill(template, { subject: site.subject, values: joined })?.[0] : joinedWithin(site, values, how);
}

const areTexts = (values: readonly (string | undefined)[], { language }: FixSite): boolean =>
	values.every((value) => language.stubs.quotes.some((quote) => value?.startsWith(quote)));

/** Several tests between one pair of brackets, in languages that have such: `[[ $code == 4100 || $code == 4300 ]]`. */
function joinedWithin(
	{ subject, equality: [equals, differs], language: { stubs } }: FixSite,
	values: readonly (string | undefined)[],
	how: 'tests' | 'noneOf',
): string | undefined {
	const { within } = stubs;
	if (!within) return undefined;
	const [test, joint] = how === 'tests' ? [within.test, stubs.or] : [within.differs, stubs.and];
	const tests = values.map((value) => fill(test, { subject, equals, differs, value })?.[0] ?? '').join(joint);
	return fill(within.around, { tests })?.[0];
}

/** The tests of a dispatch as they are written. */
const testsOf = (site: FixSite): string => site.dispatch.conditionals.map(({ node }) => site.source(node)).join('\n');
