"""One session with the Tencent Cloud SDK, and what may go wrong in it."""
#| Theme: exceptions in odd clothes: caught with others, asked by getattr, by text, negated, in a handler within a handler.
import time

from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException

ADVICE_BY_CODE = {
    # @ADVICE_BY_CODE outcome definition
    "AuthFailure.SignatureFailure": "Compare the keys.",
    # @AuthFailure.SignatureFailure sighting AuthFailure.SignatureFailure certain key
    "UnauthorizedOperation": "Ask for rights.",
    # @UnauthorizedOperation sighting UnauthorizedOperation certain key
    "IpInBlacklist": "Ask for another address.",
    # @IpInBlacklist sighting IpInBlacklist certain key
}


def fetch(client, name):
    try:
        return client.fetch(name)
    except (TencentCloudSDKException, OSError) as err:
        code = getattr(err, "code", None)
        if code == "AuthFailure.TokenFailure":
        # @code outcome fallback
        # @AuthFailure.TokenFailure sighting AuthFailure.TokenFailure certain comparison
            client.renew_token()
            return None
        if code == "UnsupportedRegion":
        # @UnsupportedRegion sighting UnsupportedRegion certain comparison
            return None
        raise


def fetch_or_nothing(client, name):
    try:
        return client.fetch(name)
    except TencentCloudSDKException as err:
        if err.code not in ("ResourceNotFound.Object", "UnsupportedRegion"):
        # @err.code outcome too-little
        # @UnsupportedRegion sighting UnsupportedRegion certain membership
            raise
        return None


def advise(err):
    match err.code.split(".", 1)[0]:
    # @`err.code.split(".", 1)[0]` outcome lookup
        case "AuthFailure":
        # @AuthFailure sighting AuthFailure certain arm
            return "Compare the keys."
        case "LimitExceeded":
        # @LimitExceeded sighting LimitExceeded certain arm
            return "Ask for more."
        case _:
            return "Ask the help desk."


def refresh(client):
    for attempt in range(3):
        try:
            return client.refresh()
        except TencentCloudSDKException as err:
            if err.code.startswith("RequestLimitExceeded"):
            # @err.code outcome fallback
            # @RequestLimitExceeded sighting RequestLimitExceeded certain argument
                time.sleep(attempt)
                continue
            if err.code == "UnauthorizedOperation":
            # @UnauthorizedOperation finding retried-fatal-code UnauthorizedOperation
            # @UnauthorizedOperation sighting UnauthorizedOperation certain comparison
                time.sleep(attempt)
                continue
            raise
    return None


def hand_over(client, failed):
    try:
        client.flush()
    except TencentCloudSDKException as err:
        try:
            client.roll_back()
        except TencentCloudSDKException as second:
            if second.code == "ActionOffline":
            # @second.code outcome fallback
            # @ActionOffline sighting ActionOffline certain comparison
                client.close()
            elif second.code == "InternalError":
            # @InternalError sighting InternalError certain comparison
                time.sleep(1)
            else:
                raise
        if err.code == "InternalError":
        # @err.code outcome passed-on
        # @InternalError sighting InternalError certain comparison
            return
        if err.code == "AuthFailure.TokenFailure":
            return
        failed.append(err)


def silent(client):
    try:
        client.ping()
    except TencentCloudSDKException as err:
        if err.code.startswith("AuthFailure"):
        # @err.code outcome fallback
        # @AuthFailure finding swallowed-fatal-code *
            pass
        elif err.code == "InternalError":
            pass
        else:
            raise


def parse(text):
    """The exception's own text says whose it is."""
    return text.startswith("[TencentCloudSDKException] code:AuthFailure.SignatureExpire message:")
    # @AuthFailure.SignatureExpire sighting AuthFailure.SignatureExpire certain logged
