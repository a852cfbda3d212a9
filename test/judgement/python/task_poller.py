"""Polls tasks of several Tencent Cloud services through the API 3.0 SDK."""
#| Theme: polling and trying again. Retried and swallowed fatal codes, a missed family, duplicates, slips, match.
import time

from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException

from .tasks import Task, finish, give_up

POLL_INTERVAL_MS = 5000
# @5000 nothing

TRANSIENT_ERROR_CODES = {"InternalError", "RequestLimitExceeded.UinLimitExceeded", "ServiceUnavailable"}
# @TRANSIENT_ERROR_CODES outcome retry-set
# @RequestLimitExceeded.UinLimitExceeded sighting RequestLimitExceeded.UinLimitExceeded certain member
# @InternalError sighting InternalError certain member


def poll(client, task: Task):
    while not task.done:
        try:
            task.update(client.DescribeTask(task.request()))
        except TencentCloudSDKException as err:
            if err.code == "AuthFailure.SecretIdNotFound":
            # @err.code outcome fallback
            # @AuthFailure.SecretIdNotFound finding retried-fatal-code AuthFailure.SecretIdNotFound
            # @AuthFailure.SecretIdNotFound sighting AuthFailure.SecretIdNotFound certain comparison
                time.sleep(POLL_INTERVAL_MS / 1000)
                continue
            if err.code == "InternalError":
            # @InternalError sighting InternalError certain comparison
                time.sleep(1)
                continue
            raise


def start(client, task: Task):
    try:
        return client.CreateTask(task.request())
    except TencentCloudSDKException as err:
        if err.code == "RequestLimitExceeded":
        # @err.code outcome fallback
        # @RequestLimitExceeded finding family-missed RequestLimitExceeded
        # @RequestLimitExceeded sighting RequestLimitExceeded certain comparison
            time.sleep(1)
            return start(client, task)
        elif err.code == "UnsupportedRegion":
            return give_up(task)
        raise


def cancel(client, task: Task):
    try:
        client.CancelTask(task.request())
    except TencentCloudSDKException as err:
        match err.code:
        # @err.code outcome fallback
            case "UnauthorizedOperation":
            # @UnauthorizedOperation finding swallowed-fatal-code UnauthorizedOperation
            # @UnauthorizedOperation sighting UnauthorizedOperation certain arm
                pass
            case "ResourceNotFound.TaskNotFound":
            # @ResourceNotFound.TaskNotFound sighting ResourceNotFound.TaskNotFound certain arm
                pass
            case "UnsupportedRegion" | "UnsupportedProtocol":
            # @UnsupportedProtocol sighting UnsupportedProtocol certain arm
                give_up(task)
            case _:
                raise


def restart(client, task: Task):
    try:
        client.RestartTask(task.request())
    except TencentCloudSDKException as err:
        match err.get_code():
        # @err.get_code() outcome reported
        # @err.get_code() finding unhandled-fatal-code *
            case "AuthFailure.signatureFailure":
            # @AuthFailure.signatureFailure finding misspelt-code AuthFailure.SignatureFailure
                client.renew_token()
            case "AuthFailure.TokenFailure":
            # @AuthFailure.TokenFailure sighting AuthFailure.TokenFailure certain arm
                client.renew_token()
            case "AuthFailure.SecretIdNotFond":
            # @AuthFailure.SecretIdNotFond finding unknown-code AuthFailure.SecretIdNotFond
                give_up(task)
            case _:
                pass


def describe(client, task: Task):
    try:
        return client.DescribeTask(task.request())
    except TencentCloudSDKException as err:
        code = err.code
        if code == "IpNotInWhitelist" or code == "IpInBlacklist":
        # @code outcome fallback
        # @IpNotInWhitelist sighting IpNotInWhitelist certain comparison
            give_up(task)
        elif code == "NoSuchVersion":
        # @NoSuchVersion sighting NoSuchVersion certain comparison
            client.downgrade()
        elif code == "IpInBlacklist":
        # @IpInBlacklist finding duplicate-code IpInBlacklist
            finish(task)
        else:
            give_up(task)
            raise RuntimeError(code) from err


def once_more(client, task: Task):
    try:
        return client.DescribeTask(task.request())
    except TencentCloudSDKException as err:
        if err.code in TRANSIENT_ERROR_CODES:
        # @err.code outcome retry-set
            return once_more(client, task)
        raise


def notify(client, task: Task):
    """Each message of a batch has a code of its own, and `Ok` is the good one."""
    for sent in client.SendSms(task.request()).SendStatusSet:
        if sent.Code == "Ok":
        # @sent.Code outcome fallback
            finish(task)
        elif sent.Code == "LimitExceeded.PhoneNumberDailyLimit":
        # @LimitExceeded.PhoneNumberDailyLimit sighting LimitExceeded.PhoneNumberDailyLimit certain comparison
            give_up(task)
        else:
            raise RuntimeError(sent.Message)
