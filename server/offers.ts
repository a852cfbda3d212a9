/** The fixes of a document's findings and its light bulbs without one, for a range; their edits, by id. */
import { Commands } from '../shared/protocol.ts';
import type { Lookup } from './catalogue/lookup.ts';
import type { FoundFinding } from './findings.ts';
import { pragmaEdits, removeIgnoreEdits, suppressEdits } from './fixes/comments.ts';
import { FixSite } from './fixes/site.ts';
import type { LanguageData } from './languages/language.ts';
import type { Fix, Model, Range, TextEdit } from './model.ts';
import type { ParsedSource } from './recognise/parse.ts';
import { rules } from './rules/index.ts';
import type { Proposal } from './rules/rule.ts';
import type { DocumentInput, FixOptions } from './service.ts';

export interface FixSource {
	readonly document: DocumentInput;
	/** Where its source begins: behind the tag of a script block. */
	readonly from: number;
	readonly model: Model;
	readonly findings: readonly FoundFinding[];
	readonly lookups: readonly Lookup[];
	/** Targets of every suppression in the document. */
	readonly suppressions: readonly Range[];
	/** Of source documents. */
	readonly language?: LanguageData;
	readonly parsed?: ParsedSource;
}

interface Offered {
	readonly fix: Fix;
	readonly edits: () => readonly TextEdit[] | undefined;
}

const touches = (one: Range, other: Range): boolean => one.start <= other.end && other.start <= one.end;

/** What can be offered for a range, best first, suppressions last. */
export function applicableFixes(source: FixSource, range: Range, options: FixOptions): readonly Fix[] {
	const found = source.findings.filter((finding) => touches(finding, range));
	const offered = [
		...found.flatMap((finding) => mending(finding, source)),
		...judgements(source, range, options),
		...found.flatMap((finding) => suppressing(finding, source)),
	];
	return offered.filter(({ fix, edits }) => fix.command || (edits()?.length ?? 0) > 0).map(({ fix }) => fix);
}

/** The edits of a fix that was offered for this version, sorted. */
export function editsOf(source: FixSource, id: string): readonly TextEdit[] | undefined {
	const whole = { start: 0, end: source.document.text.length };
	const all = [
		...source.findings.flatMap((finding) => [...mending(finding, source), ...suppressing(finding, source)]),
		...judgements(source, whole, { commands: [] }),
	];
	const edits = all.find(({ fix }) => fix.id === id)?.edits();
	return edits && [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

function mending(finding: FoundFinding, source: FixSource): Offered[] {
	const { draft, site: placed } = finding;
	const { text } = source.document;
	if (finding.rule === 'unused-ignore') {
		const others = source.suppressions.filter(({ start }) => start !== finding.start);
		const edits = () => removeIgnoreEdits(text, finding, others, source.parsed);
		return [
			offer(finding, { slug: 'remove', title: 'Remove the suppression', preferred: true, edits }, source.document),
		];
	}
	const rule = rules.find(({ id }) => id === finding.rule);
	if (!rule || !draft || !placed || !source.parsed) return [];
	const codes = draft.codes.filter(({ code }) => finding.codes.includes(code));
	const { dispatch } = placed.site;
	const fixSite = dispatch && new FixSite(source.parsed, placed, dispatch);
	const range = { start: finding.start, end: finding.end };
	return rule
		.fixes({ codes, draft, range, placed, parsed: source.parsed, ...(fixSite && { site: fixSite }) })
		.map((proposal) => offer(finding, proposal, source.document));
}

function suppressing(finding: FoundFinding, { parsed, document }: FixSource): Offered[] {
	if (finding.rule === 'unused-ignore' || !parsed) return [];
	const edits = () => suppressEdits(finding, finding.rule, parsed);
	return [offer(finding, { slug: 'suppress', title: `Suppress ${finding.rule} here`, edits }, document)];
}

function offer(
	finding: FoundFinding,
	{ slug, title, preferred, kind, edits }: Proposal,
	document: DocumentInput,
): Offered {
	const id = `${document.version}:${finding.rule}:${finding.start}:${slug}`;
	return { fix: { id, title, kind: kind ?? 'quickfix', preferred: preferred ?? false, finding }, edits };
}

/** Where a code is not certain: a comment or a setting that makes it so. */
function judgements(source: FixSource, range: Range, options: FixOptions): Offered[] {
	const ids = new Set(
		[...source.model.sightings, ...source.findings]
			.filter((one) => one.certainty !== 'certain' && touches(one, range))
			.map(({ catalogue }) => catalogue),
	);
	return source.lookups
		.filter(({ catalogue }) => ids.has(catalogue.id))
		.flatMap(({ catalogue: { id, title } }): Offered[] => {
			const base = { kind: 'quickfix', preferred: false } as const;
			const file: Offered[] = source.language
				? [
						{
							fix: { ...base, id: `${source.document.version}:judge-file:${id}`, title: `Judge this file as ${title}` },
							edits: () =>
								source.language && pragmaEdits(source.document.text, id, source.language.comments, source.from),
						},
					]
				: [];
			if (!options.commands.includes(Commands.judgeWorkspace)) return file;
			const command = { command: Commands.judgeWorkspace, argument: id };
			const workspace = { ...base, id: `judge-workspace:${id}`, title: `Judge this workspace as ${title}`, command };
			return [...file, { fix: workspace, edits: () => undefined }];
		});
}
