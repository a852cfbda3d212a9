//| Middleware before and behind the API: guards, ladders, ternaries, what hands on and what does not.
import type { Handler, Next, Reply } from './types.ts';
import { refreshKey, topUp, notifyOwner, audit } from './qcloud/account.ts';

/** A guard in front of everything: nothing is left for the tests below to forget. */
export const guarded: Handler = async (reply: Reply, next: Next) => {
  if (reply.codeDesc !== 'Success') {
  //  ^^^^^^^^^^^^^^ outcome fallback
    throw new Error(`${reply.codeDesc}: ${reply.message}`);
  }
  if (reply.code === 5400) {
  //                 ^^^^ sighting 5400 certain comparison
    audit(reply.detail);
  }
  next(reply.data);
};

/** What is not known here is the next one's business. */
export const forwarding: Handler = async (reply: Reply, next: Next) => {
  if (reply.code === 4100) return refreshKey();
  //  ^^^^^^^^^^ outcome passed-on 4100,5300
  //                 ^^^^ sighting 4100 certain comparison
  if (reply.code === 5300) return topUp();
  next(reply);
};

/** The whole reply is the answer. */
export function inspected(reply: Reply): Reply | undefined {
  if (reply.code === 4100) {
  //  ^^^^^^^^^^ outcome passed-on 4100,5300
    refreshKey();
    return undefined;
  }
  if (reply.code === 5300) {
    topUp();
    return undefined;
  }
  return reply;
}

/** A default that does something of its own. */
export function shown(reply: Reply, dialog: { open(name: string): void }): void {
  switch (reply.code) {
  //      ^^^^^^^^^^ outcome fallback
    case 0:
      break;
    case 4100:
      refreshKey();
      break;
    case 5300:
      dialog.open('top-up');
      break;
    default:
      dialog.open('failed');
  }
}

/** The last else is for everything, and it says that all is well. */
export function optimistic(reply: Reply): boolean {
  if (reply.code === 4100) {
  //  ^^^^^^^^^^ outcome reported 4100,5300
  //  ^^^^^^^^^^ finding unhandled-fatal-code 4000,4300,4600,5000,5200,5500,6100
    refreshKey();
    return false;
  } else if (reply.code === 5300) {
    topUp();
    return false;
  } else {
    return true;
  }
}

/** Logged, but only as a word by the way. */
export function mentioned(reply: Reply): void {
  if (reply.code === 4100) return refreshKey();
  //  ^^^^^^^^^^ outcome reported 4100,5300
  //  ^^^^^^^^^^ finding unhandled-fatal-code 4000,4300,4600,5000,5200,5500,6100
  if (reply.code === 5300) return topUp();
  console.log('qcloud says', reply.code, reply.message);
}

/** Logged as the error that it is. */
export function logged(reply: Reply): void {
  if (reply.code === 4100) return refreshKey();
  //  ^^^^^^^^^^ outcome fallback 4100,5300
  if (reply.code === 5300) return topUp();
  console.error('qcloud says', reply.code, reply.message);
}

/** Arms that do nothing, with and without a reason. */
export function quiet(reply: Reply): void {
  switch (reply.code) {
  //      ^^^^^^^^^^ outcome fallback
    case 0:
      break;
    case 5000:
    //   ^^^^ sighting 5000 certain arm
    //   ^^^^ finding swallowed-fatal-code 5000
      break;
    case 5200:
      // The caller asks again with a smaller machine.
      break;
    case 4100:
      refreshKey();
      break;
    default:
      throw new Error(reply.message);
  }
}

/** The second arm for 5300 never gets a turn. */
export function twice(reply: Reply): void {
  if (reply.code === 5300) {
  //  ^^^^^^^^^^ outcome fallback
    topUp();
  } else if (reply.code === 4100) {
    refreshKey();
  } else if (reply.code === 5300) {
  //                        ^^^^ sighting 5300 certain comparison
  //                        ^^^^ finding duplicate-code 5300
    notifyOwner(reply.message);
  } else if (reply.code) {
    throw new Error(reply.message);
  }
}

/** HTTP's idea of success, and a name that is nearly right. */
export function confused(reply: Reply): unknown {
  if (reply.code === 200) return reply.data;
  // @reply.code outcome fallback
  // @200 finding wrong-success-code *
  if (reply.codeDesc === 'Authfailure') return refreshKey();
  // @Authfailure finding misspelt-code 4100
  if (reply.code === 5350) return notifyOwner(reply.message);
  // @5350 finding unknown-code 5350
  if (reply.code === 5300) return topUp();
  throw new Error(reply.message);
}

/** A ternary picks what to do. */
export function chosen(reply: Reply): unknown {
  return reply.code === 0
  // @reply.code outcome fallback
    ? reply.data
    : reply.code === 4100
    // @4100 sighting 4100 certain comparison
      ? refreshKey()
      : fail(reply);
}

function fail(reply: Reply): never {
  throw new Error(reply.message);
}

/** Known to be left alone. */
export function settled(reply: Reply): void {
  // faultbook-ignore unhandled-fatal-code
  switch (reply.code) {
  //      ^^^^^^^^^^ outcome ignored
    case 4100:
      refreshKey();
      break;
  }
}
