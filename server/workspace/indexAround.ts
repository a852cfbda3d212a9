/** The index for the command line: what the files to check may see of the files around them. */
import { dirname, join } from 'node:path';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { Exclusions } from './exclusions.ts';
import { pathInWorkingFolder, type SourceFile, shownPath } from './files.ts';
import { entryOf, type IndexEntry, indexFiles } from './indexFiles.ts';
import type { LoadedEngine } from './openEngine.ts';
import { isSource, walk } from './walk.ts';

/** So many files around are indexed at most: the working folder may be somebody's whole disk. */
const MAX_AROUND = 20_000;

/**
 * Indexes the source files to be checked, then all those of the working folder; for a file outside of it those of the
 * folder that it lies in. What `.gitignore` files and the default of `faultbook.exclude` name is left out, unless it is
 * to be checked itself.
 * @param files what is to be checked
 * @param workingFolder absolute
 * @param most how many files around are indexed
 * @returns what a person should know of it, one sentence each
 */
export async function indexAround(
	{ service, extensions }: LoadedEngine,
	files: readonly SourceFile[],
	workingFolder: string,
	most = MAX_AROUND,
): Promise<string[]> {
	const sources = files.filter(({ file }) => isSource(file, extensions));
	const named = sources.map(({ file, shown }) => entryOf(file, pathInWorkingFolder(shown)));
	const remarks: string[] = [];
	await indexFiles(service, named);
	const known = new Set(named.map(({ file }) => file));
	for (const root of rootsOf(sources, workingFolder)) {
		const exclusions = new Exclusions(root, { exclude: DEFAULT_SETTINGS.exclude, hidden: [] });
		const around: IndexEntry[] = [];
		// Nobody asked for what is around: what of it cannot be read is not worth a line at every run.
		for await (const path of walk({ root, exclusions, extensions, problem: () => {} })) {
			const file = join(root, path);
			if (known.has(file)) continue;
			if (around.length === most) {
				remarks.push(
					`Constants are looked for in the first ${most} files of ${root}; run it in the project's own folder to have them all.`,
				);
				break;
			}
			around.push(entryOf(file, pathInWorkingFolder(shownPath(file, workingFolder))));
		}
		await indexFiles(service, around);
	}
	return remarks;
}

/** The folders around files, none of them within another. */
function rootsOf(sources: readonly SourceFile[], workingFolder: string): string[] {
	const places = sources.map(({ file }) => (isWithin(file, workingFolder) ? workingFolder : dirname(file)));
	const roots = [...new Set(places)];
	return roots.filter((root) => !roots.some((other) => other !== root && isWithin(root, other)));
}

function isWithin(path: string, folder: string): boolean {
	const shown = shownPath(path, folder);
	return pathInWorkingFolder(shown) === shown;
}
