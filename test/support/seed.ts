/**
 * Property tests try the same cases at each run, so that a change is judged by what it changed. To look for new ones:
 * FAULTBOOK_SEED=random npm run unit, or a number, as a failure prints it.
 */
import fc from 'fast-check';

const given = process.env.FAULTBOOK_SEED ?? '20261124';
fc.configureGlobal({ seed: given === 'random' ? Date.now() : Number(given) });
