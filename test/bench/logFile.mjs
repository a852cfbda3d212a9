/** A log of any size for the bench, always the same: mixed lines of six loggers, one in a hundred an error. */
import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const PATHS = [
	'/api/v1/items',
	'/v2/index.php?Action=DescribeInstances',
	'/health',
	'/static/app.js',
	'/users/42/profile',
];
const MESSAGES = [
	'\\u91cd\\u653e\\u653b\\u51fb',
	'\\u534f\\u8bae\\u4e0d\\u652f\\u6301\\uff0c\\u8bf7\\u53c2\\u8003\\u6587\\u6863',
	'(100004)projectId\\u4e0d\\u6b63\\u786e',
];

/**
 * Writes it, unless it is there.
 * @param {string} file
 * @param {number} bytes
 * @param {readonly string[]} codes what the errors say
 * @param {number} share of lines that are errors, 0 to 1
 */
export function writeLog(file, bytes, codes, share = 0.01) {
	if (existsSync(file) && statSync(file).size >= bytes) return;
	mkdirSync(dirname(file), { recursive: true });
	let seed = 42;
	const below = (limit) => {
		seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((seed / 4_294_967_296) * limit);
	};
	const one = (list) => list[below(list.length)];
	const hex = (length) => {
		let text = '';
		while (text.length < length) text += below(65_536).toString(16).padStart(4, '0');
		return text.slice(0, length);
	};
	const id = () => `${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`;
	let now = Date.UTC(2026, 10, 23);
	const iso = () => new Date(now).toISOString();
	const day = () => String(new Date(now).getUTCDate());
	const month = () => MONTHS[new Date(now).getUTCMonth()];
	const ordinary = [
		() =>
			`{"time":"${iso()}","level":"info","msg":"request done","status":200,"took_ms":${below(9_000)},"path":"${one(PATHS)}","requestId":"${id()}"}`,
		() =>
			`${iso()} INFO  worker-${below(32)} processed batch id=${below(999_999)} size=${below(9_999)} took ${below(9_999)}ms queue=${below(400)} host=node-${below(90)}.internal`,
		() =>
			`10.0.${below(255)}.${below(255)} - - [${day()}/${month()}/2026:${iso().slice(11, 19)} +0800] "GET ${one(PATHS)} HTTP/1.1" ${one(['200', '200', '200', '304', '404'])} ${below(99_999)} "-" "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36"`,
		() =>
			`${month()} ${day().padStart(2)} ${iso().slice(11, 19)} host-${below(64)} api[${below(32_768)}]: connection from 10.0.${below(255)}.${below(255)}:${below(65_535)} accepted for session ${hex(16)}`,
		() =>
			`[${iso()}] [DEBUG] cache hit key=user:${below(999_999)} ttl=${below(7_200)} region=ap-guangzhou shard=${below(64)} bytes=${below(99_999)}`,
		() =>
			`time=${Math.floor(now / 1000)} level=info component=scheduler tick=${below(1e6)} lag_ms=${below(5_000)} shards=${below(128)} host=node-${below(100)}.cluster.local`,
	];
	const errors = [
		() =>
			`{"time":"${iso()}","level":"error","msg":"call to cvm.api.qcloud.com failed","reply":{"code":${one(codes)},"message":"${one(MESSAGES)}","codeDesc":"x"},"requestId":"${id()}"}`,
		() =>
			`${iso()} ERROR qcloud api reply: {"code":"${one(codes)}","message":"${one(MESSAGES)}"} host=cvm.api.qcloud.com`,
		() => `[${iso()}] [WARN] https://cdn.api.qcloud.com/v2/index.php code=${one(codes)} message="${one(MESSAGES)}"`,
		() =>
			`time=${Math.floor(now / 1000)} level=error api=qcloud body="{\\"code\\":\\"${one(codes)}\\",\\"message\\":\\"${one(MESSAGES)}\\"}"`,
	];
	const part = `${file}.part`;
	const descriptor = openSync(part, 'w');
	let written = 0;
	let lines = [];
	let length = 0;
	const flush = () => {
		written += writeSync(descriptor, `${lines.join('\n')}\n`);
		lines = [];
		length = 0;
	};
	while (written + length < bytes) {
		now += below(24);
		const line = below(10_000) < share * 10_000 ? one(errors)() : one(ordinary)();
		lines.push(line);
		length += line.length + 1;
		if (length > 1 << 20) flush();
	}
	if (length > 0) flush();
	closeSync(descriptor);
	renameSync(part, file);
}
