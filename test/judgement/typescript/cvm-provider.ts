//| A provider on API 3.0: its exceptions, its families, its idempotent deletes.
import * as tencentcloud from 'tencentcloud-sdk-nodejs';
import { logger } from './logger.ts';

const { Client } = tencentcloud.cvm.v20170312;

interface SdkError extends Error {
  code: string;
  requestId: string;
}

export class InstanceProvider {
  readonly client = new Client({ region: 'ap-guangzhou', profile: { httpProfile: { reqTimeout: 5000 } } } as never);
  // @5000 nothing

  /** Starts an instance, and tells the operator what to do where it cannot be. */
  async start(zone: string, tell: (text: string) => void): Promise<string | undefined> {
    try {
      const reply = await this.client.RunInstances({ Placement: { Zone: zone } });
      return reply.InstanceIdSet?.[0];
    } catch (cause) {
      const error = cause as SdkError;
      switch (error.code) {
      //      ^^^^^^^^^^ outcome reported
      //      ^^^^^^^^^^ finding unhandled-fatal-code *
        case 'ResourceInsufficient':
        // @ResourceInsufficient sighting ResourceInsufficient certain arm
          tell(`Nothing is left in ${zone}: ${error.message}`);
          break;
        case 'AuthFailure.SecretIdNotFound':
        // @AuthFailure.SecretIdNotFound sighting AuthFailure.SecretIdNotFound certain arm
          this.reset();
          break;
        case 'InvalidParameterValue.ZoneNotSupported':
        // @InvalidParameterValue.ZoneNotSupported sighting InvalidParameterValue.ZoneNotSupported certain arm
          tell('That zone is closed.');
          break;
      }
      return undefined;
    }
  }

  /** Deletes an instance; one that is not there is deleted. */
  async terminate(id: string): Promise<void> {
    try {
      await this.client.TerminateInstances({ InstanceIds: [id] });
    } catch (cause) {
      const { code } = cause as SdkError;
      if (code === 'InvalidInstanceId.NotFound') return;
      //  ^^^^ outcome fallback
      if (code === 'ResourceNotFound') return;
      //            ^^^^^^^^^^^^^^^^ sighting ResourceNotFound certain comparison
      throw cause;
    }
  }

  /** The same, where only one code stands for it. */
  async release(id: string): Promise<void> {
    try {
      await this.client.TerminateInstances({ InstanceIds: [id] });
    } catch (cause) {
      if ((cause as SdkError).code === 'ResourceNotFound') return;
      // @`(cause as SdkError).code` outcome too-little
      throw cause;
    }
  }

  /** By family: what a person has to mend, what time mends. */
  async describe(id: string): Promise<unknown> {
    try {
      return await this.client.DescribeInstances({ InstanceIds: [id] });
    } catch (cause) {
      const error = cause as SdkError;
      if (error.code.startsWith('AuthFailure')) {
      // @error.code outcome passed-on
      // @AuthFailure sighting AuthFailure certain argument
        this.reset();
        return undefined;
      }
      if (error.code.startsWith('RequestLimitExceeded')) {
      // @RequestLimitExceeded sighting RequestLimitExceeded certain argument
        logger.info('slower, please');
        return undefined;
      }
      return error;
    }
  }

  /** By the family's name alone. */
  async reboot(id: string): Promise<void> {
    try {
      await this.client.RebootInstances({ InstanceIds: [id] });
    } catch (cause) {
      const error = cause as SdkError;
      const family = error.code.split('.')[0];
      switch (family) {
      //      ^^^^^^ outcome fallback
        case 'ResourceNotFound':
        // @ResourceNotFound sighting ResourceNotFound certain arm
          logger.info(`${id} is gone`);
          break;
        case 'AuthFailure':
        // @AuthFailure sighting AuthFailure certain arm
          this.reset();
          break;
        default:
          throw error;
      }
    }
  }

  /** A quota is refused by one of its children, never by the family's own name. */
  async stop(id: string, attempt = 0): Promise<void> {
    try {
      await this.client.StopInstances({ InstanceIds: [id] });
    } catch (cause) {
      const error = cause as SdkError;
      if (error.code === 'RequestLimitExceeded' && attempt < 3) {
      // @error.code outcome fallback
      // @RequestLimitExceeded sighting RequestLimitExceeded certain comparison
        await this.stop(id, attempt + 1);
      } else if (error.code === 'UnsupportedOperation') {
      // @UnsupportedOperation sighting UnsupportedOperation certain comparison
        logger.info(`${id} cannot be stopped`);
        this.reset();
      } else {
        throw error;
      }
    }
  }

  reset(): void {
    // e.g. [TencentCloudSDKException] code:AuthFailure.SignatureFailure message:signature error requestId:6d5e2c1b
    // @AuthFailure.SignatureFailure sighting AuthFailure.SignatureFailure certain logged
    logger.info('credentials read anew');
  }
}
