//| Codes as static fields, frozen objects and types; names that only look like a code's.
import type { Reply } from './qcloud-api.ts';

export class Codes {
  static readonly AUTH = 4100;
  static readonly DENIED = 4300;
  static readonly QUOTA = 4400;
}

const ErrorCode = Object.freeze({
//    ^^^^^^^^^ outcome definition
  NOT_FOUND: 5000,
  // @5000 sighting 5000 certain member
  NO_BALANCE: 5300,
  // @5300 sighting 5300 certain member
});

const codeLimits = { warn: 4000, fatal: 6000 };
// @4000 nothing
// @6000 nothing
const PIN_CODE_LENGTH = 5200;
// @5200 nothing
const qrCode = 4100;
// @4100 nothing
const promoCode = '4300';
// @4300 nothing

export interface Actions {
  renew(): void;
  deny(): void;
  wait(ms: number): void;
  forget(): void;
}

export function act(reply: Reply, actions: Actions): void {
  switch (reply.code) {
  //      ^^^^^^^^^^ outcome reported 4100,4300,4400
  //      ^^^^^^^^^^ finding unhandled-fatal-code 4000,4600,5000,5200,5300,5500,6100
    case Codes.AUTH:
    // @Codes.AUTH sighting 4100 certain arm
      actions.renew();
      break;
    case Codes.DENIED:
    // @Codes.DENIED sighting 4300 certain arm
      actions.deny();
      break;
    case Codes.QUOTA:
    // @Codes.QUOTA sighting 4400 certain arm
      actions.wait(codeLimits.warn);
      break;
  }
}

export function actOnRest(reply: Reply, actions: Actions): void {
  if (reply.code === ErrorCode.NOT_FOUND) actions.forget();
  //  ^^^^^^^^^^ outcome fallback 5000,5300
  // @ErrorCode.NOT_FOUND sighting 5000 certain comparison
  else if (reply.code === ErrorCode.NO_BALANCE) actions.deny();
  // @ErrorCode.NO_BALANCE sighting 5300 certain comparison
  else if (reply.code !== 0) throw new Error(`${reply.code} ${PIN_CODE_LENGTH} ${qrCode} ${promoCode}`);
}

/** The lasts code wins, and it is kept for whoever asks. */
export class Tracker {
  lastCode = 0;

  follow(reply: Reply, actions: Actions): void {
    if (reply.code === Codes.AUTH) return actions.renew();
    //  ^^^^^^^^^^ outcome passed-on 4100,4300
    if (reply.code === Codes.DENIED) return actions.deny();
    this.lastCode = reply.code;
  }
}
