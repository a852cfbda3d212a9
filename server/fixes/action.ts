/** What an arm does about its codes, by severity: fail, back off and try again, go through the items. */
import { type Code, nameOf, type Severity } from '../catalogue/catalogue.ts';
import type { FoundConditional } from '../dispatch/find.ts';
import { failLines, valuesOf } from './failure.ts';
import type { FixSite } from './site.ts';
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
	if (severity === 'transient') {
		const loop = site.loopAround(conditional);
		const again = { await: site.dispatch.scope.func?.waits ? 'await' : undefined, attempt: loop?.attempt };
		const lines = loop && fillFirst(stubs.backOff, { ...valuesOf(site), ...again });
		return lines && { lines, leaves: true };
	}
	if (severity === 'partial') {
		const lines = fillFirst(stubs.items, valuesOf(site));
		return lines && { lines, leaves: false };
	}
	const lines = failLines(site, codes);
	return lines && { lines, leaves: true };
}

/** The comments for the codes of one arm: what each is. */
export const commentsFor = (codes: readonly Code[], comment: string): string[] =>
	codes.map((code) =>
		comment.replace('<<text>>', (codes.length === 1 && code.type ? code.type : nameOf(code)) + advice(code)),
	);

/** What has to be done besides trying again. */
const advice = ({ severity, retry }: Code): string =>
	severity === 'transient' && retry === 'resign' ? ' (sign anew)' : '';
