/**
 * What Faultbook says of itself: the language status item. The problems that it counts stand in the output channel,
 * where the server's log and the language client write them.
 */
import {
	type Disposable,
	type DocumentSelector,
	type Event,
	EventEmitter,
	type LanguageStatusItem,
	LanguageStatusSeverity,
	languages,
} from 'vscode';
import { COMMANDS } from '../shared/commands.ts';
import type { StatusParams } from '../shared/protocol.ts';

/** The server's own status, and whether there is a server at all. */
export interface Status extends StatusParams {
	readonly server: 'starting' | 'running' | 'stopped';
}

const SEVERITIES = {
	ok: LanguageStatusSeverity.Information,
	warning: LanguageStatusSeverity.Warning,
	error: LanguageStatusSeverity.Error,
} as const;

export class StatusView implements Disposable {
	#status: Status = { server: 'starting', level: 'ok', text: 'starting', problems: [] };
	readonly #item: LanguageStatusItem;
	readonly #changed = new EventEmitter<Status>();
	readonly onDidChange: Event<Status> = this.#changed.event;

	constructor(selector: DocumentSelector) {
		this.#item = languages.createLanguageStatusItem('faultbook.status', selector);
		this.#item.name = 'Faultbook';
		this.show(this.#status);
	}

	get status(): Status {
		return this.#status;
	}

	show(status: Status): void {
		this.#status = status;
		this.#item.text = `Faultbook: ${status.text}`;
		this.#item.detail = detail(status);
		this.#item.accessibilityInformation = { label: [this.#item.text, ...status.problems].join('. ') };
		this.#item.severity = SEVERITIES[status.level];
		this.#item.busy = status.server === 'starting';
		// The one button is the next step: without a server, getting one.
		this.#item.command =
			status.server === 'stopped'
				? { command: COMMANDS.restartServer, title: 'Restart Server' }
				: { command: COMMANDS.showOutput, title: 'Show Output' };
		this.#changed.fire(status);
	}

	dispose(): void {
		this.#item.dispose();
		this.#changed.dispose();
	}
}

/** A few words: the item is one line beside the screen's edge, and what does not fit pushes its button out of sight. */
function detail({ server, problems }: Status): string | undefined {
	if (server === 'stopped') return 'the output says why';
	if (problems.length === 0) return undefined;
	return problems.length === 1 ? '1 problem' : `${problems.length} problems`;
}
