//| Another vendor's errors have the same names; no file of ours is in sight.
import { EC2Client, TerminateInstancesCommand } from '@aws-sdk/client-ec2';

const ec2 = new EC2Client({ region: 'eu-west-1', requestTimeout: 6000 });
// @6000 nothing

export async function terminate(ids, pager) {
  try {
    await ec2.send(new TerminateInstancesCommand({ InstanceIds: ids }));
  } catch (error) {
    switch (error.Code) {
      case 'AuthFailure':
      // @AuthFailure nothing
        pager.page('credentials');
        break;
      case 'UnauthorizedOperation':
      // @UnauthorizedOperation nothing
        pager.page('policy');
        break;
      case 'RequestLimitExceeded':
      // @RequestLimitExceeded nothing
        return terminate(ids, pager);
      default:
        throw error;
    }
  }
}

export function isGone(error) {
  return error.name === 'ResourceNotFound' || error.code === 'InvalidInstanceID.NotFound';
  // @ResourceNotFound nothing
}

export const onAzureError = (error) => (error.code === 'ResourceNotFound' ? null : Promise.reject(error));
// @ResourceNotFound nothing
