/** Reads a log as it grows, also where it is cut or replaced by a new one on the way. */
import { closeSync, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { reasonOf } from './files.ts';
import { SourceError } from './logSource.ts';

/** How often it is looked at, in milliseconds. */
const INTERVAL = 200;

/** What became of the log. `quiet`: nothing came for a while; `anew`: what comes next is another log's beginning. */
export type FollowEvent = { readonly kind: 'bytes'; readonly count: number } | { readonly kind: 'quiet' | 'anew' };

/**
 * Follows a log from its beginning, until the signal aborts.
 * @param room where the next bytes go
 * @param remark takes a sentence when the log is cut, gone or replaced
 * @throws {SourceError} where it cannot be opened at first
 */
export async function* followLog(
	name: string,
	room: () => Uint8Array,
	signal: AbortSignal,
	remark: (message: string) => void,
): AsyncGenerator<FollowEvent> {
	let file: number | undefined = openFirst(name);
	let stats = fstatSync(file);
	let at = 0;
	let isQuiet = false;
	try {
		while (!signal.aborted) {
			const part = room();
			const count = file === undefined ? 0 : readSync(file, part, 0, part.length, at);
			if (count > 0) {
				at += count;
				isQuiet = false;
				yield { kind: 'bytes', count };
				continue;
			}
			if (!isQuiet) yield { kind: 'quiet' };
			isQuiet = true;
			await setTimeout(INTERVAL, undefined, { signal }).catch(() => {});
			const now = statOf(name);
			if (!now) {
				if (file !== undefined) remark(`${name} is gone. Whatever takes its place will be read.`);
				file = closed(file);
			} else if (file === undefined || now.ino !== stats.ino || now.dev !== stats.dev) {
				if (file !== undefined) remark(`${name} was replaced: reading the new one.`);
				closed(file);
				file = openSync(name, 'r');
				[stats, at] = [fstatSync(file), 0];
				yield { kind: 'anew' };
			} else if (now.size < at) {
				remark(`${name} was cut: reading from its beginning.`);
				at = 0;
				yield { kind: 'anew' };
			}
		}
	} finally {
		closed(file);
	}
}

function openFirst(name: string): number {
	try {
		return openSync(name, 'r');
	} catch (error) {
		throw new SourceError(`${name} was not read: ${reasonOf(error)}.`);
	}
}

function statOf(name: string): Stats | undefined {
	try {
		return statSync(name);
	} catch {
		return undefined;
	}
}

function closed(file: number | undefined): undefined {
	if (file !== undefined) closeSync(file);
	return undefined;
}
