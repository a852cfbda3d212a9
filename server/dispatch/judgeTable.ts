/** Judges a table of codes for one catalogue: never a dispatch, but its values are sightings, and some rules look at them. */
import type { Code } from '../catalogue/catalogue.ts';
import type { Lookup } from '../catalogue/lookup.ts';
import type { Certainty } from '../model.ts';
import type { FoundTable } from '../recognise/tables.ts';
import { isRetrySet } from '../recognise/unit.ts';
import { foreignBecause, isSure, membersIn, outside, textsOf } from './certainty.ts';
import type { Court, Judged } from './judge.ts';
import { isCodeByNumber, isKnownDotted, judgeValue } from './meaning.ts';
import { ownRows } from './ownPart.ts';

/** Whether a table has two words or more that are codes of the catalogue, or their families. */
const holdsKnownWords = ({ entries }: FoundTable, lookup: Lookup): boolean =>
	entries.filter(({ node }) => node.kind === 'text' && !/^-?\d+$/.test(node.value) && isCodeText(node.value, lookup))
		.length >= 2;

const isCodeText = (text: string, lookup: Lookup): boolean =>
	(lookup.resolve(text) ?? lookup.byName(text)) !== undefined;

/** `used`: how sure the dispatches are that ask the table, if any does. Undefined where it is none of the catalogue's. */
export function judgeTable(table: FoundTable, court: Court, used: Certainty | undefined): Judged | undefined {
	const { evidence, values } = court;
	const found = ownRows(table, evidence);
	const { lookup } = evidence;
	if (!found.isCodeLike && !used && !(found.isWordy && holdsKnownWords(found, lookup))) return undefined;
	const judged = found.entries.map((operand) => judgeValue(operand, values, lookup));
	const isHeld = (code: Code) => judged.some(({ meaning }) => meaning?.kind === 'code' && meaning.code === code);
	const named = lookup.inOrder([...lookup.catalogue.codes, ...membersIn(judged, lookup)].filter(isHeld));
	const { near, ...other } = evidence.weigh({ enclosing: found.enclosing }, textsOf(judged));
	if (named.length === 0 || (near !== 'here' && !judged.some(isCodeByNumber))) return undefined;
	// Words without a name for what they are: under the API's own name they are its codes.
	if (!found.isCodeLike && !used && !(near === 'here' && other.by !== undefined)) return undefined;
	const foreign = near === 'rival' || (near === 'open' && !isSure(used) && outside(judged) >= 2);
	const base = {
		...{ lookup, values: judged, sets: [], named, missing: [] as readonly Code[] },
		...{ isForeign: foreign, isByOwnName: false, isNear: other.proof === 'near' },
	};
	if (foreign)
		return {
			...base,
			certainty: 'possible',
			outcome: 'foreign',
			why:
				near === 'rival'
					? foreignBecause(other)
					: `Two or more of its values are no codes of ${lookup.catalogue.title}, and nothing near says that it is meant.`,
		};
	// What a dispatch makes certain is certain in the set that it asks too.
	const alone = judged.some(isKnownDotted) ? 'likely' : 'possible';
	const certainty = near === 'here' ? 'certain' : (used ?? alone);
	if (certainty === 'possible')
		return {
			...base,
			certainty,
			outcome: 'unsure',
			why: `Nothing near says that these are codes of ${lookup.catalogue.title}.`,
		};
	return isRetrySet(found.name)
		? {
				...base,
				certainty,
				outcome: 'retry-set',
				why: 'A set that is named for codes to retry or ignore handles nothing.',
			}
		: { ...base, certainty, outcome: 'definition', why: 'A table defines or describes codes; it handles nothing.' };
}
