/**
 * Diagnostics: a document's findings, pulled by clients that can, pushed to the others a moment after the last key.
 */
import type {
	Diagnostic,
	DiagnosticServerCancellationData,
	DocumentDiagnosticParams,
	DocumentDiagnosticReport,
	PublishDiagnosticsParams,
} from 'vscode-languageserver';
import type { DiagnosticData } from '../../shared/protocol.ts';
import type { Finding, Model } from '../model.ts';
import { rulePage } from '../report/rulePage.ts';
import type { Feature, OpenDocument, Session } from '../session.ts';
import { CancellationToken, DiagnosticSeverity, LSPErrorCodes, ResponseError } from '../workspace/lsp.ts';
import type { Status } from '../workspace/status.ts';

/** How long after the last change diagnostics are pushed, in ms: fast typing is judged once, not at every key. */
const PUSH_DELAY = 40;

const severities = {
	hint: DiagnosticSeverity.Hint,
	information: DiagnosticSeverity.Information,
	warning: DiagnosticSeverity.Warning,
	error: DiagnosticSeverity.Error,
} satisfies Record<Finding['level'], DiagnosticSeverity>;

export const diagnostics: Feature = {
	capabilities: ({ pullsDiagnostics }) =>
		pullsDiagnostics
			? {
					diagnosticProvider: {
						identifier: 'faultbook',
						interFileDependencies: true,
						workspaceDiagnostics: false,
					},
				}
			: {},
	start(session) {
		if (session.client.pullsDiagnostics) pull(session);
		else push(session);
		session.onClose((uri) => session.status.set(`document ${uri}`, []));
	},
};

function toDiagnostic({ rule, catalogue, codes, message, level, start, end }: Finding, open: OpenDocument): Diagnostic {
	return {
		range: { start: open.text.positionAt(start), end: open.text.positionAt(end) },
		severity: severities[level],
		source: 'faultbook',
		code: rule,
		codeDescription: { href: rulePage(rule) },
		message,
		data: { rule, catalogue, codes } satisfies DiagnosticData,
	};
}

/** What is told of a document that is left alone; what holds for a whole language is told already, and not again by file. */
function whySkipped({ skipped }: Model, path: string, status: Status): string[] {
	if (!skipped) return [];
	return [status.isKnown(skipped) ? skipped : `${path} is not looked at: ${skipped}`];
}

/** The diagnostics of one version of a document; a file that is left alone where that is a surprise shows in the status. */
async function compute(
	{ engine, status, version }: Session,
	open: OpenDocument,
	token?: { readonly isCancellationRequested: boolean },
): Promise<Diagnostic[]> {
	const { service, isExcluded } = await engine();
	const { input, settings } = open;
	const model = await service.model(input, settings, token);
	// What somebody turned off is no surprise.
	const isWanted = settings.enable && !isExcluded(input.path, settings);
	if (version(input.uri) !== undefined) {
		status.set(`document ${input.uri}`, [
			...(isWanted ? whySkipped(model, input.path, status) : []),
			...model.concerns,
		]);
		// While somebody types there always is one: for the log, once, and not for the status.
		if (model.syntaxError !== undefined)
			status.note(`${input.path} has syntax errors; it is judged as far as it can be read.`);
	}
	return model.findings.map((finding) => toDiagnostic(finding, open));
}

function pull(session: Session) {
	const { connection, client, guard } = session;
	/** The last report of each open document. An id stands for one content only, whatever version it was. */
	const reports = new Map<string, { readonly resultId: string; readonly content: string }>();
	let count = 0;
	const empty: DocumentDiagnosticReport = { kind: 'full', items: [] };
	connection.languages.diagnostics.on(
		guard<DocumentDiagnosticParams, DocumentDiagnosticReport>(
			'textDocument/diagnostic',
			empty,
			async (params, token) => {
				const { textDocument, previousResultId } = params;
				const { uri } = textDocument;
				const open = await session.document(uri);
				if (open === undefined) return empty;
				const items = await compute(session, open, token);
				const version = session.version(uri);
				if (version === undefined) return empty;
				if (version !== open.input.version) {
					// Edited on the way: nobody should draw these.
					const data: DiagnosticServerCancellationData = { retriggerRequest: true };
					throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The document changed.', data);
				}
				const content = JSON.stringify(items);
				const last = reports.get(uri);
				if (last !== undefined && last.content === content && last.resultId === previousResultId) {
					return { kind: 'unchanged', resultId: last.resultId };
				}
				count += 1;
				const resultId = String(count);
				reports.set(uri, { resultId, content });
				return { kind: 'full', resultId, items };
			},
		),
	);
	session.onClose((uri) => reports.delete(uri));
	if (client.refreshesDiagnostics) {
		const refresh = () => {
			connection.languages.diagnostics.refresh().catch(() => {}); // A client on its way out needs no new ones.
		};
		session.onSettings(refresh);
		session.onSurroundings(refresh);
	}
}

function push(session: Session) {
	const timers = new Map<string, NodeJS.Timeout>();
	const { connection, guard } = session;
	const publish = (params: PublishDiagnosticsParams) => {
		connection.sendDiagnostics(params).catch(() => {}); // Nobody is left to see them.
	};
	const send = guard('textDocument/publishDiagnostics', undefined, async (uri: string) => {
		const open = await session.document(uri);
		if (open === undefined) return;
		const items = await compute(session, open);
		const { version } = open.input;
		// Closed or edited on the way: the next push says what holds then.
		if (session.version(uri) === version) publish({ uri, version, diagnostics: items });
	});
	const schedule = (uri: string) => {
		clearTimeout(timers.get(uri));
		if (session.version(uri) === undefined) return;
		const timer = setTimeout(() => {
			timers.delete(uri);
			void send(uri, CancellationToken.None);
		}, PUSH_DELAY);
		timers.set(uri, timer);
	};
	session.onChange(schedule);
	session.onSettings(() => session.openDocuments().forEach(schedule));
	session.onSurroundings(() => session.openDocuments().forEach(schedule));
	session.onClose((uri) => {
		clearTimeout(timers.get(uri));
		timers.delete(uri);
		publish({ uri, diagnostics: [] });
	});
}
