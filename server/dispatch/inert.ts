/**
 * Tells the statements that cannot matter to a dispatch from those that may: most of a long script has nothing to do
 * with the one reply that is tested, and need not be read once for each.
 */
import type { Syntax } from '../recognise/syntax.ts';
import { walk } from '../recognise/walk.ts';
import type { Effects } from './effects.ts';
import type { Scope, Summary } from './scope.ts';
import type { Subject } from './subject.ts';

/** Looks at the statements of one scope for one subject. */
export class Inert {
	readonly #scope: Scope;
	readonly #effects: Effects;
	/** Names by which something of the reply may be meant. */
	readonly #relevant = new Set<string>();

	constructor(scope: Scope, subject: Subject, effects: Effects) {
		this.#scope = scope;
		this.#effects = effects;
		for (const node of [subject.access, subject.carrier])
			if (node) for (const name of this.#summary(node).names) this.#relevant.add(name);
		for (const name of effects.roots) this.#relevant.add(name);
		this.#addAliases();
	}

	/** Whether a statement neither ends a way nor names anything of the reply. */
	has(node: Syntax): boolean {
		const { matters, names } = this.#summary(node);
		return !matters && !names.some((name) => this.#relevant.has(name));
	}

	/** What was made of something relevant is relevant. */
	#addAliases(): void {
		for (let grown = true; grown; ) {
			grown = false;
			for (let at: Scope | undefined = this.#scope; at; at = at.parent)
				for (const [name, value] of at.values) {
					if (this.#relevant.has(name)) continue;
					const values = value ? [value] : (at.givings.get(name)?.all ?? []).flatMap((giving) => giving.value ?? []);
					if (!values.some((one) => this.#summary(one).names.some((part) => this.#relevant.has(part)))) continue;
					this.#relevant.add(name);
					grown = true;
				}
		}
	}

	#summary(node: Syntax): Summary {
		const { summaries } = this.#scope;
		let summary = summaries.get(node);
		if (!summary) {
			const names = new Set<string>();
			let matters = false;
			walk(node, (part) => {
				if (part.kind === 'name') {
					names.add(part.text);
					matters ||= this.#effects.isMessageName(part.text);
				}
				matters ||= this.#ends(part);
			});
			summary = { names: [...names], matters };
			summaries.set(node, summary);
		}
		return summary;
	}

	/** Whether something is the end of a way whatever it is about. */
	#ends(part: Syntax): boolean {
		if (part.kind === 'throw' || part.kind === 'return' || part.kind === 'jump' || part.kind === 'goto') return true;
		if ((part.kind === 'assign' || part.kind === 'call') && this.#effects.collects(part)) return true;
		if (part.kind === 'assign')
			return part.targets.some((target) => this.#effects.isErrorResult(target)) || this.#effects.failsBy(part);
		if (part.kind !== 'call') return false;
		return this.#effects.fails(part) || this.#effects.logs(part) === 'error' || this.#effects.isRetry(part);
	}
}
