/** Builds assignments and declarations of variables. */

import { typeText } from './declare.ts';
import { asBlock, items, type Parts } from './parts.ts';
import { used } from './results.ts';
import type { Assign, Syntax } from './syntax.ts';

/** What runs where there is no value. */
function unless(value: Syntax, body: Syntax): Syntax {
	const { start, end } = body;
	const nothing: Syntax = { kind: 'constant', start, end: start, value: 'null' };
	const condition: Syntax = { kind: 'binary', start, end: start, operator: '==', left: value, right: nothing };
	return { kind: 'if', start, end, condition, consequent: asBlock(body) };
}

/** `code: Int` of `val code: Int = …` without its type. */
const bare = (target: Syntax): readonly Syntax[] => (target.kind === 'parameter' ? target.names : [target]);

/** An assignment or declaration; where a conditional gives the value, each branch assigns. */
export function assignOf(of: Parts): Syntax | undefined {
	const { shape, data, start, end } = of;
	const { sigil } = data;
	const isField = shape.field === true && sigil !== '';
	const typedTargets = items(of.all('targets'));
	const [lone] = typedTargets;
	const targets = typedTargets
		.flatMap(bare)
		.map(
			(target): Syntax =>
				isField && target.kind === 'name' && target.text.startsWith(sigil)
					? { ...target, text: target.text.slice(sigil.length) }
					: target,
		);
	const whole = of.maybe('values');
	const assign: Assign = {
		kind: 'assign',
		start,
		end,
		targets,
		// `FATAL = 4100, 4300`: one name for all of them
		values:
			whole && whole.kind === 'list' && targets.length === 1 && whole.items.length > 1
				? [{ ...whole, type: '' }]
				: items(of.all('values')),
		declares: shape.declares === true,
		plain: of.written('operator') === '' || of.written('operator') === '=' || of.written('operator') === ':=',
		type: typeText(of.written('type')) || (lone?.kind === 'parameter' ? lone.type : ''),
	};
	const [value] = assign.values;
	// `let Some(code) = reply.code else { return };`
	const missed = of.maybe('else');
	if (missed && value)
		return { kind: 'block', start, end, statements: [assign, unless(value, missed)], declares: true };
	// `val text = when (code) { … }`: each branch assigns
	const assigned = (one: Syntax): Syntax => ({ ...assign, start: one.start, end: one.end, values: [one] });
	const given = assign.values.length === 1 && assign.plain ? used(value, assigned) : undefined;
	if (given) return { kind: 'block', start, end, statements: [given], declares: true };
	return assign;
}
