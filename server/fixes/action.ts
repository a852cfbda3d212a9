/** What an arm does about its codes, by severity: fail, back off and try again, go through the items. */
import { type Code, nameOf, type Severity } from '../catalogue/catalogue.ts';
import type { FoundConditional } from '../dispatch/found.ts';
import { formOf } from './armForm.ts';
import { failLines, failureLeaves, valuesOf } from './failure.ts';
import { givesResult } from './result.ts';
import type { FixSite } from './site.ts';
import { braced } from './style.ts';
import { fillFirst } from './template.ts';

export interface Action {
	readonly lines: readonly string[];
	/** It leaves the arm by itself. */
	readonly leaves: boolean;
}

/**
 * The lines of an action, not indented; undefined where there is none for these codes here: trying again needs a loop,
 * and going through items a reply that has them. `conditional`: where it is to stand.
 */
export function actionFor(codes: readonly Code[], site: FixSite, conditional: FoundConditional): Action | undefined {
	const { stubs } = site.language;
	const severity: Severity = codes[0]?.severity ?? 'unknown';
	const form = formOf(conditional.node, site.language);
	// An arm that is an expression holds no more than one.
	const fits = (lines: readonly string[]): boolean => !form || form.block !== undefined || lines.length === 1;
	if (severity === 'transient') {
		const loop = site.loopAround(conditional);
		const again = {
			await: site.dispatch.scope.func?.waits ? 'await' : undefined,
			waiting: site.dispatch.scope.func?.waits ? '' : undefined,
			attempt: loop?.attempt,
			direct: loop?.levels === 1 ? '' : undefined,
			levels: loop && loop.levels > 1 ? ` ${loop.levels}` : '',
		};
		const lines = loop && fillFirst(stubs.backOff, { ...valuesOf(site), ...again });
		return lines && fits(lines) ? { lines, leaves: true } : undefined;
	}
	if (severity === 'partial') {
		// It gives back nothing.
		if (givesResult(conditional, site)) return undefined;
		const filled = fillFirst(stubs.items, valuesOf(site));
		const lines = filled && braced(filled, site.style);
		return lines && fits(lines) ? { lines, leaves: false } : undefined;
	}
	const lines = failLines(site, codes, conditional);
	return lines && { lines, leaves: failureLeaves(site) };
}

/** The comments for the codes of one arm: what each is. */
export const commentsFor = (codes: readonly Code[], comment: string): string[] =>
	codes.map((code) =>
		comment.replace('<<text>>', (codes.length === 1 && code.type ? code.type : nameOf(code)) + advice(code)),
	);

/** What has to be done besides trying again. */
const advice = ({ severity, retry }: Code): string =>
	severity === 'transient' && retry === 'resign' ? ' (sign anew)' : '';
