/** Makes a test for a family's bare name one that its children pass. */
import type { FoundConditional } from '../dispatch/found.ts';
import { givenTo } from '../dispatch/scope.ts';
import type { TextEdit } from '../model.ts';
import type { Syntax } from '../recognise/syntax.ts';
import { walk } from '../recognise/walk.ts';
import { withImports } from './insert.ts';
import type { FixSite } from './site.ts';
import { indentAt } from './style.ts';
import { fill } from './template.ts';

/** A comparison as a test for the code's beginning; undefined where the value is compared with by no operator. */
export function prefixEdits({ node }: FoundConditional, value: Syntax, site: FixSite): TextEdit[] | undefined {
	const { prefix, openValue, openLabel, textMark } = site.language.stubs;
	const isLabel = node.kind === 'switch' && node.arms.some((arm) => arm.values.includes(value));
	const open = fill((isLabel ? openLabel : openValue) ?? [], { value: site.source(value) })?.[0];
	if (open !== undefined) return [{ start: site.at(value.start), end: site.at(value.end), newText: open }];
	let found: (Syntax & { kind: 'binary' }) | undefined;
	walk(node, (part) => {
		if (part.kind === 'binary' && (part.left === value || part.right === value)) found = part;
		return !found;
	});
	if (!found || !prefix || (found.operator !== '==' && found.operator !== '!=')) return undefined;
	// A text that is compared by a function has no methods.
	if (textMark !== undefined && site.source(found).includes(textMark)) return undefined;
	const subject = found.left === value ? found.right : found.left;
	// A name that was given its value nearby, or a field, may be empty.
	const isGiven = subject.kind !== 'name' || givenTo(subject.text, site.dispatch.scope) !== undefined;
	const text = site.source(subject.written ?? subject);
	const written = site.source(value);
	const { notPrefix } = site.language.stubs;
	const isOpposite = notPrefix !== undefined && found.operator === '!=';
	const maybe = isGiven ? '?' : '';
	const bare = { mark: written.charAt(0), bare: written.slice(1, -1) };
	const filling = { subject: text, value: written, ...bare, maybe, length: String(written.length - 2) };
	const test = fill(isOpposite ? notPrefix : prefix, filling)?.[0];
	if (test === undefined || text.includes('\n')) return undefined;
	const [spelt = '!'] = Object.entries(site.language.operators).find(([, operator]) => operator === 'not') ?? [];
	const not = found.operator === '==' || isOpposite ? '' : /\w$/.test(spelt) ? `${spelt} ` : spelt;
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
	if (!arm || children.length === 0 || (stubs.ways.length > 0 && node.kind !== 'switch')) return undefined;
	const isBare = value.kind === 'text' && value.inner.start === value.start;
	const quote = isBare ? '' : value.kind === 'text' ? site.text.charAt(site.at(value.start)) : site.style.quote;
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
