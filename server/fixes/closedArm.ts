/** Arms that a sign of their own ends: `4100) login ;;`. */
import type { FoundArm } from '../dispatch/found.ts';
import type { TextEdit } from '../model.ts';
import { withImports } from './insert.ts';
import type { FixSite } from './site.ts';
import { indentAt, indented } from './style.ts';

/** What has to stand behind the last arm before another may follow; nothing where its sign is there. */
export function closing(arm: FoundArm | undefined, site: FixSite): readonly string[] {
	const { armClose } = site.language.stubs;
	return !armClose || !arm || site.source(arm).trimEnd().endsWith(armClose) ? [] : [site.style.indent + armClose];
}

/** Lines in the place of all that stands between an arm's label and its end; undefined where it has no sign. */
export function fillClosed(arm: FoundArm, lines: readonly string[], site: FixSite): TextEdit[] | undefined {
	const { stubs } = site.language;
	const source = site.source(arm).trimEnd();
	const label = /^\(?[^()\n]*\)/.exec(source)?.[0];
	if (!stubs.armClose || !label || !source.endsWith(stubs.armClose) || site.hasComment(arm)) return undefined;
	const indent = indentAt(site.text, site.at(arm.start));
	const body = indented([...lines, stubs.armClose], indent + site.style.indent).join(site.style.newline);
	const start = site.at(arm.start) + label.length;
	const newText = site.style.newline + body;
	return withImports([{ start, end: site.at(arm.start) + source.length, newText }], lines, site);
}
