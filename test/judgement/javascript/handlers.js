//| From codes to functions: maps, sets, switches with functions behind them.
import { renew, topUp, park, forget, report } from './account.js';
import { send } from 'qcloudapi-sdk';

const handlersByCode = {
//    ^^^^^^^^^^^^^^ outcome definition 4100,5000,5300
  4100: renew,
  // @4100 sighting 4100 certain key
  5000: forget,
  // @5000 sighting 5000 certain key
  5300: topUp,
  // @5300 sighting 5300 certain key
};

const errorCodeMap = new Map([
//    ^^^^^^^^^^^^ outcome definition
  [4000, 'bad-request'],
  // @4000 sighting 4000 certain key
  [4300, 'forbidden'],
  // @4300 sighting 4300 certain key
]);

const ignoredCodes = new Set([5000, 5400]);
//    ^^^^^^^^^^^^ outcome retry-set
//                            ^^^^ sighting 5000 certain member

const pageSizes = new Set([4000, 5000, 6000]);
// @4000 nothing
// @5000 nothing
// @6000 nothing

export async function run(action, parameters) {
  const body = await send(action, parameters);
  if (body.code === 0) return body;
  // @body.code outcome fallback
  if (body.code === 5400) return body.detail;
  // @5400 sighting 5400 certain comparison
  const handler = handlersByCode[body.code];
  if (!handler) throw new Error(`${errorCodeMap.get(body.code) ?? 'failed'}: ${body.message}`);
  return handler(body, pageSizes);
}

export async function attempt(action, parameters) {
  const { code, message, data } = await send(action, parameters);
  if ([4100, 4300].includes(code)) {
  //                        ^^^^ outcome reported 4100,4300,5200,5300
  //                        ^^^^ finding unhandled-fatal-code 4000,4600,5000,5500,6100
  //   ^^^^ sighting 4100 certain membership
    renew(message);
    return null;
  }
  if (code === 5200 || code === 5300) {
  //           ^^^^ sighting 5200 certain comparison
    topUp(message);
    return null;
  }
  return data;
}

export async function again(action, parameters, left = 3) {
  const reply = await send(action, parameters);
  switch (reply.code) {
  //      ^^^^^^^^^^ outcome fallback 4100,4400
    case 0:
      return reply.data;
    case 4100:
    //   ^^^^ finding retried-fatal-code 4100
      return again(action, parameters, left - 1);
    case 4400:
    //   ^^^^ sighting 4400 certain arm
      return again(action, parameters, left - 1);
    default:
      throw new Error(reply.message);
  }
}

export async function later(jobs, action, parameters) {
  const reply = await send(action, parameters);
  if (ignoredCodes.has(reply.code)) return;
  //                   ^^^^^^^^^^ outcome retry-set
  jobs.push(reply.data);
}

export async function forEach(items) {
  for (const item of items) {
    const { code } = await send('Check', item);
    if (code === 0) continue;
    //  ^^^^ outcome passed-on 4300
    if (code === 4300) {
    //           ^^^^ sighting 4300 certain comparison
      park(item);
      continue;
    }
    report(item, code);
  }
}

export async function falls(action) {
  const reply = await send(action);
  switch (reply.code) {
  //      ^^^^^^^^^^ outcome fallback
    case 4300:
    //   ^^^^ sighting 4300 certain arm
      park(action);
    // falls through
    case 5100:
    //   ^^^^ sighting 5100 certain arm
    default:
      report(reply);
  }
}
