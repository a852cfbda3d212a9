/** The sets of codes that the bench looks for, each as a catalogue that is meant by every log. */

const random = (seed) => () => {
	seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
	return seed / 4_294_967_296;
};
const distinct = (count, make) => {
	const found = new Set();
	while (found.size < count) found.add(make());
	return [...found];
};
const between = (next, low, high) => String(low + Math.floor(next() * (high - low)));
const catalogue = (id, codes) => ({
	...{ faultbook: 1, id, title: id, contexts: { words: ['qcloud'] } },
	match: { fields: ['code'], messages: ['message'], companions: ['codeDesc'] },
	codes: codes.map((code) => ({ code, severity: 'fatal' })),
});
const WORDS = 'Auth Invalid Limit Resource Internal Request Operation Signature Quota Image Disk Network'.split(' ');

/** The 23 codes of API 2.0. */
export const TENCENT =
	'4000 4100 4101 4102 4103 4104 4105 4106 4110 4200 4300 4400 4500 4600 5000 5100 5200 5300 5400 5500 6000 6100 6200'.split(
		' ',
	);

export const SETS = [
	{ title: '23 codes of 2.0', codes: TENCENT },
	{
		title: '300 random codes',
		codes: distinct(
			300,
			(
				(next) => () =>
					between(next, 1_000, 999_999)
			)(random(1)),
		),
	},
	{
		title: 'mixed lengths',
		codes: distinct(
			60,
			(
				(next) => () =>
					between(next, 10 ** Math.floor(2 + next() * 5), 10 ** 7)
			)(random(2)),
		),
	},
	{ title: 'HTTP-like codes', codes: '200 201 204 301 304 400 401 403 404 429 500 502 503'.split(' '), isCommon: true },
	{
		title: '5,000 dotted names',
		codes: distinct(
			5_000,
			((next) => {
				const word = () => WORDS[Math.floor(next() * WORDS.length)] + WORDS[Math.floor(next() * WORDS.length)];
				return () => `${word()}.${word()}${WORDS[Math.floor(next() * WORDS.length)]}`;
			})(random(3)),
		),
	},
].map((set) => ({ ...set, catalogue: catalogue('bench', set.codes) }));
