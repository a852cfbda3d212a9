/** The time of a log record: found as its format says, read whatever its shape. */
import type { LogFormat } from '../formats/format.ts';
import type { Range } from '../model.ts';

export interface LogTime {
	/** ISO 8601 with milliseconds: in UTC (`…Z`) where the log gives a zone, else as it stands there, without one. */
	readonly iso: string;
	/** Milliseconds since 1970; a time without a zone counts as UTC. */
	readonly ms: number;
}

/** A time stands near the beginning of a line; of JSON Lines, anywhere in the first fields. */
const FAR = 2_000;

/**
 * When a record was written, by the first format whose line it is and that finds a time in it.
 * @param firstLine its first line
 * @param reference milliseconds since 1970 of a moment when the log was there: tells the year where the log does not
 */
export function timeOf(firstLine: string, formats: readonly LogFormat[], reference: number): LogTime | undefined {
	return findTime(firstLine, formats, reference)?.time;
}

/** The same, with where it stands in the line: UTF-16. */
export function findTime(
	firstLine: string,
	formats: readonly LogFormat[],
	reference: number,
): ({ readonly time: LogTime } & Range) | undefined {
	const line = firstLine.length > FAR ? firstLine.slice(0, FAR) : firstLine;
	for (const format of formats) {
		if (format.time === undefined || format.line?.test(line) === false) continue;
		const match = format.time.exec(line);
		const [start, end] = match?.indices?.groups?.time ?? [0, 0];
		const time = end === 0 ? undefined : readTime(line.slice(start, end), reference);
		if (time) return { time, start, end };
	}
	return undefined;
}

const ISO = /^(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?[ ]?(Z|UTC|GMT|[+-]\d\d:?\d\d)?/;
const COMMON = /^(\d\d)\/([A-Z][a-z]{2})\/(\d{4}):(\d\d):(\d\d):(\d\d)(?: ([+-]\d{4}))?/;
const SYSLOG = /^([A-Z][a-z]{2}) +(\d{1,2}) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?/;
/** Seconds, with a fraction or without; milliseconds, microseconds, nanoseconds. */
const EPOCH = /^(?:(\d{10})(?:\.(\d{1,9}))?|(\d{13})|(\d{13})\d{3}|(\d{13})\d{6})$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY = 86_400_000;

/** Reads one time. Undefined for what is none, or no real date. */
export function readTime(text: string, reference: number): LogTime | undefined {
	const iso = ISO.exec(text);
	if (iso) {
		const [, year, month, day, hour, minute, second, fraction, zone] = iso;
		return made([year, month, day, hour, minute, second], fraction, zone);
	}
	const epoch = EPOCH.exec(text);
	if (epoch) {
		const [, seconds, fraction, ...millis] = epoch;
		const ms = seconds === undefined ? Number(millis.find((each) => each !== undefined)) : Number(seconds) * 1000;
		return utc(ms + milliseconds(fraction));
	}
	const common = COMMON.exec(text);
	if (common) {
		const [, day, month = '', year, hour, minute, second, zone] = common;
		return made([year, String(MONTHS.indexOf(month) + 1), day, hour, minute, second], undefined, zone);
	}
	const syslog = SYSLOG.exec(text);
	if (!syslog) return undefined;
	const [, month = '', day, hour, minute, second, fraction] = syslog;
	// The last year in which it is not in the future; a clock may be a little ahead.
	const year = new Date(reference + DAY).getUTCFullYear();
	const parts = (of: number) => [String(of), String(MONTHS.indexOf(month) + 1), day, hour, minute, second];
	const time = made(parts(year), fraction, undefined);
	if (time && time.ms <= reference + DAY) return time;
	return made(parts(year - 1), fraction, undefined) ?? time;
}

/** Reads times of one log, most of which are of the same day as the last: those cost little. */
export class TimeReader {
	/** A day: as text, and when it begins. */
	#day = '';
	#start = Number.NaN;

	/** As `readTime`. */
	read(text: string, reference: number): LogTime | undefined {
		return this.#ofDay(text) ?? this.#ofSeconds(text) ?? this.#slowly(text, reference);
	}

	#slowly(text: string, reference: number): LogTime | undefined {
		const time = readTime(text, reference);
		if (time) {
			this.#day = time.iso.slice(0, DAY_LENGTH);
			this.#start = Date.parse(this.#day);
		}
		return time;
	}

	/** `2026-11-23T08:15:00.250Z`, on the day that is known. */
	#ofDay(text: string): LogTime | undefined {
		const match = text.startsWith(this.#day) ? CLOCK.exec(text) : null;
		if (!match || this.#day === '') return undefined;
		const [, hour, minute, second, fraction = '000', zone = ''] = match;
		const ms = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + Number(fraction);
		return { iso: `${this.#day}T${hour}:${minute}:${second}.${fraction}${zone}`, ms: this.#start + ms };
	}

	/** `1795421700`, on that day. */
	#ofSeconds(text: string): LogTime | undefined {
		if (text.length !== EPOCH_LENGTH) return undefined;
		const ms = Number(text) * 1000;
		const since = ms - this.#start;
		if (!(since >= 0 && since < DAY)) return undefined;
		const seconds = since / 1000;
		const two = (value: number): string => (value < 10 ? `0${value}` : String(value));
		const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
		return { iso: `${this.#day}T${clock}.000Z`, ms };
	}
}

const DAY_LENGTH = '2026-11-23'.length;
const EPOCH_LENGTH = '1795421700'.length;
/** What may stand behind a day: a time with milliseconds or without, in UTC or without a zone. */
const CLOCK = /^.{10}[T ]([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:[.,](\d{3}))?(Z?)$/;

function made(
	parts: readonly (string | undefined)[],
	fraction: string | undefined,
	zone: string | undefined,
): LogTime | undefined {
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
	const ms = Date.UTC(year, month - 1, day, hour, minute, second) + milliseconds(fraction);
	const date = new Date(ms);
	// 30 February, 25 o'clock; a leap second is the next second.
	if (Number.isNaN(ms) || date.getUTCMonth() !== month - 1 || (second < 60 && date.getUTCHours() !== hour))
		return undefined;
	const offset = zone === undefined ? undefined : minutesOf(zone);
	return offset === undefined ? { iso: date.toISOString().slice(0, -1), ms } : utc(ms - offset * 60_000);
}

const utc = (ms: number): LogTime => ({ iso: new Date(ms).toISOString(), ms });

const milliseconds = (fraction: string | undefined): number =>
	fraction === undefined ? 0 : Number(fraction.padEnd(3, '0').slice(0, 3));

function minutesOf(zone: string): number {
	const match = /^([+-])(\d\d):?(\d\d)$/.exec(zone);
	if (!match) return 0;
	return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}
