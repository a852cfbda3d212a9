/** Code that tells codes apart and is rightly left alone. Ask “Why Is This Not Reported?” anywhere in it. */
import { type QcloudClient, type Reply, sleep } from './qcloud';

export enum ErrorCode {
  InvalidParameter = 4000,
  SignatureFailed = 4100,
  AccessDenied = 4300,
  TooManyRequests = 4400,
}

const retryableCodes = new Set([4400, 5100, 6000, 6200]);

export function canRetry(reply: Reply): boolean {
  return retryableCodes.has(reply.code);
}

export function isDenied({ code }: Reply): boolean {
  return code === ErrorCode.SignatureFailed || code === ErrorCode.AccessDenied;
}

export function title(reply: Reply): string {
  switch (reply.code) {
    case ErrorCode.InvalidParameter:
      return 'Check the form';
    case ErrorCode.SignatureFailed:
      return 'Check the key';
    default:
      return 'Something went wrong';
  }
}

export function unwrap<T extends Reply>(reply: T): T {
  if (reply.code === 0) return reply;
  throw new Error(`${reply.code}: ${reply.message}`);
}

export async function describeDisk(cbs: QcloudClient, diskId: string): Promise<Reply | undefined> {
  const reply = await cbs.call('DescribeCbsStorages', { 'storageIds.1': diskId });
  switch (reply.code) {
    case 0:
      return reply;
    case 5000:
      return undefined;
    default:
      throw new Error(`${reply.code}: ${reply.message}`);
  }
}

export async function snapshot(cbs: QcloudClient, diskId: string): Promise<Reply> {
  const reply = await cbs.call('CreateCbsSnapshot', { storageId: diskId });
  if (reply.code === ErrorCode.TooManyRequests) await sleep(5000);
  else if (reply.code === 5400) console.warn('some disks have no snapshot');
  return reply;
}

export async function release(cbs: QcloudClient, diskId: string): Promise<void> {
  const reply = await cbs.call('TerminateCbsStorages', { 'storageIds.1': diskId });
  // faultbook-ignore unhandled-fatal-code: the nightly sweep tries again and reports what is left
  switch (reply.code) {
    case 0:
      console.info(`${diskId} is released`);
      break;
    case 5000:
      console.info(`${diskId} was released before`);
      break;
  }
}

// faultbook-ignore swallowed-fatal-code
export const PAGE_SIZE = 100;
