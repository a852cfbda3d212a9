/** Which Faultbook this is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The version in the package's manifest.
 * @param folder where the bundle is; the manifest is one level above
 * @returns undefined where there is no manifest: a bundle that somebody copied elsewhere works without
 */
export function readVersion(folder: string): string | undefined {
	try {
		const manifest: unknown = JSON.parse(readFileSync(join(folder, '..', 'package.json'), 'utf8'));
		const { name, version } = manifest as { name?: unknown; version?: unknown };
		return name === 'faultbook' && typeof version === 'string' ? version : undefined;
	} catch {
		return undefined;
	}
}
