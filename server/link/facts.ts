/**
 * What one file's text says that other files may see: its constants and sets in a lean form that knows no place, what
 * it exports, and what it imports under which name.
 */
import { walkScope } from '../dispatch/scope.ts';
import { isLiteral, isReference, type SubjectReader } from '../dispatch/subject.ts';
import { WHOLE } from '../recognise/buildImport.ts';
import { LONGEST_LITERAL } from '../recognise/lower.ts';
import { keyName } from '../recognise/operands.ts';
import { pathText } from '../recognise/pathText.ts';
import { asPath, requiredIn, segmentsOf } from '../recognise/references.ts';
import type { Binding, Syntax } from '../recognise/syntax.ts';
import { containerIn, isKnownWhole, tableEntries } from '../recognise/tables.ts';
import type { Links, UnitFacts } from '../recognise/unit.ts';

/** A constant's value without its place. */
export type Lean =
	/** A code's text: digits for a number, the text for a string. */
	| { readonly kind: 'value'; readonly text: string }
	/** A literal in a spelling that no code has. */
	| { readonly kind: 'odd' }
	/** Another constant of the same file, or of one that it imports. */
	| { readonly kind: 'path'; readonly path: readonly string[] }
	/** Read from a module where it stands: `require('./codes').AUTH`. */
	| { readonly kind: 'module'; readonly source: string; readonly path: readonly string[] }
	/** A list, set or table. `entries`: its codes, undefined where they are not known whole. */
	| {
			readonly kind: 'set';
			readonly entries: readonly (Lean | undefined)[] | undefined;
			readonly fields: Readonly<Record<string, Lean>>;
	  };

export type LeanBinding = Pick<Binding, 'what' | 'source' | 'imported' | 'local' | 'exported'>;

/** What a file defines, exports and imports. Plain data: equal texts give equal facts. */
export interface FileFacts {
	/** By path (`Codes.AUTH`); null where a name is given several values. */
	readonly definitions: Readonly<Record<string, Lean | null>>;
	/** What it exports under a name that it says, ahead of its definitions. */
	readonly exports: Readonly<Record<string, Lean>>;
	/** What it exports as a whole: `module.exports = CODES`. */
	readonly whole?: Lean;
	readonly bindings: readonly LeanBinding[];
}

/** A record that has not even what every object has: a constant may be called `constructor`. */
const nothing = (): Record<string, never> => Object.create(null);

export const NO_FACTS: FileFacts = { definitions: nothing(), exports: nothing(), bindings: [] };

/** A list of so many values is no list of codes, but somebody's data. */
const MOST_ITEMS = 5000;

/** Constants may be nested, but a file that a machine wrote must not exhaust the stack. */
const DEEPEST = 12;

/** A value in its lean form, or undefined for one that is computed. */
function leanOf(value: Syntax, reader: SubjectReader, depth = 0): Lean | undefined {
	const node = asPath(reader.peel(value));
	if (node.kind === 'number') return /^-?\d+$/.test(node.text) ? { kind: 'value', text: node.text } : { kind: 'odd' };
	if (node.kind === 'text') return node.holes.length === 0 ? { kind: 'value', text: node.value } : { kind: 'odd' };
	if (isLiteral(node)) return { kind: 'odd' };
	const required = requiredIn(node, reader);
	if (required) return { kind: 'module', ...required };
	if (isReference(node)) return { kind: 'path', path: segmentsOf(node) };
	const container = depth < DEEPEST ? containerIn(node, reader) : undefined;
	if (!container || container.items.length > MOST_ITEMS || container.end - container.start > LONGEST_LITERAL)
		return undefined;
	const fields: Record<string, Lean> = nothing();
	if (container.kind === 'table')
		for (const item of container.items) {
			const key = item.kind === 'pair' ? keyName(item.key) : '';
			const lean = item.kind === 'pair' && key ? leanOf(item.value, reader, depth + 1) : undefined;
			if (lean) fields[key] = lean;
		}
	const entries = isKnownWhole(container)
		? tableEntries(container, reader, undefined).map((operand) => leanOf(operand.node, reader, depth + 1))
		: undefined;
	return { kind: 'set', entries, fields };
}

/** What the statements of a unit import and export. `nested`: those of its functions, which import for themselves. */
export function readLinks(top: readonly Syntax[], nested: readonly Syntax[], reader: SubjectReader): Links {
	const bindings: Binding[] = [];
	const exports: { name: string; value: Syntax }[] = [];
	const { lexicon } = reader;
	const bind = (
		node: Syntax,
		what: Binding['what'],
		source: string,
		imported: string,
		local: string,
		exported = false,
	) => bindings.push({ kind: 'binding', start: node.start, end: node.end, what, source, imported, local, exported });

	const assigned = (target: Syntax, value: Syntax): void => {
		const whole = lexicon.exports.includes(pathText(target));
		const required = requiredIn(value, reader);
		if (whole && required && required.path.length === 0) bind(target, 'all', required.source, '', '', true);
		else if (whole && value.kind === 'table')
			for (const item of value.items) {
				const spread = item.kind === 'other' ? item.children.map((child) => requiredIn(child, reader)) : [];
				for (const one of spread) if (one) bind(item, 'all', one.source, '', '', true);
				if (item.kind === 'pair' && keyName(item.key)) exports.push({ name: keyName(item.key), value: item.value });
			}
		else if (whole) exports.push({ name: '', value });
		else if (target.kind === 'member' && lexicon.exports.includes(pathText(target.object)))
			exports.push({ name: target.property, value });
		else if (required && target.kind === 'name')
			bind(target, required.path.length > 0 ? 'name' : 'module', required.source, required.path.join('.'), target.text);
		else if (required && target.kind === 'table')
			for (const item of target.items)
				if (item.kind === 'pair' && item.value.kind === 'name')
					bind(item, 'name', required.source, [...required.path, keyName(item.key)].join('.'), item.value.text);
	};
	walkScope(top, (node) => {
		if (node.kind === 'import') bindings.push(...node.bindings);
		const [given] = node.kind === 'return' && lexicon.exports.includes('return') ? node.values : [];
		if (given) exports.push({ name: '', value: given });
		if (node.kind === 'assign' && node.plain)
			node.targets.forEach((target, i) => {
				const value = node.values[i];
				if (value) assigned(target, value);
			});
	});
	// What a function requires is followed where it stands; what it imports is taken for the file's.
	const inner: Binding[] = [];
	walkScope(nested, (node) => {
		if (node.kind === 'import') inner.push(...node.bindings.filter(({ exported }) => !exported));
	});
	return bindings.length + inner.length + exports.length > 0 ? { bindings, inner, exports } : NO_LINKS;
}

const NO_LINKS: Links = { bindings: [], inner: [], exports: [] };

/** What a unit gives to a file's facts, kept with the unit. */
interface Part {
	readonly definitions: readonly (readonly [path: string, value: Lean | undefined])[];
	readonly exports: readonly (readonly [name: string, value: Lean | undefined])[];
	readonly bindings: readonly LeanBinding[];
}

/** Puts the facts of units together; a unit that stayed as it was is not read again. */
export class FactsReader {
	readonly #parts = new WeakMap<UnitFacts, Part>();

	/** `defaults`: names of the types that are exported without one. */
	read(units: readonly { readonly facts: UnitFacts }[], defaults: readonly string[], reader: SubjectReader): FileFacts {
		const definitions: Record<string, Lean | null> = nothing();
		const exports: Record<string, Lean> = nothing();
		const bindings: LeanBinding[] = [];
		let whole: Lean | undefined;
		for (const { facts } of units) {
			const part = this.#part(facts, reader);
			for (const [path, value] of part.definitions) {
				const before = definitions[path];
				if (path === WHOLE) whole = value;
				else definitions[path] = before === undefined || same(before, value) ? (value ?? null) : null;
			}
			for (const [name, value] of part.exports)
				if (name === '') whole = value;
				else if (value) exports[name] = value;
			for (const binding of part.bindings)
				if (binding.exported && binding.source === '')
					exports[binding.local] = { kind: 'path', path: binding.imported.split('.') };
				else bindings.push(binding);
		}
		for (const name of defaults) exports.default ??= { kind: 'path', path: [name] };
		return { definitions, exports, ...(whole && { whole }), bindings };
	}

	#part(facts: UnitFacts, reader: SubjectReader): Part {
		let part = this.#parts.get(facts);
		if (!part) {
			const { bindings, exports } = facts.links;
			part = {
				definitions: facts.definitions
					.filter(({ isInner }) => !isInner)
					.map(({ path, value }) => [path, leanOf(value, reader)] as const),
				exports: exports.map(({ name, value }) => [name, leanOf(value, reader)] as const),
				bindings: bindings.map(leanBinding),
			};
			this.#parts.set(facts, part);
		}
		return part;
	}
}

/**
 * The facts without imports that nobody can come by from outside: where a file hands nothing on, and none of its
 * constants is another's.
 */
export function outwardFacts(facts: FileFacts, handsOn: boolean): FileFacts {
	const { definitions, exports, whole, bindings } = facts;
	if (bindings.length === 0 || handsOn || bindings.some(({ exported }) => exported)) return facts;
	const refers = (lean: Lean | null | undefined): boolean => {
		if (lean?.kind === 'set') return lean.entries?.some(refers) === true || Object.values(lean.fields).some(refers);
		return lean?.kind === 'path' || lean?.kind === 'module';
	};
	const all = [...Object.values(definitions), ...Object.values(exports), whole];
	return all.some(refers) ? facts : { ...facts, bindings: [] };
}

export const leanBinding = ({ what, source, imported, local, exported }: Binding): LeanBinding => ({
	what,
	source,
	imported,
	local,
	exported,
});

const same = (a: Lean | null | undefined, b: Lean | undefined): boolean =>
	a !== null && JSON.stringify(a) === JSON.stringify(b);
