/** What a hover says: the code, of the best explained catalogues, and the decoded text of an escaped message. */
import { explainCode } from './catalogue/explain.ts';
import type { Lookup } from './catalogue/lookup.ts';
import { escapeMarkdown } from './catalogue/text.ts';
import type { Certainty, DecodedMessage, Sighting } from './model.ts';

const RANK: Record<Certainty, number> = { certain: 2, likely: 1, possible: 0 };

export function hoverAt(
	offset: number,
	sightings: readonly Sighting[],
	lookups: readonly Lookup[],
	message: DecodedMessage | undefined,
): { start: number; end: number; markdown: string } | undefined {
	const here = sightings.filter(({ start, end }) => start <= offset && offset <= end);
	const best = Math.max(...here.map(({ certainty }) => RANK[certainty]));
	const parts = here
		.filter(({ certainty }) => RANK[certainty] === best)
		.flatMap((sighting) => {
			const lookup = lookups.find(({ catalogue }) => catalogue.id === sighting.catalogue);
			const { certainty, module } = sighting;
			return lookup ? [explainCode(lookup.catalogue, sighting.code, { certainty, ...(module && { module }) })] : [];
		});
	if (message) parts.push(`**Decoded message:** ${escapeMarkdown(message.text)}`);
	const [first] = parts;
	if (first === undefined) return undefined;
	const { start, end } = here[0] ?? message ?? { start: offset, end: offset };
	return { start, end, markdown: parts.join('\n\n---\n\n') };
}
