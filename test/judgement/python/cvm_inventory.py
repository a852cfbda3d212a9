"""Lists the machines of every region with the Tencent Cloud SDK, API 3.0."""
#| Theme: a collector around the SDK. Exceptions, aliases, rethrow, propagation, what is lost on the way.
import logging
import time

from tencentcloud.common import credential
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException
from tencentcloud.cvm.v20170312 import cvm_client, models

logger = logging.getLogger(__name__)


class CredentialsRejected(Exception):
    pass


def machines(client, region):
    request = models.DescribeInstancesRequest()
    request.Limit = 100
    try:
        return client.DescribeInstances(request).InstanceSet
    except TencentCloudSDKException as err:
        if err.code == "UnsupportedRegion":
        # @err.code outcome fallback
        # @UnsupportedRegion sighting UnsupportedRegion certain comparison
            return []
        if err.code == "AuthFailure.SecretIdNotFound":
        # @AuthFailure.SecretIdNotFound sighting AuthFailure.SecretIdNotFound certain comparison
            raise CredentialsRejected(region) from err
        raise


def zones(client):
    try:
        return client.DescribeZones(models.DescribeZonesRequest()).ZoneSet
    except TencentCloudSDKException as err:
        code = err.get_code()
        if code == "AuthFailure.SignatureExpire":
        # @code outcome reported
        # @code finding unhandled-fatal-code *
        # @AuthFailure.SignatureExpire sighting AuthFailure.SignatureExpire certain comparison
            client.set_clock()
        elif code.startswith("UnauthorizedOperation"):
        # @UnauthorizedOperation sighting UnauthorizedOperation certain argument
            client.ask_for_rights("cvm:DescribeZones")
        print("no zones:", code)
    return []


def images(client):
    try:
        return client.DescribeImages(models.DescribeImagesRequest()).ImageSet
    except TencentCloudSDKException as err:
        if err.get_code() == "InternalError":
        # @err.get_code() outcome fallback
        # @InternalError sighting InternalError certain comparison
            time.sleep(1)
            return []
        if err.code == "InvalidParameterValue.Limit":
        # @InvalidParameterValue.Limit sighting InvalidParameterValue.Limit certain comparison
            return images_by_page(client)
        logger.error("DescribeImages in %s: %s", client.region, err)
        return []


def images_by_page(client):
    return [image for page in range(10) for image in client.page(page)]


def key_pairs(client):
    """The first machine's keys, or the code of what went wrong."""
    try:
        return client.DescribeKeyPairs(models.DescribeKeyPairsRequest()).KeyPairSet
    except TencentCloudSDKException as err:
        if err.code == "AuthFailure.TokenFailure":
        # @err.code outcome passed-on
        # @AuthFailure.TokenFailure sighting AuthFailure.TokenFailure certain comparison
            client.renew_token()
            return []
        elif err.code == "RequestLimitExceeded.UinLimitExceeded":
        # @RequestLimitExceeded.UinLimitExceeded sighting RequestLimitExceeded.UinLimitExceeded certain comparison
            time.sleep(1)
            return []
        return err.code


def probe(client):
    try:
        client.DescribeRegions(models.DescribeRegionsRequest())
    except Exception as err:
        if isinstance(err, TencentCloudSDKException) and err.code == "UnauthorizedOperation":
        # @err.code outcome fallback
        # @UnauthorizedOperation sighting UnauthorizedOperation certain comparison
            client.ask_for_rights("cvm:DescribeRegions")
        elif isinstance(err, TencentCloudSDKException) and err.code == "ActionOffline":
        # @ActionOffline sighting ActionOffline certain comparison
            client.retire("DescribeRegions")
        else:
            raise


def offline(client):
    """One test alone is no dispatch to complete."""
    try:
        return client.DescribeHosts(models.DescribeHostsRequest()).HostSet
    except TencentCloudSDKException as err:
        if err.code == "ActionOffline":
        # @err.code outcome too-little
        # @ActionOffline sighting ActionOffline certain comparison
            return []
        raise


def connect(region, secret_id, secret_key):
    return cvm_client.CvmClient(credential.Credential(secret_id, secret_key), region)
