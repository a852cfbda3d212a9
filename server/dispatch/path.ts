/**
 * The way of a code that no test names, through the arms that take anything and the code after the dispatch, outward
 * to the end of the function: does it fail, report or hand on before it gets lost?
 */
import type { FallbackPolicy } from '../../shared/settings.ts';
import type { Loop, Syntax } from '../recognise/syntax.ts';
import { childrenOf } from '../recognise/walk.ts';
import { doesSomething, effectiveBody } from './armBody.ts';
import type { Candidate, Decider } from './decide.ts';
import type { Effects } from './effects.ts';
import { isNull } from './failing.ts';
import type { FoundArm, FoundConditional, FoundDispatch } from './found.ts';
import { Held } from './held.ts';
import { Inert } from './inert.ts';
import { Preface } from './preface.ts';
import { Returns } from './returns.ts';
import { ancestorsOf } from './scope.ts';
import { statements } from './scopes.ts';
import { COUNTS, jumpStep, leaveLoop, outOf, type Step } from './steps.ts';
import type { SubjectReader } from './subject.ts';
import { TestReader } from './testReader.ts';

/** fallback: an arm that takes the rest counts, or the code after it fails. passed-on: the code after hands on. */
export type Ending = 'fallback' | 'passed-on' | 'none';

export class FallbackPath {
	readonly #dispatch: FoundDispatch;
	readonly #decider: Decider;
	readonly #effects: Effects;
	readonly #tests: TestReader;
	readonly #policy: FallbackPolicy;
	readonly #conditionals: ReadonlyMap<Syntax, FoundConditional>;
	readonly #inert: Inert;
	readonly #returns: Returns;
	readonly #preface: Preface;
	#held = new Held();
	/** The code whose way this is: `other` for all that no test names. */
	#candidate: Candidate = 'other';
	/** Nodes that have a conditional of the dispatch somewhere in them. */
	readonly #around = new Set<Syntax>();
	/** Loops that have a label, outer ones first. */
	readonly #labelled: readonly Loop[];

	constructor(
		dispatch: FoundDispatch,
		decider: Decider,
		effects: Effects,
		reader: SubjectReader,
		policy: FallbackPolicy,
		text: (node: Syntax) => string,
	) {
		this.#dispatch = dispatch;
		this.#decider = decider;
		this.#effects = effects;
		this.#tests = new TestReader(reader);
		this.#policy = policy;
		this.#inert = new Inert(dispatch.scope, dispatch.subject, effects);
		this.#conditionals = new Map(dispatch.conditionals.map((conditional) => [conditional.node, conditional]));
		this.#labelled = dispatch.scope.loops.filter(({ label }) => label !== undefined);
		for (const { node } of dispatch.conditionals)
			for (const one of ancestorsOf(node, dispatch.scope)) this.#around.add(one);
		this.#preface = new Preface(dispatch, effects);
		this.#returns = new Returns(dispatch, decider, effects, text);
	}

	/** What becomes of every code that no test names. */
	ending(): Ending {
		return this.#policy === 'never' ? 'none' : this.endingOf('other');
	}

	/** What becomes of one code, whatever the policy on others. */
	endingOf(candidate: Candidate): Ending {
		this.#candidate = candidate;
		this.#held = new Held();
		const step = this.#run(this.#dispatch.scope.body, false, undefined);
		if (COUNTS.includes(step)) return step === 'passed-on' ? 'passed-on' : 'fallback';
		// What was done about every code before the first test counts as it would behind the last one.
		const first = this.#preface.step((body) => this.#run(body, true, undefined));
		return first === 'fails' ? 'fallback' : first === 'passed-on' ? 'passed-on' : 'none';
	}

	/** Walks statements; `started`: a test of the dispatch has been passed, so that what is done now is done about it. */
	#run(body: readonly Syntax[], started: boolean, loop: Loop | undefined): Step {
		let active = started;
		// A call that hands on does not end the way: what fails after it says more.
		let isPassedOn = false;
		for (const node of body) {
			const step = this.#around.has(node)
				? this.#through(node, active, loop)
				: active && !this.#inert.has(node)
					? this.#statement(node, loop)
					: 'on';
			if (!this.#around.has(node)) this.#held.pass(node);
			active ||= this.#around.has(node);
			if (step === 'passed-on') isPassedOn = true;
			else if (step !== 'on') return isPassedOn && !COUNTS.includes(step) ? 'passed-on' : step;
		}
		return isPassedOn ? 'passed-on' : 'on';
	}

	/** A node that has the dispatch, or a part of it, in it. */
	#through(node: Syntax, active: boolean, loop: Loop | undefined): Step {
		const conditional = this.#conditionals.get(node);
		if (conditional) {
			const before =
				conditional.form === 'if' && node.kind === 'if' && node.initializer && this.#around.has(node.initializer);
			if (before && node.kind === 'if' && node.initializer) {
				const step = this.#through(node.initializer, active, loop);
				if (step !== 'on') return step;
			}
			return this.#conditional(conditional, loop);
		}
		switch (node.kind) {
			case 'block':
				return outOf(this.#run(node.statements, active, loop), `to ${node.label}`);
			case 'if': {
				for (const branch of [node.consequent, node.otherwise])
					if (branch && this.#around.has(branch)) return this.#through(branch, active, loop);
				return 'on';
			}
			case 'switch':
				for (const arm of node.arms)
					if (this.#around.has(arm)) return outOf(this.#run(arm.body, active, loop), 'breaks');
				return 'on';
			case 'loop':
				return this.#loop(node, active);
			case 'try': {
				const part = [node.body, ...node.handlers.map((handler) => handler.body)].find((one) => this.#around.has(one));
				const step = part ? this.#run(statements(part), active, loop) : 'on';
				if (step !== 'on' || !node.last) return step;
				return this.#run(statements(node.last), true, loop);
			}
			case 'return':
			case 'throw':
			case 'assign':
			case 'call':
			case 'list':
			case 'other': {
				// `return code === 0 ? a : b`
				const step = childrenOf(node)
					.filter((child) => this.#around.has(child))
					.map((child) => this.#through(child, active, loop))
					.find((one) => one !== 'on');
				// `<p>{code === 4100 && <Login />}{reply.message}</p>` shows the message whatever the code is.
				const isShown = node.kind === 'list' || node.kind === 'other';
				const shows = (child: Syntax): boolean => !this.#around.has(child) && this.#effects.shows(child);
				if (!step && isShown && childrenOf(node).some(shows)) return 'passed-on';
				return step ?? (node.kind === 'return' ? 'leaves' : 'on');
			}
			default:
				for (const child of childrenOf(node)) if (this.#around.has(child)) return this.#through(child, active, loop);
				return 'on';
		}
	}

	/** A loop with the dispatch in it; what follows when it ends by itself is Python's `else`. */
	#loop(node: Loop, active: boolean): Step {
		// `for { data <- reply.code match { … } } yield data`
		const inHead = node.head.filter((part) => this.#around.has(part));
		const first = inHead.map((part) => this.#through(part, active, node)).find((one) => one !== 'on');
		if (first) return leaveLoop(first, node);
		const inBody = inHead.length > 0 || this.#around.has(node.body);
		const step = inBody ? this.#run(statements(node.body), active || inHead.length > 0, node) : 'on';
		if (!node.otherwise || step === 'breaks' || leaveLoop(step, node) !== 'on') return leaveLoop(step, node);
		return this.#run(statements(node.otherwise), active || inBody, undefined);
	}

	#conditional(conditional: FoundConditional, loop: Loop | undefined): Step {
		if (conditional.form === 'value') return 'on';
		for (const [i, arm] of inOrder(conditional)) {
			const answer = this.#decider.decide(arm.test, this.#candidate);
			if (answer === 'no') continue;
			const body = effectiveBody(conditional, i);
			const inner = conditional.form === 'loop' && conditional.node.kind === 'loop' ? conditional.node : loop;
			if (answer === 'maybe') {
				// It depends on something else too: what it does counts, what it leaves out is not held against it.
				const step = this.#held.perhaps(() => this.#run(body, true, inner));
				if (COUNTS.includes(step)) return step;
				continue;
			}
			const step = this.#rest(conditional, body, inner);
			if (conditional.form === 'loop') return leaveLoop(step, inner);
			return conditional.form === 'switch' ? outOf(step, 'breaks') : step;
		}
		const { node } = conditional;
		return conditional.form === 'switch' && node.kind === 'switch' && node.unmatchedFails ? 'fails' : 'on';
	}

	/** An arm that takes the rest: judged more kindly than the code after a dispatch, for somebody wrote it on purpose. */
	#rest(conditional: FoundConditional, body: readonly Syntax[], loop: Loop | undefined): Step {
		if (this.#policy === 'any' && !body.some((node) => this.#around.has(node))) return 'arm-counts';
		if (conditional.form === 'ternary') return this.#value(body);
		const step = this.#run(body, true, loop);
		if (body.some((node) => this.#around.has(node)) || step === 'passed-on' || step === 'fails')
			return step === 'passed-on' && !body.some((node) => this.#around.has(node)) ? 'arm-counts' : step;
		if (step === 'retries' || step === 'succeeds') return step;
		if (body.some((node) => this.#effects.retries(node))) return 'retries';
		return body.some(doesSomething) ? 'arm-counts' : step;
	}

	#value(body: readonly Syntax[]): Step {
		const [value] = body;
		if (!value || isNull(value)) return 'on';
		const step = this.#returns.step([value]);
		return step === 'leaves' || step === 'passed-on' ? 'arm-counts' : step;
	}

	/** A statement after a test of the dispatch, with no further test in it. */
	#statement(node: Syntax, loop: Loop | undefined): Step {
		const effects = this.#effects;
		switch (node.kind) {
			case 'throw':
				return 'fails';
			case 'return':
				return this.#given(node.values);
			case 'goto': {
				if (node.isBack) return 'retries';
				const step = this.#run(node.target, true, undefined);
				return step === 'on' ? 'leaves' : step;
			}
			case 'jump':
				return jumpStep(node, loop, this.#labelled);
			case 'call':
				return this.#call(node);
			case 'assign': {
				if (node.targets.some((target) => effects.isErrorResult(target)) && !node.values.every(isNull)) return 'fails';
				if (effects.failsBy(node) || effects.checksIn(node)) return 'fails';
				const stores =
					node.targets.some((target) => effects.isOutside(target)) &&
					node.values.some((value) => effects.handsOn(value));
				if (stores || node.values.some((value) => effects.passesOn(value))) return 'passed-on';
				if (effects.collects(node)) return 'fails';
				return node.values.some((value) => effects.retries(value)) ? 'retries' : 'on';
			}
			case 'block':
				return outOf(this.#run(node.statements, true, loop), `to ${node.label}`);
			case 'if': {
				const test = this.#tests.read(node.condition, this.#dispatch.subject, this.#dispatch.scope);
				if (effects.passesOn(node.condition)) return 'passed-on';
				const answer = this.#decider.decide(test, this.#candidate);
				if (test.kind !== 'opaque' && answer !== 'maybe') {
					const branch = answer === 'yes' ? node.consequent : node.otherwise;
					return branch ? this.#run(statements(branch), true, loop) : 'on';
				}
				if (this.#tests.mentions(node.condition, this.#dispatch.subject, this.#dispatch.scope)) return 'on';
				return this.#lookThrough([node.consequent, ...(node.otherwise ? [node.otherwise] : [])], loop);
			}
			case 'switch':
				return this.#lookThrough(
					node.arms.map((arm): Syntax => ({ kind: 'block', start: arm.start, end: arm.end, statements: arm.body })),
					loop,
				);
			case 'loop':
				return this.#lookThrough([node.body], node);
			case 'try':
				return this.#run([...statements(node.body), ...(node.last ? statements(node.last) : [])], true, loop);
			case 'function':
			case 'type':
				return 'on';
			default:
				for (const child of childrenOf(node)) {
					const step = child.kind === 'call' ? this.#call(child) : 'on';
					if (step !== 'on') return step;
				}
				return effects.passesOn(node) ? 'passed-on' : 'on';
		}
	}

	/** Conditionals that are about something else: whatever counts in them counts, nothing else ends the way. */
	#lookThrough(branches: readonly Syntax[], loop: Loop | undefined): Step {
		for (const branch of branches) {
			const step = this.#held.perhaps(() => this.#run(statements(branch), true, loop));
			if (COUNTS.includes(step)) return step;
		}
		return 'on';
	}

	/** What a return says: of a name, what it holds here where that is a failure. */
	#given(values: readonly Syntax[]): Step {
		const step = this.#returns.step(values);
		if (step !== 'leaves') return step;
		if (this.#returns.step(this.#held.of(values)) === 'fails') return 'fails';
		// `local ok = reply.code == 0 … return ok`
		const [only] = values.length === 1 ? values : [];
		const { subject, scope } = this.#dispatch;
		const test = only?.kind === 'name' ? this.#tests.read(only, subject, scope) : undefined;
		const isAsked = test !== undefined && test.kind !== 'opaque' && test.kind !== 'truthy';
		return isAsked && this.#decider.decide(test, this.#candidate) === 'no' ? 'fails' : step;
	}

	#call(call: Syntax & { kind: 'call' }): Step {
		const effects = this.#effects;
		if (effects.fails(call) || effects.logs(call) === 'error' || effects.checks(call)) return 'fails';
		if (effects.logs(call) === 'below') return 'on';
		if (effects.retries(call)) return 'retries';
		if (effects.passesOn(call)) return 'passed-on';
		return effects.collects(call) ? 'fails' : 'on';
	}
}

/** The arms as they are asked: a `default` comes last wherever it is written. */
function inOrder({ node, arms }: FoundConditional): [number, FoundArm][] {
	const all = [...arms.entries()];
	if (node.kind !== 'switch') return all;
	const isDefault = ([index]: [number, FoundArm]): boolean =>
		node.arms[index]?.wildcard === true && !node.arms[index].guard;
	return [...all.filter((one) => !isDefault(one)), ...all.filter(isDefault)];
}
