/**
 * Which names promise that an error code is behind them. DESIGN calls them code-like; a catalogue adds names of its own.
 */

const CODE_WORDS = new Set(['code', 'errno', 'errcode', 'retcode']);
/** Of what is not an API's error code though it ends like one. */
const OTHER_CODES = new Set(
	'status http exit close op key char zip post postal area city country weather product color qr promo account ledger currency verification request alarm coupon invite tax lang language version'.split(
		' ',
	),
);
/** Say in which shape the codes are kept, or what is told of them: `ErrorCodeEnum`, `CODE_MESSAGES`. */
const SHAPE_WORDS = new Set('enum map mapping table list set constant constants text message msg name desc'.split(' '));
/** Of tables that lead from one thing to another. */
const TABLE_WORDS = new Set('map mapping mappings table dict'.split(' '));

/** The words of an identifier, lower case: `getErrorCode`, `GET_ERROR_CODE` and `get-error-code` are the same three. */
export function wordsOf(name: string): string[] {
	return (
		name
			.replace(/([a-z\d])([A-Z])/g, '$1 $2')
			.replace(/(?<=[A-Z])(?=[A-Z][a-z])/g, ' ')
			.toLowerCase()
			.match(/[a-z]+|\d+/g) ?? []
	);
}

const singular = (word: string): string => (word.length > 2 && word.endsWith('s') ? word.slice(0, -1) : word);

/** Whether a name's last word, shape words aside, is a code's and the word before does not say otherwise. */
export function isCodeLike(name: string): boolean {
	// Most names are told apart without taking them to pieces.
	if (!/code|errno/i.test(name)) return false;
	const words = wordsOf(name);
	let last = words.length - 1;
	while (last > 0 && (SHAPE_WORDS.has(words[last] ?? '') || SHAPE_WORDS.has(singular(words[last] ?? '')))) last--;
	const word = words[last] ?? '';
	return (CODE_WORDS.has(word) || CODE_WORDS.has(singular(word))) && !OTHER_CODES.has(words[last - 1] ?? '');
}

/** Names of fields also as languages spell them whose fields begin with a capital: `codeDesc`, `CodeDesc`. */
export const spellings = (names: readonly string[]): string[] =>
	names.flatMap((name) => [name, name.charAt(0).toUpperCase() + name.slice(1)]);

/** What has a code of its own that tells no error: `account.code`, `country.getCode()`. */
const THINGS = new Set('account alarm area city color colour country coupon currency product weather'.split(' '));

/** Whether a name says that such a thing is behind it. */
export const isOtherThing = (name: string): boolean => THINGS.has(wordsOf(name).at(-1) ?? '');

/** Of what is another kind of code whatever it is given to: `code := response.StatusCode`. */
const OTHER_KINDS = /^(?:status|http|exit|close|return|returncode|exitcode|getcode|statuscode|syscall|unix)$/;

/** Whether a name says that what it reads is an HTTP status, an exit code or the like, and no API's error code. */
export const isOtherKind = (name: string): boolean => wordsOf(name).some((word) => OTHER_KINDS.test(word));

/**
 * Whether a table's name says that errors are the keys or members of it: `ERROR_MAPPING`, `AliyunErrorMapping`. `errors`
 * alone may be anything.
 */
export function isErrorTable(name: string): boolean {
	if (!/err/i.test(name)) return false;
	const words = wordsOf(name);
	let last = words.length - 1;
	while (last > 0 && TABLE_WORDS.has(words[last] ?? '')) last--;
	return last < words.length - 1 && /^(?:err|errs|error|errors)$/.test(words[last] ?? '');
}

/** Whether a name says that the code behind it is of another kind, whatever it was read from: `close_code = event.code`. */
export function isOtherCode(name: string): boolean {
	if (!/code/i.test(name)) return false;
	const words = wordsOf(name);
	const before = words.at(-2) ?? '';
	// An API's code goes by these names, too.
	return CODE_WORDS.has(words.at(-1) ?? '') && OTHER_CODES.has(before) && before !== 'status' && before !== 'http';
}
