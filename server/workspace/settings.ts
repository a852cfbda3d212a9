/** The settings of each open document, asked for once and kept until they change. */
import { type DocumentSettings, parseSettings } from '../../shared/settings.ts';

/**
 * Asks for the `faultbook` section that holds for a document.
 * @param uri the document's
 * @returns nested objects as `workspace/configuration` gives them; undefined where nothing is set
 */
export type FetchSection = (uri: string) => Promise<unknown>;

/** What is wrong with settings that their schema has nothing against, one sentence each. Never rejects. */
export type CheckSettings = (settings: DocumentSettings) => Promise<readonly string[]>;

export class SettingsCache {
	private readonly kept = new Map<string, Promise<DocumentSettings>>();
	private readonly fetch: FetchSection;
	private readonly check: CheckSettings;
	private readonly report: (uri: string, problems: readonly string[]) => void;

	/** @param report takes the problems of a document's settings, an empty list when they have none */
	constructor(fetch: FetchSection, check: CheckSettings, report: (uri: string, problems: readonly string[]) => void) {
		this.fetch = fetch;
		this.check = check;
		this.report = report;
	}

	/** The settings for a document. Never rejects: a section that cannot be had means the defaults, and is reported. */
	get(uri: string): Promise<DocumentSettings> {
		const known = this.kept.get(uri);
		if (known !== undefined) return known;
		const asked = this.read(uri, () => this.kept.get(uri) === asked);
		this.kept.set(uri, asked);
		return asked;
	}

	/** Forgets a closed document. */
	forget(uri: string): void {
		this.kept.delete(uri);
		this.report(uri, []);
	}

	/** Forgets all answers, and what was wrong with them: the settings changed, and not everybody may ask again. */
	clear(): void {
		const uris = [...this.kept.keys()];
		this.kept.clear();
		for (const uri of uris) this.report(uri, []);
	}

	/** @param isLatest whether nobody has asked anew since: an answer that comes late says what was wrong before */
	private async read(uri: string, isLatest: () => boolean): Promise<DocumentSettings> {
		let section: unknown;
		const problems: string[] = [];
		try {
			section = await this.fetch(uri);
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			problems.push(`The editor did not answer when asked for the settings: ${reason}. Using the defaults.`);
		}
		const parsed = parseSettings(section);
		const found = [...problems, ...parsed.problems, ...(await this.check(parsed.settings))];
		if (isLatest()) this.report(uri, found);
		return parsed.settings;
	}
}

/** The `faultbook` section within what a client sends: it may send that section alone, or all its settings. */
export function sectionOf(settings: unknown): unknown {
	if (settings === null || typeof settings !== 'object') return undefined;
	return 'faultbook' in settings ? settings.faultbook : settings;
}
