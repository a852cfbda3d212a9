/** Cloud servers: four functions, each with a mistake. */
import { type QcloudClient, type Reply, sleep } from './qcloud';

interface Instances extends Reply {
  instanceSet?: { instanceId: string; status: number }[];
}

interface Batch extends Reply {
  detail?: Record<string, { code: number; message: string }>;
}

/** Forgets most of the fatal codes: a region that is not open to the account (4300) looks like one without servers. */
export async function runningInstances(cvm: QcloudClient): Promise<string[]> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const reply = await cvm.call<Instances>('DescribeInstances', { limit: 100 });
    switch (reply.code) {
      case 0:
        return (reply.instanceSet ?? []).filter(({ status }) => status === 2).map(({ instanceId }) => instanceId);
      case 4100:
        throw new Error(`The signature was refused: ${reply.message}`);
      case 4400:
        await sleep(2 ** attempt * 1000);
        break;
    }
  }
  return [];
}

/** Names every fatal code, but lets two of them go by, one of them without a word. */
export async function restart(cvm: QcloudClient, instanceId: string): Promise<void> {
  const reply = await cvm.call<Batch>('RestartInstances', { 'instanceIds.1': instanceId });
  switch (reply.code) {
    case 5000:
      // It was given back in the meantime: there is nothing to restart.
      break;
    case 5300:
      break;
    case 4000:
    case 4100:
    case 4300:
    case 4600:
    case 5200:
    case 5500:
    case 6100:
      throw new Error(`${reply.code}: ${reply.message}`);
  }
}

/** HTTP's success is not the API's: every good reply ends in the error. */
export async function rename(cvm: QcloudClient, instanceId: string, instanceName: string): Promise<void> {
  const reply = await cvm.call('ModifyInstanceAttributes', { instanceId, instanceName });
  if (reply.code === 200) {
    console.info(`${instanceId} is ${instanceName} now`);
  } else if (reply.code === 4310) {
    throw new Error(`No right to rename ${instanceId}`);
  } else if (reply.code === 5000) {
    throw new Error(`There is no ${instanceId}`);
  } else {
    throw new Error(`${reply.code}: ${reply.message}`);
  }
}

/** The API writes `AuthFailure`: the first test never holds. */
export function needsNewKey(reply: Reply): boolean {
  return reply.codeDesc === 'Authfailure' || reply.code === 4100;
}
