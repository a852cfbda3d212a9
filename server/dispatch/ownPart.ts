/**
 * Where a dispatch stands, and what of it may be a catalogue's: where arms stand under the names of several vendors,
 * each is judged by its own (`case 'aws':` of an outer switch, `vendor === 'tencent' && …`).
 */
import type { Evidence, Place } from '../recognise/evidence.ts';
import type { FoundTable } from '../recognise/tables.ts';
import { namesAt } from './around.ts';
import { type KnownAs, knownAs } from './carrier.ts';
import { foundDispatch } from './find.ts';
import type { FoundConditional, FoundDispatch } from './found.ts';
import type { Scope } from './scope.ts';
import type { SubjectReader } from './subject.ts';
import type { Operand } from './test.ts';

/** What names say of a dispatch, by its first arm. */
export function placeOf({ scope, subject, conditionals }: FoundDispatch): Place {
	const first = conditionals[0]?.arms[0];
	return placeAt(knownAs(subject, scope), scope, first ? namesAt(scope.regions, first.start) : []);
}

/** The dispatch without the arms that stand under another vendor's name; as it is where all do, or none. */
export function ownPart(found: FoundDispatch, evidence: Evidence, reader: SubjectReader): FoundDispatch {
	const { scope, subject, conditionals } = found;
	if (scope.regions.length === 0) return found;
	const known = knownAs(subject, scope);
	const isOwn = ({ start }: { readonly start: number }): boolean => {
		const names = namesAt(scope.regions, start);
		return names.length === 0 || evidence.near(placeAt(known, scope, names)) !== 'rival';
	};
	const own = conditionals.flatMap((one): FoundConditional[] => {
		const arms = one.arms.filter(isOwn);
		return arms.length === one.arms.length ? [one] : arms.length > 0 ? [{ ...one, arms }] : [];
	});
	const isWhole = own.length === conditionals.length && own.every((one, i) => one === conditionals[i]);
	return isWhole || own.length === 0 ? found : foundDispatch(subject, own, scope, reader);
}

/**
 * The table without the rows that stand under another vendor's key, and then known by the keys of the rows that are left
 * (`{ aws: ['AuthFailure'], tencent: ['AuthFailure'] }`); as it is where all rows are another's, or none.
 */
export function ownRows(found: FoundTable, evidence: Evidence): FoundTable {
	const { scope, entries, enclosing } = found;
	const known = new Map<string, boolean>();
	const keys = ({ node }: Operand): readonly string[] => namesAt(scope.regions, node.start);
	const isOwn = (entry: Operand): boolean => {
		const names = keys(entry);
		const text = names.join('\n');
		const isKnown = known.get(text) ?? evidence.near([...scope.enclosing, ...names]) !== 'rival';
		known.set(text, isKnown);
		return isKnown;
	};
	const own = scope.regions.length > 0 ? entries.filter(isOwn) : entries;
	const [first] = own;
	if (!first || own.length === entries.length) return found;
	return {
		...found,
		entries: own,
		enclosing: [...enclosing, ...keys(first).filter((name) => !enclosing.includes(name))],
	};
}

/** `names`: what stands around within the function. Of several types that are asked for, those asked for there count. */
function placeAt({ types, names: own }: KnownAs, scope: Scope, names: readonly string[]): Place {
	const here = types.filter((type) => names.some((name) => lastWord(name) === lastWord(type)));
	return { types: here.length > 0 ? here : types, names: own, enclosing: [...scope.enclosing, ...names] };
}

const lastWord = (path: string): string => /(?<!\w)\w+$/.exec(path)?.[0] ?? '';
