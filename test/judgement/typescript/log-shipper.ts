//| A shipper whose retries swallow what no retry mends.
import type { Batch, Outbox } from './outbox.ts';

// Batches go to the old monitoring API, https://monitor.api.qcloud.com/v2/index.php
const MAX_BATCH = 4000;
// @4000 nothing
const FLUSH_EVERY_MS = 6000;
// @6000 nothing

export async function ship(batch: Batch, outbox: Outbox): Promise<void> {
  const { code, detail } = await outbox.post(batch.slice(0, MAX_BATCH));
  switch (code) {
  //      ^^^^ outcome reported 5400
  //      ^^^^ finding unhandled-fatal-code 4000,4100,4300,4600,5000,5200,5300,5500,6100
    case 0:
      outbox.shipped(batch);
      break;
    case 5400:
    //   ^^^^ sighting 5400 certain arm
      outbox.shippedPartly(batch, detail);
      break;
    default:
      outbox.requeue(batch);
  }
}

export async function drain(outbox: Outbox): Promise<void> {
  while (outbox.length > 0) {
    const reply = await outbox.next();
    if (reply.code === 0) {
    //  ^^^^^^^^^^ outcome reported 4000
    //  ^^^^^^^^^^ finding unhandled-fatal-code 4100,4300,4600,5000,5200,5300,5500,6100
      outbox.shift();
    } else if (reply.code === 4000) {
    //                        ^^^^ sighting 4000 certain comparison
      outbox.drop(reply.message);
    } else {
      await outbox.wait(FLUSH_EVERY_MS);
      continue;
    }
  }
}

export async function drainOnce(outbox: Outbox, items: readonly Batch[]): Promise<Batch[]> {
  const left: Batch[] = [];
  for (const item of items) {
    const reply = await outbox.post(item);
    switch (reply.code) {
    //      ^^^^^^^^^^ outcome fallback
      case 0:
        outbox.shipped(item);
        break;
      case 4000:
      //   ^^^^ sighting 4000 certain arm
        outbox.drop(reply.message);
        break;
      default:
        left.push(item);
        continue;
    }
  }
  return left;
}

/** By range: everything from 5000 on is the service's fault, says this function. */
export async function blame(outbox: Outbox, batch: Batch): Promise<void> {
  const reply = await outbox.post(batch);
  if (reply.code >= 4000 && reply.code < 5000) {
  //  ^^^^^^^^^^ outcome reported
  //  ^^^^^^^^^^ finding unhandled-fatal-code 5000,5200,5300,5500,6100
    outbox.drop(reply.message);
  } else if (reply.code === 6000) {
  //                        ^^^^ sighting 6000 certain comparison
    outbox.keep(batch);
  }
}

//| A line that the agent wrote: the code stands in a record, not in a program.
// 2019-03-04 10:22:01 WARN ship failed {"code":4400,"message":"quota","codeDesc":"QuotaExceeded"} took 5100ms
// @4400 sighting 4400 certain field
// @5100ms nothing
