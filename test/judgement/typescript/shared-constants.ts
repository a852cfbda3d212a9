Constants, sets and context that live in another file of the workspace, in the ways in which projects share them.
//= file: src/api/codes.ts
// Codes of the qcloud API that we care about.
export const SIGNATURE_WRONG = 4100;
// @4100 sighting 4100 certain declaration
export const NO_SUCH_RESOURCE = 5000;
export enum PurchaseCode {
//          ^^^^^^^^^^^^ outcome definition
  SoldOut = 5200,
  // @5200 sighting 5200 certain member
  NoBalance = 5300,
}
export const RETRYABLE_CODES = new Set([4400, 6000, 6200]);
//           ^^^^^^^^^^^^^^^ outcome retry-set
// @6200 sighting 6200 certain member
export const PAGE_SIZE = 4000;
// @4000 nothing
export const POLL_INTERVAL = 5000;
// @5000 nothing
//= file: src/api/index.ts
// All there is of the qcloud API.
export * from './codes';
export { call, type Reply } from './client';
//= file: src/api/client.ts
export interface Reply {
  code: number;
  message: string;
  data?: unknown;
}

const HOST = 'https://cdb.api.qcloud.com/v2/index.php';

export async function call(action: string, parameters: Record<string, string> = {}): Promise<Reply> {
  const response = await fetch(`${HOST}?${new URLSearchParams({ ...parameters, Action: action })}`);
  return (await response.json()) as Reply;
}
//= file: src/orders.ts
import { call, NO_SUCH_RESOURCE, PAGE_SIZE, POLL_INTERVAL, PurchaseCode, SIGNATURE_WRONG } from './api';

export async function order(show: (text: string) => void, login: () => void): Promise<boolean> {
  const reply = await call('CreateCdb', { limit: String(PAGE_SIZE) });
  switch (reply.code) {
  //      ^^^^^^^^^^ outcome reported 4100,5200,5300
  //      ^^^^^^^^^^ finding unhandled-fatal-code 4000,4300,4600,5000,5500,6100
    case 0:
      return true;
    case SIGNATURE_WRONG:
    // @SIGNATURE_WRONG sighting 4100 certain arm
      login();
      break;
    case PurchaseCode.SoldOut:
    // @PurchaseCode.SoldOut sighting 5200 certain arm
      show('sold out');
      break;
    case PurchaseCode.NoBalance:
    // @PurchaseCode.NoBalance sighting 5300 certain arm
      show('top up');
      break;
  }
  setTimeout(() => order(show, login), POLL_INTERVAL);
  // @POLL_INTERVAL nothing
  return Boolean(reply.data);
}

export async function drop(id: string): Promise<void> {
  const { code, message } = await call('CloseCdb', { id });
  if (code === NO_SUCH_RESOURCE) return console.info(id, 'was gone');
  //  ^^^^ outcome fallback 5000
  // @NO_SUCH_RESOURCE sighting 5000 certain comparison
  if (code !== 0) throw new Error(message);
}
//= file: src/queue/worker.ts
import { call } from '../api/client';
import { RETRYABLE_CODES, SIGNATURE_WRONG } from '../api/codes';

/** This file says nothing of any API: what it imports does. */
export async function work(job: string, park: (job: string) => void, again: (job: string) => void): Promise<void> {
  const reply = await call('Work', { job });
  if (reply.code === SIGNATURE_WRONG) park(job);
  //  ^^^^^^^^^^ outcome reported
  //  ^^^^^^^^^^ finding unhandled-fatal-code 4000,4600,5000,5200,5300,5500,6100
  // @SIGNATURE_WRONG sighting 4100 certain comparison
  else if (reply.code === 4300) park(job);
  // @4300 sighting 4300 certain comparison
  else if (RETRYABLE_CODES.has(reply.code)) again(job);
}
//= file: src/far/away.ts
import { order } from '../orders';

/** Two hops away from the API: nothing near says whose code this is. */
export function onAnswer(answer: { code: number }, stop: () => void): void {
  if (answer.code === 4300) stop();
  // @4300 sighting 4300 possible comparison
  else void order(console.log, stop);
}
