/** Checks files with the engine, one after the other. */

import { URI } from 'vscode-uri';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { type Row, rowsOf } from '../report/rows.ts';
import { pathInWorkingFolder, readText, type SourceFile } from './files.ts';
import type { LoadedEngine } from './openEngine.ts';

export interface CheckOptions {
	/** Catalogue ids whose API every file talks to. */
	readonly always: readonly string[];
	/** Also rows for every dispatch, silent ones included. */
	readonly explain: boolean;
}

export interface CheckResult {
	/** By file, in the order given, then by place. */
	readonly rows: readonly Row[];
	readonly checked: number;
	/** What a person should know of files that were checked, one sentence each. */
	readonly remarks: readonly string[];
	/** What could not be checked, and why. */
	readonly refused: readonly { readonly file: SourceFile; readonly reason: string }[];
}

/** Checks the files. A file that cannot be checked leaves the others as they are; an error of the engine is a reason. */
export async function checkFiles(
	engine: LoadedEngine,
	files: readonly SourceFile[],
	{ always, explain }: CheckOptions,
): Promise<CheckResult> {
	// The walk has applied the globs; what was given by name is to be checked whatever they say.
	const settings = { ...DEFAULT_SETTINGS, always, exclude: [] };
	const rows: Row[] = [];
	const refused: { file: SourceFile; reason: string }[] = [];
	const remarks: string[] = [];
	for (const file of files) {
		const read = await readText(file.file);
		if (read.refused !== undefined) {
			refused.push({ file, reason: read.refused });
			continue;
		}
		const uri = URI.file(file.file).toString();
		const path = pathInWorkingFolder(file.shown);
		try {
			const input = { uri, path, languageId: '', version: 1, text: read.text };
			const model = await engine.service.model(input, settings);
			if (model.skipped) refused.push({ file, reason: model.skipped });
			remarks.push(...model.concerns);
			if (model.syntaxError !== undefined)
				remarks.push(
					`${file.shown}:${model.syntaxError + 1}: a syntax error; the rest is judged as far as it can be read.`,
				);
			if (!model.skipped) for (const row of rowsOf(file.shown, read.text, model, { explain })) rows.push(row);
		} catch (error) {
			refused.push({ file, reason: `failed: ${error instanceof Error ? error.message : String(error)}` });
		} finally {
			engine.service.close(uri);
		}
	}
	return { rows, checked: files.length - refused.length, refused, remarks };
}
