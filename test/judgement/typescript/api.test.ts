//| Tests of a client: hovers, and never a finding.
//= path: test/api.test.ts
import { describe, expect, it } from 'vitest';
import { call, type Reply } from '../src/qcloud.ts';

describe('the client', () => {
  it('says that the key is wrong', async () => {
    const reply = await call('DescribeInstances');
    expect(reply.code).toBe(4100);
    //                      ^^^^ sighting 4100 certain argument
    expect(reply.codeDesc).toBe('AuthFailure');
    expect(reply.requests).toBe(4100);
    //                          ^^^^ nothing
  });

  it('retries in vain', async () => {
    const reply: Reply = await call('DescribeInstances');
    switch (reply.code) {
    //      ^^^^^^^^^^ outcome test
      case 4400:
      //   ^^^^ sighting 4400 certain arm
        await call('DescribeInstances');
        break;
      case 5000:
        break;
    }
  }, 6000);
  // @6000 nothing
});
