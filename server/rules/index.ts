/** Every rule that looks at dispatches and tables, in the order in which their findings win over one another. */
import { misspeltCode } from './misspeltCode.ts';
import type { Rule } from './rule.ts';
import { swallowedFatalCode } from './swallowedFatalCode.ts';
import { unhandledFatalCode } from './unhandledFatalCode.ts';
import { unknownCode } from './unknownCode.ts';
import { wrongSuccessCode } from './wrongSuccessCode.ts';

export const rules: readonly Rule[] = [
	unhandledFatalCode,
	swallowedFatalCode,
	misspeltCode,
	wrongSuccessCode,
	unknownCode,
];
