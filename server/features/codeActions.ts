/**
 * Code actions: the fixes and light bulbs that the engine has for a range. Their edits are computed when the client
 * asks for one of them where it can, all at once where it cannot.
 */
import type {
	CodeAction,
	CodeActionContext,
	CodeActionParams,
	Command,
	Diagnostic,
	WorkspaceEdit,
} from 'vscode-languageserver';
import type { DiagnosticData } from '../../shared/protocol.ts';
import type { Finding, Fix, TextEdit } from '../model.ts';
import type { Feature, OpenDocument, Session } from '../session.ts';
import { LSPErrorCodes, ResponseError } from '../workspace/lsp.ts';

const kinds: Fix['kind'][] = ['quickfix', 'refactor.rewrite'];

/** `CodeAction.data`: which fix of which version of which document. */
interface ActionData {
	readonly uri: string;
	readonly version: number;
	readonly fix: string;
}

export const codeActions: Feature = {
	capabilities: ({ takesCodeActions, resolvesEdits }) =>
		takesCodeActions
			? {
					codeActionProvider: {
						codeActionKinds: kinds,
						resolveProvider: resolvesEdits,
					},
				}
			: {},
	start(session) {
		const { connection, client, guard, engine, document } = session;
		const none: CodeAction[] = [];
		connection.onCodeAction(
			guard<CodeActionParams, CodeAction[]>('textDocument/codeAction', none, async (params, token) => {
				const { textDocument, range, context } = params;
				const open = await document(textDocument.uri);
				if (open === undefined) return none;
				const { service } = await engine();
				const { input, settings, text } = open;
				const offsets = { start: text.offsetAt(range.start), end: text.offsetAt(range.end) };
				const { commands } = client;
				const fixes = await service.fixes(input, settings, offsets, { commands }, token);
				const actions: CodeAction[] = [];
				for (const fix of fixes) {
					if (token.isCancellationRequested) return none;
					if (!isWanted(fix, context)) continue;
					const action = toAction(fix, open, context);
					if (action.command === undefined && !client.resolvesEdits) {
						const edits = await service.edits(input, settings, fix.id, token);
						if (edits === undefined) continue;
						action.edit = toWorkspaceEdit(edits, open, session);
					}
					actions.push(action);
				}
				return actions;
			}),
		);
		if (!client.resolvesEdits) return;
		connection.onCodeActionResolve((action, token) =>
			guard('codeAction/resolve', action, async () => {
				const data = action.data as ActionData | undefined;
				if (data === undefined) return action;
				const open = await document(data.uri);
				if (open === undefined) return action;
				const { input, settings } = open;
				const { service } = await engine();
				const isCurrent = input.version === data.version;
				const edits = isCurrent ? await service.edits(input, settings, data.fix, token) : undefined;
				if (edits === undefined) {
					throw new ResponseError(LSPErrorCodes.ContentModified, 'The document changed. Ask for its fixes again.');
				}
				return { ...action, edit: toWorkspaceEdit(edits, open, session) };
			})(action, token),
		);
	},
};

/** Clients ask for kinds by their beginning: `refactor` means `refactor.rewrite` too. */
function isWanted({ kind }: Fix, { only }: CodeActionContext): boolean {
	return only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

function toAction(fix: Fix, open: OpenDocument, context: CodeActionContext): CodeAction {
	const { title, kind, preferred, finding, command, id } = fix;
	const { uri, version } = open.input;
	const action: CodeAction = { title, kind };
	if (preferred) action.isPreferred = true;
	if (finding !== undefined) action.diagnostics = context.diagnostics.filter((each) => isOf(each, finding, open));
	if (command !== undefined) {
		action.command = { title, command: command.command, arguments: [command.argument] } satisfies Command;
	} else {
		action.data = { uri, version, fix: id } satisfies ActionData;
	}
	return action;
}

/** Whether a diagnostic that the client sends back is this finding: by rule and `data`, where the client kept that. */
function isOf({ source, code, data, range }: Diagnostic, finding: Finding, { text }: OpenDocument): boolean {
	if (source !== 'faultbook' || code !== finding.rule) return false;
	if (text.offsetAt(range.start) !== finding.start || text.offsetAt(range.end) !== finding.end) return false;
	const kept = data as DiagnosticData | undefined;
	if (!Array.isArray(kept?.codes)) return true;
	return kept.catalogue === finding.catalogue && String(kept.codes) === String(finding.codes);
}

function toWorkspaceEdit(edits: readonly TextEdit[], open: OpenDocument, { client }: Session): WorkspaceEdit {
	const { uri, version } = open.input;
	const changes = edits.map(({ start, end, newText }) => ({
		range: { start: open.text.positionAt(start), end: open.text.positionAt(end) },
		newText,
	}));
	return client.takesVersionedEdits
		? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
		: { changes: { [uri]: changes } };
}
