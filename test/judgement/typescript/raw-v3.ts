//| API 3.0 without its SDK: the reply as JSON, with business codes of its own beside the error's.
import { sign } from './tc3.ts';

const HOST = 'faceid.tencentcloudapi.com';

interface Failure {
  readonly Code: string;
  readonly Message: string;
}

interface Envelope<T> {
  readonly Response: T & { readonly RequestId: string; readonly Error?: Failure };
}

async function post<T>(action: string, payload: object): Promise<Envelope<T>> {
  const response = await fetch(`https://${HOST}`, sign(HOST, action, payload, { timeout: 4300 }));
  // @4300 nothing
  return (await response.json()) as Envelope<T>;
}

export async function verify(id: string, reset: () => void, ask: (text: string) => void): Promise<boolean> {
  const { Response } = await post<{ Result: string }>('IdCardVerification', { IdCard: id });
  if (Response.Error) {
    switch (Response.Error.Code) {
    //      ^^^^^^^^^^^^^^^^^^^ outcome reported
    //      ^^^^^^^^^^^^^^^^^^^ finding unhandled-fatal-code *
      case 'AuthFailure.SignatureExpire':
      // @AuthFailure.SignatureExpire sighting AuthFailure.SignatureExpire certain arm
        reset();
        break;
      case 'FailedOperation.UnKnown':
      // @FailedOperation.UnKnown sighting FailedOperation.UnKnown certain arm
        ask('Try again.');
        break;
    }
  }
  return Response.Result === '0';
}

export async function detect(url: string, reset: () => void): Promise<string> {
  const { Response } = await post<{ ReturnCode: number; Url: string }>('DetectAuth', { Url: url });
  const failure = Response.Error;
  if (failure?.Code === 'UnauthorizedOperation') {
  // @`failure?.Code` outcome fallback
  // @UnauthorizedOperation sighting UnauthorizedOperation certain comparison
    reset();
    return '';
  } else if (failure?.Code.startsWith('AuthFailure.')) {
    reset();
    return '';
  } else if (failure) {
    throw new Error(`${failure.Code}: ${failure.Message}`);
  }
  if (Response.ReturnCode === 4300) return 'expired';
  // @4300 nothing
  return Response.Url;
}

/** What the message says, where nobody gave the code a field. */
export function classify(error: Error, reset: () => void, drop: () => void): void {
  if (error.message.includes('AuthFailure.SignatureFailure')) reset();
  // @AuthFailure.SignatureFailure sighting AuthFailure.SignatureFailure certain argument
  else if (error.message.includes('ResourceNotFound')) drop();
  // @ResourceNotFound sighting ResourceNotFound certain argument
  else throw error;
}

export const recorded = {
  Response: { Code: 4300, Count: 5100, RequestId: '4100aa00-5100-4f00-8a00-6100bb006200' },
  // @4300 nothing
  // @5100 nothing
};
