/** The types of data.mjs, for the tests that build their engine from the same data. */
import type { LanguageData } from '../server/languages/language.ts';

export function readLanguages(place?: string): Promise<{ languages: LanguageData[]; problems: string[] }>;
export function compileData(folder: string): Promise<string[]>;
export function grammarPath(language: Pick<LanguageData, 'grammar'>): string;
