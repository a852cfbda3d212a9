//| The SDK of another cloud has codes that are the same words.
<?php

namespace Ops\Aws;

use Aws\Ec2\Ec2Client;
use Aws\Exception\AwsException;

class Ec2Cleaner
{
    public function __construct(private Ec2Client $ec2)
    {
    }

    public function terminate(string $id): bool
    {
        try {
            $this->ec2->terminateInstances(['InstanceIds' => [$id]]);
        } catch (AwsException $e) {
            switch ($e->getAwsErrorCode()) {
                case 'UnauthorizedOperation':
                //    ^^^^^^^^^^^^^^^^^^^^^ nothing
                    throw $e;
                case 'RequestLimitExceeded':
                //    ^^^^^^^^^^^^^^^^^^^^ nothing
                    sleep(5);
                    return $this->terminate($id);
                case 'AuthFailure':
                //    ^^^^^^^^^^^ nothing
                    return false;
            }
            if ($e->getCode() === 4100) {
            //                    ^^^^ nothing
                return false;
            }
        }
        return true;
    }
}
