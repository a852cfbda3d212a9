/** Catalogues for the tests of server/catalogue: the built-in one from its source, and small ones of our own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../../server/catalogue/catalogue.ts';
import { loadCatalogue } from '../../server/catalogue/load.ts';
import { parseCatalogue } from '../../server/catalogue/parse.ts';

const top = join(import.meta.dirname, '..', '..');

/** A file of the project as text; the name is relative to the top. */
export function projectFile(name: string): string {
	return readFileSync(join(top, ...name.split('/')), 'utf8');
}

/** The catalogue that this value is. Throws with its problems. */
export function catalogueOf(value: unknown): Catalogue {
	const { catalogue, problems } = loadCatalogue(value, 'sample.yaml');
	if (!catalogue) throw new Error(problems.join('\n'));
	return catalogue;
}

/** `tencentcloud-v2` as the build reads it. Throws with its problems. */
export function builtinCatalogue(): Catalogue {
	const name = 'server/catalogue/builtin/tencentcloud-v2.yaml';
	const parsed = parseCatalogue(projectFile(name), name);
	if (parsed.problems.length > 0) throw new Error(parsed.problems.join('\n'));
	return catalogueOf(parsed.value);
}

/** A catalogue of these codes and nothing else. */
export function catalogueOfCodes(codes: readonly object[], fields: object = {}): Catalogue {
	return catalogueOf({ faultbook: 1, id: 'acme', title: 'Acme', codes, ...fields });
}
