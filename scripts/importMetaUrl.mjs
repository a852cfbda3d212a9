/** Goes into bundles that need it: see bundlePlugins.mjs. */
import { pathToFileURL } from 'node:url';

export const importMetaUrl = pathToFileURL(__filename).href;
