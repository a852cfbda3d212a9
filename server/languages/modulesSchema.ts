/** How a file of a language finds the constants of others. */
import * as v from 'valibot';
import { pattern, words } from './schema.ts';

/** How an import names a file, and what of a text others may want without its being parsed whole. */
export const modules = v.strictObject({
	/**
	 * path: by its path from the importing file, or from a folder above it where it does not begin with a dot.
	 * dotted: by names with dots between them, from a folder above; leading dots count from the file's own folder up.
	 * folder: by a path whose end is a folder of the workspace; its files are one package and see each other's names.
	 * name: by the name itself, wherever one file of the language alone declares it; of several, the file that is called
	 * like what stands before the name (`codes::AUTH`), or that is in the reading file's folder.
	 */
	by: v.picklist(['path', 'dotted', 'folder', 'name']),
	/** File endings that an import leaves out, the first that is there; also the endings of a package's files. */
	endings: words,
	/** Files that stand for their folder. */
	folders: words,
	/** Endings that are written for others: `./codes.js` means codes.ts. */
	written: v.optional(v.record(v.string(), v.array(v.string())), {}),
	/** Below a folder above the file, where paths that do not begin with a dot may start. */
	roots: words,
	/** A path without a slash or a leading dot is a file's, too, first beside the importing one: `#include "codes.h"`. */
	bare: v.optional(v.boolean(), false),
	/** What such a path may open with that is no folder: `@/`. */
	marks: words,
	/** The same as a pattern: `package:shop/`. */
	opens: v.optional(pattern),
	/** What a file imports can be imported from it in turn. */
	handsOn: v.optional(v.boolean(), false),
	/** A name imported from a folder may be a file in it. */
	nested: v.optional(v.boolean(), false),
	/** Finds the name of a file's package. */
	package: v.optional(pattern),
	/** Finds the modules that a text names; the first group that took part is one. It may find too many. */
	sources: pattern,
	/** Finds, in a text that names no code, the statements that others may want all the same: imports that hand on,
	 *  constants of a line. */
	outline: v.array(pattern),
});
export type Modules = v.InferOutput<typeof modules>;
