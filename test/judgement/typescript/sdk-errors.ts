//| Exceptions of the SDK under other names: instanceof, aliases, accessors, wrappers, sets and helpers.
import { sms } from 'tencentcloud-sdk-nodejs-sms';
import TencentCloudSDKHttpException from 'tencentcloud-sdk-nodejs-common/tencentcloud/common/exception/tencent_cloud_sdk_exception';
import { metrics } from './metrics.ts';

export class QuotaError extends Error {}
export class CredentialError extends Error {}

const CREDENTIAL_CODES = [
//    ^^^^^^^^^^^^^^^^ outcome definition
  'AuthFailure.SecretIdNotFound',
  // @AuthFailure.SecretIdNotFound sighting AuthFailure.SecretIdNotFound certain member
  'AuthFailure.SignatureFailure',
  // @AuthFailure.SignatureFailure sighting AuthFailure.SignatureFailure certain member
  'AuthFailure.TokenFailure',
];

const client = new sms.v20210111.Client({ region: 'ap-singapore' });

/** Translates the SDK's exceptions; what it does not know it throws as it is. */
export function translate(error: unknown): never {
  if (!(error instanceof TencentCloudSDKHttpException)) throw error;
  const code = error.getCode();
  if (CREDENTIAL_CODES.includes(code)) {
  //                            ^^^^ outcome fallback
    throw new CredentialError(error.message);
  }
  if (code.includes('LimitExceeded')) {
  // @LimitExceeded sighting LimitExceeded certain argument
    throw new QuotaError(error.message);
  }
  throw error;
}

/** The same with an alias and a default of its own. */
export function kindOf(error: TencentCloudSDKHttpException, count: (kind: string) => void): void {
  const { code: failure } = error;
  switch (String(failure)) {
  // @failure outcome fallback
    case 'AuthFailure.SignatureFailure':
    // @AuthFailure.SignatureFailure sighting AuthFailure.SignatureFailure certain arm
    case 'AuthFailure.TokenFailure':
    // @AuthFailure.TokenFailure sighting AuthFailure.TokenFailure certain arm
      count('credentials');
      break;
    case 'InternalError':
    // @InternalError sighting InternalError certain arm
      count('theirs');
      break;
    default:
      count('ours');
      metrics.failed(failure);
  }
}

/** Sends, and looks at each item: a partial failure is no exception. */
export async function send(numbers: string[]): Promise<string[]> {
  const { SendStatusSet } = await client.SendSms({ PhoneNumberSet: numbers, SmsSdkAppId: '1400004300', TemplateId: '4100' });
  // @4100 nothing
  const failed: string[] = [];
  for (const status of SendStatusSet ?? []) {
    if (status.Code !== 'Ok') failed.push(status.PhoneNumber);
    // @status.Code outcome too-little
    // @Ok sighting Ok certain comparison
  }
  return failed;
}

/** An operator's tool: nothing happens for a missing permission, and nobody hears of it. */
export async function balance(read: () => Promise<number>): Promise<number> {
  for (;;) {
    try {
      return await read();
    } catch (error: any) {
      switch (error.code) {
      //      ^^^^^^^^^^ outcome fallback
        case 'UnauthorizedOperation':
        //    ^^^^^^^^^^^^^^^^^^^^^ sighting UnauthorizedOperation certain arm
        //    ^^^^^^^^^^^^^^^^^^^^^ finding swallowed-fatal-code UnauthorizedOperation
          break;
        case 'AuthFailure.SecretIdNotFound':
        //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ finding retried-fatal-code AuthFailure.SecretIdNotFound
          await pause(4000);
          // @4000 nothing
          continue;
        case 'InvalidParameter':
          break;
        case 'RequestLimitExceeded.UinLimitExceeded':
        // @RequestLimitExceeded.UinLimitExceeded sighting RequestLimitExceeded.UinLimitExceeded certain arm
          await pause(1000);
          continue;
        default:
          throw error;
      }
      return 0;
    }
  }
}

/** Spelling mistakes that the compiler does not see. */
export function misread(error: { code: string }, reset: () => void): void {
  if (error.code === 'authFailure.SignatureFailure') {
  //  ^^^^^^^^^^ outcome fallback
  // @authFailure.SignatureFailure finding misspelt-code AuthFailure.SignatureFailure
    reset();
  } else if (error.code === 'RequestLimitExceeded') {
  // @RequestLimitExceeded finding family-missed RequestLimitExceeded
    metrics.failed(error.code);
  } else if (error.code === 'AuthFailure.TokenFailur') {
  // @AuthFailure.TokenFailur finding unknown-code *
    reset();
  } else if (error.code === 'ResourceInUse') {
  // @ResourceInUse sighting ResourceInUse certain comparison
    reset();
  } else {
    throw error;
  }
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** What the gateway of another service answers has a code, too: 4300 items, the rest later. */
export const sample = { Response: { TotalCount: 4300, Fee: 5100, RequestId: '9d1e4300-4100-4000-8f00-5200cafe6100' } };
// @4300 nothing
// @5100 nothing
// @`-4100-` nothing
