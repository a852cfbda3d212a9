/** Where the documentation of the rules is on the web: what a diagnostic's code links to. */
const RULES_PAGE = 'https://github.com/faultbook/faultbook/blob/main/docs/rules.md';

/** The URL of a rule's own section. */
export function rulePage(rule: string): string {
	return `${RULES_PAGE}#${rule}`;
}
