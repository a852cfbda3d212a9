/** Where things are. Node's built-ins only: scripts use it before anything is installed. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Everything that can be thrown away: logs, declarations, the modules that the build imports. Ignored by git. */
export const cacheDirectory = join(root, '.cache');

/** What the extension ships beside its manifest. */
export const distDirectory = join(root, 'dist');

/** The package that `npm run package` writes. */
export const vsixFile = join(root, 'faultbook.vsix');

/** Where the downloaded VS Code or code-server, screenshots and step logs go. */
export const logDirectory = join(cacheDirectory, 'logs');
