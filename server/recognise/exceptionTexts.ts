/** How the SDKs of a catalogue print an error: its exceptions' names in brackets, and texts that the catalogue gives. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import { anyOf, escapePattern } from '../catalogue/pattern.ts';

/** What shows in a log that an SDK printed an error; absent where the catalogue names nothing of the kind. */
export interface ExceptionTexts {
	/** Pattern for `[TencentCloudSDKError]`, `[TencentCloud\Common\Exception\TencentCloudSDKException]`. */
	readonly names: string | undefined;
	/** Whether a record holds such a text: then it names the API. */
	in(record: string): boolean;
}

/** A code, as far as its shape goes. */
const CODE = '[A-Za-z0-9][\\w.:-]{0,127}';

export function exceptionTexts({ match: { exceptions, texts } }: Catalogue): ExceptionTexts {
	const names =
		exceptions.length === 0
			? undefined
			: // Before the name there may be its namespace.
				`\\[(?:[\\w.:\\\\]{0,200}[.:\\\\])?${anyOf(exceptions)}\\]`;
	const all = [...(names === undefined ? [] : [names]), ...texts.map(patternOf)];
	const any = all.length === 0 ? undefined : new RegExp(all.join('|'));
	return {
		names,
		in: (record) => any?.test(record) ?? false,
	};
}

function patternOf(text: string): string {
	return text
		.split('{code}')
		.map((piece) => piece.split('…').map(escapePattern).join('[^\\n]{0,200}?'))
		.join(CODE);
}
