/** Catalogues for tests of recognition: the built-in one as it ships, and small ones made on the spot. */
import { readFileSync } from 'node:fs';
import { loadCatalogue } from '../../server/catalogue/load.ts';
import { Lookup } from '../../server/catalogue/lookup.ts';
import { parseCatalogue } from '../../server/catalogue/parse.ts';
import { ContextFinder } from '../../server/recognise/context.ts';
import { type LogReader, logReader } from '../../server/recognise/log.ts';
import type { ReplyJudge } from '../../server/recognise/reply.ts';

const BUILTIN = new URL('../../server/catalogue/builtin/', import.meta.url);

export function builtinLookup(id: string): Lookup {
	const source = `${id}.yaml`;
	const { value, problems } = parseCatalogue(readFileSync(new URL(source, BUILTIN), 'utf8'), source);
	if (problems.length > 0) throw new Error(problems.join('\n'));
	return lookupFrom(value);
}

/** A lookup of a catalogue as its file would say it. */
export function lookupFrom(value: unknown): Lookup {
	const { catalogue, problems } = loadCatalogue(value, 'test');
	if (!catalogue) throw new Error(problems.join('\n'));
	return new Lookup(catalogue);
}

/** What reads logs by these catalogues, as the engine makes it. */
export const logReaders = (lookups: readonly Lookup[]): LogReader[] =>
	lookups.map((lookup) => logReader({ lookup, finder: new ContextFinder(lookup.catalogue), namesCode: () => true }));

/** What judges replies by these catalogues, as the engine makes it. */
export const replyJudges = (lookups: readonly Lookup[]): ReplyJudge[] => logReaders(lookups).map(({ judge }) => judge);

/** A real reply or log line from test/data/logs. */
export function sample(name: string): string {
	return readFileSync(new URL(`../data/logs/${name}`, import.meta.url), 'utf8');
}
