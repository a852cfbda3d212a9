/** What a return says to whoever called: failure, success, the reply itself, or nothing of the kind. */
import { wordsOf } from '../recognise/names.ts';
import { pathText } from '../recognise/pathText.ts';
import type { Syntax } from '../recognise/syntax.ts';
import { effectiveBody } from './armBody.ts';
import type { Decider } from './decide.ts';
import type { Effects } from './effects.ts';
import { isFailureStatus, isFalse, isNegative, isNull, isTrue, saysFailure } from './failing.ts';
import type { FoundDispatch } from './found.ts';
import { functionName, walkScope } from './scope.ts';
import type { Step } from './steps.ts';

/** Reads the returns of one dispatch's function, beside what it gives on success. */
export class Returns {
	readonly #dispatch: FoundDispatch;
	readonly #effects: Effects;
	readonly #text: (node: Syntax) => string;
	/** What the arms for success alone give back. */
	readonly #successes: readonly (readonly Syntax[])[];
	readonly #successTexts: ReadonlySet<string>;

	/** `text`: the source of a node. */
	constructor(dispatch: FoundDispatch, decider: Decider, effects: Effects, text: (node: Syntax) => string) {
		this.#dispatch = dispatch;
		this.#effects = effects;
		this.#text = text;
		this.#successes = [...returnsOfSuccess(dispatch, decider)];
		this.#successTexts = new Set(this.#successes.map((values) => this.#textOf(values)));
	}

	#textOf(values: readonly Syntax[]): string {
		return values.map((value) => this.#text(value)).join();
	}

	step(values: readonly Syntax[]): Step {
		const effects = this.#effects;
		if (values.length === 0) return this.#bare();
		if (values.some((value) => effects.checksIn(value))) return 'fails';
		const parts = partsOf(values);
		const last = parts.at(-1);
		if (values.some((value) => effects.handsOn(value) || effects.passesOn(value))) {
			// A new error around code and message is a failure; the reply or the error itself is handed on.
			return last && effects.isError(last) && !effects.isCarrier(pathText(last)) ? 'fails' : 'passed-on';
		}
		if (values.some((value) => effects.retries(value))) return 'retries';
		if (effects.language.returnsStatus && last?.kind === 'number')
			return Number(last.text) === 0 ? 'succeeds' : 'fails';
		// `return logger.error(…)`: the last expression of a function that gives nothing
		if (last?.kind === 'call' && effects.logs(last) === 'error') return 'fails';
		if (this.#isFailure(values, parts)) return 'fails';
		if (effects.isSuccess(values) || this.#successTexts.has(this.#textOf(values))) return 'succeeds';
		return 'leaves';
	}

	#isFailure(values: readonly Syntax[], parts: readonly Syntax[]): boolean {
		const effects = this.#effects;
		const [first] = parts;
		const last = parts.at(-1);
		if (!first || !last) return false;
		if (effects.isError(last) || isFalse(last) || isNegative(last)) return true;
		if (this.#successTexts.has(this.#textOf(values))) return false;
		if (isNull(last) && effects.language.nullFails) return true;
		if (parts.length > 1 && isNull(first) && effects.language.nothingFirst) return true;
		if (parts.length === 1) return saysFailure(last, effects.language.lexicon) || this.#isExitStatus(last);
		return (isFalse(first) && this.#isFalseFirst(values)) || isFailureStatus(last);
	}

	/** `return False, "failed"`; beside a nil error only where success is `true, nil`, and nobody asks again for that. */
	#isFalseFirst(values: readonly Syntax[]): boolean {
		const firsts = this.#successes.flatMap((success) => partsOf(success)[0] ?? []);
		if (firsts.some(isFalse)) return false;
		if (!this.#effects.isSuccess(values)) return true;
		const { repeaters } = this.#effects.language.lexicon;
		const isAskedAgain = this.#dispatch.scope.enclosing.some((name) =>
			wordsOf(name).some((word) => repeaters.includes(word)),
		);
		return firsts.some(isTrue) && !isAskedAgain;
	}

	/** `return 1` of a `main` that gives 0 on success. */
	#isExitStatus(value: Syntax): boolean {
		const isNumber = (node: Syntax | undefined, test: (written: number) => boolean): boolean =>
			node?.kind === 'number' && test(Number(node.text));
		const { mains } = this.#effects.language.lexicon;
		return (
			isNumber(value, (written) => written > 0) &&
			this.#successes.some((success) => success.length === 1 && isNumber(success[0], (written) => written === 0)) &&
			wordsOf(functionName(this.#dispatch.scope)).some((word) => mains.includes(word))
		);
	}

	/** A return without values gives back the named results as they stand: the carrier, or a `false` that nobody changed. */
	#bare(): Step {
		const { scope, conditionals } = this.#dispatch;
		const results = namedResults(scope.func?.results ?? '');
		if (results.some(({ name }) => this.#effects.isCarrier(name))) return 'passed-on';
		const isTold = (name: string): boolean => {
			let told = false;
			walkScope(scope.body, (node) => {
				if (node.kind !== 'assign' || !node.targets.some((target) => target.kind === 'name' && target.text === name))
					return;
				told ||= !conditionals.some(({ node: { start, end } }) => start <= node.start && node.end <= end);
			});
			return told;
		};
		return results.some(({ name, type }) => type === 'bool' && !isTold(name)) ? 'fails' : 'leaves';
	}
}

/** The values of a tuple or list that is given back alone. */
export function partsOf(values: readonly Syntax[]): readonly Syntax[] {
	const [only] = values;
	return values.length === 1 && only?.kind === 'list' && only.items.length > 1 ? only.items : values;
}

function* returnsOfSuccess({ conditionals }: FoundDispatch, decider: Decider): Generator<readonly Syntax[]> {
	for (const conditional of conditionals)
		for (const [i, arm] of conditional.arms.entries()) {
			if (decider.decide(arm.test, 'success') !== 'yes' || decider.decide(arm.test, 'other') !== 'no') continue;
			yield* returnsIn(effectiveBody(conditional, i));
		}
}

function* returnsIn(body: readonly Syntax[]): Generator<readonly Syntax[]> {
	for (const node of body) {
		if (node.kind === 'block') yield* returnsIn(node.statements);
		if (node.kind === 'return' && node.values.length > 0) yield node.values;
	}
}

/** `(found bool, err error)` → found of bool, err of error; none where results have no names. */
const namedResults = (results: string): { name: string; type: string }[] =>
	[...results.matchAll(/[(,]\s*(\w+)\s+([\w.*]+)(?=\s*[,)])/g)].map(([, name = '', type = '']) => ({ name, type }));
