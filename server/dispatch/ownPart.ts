/**
 * What of a dispatch may be a catalogue's: where arms stand under the names of several vendors, each is judged by its
 * own (`case 'aws':` of an outer switch, `vendor === 'tencent' && …`).
 */
import type { Evidence } from '../recognise/evidence.ts';
import { namesAt } from './around.ts';
import { knownAs } from './carrier.ts';
import { type FoundConditional, type FoundDispatch, foundDispatch } from './find.ts';
import type { SubjectReader } from './subject.ts';

/** The names around a dispatch's first arm, outermost first. */
export function namesAround({ scope, conditionals }: FoundDispatch): readonly string[] {
	const first = conditionals[0]?.arms[0];
	return [...scope.enclosing, ...(first ? namesAt(scope.regions, first.start) : [])];
}

/** The dispatch without the arms that stand under another vendor's name; as it is where all do, or none. */
export function ownPart(found: FoundDispatch, evidence: Evidence, reader: SubjectReader): FoundDispatch {
	const { scope, subject, conditionals } = found;
	if (scope.regions.length === 0) return found;
	const known = knownAs(subject, scope);
	const isOwn = ({ start }: { readonly start: number }): boolean => {
		const names = namesAt(scope.regions, start);
		return names.length === 0 || evidence.near({ ...known, enclosing: [...scope.enclosing, ...names] }) !== 'rival';
	};
	const own = conditionals.flatMap((one): FoundConditional[] => {
		const arms = one.arms.filter(isOwn);
		return arms.length === one.arms.length ? [one] : arms.length > 0 ? [{ ...one, arms }] : [];
	});
	const isWhole = own.length === conditionals.length && own.every((one, i) => one === conditionals[i]);
	return isWhole || own.length === 0 ? found : foundDispatch(subject, own, scope, reader);
}
