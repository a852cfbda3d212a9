/** Fixes of findings, and light bulbs without one. */
import type { Lookup } from './catalogue/lookup.ts';
import type { FoundFinding } from './findings.ts';
import type { LanguageData } from './languages/language.ts';
import type { Fix, Model, Range, TextEdit } from './model.ts';
import type { ParsedSource } from './recognise/parse.ts';
import type { DocumentInput, FixOptions } from './service.ts';

export interface FixSource {
	readonly document: DocumentInput;
	readonly model: Model;
	readonly findings: readonly FoundFinding[];
	readonly lookups: readonly Lookup[];
	readonly language?: LanguageData;
	readonly parsed?: ParsedSource;
}

export function applicableFixes(_source: FixSource, _range: Range, _options: FixOptions): readonly Fix[] {
	return [];
}

export function editsOf(_source: FixSource, _id: string): readonly TextEdit[] | undefined {
	return undefined;
}
