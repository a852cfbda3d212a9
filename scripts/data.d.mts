/** The types of data.mjs, for the tests that build their engine from the same data. */
import type { LogFormatFile } from '../server/formats/format.ts';
import type { LanguageData } from '../server/languages/language.ts';

export function readLanguages(place?: string): Promise<{ languages: LanguageData[]; problems: string[] }>;
export function readFormats(): Promise<{ formats: LogFormatFile[]; problems: string[] }>;
export function compileData(folder: string): Promise<string[]>;
export function grammarPath(language: Pick<LanguageData, 'grammar'>): string;
