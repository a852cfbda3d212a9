/** Switches that test a subject: by its values, by a table, by guards, or by taking a reply apart. */
import { captured } from '../recognise/patterns.ts';
import type { Arm, Pair, Switch, Syntax } from '../recognise/syntax.ts';
import { keyText } from './bindings.ts';
import { formOf, formsOf, testOfForm } from './forms.ts';
import type { FoundArm, FoundConditional } from './found.ts';
import type { Scope } from './scope.ts';
import type { Subject, SubjectReader } from './subject.ts';
import { anyOf, type Test } from './test.ts';
import type { TestReader } from './testReader.ts';

export class SwitchFinder {
	readonly #scope: Scope;
	readonly #reader: SubjectReader;
	readonly #tests: TestReader;

	constructor(scope: Scope, reader: SubjectReader, tests: TestReader) {
		this.#scope = scope;
		this.#reader = reader;
		this.#tests = tests;
	}

	/** What a switch asks of each subject. */
	found(node: Switch): (readonly [Subject, FoundConditional])[] {
		const direct = node.subject && this.#reader.read(node.subject, this.#scope);
		if (direct && node.subject) {
			const switched = node.subject;
			const forms = formsOf(node.arms.filter((arm) => !arm.wildcard || arm.guard));
			const arms = node.arms.map(
				(arm): FoundArm =>
					this.#guarded(
						arm,
						arm.wildcard ? testOfForm(arm, forms) : this.#tests.arm(arm.values, direct, switched, this.#scope),
						direct,
					),
			);
			return [[direct, { form: 'switch', node, arms }]];
		}
		const taken = node.subject && this.#takenApart(node, node.subject);
		if (taken) return [taken];
		const looked = node.subject ? this.#lookedUp(node, node.subject) : [];
		if (looked.length > 0) return looked;
		// `switch { case code == 1: }`, `switch (true)`
		if (node.subject && !(node.subject.kind === 'constant' && node.subject.value === 'true')) return this.#guards(node);
		return this.#tests
			.subjects(
				node.arms.flatMap((arm) => arm.values),
				this.#scope,
			)
			.map((subject) => [
				subject,
				{
					form: 'switch',
					node,
					arms: node.arms.map((arm): FoundArm => {
						const test: Test = arm.wildcard
							? { kind: 'always' }
							: anyOf(arm.values.map((value) => this.#tests.read(value, subject, this.#scope, 'arm')));
						return { test, body: arm.body, start: arm.start, end: arm.end, isRest: arm.wildcard };
					}),
				},
			]);
	}

	/** An arm with what its guard asks besides. */
	#guarded(arm: Arm, base: Test, subject: Subject): FoundArm {
		const asked = arm.guard && this.#tests.read(arm.guard, subject, this.#scope);
		// What takes anything adds nothing to what its guard asks.
		const test: Test = asked ? (base.kind === 'always' ? asked : { kind: 'and', tests: [base, asked] }) : base;
		const isRest = !arm.guard && arm.wildcard && base.kind === 'always';
		return { test, body: arm.body, start: arm.start, end: arm.end, isRest };
	}

	/** `match handlers.get(&code) { Some(handler) => …, None => … }`: whether a table has the code. */
	#lookedUp(node: Switch, looked: Syntax): (readonly [Subject, FoundConditional])[] {
		return this.#tests.subjects([looked], this.#scope).flatMap((subject) => {
			const test = this.#tests.read(looked, subject, this.#scope);
			if (test.kind !== 'in' || node.arms.some((arm) => !arm.wildcard && !this.#tests.asksForNothing(arm.values)))
				return [];
			const arms = node.arms.map((arm): FoundArm => {
				const hasEntry = formOf(arm) !== '';
				const asked: Test = hasEntry ? test : arm.wildcard ? { kind: 'always' } : { kind: 'not', test };
				return this.#guarded(arm, asked, subject);
			});
			return [[subject, { form: 'switch', node, arms }] as const];
		});
	}

	/** `match result { Err(e) if e.code == 4100 => …, Err(e) => … }`: the guards alone ask for the code. */
	#guards(node: Switch): (readonly [Subject, FoundConditional])[] {
		return this.#tests
			.subjects(
				node.arms.flatMap((arm) => arm.guard ?? []),
				this.#scope,
			)
			.map((subject) => {
				const asks = (arm: Arm): boolean =>
					arm.guard !== undefined && this.#tests.mentions(arm.guard, subject, this.#scope);
				const forms = formsOf(node.arms.filter(asks));
				const arms = node.arms.map((arm): FoundArm => {
					const isPlain = arm.wildcard || formOf(arm) !== '';
					return this.#guarded(
						arm,
						isPlain ? testOfForm(arm, forms) : { kind: 'opaque', mentions: 'nothing' },
						subject,
					);
				});
				return [subject, { form: 'switch', node, arms }];
			});
	}

	/** `case {"code": 4100}:` takes the reply apart and tests a field of it. */
	#takenApart(node: Switch, carrier: Syntax): readonly [Subject, FoundConditional] | undefined {
		const isField = (item: Syntax): item is Pair =>
			item.kind === 'pair' && !captured(item.value) && this.#reader.isAccessor(keyText(item.key));
		const fieldIn = (value: Syntax): Pair | undefined =>
			value.kind === 'table' ? value.items.find(isField) : undefined;
		const patterns = node.arms.map((arm) =>
			arm.values.flatMap((value) => (value.kind === 'list' ? value.items : [value])),
		);
		const first = patterns.flat().flatMap((value) => fieldIn(value) ?? [])[0];
		if (!first) return undefined;
		const { start, end } = carrier;
		const property = keyText(first.key);
		const subject = this.#reader.read({ kind: 'member', start, end, object: carrier, property }, this.#scope);
		if (!subject) return undefined;
		const forms = formsOf(node.arms.filter((arm, i) => arm.guard || patterns[i]?.some(fieldIn)));
		const arms = node.arms.map((arm, i): FoundArm => {
			const tested = (patterns[i] ?? []).map((pattern): Test => {
				const field = fieldIn(pattern);
				// `Reply(:final code, :final message)` takes all that is left.
				if (!field && pattern.kind === 'table' && pattern.items.every(isOpen)) return { kind: 'always' };
				if (!field) return { kind: 'opaque', mentions: 'carrier' };
				const is = this.#tests.arm([field.value], subject, carrier, this.#scope);
				const isAlone = pattern.kind === 'table' && pattern.items.every((item) => item === field || isOpen(item));
				return isAlone ? is : { kind: 'and', tests: [is, { kind: 'opaque', mentions: 'carrier' }] };
			});
			return this.#guarded(arm, arm.wildcard ? testOfForm(arm, forms) : anyOf(tested), subject);
		});
		return [subject, { form: 'switch', node, arms }];
	}
}

/** Of a pattern, what takes anything: `"message": text`; the name of a class. */
const isOpen = (item: Syntax): boolean => {
	const value = item.kind === 'pair' ? item.value : item;
	return value.kind === 'name' || captured(value) !== undefined;
};
