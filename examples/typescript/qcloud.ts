/** A client of Tencent Cloud API 2.0: signs a request, sends it, and gives back the reply as it came. */

/** What every action answers; the fields of the action itself stand beside these. */
export interface Reply {
  /** 0 is success. */
  code: number;
  /** The name of the code, in English. */
  codeDesc: string;
  message: string;
  requestId?: string;
}

export interface Credentials {
  secretId: string;
  secretKey: string;
}

export type Parameters = Record<string, string | number>;

const PATH = '/v2/index.php';

/** Takes a module's name: `cvm`, `cbs`, `account`. */
export class QcloudClient {
  constructor(
    private readonly module: string,
    private readonly region: string,
    private readonly credentials: Credentials,
  ) {}

  async call<T extends Reply>(action: string, parameters: Parameters = {}): Promise<T> {
    const host = `${this.module}.api.qcloud.com`;
    const all: Parameters = {
      ...parameters,
      Action: action,
      Region: this.region,
      SecretId: this.credentials.secretId,
      SignatureMethod: 'HmacSHA256',
      Timestamp: Math.floor(Date.now() / 1000),
      Nonce: Math.floor(Math.random() * 2 ** 31),
    };
    const signature = await sign(`POST${host}${PATH}?${canonical(all)}`, this.credentials.secretKey);
    const body = new URLSearchParams({ Signature: signature });
    for (const [name, value] of Object.entries(all)) body.set(name, String(value));
    const response = await fetch(`https://${host}${PATH}`, { method: 'POST', body });
    if (!response.ok) throw new Error(`${host}: HTTP ${response.status}`);
    return (await response.json()) as T;
  }
}

/** The parameters by name, their values as they are: they are encoded only when they are sent. */
function canonical(parameters: Parameters): string {
  return Object.keys(parameters)
    .sort()
    .map((name) => `${name.replaceAll('_', '.')}=${parameters[name]}`)
    .join('&');
}

async function sign(text: string, secretKey: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secretKey), algorithm, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', key, encoder.encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(signature)));
}

export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
