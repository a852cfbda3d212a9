"""Zones, asked for with the SDK of Tencent Cloud API 3.0, whose codes are words."""

import time

from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException
from tencentcloud.cvm.v20170312 import models


def zones(client):
    """Means to wait after too many requests. The API says which limit it was, behind a dot: the test never holds."""
    for attempt in range(3):
        try:
            return client.DescribeZones(models.DescribeZonesRequest()).ZoneSet
        except TencentCloudSDKException as error:
            if error.code != "RequestLimitExceeded":
                raise
            time.sleep(2**attempt)
    return []
