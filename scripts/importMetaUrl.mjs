/** Goes into bundles that need it, and by the mark of purity into no other: see bundlePlugins.mjs. */
import { pathToFileURL } from 'node:url';

export const importMetaUrl = /* @__PURE__ */ (() => pathToFileURL(__filename).href)();
