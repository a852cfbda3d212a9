//| What only says something: texts by code, yes or no by code.
// Texts for the console's users; the codes are those of qcloud's API.

export function textOf(code) {
  switch (code) {
  //      ^^^^ outcome lookup 4100,4300,5300
    case 4100:
    //   ^^^^ sighting 4100 certain arm
      return 'The key is wrong.';
    case 4300:
      return 'The account is blocked.';
    case 5300:
      return 'Please top up.';
    default:
      return 'It did not work.';
  }
}

export const mayRetry = (code) => code === 4400 || code === 6000 || code === 6200;
// @code#2 outcome predicate
// @4400 sighting 4400 certain comparison

export function icon(reply) {
  let name = 'ok';
  if (reply.code === 4100) {
  //  ^^^^^^^^^^ outcome lookup 4100,5300
    name = 'key';
  } else if (reply.code === 5300) {
    name = 'coin';
  }
  return name;
}

export function isPaymentProblem({ code }) {
  switch (code) {
  //      ^^^^ outcome predicate 5200,5300,5500
    case 5200:
    case 5300:
    case 5500:
    //   ^^^^ sighting 5500 certain arm
      return true;
    default:
      return false;
  }
}

export const DELAYS = { 4400: 1000, 6000: 5000, 6200: 60000 };
// @`6000: 5000` nothing
//| A table without a code-like name is no table of codes; its values are milliseconds.

export const delayAfter = (attempt) => Math.min(4500, 500 * 2 ** attempt);
// @4500 nothing
