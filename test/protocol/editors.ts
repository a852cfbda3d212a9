/** The editors that the protocol tests play: what each can do and how it introduces itself. */
import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver-protocol';

/** How an editor introduces itself, and how it hands over settings. */
export interface Profile {
	readonly name: string;
	readonly capabilities: ClientCapabilities;
	readonly initializationOptions?: InitializeParams['initializationOptions'];
}

const codeActionLiteralSupport = { codeActionKind: { valueSet: ['quickfix', 'refactor', 'refactor.rewrite'] } };

/** Everything, as VS Code does it. */
export const full: Profile = {
	name: 'full',
	capabilities: {
		textDocument: {
			diagnostic: { dynamicRegistration: true, relatedDocumentSupport: true },
			hover: { contentFormat: ['markdown', 'plaintext'] },
			codeAction: { codeActionLiteralSupport, dataSupport: true, resolveSupport: { properties: ['edit'] } },
		},
		workspace: {
			configuration: true,
			workspaceFolders: true,
			diagnostics: { refreshSupport: true },
			didChangeConfiguration: { dynamicRegistration: true },
			didChangeWatchedFiles: { dynamicRegistration: true },
			workspaceEdit: { documentChanges: true },
		},
		window: { workDoneProgress: true },
	},
	initializationOptions: { commands: ['faultbook.judgeWorkspace'] },
};

/** Diagnostics are pushed, edits come at once; settings in the initialization options. */
export const plain: Profile = {
	name: 'no resolve, no pull',
	capabilities: {
		textDocument: {
			publishDiagnostics: { versionSupport: true },
			hover: { contentFormat: ['plaintext'] },
			codeAction: { codeActionLiteralSupport },
		},
	},
	initializationOptions: { settings: {} },
};

/** As Neovim: UTF-16 only, pull without refresh, settings pushed, nothing of our own said at the start. */
export const neovim: Profile = {
	name: 'Neovim-like',
	capabilities: {
		general: { positionEncodings: ['utf-16'] },
		textDocument: {
			diagnostic: { dynamicRegistration: false },
			hover: { contentFormat: ['markdown', 'plaintext'] },
			codeAction: {
				codeActionLiteralSupport,
				dataSupport: true,
				isPreferredSupport: true,
				resolveSupport: { properties: ['edit', 'command'] },
			},
		},
		workspace: { didChangeConfiguration: { dynamicRegistration: false }, workspaceEdit: {} },
	},
};

export const profiles = [full, plain, neovim];
