/** Arms that are not written in the language's usual way: `4100 => throw …,` beside `case 4100:`. */
import type { LanguageData } from '../languages/language.ts';
import type { Syntax } from '../recognise/syntax.ts';

export type ArmForm = LanguageData['stubs']['forms'][string];

/** The same where an arm with one statement is an expression, or ends with its statement. */
export function lineFormOf(node: Syntax, language: LanguageData): ArmForm | undefined {
	const form = formOf(node, language);
	return form?.line === undefined ? undefined : form;
}

/** The form of a switch's arms; undefined for the usual one, and where nothing is a switch. */
export const formOf = (node: Syntax, { stubs }: LanguageData): ArmForm | undefined =>
	node.kind === 'switch' && node.writes !== undefined ? stubs.forms[node.writes] : undefined;
