/** Makes a test for a family's bare name one that its children pass. */
import type { FoundConditional } from '../dispatch/find.ts';
import { givenTo } from '../dispatch/scope.ts';
import type { TextEdit } from '../model.ts';
import { type Syntax, walk } from '../recognise/syntax.ts';
import { withImports } from './insert.ts';
import type { FixSite } from './site.ts';
import { indentAt } from './style.ts';
import { fill } from './template.ts';

/** A comparison as a test for the code's beginning; undefined where the value is compared with by no operator. */
export function prefixEdits({ node }: FoundConditional, value: Syntax, site: FixSite): TextEdit[] | undefined {
	const { prefix } = site.language.stubs;
	let found: (Syntax & { kind: 'binary' }) | undefined;
	walk(node, (part) => {
		if (part.kind === 'binary' && (part.left === value || part.right === value)) found = part;
		return !found;
	});
	if (!found || !prefix || (found.operator !== '==' && found.operator !== '!=')) return undefined;
	const subject = found.left === value ? found.right : found.left;
	// A name that was given its value nearby, or a field, may be empty.
	const isGiven = subject.kind !== 'name' || givenTo(subject.text, site.dispatch.scope) !== undefined;
	const text = site.source(subject.written ?? subject);
	const test = fill(prefix, { subject: text, value: site.source(value), maybe: isGiven ? '?' : '' })?.[0];
	if (test === undefined || text.includes('\n')) return undefined;
	const [spelt = '!'] = Object.entries(site.language.operators).find(([, operator]) => operator === 'not') ?? [];
	const not = found.operator === '==' ? '' : /\w$/.test(spelt) ? `${spelt} ` : spelt;
	return withImports([{ start: site.at(found.start), end: site.at(found.end), newText: not + test }], [test], site);
}

/** The children in the place of the family: more labels, alternatives or items. */
export function childrenEdits(
	conditional: FoundConditional,
	index: number,
	value: Syntax,
	children: readonly string[],
	site: FixSite,
): TextEdit[] | undefined {
	const { stubs } = site.language;
	const { node, arms } = conditional;
	const arm = arms[index];
	if (!arm || children.length === 0) return undefined;
	const quote = value.kind === 'text' ? site.text.charAt(site.at(value.start)) : site.style.quote;
	const values = children.map((child) => `${quote}${child}${quote}`);
	const isLabel = node.kind === 'switch' && node.subject !== undefined && node.subject.kind !== 'constant';
	const label = isLabel ? stubs.label : undefined;
	if (label && 'each' in label) {
		const start = site.at(arm.start);
		const colon = site.text.indexOf(':', site.at(value.end));
		if (/\S/.test(site.text.slice(site.at(value.end), colon))) return undefined;
		const labels = values.map((one) => fill(label.each, { value: one, comment: '' })?.[0] ?? '');
		const newText = labels.join(`${site.style.newline}${indentAt(site.text, start)}`);
		return [{ start, end: colon + 1, newText }];
	}
	const newText = values.join(label ? label.join : ', ');
	return [{ start: site.at(value.start), end: site.at(value.end), newText }];
}
