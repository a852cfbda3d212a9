/** A judged dispatch as the fixes see it: its source, style and the words for what stands there. */
import type { Code } from '../catalogue/catalogue.ts';
import type { Lookup } from '../catalogue/lookup.ts';
import { madeWith } from '../dispatch/constants.ts';
import type { Answer, Candidate } from '../dispatch/decide.ts';
import type { FoundConditional, FoundDispatch } from '../dispatch/find.ts';
import { rungs } from '../dispatch/ladders.ts';
import { pathText } from '../dispatch/scope.ts';
import { SubjectReader } from '../dispatch/subject.ts';
import type { Test } from '../dispatch/test.ts';
import type { LanguageData } from '../languages/language.ts';
import type { Range } from '../model.ts';
import type { JudgedSite, PlacedSite } from '../recognise/judgedUnit.ts';
import { spellings, wordsOf } from '../recognise/names.ts';
import type { ParsedSource } from '../recognise/parse.ts';
import { type Loop, type Syntax, walk } from '../recognise/syntax.ts';
import { errorPaths } from './carrier.ts';
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
		const { subject, scope } = this.dispatch;
		const { messages, fields } = this.lookup.catalogue.match;
		const names = [...messages, 'message', 'msg'];
		// A variable that was given the message of the same carrier, or a parameter beside a bare code
		for (let at: typeof scope | undefined = scope; at?.func; at = at.parent)
			for (const [name, value] of at.values) {
				if (!names.includes(name) && (value === null || !names.includes(propertyOf(value)))) continue;
				const from = value ? carrierOf(value) : undefined;
				const isSame = subject.carrier ? from !== undefined && pathText(from) === pathText(subject.carrier) : true;
				if (isSame && names.includes(wordsOf(name).at(-1) ?? name)) return name;
			}
		const { property } = subject;
		const [message] = messages;
		if (property === undefined || message === undefined) return undefined;
		// `naics_code` has no `naics_message` beside it.
		const words = wordsOf(property).filter((word) => !['get', 'err', 'error'].includes(word));
		if (!fields.includes(property) && words.join() !== 'code') return undefined;
		const field = this.#sibling(message);
		if (!field || (this.language.stubs.messageNeedsProof && !new RegExp(`\\b${field.name}\\b`).test(this.text)))
			return undefined;
		return this.#asText(field.text);
	}

	/** What reads a text, where what stands behind the code's field reads a number: `.asInt()` of a JSON value. */
	#asText(field: string): string | undefined {
		const { conversions } = this.language.stubs;
		const { access } = this.dispatch.subject;
		if (Object.keys(conversions).length === 0) return field;
		const behind = this.text.slice(this.at(access.end));
		const [, way] = Object.entries(conversions).find(([read]) => behind.startsWith(read)) ?? [];
		// A value of a JSON library is no text by itself.
		return way === undefined && (access.kind === 'index' || (access.kind === 'call' && access.args.length > 0))
			? undefined
			: field + (way ?? '');
	}

	/** A field beside the code, read from the same carrier in the same way; undefined where reading it would call again. */
	#sibling(name: string): { readonly text: string; readonly name: string } | undefined {
		const { access, carrier, property } = this.dispatch.subject;
		if (!carrier || property === undefined || hasMadeUpName(carrier) || !isSettled(carrier)) return undefined;
		// A name was given the code by a call: reading the message from it would call again.
		if (this.dispatch.at.kind === 'name' && callsSomething(carrier)) return undefined;
		const own = inCaseOf(property, wordsOf(property), name);
		// Taken apart by a pattern: the access itself is written nowhere.
		const isTakenApart = carrier.start < access.start || carrier.end > access.end;
		if (isTakenApart) return { text: `${this.source(carrier)}.${own}`, name: own };
		const written = this.#withoutDefault(access);
		const last = written.lastIndexOf(property);
		return last === -1
			? undefined
			: { text: written.slice(0, last) + own + written.slice(last + property.length), name: own };
	}

	/** The field of the reply that holds the items of a batch. */
	get items(): string | undefined {
		const { access, carrier } = this.dispatch.subject;
		const [items] = this.lookup.catalogue.match.items;
		if (!carrier || items === undefined || (access.kind === 'call' && access.args.length === 0)) return undefined;
		const field = this.#sibling(items);
		// Only batch calls answer with items. Where a compiler would mind, the same reply's items must be read already.
		if (field && this.language.stubs.itemsNeedProof && !this.#reads(`${pathText(carrier)}.${field.name}`))
			return undefined;
		return field?.text;
	}

	/** `reply.get("code", 0)` without the value for when there is none: it would not fit another field. */
	#withoutDefault(access: Syntax): string {
		const [field, fallback] = access.kind === 'call' ? access.args : [];
		if (!field || !fallback) return this.source(access);
		return this.source({ start: access.start, end: field.end }) + this.source({ start: fallback.end, end: access.end });
	}

	/** Whether the unit reads a name or path. */
	#reads(path: string): boolean {
		return this.#references.has(path);
	}

	/** Fields of an item, spelled like the subject's. */
	itemField(name: string): string {
		const property = this.dispatch.subject.property ?? name;
		return inCaseOf(property, ['code'], name);
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

	/**
	 * The innermost loop around a conditional, within the function, if it repeats; with the name of its counter, and how
	 * many loops and switches a jump in an arm has to count to mean it.
	 */
	loopAround(
		conditional: FoundConditional,
	): { readonly attempt: string | undefined; readonly levels: number } | undefined {
		let found: Loop | undefined;
		let levels = 1;
		for (const node of this.dispatch.scope.body)
			walk(node, (part) => {
				if (part.kind === 'function' || part.kind === 'type') return false;
				const isAround = part.start <= conditional.node.start && part.end >= conditional.node.end;
				if (part.kind === 'switch' && isAround) levels++;
				if (part.kind === 'loop' && part !== conditional.node && isAround) {
					found = part;
					levels = 1;
				}
				return true;
			});
		return found?.mode === 'repeat' ? { attempt: counterOf(found), levels } : undefined;
	}
}

/** The name that a counting loop gives its first number: `for (let attempt = 0; …)`, `for attempt in range(3)`. */
function counterOf({ head }: Loop): string | undefined {
	for (const part of head.flatMap((one) => (one.kind === 'block' ? one.statements : [one]))) {
		const [target] = part.kind === 'assign' ? part.targets : [part];
		const isCount = part.kind === 'name' || (part.kind === 'assign' && part.values[0]?.kind === 'number' && part.plain);
		if (isCount && target?.kind === 'name') return target.text;
	}
	return undefined;
}

/** Names, fields, keys and plain accessors: nothing is done to get it. */
function isSettled(node: Syntax): boolean {
	if (node.kind === 'member') return isSettled(node.object);
	if (node.kind === 'index') return isSettled(node.object) && isSettled(node.index);
	// `response.json()` only reads what is there.
	if (node.kind === 'call') return node.args.length === 0 && node.callee.kind === 'member' && isSettled(node.callee);
	return node.kind === 'name' || node.kind === 'text' || node.kind === 'number';
}

const callsSomething = (node: Syntax): boolean =>
	node.kind === 'call' || ((node.kind === 'member' || node.kind === 'index') && callsSomething(node.object));

const hasMadeUpName = (carrier: Syntax): boolean => pathText(carrier).startsWith('{');

const propertyOf = (node: Syntax): string =>
	node.kind === 'member' ? node.property : node.kind === 'index' && node.index.kind === 'text' ? node.index.value : '';

const carrierOf = (node: Syntax): Syntax | undefined =>
	node.kind === 'member' || node.kind === 'index' ? node.object : undefined;

/** `message` in the spelling of a sibling: `Code` → `Message`, `getCode` → `getMessage`, `err_code` → `err_message`. */
function inCaseOf(sibling: string, words: readonly string[], name: string): string {
	const last = words.at(-1) ?? sibling;
	const at = sibling.toLowerCase().lastIndexOf(last);
	const written = at === -1 ? sibling : sibling.slice(at, at + last.length);
	const own =
		written === written.toUpperCase() && /[A-Z]/.test(written)
			? name.toUpperCase()
			: /^[A-Z]/.test(written)
				? name.charAt(0).toUpperCase() + name.slice(1)
				: name.charAt(0).toLowerCase() + name.slice(1);
	return at === -1 ? own : sibling.slice(0, at) + own + sibling.slice(at + last.length);
}
