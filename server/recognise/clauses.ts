/**
 * Conditions in clauses, all of which have to hold: `if let code = reply.code, case .paid = state, code == 4100`; and the
 * statement that demands them: `guard code == 0 else { throw … }`, whose names are there behind it.
 */

import { asBlock, type Child, type Parts } from './parts.ts';
import { asked } from './patterns.ts';
import { formOf } from './sideForms.ts';
import type { Assign, Syntax } from './syntax.ts';

/** The clauses of a condition in order. */
function clausesOf(of: Parts): Syntax[] {
	const own = new Set(of.parts.get('condition') ?? []);
	const runs: Child[][] = [];
	let run: Child[] = [];
	for (const child of of.children) {
		if (own.has(child)) {
			if (run.length === 0) runs.push(run);
			run.push(child);
		} else if (of.text(child.start, child.end) === ',') run = [];
	}
	return runs.map((one) => clauseOf(one, of));
}

/** `let code = reply.code`, `let code`, `case .failure(let error) = result`, or a condition as any. */
function clauseOf(run: readonly Child[], of: Parts): Syntax {
	const { text, shape, data } = of;
	const word = run[0] ? text(run[0].start, run[0].end) : '';
	const start = run[0]?.start ?? of.start;
	const end = run.at(-1)?.end ?? start;
	const at = run.findIndex((child) => !child.node && text(child.start, child.end) === '=');
	const value = at === -1 ? undefined : run.slice(at + 1).find(({ node }) => node)?.node;
	if (word === shape.clauses && value) {
		const pattern = formOf(run.slice(1, at), of);
		const made = pattern && asked(pattern, value);
		return made ? { ...made, start, end } : { kind: 'constant', start, end, value: 'true' };
	}
	const target = run.slice(1).find(({ node }) => node)?.node;
	if (data.lexicon.declares.includes(word) && target)
		return value ? declared(target, value, { start, end }) : there(target);
	return run[0]?.node ?? { kind: 'other', start, end, children: [] };
}

const declared = (target: Syntax, value: Syntax, { start, end }: Pick<Syntax, 'start' | 'end'>): Assign => ({
	...{ kind: 'assign', start, end, targets: [target], values: [value] },
	...{ declares: true, plain: true, type: '' },
});

/** Whether there is such a value. */
function there(left: Syntax): Syntax {
	const { start, end } = left;
	const right: Syntax = { kind: 'constant', start: end, end, value: 'null' };
	return { kind: 'binary', start, end, operator: '!=', left, right };
}

function all(clauses: readonly Syntax[]): Syntax | undefined {
	const [first, ...rest] = clauses;
	return (
		first &&
		rest.reduce<Syntax>((left, right) => {
			const { start } = left;
			return { kind: 'binary', start, end: right.end, operator: '&&', left, right };
		}, first)
	);
}

/**
 * The clauses of a condition as one, and the names that are declared before the rest is asked; nothing where a language has
 * no clauses. A name for what an index gives stays what is asked: `if let handler = handlers[code]`; and so does one that
 * a loop asks for again and again.
 */
export function inClauses(of: Parts): { readonly initializer?: Syntax; readonly condition?: Syntax } {
	if (of.shape.clauses === undefined) return {};
	const clauses = clausesOf(of);
	const isApart = (node: Syntax): boolean => of.shape.is === 'if' && isName(node) && !node.values.some(isEntry);
	const names = clauses.filter(isApart);
	const rest = clauses.filter((node) => !names.includes(node));
	const condition = all(rest.length > 0 ? rest : clauses);
	const [initializer, ...more] = rest.length > 0 ? names : [];
	if (!initializer || !condition) return condition ? { condition } : {};
	const { start } = initializer;
	const end = names.at(-1)?.end ?? initializer.end;
	const block: Syntax = { kind: 'block', start, end, statements: names, declares: true };
	return { initializer: more.length > 0 ? block : initializer, condition };
}

const isName = (node: Syntax): node is Assign => node.kind === 'assign' && node.declares;

const isEntry = (node: Syntax): boolean =>
	node.kind === 'index' && node.index.kind !== 'text' && node.index.kind !== 'number';

/**
 * What has to hold, or the block runs, which leaves: the names are declared, and where the rest does not hold, the block
 * is run. That a value is there is asked only where nothing else is.
 */
export function demandOf(of: Parts): Syntax {
	const { start, end } = of;
	const clauses = clausesOf(of);
	const names = clauses.filter(isName);
	const asks = clauses.filter((node) => !isName(node));
	const operand = all(asks.length > 0 ? asks : names.flatMap(({ values }) => values.map(there)));
	const missed = of.maybe('else');
	const consequent = asBlock(missed ?? { kind: 'block', start, end, statements: [] });
	if (!operand) return { kind: 'block', start, end, statements: [...names, consequent], declares: true };
	const condition: Syntax = { kind: 'not', start: operand.start, end: operand.end, operand };
	const asked: Syntax = { kind: 'if', start, end, condition, consequent };
	return names.length === 0 ? asked : { kind: 'block', start, end, statements: [...names, asked], declares: true };
}
