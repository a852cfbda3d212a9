/**
 * What is done about every code before the first test, once the carrier is there: a log at error level, a report, a guard
 * that throws, the carrier kept outside. It stands in the blocks around the test, so that no code gets past it.
 */
import { wordsOf } from '../recognise/names.ts';
import { pathText } from '../recognise/pathText.ts';
import type { Call, Syntax } from '../recognise/syntax.ts';
import { childrenOf, walk } from '../recognise/walk.ts';
import { calleeName, type Effects } from './effects.ts';
import { isNull, saysError } from './failing.ts';
import type { FoundDispatch } from './found.ts';
import { isGiven, saysGuard } from './guards.ts';
import { givenTo, type Scope } from './scope.ts';
import type { Step } from './steps.ts';

/** Reads what stands before one dispatch. */
export class Preface {
	readonly #scope: Scope;
	readonly #effects: Effects;
	readonly #first: Syntax | undefined;
	/** Names and paths by which the reply itself is tested, and not what it was read from. */
	readonly #own: ReadonlySet<string>;

	constructor({ scope, subject, conditionals }: FoundDispatch, effects: Effects) {
		this.#scope = scope;
		this.#effects = effects;
		this.#first = conditionals[0]?.node;
		const own = new Set<string>();
		for (const node of [subject.access, subject.carrier]) if (node) own.add(pathText(node));
		// `sdkErr := err.(*T)`: the error under its first name is the same.
		for (let at = subject.carrier, hops = 0; at?.kind === 'name' && hops < 5; hops++) {
			own.add(at.text);
			at = givenTo(at.text, scope, at.start);
		}
		this.#own = own;
	}

	/** `run`: what a stretch of statements does about the code. */
	step(run: (body: readonly Syntax[]) => Step): Step {
		const first = this.#first;
		if (!first) return 'on';
		let found: Step = 'on';
		for (const node of precedingIn(this.#scope.body, first)) {
			const step = this.#statement(node, run);
			if ((step !== 'fails' && step !== 'passed-on') || !this.#isThere(node, first)) continue;
			if (step === 'fails') return step;
			found = step;
		}
		return found;
	}

	/** Whether what a statement says of the reply is about the one that is tested: nothing was given anew since. */
	#isThere(node: Syntax, first: Syntax): boolean {
		const { roots } = this.#effects;
		let isThere = true;
		walk(node, (part) => {
			if (part.kind === 'name' && (roots.has(part.text) || this.#own.has(part.text)))
				isThere &&= this.#birth(part.text, first) <= node.start;
			return isThere;
		});
		return isThere;
	}

	/** Where a name was last given something before the first test. */
	#birth(name: string, first: Syntax): number {
		const { births, catches } = this.#scope;
		const given = births.get(name)?.around(first.start - 1);
		const caught = catches.get(name)?.around(first.start - 1, first.end);
		return Math.max(given?.start ?? 0, caught?.start ?? 0);
	}

	#statement(node: Syntax, run: (body: readonly Syntax[]) => Step): Step {
		const effects = this.#effects;
		if (node.kind === 'call') {
			if (this.#isGuard(node)) return 'fails';
			if (!effects.handsOn(node)) return 'on';
			if (effects.logs(node) === 'error') return 'fails';
			return this.#reports(node) ? 'passed-on' : 'on';
		}
		if (node.kind === 'assign') {
			const stores = node.targets.some((target) => effects.isOutside(target) && !this.#own.has(pathText(target)));
			return stores && node.values.some((value) => effects.handsOn(value)) ? 'passed-on' : 'on';
		}
		// `if err := reply.check(); err != nil { return err }`
		if (node.kind === 'if' && this.#asksGuard(node.condition)) return run([node.consequent]);
		return 'on';
	}

	/** `captureException(e)`, `report_error(e)`. */
	#reports(call: Call): boolean {
		const { lexicon } = this.#effects.language;
		const name = calleeName(call);
		const words = wordsOf(name);
		const isAbout = saysError(name, lexicon) || this.#effects.isMessageName(name);
		return words.length > 1 && lexicon.reports.includes(words[0] ?? '') && isAbout;
	}

	/** `raise_for_code(reply)`, `reply.check()`: it throws for every code that is none of success. */
	#isGuard(call: Call): boolean {
		return this.#isGiven(call) && saysGuard(call, this.#effects.language.lexicon);
	}

	/** Whether a condition asks for the error that a guard, or an accessor for errors, made of the reply. */
	#asksGuard(condition: Syntax): boolean {
		const asked =
			condition.kind === 'binary' && condition.operator === '!=' && isNull(condition.right)
				? condition.left
				: condition;
		if (asked.kind !== 'name' || !this.#effects.isError(asked)) return false;
		const made = givenTo(asked.text, this.#scope, asked.start);
		if (made?.kind !== 'call') return false;
		return this.#isGuard(made) || (this.#isGiven(made) && this.#effects.isError(made));
	}

	/** Whether a call is given the reply that is tested, or belongs to it. */
	#isGiven(call: Call): boolean {
		return isGiven(call, (path) => this.#own.has(path));
	}
}

/** The statements that have been run before a node is reached, nearest last: its elder siblings and those of the blocks around. */
function precedingIn(body: readonly Syntax[], target: Syntax): Syntax[] {
	const holds = (node: Syntax): boolean => node.start <= target.start && target.end <= node.end;
	const at = body.findIndex(holds);
	const found = at > 0 ? body.slice(0, at) : [];
	for (let node = body[at]; node && node !== target; ) {
		if (node.kind === 'block' || node.kind === 'arm') {
			const inner = node.kind === 'block' ? node.statements : node.body;
			const next = inner.findIndex(holds);
			if (next > 0) found.push(...inner.slice(0, next));
			node = inner[next];
			continue;
		}
		if (node.kind === 'if' && node.initializer && !holds(node.initializer)) found.push(node.initializer);
		node = childrenOf(node).find(holds);
	}
	return found;
}
