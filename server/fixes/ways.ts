/** How a dispatch writes its own tests, where a language has several ways; and expressions as they stand in a text. */
import type { FoundDispatch } from '../dispatch/found.ts';
import { rungs } from '../dispatch/ladders.ts';
import type { LanguageData } from '../languages/language.ts';
import type { Syntax } from '../recognise/syntax.ts';

type Source = (node: Syntax) => string;

/** What the tests of a dispatch say, without what their arms do. */
export function writtenTests({ conditionals }: FoundDispatch, source: Source): string {
	return conditionals
		.map(({ node }) =>
			node.kind === 'if'
				? rungs(node)
						.map(({ condition }) => source(condition))
						.join('\n')
				: node.kind === 'loop' && node.condition
					? source(node.condition)
					: source(node),
		)
		.join('\n');
}

/** The language with the way of testing that the dispatch's own tests show. */
export function spokenIn(dispatch: FoundDispatch, language: LanguageData, source: Source): LanguageData {
	const { ways } = language.stubs;
	if (ways.length === 0) return language;
	const asks = dispatch.conditionals.filter(({ node }) => node.kind !== 'switch');
	const tests = writtenTests({ ...dispatch, conditionals: asks }, source);
	const way = ways.find(({ shown }) => new RegExp(shown, 'm').test(tests));
	if (!way) return language;
	const { shown: _, ...own } = way;
	const said = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
	return { ...language, stubs: { ...language.stubs, ...said } };
}

/** An expression as it stands within a quoted text; as it is written where the language has no rule for that. */
export function inText(expression: string | undefined, { stubs }: LanguageData): string | undefined {
	if (expression === undefined) return undefined;
	for (const [pattern, replacement] of stubs.inText) {
		const found = new RegExp(pattern);
		if (found.test(expression)) return expression.replace(found, replacement);
	}
	return expression;
}
