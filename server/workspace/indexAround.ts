/** The index for the command line: what the files to check may see of the files around them. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { Exclusions } from './exclusions.ts';
import { pathInWorkingFolder, type SourceFile, shownPath } from './files.ts';
import { entryOf, type IndexEntry, indexFiles, type RefusedEntry } from './indexFiles.ts';
import type { LoadedEngine } from './openEngine.ts';
import { isSource, walk } from './walk.ts';

/** So many files around are indexed at most: the working folder may be somebody's whole disk. */
const MAX_AROUND = 20_000;

/** What a project's folder has in it. */
export const PROJECT_MARKS = ['package.json', 'go.mod', 'pyproject.toml', 'setup.py', 'requirements.txt', '.git'];

export interface Around {
	/** What a person should know, one sentence each. */
	readonly remarks: readonly string[];
	/** Of the files to check: those of which others see nothing, and why. */
	readonly refused: readonly RefusedEntry[];
}

/**
 * Indexes the source files to be checked, then all those of the projects that they are in. What git's rules and the
 * default of `faultbook.exclude` name is left out, unless it is to be checked itself.
 * @param files what is to be checked
 * @param workingFolder absolute
 * @param most how many files around are indexed
 */
export async function indexAround(
	{ service, extensions }: LoadedEngine,
	files: readonly SourceFile[],
	workingFolder: string,
	most = MAX_AROUND,
): Promise<Around> {
	const sources = files.filter(({ file }) => isSource(file, extensions));
	const named = sources.map(({ file, shown }) => entryOf(file, pathInWorkingFolder(shown)));
	const remarks: string[] = [];
	const { refused } = await indexFiles(service, named);
	const known = new Set(named.map(({ file }) => file));
	for (const root of projectsOf(sources, workingFolder)) {
		const globs = { exclude: DEFAULT_SETTINGS.exclude, hidden: [] };
		const exclusions = new Exclusions(root, globs, (problem) => remarks.push(problem));
		const around: IndexEntry[] = [];
		// Nobody asked for what is around: what of it cannot be read is not worth a line at every run.
		for await (const path of walk({ root, exclusions, extensions, problem: () => {} })) {
			const file = join(root, path);
			if (known.has(file)) continue;
			if (around.length === most) {
				remarks.push(
					`Constants are looked for in the first ${most} files of ${root}; check a project of its own to have them all.`,
				);
				break;
			}
			around.push(entryOf(file, pathInWorkingFolder(shownPath(file, workingFolder))));
		}
		await indexFiles(service, around);
	}
	return { remarks, refused };
}

/** The projects of files, none of them within another. */
function projectsOf(sources: readonly SourceFile[], workingFolder: string): string[] {
	/** By folder. */
	const known = new Map<string, string | undefined>();
	/** The nearest folder that looks like a project's, the working folder at last. */
	const projectOf = (folder: string): string | undefined => {
		if (known.has(folder)) return known.get(folder);
		const parent = dirname(folder);
		let project: string | undefined;
		if (folder === workingFolder || PROJECT_MARKS.some((mark) => existsSync(join(folder, mark)))) project = folder;
		else if (parent !== folder) project = projectOf(parent);
		known.set(folder, project);
		return project;
	};
	const places = sources.map(({ file }) => projectOf(dirname(file)) ?? dirname(file));
	const roots = [...new Set(places)];
	return roots.filter((root) => !roots.some((other) => other !== root && isWithin(root, other)));
}

function isWithin(path: string, folder: string): boolean {
	const shown = shownPath(path, folder);
	return pathInWorkingFolder(shown) === shown;
}
