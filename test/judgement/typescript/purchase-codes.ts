//| Constants, an enum and sets of one module, and the handling that is built on them.
/** Codes of qcloud's purchase API, as far as the shop cares. */
export enum QcloudCode {
//          ^^^^^^^^^^ outcome definition
  Success = 0,
  InvalidParameter = 4000,
  // @4000 sighting 4000 certain member
  AuthFailure = 4100,
  // @4100 sighting 4100 certain member
  Denied = 4300,
  SoldOut = 5200,
  // @5200 sighting 5200 certain member
  NoBalance = 5300,
  NotVerified = 5500,
}

const PURCHASE_CODES: ReadonlySet<number> = new Set([5200, 5300, 5500]);
//    ^^^^^^^^^^^^^^ outcome definition 5200,5300,5500
//                                                         ^^^^ sighting 5300 certain member
const RETRYABLE_CODES = [4400, 6000, 6200];
//    ^^^^^^^^^^^^^^^ outcome retry-set
//                       ^^^^ sighting 4400 certain member

export const codeTexts: Record<number, string> = {
//           ^^^^^^^^^ outcome definition 5200,5300,5500
  5200: 'That configuration is sold out.',
  // @5200 sighting 5200 certain key
  5300: 'Please top up first.',
  // @5300 sighting 5300 certain key
  5500: 'Please verify your identity first.',
};

export interface Order {
  code: number;
  message: string;
  dealIds: string[];
}

export interface Shop {
  chooseAnother(): void;
  topUp(amount: number): void;
  verify(): void;
  report(order: Order): void;
}

/** What the shop does after an order. */
export function settle(order: Order, shop: Shop): string[] {
  switch (order.code) {
  //      ^^^^^^^^^^ outcome reported 5200,5300,5500
  //      ^^^^^^^^^^ finding unhandled-fatal-code 4000,4100,4300,4600,5000,6100
    case QcloudCode.Success:
    // @QcloudCode.Success sighting 0 certain arm
      return order.dealIds;
    case QcloudCode.SoldOut:
    // @QcloudCode.SoldOut sighting 5200 certain arm
      shop.chooseAnother();
      break;
    case QcloudCode.NoBalance:
    // @QcloudCode.NoBalance sighting 5300 certain arm
      shop.topUp(5000);
      // @5000 nothing
      break;
    case QcloudCode.NotVerified:
      shop.verify();
      break;
  }
  return [];
}

/** Is it the buyer's turn? */
export function isBuyersTurn(code: number): boolean {
  if (PURCHASE_CODES.has(code)) return true;
  // @code outcome predicate
  if (code === QcloudCode.Denied) return true;
  return false;
}

export function describeOrder(order: Order): string {
  return codeTexts[order.code] ?? order.message;
}

/** Sends an order again while it may still go through. */
export async function persist(place: () => Promise<Order>): Promise<Order> {
  let order = await place();
  for (let attempt = 0; RETRYABLE_CODES.includes(order.code) && attempt < 5; attempt++) {
  // @order.code outcome retry-set
    order = await place();
  }
  return order;
}

const amounts = { small: 4000, medium: 5100, large: 6200 };
// @4000 nothing
// @5100 nothing
// @6200 nothing

export const amountOf = (size: keyof typeof amounts): number => amounts[size];
