/** Every rule that looks at dispatches and tables, in the order in which their findings win over one another. */
import type { Check } from '../dispatch/draft.ts';
import { deadAccessor } from './deadAccessor.ts';
import { duplicateCode } from './duplicateCode.ts';
import { familyMissed } from './familyMissed.ts';
import { misspeltCode } from './misspeltCode.ts';
import { retriedFatalCode } from './retriedFatalCode.ts';
import type { Rule } from './rule.ts';
import { swallowedFatalCode } from './swallowedFatalCode.ts';
import { uncheckedResponse } from './uncheckedResponse.ts';
import { unhandledFatalCode } from './unhandledFatalCode.ts';
import { unknownCode } from './unknownCode.ts';
import { wrongSuccessCode } from './wrongSuccessCode.ts';

export const rules: readonly Rule[] = [
	unhandledFatalCode,
	duplicateCode,
	swallowedFatalCode,
	retriedFatalCode,
	familyMissed,
	misspeltCode,
	wrongSuccessCode,
	unknownCode,
	uncheckedResponse,
	deadAccessor,
];

/** Asks every rule that this certainty is enough for. */
export const check: Check = (site) => {
	const { certainty, isForeign } = site.judged;
	if (isForeign) return [];
	return rules
		.filter(({ needs }) => certainty === 'certain' || (needs === 'likely' && certainty === 'likely'))
		.flatMap((rule) => rule.check(site));
};
