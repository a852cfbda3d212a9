/** A judged dispatch as the fixes see it: its source, style and the words for what stands there. */
import type { Code } from '../catalogue/catalogue.ts';
import type { Lookup } from '../catalogue/lookup.ts';
import { madeWith } from '../dispatch/constants.ts';
import type { Answer, Candidate } from '../dispatch/decide.ts';
import type { FoundConditional, FoundDispatch } from '../dispatch/found.ts';
import { rungs } from '../dispatch/ladders.ts';
import { SubjectReader } from '../dispatch/subject.ts';
import type { Test } from '../dispatch/test.ts';
import type { LanguageData } from '../languages/language.ts';
import type { Range } from '../model.ts';
import type { JudgedSite, PlacedSite } from '../recognise/judgedUnit.ts';
import { spellings, wordsOf } from '../recognise/names.ts';
import type { ParsedSource } from '../recognise/parse.ts';
import type { Syntax } from '../recognise/syntax.ts';
import { walk } from '../recognise/walk.ts';
import { errorPaths } from './carrier.ts';
import { type LoopAround, loopAround } from './loops.ts';
import { inCaseOf, isSettled, itemsBeside, messageBeside } from './siblings.ts';
import { spelt } from './spelling.ts';
import { equalityIn, type Style, styleOf } from './style.ts';
import { spokenIn, writtenTests } from './ways.ts';

const ERROR_NAMES = new Set(['err', 'error', 'e', 'ex', 'exc', 'exception']);

export class FixSite {
	readonly text: string;
	readonly site: JudgedSite;
	readonly dispatch: FoundDispatch;
	readonly language: LanguageData;
	readonly style: Style;
	readonly lookup: Lookup;

	/** The file's import statements, with their places in the document. */
	readonly imports: readonly (Range & { readonly sources: readonly string[] })[];
	/** The end of what a file begins with, before any import: a package clause, a docstring. */
	readonly head: number | undefined;
	/** The document's offset that the site's offsets count from. */
	readonly #base: number;
	readonly #references: ReadonlyMap<string, unknown>;
	readonly #comments: readonly Range[];
	/** Constants of the file: path → the code that it stands for. */
	readonly #constants: ReadonlyMap<string, string>;

	constructor(parsed: ParsedSource, { site, base }: PlacedSite, dispatch: FoundDispatch) {
		const { text, units, language: source } = parsed;
		const language = source.data;
		this.text = text;
		this.imports = units
			// A function may import for itself.
			.filter(({ facts }) => facts.imports.length > 0 && facts.syntax.kind !== 'function')
			.map(({ base, end, facts }) => ({ start: base, end, sources: facts.imports }));
		const [first] = units;
		this.head =
			first && (first.facts.syntax.kind === 'nothing' || first.facts.syntax.kind === 'text') ? first.end : undefined;
		const own = units.find((unit) => unit.base === base)?.facts;
		this.#references = own?.references ?? new Map();
		this.#comments = own?.comments ?? [];
		this.#constants = new Map(
			units.flatMap(({ facts }) =>
				facts.definitions.flatMap(({ path, value: written }) => {
					const value = (path.includes('.') && madeWith(written)) || written;
					const literal = value.kind === 'number' ? value.text : value.kind === 'text' ? value.value : undefined;
					return literal === undefined ? [] : [[path, literal] as const];
				}),
			),
		);
		this.site = site;
		this.#base = base;
		this.dispatch = dispatch;
		this.language = spokenIn(dispatch, language, (node) => this.source(node));
		this.style = styleOf(text, language);
		this.lookup = site.judged.lookup;
	}

	/** The document's offset of an offset in the unit. */
	at(offset: number): number {
		return this.#base + offset;
	}

	source(node: { readonly start: number; readonly end: number }): string {
		return this.text.slice(this.at(node.start), this.at(node.end));
	}

	/** Whether a comment stands, or begins, in a range of the unit. */
	hasComment({ start, end }: Range): boolean {
		return this.#comments.some((comment) => comment.start < end && start < comment.end);
	}

	/** How the subject is written where it is tested. */
	get subject(): string {
		const { at } = this.dispatch;
		// `reply is { Code: 4100 }` has only the field's name.
		const owner = at.kind === 'member' && at.object.end < at.start ? at.object : undefined;
		return owner ? `${this.source(owner)}.${this.source(at)}` : this.source(at);
	}

	/** Whether reading the subject again gives the same, and does nothing else. */
	get isSettled(): boolean {
		const { at } = this.dispatch;
		const { carrier } = this.dispatch.subject;
		// In a pattern that asks for a type first, the field is only there.
		if (at.kind === 'member' && at.object.end < at.start && at.object.cast) return false;
		// In another language within this one it is read in that one's words.
		if (at.kind === 'member' && carrier && carrier.start >= at.end) return false;
		return at.kind === 'name' || carrier === undefined || isSettled(carrier);
	}

	/** The spelling of equality, and of its opposite, in the tests that are there. */
	get equality(): readonly [equals: string, differs: string] {
		const written = writtenTests(this.dispatch, (node) => this.source(node));
		return equalityIn(written, this.language);
	}

	/** A code as a value in the style of the values that are there; undefined where this subject cannot say it. */
	value(code: Code | 'success'): string | undefined {
		return spelt(code, this);
	}

	/** Constants of the file: path → the code that each stands for. */
	get constants(): ReadonlyMap<string, string> {
		return this.#constants;
	}

	/** The reply's message beside the subject, as an expression; undefined where none is in sight. */
	get message(): string | undefined {
		return messageBeside(this);
	}

	/** The field of the reply that holds the items of a batch. */
	get items(): string | undefined {
		return itemsBeside(this);
	}

	/** Fields of an item, spelled like the subject's. */
	itemField(name: string): string {
		const property = this.dispatch.subject.property ?? name;
		return inCaseOf(property, ['code'], name);
	}

	/** Whether the unit reads a name or path. */
	reads(path: string): boolean {
		return this.#references.has(path);
	}

	/** Whether a test holds for a code, for success or for what nobody names. */
	decide(test: Test, candidate: Candidate): Answer {
		return this.site.judged.decider?.decide(test, candidate) ?? 'maybe';
	}

	/** Whether a value of its tests, as written, is this code. */
	means(node: Syntax, code: Code): boolean {
		return this.site.judged.values.some(
			({ operand, meaning }) => operand.node === node && meaning?.kind === 'code' && meaning.code === code,
		);
	}

	/** Whether there may be no carrier at all, so that no code comes here though nothing failed: `error?.code`. */
	get mayBeAbsent(): boolean {
		return /\?\.|\?\[/.test(this.subject);
	}

	/**
	 * What stands before the tests of the subject and has to stand before new ones: `err && ` in `err && err.code === 1`.
	 * '' where one test stands without, undefined where they differ in it.
	 */
	guardOf(conditional: FoundConditional): string | undefined {
		const ladders = this.dispatch.conditionals.filter((one) => one === conditional || one.form === 'if');
		const guards = new Set<string>();
		for (const { node } of ladders)
			for (const { condition } of node.kind === 'if' ? rungs(node) : []) guards.add(this.#guard(condition));
		// Where one test stands without, the subject can be read without.
		if (guards.has('')) return '';
		return guards.size > 1 ? undefined : ([...guards][0] ?? '');
	}

	/** The conjuncts of a condition before the first that reads the subject, with the operator behind them. */
	#guard(condition: Syntax): string {
		let at = condition;
		while (at.kind === 'binary' && at.operator === '&&' && this.#readsSubject(at.left)) at = at.left;
		if (at.kind !== 'binary' || at.operator !== '&&' || !this.#readsSubject(at.right)) return '';
		return this.source({ start: condition.start, end: at.right.start });
	}

	#readsSubject(node: Syntax): boolean {
		const subject = this.subject;
		let reads = false;
		walk(node, (part) => {
			reads ||= this.source(part.written ?? part) === subject;
			return !reads;
		});
		return reads;
	}

	/** Whether success may come here at all: not where an error was caught, returned, or read from the reply. */
	get mayBeSuccess(): boolean {
		return !errorPaths(this).some((path) => ERROR_NAMES.has(wordsOf(path.split(/[.[]/).at(-1) ?? '').at(-1) ?? ''));
	}

	/** Reads subjects as this catalogue's. */
	get reader(): SubjectReader {
		const { fields, companions } = this.lookup.catalogue.match;
		return new SubjectReader(this.language.lexicon, {
			codes: new Set(fields),
			companions: new Set(spellings(companions)),
		});
	}

	/** The loop that tries again around a conditional. */
	loopAround(conditional: FoundConditional): LoopAround | undefined {
		return loopAround(conditional, this.dispatch.scope);
	}
}
