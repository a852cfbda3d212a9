/**
 * Where a dispatch stands, and what of it may be a catalogue's: where arms stand under the names of several vendors,
 * each is judged by its own (`case 'aws':` of an outer switch, `vendor === 'tencent' && …`).
 */
import type { Evidence, Place } from '../recognise/evidence.ts';
import { namesAt } from './around.ts';
import { type KnownAs, knownAs } from './carrier.ts';
import { type FoundConditional, type FoundDispatch, foundDispatch } from './find.ts';
import type { Scope } from './scope.ts';
import type { SubjectReader } from './subject.ts';

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

/** `names`: what stands around within the function. Of several types that are asked for, those asked for there count. */
function placeAt({ types, names: own }: KnownAs, scope: Scope, names: readonly string[]): Place {
	const here = types.filter((type) => names.some((name) => lastWord(name) === lastWord(type)));
	return { types: here.length > 0 ? here : types, names: own, enclosing: [...scope.enclosing, ...names] };
}

const lastWord = (path: string): string => /\w+$/.exec(path)?.[0] ?? '';
