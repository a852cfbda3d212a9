/** Every fix of a finding, tried: it parses, its finding is gone, nothing new is found, and once is enough. */
import type { Finding, Fix, Model, Range } from '../../server/model.ts';
import type { DocumentInput, Service } from '../../server/service.ts';
import type { DocumentSettings } from '../../shared/settings.ts';
import { applyEdits, changed } from './fixtures.ts';
import { syntaxErrors } from './syntax.ts';

/** One document under one service, with what its fixes need. */
export interface Patient {
	readonly service: Service;
	readonly document: DocumentInput;
	readonly settings: DocumentSettings;
	/** As the language's data names it. */
	readonly grammar: string;
	readonly model: Model;
}

export interface TriedFix {
	readonly finding: Finding;
	readonly title: string;
	/** What is wrong with it, in a sentence; undefined where nothing is. */
	readonly problem?: string;
}

/** Tries all fixes of all findings, each on the document as it is. A finding without any fix is a problem as well. */
export async function tryFixes(patient: Patient): Promise<TriedFix[]> {
	const { service, document, settings, model } = patient;
	const tried: TriedFix[] = [];
	for (const finding of model.findings) {
		const offered = await service.fixes(document, settings, finding, { commands: [] });
		const fixes = offered.filter(
			({ finding: of }) =>
				of?.rule === finding.rule && of.start === finding.start && of.catalogue === finding.catalogue,
		);
		if (fixes.length === 0)
			tried.push({ finding, title: finding.rule, problem: 'no fix is offered, not even to suppress it' });
		for (const fix of fixes) {
			if (fix.command) continue;
			const problem = await problemOf(patient, finding, fix);
			tried.push({ finding, title: fix.title, ...(problem === undefined ? {} : { problem }) });
		}
	}
	return tried;
}

async function problemOf(patient: Patient, finding: Finding, fix: Fix): Promise<string | undefined> {
	const { document, grammar, model } = patient;
	const text = await applied(patient, document, fix);
	if (text === undefined) return 'it was offered, but has no edits that fit';
	if (text === document.text) return 'it changes nothing';
	const errors = await syntaxErrors(text, grammar);
	if (errors.length > (await syntaxErrors(document.text, grammar)).length)
		return `it breaks the syntax at ${errors.join(', ')}`;
	const next = changed(document, text);
	const after = await patient.service.model(next, patient.settings);
	patient.service.close(next.uri);
	return foundAfter(model, after, finding, fix.title) ?? (await againWrites(patient, next, fix.title));
}

async function applied({ service, settings }: Patient, document: DocumentInput, fix: Fix): Promise<string | undefined> {
	const edits = await service.edits(document, settings, fix.id);
	if (!edits) return undefined;
	try {
		return applyEdits(document.text, edits);
	} catch {
		return undefined;
	}
}

/** What is found after a fix that should not be, or is no longer found though another finding is not its business. */
function foundAfter(before: Model, after: Model, mended: Finding, title: string): string | undefined {
	const left = [...after.findings];
	for (const other of before.findings) {
		if (other === mended) continue;
		const exactly = left.findIndex((it) => it.rule === other.rule && it.codes.join() === other.codes.join());
		// What this fix writes may name a code that another finding missed.
		const shorter = left.findIndex(
			(it) => it.rule === other.rule && it.codes.every((code) => other.codes.includes(code)),
		);
		const same = exactly >= 0 ? exactly : shorter;
		// What another catalogue finds on the very same dispatch is mended with it, and a suppression may be needed now.
		const together = other.rule === mended.rule && other.start === mended.start;
		if (same < 0 && !together && other.rule !== 'unused-ignore')
			return `${named(other)} is no longer found, which it does not mend`;
		if (same >= 0) left.splice(same, 1);
	}
	const [rest, ...more] = left;
	if (!rest) return undefined;
	if (more.length > 0 || rest.rule !== mended.rule) return `${left.map(named).join(' and ')} is found after it`;
	const gone = mended.codes.filter((code) => !rest.codes.includes(code));
	const oneLess = rest.codes.length === mended.codes.length - 1 && gone.some((code) => title.includes(code));
	return oneLess ? undefined : `${named(rest)} is still found`;
}

const named = ({ rule, codes }: Finding): string => [rule, codes.join(',')].join(' ').trim();

/** A second run of the same fix may not change the text again. */
async function againWrites(patient: Patient, next: DocumentInput, title: string): Promise<string | undefined> {
	const titled = async (of: DocumentInput): Promise<Fix[]> => {
		const whole: Range = { start: 0, end: of.text.length };
		const all = await patient.service.fixes(of, patient.settings, whole, { commands: [] });
		return all.filter((fix) => fix.title === title);
	};
	const once = await titled(patient.document);
	const again = await titled(next);
	// The same title may belong to other findings of the file, of which each run mends one.
	if (again.length < once.length) return undefined;
	for (const fix of again)
		if ((await applied(patient, next, fix)) !== next.text) return 'a second run changes the text again';
	return undefined;
}
