/**
 * Whether an arm sends the same request again: it goes on with a loop that repeats, calls its own function, or calls
 * something that says that it tries again. Whoever changes something first (new credentials, another region) or goes on
 * to the next item does not send the same request.
 */
import { wordsOf } from '../recognise/names.ts';
import { lastName, pathText } from '../recognise/pathText.ts';
import type { Call, Loop, Syntax } from '../recognise/syntax.ts';
import { childrenOf, walk } from '../recognise/walk.ts';
import { effectiveBody } from './armBody.ts';
import { boundNames, patternsOf } from './bindings.ts';
import { calleeName, type Effects, saysRetry } from './effects.ts';
import type { FoundConditional } from './found.ts';
import { functionName, type Scope } from './scope.ts';
import { statements } from './scopes.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
/** Of calls that wait. */
const PAUSES = words('sleep pause wait delay delayed backoff timeout');
/** Of names that count or time the tries. */
const COUNTS = words(
	'attempt attempts tries tried try retry retries count counter times left remaining i n delay wait',
);
/** Of what else a condition asks for that bounds the tries. */
const BOUNDS = words('deadline elapsed expired until now time max');
/** Of calls after which the request is another one. */
const CHANGES = words(
	'refresh renew reload rotate login signin authenticate authorize reauthenticate reset reconnect switch update fix change replace swap sign resign invalidate evict grant assume unlock enable recharge pay prompt ask confirm',
);
/** Of calls that only have to do with trying again. */
const ABOUT_RETRIES = words(
	'no not never stop cancel abort disable should can is clear without get delay after count policy config options limit interval times budget header info state max calculate compute log record report emit metric metrics',
);
/** Of calls that call a function later. */
const TIMERS = words('immediate tick then after schedule defer later');
/** Of calls that take the next item, in any language. */
const TAKES = words('next pop dequeue poll receive recv scan take');
const QUEUES = words('queue queues jobs tasks inbox channel backlog');

/** again: the same request is sent again. ends: it is not. on: neither is said. */
type Step = 'again' | 'ends' | 'on';

/** Where an arm stands: in a loop that repeats, in a switch that a `break` leaves. */
interface Around {
	readonly repeats: boolean;
	/** Whether the loop around it does that has this label. */
	readonly repeatsNamed: (label: string) => boolean;
	readonly breaks: boolean;
}

/** Answers for the arms of one dispatch. */
export class RetryReader {
	readonly #scope: Scope;
	readonly #effects: Effects;

	constructor(scope: Scope, effects: Effects) {
		this.#scope = scope;
		this.#effects = effects;
	}

	/** Whether what comes into an arm has the same request sent again. */
	retries(conditional: FoundConditional, index: number): boolean {
		const body = effectiveBody(conditional, index);
		const loops = this.#loopsAround(conditional.node);
		const loop = loops.at(-1);
		const given = new Set(this.#scope.func?.parameters.flatMap((one) => [...parameterNames(one)]));
		const isAgain = (one: Loop): boolean => isRepeating(one, this.#effects.language.lexicon.takes, given);
		const repeats = loop !== undefined && isAgain(loop);
		if (conditional.form === 'ternary') return body.some((value) => this.#isSent(value));
		const end = this.#run(body, {
			repeats,
			repeatsNamed: (label) => loops.some((one) => one.label === label && isAgain(one)),
			breaks: conditional.form === 'switch',
		});
		if (end !== 'on' || !repeats) return end === 'again';
		// Whoever waits at the end of a loop means to come again.
		return isLastIn(loop, conditional.node) && body.some((node) => hasCall(node, (name) => isPause(name)));
	}

	/** The loops that a node stands in, outermost first. */
	#loopsAround(node: Syntax): Loop[] {
		return this.#scope.loops.filter((loop) => loop.start <= node.start && loop.end >= node.end && loop !== node);
	}

	#run(body: readonly Syntax[], around: Around): Step {
		for (const node of body) {
			const step = this.#step(node, around);
			if (step !== 'on') return step;
		}
		return 'on';
	}

	#step(node: Syntax, around: Around): Step {
		const effects = this.#effects;
		const sends = (values: readonly Syntax[]) => {
			if (!values.some((value) => this.#isSent(value))) return undefined;
			// `return renew().then(fetch(id))`
			const own = functionName(this.#scope);
			return values.some((value) => hasCall(value, (name) => isChange(name) && name !== own)) ? 'ends' : 'again';
		};
		switch (node.kind) {
			case 'block':
				return this.#run(node.statements, around);
			case 'goto':
				return node.isBack ? 'again' : 'ends';
			case 'jump':
				if (node.to === 'continue') {
					const repeats = node.label === undefined ? around.repeats : around.repeatsNamed(node.label);
					return repeats ? 'again' : 'ends';
				}
				if (node.label !== undefined) return 'ends';
				return node.to === 'fallthrough' || around.breaks ? 'on' : 'ends';
			case 'return':
			case 'throw':
				// The carrier is handed back through it: `return RetryError(err)`.
				if (node.values.some((value) => effects.handsOn(value) || effects.passesOn(value))) return 'ends';
				return sends(node.values) ?? 'ends';
			case 'call':
				if (effects.fails(node)) return 'ends';
				return sends([node]) ?? (this.#changes(node) ? 'ends' : 'on');
			case 'assign':
				return sends(node.values) ?? (this.#changes(node) ? 'ends' : 'on');
			case 'if': {
				const branches = [node.consequent, ...(node.otherwise ? [node.otherwise] : [])];
				const steps = branches.map((branch) => this.#run(statements(branch), around));
				// Some tries more: a retry with an end to it.
				if (asksForCount(node.condition)) return steps.includes('again') ? 'again' : 'on';
				// Any other condition may be the change that is needed.
				return this.#changes(node.condition) || steps.some((step) => step !== 'on') ? 'ends' : 'on';
			}
			case 'try':
				return this.#run([...statements(node.body), ...(node.last ? statements(node.last) : [])], around);
			case 'loop':
			case 'switch':
				return 'ends';
			case 'function':
			case 'type':
				return 'on';
			default:
				return sends(childrenOf(node)) ?? 'on';
		}
	}

	/** Whether something in it sends the request again as it was; what a function does counts where a timer calls it. */
	#isSent(node: Syntax): boolean {
		if (node.kind === 'function') return false;
		if (node.kind === 'call') {
			if (this.#effects.isRetry(node) && !saysNo(calleeName(node)) && isSame(node)) return true;
			const later = isTimer(calleeName(node)) ? node.args.filter((arg) => arg.kind === 'function') : [];
			if (later.some(({ body }) => statements(body).some((one) => this.#isSent(one)))) return true;
		}
		return childrenOf(node).some((child) => this.#isSent(child));
	}

	/** Whether something is done after which the same call may be another request. */
	#changes(node: Syntax): boolean {
		if (node.kind === 'assign') {
			const [target] = node.targets;
			const [value] = node.values;
			const name = target ? pathText(target) : '';
			const isKept =
				!node.plain ||
				!value ||
				value.kind === 'number' ||
				wordsOf(name).some((word) => COUNTS.has(word) || PAUSES.has(word)) ||
				this.#effects.handsOn(value) ||
				(value.kind === 'call' && isPause(calleeName(value))) ||
				isReckoned(value, name);
			return !isKept || node.values.some((one) => hasCall(one, isChange));
		}
		return hasCall(node, isChange) || this.#sets(node);
	}

	/** `request.setRegion(next)` */
	#sets(node: Syntax): boolean {
		if (node.kind !== 'call' || node.callee.kind !== 'member' || !/^set_?[A-Z]/.test(node.callee.property))
			return false;
		const { object, property } = node.callee;
		const [value] = node.args;
		if (!value || this.#effects.isSelf(pathText(object))) return false;
		const isCount = wordsOf(property).some((word) => COUNTS.has(word) || PAUSES.has(word));
		return !isCount && value.kind !== 'number' && !this.#effects.handsOn(value);
	}
}

/** Whether a loop comes again with the same; `takes`: the language's own words of calls that take the next item. */
const isRepeating = (loop: Loop, takes: readonly string[], given: ReadonlySet<string>): boolean =>
	loop.mode === 'repeat' && !takesItems(loop, takes, given);

/** Whether a call waits, by its name. */
export const isPause = (name: string): boolean => wordsOf(name).some((word) => PAUSES.has(word));
const isChange = (name: string): boolean => wordsOf(name).some((word) => CHANGES.has(word)) && !isPause(name);

/** `stopRetry()`, `shouldRetry(…)`, `retryDelay(…)`: about trying again, and not it. */
const saysNo = (name: string): boolean => wordsOf(name).some((word) => ABOUT_RETRIES.has(word));

const isTimer = (name: string): boolean => isPause(name) || wordsOf(name).some((word) => TIMERS.has(word));

/** Whether a call is given the same as before: names and counts, nothing that is made for it. */
function isSame(call: Call): boolean {
	return saysRetry(calleeName(call)) || call.args.every(isHandedOn);
}

function isHandedOn(node: Syntax): boolean {
	switch (node.kind) {
		case 'name':
		case 'number':
		case 'constant':
		case 'function':
			return true;
		case 'pair':
			return isHandedOn(node.value);
		// `attempt + 1`, not `offset + 100`
		case 'binary':
			return childrenOf(node).every(isHandedOn) && asksForCount(node);
		case 'call':
		case 'table':
		case 'text':
			return false;
		default:
			return childrenOf(node).every(isHandedOn);
	}
}

function hasCall(node: Syntax, is: (name: string) => boolean): boolean {
	let found = false;
	walk(node, (part) => {
		found ||= part.kind === 'call' && is(calleeName(part));
		return !found;
	});
	return found;
}

/** What is no number: joined with one of these, a name holds another request. */
const HELD: ReadonlySet<Syntax['kind']> = new Set(['text', 'table', 'list']);

/** `step * 2`, `Math.min(step * 2, 60)`: a number that is reckoned from what the name held. */
function isReckoned(value: Syntax, path: string): boolean {
	if (pathText(value) === path) return true;
	if (value.kind === 'call') return value.args.some((arg) => arg.kind === 'binary' && isReckoned(arg, path));
	if (value.kind !== 'binary' || value.operator !== 'other') return false;
	const sides = [value.left, value.right];
	return !sides.some(({ kind }) => HELD.has(kind)) && sides.some((side) => isReckoned(side, path));
}

/** `attempt < 3`, `retries-- > 0` */
function asksForCount(condition: Syntax): boolean {
	let found = false;
	walk(condition, (part) => {
		const name = lastName(part);
		found ||= wordsOf(name).some((word) => COUNTS.has(word) || BOUNDS.has(word));
		return !found;
	});
	return found;
}

/** A loop that has another item each time, though it counts or asks a condition: `items[i]`, `queue.shift()`. */
function takesItems(loop: Loop, takes: readonly string[], given: ReadonlySet<string>): boolean {
	const counters = new Set<string>();
	/** Those that begin with something else than a number: `p` of `for (p = list; p; p = p->next)`. */
	const pointers = new Set<string>();
	for (const head of loop.head)
		walk(head, (part) => {
			for (const target of part.kind === 'assign' ? part.targets : [])
				if (target.kind === 'name') {
					counters.add(target.text);
					const [value] = part.kind === 'assign' && part.declares ? part.values : [];
					if (value && value.kind !== 'number') pointers.add(target.text);
				}
		});
	let found = loop.condition?.kind === 'name' && pointers.has(loop.condition.text);
	for (const root of [...(loop.condition ? [loop.condition] : []), loop.body])
		walk(root, (part) => {
			if (part.kind === 'index') found ||= part.index.kind === 'name' && counters.has(part.index.text);
			// `next(request)` of a middleware that is given `next` sends the request.
			const isGiven = part.kind === 'call' && part.callee.kind === 'name' && given.has(part.callee.text);
			if (part.kind === 'call' && !(isGiven && part.args.length > 0)) {
				const name = calleeName(part);
				const [first = ''] = wordsOf(name);
				const last = wordsOf(name).at(-1) ?? '';
				const of = part.callee.kind === 'member' ? wordsOf(pathText(part.callee.object)) : [];
				found ||=
					first === 'pop' ||
					TAKES.has(last) ||
					takes.includes(last) ||
					(last === 'get' && of.some((word) => QUEUES.has(word)));
			}
			return !found && part.kind !== 'function';
		});
	return found;
}

function* parameterNames(parameter: Syntax): Generator<string> {
	for (const pattern of patternsOf(parameter)) yield* boundNames(pattern);
}

/** `tries = tries + 1` */
const isCounted = (node: Syntax): boolean =>
	node.kind === 'assign' &&
	node.targets.every((target) => target.kind === 'name' && wordsOf(target.text).some((word) => COUNTS.has(word)));

/** Whether nothing but counting comes behind a node before the loop begins anew. */
function isLastIn(loop: Loop, node: Syntax): boolean {
	let body = statements(loop.body);
	for (;;) {
		const last = [...body].reverse().find((one) => one === node || !isCounted(one));
		if (last === node) return true;
		if (last?.kind === 'block') body = last.statements;
		else if (last?.kind === 'try' && !last.last) body = statements(last.body);
		else return false;
	}
}
