/**
 * Where the language client writes the messages between VS Code and the server. The client library traces only while
 * the channel's log level is Trace; here the setting `faultbook.trace.server` alone is enough, as its description says.
 */
import { type Disposable, EventEmitter, LogLevel, type LogOutputChannel, workspace } from 'vscode';

const isWanted = () => workspace.getConfiguration('faultbook').get<string>('trace.server', 'off') !== 'off';

/** Wraps the output channel for tracing. Dispose of the result to stop following the setting; the channel itself stays. */
export function traceChannel(output: LogOutputChannel): LogOutputChannel {
	const levelChanged = new EventEmitter<LogLevel>();
	const level = () => (isWanted() ? LogLevel.Trace : output.logLevel);
	const followed: Disposable[] = [
		levelChanged,
		output.onDidChangeLogLevel(() => levelChanged.fire(level())),
		workspace.onDidChangeConfiguration((event) => {
			if (event.affectsConfiguration('faultbook.trace.server')) levelChanged.fire(level());
		}),
	];
	return {
		name: output.name,
		get logLevel() {
			return level();
		},
		onDidChangeLogLevel: levelChanged.event,
		// As information, since a channel at its usual level would drop what it takes for a trace.
		trace: (message, ...rest) => (isWanted() ? output.info(message, ...rest) : output.trace(message, ...rest)),
		debug: (message, ...rest) => output.debug(message, ...rest),
		info: (message, ...rest) => output.info(message, ...rest),
		warn: (message, ...rest) => output.warn(message, ...rest),
		error: (message, ...rest) => output.error(message, ...rest),
		append: (text) => output.append(text),
		appendLine: (text) => output.appendLine(text),
		replace: (text) => output.replace(text),
		clear: () => output.clear(),
		show: () => output.show(true),
		hide: () => output.hide(),
		dispose: () => {
			for (const part of followed) part.dispose();
		},
	};
}
