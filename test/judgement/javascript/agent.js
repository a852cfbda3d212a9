//| Promises and helpers of an agent on API 3.0: regular expressions, message tests, statuses of items.
import { cvm, sms } from 'tencentcloud-sdk-nodejs';
import { pager } from './pager.js';

const NOT_FOUND_CODES = new Set(['InvalidInstanceId.NotFound', 'ResourceNotFound']);
// @ResourceNotFound sighting ResourceNotFound certain member
const retryableCodes = ['InternalError', 'RequestLimitExceeded.UinLimitExceeded'];
//    ^^^^^^^^^^^^^^ outcome retry-set
// @InternalError sighting InternalError certain member

export async function remove(client, id) {
  try {
    await client.TerminateInstances({ InstanceIds: [id] });
  } catch (e) {
    if (NOT_FOUND_CODES.has(e.code)) return;
    //                      ^^^^^^ outcome fallback
    if (e.code === 'UnsupportedOperation') {
    // @UnsupportedOperation sighting UnsupportedOperation certain comparison
      pager.page(`${id} cannot be removed`);
      return;
    }
    throw e;
  }
}

export async function attempt(client, action, input, left = 3) {
  try {
    return await client[action](input);
  } catch (e) {
    if (retryableCodes.includes(e.code) && left > 0) return attempt(client, action, input, left - 1);
    throw e;
  }
}

export async function text(client, numbers) {
  const { SendStatusSet } = await client.SendSms({ PhoneNumberSet: numbers, SmsSdkAppId: '1400005000' });
  for (const { Code, PhoneNumber, Message } of SendStatusSet) {
    switch (Code) {
    //      ^^^^ outcome fallback
      case 'Ok':
      // @Ok sighting Ok certain arm
        break;
      case 'LimitExceeded.PhoneNumberDailyLimit':
      // @LimitExceeded.PhoneNumberDailyLimit sighting LimitExceeded.PhoneNumberDailyLimit certain arm
        pager.later(PhoneNumber);
        break;
      default:
        throw new Error(Message);
    }
  }
}

export function page(error) {
  const [family, detail] = error.code.split('.');
  if (family === 'AuthFailure') pager.page('keys', detail);
  // @family outcome reported
  // @family finding unhandled-fatal-code *
  // @AuthFailure sighting AuthFailure certain comparison
  else if (family === 'UnauthorizedOperation') pager.page('policy', detail);
  // @UnauthorizedOperation sighting UnauthorizedOperation certain comparison
}

export const clients = { cvm: cvm.v20170312.Client, sms: sms.v20210111.Client, concurrency: 4100, budget: 5300 };
// @4100 nothing
// @5300 nothing
