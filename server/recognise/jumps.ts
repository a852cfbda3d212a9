/**
 * Jumps to another arm, by its name, and jumps that count what they leave (`break 2`, `continue 2`), in languages where a switch counts as a loop does: each is
 * given the label of the loop that it means, or is the break that it comes to.
 */

import type { LanguageData } from '../languages/language.ts';
import type { Parts } from './parts.ts';
import type { Arm, Goto, Jump, Loop, Switch, Syntax } from './syntax.ts';
import { childrenOf } from './walk.ts';

type Changing<T> = { -readonly [K in keyof T]: T[K] };

/** The jumps in a loop or switch that mean it, by how many they leave, are bound to it. Their nodes are changed in place. */
function bindJumps<T extends Loop | Switch>(around: T): T {
	const bound: Changing<Jump>[] = [];
	const visit = (node: Syntax, depth: number): void => {
		if (node.kind === 'function' || node.kind === 'type') return;
		if (node.kind === 'jump' && Number(node.label ?? 1) === depth) bound.push(node);
		const inner = node.kind === 'loop' || node.kind === 'switch' ? depth + 1 : depth;
		for (const child of childrenOf(node)) visit(child, inner);
	};
	for (const child of childrenOf(around)) visit(child, 1);
	const counted = bound.filter(({ label }) => label !== undefined && label !== '1');
	for (const jump of bound) {
		// To go on with a switch is to leave it.
		if (around.kind === 'switch') jump.to = 'break';
		if (jump.label === '1') delete jump.label;
	}
	if (counted.length === 0) return around;
	const label = `@${around.start}`;
	for (const jump of counted) jump.label = label;
	return around.kind === 'loop' ? { ...around, label } : around;
}

/** `continue denied`, where an arm has that name, goes on with what the arm runs. Nodes are changed in place. */
export function goneOn(arms: readonly Arm[]): readonly Arm[] {
	const labelled = new Map(arms.flatMap((arm) => (arm.label === undefined ? [] : [[arm.label, arm] as const])));
	if (labelled.size === 0) return arms;
	const visit = (node: Syntax): void => {
		const arm = node.kind === 'jump' && node.to === 'continue' ? labelled.get(node.label ?? '') : undefined;
		for (const child of childrenOf(node)) visit(child);
		if (!arm) return;
		// Behind it the switch is over; how often it goes to one above, nobody can say.
		const over: Jump = { kind: 'jump', start: arm.end, end: arm.end, to: 'break' };
		const target = arm.start > node.start ? [...arm.body, over] : [over];
		Object.assign(node, { kind: 'goto', target, isBack: false } satisfies Partial<Goto>);
	};
	for (const { body } of arms) for (const node of body) visit(node);
	return arms;
}

/** `goto continue`, where the label ends the body of a loop around, goes on with it. Gives the others; those are changed in place. */
export function toNextTime(gotos: readonly Goto[], loops: readonly Loop[]): readonly Goto[] {
	const within = ({ start, end }: Goto): Changing<Loop>[] =>
		loops.filter((loop) => loop.body.start <= start && end <= loop.body.end).sort((a, b) => b.start - a.start);
	return gotos.filter((one) => {
		const around = within(one);
		const loop = around.find(({ body }) => endsWith(body, one.label));
		if (!loop) return true;
		const jump: Partial<Changing<Jump>> = Object.assign(
			one as Partial<Goto>,
			{ kind: 'jump', to: 'continue' } as const,
		);
		if (loop === around[0]) delete jump.label;
		else jump.label = loop.label ??= `@${loop.start}`;
		return false;
	});
}

/** Whether nothing but counting stands behind a label to the end of a block. */
function endsWith(body: Syntax, label: string): boolean {
	if (body.kind !== 'block') return false;
	const at = body.statements.findIndex((node) => node.kind === 'block' && node.label === label);
	const behind = at === -1 ? [] : body.statements.slice(at);
	const own = behind[0]?.kind === 'block' ? behind[0].statements : [];
	const isIdle = (node: Syntax): boolean =>
		node.kind === 'nothing' || (node.kind === 'other' && node.children.length === 0) || isCount(node);
	return at !== -1 && [...own, ...behind.slice(1)].every(isIdle);
}

/** `tries = tries + 1` */
const isCount = (node: Syntax): boolean =>
	node.kind === 'assign' &&
	node.values.every(
		(value) =>
			value.kind === 'number' ||
			(value.kind === 'binary' && [value.left, value.right].every(({ kind }) => kind === 'name' || kind === 'number')),
	);

/** A loop or switch with the jumps that mean it, where the language counts what they leave. */
export const withJumps = (data: LanguageData, node: Loop | Switch): Loop | Switch =>
	data.countedJumps ? bindJumps(node) : node;

/** Statements with the labels that stand before them as nodes of their own: `outer: for code in codes { … }`. */
export function labelledIn({ parts, text }: Parts, statements: readonly Syntax[]): readonly Syntax[] {
	const labels = parts.get('labels') ?? [];
	if (labels.length === 0) return statements;
	return statements.map((node): Syntax => {
		const { start, end } = node;
		const own = labels.find((label) => label.end <= start && text(label.end, start).trim() === '');
		if (!own) return node;
		const label = text(own.start, own.end).replace(/\s*:$/, '');
		return node.kind === 'loop' || node.kind === 'block'
			? { ...node, label }
			: { kind: 'block', start, end, label, statements: [node] };
	});
}
