/** Text with `<<placeholders>>`. */

export type Values = Readonly<Record<string, string | undefined>>;

/** The filled lines of a template, or undefined where one of its placeholders has no value. */
export function fill(template: string | readonly string[], values: Values): string[] | undefined {
	const lines: string[] = [];
	for (const line of typeof template === 'string' ? [template] : template) {
		let isWhole = true;
		const filled = line.replace(/<<(\w+)>>/g, (_, name: string) => {
			const value = values[name];
			isWhole &&= value !== undefined;
			return value ?? '';
		});
		if (!isWhole) return undefined;
		lines.push(...filled.split('\n').map((one) => one.trimEnd()));
	}
	return lines;
}

/** The first template that can be filled. */
export function fillFirst(templates: readonly (string | readonly string[])[], values: Values): string[] | undefined {
	for (const template of templates) {
		const lines = fill(template, values);
		if (lines) return lines;
	}
	return undefined;
}

/** A pattern with what its placeholders stand for, each taken as it is written. */
export const filledPattern = (pattern: string, values: Values): string =>
	pattern.replace(/<<(\w+)>>/g, (_, name: string) => (values[name] ?? '').replace(/\W/g, '\\$&'));
