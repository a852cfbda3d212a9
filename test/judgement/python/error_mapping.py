"""One vocabulary for the errors of several clouds: Tencent Cloud, Aliyun, AWS."""
#| Theme: several vendors in one file; whose a code is, is said by what encloses it.
from enum import Enum

from kinds import Kind


class TencentCloudErrorCode(Enum):
    # @TencentCloudErrorCode outcome definition
    BAD_SIGNATURE = "AuthFailure.SignatureFailure"
    # @AuthFailure.SignatureFailure sighting AuthFailure.SignatureFailure certain member
    NO_RIGHTS = "UnauthorizedOperation"
    # @UnauthorizedOperation sighting UnauthorizedOperation certain member
    TOO_FAST = "RequestLimitExceeded.UinLimitExceeded"
    # @RequestLimitExceeded.UinLimitExceeded sighting RequestLimitExceeded.UinLimitExceeded certain member


class AliyunErrorCode(Enum):
    BAD_SIGNATURE = "SignatureDoesNotMatch"
    NO_RIGHTS = "UnauthorizedOperation"
    # @UnauthorizedOperation nothing
    BUSY = "ServiceUnavailable"
    # @ServiceUnavailable nothing


class AwsErrorCode(Enum):
    BAD_SIGNATURE = "AuthFailure"
    # @AuthFailure nothing
    NO_RIGHTS = "UnauthorizedOperation"
    # @UnauthorizedOperation nothing
    TOO_FAST = "RequestLimitExceeded"
    # @RequestLimitExceeded nothing


ALIYUN_ERROR_CODES = {"MissingParameter": Kind.INPUT, "InvalidParameter": Kind.INPUT, "InternalError": Kind.SERVER}
# @MissingParameter nothing
# @InternalError nothing

TENCENT_CLOUD_ERROR_CODES = {"MissingParameter": Kind.INPUT, "InvalidParameter": Kind.INPUT, "InternalError": Kind.SERVER}
# @TENCENT_CLOUD_ERROR_CODES outcome definition
# @MissingParameter sighting MissingParameter certain key
# @InternalError sighting InternalError certain key


def from_tencentcloud(code):
    if code == "AuthFailure.SignatureFailure":
    # @code outcome fallback
    # @AuthFailure.SignatureFailure sighting AuthFailure.SignatureFailure certain comparison
        return Kind("signature", code)
    if code == "UnsupportedRegion":
    # @UnsupportedRegion sighting UnsupportedRegion certain comparison
        return Kind("region", code)
    raise LookupError(code)


def from_aws(code):
    if code == "AuthFailure":
    # @AuthFailure nothing
        return Kind("signature", code)
    if code == "UnauthorizedOperation":
    # @UnauthorizedOperation nothing
        return Kind("rights", code)
    raise LookupError(code)
