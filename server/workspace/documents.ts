/** The open documents as the client tells of them. */
import type {
	DidChangeTextDocumentParams,
	DidCloseTextDocumentParams,
	DidOpenTextDocumentParams,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Connection } from './connection.ts';

export class Documents {
	private readonly open = new Map<string, TextDocument>();
	private readonly changeListeners: ((uri: string) => void)[] = [];
	private readonly closeListeners: ((uri: string) => void)[] = [];

	/** Follows a connection. */
	constructor(connection: Connection) {
		connection.onNotification<DidOpenTextDocumentParams>('textDocument/didOpen', ({ textDocument }) => {
			const { uri, languageId, version, text } = textDocument;
			this.replace(TextDocument.create(uri, languageId, version, text));
		});
		connection.onNotification<DidChangeTextDocumentParams>('textDocument/didChange', (change) => {
			const { uri, version } = change.textDocument;
			const last = this.open.get(uri);
			if (last === undefined) return;
			// A version is never changed afterwards: an answer that takes a while still converts its offsets with the
			// text that it was made from.
			const copy = TextDocument.create(uri, last.languageId, last.version, last.getText());
			this.replace(TextDocument.update(copy, change.contentChanges, version));
		});
		connection.onNotification<DidCloseTextDocumentParams>('textDocument/didClose', ({ textDocument: { uri } }) => {
			if (!this.open.delete(uri)) return;
			for (const listener of this.closeListeners) listener(uri);
		});
	}

	/** The newest version; undefined for what is not open. */
	get(uri: string): TextDocument | undefined {
		return this.open.get(uri);
	}

	uris(): string[] {
		return [...this.open.keys()];
	}

	/** Opened or edited. */
	onChange(listener: (uri: string) => void): void {
		this.changeListeners.push(listener);
	}

	onClose(listener: (uri: string) => void): void {
		this.closeListeners.push(listener);
	}

	private replace(document: TextDocument): void {
		this.open.set(document.uri, document);
		for (const listener of this.changeListeners) listener(document.uri);
	}
}
