/** `npm run build`: writes dist/. Exits 1, with the problems named, if it cannot. */
import { build } from './dist.mjs';

process.exitCode = await build();
