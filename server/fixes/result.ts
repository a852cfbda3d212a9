/**
 * What functions give back without saying so, where a language does: an arm's last expression is the result there, and a
 * `return` before it says too much.
 */
import type { FoundConditional } from '../dispatch/found.ts';
import type { Syntax } from '../recognise/syntax.ts';
import { flat } from './insert.ts';
import type { FixSite } from './site.ts';

const SAYS_SO = /^return\b[ \t]*/;

/** Whether a return is one that nobody wrote. */
const isUnsaid = (node: Syntax, site: FixSite): boolean => node.kind === 'return' && !SAYS_SO.test(site.source(node));

/** Whether the arms of a conditional are what the function gives back. */
export const givesResult = (conditional: FoundConditional, site: FixSite): boolean =>
	site.language.lastIsResult !== false &&
	conditional.arms.some((arm) => {
		const last = arm.body.flatMap(flat).at(-1);
		return last !== undefined && isUnsaid(last, site);
	});

/** Lines that leave a function, as the arms of this conditional say it. */
export function asResult(lines: readonly string[], conditional: FoundConditional, site: FixSite): readonly string[] {
	return givesResult(conditional, site) ? unsaid(lines) : lines;
}

/** The same in the place of a result. */
export const asResultAt = (lines: readonly string[], result: Syntax, site: FixSite): readonly string[] =>
	site.language.lastIsResult !== false && isUnsaid(result, site) ? unsaid(lines) : lines;

function unsaid(lines: readonly string[]): readonly string[] {
	return lines.map((line, i) =>
		i === lines.length - 1 && SAYS_SO.test(line) ? line.replace(SAYS_SO, '').replace(/;$/, '') : line,
	);
}

/** The text of a statement that stands elsewhere, as it has to be written anywhere. */
export function asStatement(node: Syntax, site: FixSite): string {
	const text = site.source(node);
	if (site.language.lastIsResult === false) return text;
	const said = isUnsaid(node, site) ? `return ${text}` : text;
	return site.style.semicolon === ';' && !said.endsWith(';') ? `${said};` : said;
}
