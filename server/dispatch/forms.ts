/**
 * The forms that the arms of a switch ask their value to have: `Ok(reply)`, `Err(e)`, `case ApiException e`. A code is read
 * from one of them; an arm that takes anything of that form takes the rest of the codes, and one of another form none.
 */

import { pathText } from '../recognise/pathText.ts';
import type { Arm, Syntax } from '../recognise/syntax.ts';
import { NEVER, type Test } from './test.ts';

/** The form that an arm asks for; '' where it takes any. */
export function formOf({ captures = [], values }: Arm): string {
	const [given] = captures;
	const [asked] = values;
	const own = writtenForm(given) || writtenForm(asked);
	if (own !== '' || !given) return own;
	return asked?.kind === 'name' || asked?.kind === 'member' ? pathText(asked) : '';
}

/** The forms of some arms, those that take any left out. */
export const formsOf = (arms: readonly Arm[]): ReadonlySet<string> =>
	new Set(arms.map(formOf).filter((form) => form !== ''));

const writtenForm = (node: Syntax | undefined): string =>
	node?.cast ?? (node?.kind === 'table' || node?.kind === 'list' ? node.type.replace(/^,$/, '') : '');

/** What an arm that asks for no code says of one. `forms`: those of the arms that do. */
export function testOfForm(arm: Arm, forms: ReadonlySet<string>): Test {
	const form = formOf(arm);
	const isTheirs =
		form === '' || forms.size === 0 || [...forms].some((one) => one === form || one.startsWith(`${form}(`));
	return isTheirs ? { kind: 'always' } : NEVER;
}
