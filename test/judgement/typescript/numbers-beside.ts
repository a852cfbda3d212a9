//| A deployment tool for the API, full of numbers that are none of its codes.
import { createServer } from 'node:http';
import { qcloud } from './qcloud.ts';

export const spec = {
  Memory: 4000,
  // @4000 nothing
  diskSize: 5000,
  // @5000 nothing
  ports: [4100, 5100],
  // @4100 nothing
  // @5100 nothing
  image: 'img-4300',
  subnet: 'subnet-4f2a0001-4000-4100-8000-5200aa00bb01',
  // @4000 nothing
  // @4100 nothing
};

const portal = { areaCode: 4100, zipCode: '5300', countryCode: 4600 };
// @4100 nothing
// @5300 nothing
// @4600 nothing

const codeVersion = '4.5.0';
const codeLength = 6100;
// @6100 nothing
const errorCodeOffset = 4000;
// @4000 nothing

export function listen(port = 4300): void {
// @4300 nothing
  createServer((request, response) => {
    const started = performance.now();
    response.statusCode = Number(request.headers['x-status'] ?? 200);
    response.end(`took ${Math.min(performance.now() - started, 5000)}ms`);
    // @5000 nothing
  }).listen(port);
}

export async function run(command: string): Promise<void> {
  const { exitCode, code } = await qcloud.shell(command, { timeout: 6200, maxBuffer: 4_000 });
  // @6200 nothing
  // @4_000 nothing
  if (exitCode === 4100) throw new Error('shell');
  // @4100 nothing
  if (code === 0x1004 || code === 4_100) throw new Error(codeVersion);
  // @0x1004 nothing
  // @4_100 nothing
  console.log('finished', portal, codeLength, errorCodeOffset, 'after 4100 steps');
  // @4100 nothing
}

/** A node's own errors have a code as well. */
export function onSystemError(error: NodeJS.ErrnoException, cleanUp: () => void): void {
  if (error.code === 'ENOENT') cleanUp();
  else if (error.code === 'EACCES') process.exitCode = 4;
}
