#!/usr/bin/env node
//| A command line tool: exits, numbers and booleans after the tests; every fatal code by name.
import { parseArgs } from 'node:util';
import { call, type Reply } from './qcloudapi.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { port: { type: 'string', default: '4300' }, retries: { type: 'string', default: '4400' } },
  // @4300 nothing
  // @4400 nothing
});

/** All that can be told apart is told apart. */
export function advise(reply: Reply, say: (text: string) => void): void {
  switch (reply.code) {
  //      ^^^^^^^^^^ outcome handled 4000,4100,4300,4600,5000,5200,5300,5500,6100
    case 4000:
    case 4600:
    //   ^^^^ sighting 4600 certain arm
    case 6100:
      say(`Mend the command: ${reply.message}`);
      break;
    case 4100:
    //   ^^^^ sighting 4100 certain arm
    case 4300:
      say(`Look at the key: ${reply.message}`);
      break;
    case 5000:
      say(`Look at the id: ${reply.message}`);
      break;
    case 5200:
    case 5300:
    case 5500:
    //   ^^^^ sighting 5500 certain arm
      say(`Look at the account: ${reply.message}`);
      break;
  }
}

export async function start(id: string): Promise<void> {
  const reply = await call('StartInstances', { id });
  if (reply.code === 0) return console.log('started');
  //  ^^^^^^^^^^ outcome fallback 5000
  if (reply.code === 5000) return console.log('There is no', id);
  //                 ^^^^ sighting 5000 certain comparison
  process.exit(1);
}

export async function stop(id: string): Promise<boolean> {
  const reply = await call('StopInstances', { id });
  switch (reply.code) {
  //      ^^^^^^^^^^ outcome fallback 5000
    case 0:
      console.log('stopped', id);
      return true;
    case 5000:
    //   ^^^^ sighting 5000 certain arm
      advise(reply, console.log);
      return true;
  }
  return false;
}

export async function size(id: string): Promise<number> {
  const { code, totalCount } = await call('DescribeInstances', { id, limit: 5000 });
  // @5000 nothing
  if (code === 4300) advise({ code, message: '' }, console.log);
  //  ^^^^ outcome fallback 4300
  else if (code === 0) return totalCount;
  return -1;
}

export async function wipe(id: string): Promise<void> {
  const reply = await call('TerminateInstances', { id });
  if (reply.code === 4300) advise(reply, console.error);
  //  ^^^^^^^^^^ outcome reported 4300,5000
  //  ^^^^^^^^^^ finding unhandled-fatal-code 4000,4100,4600,5200,5300,5500,6100
  //                 ^^^^ sighting 4300 certain comparison
  if (reply.code === 5000) advise(reply, console.log);
  process.exit(0);
}

export async function statusOf(id: string): Promise<string> {
  const body = await call('DescribeInstances', { id });
  if (!(body.code === 0 || body.code === 4400 || body.code === 5000)) {
  //    ^^^^^^^^^ outcome fallback
  //                                     ^^^^ sighting 4400 certain comparison
    throw new Error(`${body.codeDesc}: ${body.message}`);
  }
  if (body.code === 5000) return call('Forget', { id });
  return body.code === 4400 ? call('Slower', { id }) : body.status;
}

if (positionals[0] === 'serve') console.log(`http://127.0.0.1:${values.port}`, 'or :5100');
// @5100 nothing
