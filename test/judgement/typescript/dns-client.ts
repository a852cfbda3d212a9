//| A client of one module: every call looks at the reply's code in its own way.
// Records of a DNS zone, through the module "cns" of the old API.
import { createHmac, randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const ENDPOINT = 'https://cns.api.qcloud.com/v2/index.php';
const REQUEST_TIMEOUT = 5000;
// @5000 nothing

interface Reply<T> {
  code: number;
  message: string;
  codeDesc: string;
  data: T;
}

export interface DnsRecord {
  id: number;
  name: string;
  value: string;
  ttl: number;
}

export class DnsError extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(`${code}: ${message}`);
  }
}

export class DnsClient {
  readonly #cache = new Map<number, DnsRecord>();

  constructor(
    readonly secretId: string,
    readonly secretKey: string,
  ) {}

  async #send<T>(action: string, parameters: Record<string, string>): Promise<Reply<T>> {
    const query = new URLSearchParams({
      ...parameters,
      Action: action,
      SecretId: this.secretId,
      Nonce: String(randomInt(1, 6000)),
      // @6000 nothing
      Timestamp: String(Math.floor(Date.now() / 1000)),
    });
    query.set('Signature', createHmac('sha1', this.secretKey).update(query.toString()).digest('base64'));
    const response = await fetch(`${ENDPOINT}?${query}`, { signal: AbortSignal.timeout(REQUEST_TIMEOUT) });
    return (await response.json()) as Reply<T>;
  }

  /** Creates a record. Gives its id. */
  async create(domain: string, record: Omit<DnsRecord, 'id'>): Promise<number | undefined> {
    const body = await this.#send<{ record: { id: number } }>('RecordCreate', { domain, ...stringify(record) });
    switch (body.code) {
    //      ^^^^^^^^^ outcome reported 4000,4100
    //      ^^^^^^^^^ finding unhandled-fatal-code 4300,4600,5000,5200,5300,5500,6100
      case 0:
      //   ^ sighting 0 certain arm
        return body.data.record.id;
      case 4000:
      //   ^^^^ sighting 4000 certain arm
        throw new DnsError(body.code, body.message);
      case 4100:
      //   ^^^^ sighting 4100 certain arm
        await this.#renewCredentials();
        break;
    }
    return undefined;
  }

  /** All records of a domain. */
  async list(domain: string): Promise<DnsRecord[]> {
    const body = await this.#send<{ records: DnsRecord[] }>('RecordList', { domain, length: '100' });
    if (body.code !== 0) {
    //  ^^^^^^^^^ outcome too-little
    //                ^ sighting 0 certain comparison
      throw new DnsError(body.code, body.message);
    }
    for (const record of body.data.records) this.#cache.set(record.id, record);
    return body.data.records;
  }

  /** Deletes a record; one that is gone already is fine. */
  async delete(domain: string, id: number): Promise<void> {
    const body = await this.#send('RecordDelete', { domain, recordId: String(id) });
    if (body.code === 0) {
    //  ^^^^^^^^^ outcome fallback 5000
      this.#cache.delete(id);
      return;
    }
    if (body.code === 5000) {
    //                ^^^^ sighting 5000 certain comparison
      this.#cache.clear();
      return;
    }
    throw new DnsError(body.code, body.message);
  }

  /** Changes a record; a request that came too late is signed and sent anew. */
  async modify(domain: string, record: DnsRecord): Promise<void> {
    for (let attempt = 0; attempt < 4; attempt++) {
      const body = await this.#send('RecordModify', { domain, ...stringify(record) });
      if (body.code === 0) return;
      //  ^^^^^^^^^ outcome fallback 4200,4500
      if (body.code === 4200 || body.code === 4500) {
      //                ^^^^ sighting 4200 certain comparison
      //                                      ^^^^ sighting 4500 certain comparison
        await sleep(200);
        continue;
      }
      throw new DnsError(body.code, body.message);
    }
    throw new Error('The clock of this machine is wrong.');
  }

  /** Waits until the zone answers. */
  async ready(domain: string): Promise<void> {
    while (true) {
      const { code, message } = await this.#send('DomainStatus', { domain });
      switch (code) {
      //      ^^^^ outcome fallback 4100,6000,6200
        case 0:
          return;
        case 4100:
        //   ^^^^ sighting 4100 certain arm
        //   ^^^^ finding retried-fatal-code 4100
          await sleep(1000);
          continue;
        case 6000:
        case 6200:
        //   ^^^^ sighting 6200 certain arm
          await sleep(6000);
          // @6000 nothing
          continue;
        default:
          throw new DnsError(code, message);
      }
    }
  }

  async #renewCredentials(): Promise<void> {
    this.#cache.clear();
  }
}

function stringify(record: object): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, String(value)]));
}
