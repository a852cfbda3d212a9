/**
 * The one schema of Faultbook's settings. package.json's `contributes.configuration`, docs/settings.md, the
 * README's table, the defaults and the TypeScript types all come from here.
 */

/** Where VS Code may override a setting: once per window, per folder, or per folder and language. */
export type SettingScope = 'window' | 'resource' | 'language-overridable';

export interface SettingDefinition {
	readonly type: 'boolean' | 'string' | 'string[]';
	readonly default: boolean | string | readonly string[];
	readonly scope: SettingScope;
	/** Markdown, shown in the settings editor and in the docs. */
	readonly description: string;
	readonly enum?: readonly string[];
	readonly enumDescriptions?: readonly string[];
}

/** The severities that a rule can be given; `off` silences it. */
export const RULE_LEVELS = ['off', 'hint', 'information', 'warning', 'error'] as const;
export type RuleLevel = (typeof RULE_LEVELS)[number];

/** The rules that exist, with the severity that a finding on a certain sighting has by default, and one line on each. */
export const RULES = {
	'unhandled-fatal-code': {
		level: 'warning',
		summary: 'A dispatch on the code forgets fatal codes, and nothing after it fails.',
	},
	'swallowed-fatal-code': { level: 'warning', summary: 'An arm for a fatal code does nothing and does not say why.' },
	'retried-fatal-code': {
		level: 'warning',
		summary: 'An arm for a fatal code tries again, though the same request cannot succeed.',
	},
	'unknown-code': { level: 'information', summary: 'A value in the shape of a code that the catalogue does not have.' },
	'misspelt-code': { level: 'warning', summary: 'A known code but for case or white space: the test never matches.' },
	'wrong-success-code': { level: 'warning', summary: 'Success tested as 200 where the API says 0.' },
	'duplicate-code': { level: 'warning', summary: 'An arm names a code that an earlier arm has taken already.' },
	'unchecked-response': {
		level: 'information',
		summary: 'A reply is used though nothing looks at its code, or the error of an SDK call is discarded.',
	},
	'family-missed': {
		level: 'warning',
		summary: 'A code is compared with a family of which the server only ever sends the children.',
	},
	'dead-accessor': {
		level: 'warning',
		summary: 'The code is read by an accessor that is always 0, beside the one that has it.',
	},
	'unused-ignore': { level: 'hint', summary: 'A suppression that suppresses nothing.' },
} as const satisfies Record<string, { level: RuleLevel; summary: string }>;
export type RuleId = keyof typeof RULES;
export const RULE_IDS = Object.keys(RULES) as RuleId[];

/** What counts as handling the codes that no test names; see DESIGN of `unhandled-fatal-code`. */
export const FALLBACK_POLICIES = ['mustFail', 'any', 'never'] as const;
export type FallbackPolicy = (typeof FALLBACK_POLICIES)[number];

const ruleSettings = Object.fromEntries(
	RULE_IDS.map((id): [string, SettingDefinition] => [
		`faultbook.rules.${id}`,
		{
			type: 'string',
			default: RULES[id].level,
			enum: RULE_LEVELS,
			scope: 'language-overridable',
			description: `${RULES[id].summary} Its severity where the code is certain.`,
		},
	]),
) as Record<`faultbook.rules.${RuleId}`, SettingDefinition>;

export const SETTINGS: Readonly<Record<string, SettingDefinition>> = {
	'faultbook.enable': {
		type: 'boolean',
		default: true,
		scope: 'language-overridable',
		description: 'Recognise error codes in this folder or language.',
	},
	'faultbook.exclude': {
		type: 'string[]',
		default: ['**/node_modules/**', '**/vendor/**', '**/dist/**', '**/out/**', '**/.git/**', '**/*.min.js'],
		scope: 'resource',
		description: 'Globs of files that Faultbook leaves alone, relative to the workspace folder.',
	},
	'faultbook.catalogues.always': {
		type: 'string[]',
		default: [],
		scope: 'resource',
		description:
			'Ids of catalogues whose API every file here talks to, so that no import, host or name has to show it, e.g. `tencentcloud-v2`.',
	},
	'faultbook.unhandled.fallback': {
		type: 'string',
		default: 'mustFail',
		enum: FALLBACK_POLICIES,
		enumDescriptions: [
			'A `default`, `else` or the code after the dispatch handles the rest if it fails, reports or hands on.',
			'Any `default` or `else` handles the rest, even an empty one.',
			'Only a test that names the code handles it.',
		],
		scope: 'language-overridable',
		description: 'What handles the fatal codes that no test names.',
	},
	'faultbook.tests': {
		type: 'boolean',
		default: false,
		scope: 'language-overridable',
		description: 'Run the rules in test files too; without it they have hovers only.',
	},
	...ruleSettings,
	'faultbook.trace.server': {
		type: 'string',
		default: 'off',
		enum: ['off', 'messages', 'verbose'],
		scope: 'window',
		description: 'Write the messages between VS Code and the language server to the output channel.',
	},
};

/** The settings that hold for one document, parsed and complete. */
export interface DocumentSettings {
	readonly enable: boolean;
	readonly exclude: readonly string[];
	readonly always: readonly string[];
	readonly fallback: FallbackPolicy;
	readonly tests: boolean;
	readonly rules: Readonly<Record<RuleId, RuleLevel>>;
}

export const DEFAULT_SETTINGS: DocumentSettings = parseSettings(undefined).settings;

/**
 * Reads the `faultbook` section as a client sends it (nested objects, as `workspace/configuration` gives them).
 * A value of the wrong type is left out in favour of its default and named in `problems`, one sentence each.
 */
export function parseSettings(section: unknown): { settings: DocumentSettings; problems: string[] } {
	const problems: string[] = [];
	const read = (key: string): unknown => {
		let value: unknown = section;
		for (const step of key.split('.').slice(1)) {
			if (value === null || typeof value !== 'object') return undefined;
			value = (value as Record<string, unknown>)[step];
		}
		return value;
	};
	const get = (key: string): unknown => {
		const definition = SETTINGS[key] as SettingDefinition;
		const value = read(key);
		if (value === undefined || value === null) return definition.default;
		const fits =
			definition.type === 'string[]'
				? Array.isArray(value) && value.every((item) => typeof item === 'string')
				: typeof value === definition.type && (!definition.enum || definition.enum.includes(value as string));
		if (fits) return value;
		const wanted = definition.enum
			? `one of ${definition.enum.join(', ')}`
			: definition.type === 'string[]'
				? 'a list of strings'
				: `a ${definition.type}`;
		problems.push(
			`The setting ${key} is ${JSON.stringify(value)}, but must be ${wanted}. Using ${JSON.stringify(definition.default)}.`,
		);
		return definition.default;
	};
	const named = read('faultbook.rules');
	if (named !== undefined && named !== null && (typeof named !== 'object' || Array.isArray(named)))
		problems.push(`The setting faultbook.rules is ${JSON.stringify(named)}, but must be an object of rules.`);
	for (const id of named !== null && typeof named === 'object' && !Array.isArray(named) ? Object.keys(named) : [])
		if (!(RULE_IDS as string[]).includes(id))
			problems.push(`The setting faultbook.rules.${id} is about no rule. The rules are ${RULE_IDS.join(', ')}.`);
	const settings: DocumentSettings = {
		enable: get('faultbook.enable') as boolean,
		exclude: get('faultbook.exclude') as readonly string[],
		always: get('faultbook.catalogues.always') as readonly string[],
		fallback: get('faultbook.unhandled.fallback') as FallbackPolicy,
		tests: get('faultbook.tests') as boolean,
		rules: Object.fromEntries(RULE_IDS.map((id) => [id, get(`faultbook.rules.${id}`)])) as Record<RuleId, RuleLevel>,
	};
	return { settings, problems };
}
