/** What the names of a function hold on one way through it: `int result = -1;` that only success sets to 0. */
import type { Syntax } from '../recognise/syntax.ts';
import { walk } from '../recognise/walk.ts';
import { isLiteral } from './subject.ts';

/** Values of names as statements are passed, in order. */
export class Held {
	#values = new Map<string, Syntax>();

	/** What is passed: a name that is given something else than a literal holds nothing known any more. */
	pass(node: Syntax): void {
		if (node.kind === 'block' && node.declares) for (const one of node.statements) this.pass(one);
		if (node.kind === 'block' && node.declares) return;
		if (node.kind !== 'assign') {
			this.#forget(node);
			return;
		}
		for (const value of node.values) this.#forget(value);
		node.targets.forEach((target, i) => {
			if (target.kind !== 'name') return;
			const value = node.values.length === node.targets.length ? node.values[i] : undefined;
			if (value && node.plain && isLiteral(value)) this.#values.set(target.text, value);
			else this.#values.delete(target.text);
		});
	}

	/** Whoever gets a name's place may change it, and what stands in a statement may or may not happen. */
	#forget(node: Syntax): void {
		if (this.#values.size === 0) return;
		walk(node, (part) => {
			if (part.kind === 'assign')
				for (const target of part.targets) if (target.kind === 'name') this.#values.delete(target.text);
			if (part.kind === 'name' && part.written) this.#values.delete(part.text);
			return part.kind !== 'function';
		});
	}

	/** What a name that is given back holds; any other value as it is. */
	of(values: readonly Syntax[]): readonly Syntax[] {
		return values.map((value) => (value.kind === 'name' ? (this.#values.get(value.text) ?? value) : value));
	}

	/** Does something that need not happen: what it gives other values is not known behind it. */
	perhaps<T>(act: () => T): T {
		const before = this.#values;
		this.#values = new Map(before);
		const result = act();
		const after = this.#values;
		this.#values = new Map([...before].filter(([name, value]) => after.get(name) === value));
		return result;
	}
}
