<?php

namespace Shop\Cloud;

use TencentCloud\Cbs\V20170312\CbsClient;
use TencentCloud\Cbs\V20170312\Models\DescribeDisksRequest;
use TencentCloud\Common\Exception\TencentCloudSDKException;

/** The disks of the shop, by API 3.0's SDK. */
class Disks
{
    private CbsClient $client;

    public function __construct(CbsClient $client)
    {
        $this->client = $client;
    }

    /** Null while the service asks to wait. */
    public function all(): ?array
    {
        try {
            return $this->client->DescribeDisks(new DescribeDisksRequest())->DiskSet;
        } catch (TencentCloudSDKException $e) {
            if ($e->getCode() === 'RequestLimitExceeded.UinLimitExceeded') {
                return null;
            }
            throw $e;
        }
    }
}
