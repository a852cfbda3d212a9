/** Judges snippets: what the engine says of one function body, without a fixture file. */
import type { DispatchReport, Model } from '../../server/model.ts';
import type { Service } from '../../server/service.ts';
import { DEFAULT_SETTINGS, type DocumentSettings } from '../../shared/settings.ts';

let documents = 0;

/** The model of a TypeScript text. */
export async function judged(
	service: Service,
	text: string,
	settings: Partial<DocumentSettings> = {},
	ending = '.ts',
): Promise<Model> {
	const path = `src/snippet${documents++}${ending}`;
	const document = { uri: `file:///${path}`, path, languageId: '', version: 1, text };
	const model = await service.model(document, { ...DEFAULT_SETTINGS, ...settings });
	service.close(document.uri);
	return model;
}

/** The one dispatch of a function body that talks to the API and has `reply`; `around`: what the function begins with. */
export async function judgedBody(
	service: Service,
	body: string,
	around = 'export async function settle(reply: Reply): Promise<unknown> {',
): Promise<DispatchReport> {
	const { dispatches } = await judged(service, `import { type Reply } from './qcloud.ts';\n${around}\n${body}\n}\n`);
	const [first] = dispatches;
	if (!first || dispatches.length > 1) throw new Error(`${dispatches.length} dispatches stand in:\n${body}`);
	return first;
}
